"""Ctrl+K and the pages: what acts where, what it says of the rest, and what pages offer."""

from __future__ import annotations

from pages_desk import Pages
from palette_room import Hands, K, ask, chosen, on_air, palette
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from whole_window import Whole

from livedesk.domain import commands as c
from livedesk.ui.actions import Category
from livedesk.ui.palette_door import PaletteDoor
from livedesk.ui.palette_list import PaletteRow
from livedesk.ui.palette_match import SHOWN


def test_of_two_alike_the_one_that_acts_here_stands_first(whole: Whole, pages: Pages) -> None:
    pages.context.actions.add("merge_a", "Merge", category=Category.SHOW, page="review")
    pages.context.actions.add("merge_b", "Merge them", category=Category.SCRIPT)
    assert ask(whole, "merge") == ["Merge them", "Merge"]


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
    assert pages.context.actions["show_review"].key in palette(whole).words.text()
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


def test_a_reason_that_changes_is_shown_and_the_choice_stays(whole: Whole, pages: Pages, qtbot: QtBot) -> None:
    ask(whole)
    whole.press(K.Key_Down)
    before = chosen(whole)
    pages.context.actions["full_screen"].allow(False, "not here")
    qtbot.waitUntil(lambda: any(entry.why == "not here" for entry in palette(whole).model.rows))
    assert chosen(whole) == before


def test_pages_offer_rows_and_are_asked_for_no_more_than_are_read(whole: Whole, field: QLineEdit) -> None:
    hands = Hands(whole.window)
    whole.window.palette_door.provide(hands.rows)
    whole.window.palette_door.provide(hands.rows)
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
    assert PaletteDoor.of(whole.live) is whole.window.palette_door
    assert PaletteDoor.of(QLineEdit()) is None


def test_what_a_page_has_for_a_list_of_its_own_acts_only_while_it_is_seen(whole: Whole, pages: Pages) -> None:
    on_air(whole, pages)
    whole.window.show_page("prepare")
    ask(whole, "note of the check")
    assert palette(whole).model.row_at(0).why == ""
    whole.press(K.Key_Escape)
    whole.window.show_page("plan")
    ask(whole, "note of the check")
    assert pages.context.actions["show_prepare"].key in palette(whole).model.row_at(0).why


class Leaving:
    """Offers a row for as long as somebody holds it."""

    def rows(self, _query: str) -> list[PaletteRow]:
        """One row."""
        return [PaletteRow("Go to product 8", str)]


def test_the_palette_holds_nobody_who_offers_rows(whole: Whole) -> None:
    offers = Leaving()
    whole.window.palette_door.provide(offers.rows)
    assert ask(whole, "product 8")[0] == "Go to product 8"
    whole.press(K.Key_Escape)
    del offers
    assert ask(whole, "product 8") == []
