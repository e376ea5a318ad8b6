"""Ctrl+K in the whole window: it finds, it does what was chosen where the person was, and it stays out of the way."""

from __future__ import annotations

import pytest
from pages_desk import Pages
from palette_room import CTRL, Hands, K, ask, chosen, commit, on_air, palette, titles
from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from whole_window import Whole

from livedesk.domain import commands as c
from livedesk.ui.actions import Category
from livedesk.ui.key_rows import KEY_ROWS, PALETTE
from livedesk.ui.widgets.buttons import KeyButton


def test_the_key_opens_it_and_what_is_typed_is_text(whole: Whole, pages: Pages) -> None:
    on_air(whole, pages)
    ask(whole, "h ]gm")
    assert palette(whole).field.text() == "h ]gm"
    whole.press(K.Key_Backspace)
    assert palette(whole).field.text() == "h ]g"
    assert pages.sent == []
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("close", [(K.Key_Escape,), (K.Key_K, CTRL)])
def test_closing_gives_the_focus_back_with_its_selection(
    whole: Whole, field: QLineEdit, close: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    ask(whole, "full")
    assert palette(whole).field.hasFocus()
    whole.press(*close)
    assert not palette(whole).isVisible()
    assert field.hasFocus()
    assert field.selectedText() == "def"
    assert ask(whole) != []
    assert palette(whole).field.text() == ""


def test_an_action_acts_on_what_had_the_focus(whole: Whole, field: QLineEdit) -> None:
    hands = Hands(whole.window)
    whole.window.context.actions.add("zoom_out", "Zoom out", hands.do, category=Category.EDIT)
    assert ask(whole, "zoom") == ["Zoom out"]
    whole.press(K.Key_Return)
    assert hands.seen == [("page-field", "def")]
    assert not palette(whole).isVisible()


def test_where_what_had_the_keys_is_gone_the_page_takes_them(whole: Whole, pages: Pages, field: QLineEdit) -> None:
    on_air(whole, pages)
    whole.live.take_keys()
    takes = whole.focus
    field.setFocus()
    ask(whole)
    field.hide()
    whole.press(K.Key_Escape)
    assert whole.focus is takes


def test_it_finds_by_title_in_both_languages_by_key_and_by_kind(whole: Whole, pages: Pages) -> None:
    on_air(whole, pages)
    for query, title in (
        ("full scr", "Full screen"),
        ("全屏", "Full screen"),
        ("qp", "Full screen"),
        ("ctrl+q", "Quit"),
        ("f9", "Panic"),
        ("running hold", "Hold"),
    ):
        found = ask(whole, query)
        assert found[0] == title, query
        whole.press(K.Key_Escape)
    assert "Find a command …" not in ask(whole)


def test_in_chinese_english_words_find_it_too(language: str, whole: Whole) -> None:
    assert ask(whole, "full screen")[0] == "全屏"
    whole.press(K.Key_Escape)
    assert ask(whole, "all keys")[0] == "全部按键", "by more than its id"


def test_what_was_used_last_stands_first(whole: Whole) -> None:
    before = ask(whole)
    whole.type("review")
    whole.press(K.Key_Return)
    assert whole.window.page == "review"
    ask(whole, "plan")
    whole.press(K.Key_Return)
    assert ask(whole) == ["Plan", "Review", *(title for title in before if title not in ("Plan", "Review"))]


def test_the_keys_of_the_list(whole: Whole) -> None:
    found = ask(whole)
    assert chosen(whole) == found[0]
    whole.press(K.Key_Up)
    assert chosen(whole) == found[-1]
    whole.press(K.Key_Down)
    whole.press(K.Key_Down)
    assert chosen(whole) == found[1]
    whole.press(K.Key_Tab)
    assert chosen(whole) == found[2]
    whole.press(K.Key_Backtab)
    assert chosen(whole) == found[1]
    whole.press(K.Key_PageDown)
    assert chosen(whole) == found[12]
    for _ in found:
        whole.press(K.Key_PageDown)
    assert chosen(whole) == found[-1]
    for _ in found:
        whole.press(K.Key_PageUp)
    assert chosen(whole) == found[0]
    assert palette(whole).field.hasFocus()


def test_its_keys_are_in_the_list_of_keys() -> None:
    keys = " ".join(str(key) for key, _ in dict(KEY_ROWS)[PALETTE])
    assert keys == "↑ ↓ Tab PgUp PgDown Enter Esc", "the tests here press each of them"


def test_the_mouse_chooses_and_does(whole: Whole) -> None:
    found = ask(whole)
    third = palette(whole).model.row_at(2).action
    listed = palette(whole).list
    place = listed.visualRect(palette(whole).model.index(2, 0)).center()
    QTest.mouseMove(listed.viewport(), place - QPoint(3, 0))
    QTest.mouseMove(listed.viewport(), place)
    assert chosen(whole) == found[2]
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not palette(whole).isVisible()
    assert f"show_{whole.window.page}" == third


def test_a_press_beside_it_closes_it_and_acts(whole: Whole, pages: Pages, field: QLineEdit) -> None:
    on_air(whole, pages)
    field.setFocus()
    ask(whole)
    hold = whole.live.findChild(KeyButton, "button-hold")
    assert hold is not None
    QTest.mouseClick(hold, Qt.MouseButton.LeftButton)
    assert not palette(whole).isVisible()
    assert pages.sent == [c.ToggleHold()]
    assert field.hasFocus()


def test_another_page_takes_it_away(whole: Whole) -> None:
    ask(whole)
    whole.press(K.Key_3, CTRL)
    assert whole.window.page != "live"
    assert not palette(whole).isVisible()


def test_what_takes_the_focus_has_it(whole: Whole, field: QLineEdit) -> None:
    ask(whole)
    field.setFocus()
    assert not palette(whole).isVisible()
    assert field.hasFocus()


def test_an_input_method_composes_in_it(whole: Whole) -> None:
    ask(whole)
    field = palette(whole).field
    assert field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QApplication.sendEvent(field, QInputMethodEvent("quan", []))
    for key in (K.Key_Down, K.Key_Return, K.Key_Escape):
        whole.press(key)
    assert palette(whole).isVisible()
    commit(whole, "全屏")
    assert titles(whole)[0] == "Full screen"
    whole.press(K.Key_Escape)
    assert not palette(whole).isVisible()


class Taking(QLineEdit):
    """A field that takes every key from the shortcuts, as text fields do with Ctrl+K on some systems."""

    def event(self, event: QEvent) -> bool:
        """Take it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_a_text_field_that_knows_the_key_leaves_it_to_the_palette(whole: Whole) -> None:
    made = Taking("abc", whole.window.pages.currentWidget())
    made.show()
    made.setFocus()
    QTest.keyClick(whole.window.windowHandle(), K.Key_K, CTRL)
    assert palette(whole).isVisible()
    assert made.text() == "abc"
    QTest.keyClick(whole.window.windowHandle(), K.Key_K, CTRL)
    assert not palette(whole).isVisible()


@pytest.mark.parametrize("size", [(1180, 620), (1366, 768), (1920, 1080)])
def test_it_stands_within_the_window(whole: Whole, size: tuple[int, int]) -> None:
    ask(whole)
    whole.window.resize(*size)
    box = palette(whole)
    assert whole.window.rect().adjusted(8, 60, -8, -8).contains(box.geometry())
    whole.type("zzzz")
    assert titles(whole) == []
    whole.press(K.Key_Down)
    whole.press(K.Key_Return)
    assert box.isVisible()


def test_its_model_keeps_the_rules(whole: Whole) -> None:
    model: QAbstractItemModel = palette(whole).model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    ask(whole, "s")
    for text in ("pl", "", "zzzz", "go"):
        palette(whole).field.setText(text)
