"""Promotions of one segment and of several: each has its own, with an id of its own, changed as one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from script_fields_many import cues, key, promotions, starts, told, told_apart, undone
from script_hand import Hand, Key, script_hand
from script_room import script_room

from livedesk.domain.edits import ChangeShow, SetApproval
from livedesk.domain.events import PromotionStarted
from livedesk.domain.product import Promotion, PromotionKind
from livedesk.domain.run import RunState, State
from livedesk.domain.rundown import Approval
from livedesk.domain.status import SaveStatus
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.services.show_file import check_show

__all__ = ["script_hand", "script_room"]


def test_a_promotion_that_starts_elsewhere_is_moved_or_started_here_too(hand: Hand) -> None:
    hand.choose(0, 1, 2)
    form = promotions(hand)
    assert told_apart(form) == "mixed · 2 more, not on all"
    hand.enter("promotions.add", "第一波", form)
    assert "starts with" in hand.said("promotions.add", form)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "answer-copy", "what takes nothing away is the first for several"
    hand.answer("promotions.add", "copy", form)
    known = next(one for one in hand.script.show.promotions if one.id == "m3")
    assert known.segment_id == "s10"
    made = [next(one for one in starts(hand, at) if one.title == known.title) for at in range(3)]
    assert [replace(one, id="m3", segment_id="s10") for one in made] == [known] * 3
    check_show(hand.script.show)
    assert told(form) == ["满199减40 · 第一波 · Coupon · × 2,000"]
    assert told_apart(form) == "mixed · 2 more, not on all"
    assert hand.edits() == 1
    hand.enter("promotions.add", "第一波", form)
    assert "has it already" in hand.said("promotions.add", form)
    QTest.keyClick(form.adder, Key.Key_Escape)
    undone(hand)
    hand.enter("promotions.add", "第一波", form)
    hand.answer("promotions.add", "move", form)
    assert [len([one for one in starts(hand, at) if one.title == known.title]) for at in range(3)] == [1, 1, 1]
    assert next(one for one in starts(hand, 0) if one.title == known.title).id == "m3"
    assert [one.title for one in hand.script.show.promotions].count(known.title) == 3


def test_a_promotion_of_one_chosen_segment_goes_to_the_others_without_a_question(hand: Hand) -> None:
    hand.choose(0, 2)
    hand.enter("promotions.add", "9.9 开门红", promotions(hand))
    assert [Counter(one.title for one in starts(hand, at))["9.9 开门红 · 润唇膏"] for at in (0, 2)] == [1, 1]
    assert starts(hand, 2)[0].id == "m1"
    key(promotions(hand).list, Key.Key_Delete)
    left = [(one.id, one.segment_id) for one in hand.script.show.promotions if one.title == "9.9 开门红 · 润唇膏"]
    assert left == [("m1", "")], "what the show had before is what stays in it"


def test_a_new_promotion_goes_to_each_and_taken_away_it_stays_in_the_show_once(hand: Hand) -> None:
    hand.choose(0, 1, 3)
    form = promotions(hand)
    hand.enter("promotions.add", "满减 A", form)
    hand.answer("promotions.add", "threshold", form)
    made = [next(one for one in starts(hand, at) if one.title == "满减 A") for at in (0, 1, 3)]
    assert len({one.id for one in made}) == 3
    check_show(hand.script.show)
    key(form.list, Key.Key_Delete)
    left = [one for one in hand.script.show.promotions if one.title == "满减 A"]
    assert left == [replace(made[0], segment_id="")]
    assert hand.edits() == 2
    hand.enter("promotions.add", "满减", form)
    there = [next(one for one in starts(hand, at) if one.title == "满减 A") for at in (0, 1, 3)]
    assert there[0].id == made[0].id
    undone(hand)
    undone(hand)
    assert [next(one for one in starts(hand, at) if one.title == "满减 A") for at in (0, 1, 3)] == made


def test_a_promotion_that_runs_is_the_one_that_stays_in_the_show_where_it_is_ended(hand: Hand) -> None:
    hand.choose(0, 1, 3)
    form = promotions(hand)
    hand.enter("promotions.add", "满减 A", form)
    hand.answer("promotions.add", "threshold", form)
    running = next(one for one in starts(hand, 3) if one.title == "满减 A")
    run = RunState(promotions=(PromotionStarted(running.id, running.title, None),))
    hand.script.context.bridge.post(SessionSnapshot(1, State(hand.script.show, 1, run), SaveStatus(1)))
    QApplication.processEvents()
    hand.panel.activateWindow()
    hand.script.qtbot.waitUntil(hand.panel.isActiveWindow)
    key(form.list, Key.Key_Delete)
    left = [one for one in hand.script.show.promotions if one.title == "满减 A"]
    assert left == [replace(running, segment_id="")]


@pytest.mark.parametrize(
    ("field", "typed", "values"),
    [
        ("title", "满减 B", {"title": "满减 B"}),
        ("duration_ms", "15", {"duration_ms": 900_000}),
        ("price", "9.9", {"price": 990}),
        ("cap", "300", {"cap": 300}),
    ],
)
def test_a_promotion_of_all_is_changed_in_all(
    hand: Hand, field: str, typed: str, values: dict[str, object]
) -> None:
    hand.choose(0, 1)
    form = promotions(hand)
    hand.enter("promotions.add", "满减 A", form)
    hand.answer("promotions.add", "threshold", form)
    made = [next(one for one in starts(hand, at) if one.title == "满减 A") for at in (0, 1)]
    key(form.list, Key.Key_Return)
    assert hand.line("promotion.title", form).hasFocus()
    hand.enter(f"promotion.{field}", typed, form)
    changed = [replace(one, **values) for one in made]  # type: ignore[arg-type]  # its own fields by name
    assert [one for one in hand.script.show.promotions if one in changed] == changed
    assert len(told(form)) == 1
    if field != "title":
        hand.enter(f"promotion.{field}", "", form)
        assert [one for one in hand.script.show.promotions if one in made] == made
    undone(hand)


def test_kind_and_product_of_a_promotion_are_chosen_and_what_cant_be_is_refused(hand: Hand) -> None:
    hand.choose(0)
    form = promotions(hand)
    hand.enter("promotions.add", "满减 A", form)
    hand.answer("promotions.add", "threshold", form)
    hand.choose(0, 1)
    hand.enter("promotions.add", "满减 A", form)
    key(form.list, Key.Key_Return)
    for name, wanted in (("promotion.kind", "gift"), ("promotion.product_id", "p02")):
        choice = hand.choice(name, form)
        choice.setFocus()
        choice.showPopup()
        view = choice.view()
        hand.script.qtbot.waitUntil(view.isVisible)
        view.setCurrentIndex(choice.model().index(choice.findData(wanted), 0))
        QTest.keyClick(view, Key.Key_Return)
    made = [next(one for one in starts(hand, at) if one.title == "满减 A") for at in (0, 1)]
    assert [(one.kind, one.product_id) for one in made] == [(PromotionKind.GIFT, "p02")] * 2
    edits = hand.edits()
    for name, typed, said in (
        ("title", "", "needs a title"),
        ("duration_ms", "soon", "Write minutes"),
        ("price", "-1", "less than nothing"),
        ("cap", "many", "whole number"),
    ):
        hand.enter(f"promotion.{name}", typed, form)
        assert said in hand.said(f"promotion.{name}", form)
        QTest.keyClick(hand.line(f"promotion.{name}", form), Key.Key_Escape)
    assert hand.edits() == edits


def test_a_promotion_that_goes_while_it_is_typed_hands_it_over(hand: Hand) -> None:
    hand.choose(2)
    form = promotions(hand)
    key(form.list, Key.Key_Return)
    hand.write("promotion.title", "改到一半", form)
    other = hand.script.open()
    left = tuple(one for one in hand.script.show.promotions if one.id != "m1")
    assert other.do(ChangeShow({"promotions": left}))
    hand.script.settled(hand.script.document, other)
    (conflict,) = hand.script.conflicts
    assert "改到一半" in str(conflict.edit)


def test_two_windows_change_promotions_of_different_segments(hand: Hand) -> None:
    other = hand.script.open()
    added = ChangeShow(
        {"promotions": (*hand.script.show.promotions, Promotion("x", "别人的", PromotionKind.GIFT))}
    )
    assert other.do(added)
    hand.choose(0, 1)
    hand.enter("promotions.add", "满减 A", promotions(hand))
    hand.answer("promotions.add", "threshold", promotions(hand))
    hand.script.settled(hand.script.document, other)
    hand.script.settled(hand.script.document, other)
    titles = Counter(one.title for one in hand.script.show.promotions)
    assert (titles["别人的"], titles["满减 A"]) == (1, 2)
    assert not hand.script.conflicts


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_the_fields_of_a_promotion_and_a_cue_fit_into_a_narrow_panel(hand: Hand, language: str) -> None:
    hand.panel.resize(280, 560)
    hand.choose(2)
    for form in (promotions(hand), cues(hand)):
        key(form.list, Key.Key_Return)
    QApplication.processEvents()
    inside, viewport = hand.panel.area.widget(), hand.panel.area.viewport()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= viewport.width()
    for name in ("promotion.duration_ms", "promotion.price", "promotion.cap"):
        line = hand.line(name, promotions(hand))
        assert line.width() > line.fontMetrics().horizontalAdvance("9.90") + 8


def test_what_is_typed_for_several_is_handed_over_when_the_script_is_locked(hand: Hand) -> None:
    hand.choose(0, 1)
    hand.write("promotions.add", "第一波", promotions(hand))
    other = hand.script.open()
    assert other.do(SetApproval(Approval.LOCKED, "定稿"))
    hand.script.settled(hand.script.document, other)
    (conflict,) = hand.script.conflicts
    assert conflict.error.code == "edit.closed"
    assert other.do(SetApproval(Approval.DRAFT))
    hand.script.settled(hand.script.document, other)
    hand.script.document.settle(conflict, frozenset())
    assert [one.title for at in (0, 1) for one in starts(hand, at)].count("满199减40 · 第一波") == 2
    assert next(one for one in hand.script.show.promotions if one.id == "m3").segment_id == "s10"
    check_show(hand.script.show)


def test_a_question_that_was_left_is_asked_again_by_enter(hand: Hand) -> None:
    hand.choose(0)
    form = promotions(hand)
    adder = hand.enter("promotions.add", "满减 A", form)
    first = form.rows["promotions.add"].findChild(QPushButton)
    assert first is not None
    adder.setFocus()
    key(adder, Key.Key_Return)
    again = [one for one in form.rows["promotions.add"].findChildren(QPushButton) if one.isVisible()]
    assert again
    assert again[0].hasFocus()
    hand.answer("promotions.add", "threshold", form)
    assert [one.title for one in starts(hand, 0)].count("满减 A") == 1
