"""The rules of the contract that the worked examples leave open, one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain.clock import HOUR, MINUTE, SECOND
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import EndMode, Segment, Show, Standby, StandbyMode
from livedesk.domain.timetable import RowState, plan
from tests.unit.shows import Desk, at, segment, show, utc, wall

START = "2026-11-25 20:00"
PAUSE = Standby("b1", "补光", "fault", duration_ms=2 * MINUTE)
OPEN = Standby("b2", "等人", "wait")
REPLACE = Standby("b3", "换讲", "b", mode=StandbyMode.REPLACE)
OWN = Standby("b4", "放片", "film", mode=StandbyMode.REPLACE, duration_ms=3 * MINUTE)
STANDBYS = (PAUSE, OPEN, REPLACE, OWN)


def tens(*more: Segment, count: int = 3, **facts: object) -> Show:
    """``count`` segments of ten minutes from 20:00, then ``more``."""
    return show(START, *(segment(i, 10) for i in range(1, count + 1)), *more, standbys=STANDBYS, **facts)


def live(rundown: Show, begin: str = START) -> Desk:
    return Desk(rundown, at(begin)).do(c.GoLive())


def states(desk: Desk) -> list[RowState]:
    return list(desk.table.states)


# Plan


def test_the_plan_begins_at_the_hard_start_of_its_first_segment() -> None:
    layout = plan(show(START, segment(1, 10, hard_start=wall("2026-11-25 20:05")), segment(2, 10)))
    assert (layout.start, layout.slacks[0], layout.end) == (
        at("2026-11-25 20:05"),
        None,
        at("2026-11-25 20:25"),
    )


def test_a_milestone_takes_no_time() -> None:
    layout = plan(tens(segment(4, 0), segment(5, 10)))
    assert layout.starts[3] == layout.starts[4] == at("2026-11-25 20:30")


def test_a_count_to_that_is_passed_takes_no_time_and_turns_nothing_back() -> None:
    late = segment(4, 7, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:20"))
    layout = plan(tens(late, segment(5, 10)))
    assert (layout.durations[3], layout.starts[4]) == (0, at("2026-11-25 20:30"))


@pytest.mark.parametrize(("end", "slack"), [("20:45", 15 * MINUTE), ("20:30", 0), ("20:20", -10 * MINUTE)])
def test_the_planned_end_has_slack_or_a_shortfall_against_the_hard_end(end: str, slack: int) -> None:
    assert plan(tens(hard_end=wall(f"2026-11-25 {end}"))).end_slack == slack


def test_later_edits_move_the_plan_and_never_the_baseline() -> None:
    desk = live(tens())
    baseline = dict(desk.state.run.baseline)
    longer = replace(desk.state.show.segments[1], duration_ms=25 * MINUTE)
    first, _second, third = desk.state.show.segments
    desk.state = replace(desk.state, show=replace(desk.state.show, segments=(first, longer, third)))
    assert desk.table.plan.end == at("2026-11-25 20:45")
    assert (desk.state.run.baseline, desk.state.run.baseline_end_ms) == (baseline, at("2026-11-25 20:30"))
    assert (desk.table.offset_now, desk.table.offset_end) == (0, 15 * MINUTE)


# On air


def test_remaining_stands_still_in_a_hold_and_the_end_slides_with_now() -> None:
    desk = live(tens()).after(4 * MINUTE).do(c.ToggleHold())
    for minutes in (0, 1, 30):
        table = desk.after(minutes * MINUTE).table
        assert table.remaining == 6 * MINUTE
        assert table.segment_end == desk.now_ms + 6 * MINUTE


def test_neither_a_hold_nor_a_pause_moves_what_counts_to_a_time() -> None:
    counting = segment(1, 0, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:30"))
    desk = live(show(START, counting, segment(2, 10), standbys=STANDBYS)).after(4 * MINUTE).do(c.ToggleHold())
    assert desk.after(5 * MINUTE).table.remaining == 21 * MINUTE
    for standby in ("b1", "b2"):
        assert desk.do(c.CallStandby(standby)).table.expected[1] == at("2026-11-25 20:30")
        assert desk.after(MINUTE).table.expected_end == at("2026-11-25 20:40")
    late = desk.to(at("2026-11-25 20:29")).do(c.CallStandby("b1")).table
    assert late.expected[1] == at("2026-11-25 20:31")


def test_lateness_is_absorbed_by_slack_and_what_is_left_is_how_late_the_hard_start_will_be() -> None:
    fixed = segment(4, 10, hard_start=wall("2026-11-25 20:34"))
    table = live(tens(fixed), "2026-11-25 20:03").table
    assert (table.expected[3], table.late_by, table.offset_now) == (at("2026-11-25 20:34"), 0, 3 * MINUTE)
    table = live(tens(fixed), "2026-11-25 20:09").table
    assert (table.expected[3], table.late_by) == (at("2026-11-25 20:39"), 5 * MINUTE)
    table = live(tens(fixed), "2026-11-25 19:40").table
    assert table.expected[3] == at("2026-11-25 20:34")


def test_must_cut_by_is_the_tightest_of_all_later_hard_starts() -> None:
    near = segment(4, 10, hard_start=wall("2026-11-25 20:40"))
    far = segment(5, 10, hard_start=wall("2026-11-25 20:45"))
    table = live(tens(near, far)).table
    assert table.must_cut_by == at("2026-11-25 20:15")
    assert table.margin == 5 * MINUTE
    assert live(tens()).table.must_cut_by is None


def test_the_offset_is_that_of_the_next_segment_with_a_baseline() -> None:
    desk = live(tens())
    first, second, third = desk.state.show.segments
    inserted = replace(desk.state.show, segments=(first, segment(9, 4), second, third))
    desk.state = replace(desk.state, show=inserted)
    assert (desk.table.next, desk.table.offset_now, desk.table.offset_end) == (1, 4 * MINUTE, 4 * MINUTE)


def test_without_a_next_the_offset_is_against_the_planned_end() -> None:
    desk = live(tens(count=2)).after(12 * MINUTE).do(c.Go())
    assert (desk.table.next, desk.table.offset_now) == (None, 2 * MINUTE)
    assert desk.after(13 * MINUTE).table.offset_now == 5 * MINUTE
    trimmed = replace(desk.state.show.segments[1], duration_ms=MINUTE)
    desk.state = replace(
        desk.state, show=replace(desk.state.show, segments=(desk.state.show.segments[0], trimmed))
    )
    assert desk.table.offset_now == desk.table.offset_end == 5 * MINUTE


def test_overrunning_inside_slack_is_not_being_behind() -> None:
    desk = live(tens(segment(4, 10, hard_start=wall("2026-11-25 20:40"))))
    for _ in range(2):
        desk.after(10 * MINUTE).do(c.Go())
    table = desk.after(15 * MINUTE).table
    assert (table.remaining, table.offset_now, table.offset_end, table.margin) == (
        -5 * MINUTE,
        0,
        0,
        5 * MINUTE,
    )


@pytest.mark.parametrize(("mode", "follows"), [(EndMode.MANUAL, False), (EndMode.AUTO_FOLLOW, True)])
def test_removing_more_than_remains_leaves_nothing_and_a_manual_one_goes_into_overtime(
    mode: EndMode, follows: bool
) -> None:
    desk = live(show(START, segment(1, 10, end_mode=mode), segment(2, 10))).after(4 * MINUTE)
    desk.do(c.AdjustTime(-HOUR))
    assert (desk.table.remaining, desk.table.segment_end) == (0, desk.now_ms)
    assert (desk.table.follow_at == desk.now_ms) is follows
    assert desk.after(90 * SECOND).table.remaining == -90 * SECOND


def test_added_time_is_of_this_airing_only() -> None:
    desk = live(tens()).do(c.AdjustTime(3 * MINUTE))
    assert desk.table.remaining == 13 * MINUTE
    assert desk.do(c.Go()).do(c.Jump("s1")).table.remaining == 10 * MINUTE


def test_a_follow_waits_for_the_hard_start_of_the_next_and_fires_once() -> None:
    rundown = show(
        START,
        segment(1, 10, end_mode=EndMode.AUTO_FOLLOW),
        segment(2, 10, hard_start=wall("2026-11-25 20:12"), end_mode=EndMode.AUTO_FOLLOW),
        segment(3, 10),
    )
    desk = live(rundown)
    assert desk.table.follow_at == desk.table.expected[1] == at("2026-11-25 20:12")
    assert len(desk.to(at("2026-11-25 20:11")).do(c.Follow(1)).state.run.airings) == 1
    desk.to(at("2026-11-25 20:12"))
    for _ in range(3):
        desk.do(c.Follow(1))
    assert [airing.item_id for airing in desk.state.run.airings] == ["s1", "s2"]


def test_after_the_last_nothing_follows() -> None:
    desk = live(show(START, segment(1, 10, end_mode=EndMode.AUTO_FOLLOW))).after(HOUR)
    assert (desk.table.next, desk.table.follow_at) == (None, None)
    assert len(desk.do(c.Follow(1)).state.run.airings) == 1


# Order


def test_those_passed_over_take_no_time_and_can_be_called_back() -> None:
    desk = live(tens(count=5)).after(2 * MINUTE).do(c.Jump("s4"))
    assert states(desk) == [
        RowState.AIRED,
        RowState.NOT_AIRED,
        RowState.NOT_AIRED,
        RowState.ON_AIR,
        RowState.NEXT,
    ]
    assert desk.table.expected[4] == at("2026-11-25 20:12")
    desk.do(c.Jump("s2"))
    assert (desk.table.current, desk.table.next, desk.table.remaining) == (1, 4, 10 * MINUTE)
    assert states(desk)[2] is RowState.NOT_AIRED


def test_after_the_last_there_is_no_next_wherever_one_jumps() -> None:
    desk = live(tens()).do(c.Jump("s3"))
    for called in ("s1", "s2", "s1"):
        desk.do(c.Jump(called))
        assert desk.table.next is None
        with pytest.raises(UserError, match=r"run\.no_next"):
            desk.do(c.Go())


def test_back_makes_the_segment_not_aired_again_and_it_is_next() -> None:
    desk = live(tens()).after(4 * MINUTE).do(c.Go()).after(3 * MINUTE).do(c.Back())
    assert states(desk) == [RowState.ON_AIR, RowState.NEXT, RowState.UPCOMING]
    assert (desk.table.remaining, desk.table.actual[1]) == (6 * MINUTE, None)
    assert desk.table.offset_now == 3 * MINUTE


def test_back_out_of_a_second_airing_leaves_the_first_one_aired() -> None:
    desk = live(tens()).after(10 * MINUTE).do(c.Go()).do(c.Jump("s1")).after(MINUTE).do(c.Back())
    assert states(desk) == [RowState.AIRED, RowState.ON_AIR, RowState.NEXT]
    assert desk.table.aired_ms[0] == 10 * MINUTE


@pytest.mark.parametrize(("standby", "own"), [("b1", 2 * MINUTE), ("b2", 0)])
def test_a_pausing_plan_goes_before_what_is_left_of_the_segment(standby: str, own: int) -> None:
    desk = live(tens()).after(4 * MINUTE).do(c.CallStandby(standby))
    assert desk.table.segment_end == desk.now_ms + own + 6 * MINUTE
    assert states(desk)[0] is RowState.ON_AIR
    desk.after(5 * MINUTE)
    assert desk.table.segment_end == desk.now_ms + 6 * MINUTE
    desk.do(c.EndStandby())
    assert (desk.table.current, desk.table.remaining) == (0, 6 * MINUTE)
    assert desk.table.offset_now == 5 * MINUTE


@pytest.mark.parametrize(("standby", "left"), [("b3", 6 * MINUTE), ("b4", 3 * MINUTE)])
def test_a_replacing_plan_ends_the_segment_and_takes_its_own_time_or_what_was_left(
    standby: str, left: int
) -> None:
    desk = live(tens()).after(4 * MINUTE).do(c.CallStandby(standby))
    assert (desk.table.current, desk.table.next, desk.table.remaining) == (None, 1, left)
    assert desk.table.expected[1] == desk.now_ms + left
    assert states(desk)[0] is RowState.AIRED
    with pytest.raises(UserError, match=r"run\.not_in_standby"):
        desk.do(c.EndStandby())
    assert desk.do(c.Go()).table.current == 1


def test_each_standby_plan_has_an_airing_of_its_own() -> None:
    desk = live(tens()).do(c.CallStandby("b1")).do(c.EndStandby()).do(c.CallStandby("b3")).do(c.Go())
    assert [airing.item_id for airing in desk.state.run.airings] == ["s1", "b1", "b3", "s2"]
    assert desk.state.run.aired == {"s1", "s2"}


# Clock


def test_an_accepted_step_moves_hard_times_and_no_elapsed_time() -> None:
    fixed = segment(2, 10, hard_start=wall("2026-11-25 20:30"))
    desk = live(show(START, segment(1, 10), fixed)).after(5 * MINUTE)
    before = desk.table
    desk.now_ms += 10 * MINUTE
    desk.do(c.NoteClockStep(10 * MINUTE)).do(c.AcceptClock())
    after = desk.table
    assert (after.remaining, after.elapsed, after.show_elapsed) == (
        before.remaining,
        before.elapsed,
        before.show_elapsed,
    )
    assert (before.margin, after.margin) == (20 * MINUTE, 10 * MINUTE)
    assert after.actual == before.actual


def test_a_follow_that_fell_due_in_a_stall_is_told_and_does_not_fire() -> None:
    desk = live(show(START, segment(1, 10, end_mode=EndMode.AUTO_FOLLOW), segment(2, 10)))
    desk.after(11 * MINUTE).do(c.NoteGap(2 * MINUTE))
    gap = desk.entries[-1].event
    assert isinstance(gap, e.GapNoted)
    assert (gap.due_segment, desk.table.follow_at) == ("s2", None)
    assert len(desk.do(c.Follow(1)).state.run.airings) == 1
    assert desk.do(c.Go()).table.current == 1


@pytest.mark.parametrize(
    ("zone", "start", "hours"),
    [
        ("America/New_York", "2026-03-08 00:30", 2),
        ("America/New_York", "2026-11-01 00:30", 4),
        ("Europe/Berlin", "2026-03-29 00:30", 2),
        ("Europe/Berlin", "2026-10-25 00:30", 4),
    ],
)
def test_on_air_across_a_change_of_the_clocks(zone: str, start: str, hours: int) -> None:
    """From half past midnight to half past three is an hour less in spring and one more in autumn."""
    late = wall(start[:11] + "03:30")
    rundown = show(start, segment(1, 60), segment(2, 30, hard_start=late), segment(3, 30), zone=zone)
    desk = Desk(rundown, plan(rundown).start).do(c.GoLive())
    table = desk.after(HOUR + 10 * MINUTE).table
    assert (table.remaining, table.offset_now, table.offset_end) == (-10 * MINUTE, 0, 0)
    assert table.margin == hours * HOUR - HOUR - 10 * MINUTE
    desk.after(hours * HOUR - HOUR - 10 * MINUTE + 380).do(c.Go())
    assert (desk.table.offset_now, desk.table.offset_end, desk.table.remaining) == (380, 380, 30 * MINUTE)


def test_the_second_pass_of_a_hard_start_is_an_hour_after_the_first() -> None:
    twice = wall("2026-11-01 01:30")
    rows = [replace(segment(2, 5), hard_start=replace(twice, fold=fold)) for fold in (0, 1)]
    first, second = (
        plan(show("2026-11-01 00:30", segment(1, 10), row, zone="America/New_York")).starts[1] for row in rows
    )
    assert (first, second) == (utc("2026-11-01T05:30:00+00:00"), utc("2026-11-01T06:30:00+00:00"))
