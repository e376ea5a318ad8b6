"""A refused start says what is wrong and what to do; a real damaged folder offers its newest good backup."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from livedesk.domain.errors import UserError
from livedesk.store.store import Store
from livedesk.ui.startup_page import StartupPage
from livedesk.ui.theme import Theme


def _refused(folder: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        Store.open(folder)
    return caught.value


def _page(qtbot: QtBot, error: UserError, theme: Theme, family: str) -> StartupPage:
    page = StartupPage(error, theme, family)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def test_a_damaged_database_offers_the_newest_good_backup(
    qtbot: QtBot, theme: Theme, family: str, tmp_path: Path
) -> None:
    with Store.open(tmp_path) as store:
        backup = store.backups.make(at_ms=1_795_608_000_000)
        database = store.folder.database
    whole = database.read_bytes()
    broken = whole[:4096] + b"\xff" * (len(whole) - 4096)
    database.write_bytes(broken)
    page = _page(qtbot, _refused(tmp_path), theme, family)
    assert page.backup == backup.path
    assert page.command.text() == f'livedesk restore "{backup.path}" --data "{tmp_path}"'
    assert str(backup.path) in page.words.text()
    assert page.folder == tmp_path
    assert database.read_bytes() == broken, "the file is as it was"


def test_without_a_backup_it_says_so(qtbot: QtBot, theme: Theme, family: str, tmp_path: Path) -> None:
    (tmp_path / "livedesk.db").write_bytes(b"")
    page = _page(qtbot, _refused(tmp_path), theme, family)
    assert page.backup is None
    assert not hasattr(page, "command")


def test_a_folder_in_use_names_the_other_process(qtbot: QtBot, theme: Theme, family: str, tmp_path: Path) -> None:
    error = UserError("folder.in_use", path=str(tmp_path), pid=4711)
    page = _page(qtbot, error, theme, family)
    assert "4711" in page.words.text()
    assert page.backup is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_and_escape_close_it(qtbot: QtBot, theme: Theme, family: str, tmp_path: Path, key: Qt.Key) -> None:
    page = _page(qtbot, UserError("folder.in_use", path=str(tmp_path), pid=1), theme, family)
    assert page.quit.hasFocus()
    QTest.keyClick(page.quit, key)
    assert not page.isVisible()
