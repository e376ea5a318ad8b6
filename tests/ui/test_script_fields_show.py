"""The show's own facts, groups, standby plans, promotions and cues in the fields panel."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from script_hand import Hand, Key, do, script_hand
from script_room import override, script_room

from livedesk.domain import editing
from livedesk.domain.clock import WallTime
from livedesk.domain.edits import ChangeShow
from livedesk.domain.product import PromotionKind
from livedesk.domain.rundown import ConsoleAction, ConsoleCue, SegmentKind, Standby, StandbyMode, Transition
from livedesk.domain.script import parse_script
from livedesk.ui.workspaces.script.fields_cues import CuesBox
from livedesk.ui.workspaces.script.fields_promotions import SegmentPromotions
from livedesk.ui.workspaces.script.show_facts import ShowFacts
from livedesk.ui.workspaces.script.words import field_name, field_value, names

__all__ = ["script_hand", "script_room"]

ALT = Qt.KeyboardModifier.AltModifier


def wall(day: int, hour: int, minute: int = 0, month: int = 11) -> WallTime:
    return WallTime(datetime(2026, month, day, hour, minute))  # noqa: DTZ001 - a time as a sheet has it


def facts(hand: Hand) -> ShowFacts:
    assert hand.panel.facts_form is not None
    return hand.panel.facts_form


def cues(hand: Hand) -> CuesBox:
    assert hand.panel.segment_form is not None
    return hand.panel.segment_form.cues


def promotions(hand: Hand) -> SegmentPromotions:
    assert hand.panel.segment_form is not None
    return hand.panel.segment_form.promotions


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("title", "冬季专场", "冬季专场"),
        ("hard_end", "23:30", wall(25, 23, 30)),
        ("hard_end", "0:30", wall(26, 0, 30)),
        ("hard_end", "", None),
        ("zone", "Asia/Tokyo", "Asia/Tokyo"),
        ("host", "主播二", "主播二"),
        ("platform", "快手", "快手"),
        ("room", "二号间", "二号间"),
    ],
)
def test_facts_of_the_show_are_typed(hand: Hand, key: str, typed: str, value: object) -> None:
    hand.enter(key, typed)
    assert getattr(hand.script.show, key) == value
    assert hand.said(key) == ""


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("title", "", "needs a title"),
        ("planned_start", "tomorrow", "Write day and time"),
        ("hard_end", "19:00", "end before it starts"),
        ("hard_end", "late", "Write a time"),
        ("zone", "Moon/Sea", "no such time zone"),
    ],
)
def test_facts_that_cant_be_are_refused(hand: Hand, key: str, typed: str, said: str) -> None:
    before = hand.script.show
    hand.enter(key, typed)
    assert said in hand.said(key)
    assert hand.script.show is before


def test_a_moved_start_asks_what_becomes_of_fixed_times(hand: Hand) -> None:
    fixed = [segment.hard_start for segment in hand.script.show.segments if segment.hard_start is not None]
    assert fixed
    start = hand.enter("planned_start", "20:30")
    assert "moves by +0:30" in hand.said("planned_start")
    assert hand.script.show.planned_start == wall(25, 20)
    hand.answer("planned_start", "along")
    show = hand.script.show
    assert (show.planned_start, show.hard_end) == (wall(25, 20, 30), wall(25, 22, 30))
    moved = [segment.hard_start for segment in show.segments if segment.hard_start is not None]
    assert [(new.local - old.local).total_seconds() for old, new in zip(fixed, moved, strict=True)] == [
        1_800
    ] * len(fixed)
    assert start.held.text == "2026-11-25 20:30"
    hand.enter("planned_start", "11-26 20:00")
    hand.answer("planned_start", "alone")
    assert (hand.script.show.planned_start, hand.script.show.hard_end) == (wall(26, 20), wall(25, 22, 30))
    assert hand.edits() == 2


def test_a_start_moves_no_fixed_time_into_a_gap(hand: Hand) -> None:
    do(hand.script, ChangeShow({"zone": "Europe/Berlin"}))
    before = hand.script.show
    hand.enter("planned_start", "2026-03-29 00:30")
    hand.answer("planned_start", "along")
    assert "would then not exist" in hand.said("planned_start")
    assert hand.script.show is before


def test_groups_are_added_renamed_ordered_and_dissolved(hand: Hand) -> None:
    form = facts(hand).groups
    hand.enter("groups.add", "六 · 加播", form)
    assert hand.script.show.groups[-1].title == "六 · 加播"
    form.list.setFocus()
    form.list.stand("g2")
    QTest.keyClick(form.list, Key.Key_Up, ALT)
    assert [group.id for group in hand.script.show.groups[:2]] == ["g2", "g1"]
    QTest.keyClick(form.list, Key.Key_F2)
    hand.enter("group.title", "讲品", form)
    assert hand.script.show.groups[0].title == "讲品"
    hand.enter("group.title", "", form)
    assert "needs a title" in hand.said("group.title", form)
    form.list.setFocus()
    QTest.keyClick(form.list, Key.Key_Delete)
    assert hand.script.show.group("g2") is None
    assert all(segment.group_id != "g2" for segment in hand.script.show.segments)


def test_standby_plans_are_listed_and_opened(hand: Hand) -> None:
    form = facts(hand).standbys
    hand.enter("standbys.add", "停电", form)
    made = hand.script.show.standbys[-1]
    assert made.title == "停电"
    form.list.setFocus()
    assert form.list.current == made.id
    QTest.keyClick(form.list, Key.Key_Up, ALT)
    assert hand.script.show.standbys[-2].id == made.id
    QTest.keyClick(form.list, Key.Key_Return)
    assert hand.script.document.current == made.id
    assert "shows nothing" in hand.noted("scene")


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("title", "断流", "断流"),
        ("scene", "主播近景", "主播近景"),
        ("duration_ms", "2:30", 150_000),
        ("duration_ms", "", None),
        ("trigger", "推流中断", "推流中断"),
        ("owner", "场控", "场控"),
    ],
)
def test_fields_of_a_standby_plan_are_typed(hand: Hand, key: str, typed: str, value: object) -> None:
    hand.script.document.choose((), "b1")
    hand.enter(key, typed)
    assert getattr(hand.script.show.standbys[0], key) == value
    assert hand.panel.facts.text() == hand.script.show.standbys[0].title


def test_mode_and_panic_key_of_a_standby_plan(hand: Hand) -> None:
    hand.script.document.choose((), "b1")
    mode = hand.choice("mode")
    mode.setFocus()
    QTest.keyClick(mode, Key.Key_Down)
    QTest.keyClick(mode, Key.Key_Return)
    assert hand.script.show.standbys[0].mode is StandbyMode.REPLACE
    panic = hand.form.editors["panic"]
    panic.setFocus()
    QTest.keyClick(panic, Key.Key_Space)
    assert [plan.id for plan in hand.script.show.standbys if plan.panic] == ["b1"]
    hand.enter("title", "")
    assert "needs a title" in hand.said("title")


def test_standby_plans_are_duplicated_and_removed(hand: Hand) -> None:
    do(hand.script, ChangeShow({"claim_overrides": (override("b1", "r", "最"),)}))
    hand.script.document.choose((), "b1")
    press(hand, "Duplicate")
    first, copy = hand.script.show.standbys[:2]
    assert copy == replace(first, id=copy.id)
    assert hand.script.document.current == copy.id
    assert hand.line("title").hasFocus()
    press(hand, "Remove")
    assert hand.script.show.standbys[0].id == "b1"
    assert any(one.item_id == "b1" for one in hand.script.show.claim_overrides)
    hand.script.document.choose((), "b1")
    press(hand, "Remove")
    assert not any(one.item_id == "b1" for one in hand.script.show.claim_overrides)


def press(hand: Hand, words: str) -> None:
    """Go to a button and press it."""
    button = next(one for one in hand.form.findChildren(QPushButton) if one.text() == words)
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)


def test_cues_are_written_as_in_a_sheet_and_changed(hand: Hand) -> None:
    hand.choose(3)
    form = cues(hand)
    hand.enter("cues.add", "+1:30 发券 满减；上架 4号", form)
    made = hand.script.segment(3).cues[-2:]
    assert [(cue.action, cue.text, cue.offset_ms) for cue in made] == [
        (ConsoleAction.COUPON, "发券 满减", 90_000),
        (ConsoleAction.LIST, "上架 4号", 0),
    ]
    hand.enter("cues.add", "20:05 改库存", form)
    assert "not a time of day" in hand.said("cues.add", form)
    QTest.keyClick(form.adder, Key.Key_Escape)
    form.list.setFocus()
    form.list.stand(made[0].id)
    QTest.keyClick(form.list, Key.Key_Return)
    hand.enter("cue.offset", "2:00", form)
    hand.enter("cue.text", "发券", form)
    action = hand.choice("cue.action", form)
    action.setFocus()
    QTest.keyClick(action, Key.Key_Home)
    QTest.keyClick(action, Key.Key_Return)
    assert hand.script.segment(3).cues[-2] == ConsoleCue(made[0].id, ConsoleAction.LIST, "发券", 120_000)
    hand.enter("cue.text", "", form)
    assert "Say what is to be done" in hand.said("cue.text", form)
    QTest.keyClick(hand.line("cue.text", form), Key.Key_Escape)
    form.list.setFocus()
    QTest.keyClick(form.list, Key.Key_Down, ALT)
    assert hand.script.segment(3).cues[-1].id == made[0].id
    QTest.keyClick(form.list, Key.Key_Delete)
    assert made[0].id not in [cue.id for cue in hand.script.segment(3).cues]


def test_a_promotion_of_the_show_starts_with_the_segment(hand: Hand) -> None:
    hand.choose(0)
    form = promotions(hand)
    hand.enter("promotions.add", "第一波", form)
    assert "starts with" in hand.said("promotions.add", form)
    hand.answer("promotions.add", "move", form)
    moved = next(one for one in hand.script.show.promotions if one.id == "m3")
    assert moved.segment_id == hand.script.segment(0).id
    assert form.list.entries[0].text == "满199减40 · 第一波 · Coupon · × 2,000"
    form.list.setFocus()
    QTest.keyClick(form.list, Key.Key_Delete)
    assert next(one for one in hand.script.show.promotions if one.id == "m3").segment_id == ""
    hand.enter("promotions.add", "满减 A", form)
    assert "no promotion" in hand.said("promotions.add", form)
    hand.answer("promotions.add", "threshold", form)
    made = hand.script.show.promotions[-1]
    assert (made.title, made.kind, made.segment_id) == (
        "满减 A",
        PromotionKind.THRESHOLD,
        hand.script.segment(0).id,
    )
    hand.enter("promotions.add", "9", form)
    assert "promotions are called so" in hand.said("promotions.add", form)
    QTest.keyClick(form.adder, Key.Key_Escape)


def test_a_foreign_change_of_facts_leaves_the_typed_one(hand: Hand) -> None:
    room = hand.write("room", "5")
    do(hand.script, ChangeShow({"platform": "快手"}))
    assert (room.held.text, hand.line("platform").held.text) == ("5", "快手")
    do(hand.script, ChangeShow({"room": "三号间"}))
    assert "三号间" in hand.said("room")
    QTest.keyClick(room, Key.Key_Escape)
    assert room.held.text == "三号间"


def test_values_are_told_in_words(hand: Hand) -> None:
    show = hand.script.show
    segment = show.segments[4]
    told = {name: field_value(show, name, getattr(segment, name)) for name in editing._FIELDS}
    assert told["kind"] == dict(names(SegmentKind))[SegmentKind.PRODUCT]
    assert told["duration_ms"] == "08:00"
    assert told["product_ids"] == "2 · 神经酰胺修护霜 50ml"
    assert told["group_id"] == "二 · 讲品第一轮"
    assert told["transition"] == "Fade 300 ms"
    assert told["hard_start"] == "—"
    assert told["warn_ms"] == "as the desk has it"
    assert told["skipped"] == "No"
    assert parse_script(told["script"]) == segment.script
    assert field_value(show, "hard_start", wall(26, 0, 5)) == "00:05"
    assert field_value(show, "hard_start", wall(28, 0, 5)) == "11-28 00:05"
    assert field_value(show, "transition", Transition()) == "Cut"
    assert field_value(show, "standbys", (Standby("x", "断网", ""),)) == "断网"
    assert all(field_name(name) != name for name in editing._FIELDS)
