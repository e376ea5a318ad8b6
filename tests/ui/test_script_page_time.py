"""The time of the script page: fitting into the slot, and how fast people speak."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.clock import WallTime
from livedesk.domain.edits import ChangeShow, ReplaceShow, SetApproval
from livedesk.domain.rundown import Approval, EndMode, SegmentKind, Show
from livedesk.domain.script import Script, parse_script
from livedesk.domain.timetable import plan
from livedesk.ui import format as fmt

__all__ = ["script_page_room", "script_sample"]


def computed(room: PageRoom) -> None:
    """Wait until what is computed is of what is shown."""
    room.wait(lambda: room.page._computed is not None and room.page._computed.show is room.page.document.show)


def write(room: PageRoom, at: int, text: str) -> None:
    """Other words for a segment."""
    one = room.segment(at)
    assert room.page.document.do(editing.rewrite(one.id, one.script, parse_script(text)))


def test_fitting_is_one_edit_that_undo_takes_back(room: PageRoom, sample: Show) -> None:
    long = room.segment(4)
    room.page.document.do(editing.set_field(room.show, {long.id}, "duration_ms", long.duration_ms + 600_000))
    room.settled()
    computed(room)
    before = room.show
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    assert room.show != before
    table = plan(room.show)
    assert table.end == table.hard_end
    told = room.page.side.time.told
    assert told.isVisible()
    assert "Ctrl+Z" in told.text()
    changed = sum(one != old for one, old in zip(room.show.segments, before.segments, strict=True))
    assert told.text().startswith(str(changed))
    room.settled()
    room.press(K.Key_Z, CTRL)
    room.settled()
    assert room.show == before


def test_the_latest_start_of_what_is_chosen_is_shown(room: PageRoom, sample: Show) -> None:
    computed(room)
    latest = room.page.side.time.latest
    room.press(K.Key_T, CTRL | SHIFT)
    room.page.document.choose(())
    assert "Choose a segment" in latest.text()
    room.choose(10)
    assert "at the latest 20:55:00 · 01:00 to spare" in latest.text()
    assert "for 12 整点福袋 · 口令抽奖, fixed at 21:00:00" in latest.text()
    room.choose(11)
    assert "00:00 to spare · its own fixed time" in latest.text()
    room.choose(-1)
    assert "for the end of the show at 22:00:00" in latest.text()
    eleventh = room.segment(10)
    room.page.document.do(
        editing.set_field(room.show, {eleventh.id}, "duration_ms", eleventh.duration_ms + 90_000)
    )
    computed(room)
    room.choose(10)
    assert "00:30 too late" in latest.text()
    assert latest.property("tone") == "warn"
    room.page.document.do(editing.toggle_skip(room.show, {eleventh.id}))
    computed(room)
    room.wait(lambda: latest.text().endswith("is left out."))
    room.page.document.do(ChangeShow({"hard_end": None}))
    computed(room)
    room.choose(-1)
    assert "nothing behind it is fixed" in latest.text()


def test_only_what_is_chosen_is_fitted(room: PageRoom, sample: Show) -> None:
    long = room.segment(4)
    room.page.document.do(editing.set_field(room.show, {long.id}, "duration_ms", long.duration_ms + 120_000))
    computed(room)
    before = room.show
    room.choose(4, 5)
    room.page.rundown.view.setFocus()
    assert room.context.actions.trigger("script_fit")
    changed = {one.id for one, old in zip(room.show.segments, before.segments, strict=True) if one != old}
    assert changed <= {room.segment(4).id, room.segment(5).id}
    assert changed


def test_what_fits_already_says_so(room: PageRoom, sample: Show) -> None:
    computed(room)
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    room.settled()
    computed(room)
    before = room.show
    room.press(K.Key_Space)
    assert room.show == before
    assert room.page.side.time.told.text() == "It fits already."


def test_without_a_fixed_end_it_says_what_is_needed(room: PageRoom, sample: Show) -> None:
    room.page.document.do(ChangeShow({"hard_end": None}))
    computed(room)
    before = room.show
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    assert room.show == before
    assert "fixed end" in room.page.side.time.told.text()
    assert "no fixed end" in room.page.side.time.slot.text()


def test_words_need_their_time(room: PageRoom, sample: Show) -> None:
    for at in range(len(room.show.segments)):
        write(room, at, "这一句说给大家听" * 400)
    last = room.show.segments[-1]
    room.page.document.do(editing.set_field(room.show, {last.id}, "duration_ms", 3_600_000))
    computed(room)
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    assert "the words need their time" in room.page.side.time.told.text()


def test_a_plan_that_nothing_can_lengthen_says_so(room: PageRoom, sample: Show) -> None:
    first = room.show.segments[0]
    stop = replace(first, id="stop", kind=SegmentKind.MILESTONE, duration_ms=0, hard_start=None, script=Script())
    only = replace(room.show, segments=(stop,), promotions=(), standbys=())
    room.page.document.do(ReplaceShow(only))
    computed(room)
    before = room.show
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    assert room.show == before
    told = room.page.side.time.told.text()
    assert told.startswith("The plan ends 2:00:00 early")
    assert "need their time" not in told


def test_a_time_fixed_behind_the_end_is_named(room: PageRoom, sample: Show) -> None:
    last = room.show.segments[-1]
    assert room.show.hard_end is not None
    late = WallTime(room.show.hard_end.local + timedelta(minutes=10))
    room.page.document.do(editing.set_field(room.show, {last.id}, "hard_start", late))
    computed(room)
    before = room.show
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    assert room.show == before, "nothing is shortened in vain"
    told = room.page.side.time.told.text()
    assert last.title in told
    assert "22:10" in told


def test_of_two_times_that_a_segment_fixes_the_one_behind_the_end_is_named(room: PageRoom, sample: Show) -> None:
    last = room.show.segments[-1]
    assert room.show.hard_end is not None
    early, late = (WallTime(room.show.hard_end.local + timedelta(minutes=by)) for by in (-10, 10))
    values = {"hard_start": early, "end_mode": EndMode.COUNT_TO, "count_to": late}
    room.page.document.do(editing.set_fields(room.show, {last.id: values}))
    computed(room)
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    told = room.page.side.time.told.text()
    assert last.title in told
    assert "22:10" in told
    assert "21:50" not in told


def test_what_is_chosen_before_the_last_fixed_time_cannot_mend_the_end(room: PageRoom, sample: Show) -> None:
    last = room.show.segments[-1]
    room.page.document.do(editing.set_field(room.show, {last.id}, "duration_ms", last.duration_ms + 600_000))
    computed(room)
    before = room.show
    room.choose(0, 1)
    assert room.context.actions.trigger("script_fit")
    assert room.show == before
    assert "behind the last fixed time can be shortened" in room.page.side.time.told.text()


def test_a_locked_script_is_not_fitted_and_says_why(room: PageRoom, sample: Show) -> None:
    room.page.document.do(editing.set_field(room.show, {room.segment(4).id}, "duration_ms", 6_000_000))
    room.page.document.do(SetApproval(Approval.LOCKED))
    computed(room)
    before, time = room.show, room.page.side.time
    room.press(K.Key_T, CTRL | SHIFT)
    room.wait(lambda: not time.fit.isEnabled())
    assert time.isAncestorOf(room.focus()), "the keyboard is there all the same"
    assert "unlock" in time.why.text()
    assert time.why.isVisible()
    room.press(K.Key_Space)
    time.fit_now()
    assert room.show == before
    assert not time.told.isVisible()
    room.page.document.do(SetApproval(Approval.DRAFT))
    room.wait(time.fit.isEnabled)
    assert not time.why.isVisible()
    assert time.focusProxy() is time.fit


def test_an_empty_show_has_nothing_to_fit_and_nothing_to_check(room: PageRoom, sample: Show) -> None:
    checks, time = room.page.side.checks, room.page.side.time
    room.press(K.Key_F3)
    assert checks.list.empty.startswith("Nothing is wrong")
    room.page.document.do(editing.remove(room.show, {one.id for one in room.show.segments}))
    room.wait(lambda: "nothing to check yet" in checks.list.empty)
    room.press(K.Key_T, CTRL | SHIFT)
    room.wait(lambda: not time.fit.isEnabled())
    assert "nothing to fit yet" in time.why.text()
    assert time.why.isVisible()


@pytest.mark.parametrize(
    ("gap_min", "late_min", "words"),
    [
        (0, 0, "planned of {slot} · {left} to spare"),
        (9, 0, "planned of {slot} · 09:00 in gaps before fixed times · {left} to spare"),
        (9, 200, "planned of {slot} · 09:00 in gaps before fixed times · {left} too long"),
        (0, None, "planned · the show has no fixed end"),
        (9, None, "planned · 09:00 in gaps before fixed times · the show has no fixed end"),
    ],
)
def test_the_slot_says_where_its_time_is(
    room: PageRoom, sample: Show, gap_min: int, late_min: int | None, words: str
) -> None:
    segments = tuple(replace(one, hard_start=None, end_mode=EndMode.MANUAL) for one in sample.segments[:3])
    start = sample.planned_start.local
    spent = timedelta(milliseconds=segments[0].duration_ms)
    if gap_min:
        fixed = WallTime(start + spent + timedelta(minutes=gap_min))
        segments = (segments[0], replace(segments[1], hard_start=fixed), *segments[2:])
    if late_min:
        segments = (*segments[:2], replace(segments[2], duration_ms=late_min * 60_000))
    end = WallTime(start + timedelta(hours=2)) if late_min is not None else None
    room.page.document.do(ChangeShow({"hard_end": end}))
    room.page.document.do(editing.remove(room.show, {one.id for one in room.show.segments[3:]}))
    for at, one in enumerate(segments):
        values = {"hard_start": one.hard_start, "end_mode": one.end_mode, "duration_ms": one.duration_ms}
        room.page.document.do(editing.set_fields(room.show, {room.segment(at).id: values}))
    computed(room)
    room.press(K.Key_T, CTRL | SHIFT)
    planned = sum(one.duration_ms for one in segments)
    left = abs(7_200_000 - planned - gap_min * 60_000)
    wanted = words.format(slot="2:00:00", left=fmt.duration(left))
    room.wait(lambda: room.page.side.time.slot.text() == wanted)
    assert room.page.side.time.planned.text() == fmt.hms(planned)


def test_a_show_that_begins_before_its_start_says_so(room: PageRoom, sample: Show) -> None:
    early = WallTime(sample.planned_start.local - timedelta(minutes=4))
    room.page.document.do(editing.set_field(room.show, {room.segment(0).id}, "hard_start", early))
    room.press(K.Key_T, CTRL | SHIFT)
    computed(room)
    words = room.page.side.time.slot.text()
    assert (
        words
        == "planned of 2:00:00 · 07:00 in gaps before fixed times · begins 04:00 before the planned start"
        + (" · 00:00 to spare")
    )
