"""The promotions of the show in its facts: seen, added, changed, tied to a segment, deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from script_hand import Hand, Key, do, script_hand
from script_room import script_room

from livedesk.domain import editing
from livedesk.domain.edits import ChangeShow
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.product import Promotion, PromotionKind
from livedesk.ui.workspaces.script.show_facts_promotions import ShowPromotions

__all__ = ["script_hand", "script_room"]

LOOSE = Promotion("loose", "满 199 减 40", PromotionKind.THRESHOLD)
FIELD = "promotion.segment_id"


@pytest.fixture(name="box")
def script_show_promotions(hand: Hand) -> ShowPromotions:
    show = hand.script.show
    tied = replace(LOOSE, id="tied", title="口播秒杀", kind=PromotionKind.FLASH, segment_id=show.segments[2].id)
    do(hand.script, ChangeShow({"promotions": (tied, LOOSE)}))
    assert hand.panel.facts_form is not None
    return hand.panel.facts_form.promotions


def promotion(hand: Hand, promotion_id: str) -> Promotion:
    return next(one for one in hand.script.show.promotions if one.id == promotion_id)


def line_of(hand: Hand, at: int) -> str:
    show = hand.script.show
    return f"{shown_numbers(show.segments)[at]} {show.segments[at].title}"


def test_each_promotion_says_what_it_starts_with(hand: Hand, box: ShowPromotions) -> None:
    tied, loose = box.list.entries
    assert tied.text.endswith(line_of(hand, 2))
    assert loose.text.startswith("▲")
    assert "starts with no segment" in loose.text
    assert loose.tone == "next"
    third = hand.script.show.segments[2].id
    do(hand.script, editing.set_field(hand.script.show, {third}, "title", "改了名"))
    assert box.list.entries[0].text.endswith("改了名")
    do(hand.script, editing.toggle_skip(hand.script.show, {third}))
    assert all(entry.text.startswith("▲") for entry in box.list.entries)


@pytest.mark.parametrize("how", ["number", "title", "line"])
def test_a_loose_promotion_is_tied_to_a_segment(hand: Hand, box: ShowPromotions, how: str) -> None:
    line = line_of(hand, 3)
    number, _, title = line.partition(" ")
    box.mend("loose")
    assert box.editors[FIELD].hasFocus()
    hand.enter(FIELD, {"number": number, "title": title, "line": line}[how], box)
    assert promotion(hand, "loose").segment_id == hand.script.show.segments[3].id
    assert box.list.entries[1].text.endswith(line)
    hand.enter(FIELD, "", box)
    assert promotion(hand, "loose").segment_id == ""


def test_a_segment_that_is_not_there_or_not_plain_is_refused(hand: Hand, box: ShowPromotions) -> None:
    show = hand.script.show
    do(hand.script, editing.set_fields(show, {one.id: {"title": "讲品一段"} for one in show.segments[:2]}))
    box.mend("loose")
    hand.enter(FIELD, "没有这一段", box)
    assert "No segment is called so" in hand.said(FIELD, box)
    hand.enter(FIELD, "品一", box)
    assert "2 segments are called so" in hand.said(FIELD, box)
    assert promotion(hand, "loose").segment_id == ""


def test_the_fields_of_a_promotion_are_changed(hand: Hand, box: ShowPromotions) -> None:
    box.list.setFocus()
    box.list.stand("loose")
    QTest.keyClick(box.list, Key.Key_Return)
    assert box.editors["promotion.title"].hasFocus()
    hand.enter("promotion.title", "满 299 减 60", box)
    hand.enter("promotion.price", "99", box)
    hand.enter("promotion.cap", "50", box)
    hand.enter("promotion.duration_ms", "5:00", box)
    changed = promotion(hand, "loose")
    assert changed == replace(LOOSE, title="满 299 减 60", price=9_900, cap=50, duration_ms=300_000)
    hand.enter("promotion.title", "", box)
    assert "needs a title" in hand.said("promotion.title", box)
    # Another entry is shown with what it has.
    box.list.setFocus()
    box.list.stand("tied")
    assert hand.line("promotion.title", box).typed() == "口播秒杀"
    assert hand.line(FIELD, box).typed() == line_of(hand, 2)


def test_delete_takes_a_promotion_out_of_the_show(hand: Hand, box: ShowPromotions) -> None:
    box.list.setFocus()
    box.list.stand("loose")
    QTest.keyClick(box.list, Key.Key_Delete)
    assert [one.id for one in hand.script.show.promotions] == ["tied"]
    QTest.keyClick(box.list, Key.Key_Delete)
    assert hand.script.show.promotions == ()
    hand.script.document.undo()
    hand.script.settled()
    assert [one.id for one in hand.script.show.promotions] == ["tied"]


def test_one_that_runs_is_not_deleted(hand: Hand, box: ShowPromotions) -> None:
    box._running = frozenset({"loose"})
    box.list.setFocus()
    box.list.stand("loose")
    QTest.keyClick(box.list, Key.Key_Delete)
    assert len(hand.script.show.promotions) == 2
    assert "end it" in hand.said("promotions.add", box)


def test_a_promotion_is_added(hand: Hand, box: ShowPromotions) -> None:
    hand.enter("promotions.add", "秒杀 9.9", box)
    made = hand.script.show.promotions[-1]
    assert (made.title, made.kind, made.segment_id) == ("秒杀 9.9", PromotionKind.FLASH, "")
    assert box.list.current == made.id
    hand.enter("promotions.add", "开播礼", box)
    assert "What kind" in hand.said("promotions.add", box)
    hand.answer("promotions.add", "gift", box)
    made = hand.script.show.promotions[-1]
    assert (made.title, made.kind) == ("开播礼", PromotionKind.GIFT)
    assert box.list.current == made.id
    QApplication.processEvents()
    assert QApplication.focusWidget() is box.adder


def test_what_is_not_there_any_more_shows_the_list(hand: Hand, box: ShowPromotions) -> None:
    box.mend("gone")
    assert box.list.hasFocus()
    assert box.opened is None
