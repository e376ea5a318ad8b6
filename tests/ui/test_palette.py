"""Ctrl+K in the whole window: it finds, it does what was chosen where the person was, and it stays out of the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pages_desk import Pages, evening, keep_sample, pages_desk, told  # noqa: F401 (a fixture)
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from whole_window import Whole, whole_window  # noqa: F401 (a fixture)

from livedesk.domain import commands as c
from livedesk.ui.actions import Category
from livedesk.ui.key_rows import KEY_ROWS, PALETTE
from livedesk.ui.palette import Palette
from livedesk.ui.palette_list import PaletteRow
from livedesk.ui.palette_match import SHOWN

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def palette(whole: Whole) -> Palette:
    return whole.window.command_palette


def ask(whole: Whole, text: str = "") -> list[str]:
    """Open it and type; gives the titles that it lists."""
    whole.press(K.Key_K, CTRL)
    if text.isascii():
        whole.type(text)
    else:
        commit(whole, text)
    return titles(whole)


def commit(whole: Whole, text: str) -> None:
    """What an input method has composed."""
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    QApplication.sendEvent(whole.focus, done)


def titles(whole: Whole) -> list[str]:
    return [entry.title for entry in palette(whole).model.rows]


def chosen(whole: Whole) -> str:
    return str(palette(whole).list.currentIndex().data()).split(",")[0]


def on_air(whole: Whole, pages: Pages) -> None:
    """The sample show, some way into it, on the Live page."""
    show = keep_sample(pages.store)
    pages.post(told(show, evening(show, until=3)))
    whole.window.ticker.tick()
    whole.window.show_page("live")


class Hands(QObject):
    """Notes what had the focus when it was asked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen: list[object] = []
        self.queries: list[str] = []
        self.many = 0

    def do(self) -> None:
        """Look who has the focus."""
        focus = QApplication.focusWidget()
        self.seen.append((focus.objectName(), focus.selectedText()) if isinstance(focus, QLineEdit) else focus)

    def rows(self, query: str) -> Iterator[PaletteRow]:
        """Offer more than anybody can read."""
        self.queries.append(query)
        for number in range(100_000):
            self.many = number + 1
            yield PaletteRow(f"Go to segment {number:02d}", self.do, "20:07")


@pytest.fixture
def field(whole: Whole) -> QLineEdit:
    """A line with selected text, on the page in front."""
    made = QLineEdit("abc def", whole.window.pages.currentWidget())
    made.setObjectName("page-field")
    made.show()
    made.setFocus()
    made.setSelection(4, 3)
    return made


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
    ask(whole)
    field.hide()
    whole.press(K.Key_Escape)
    whole.press(K.Key_H)
    assert pages.sent == [c.ToggleHold()]


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


def test_of_two_alike_the_one_that_acts_here_stands_first(whole: Whole, pages: Pages) -> None:
    pages.context.actions.add("merge_a", "Merge", category=Category.SHOW, page="review")
    pages.context.actions.add("merge_b", "Merge them", category=Category.SCRIPT)
    assert ask(whole, "merge") == ["Merge them", "Merge"]


def test_the_mouse_chooses_and_does(whole: Whole) -> None:
    found = ask(whole)
    listed = palette(whole).list
    place = listed.visualRect(palette(whole).model.index(2, 0)).center()
    QTest.mouseMove(listed.viewport(), place - QPoint(3, 0))
    QTest.mouseMove(listed.viewport(), place)
    assert chosen(whole) == found[2]
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not palette(whole).isVisible()
    assert whole.window.page == "plan"


def test_a_press_beside_it_closes_it_and_acts(whole: Whole) -> None:
    ask(whole)
    plan = next(button for button in whole.window.rail.findChildren(QObject) if button.property("text") == "Plan")
    QTest.mouseClick(plan, Qt.MouseButton.LeftButton)
    assert not palette(whole).isVisible()
    assert whole.window.page == "plan"


def test_what_does_nothing_says_why_and_stays(whole: Whole, pages: Pages) -> None:
    refused: list[tuple[str, str]] = []
    pages.context.actions.refused.connect(lambda *told: refused.append(told))
    pages.context.actions["undo"].allow(False, "Open a show first")
    pages.context.actions["redo"].allow(False)
    ask(whole, "undo the last")
    assert palette(whole).model.row_at(0).why == "Open a show first"
    whole.press(K.Key_Return)
    assert refused == [("undo", "Open a show first")]
    assert "Open a show first" in whole.window.status_bar.message.text()
    assert palette(whole).words.text() == "▲ Open a show first"
    assert palette(whole).isVisible()
    palette(whole).field.setText("redo")
    assert palette(whole).model.row_at(0).why


