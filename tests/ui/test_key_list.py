"""F1: every key, also of pages that were never opened, and a way back."""

from __future__ import annotations

import pytest
from pages_desk import Pages, evening, keep_sample, pages_desk, told  # noqa: F401 (a fixture)
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from whole_window import Whole, whole_window  # noqa: F401 (a fixture)

from livedesk.ui.actions import Category, key_label
from livedesk.ui.key_list import KeyList
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
