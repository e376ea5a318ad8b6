"""A file that is put in a show's place or merged into it, a sheet whose columns a person names, and the ways by key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from bare_desk import Desk
from model_signals import Checked
from pages_desk import TODAY, Pages, PagesServices, keep_sample
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from livedesk.domain.edits import Edit
from livedesk.domain.ports import Kept
from livedesk.domain.rundown import Show
from livedesk.services.exporters.script_docx import export_script_docx
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.importers.files import read_file
from livedesk.services.importers.preview import ImportPreview
from livedesk.services.library import note_twin
from livedesk.services.mappings import known_mappings
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.store.store import Store
from livedesk.ui.context import GoTo, SheetAnswers
from livedesk.ui.workspaces.plan.page import PlanPage
from livedesk.ui.workspaces.plan.ways import Way

STRANGE = "钟点,要做啥,天气\n20:00-20:05,开场问候,晴\n20:05-20:15,讲品 精华,多云\n"


@dataclass
class ImportServices(PagesServices):
    """What the program does for imports, over the store."""

    @property
    def kept(self) -> Kept:
        """Column mappings."""
        return self.store.kept

    def preview_sheet(self, path: Path, answers: SheetAnswers) -> ImportPreview:
        """Read with what is remembered."""
        preview = read_file(
            path, date=answers.date, start=answers.start, title=answers.title, host=answers.host, today=TODAY,
            mappings=known_mappings(self.kept),
        )  # fmt: skip
        return note_twin(preview, self.shows.summaries())

    def document(self, show_id: str) -> DocumentSnapshot:
        """As it stands."""
        return DocumentSnapshot(*self.store.shows.load(show_id))

    def edit(self, show_id: str, edit: Edit, base: int) -> DocumentSnapshot:
        """Change it."""
        return DocumentSnapshot(*self.store.shows.edit(show_id, edit, base=base, by="策划", at_ms=1))


class _Places(QObject):
    """Where the window was asked to go."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[GoTo] = []

    @Slot(object)
    def go(self, there: GoTo) -> None:
        self.asked.append(there)


@pytest.fixture(name="room")
def import_room(desk: Desk, tmp_path: Path) -> Iterator[Pages]:
    """A desk over a store that holds the sample show."""
    with Store.open(tmp_path / "data") as store:
        services = ImportServices(store)
        made: Any = services
        yield Pages(replace(desk.context, services=made), services, desk.sent, desk.publish)
        desk.context.background.close()


@pytest.fixture(name="show")
def kept_show(room: Pages) -> Show:
    """The sample show as it is kept."""
    return keep_sample(room.store)


@pytest.fixture(name="plan")
def plan_page(qtbot: QtBot, room: Pages, show: Show) -> PlanPage:
    """The page with one show on its list."""
    page = PlanPage(room.context)
    qtbot.addWidget(page)
    page.resize(1278, 656)
    page.show()
    page.on_shown()
    qtbot.waitUntil(lambda: page.importer.ways.shows.count() == 1)
    return page


def changed_sheet(show: Show, folder: Path) -> Path:
    """The show's own sheet, with one segment longer, one renamed away and one more."""
    first, second, *rest = show.segments
    longer = replace(first, duration_ms=first.duration_ms + 60_000, hard_start=None)
    new = replace(second, id="new", title="全新环节", cues=(), hard_start=None)
    path = folder / "改过.xlsx"
    path.write_bytes(export_xlsx(replace(show, segments=(longer, new, *rest))))
    return path


def current(room: Pages, show: Show) -> Show:
    return room.store.shows.load(show.id)[0]


def test_a_shows_own_sheet_changes_nothing(qtbot: QtBot, plan: PlanPage, show: Show, tmp_path: Path) -> None:
    path = tmp_path / "自己.xlsx"
    path.write_bytes(export_xlsx(show))
    plan.read(path, show.id)
    qtbot.waitUntil(lambda: plan.importer.changes.plan is not None, timeout=10_000)
    assert plan.importer.ways.way is Way.MERGE
    assert plan.importer.changes.model.rowCount() == 0
    assert not plan.importer.keep.isEnabled()
    assert "already" in plan.importer._state.text()


