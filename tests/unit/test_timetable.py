"""The worked examples of the timing rules, and what must hold for any show."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain.clock import HOUR, MINUTE, SECOND, WallTime, wall_to_ms
from livedesk.domain.editing import set_field
from livedesk.domain.edits import apply
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import EndMode, Standby, StandbyMode
from livedesk.domain.timetable import RowState, plan, schedule
from tests.unit.shows import Desk, at, segment, show, utc, wall

MIDNIGHT = show(
    "2026-11-25 22:30",
    segment(1, 30),
    segment(2, 45),
    segment(3, 15, hard_start=wall("2026-11-26 00:00")),
    segment(4, 20),
)


def test_plan_across_midnight() -> None:
    layout = plan(MIDNIGHT)
    assert layout.starts == tuple(
        at(f"2026-11-{moment}") for moment in ("25 22:30", "25 23:00", "26 00:00", "26 00:15")
    )
    assert layout.end == at("2026-11-26 00:35")
    assert layout.slacks == (None, None, 15 * MINUTE, None)


def test_midnight_example() -> None:
    desk = Desk(MIDNIGHT, at("2026-11-25 22:20"))
    desk.to(at("2026-11-25 22:30")).do(c.GoLive())
    desk.to(at("2026-11-25 23:01")).do(c.Go())
    desk.to(at("2026-11-26 00:00:00.380")).do(c.Go())
    table = desk.to(at("2026-11-26 00:05:00.380")).table
    assert table.segment_end == table.expected[3] == at("2026-11-26 00:15:00.380")
    assert table.offset_now == table.offset_end == 380
    assert table.remaining == 10 * MINUTE


def test_slack_example() -> None:
    desk = Desk(MIDNIGHT, at("2026-11-25 22:20"))
    desk.to(at("2026-11-25 22:30")).do(c.GoLive())
    desk.to(at("2026-11-25 23:01")).do(c.Go())
    desk.to(at("2026-11-25 23:10")).do(c.ToggleHold()).after(4 * MINUTE).do(c.ToggleHold())
    table = desk.to(at("2026-11-25 23:50")).table
    assert table.remaining == 0
    assert table.segment_end == at("2026-11-25 23:50")
    assert table.expected[2] == at("2026-11-26 00:00")
    assert table.offset_now == 0
    assert table.margin == 10 * MINUTE
    assert table.late_by == 0


def test_jump_back_example() -> None:
    desk = Desk(show("2026-11-25 20:00", *(segment(i, 10) for i in range(1, 6))), at("2026-11-25 20:00"))
    desk.do(c.GoLive())
    for minute in ("20:10", "20:20", "20:30"):
        desk.to(at(f"2026-11-25 {minute}")).do(c.Go())
    table = desk.to(at("2026-11-25 20:40")).do(c.Jump("s1")).table
    assert table.next == 4
    assert table.expected[4] == at("2026-11-25 20:50")
    assert table.plan.starts[4] == at("2026-11-25 20:40")
    assert table.offset_now == 10 * MINUTE


def test_count_to_example() -> None:
    rundown = show(
        "2026-11-25 20:00",
        segment(1, 10),
        segment(2, 1, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:30")),
        segment(3, 10),
    )
    desk = Desk(rundown, at("2026-11-25 20:00")).do(c.GoLive())
    table = desk.to(at("2026-11-25 20:14")).do(c.Go()).table
    assert table.remaining == 16 * MINUTE
    assert table.expected[2] == at("2026-11-25 20:30")
    assert table.offset_now == 0
    with pytest.raises(UserError, match=r"run\.count_to_fixed"):
        desk.do(c.AdjustTime(MINUTE))


def test_trim_example() -> None:
    rundown = show("2026-11-25 20:00", segment(1, 10), segment(2, 10), segment(3, 10))
    desk = Desk(rundown, at("2026-11-25 20:05")).do(c.GoLive())
    assert desk.table.offset_end == 5 * MINUTE
    edit = set_field(rundown, {"s3"}, "duration_ms", 5 * MINUTE)
    assert edit is not None
    trimmed, back = apply(rundown, edit)
    desk.state = replace(desk.state, show=trimmed)
    table = desk.table
    assert table.offset_end == 0
    assert table.offset_now == 5 * MINUTE
    assert table.plan.end == at("2026-11-25 20:25")
    desk.state = replace(desk.state, show=apply(trimmed, back)[0])
    assert (desk.table.offset_end, desk.table.plan.end) == (5 * MINUTE, at("2026-11-25 20:30"))


def test_before_air_the_offset_grows_from_the_planned_start() -> None:
    desk = Desk(MIDNIGHT, at("2026-11-25 22:00"))
    assert desk.table.offset_now == 0
    assert desk.table.expected[0] == at("2026-11-25 22:30")
    assert desk.to(at("2026-11-25 22:33")).table.offset_now == 3 * MINUTE
    early = desk.state
    assert schedule(early.show, early.run, early.run.time(desk.now)).states[0] is RowState.NEXT


def test_started_early_is_ahead() -> None:
    rundown = show("2026-11-25 20:00", segment(1, 10), segment(2, 10))
    table = Desk(rundown, at("2026-11-25 19:55")).do(c.GoLive()).table
    assert table.offset_now == table.offset_end == -5 * MINUTE


def test_overtime_is_negative_and_the_end_slides_with_now() -> None:
    rundown = show("2026-11-25 20:00", segment(1, 10), segment(2, 10))
    desk = Desk(rundown, at("2026-11-25 20:00")).do(c.GoLive())
    table = desk.to(at("2026-11-25 20:12")).table
    assert table.remaining == -2 * MINUTE
    assert table.expected[1] == at("2026-11-25 20:12")
    assert table.offset_now == 2 * MINUTE


def test_must_cut_by_counts_the_segments_before_the_hard_start() -> None:
    rundown = show(
        "2026-11-25 20:00",
        segment(1, 10),
        segment(2, 10),
        segment(3, 10, hard_start=wall("2026-11-25 20:20")),
    )
    desk = Desk(rundown, at("2026-11-25 20:03")).do(c.GoLive())
    table = desk.table
    assert table.must_cut_by == at("2026-11-25 20:10")
    assert table.margin == -3 * MINUTE
    assert table.late_by == 3 * MINUTE


def test_a_shortfall_is_in_the_plan() -> None:
    layout = plan(show("2026-11-25 20:00", segment(1, 10), segment(2, 5, hard_start=wall("2026-11-25 20:07"))))
    assert layout.slacks[1] == -3 * MINUTE
    assert layout.starts[1] == at("2026-11-25 20:10")


def test_hard_end() -> None:
    rundown = show("2026-11-25 20:00", segment(1, 10), hard_end=wall("2026-11-25 20:15"))
    assert plan(rundown).end_slack == 5 * MINUTE
    desk = Desk(rundown, at("2026-11-25 20:10")).do(c.GoLive())
    assert desk.table.offset_end == 5 * MINUTE
    assert desk.table.offset_now == 10 * MINUTE


def test_skipped_segments_leave_the_chain() -> None:
    rundown = show("2026-11-25 20:00", segment(1, 10), segment(2, 10, skipped=True), segment(3, 10))
    layout = plan(rundown)
    assert layout.starts == (at("2026-11-25 20:00"), None, at("2026-11-25 20:10"))
    desk = Desk(rundown, at("2026-11-25 20:00")).do(c.GoLive())
    assert desk.table.states == (RowState.ON_AIR, RowState.SKIPPED, RowState.NEXT)


def test_pause_standby_holds_the_segment() -> None:
    safe = Standby("b1", "panic", "safe", duration_ms=2 * MINUTE, panic=True)
    rundown = show("2026-11-25 20:00", segment(1, 10), segment(2, 10), standbys=(safe,))
    desk = Desk(rundown, at("2026-11-25 20:00")).do(c.GoLive()).after(4 * MINUTE).do(c.Panic())
    table = desk.after(MINUTE).table
    assert table.segment_end == desk.now_ms + MINUTE + 6 * MINUTE
    assert table.current == 0
    after = desk.after(4 * MINUTE).do(c.EndStandby()).table
    assert after.remaining == 6 * MINUTE
    assert after.expected[1] == desk.now_ms + 6 * MINUTE


def test_replace_standby_takes_what_remained() -> None:
    plan_b = Standby("b1", "plan b", "b", mode=StandbyMode.REPLACE)
    rundown = show("2026-11-25 20:00", segment(1, 10), segment(2, 10), standbys=(plan_b,))
    desk = Desk(rundown, at("2026-11-25 20:00")).do(c.GoLive()).after(4 * MINUTE).do(c.CallStandby("b1"))
    table = desk.after(MINUTE).table
    assert table.remaining == 5 * MINUTE
    assert table.next == 1
    assert table.expected[1] == at("2026-11-25 20:10")
    assert desk.do(c.Back()).table.remaining == 6 * MINUTE


@pytest.mark.parametrize(
    ("zone", "start", "hours"),
    [("Europe/Berlin", "2026-03-29 00:30", 1), ("Europe/Berlin", "2026-10-25 00:30", 3)],
)
def test_daylight_saving_changes(zone: str, start: str, hours: int) -> None:
    """A hard start at 03:30 is one hour nearer in spring, one hour farther in autumn."""
    late = wall(start[:11] + "03:30")
    rundown = show(start, segment(1, 60), segment(2, 10, hard_start=late), zone=zone)
    layout = plan(rundown)
    assert layout.slacks[1] == hours * HOUR
    assert layout.starts[1] == wall_to_ms(late, zone)


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Asia/Shanghai", "2026-11-25 23:50"),  # midnight
        ("Europe/Berlin", "2026-03-29 01:50"),  # an hour is left out
        ("Europe/Berlin", "2026-10-25 02:50"),  # an hour comes twice
    ],
)
def test_a_segment_on_air_runs_through_midnight_and_a_change_of_the_hour(zone: str, start: str) -> None:
    rundown = show(start, segment(1, 20), segment(2, 30), zone=zone)
    began = wall_to_ms(wall(start), zone)
    desk = Desk(rundown, began).do(c.GoLive())
    for minute in range(1, 20):
        table = desk.to(began + minute * MINUTE).table
        assert table.elapsed == minute * MINUTE
        assert table.remaining == (20 - minute) * MINUTE
        assert table.expected[1] == began + 20 * MINUTE


@pytest.mark.parametrize(
    ("zone", "start", "first"),
    [
        ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 03:00:00"),
        ("Europe/Berlin", "2026-03-29 02:00", "2026-03-29 03:00:00"),
        ("Europe/Berlin", "2026-03-29 02:59", "2026-03-29 03:00:00"),
        ("America/New_York", "2026-03-08 02:01", "2026-03-08 03:00:00"),
        ("Australia/Lord_Howe", "2026-10-04 02:10", "2026-10-04 02:30:00"),  # half an hour
        ("Pacific/Apia", "2011-12-30 12:00", "2011-12-31 00:00:00"),  # a whole day
    ],
)
def test_a_wall_time_that_does_not_exist_names_the_next_one(zone: str, start: str, first: str) -> None:
    with pytest.raises(UserError) as caught:
        plan(show(start, segment(1, 10), zone=zone))
    assert caught.value.code == "time.nonexistent"
    assert caught.value.params["next"] == first


def test_the_second_pass_of_an_hour_is_chosen_by_the_fold() -> None:
    twice = datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001 - a wall time is naive by definition
    first, second = (wall_to_ms(WallTime(twice, fold), "Europe/Berlin") for fold in (0, 1))
    assert (first, second) == (utc("2026-10-25T00:30:00+00:00"), utc("2026-10-25T01:30:00+00:00"))


def test_a_show_longer_than_a_day() -> None:
    rundown = show("2026-11-25 20:00", *(segment(i, 600) for i in range(1, 5)))
    desk = Desk(rundown, at("2026-11-25 20:00")).do(c.GoLive())
    for _ in range(3):
        desk.after(600 * MINUTE).do(c.Go())
    table = desk.after(90 * SECOND).table
    assert table.offset_now == 0
    assert table.expected_end == at("2026-11-25 20:00") + 2400 * MINUTE
    assert table.show_elapsed == 1800 * MINUTE + 90 * SECOND


durations = st.lists(st.integers(0, 40), min_size=1, max_size=12)


@st.composite
def rundowns(draw: st.DrawFn, hard: bool = True) -> object:
    lengths = draw(durations)
    begin = datetime(2026, 11, 25, 20, 0)  # noqa: DTZ001 - a wall time is naive by definition
    items = []
    clock = 0
    for number, minutes in enumerate(lengths, 1):
        pinned = hard and number > 1 and draw(st.booleans())
        start = WallTime(begin + timedelta(minutes=clock + draw(st.integers(-5, 15)))) if pinned else None
        items.append(segment(number, minutes, hard_start=start, skipped=draw(st.integers(0, 9)) == 0))
        clock += minutes
    return show("2026-11-25 20:00", *items)


@given(rundowns(), st.integers(-600, 3600), st.integers(0, 3600))
def test_gaps_never_increase_lateness(rundown: object, late_s: int, aired_s: int) -> None:
    assert hasattr(rundown, "segments")
    if all(item.skipped for item in rundown.segments):
        return
    desk = Desk(rundown, at("2026-11-25 20:00") + late_s * SECOND).do(c.GoLive())  # type: ignore[arg-type]  # composite
    table = desk.after(aired_s * SECOND).table
    starts = [(x, p) for x, p in zip(table.expected, table.plan.starts, strict=True) if x is not None]
    offsets = [x - p for x, p in starts if p is not None]
    behind = [max(0, offset) for offset in offsets]
    assert behind == sorted(behind, reverse=True)
    assert all(x >= h for x, h in zip(table.expected, table.plan.hard_starts, strict=True) if x and h)


@given(rundowns(hard=False), st.integers(0, 3000), st.integers(1, 3000))
def test_hold_then_release_shifts_by_exactly_the_hold(rundown: object, before_s: int, held_s: int) -> None:
    assert hasattr(rundown, "segments")
    if all(item.skipped for item in rundown.segments):
        return
    desk = Desk(rundown, at("2026-11-25 20:00")).do(c.GoLive())  # type: ignore[arg-type]  # composite
    desk.after(before_s * SECOND).do(c.ToggleHold())
    first = desk.table
    after = desk.after(held_s * SECOND).do(c.ToggleHold()).table
    assert after.remaining == first.remaining
    assert after.expected_end - first.expected_end == held_s * SECOND


@given(rundowns(), st.lists(st.integers(0, 1200), max_size=20))
def test_go_never_wraps_and_airs_each_segment_at_most_once(rundown: object, waits: list[int]) -> None:
    assert hasattr(rundown, "segments")
    wanted = [item.id for item in rundown.segments if not item.skipped]
    if not wanted:
        return
    desk = Desk(rundown, at("2026-11-25 20:00")).do(c.GoLive())  # type: ignore[arg-type]  # composite
    for wait in waits:
        if desk.table.next is None:
            with pytest.raises(UserError, match=r"run\.no_next"):
                desk.do(c.Go())
            break
        desk.after(wait * SECOND).do(c.Go())
    ids = [airing.item_id for airing in desk.state.run.airings]
    assert ids == wanted[: len(ids)]