def test_the_show_is_run_from_it_where_a_person_sees_it(whole: Whole, pages: Pages) -> None:
    on_air(whole, pages)
    whole.window.show_page("plan")
    ask(whole, "hold")
    whole.press(K.Key_Return)
    assert pages.sent == []
    assert "Live" in palette(whole).words.text()
    whole.press(K.Key_Escape)
    whole.window.show_page("live")
    ask(whole, "hold")
    whole.press(K.Key_Return)
    assert pages.sent == [c.ToggleHold()]


def test_what_belongs_to_a_page_acts_only_while_it_is_seen(whole: Whole, pages: Pages) -> None:
    on_air(whole, pages)
    asked: list[str] = []
    whole.live.actions_.asked.connect(asked.append)
    whole.window.show_page("plan")
    ask(whole, "undo the last")
    whole.press(K.Key_Return)
    assert asked == []
    assert "Ctrl+1" in palette(whole).words.text()
    whole.press(K.Key_Escape)
    whole.window.show_page("live")
    ask(whole, "undo the last")
    whole.press(K.Key_Return)
    assert asked == ["undo"]


def test_an_action_that_names_its_page_acts_there_only(whole: Whole, pages: Pages) -> None:
    hands = Hands(whole.window)
    pages.context.actions.add("split", "Split it", hands.do, category=Category.EDIT, page="review/text")
    ask(whole, "split it")
    whole.press(K.Key_Return)
    assert hands.seen == []
    assert "Ctrl+4" in palette(whole).words.text()
    whole.press(K.Key_Escape)
    whole.window.show_page("review")
    ask(whole, "split it")
    whole.press(K.Key_Return)
    assert len(hands.seen) == 1


def test_an_emergency_has_its_keys_and_takes_it_away(whole: Whole, pages: Pages) -> None:
    on_air(whole, pages)
    refused: list[str] = []
    pages.context.actions.refused.connect(lambda action, _why: refused.append(action))
    ask(whole, "some")
    whole.press(K.Key_F9)
    assert pages.sent == [c.Panic()]
    assert not palette(whole).isVisible()
    whole.press(K.Key_Space)
    assert pages.sent == [c.Panic()], "who was still typing takes no segment"
    assert refused == ["go"]


def test_another_page_takes_it_away(whole: Whole) -> None:
    ask(whole)
    whole.press(K.Key_3, CTRL)
    assert whole.window.page == "plan"
    assert not palette(whole).isVisible()


def test_what_takes_the_focus_has_it(whole: Whole, field: QLineEdit) -> None:
    ask(whole)
    field.setFocus()
    assert not palette(whole).isVisible()
    assert field.hasFocus()


def test_a_reason_that_changes_is_shown_and_the_choice_stays(whole: Whole, pages: Pages, qtbot: QtBot) -> None:
    ask(whole)
    whole.press(K.Key_Down)
    before = chosen(whole)
    pages.context.actions["full_screen"].allow(False, "not here")
    qtbot.waitUntil(lambda: any(entry.why == "not here" for entry in palette(whole).model.rows))
    assert chosen(whole) == before


def test_pages_offer_rows_and_are_asked_for_no_more_than_are_read(whole: Whole, field: QLineEdit) -> None:
    hands = Hands(whole.window)
    palette(whole).provide(hands.rows)
    palette(whole).provide(hands.rows)
    found = ask(whole, "07 segm")
    assert found[0] == "Go to segment 07"
    assert hands.queries == ["", "0", "07", "07 ", "07 s", "07 se", "07 seg", "07 segm"]
    assert hands.many <= SHOWN + 1
    assert len(found) == SHOWN
    whole.press(K.Key_Return)
    assert hands.seen == [("page-field", "def")]
    hands.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert ask(whole, "07 segm") == []


def test_a_widget_finds_the_palette_of_its_window(whole: Whole) -> None:
    assert Palette.of(whole.live) is palette(whole)
    assert Palette.of(QLineEdit()) is None


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
