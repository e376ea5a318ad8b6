"""Cues and products of several segments at once: what they have in common, one edit for all, one undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from script_fields_many import ALT, cues, key, products, promotions, says, told, told_apart, undone
from script_hand import Hand, Key, do, script_hand
from script_room import script_room

from livedesk.domain import editing
from livedesk.domain.clock import WallTime
from livedesk.domain.edits import SetApproval
from livedesk.domain.rundown import (
    Approval,
    ConsoleAction,
    ConsoleCue,
    EndMode,
    ItemWish,
    SegmentKind,
    Transition,
    TransitionKind,
)
from livedesk.services.show_file import check_show
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor

__all__ = ["script_hand", "script_room"]

WALL = WallTime(datetime(2026, 11, 25, 21, 30))  # noqa: DTZ001 - a time as a sheet has it


def test_cues_that_all_have_are_shown_and_the_others_counted(hand: Hand) -> None:
    alike = ConsoleCue("a", ConsoleAction.COUPON, "发券", 30_000)
    segments = hand.script.show.segments
    do(
        hand.script,
        editing.set_fields(
            hand.script.show,
            {
                segments[0].id: {"cues": (*segments[0].cues, alike)},
                segments[1].id: {"cues": (replace(alike, id="b"), *segments[1].cues)},
            },
        ),
    )
    hand.choose(0, 1)
    assert told(cues(hand)) == ["+00:30  Give coupons  发券"]
    assert told_apart(cues(hand)) == "mixed · 4 more, not on all"
    hand.choose(0)
    assert len(told(cues(hand))) == 3
    assert told_apart(cues(hand)) == ""


def test_a_cue_goes_to_every_chosen_segment_as_its_own_and_one_undo_takes_it_back(hand: Hand) -> None:
    before = hand.script.show
    hand.choose(2, 3, 7)
    form = cues(hand)
    assert "for each" in form.adder.placeholderText()
    hand.enter("cues.add", "+1:30 发券 满减；上架 4号", form)
    for at in (2, 3, 7):
        assert says(hand, at)[-2:] == [("发券 满减", 90_000), ("上架 4号", 0)]
    check_show(hand.script.show)
    assert [entry.text.split("  ")[0] for entry in form.list.entries] == ["+01:30", "+00:00"]
    assert form.adder.text() == ""
    assert hand.edits() == 1
    undone(hand)
    assert hand.script.show == before
    assert told(form) == []


def test_a_cue_goes_only_where_it_is_not_yet(hand: Hand) -> None:
    hand.choose(2)
    hand.enter("cues.add", "+0:45 发券", cues(hand))
    hand.choose(2, 3)
    assert told(cues(hand)) == []
    hand.enter("cues.add", "+45秒 发券", cues(hand))
    assert [says(hand, at).count(("发券", 45_000)) for at in (2, 3)] == [1, 1]
    edits = hand.edits()
    hand.enter("cues.add", "+0:45 发券", cues(hand))
    assert "have it already" in hand.said("cues.add", cues(hand))
    hand.enter("cues.add", "20:05 改库存", cues(hand))
    assert "not a time of day" in hand.said("cues.add", cues(hand))
    assert hand.edits() == edits
    QTest.keyClick(cues(hand).adder, Key.Key_Escape)


def test_a_cue_of_all_is_changed_moved_and_taken_away_in_all(hand: Hand) -> None:
    hand.choose(2, 3)
    form = cues(hand)
    hand.enter("cues.add", "+1:00 发券；上架 4号", form)
    kept = [hand.script.segment(at).cues for at in (2, 3)]
    key(form.list, Key.Key_Return)
    assert hand.choice("cue.action", form).hasFocus()
    hand.enter("cue.offset", "2:00", form)
    hand.enter("cue.text", "发新券", form)
    action = hand.choice("cue.action", form)
    action.setFocus()
    QTest.keyClick(action, Key.Key_End)
    QTest.keyClick(action, Key.Key_Return)
    for at, was in zip((2, 3), kept, strict=True):
        wanted = replace(was[-2], action=ConsoleAction.OTHER, text="发新券", offset_ms=120_000)
        assert hand.script.segment(at).cues == (*was[:-2], wanted, was[-1])
    hand.enter("cue.offset", "soon", form)
    assert "Write minutes" in hand.said("cue.offset", form)
    QTest.keyClick(hand.line("cue.offset", form), Key.Key_Escape)
    hand.enter("cue.text", "", form)
    assert "Say what is to be done" in hand.said("cue.text", form)
    QTest.keyClick(hand.line("cue.text", form), Key.Key_Escape)
    key(form.list, Key.Key_Down, ALT)
    assert [says(hand, at)[-2:] for at in (2, 3)] == [[("上架 4号", 0), ("发新券", 120_000)]] * 2
    key(form.list, Key.Key_Down, ALT)
    assert hand.edits() == 5, "the last one goes no further"
    key(form.list, Key.Key_Delete)
    assert [says(hand, at)[-1] for at in (2, 3)] == [("上架 4号", 0)] * 2
    assert not hand.line("cue.text", form).isVisible()
    assert hand.edits() == 6
    undone(hand)
    assert [says(hand, at)[-1] for at in (2, 3)] == [("发新券", 120_000)] * 2


def test_the_open_fields_go_along_in_the_list_and_by_tab(hand: Hand) -> None:
    hand.choose(2, 3)
    form = cues(hand)
    hand.enter("cues.add", "+1:00 发券；上架 4号", form)
    key(form.list, Key.Key_Return)
    hand.write("cue.text", "改一半", form)
    key(form.list, Key.Key_Down)
    assert [says(hand, at)[-2] for at in (2, 3)] == [("改一半", 60_000)] * 2
    assert hand.line("cue.text", form).held.text == "上架 4号"
    passed = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        passed.append(focus.objectName())
        QTest.keyClick(focus, Key.Key_Tab)
    assert passed == [
        "list-cues", "field-cue.action", "field-cue.offset", "field-cue.text", "field-cues.add",
    ]  # fmt: skip


def test_somebody_else_changes_the_open_cue_in_one_segment(hand: Hand) -> None:
    hand.choose(2, 3)
    form = cues(hand)
    hand.enter("cues.add", "+1:00 发券", form)
    key(form.list, Key.Key_Return)
    text = hand.write("cue.text", "我的", form)
    hand.script.settled()
    other = hand.script.open()
    segment = hand.script.segment(2)
    theirs = (*segment.cues[:-1], replace(segment.cues[-1], text="别人的"))
    assert other.do(editing.set_field(hand.script.show, (segment.id,), "cues", theirs))
    hand.script.settled(hand.script.document, other)
    assert text.held.text == "我的"
    assert "changed to “mixed”" in hand.said("cue.text", form)
    assert told(form)[0].endswith(" · mixed")
    QTest.keyClick(text, Key.Key_Escape)
    assert (text.held.text, text.placeholderText()) == ("", "mixed")
    hand.enter("cue.text", "还是我的", form)
    assert [says(hand, at)[-1] for at in (2, 3)] == [("还是我的", 60_000)] * 2
    assert not told(form)[0].endswith("mixed")


def test_a_cue_that_is_one_of_all_no_more_stays_while_it_is_open(hand: Hand) -> None:
    hand.choose(2, 3)
    form = cues(hand)
    hand.enter("cues.add", "+1:00 发券；上架 4号", form)
    key(form.list, Key.Key_Return)
    segment = hand.script.segment(3)
    left = (*segment.cues[:-2], segment.cues[-1])
    do(hand.script, editing.set_field(hand.script.show, (segment.id,), "cues", left))
    assert [text.endswith("mixed") for text in told(form)] == [True, False]
    key(form.list, Key.Key_Down)
    assert told(form) == ["+00:00  List for sale  上架 4号"]
    assert hand.line("cue.text", form).held.text == "上架 4号"
    key(form.list, Key.Key_Delete)
    assert told(form) == []
    assert not hand.line("cue.text", form).isVisible()
    assert says(hand, 2)[-1] == ("发券", 60_000)
    assert hand.script.segment(3).cues == segment.cues[:-2]


def test_a_cue_that_goes_from_all_hands_its_words_over_and_from_one_goes_on_in_the_rest(hand: Hand) -> None:
    hand.choose(2, 3)
    form = cues(hand)
    hand.enter("cues.add", "+1:00 发券；上架 4号", form)
    key(form.list, Key.Key_Return)
    text = hand.write("cue.text", "打到一半", form)
    hand.script.settled()
    other = hand.script.open()
    for at in (2, 3):
        segment = hand.script.segment(at)
        assert text.held.text == "打到一半"
        assert not hand.script.conflicts
        assert other.do(
            editing.set_field(hand.script.show, (segment.id,), "cues", (*segment.cues[:-2], segment.cues[-1]))
        )
        hand.script.settled(hand.script.document, other)
    (conflict,) = hand.script.conflicts
    assert "打到一半" in str(conflict.edit)
    assert [one.field for one in conflict.fields] == ["cues"]
    assert not text.isVisible()
    assert form.list.hasFocus(), "nobody goes on typing in the next field"


def test_two_windows_add_to_the_same_segments(hand: Hand) -> None:
    other = hand.script.open()
    segment = hand.script.segment(2)
    theirs = (*segment.cues, ConsoleCue("x", ConsoleAction.OTHER, "别人的"))
    assert other.do(editing.set_field(hand.script.show, (segment.id,), "cues", theirs))
    hand.choose(2, 3)
    hand.enter("cues.add", "我的", cues(hand))
    hand.script.qtbot.waitUntil(lambda: bool(hand.script.conflicts))
    hand.script.settled(hand.script.document, other)
    (conflict,) = hand.script.conflicts
    assert [(one.segment_id, one.field) for one in conflict.fields] == [(segment.id, "cues")]
    hand.script.document.settle(conflict, frozenset({(segment.id, "cues")}))
    hand.script.settled(hand.script.document, other)
    assert [says(hand, at)[-1][0] for at in (2, 3)] == ["别人的", "我的"]


def test_products_that_all_present_are_moved_and_taken_off_all(hand: Hand) -> None:
    segments = hand.script.show.segments
    wanted = {3: ("p01", "p02", "p03"), 4: ("p02", "p04", "p01")}
    values = {segments[at].id: {"product_ids": ids} for at, ids in wanted.items()}
    do(hand.script, editing.set_fields(hand.script.show, values))
    hand.choose(3, 4)
    form = products(hand)
    assert [entry.id for entry in form.list.entries] == ["p01", "p02"]
    assert told_apart(form) == "mixed · 2 more, not on all"
    form.list.setFocus()
    form.list.stand("p02")
    QTest.keyClick(form.list, Key.Key_Up, ALT)
    assert [hand.script.segment(at).product_ids for at in (3, 4)] == [
        ("p02", "p01", "p03"), ("p02", "p04", "p01"),
    ]  # fmt: skip
    assert form.list.current == "p02"
    QTest.keyClick(form.list, Key.Key_Up, ALT)
    QTest.keyClick(form.list, Key.Key_Delete)
    assert [hand.script.segment(at).product_ids for at in (3, 4)] == [("p01", "p03"), ("p04", "p01")]
    assert hand.edits() == 3
    undone(hand)
    assert [entry.id for entry in form.list.entries] == ["p02", "p01"]


def test_a_locked_script_takes_nothing_for_any_of_several(hand: Hand) -> None:
    hand.choose(2, 3)
    hand.enter("cues.add", "+1:00 发券", cues(hand))
    hand.enter("promotions.add", "9.9 开门红", promotions(hand))
    hand.enter("product_ids.add", "2", products(hand))
    do(hand.script, SetApproval(Approval.LOCKED))
    locked = hand.script.show
    for form in (cues(hand), promotions(hand), products(hand)):
        assert len(told(form)) == 1
        assert bool(told_apart(form)) is (form is not promotions(hand))
        assert not form.adder.isVisible()
        key(form.list, Key.Key_Delete)
        key(form.list, Key.Key_Down, ALT)
    key(cues(hand).list, Key.Key_Return)
    text = hand.line("cue.text", cues(hand))
    assert text.isReadOnly()
    QTest.keyClicks(text, "x")
    QTest.keyClick(text, Key.Key_Return)
    assert hand.script.show is locked


_TYPED: Mapping[str, tuple[str, str, object]] = {
    "title": ("title", "同一标题", "同一标题"),
    "number": ("number", "", ""),
    "kind": ("kind", "talk", SegmentKind.TALK),
    "duration_ms": ("duration_ms", "8", 480_000),
    "hard_start": ("hard_start", "21:30", WALL),
    "end_mode": ("end_mode", "count_to", EndMode.COUNT_TO),
    "count_to": ("count_to", "21:30", WALL),
    "scene": ("scene", "主播近景", "主播近景"),
    "transition": ("transition.ms", "450", Transition(TransitionKind.FADE, 450)),
    "items": ("items", "券面、-促销条", (ItemWish("券面"), ItemWish("促销条", shown=False))),
    "product_ids": ("product_ids.add", "16", ("p16",)),
    "person": ("person", "主播二", "主播二"),
    "co_host": ("co_host", "助播一", "助播一"),
    "owner": ("owner", "中控", "中控"),
    "cues": ("cues.add", "+1:30 发券", ("发券",)),
    "group_id": ("group_id", "g3", "g3"),
    "interaction": ("interaction", "扣1", "扣1"),
    "goal": ("goal", "3000 人", "3000 人"),
    "warn_ms": ("warn_ms", "1", 60_000),
    "alarm_ms": ("alarm_ms", "15s", 15_000),
    "fallback": ("fallback", "断货换品", "断货换品"),
    "skipped": ("skipped", "", True),
    "note": ("note", "记", "记"),
}
"""Of every field: the editor, what is typed or chosen in it, what the segments have then."""


def test_every_field_of_a_segment_is_here_but_its_words() -> None:
    assert set(_TYPED) == set(editing._FIELDS) - {"script"}


@pytest.mark.parametrize("field", sorted(_TYPED))
def test_a_field_is_set_for_all_by_key_and_one_undo_takes_it_back(hand: Hand, field: str) -> None:
    name, typed, value = _TYPED[field]
    prepared = {
        "number": {"number": "07"}, "count_to": {"end_mode": EndMode.COUNT_TO},
        "transition": {"transition": Transition(TransitionKind.FADE, 200)},
    }.get(field)  # fmt: skip
    segments = [hand.script.segment(at) for at in (2, 3, 7)]
    if prepared is not None:
        of = segments[:1] if field == "number" else segments
        do(hand.script, editing.set_fields(hand.script.show, {one.id: prepared for one in of}))
    before, edits = hand.script.show, hand.edits()
    hand.choose(2, 3, 7)
    form = {"cues.add": cues(hand), "product_ids.add": products(hand)}.get(name, hand.form)
    editor = form.editors[name]
    editor.setFocus()
    if isinstance(editor, ChoiceEditor):
        editor.setCurrentIndex(-1)
        for _ in range(editor.findData(typed) + 1):
            QTest.keyClick(editor, Key.Key_Down)
        QTest.keyClick(editor, Key.Key_Return)
    elif field == "skipped":
        QTest.keyClick(editor, Key.Key_Space)
    elif typed:
        hand.enter(name, typed, form)
    else:
        QTest.keyClick(editor, Key.Key_Delete)
        QTest.keyClick(editor, Key.Key_Return)
    for at in (2, 3, 7):
        has = getattr(hand.script.segment(at), field)
        if field == "cues":
            has = tuple(cue.text for cue in has[-1:])
        assert (has[-1:] if field == "product_ids" else has) == value
    assert hand.edits() == edits + 1
    undone(hand)
    assert hand.script.show == before