def test_only_the_rows_that_are_taken_change_and_undo_takes_them_back(
    qtbot: QtBot,
    room: Pages,
    plan: PlanPage,
    show: Show,
    tmp_path: Path,
    checked: Checked,
) -> None:
    changes = plan.importer.changes
    checked(changes.model)
    plan.read(changed_sheet(show, tmp_path), show.id)
    qtbot.waitUntil(lambda: changes.plan is not None, timeout=10_000)
    words = [line.cells[1].text for line in changes.model.lines]
    assert {"Changed", "Added", "Removed"} <= set(words)
    removed = words.index("Removed")
    assert changes.model.lines[removed].cells[0].text == "☐", "what the file does not have stays unless asked"
    changes.none.click()
    assert not plan.importer.keep.isEnabled()
    longer = next(at for at, line in enumerate(changes.model.lines) if line.key == show.segments[0].id)
    changes.table.selectRow(longer)
    QTest.keyClick(changes.table, Qt.Key.Key_Space)
    assert changes.model.lines[longer].cells[0].text == "☑"
    QTest.keyClick(changes.table, Qt.Key.Key_Space)
    assert changes.model.lines[longer].cells[0].text == "☐"
    QTest.keyClick(changes.table, Qt.Key.Key_Space)
    assert plan.importer.keep.text() == "Change the show"
    plan.importer.keep.click()
    qtbot.waitUntil(lambda: plan.pages.currentIndex() == 0)
    after = current(room, show)
    assert after.segments[0].duration_ms == show.segments[0].duration_ms + 60_000
    assert after.segments[1:] == show.segments[1:]
    room.store.shows.undo(show.id, by="策划", at_ms=2)
    assert current(room, show) == show


def test_override_takes_everything(qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path) -> None:
    plan.read(changed_sheet(show, tmp_path))
    qtbot.waitUntil(lambda: plan.importer.keep.isEnabled(), timeout=10_000)
    assert plan.importer.keep.text() == "Keep this show"
    ways = plan.importer.ways
    ways.buttons[Way.NEW].setFocus()
    QTest.keyClick(ways.buttons[Way.NEW], Qt.Key.Key_Right)
    assert ways.way is Way.OVERRIDE, "the arrows go from way to way"
    qtbot.waitUntil(lambda: plan.importer.changes.plan is not None and plan.importer.keep.isEnabled())
    assert not plan.importer.changes.all.isVisible()
    assert {line.cells[0].text for line in plan.importer.changes.model.lines} == {"☑"}
    plan.importer.keep.click()
    qtbot.waitUntil(lambda: plan.pages.currentIndex() == 0)
    titles = [item.title for item in current(room, show).segments]
    assert titles[1] == "全新环节"
    assert show.segments[1].title not in titles
    assert len(room.store.shows.summaries()) == 1


