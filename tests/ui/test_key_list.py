"""F1: every key, also of pages that were never opened, on paper too, and a way back."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pages_desk import Pages, evening, keep_sample, told
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot
from whole_window import Whole

from livedesk.ui.actions import Category, key_label
from livedesk.ui.key_list import KeyList, category_title, key_groups
from livedesk.ui.key_rows import CHECKS, KEY_ROWS, PROMPTER
from livedesk.ui.prompter.window import PrompterWindow
from livedesk.ui.workspaces.prepare.page import PreparePage

K = Qt.Key


def listed(whole: Whole) -> list[str]:
    """The words of the list."""
    keys = whole.window.findChild(KeyList)
    assert keys is not None
    return [part.text() for part in keys.findChildren(QLabel)]


def test_every_action_with_a_key_is_listed_and_the_keys_of_pages_never_opened(whole: Whole) -> None:
    whole.press(K.Key_F1)
    words = listed(whole)
    for action in whole.window.context.actions:
        if action.key:
            assert key_label(action.key) in words
            assert action.text() in words
    for title, rows in KEY_ROWS:
        assert str(title) in words
        for key, text in rows:
            assert str(key) in words
            assert str(text) in words


def test_the_list_has_the_keys_as_soon_as_it_is_asked_for(whole: Whole) -> None:
    whole.press(K.Key_F1)
    keys = whole.window.findChild(KeyList)
    assert keys is not None
    bar = keys.findChild(QScrollArea).verticalScrollBar()
    bar.setRange(0, 500)
    whole.press(K.Key_PageDown)
    assert bar.value() > 0


def test_the_checks_have_the_keys_that_are_listed(whole: Whole, pages: Pages) -> None:
    rows = dict(KEY_ROWS)[CHECKS]
    whole.window.show_page("prepare")
    page = whole.window.findChild(PreparePage)
    assert page is not None
    assert {action.key for action in pages.context.actions if action.category is Category.CHECKS} == {
        key for key, _ in rows
    }


def test_the_prompter_knows_the_keys_that_are_listed(qtbot: QtBot, family: str) -> None:
    prompter = PrompterWindow(family)
    qtbot.addWidget(prompter)
    for keys, _ in dict(KEY_ROWS)[PROMPTER]:
        for key in str(keys).replace("↑", "Up").replace("↓", "Down").replace("−", "-").split():
            assert prompter.press(QKeySequence(key)[0].key()), key


@pytest.mark.parametrize("back", [K.Key_Escape, K.Key_F1])
def test_the_list_leads_back_to_the_page_before(whole: Whole, pages: Pages, back: Qt.Key) -> None:
    show = keep_sample(pages.store)
    pages.post(told(show, evening(show, until=3)))
    whole.window.show_page("plan")
    whole.press(K.Key_F1)
    assert whole.window.page == "settings"
    whole.press(back)
    assert whole.window.page == "plan"
    whole.window.show_page("settings")
    whole.press(K.Key_Escape)
    assert whole.window.page == "settings", "who went there to set something stays"


def add(pages: Pages, name: str, text: str, category: Category, key: str = "", page: str = "") -> None:
    """An action as a page registers it."""
    pages.context.actions.add(name, text, category=category, shortcut=key, page=page)


def test_what_a_page_registers_is_listed_once_under_its_heading(whole: Whole, pages: Pages) -> None:
    before = dict(key_groups(pages.context.actions))
    assert category_title(Category.SCRIPT) not in before, "a heading without keys is none"
    add(pages, "duplicate", "Duplicate", Category.SCRIPT, "Ctrl+D", "script/list")
    add(pages, "duplicate_line", "Duplicate the line", Category.SCRIPT, "Ctrl+D", "script/text")
    add(pages, "duplicate_too", "Duplicate", Category.SCRIPT, "Ctrl+D", "script/strip")
    add(pages, "bold", "Emphasise", Category.EDIT, "Ctrl+E")
    add(pages, "renumber", "Renumber", Category.SCRIPT)
    add(pages, "check_x", "Passed", Category.CHECKS, "P", "prepare")
    groups = dict(key_groups(pages.context.actions))
    assert groups[category_title(Category.SCRIPT)] == (
        ("Ctrl+D", "Duplicate"),
        ("Ctrl+D", "Duplicate the line"),
    )
    assert groups[category_title(Category.EDIT)] == (("Ctrl+E", "Emphasise"),)
    checks = groups[category_title(Category.CHECKS)]
    assert sorted(checks) == sorted(before[category_title(Category.CHECKS)]), "a key is told once"
    whole.press(K.Key_F1)
    words = listed(whole)
    assert words.count("Duplicate") == 1
    assert words.count(category_title(Category.EDIT)) == 1


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that the system was asked to show."""
    shown: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(Path(QUrl(url).toLocalFile())) or True
    )
    return shown


def read(path: Path) -> str:
    """The text of a PDF."""
    return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("way", ["button", "palette"])
def test_the_sheet_is_printed_by_keyboard(
    whole: Whole, pages: Pages, qtbot: QtBot, opened: list[Path], way: str
) -> None:
    for number in range(40):
        add(
            pages,
            f"deed_{number}",
            f"Deed <{number}> & more",
            Category.EDIT,
            f"Ctrl+Alt+F{number + 1}" if number < 35 else "",
        )
    if way == "button":
        whole.press(K.Key_F1)
        for _ in range(60):
            whole.press(K.Key_Tab)
            if whole.focus.objectName() == "print-keys":
                break
        whole.press(K.Key_Return)
    else:
        whole.press(K.Key_K, Qt.KeyboardModifier.ControlModifier)
        whole.type("print list")
        whole.press(K.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].parent == pages.services.data_folder / "reports"
    assert str(opened[0]) in whole.window.status_bar.message.text()
    text = read(opened[0])
    assert 1 <= text.count("\f") <= 2
    flat = "".join(text.split())
    for title, keys in key_groups(pages.context.actions):
        assert "".join(title.split()) in flat
        for key, deed in keys:
            assert "".join(key.split()) in flat
            assert "".join(deed.split()) in flat


def test_a_sheet_that_cannot_be_written_says_so(
    whole: Whole, pages: Pages, qtbot: QtBot, opened: list[Path]
) -> None:
    folder = pages.services.data_folder / "reports"
    folder.rmdir()
    folder.write_text("a file where the folder should be")
    pages.context.actions.trigger("print_keys")
    qtbot.waitUntil(lambda: "▲" in whole.window.status_bar.message.text())
    assert opened == []


def test_by_tab_the_list_is_scrolled(whole: Whole) -> None:
    whole.window.resize(1366, 768)
    whole.press(K.Key_F1)
    keys = whole.window.findChild(KeyList)
    assert keys is not None
    for _ in range(60):
        whole.press(K.Key_Tab)
        if keys.isAncestorOf(whole.focus) and isinstance(whole.focus, QScrollArea):
            break
    whole.press(K.Key_PageDown)
    assert whole.focus.verticalScrollBar().value() > 0
