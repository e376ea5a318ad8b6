"""Qt's own file dialog, where the system has none: in the language of the desk, with its days, never modal."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Slot
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLabel, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from livedesk.ui import i18n
from livedesk.ui.widgets.choose import choose_file, choose_folder, choose_target


class Taker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.taken: list[object] = []

    @Slot(str)
    def one(self, path: str) -> None:
        self.taken.append(path)

    @Slot(str, str, bool)
    def target(self, path: str, kind: str, replacing: bool) -> None:
        self.taken.append((path, kind, replacing))


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def rows(qtbot: QtBot, dialog: QFileDialog, folder: Path) -> tuple[QTreeView, QModelIndex]:
    """The dialog's rows of a folder, once they were read."""
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.setDirectory(str(folder))
    view = dialog.findChild(QTreeView, "treeView")
    assert view is not None
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) > 0)
    return view, view.rootIndex()


def test_days_are_written_as_the_desk_writes_them(qtbot: QtBot, room: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "流程单.xlsx"
    file.write_bytes(b"x" * 2048)
    moment = datetime.fromisoformat("2026-11-06T09:05").timestamp()
    os.utime(file, (moment, moment))
    dialog = choose_file(room, "导入", "Run sheets (*.xlsx)", Taker().one)
    view, root = rows(qtbot, dialog, tmp_path)
    model = view.model()
    texts = [model.index(0, column, root).data() for column in range(4)]
    assert texts[0] == "流程单.xlsx"
    assert texts[3] == "2026-11-06 09:05"
    assert model.index(0, 0, root).data(Qt.ItemDataRole.DecorationRole) is not None
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    assert not dialog.isModal()
    dialog.close()


def test_a_file_is_still_chosen_by_its_row(qtbot: QtBot, room: QWidget, tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.xlsx"):
        (tmp_path / name).write_text("x")
    taker = Taker()
    dialog = choose_file(room, "导入", "Run sheets (*.xlsx)", taker.one)
    view, root = rows(qtbot, dialog, tmp_path)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    view.setCurrentIndex(view.model().index(1, 0, root))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(taker.taken))
    assert [Path(str(path)) for path in taker.taken] == [tmp_path / "b.xlsx"]


def test_the_dialogs_speak_chinese(qtbot: QtBot, room: QWidget, tmp_path: Path, language: str) -> None:
    (tmp_path / "资料").mkdir()
    taker = Taker()
    for dialog in (
        choose_file(room, "导入", "流程单 (*.xlsx)", taker.one),
        choose_folder(room, "文件夹", str(tmp_path), taker.one),
        choose_target(room, "另存为", tmp_path / "a.pdf", ["流程单 (*.pdf)"], taker.target),
    ):
        said = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
        assert said
        assert [text for text in said if not any(letter > "\u2e80" for letter in text)] == []
        view, root = rows(qtbot, dialog, tmp_path)
        assert view.model().index(0, 2, root).data() == "文件夹"
        dialog.close()


def test_every_text_that_qt_lacks_is_ours(language: str) -> None:
    for context, source in i18n.OF_QT:
        assert any(letter > "\u2e80" for letter in QCoreApplication.translate(context, source)), source