def test_a_show_that_moved_on_is_not_overwritten(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    plan.read(changed_sheet(show, tmp_path), show.id)
    qtbot.waitUntil(lambda: plan.importer.keep.isEnabled(), timeout=10_000)
    moved, revision = room.store.shows.load(show.id)
    from livedesk.domain.edits import ChangeShow

    room.store.shows.edit(show.id, ChangeShow({"host": "主播二"}), base=revision, by="场控", at_ms=1)
    plan.importer.keep.click()
    qtbot.waitUntil(lambda: "▲" in plan.importer._state.text() or plan.importer.keep.isEnabled())
    assert current(room, show) == replace(moved, host="主播二")


def test_columns_that_nobody_knows_are_named_and_remembered(
    qtbot: QtBot, room: Pages, plan: PlanPage, tmp_path: Path
) -> None:
    path = tmp_path / "怪表_20261126.csv"
    path.write_text(STRANGE, encoding="utf-8")
    importer = plan.importer
    plan.read(path)
    qtbot.waitUntil(lambda: importer.pages.currentIndex() == 2)
    panel = importer.columns
    assert panel.header_row.count() == 3
    assert not panel.use.isEnabled(), "without a title and a time nothing can be read"
    for field, name in zip(panel.fields, ("time", "title", "note"), strict=True):
        field.setFocus()
        field.setCurrentIndex(field.findData(name))
        field.activated.emit(field.currentIndex())
    assert panel.use.isEnabled()
    panel.use.click()
    qtbot.waitUntil(lambda: importer.preview is not None and importer.preview.show is not None)
    assert importer.preview is not None
    made = importer.preview.show
    assert made is not None
    assert [item.note for item in made.segments] == ["天气：晴", "天气：多云"]
    plan.read(path)
    qtbot.waitUntil(lambda: importer.preview is not None)
    assert "before" in importer.ways.mapped.text(), "the next sheet with these headings is read so by itself"
    importer.which.click()
    assert importer.pages.currentIndex() == 2
    assert [field.currentData() for field in panel.fields] == ["time", "title", "note"]
    panel.usual.click()
    qtbot.waitUntil(lambda: not known_mappings(room.store.kept))
    qtbot.waitUntil(lambda: importer.preview is None and importer.pages.currentIndex() == 2)


def test_two_columns_cannot_be_the_same_field(qtbot: QtBot, plan: PlanPage, tmp_path: Path) -> None:
    path = tmp_path / "怪表_20261126.csv"
    path.write_text(STRANGE, encoding="utf-8")
    plan.read(path)
    panel = plan.importer.columns
    qtbot.waitUntil(lambda: len(panel.fields) == 3)
    for field, name in zip(panel.fields, ("time", "title", "title"), strict=True):
        field.setCurrentIndex(field.findData(name))
        field.activated.emit(field.currentIndex())
    assert not panel.use.isEnabled()
    assert "Title" in panel._missing.text()


def test_what_a_sheet_leaves_out_is_the_shows(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    path = tmp_path / "加场.csv"
    path.write_text("时长,环节\n5分钟,全新环节\n", encoding="utf-8")
    plan.read(path, show.id)
    qtbot.waitUntil(lambda: plan.importer.keep.isEnabled())
    assert "Added" in [line.cells[1].text for line in plan.importer.changes.model.lines]
    plan.importer.keep.click()
    qtbot.waitUntil(lambda: plan.pages.currentIndex() == 0)
    after = current(room, show)
    assert (after.planned_start, after.host) == (show.planned_start, show.host)
    assert [item.title for item in after.segments] == ["全新环节", *(item.title for item in show.segments)]


def test_a_document_of_scripts_goes_into_the_show(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    first = show.segments[0]
    line = replace(first.script.lines[0], text="换了一句开场白")
    written = replace(first, script=replace(first.script, lines=(line, *first.script.lines[1:])))
    path = tmp_path / "话术.docx"
    path.write_bytes(export_script_docx(replace(show, segments=(written, *show.segments[1:]))))
    plan.read(path)
    importer = plan.importer
    qtbot.waitUntil(lambda: importer.changes.plan is not None, timeout=10_000)
    assert not importer.ways.buttons[Way.NEW].isEnabled()
    (row,) = importer.changes.model.lines
    assert "换了一句开场白" in row.cells[4].tip
    importer.keep.click()
    qtbot.waitUntil(lambda: plan.pages.currentIndex() == 0)
    assert current(room, show) == replace(show, segments=(written, *show.segments[1:]))


@pytest.mark.parametrize("way", ["button", "key"])
def test_the_script_of_the_marked_show_is_written(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, way: str
) -> None:
    places = _Places()
    room.context.bridge.subscribe(GoTo, places.go)
    if way == "button":
        plan.shows.write.click()
    else:
        QTest.keyClick(plan.shows.list, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: places.asked == [GoTo("script", show.id)])


def test_what_was_kept_is_opened_in_the_script(
    qtbot: QtBot, room: Pages, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    places = _Places()
    room.context.bridge.subscribe(GoTo, places.go)
    plan.read(changed_sheet(show, tmp_path), show.id)
    qtbot.waitUntil(lambda: plan.importer.keep.isEnabled(), timeout=10_000)
    plan.importer.keep.click()
    qtbot.waitUntil(lambda: plan.findChild(QPushButton, "write-kept") is not None)
    plan.findChild(QPushButton, "write-kept").click()
    qtbot.waitUntil(lambda: places.asked == [GoTo("script", show.id)])


def test_an_import_for_a_show_asks_for_the_file_at_once(
    qtbot: QtBot, plan: PlanPage, show: Show, tmp_path: Path
) -> None:
    plan.show_item(show.id)
    dialog = plan.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(changed_sheet(show, tmp_path)))
    dialog.close()
    qtbot.waitUntil(lambda: plan.importer.changes.plan is not None, timeout=10_000)
    assert (plan.importer.ways.way, plan.importer.ways.target) == (Way.MERGE, show.id)
    QApplication.processEvents()
