"""What must hold for any show and any run."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain import editing
from livedesk.domain import events as e
from livedesk.domain.clock import HOUR, MINUTE, SECOND
from livedesk.domain.edits import MoveSegment, apply
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import EndMode, Show
from livedesk.domain.timetable import RowState, Timetable, next_up, plan, remaining
from tests.unit.shows import Desk, utc
from tests.unit.timing_shows import EVENINGS, Row, build, evenings, row_lists, shows

late_starts = st.integers(-5 * HOUR, 5 * HOUR)
whiles = st.integers(0, HOUR)


def on_air(rundown: Show, late: int = 0, goes: int = 0, wait: int = 0) -> Desk:
    """A run that began ``late``, with some segments gone, each after ``wait``."""
    desk = Desk(rundown, plan(rundown).start + late).do(c.GoLive("导播", "试播"))
    for _ in range(goes):
        if desk.after(wait).table.next is not None:
            desk.do(c.Go())
    return desk


def counts(desk: Desk) -> bool:
    """Whether what is on air counts to a time."""
    current = desk.table.current
    return current is not None and desk.state.show.segments[current].end_mode is EndMode.COUNT_TO


def slack_ahead(table: Timetable) -> int:
    """How much lateness the rest of the show takes in: its expected end less what its own lengths ask for."""
    rest = (i for i, x in enumerate(table.expected) if x is not None)
    lengths = sum(table.plan.durations[i] for i in rest if table.plan.count_tos[i] is None)
    return table.expected_end - (table.segment_end or 0) - lengths


@given(shows(), late_starts, st.integers(0, 5), whiles)
def test_gaps_never_increase_lateness(rundown: Show, late: int, goes: int, wait: int) -> None:
    table = on_air(rundown, late, goes, wait).table
    pairs = [(x, p) for x, p in zip(table.expected, table.plan.starts, strict=True) if x is not None]
    behind = [max(0, x - p) for x, p in pairs if p is not None]
    assert behind == sorted(behind, reverse=True)
    assert max(0, table.expected_end - table.plan.end) <= max(0, table.offset_now)
    hards = zip(table.expected, table.plan.hard_starts, strict=True)
    assert all(x >= hard for x, hard in hards if x is not None and hard is not None)


@given(shows(), late_starts, st.integers(0, 5), whiles)
def test_what_is_asked_alone_is_what_the_timetable_has(rundown: Show, late: int, goes: int, wait: int) -> None:
    desk = on_air(rundown, late, goes, wait).after(wait)
    run, table = desk.state.run, desk.table
    assert next_up(rundown, run) == table.next
    assert run.airing is not None
    t_ms = run.time(desk.now)
    assert remaining(rundown, run, run.airing, t_ms) == table.remaining
    assert remaining(rundown, run, run.airing, t_ms, plan(rundown)) == table.remaining


@given(row_lists(), evenings, late_starts, st.integers(1, HOUR), st.integers(0, 8))
def test_a_gap_put_in_makes_nothing_later_against_its_plan(
    rows: list[Row], evening: tuple[str, int], late: int, more: int, place: int
) -> None:
    """A hard start later by a gap: what follows is planned later, and no later than before against that plan."""
    fixed = [i for i, row in enumerate(rows) if row.hard is not None]
    if not fixed:
        return
    at = fixed[place % len(fixed)]
    more -= more % SECOND
    wider = [
        row
        if i < at
        else replace(
            row,
            hard=None if row.hard is None else row.hard + more,
            count=None if row.count is None else row.count + more,
        )
        for i, row in enumerate(rows)
    ]
    before, after = (on_air(build(each, *evening), late).table for each in (rows, wider))
    if before.plan.slacks[at] is None or (before.plan.slacks[at] or 0) < 0:
        return
    columns = zip(before.expected, before.plan.starts, after.expected, after.plan.starts, strict=True)
    for x, p, y, q in columns:
        if x is not None and y is not None and p is not None and q is not None:
            assert max(0, y - q) <= max(0, x - p)


@given(shows(hard=False, count=False, end=False), st.integers(0, 8), st.integers(0, 8))
def test_reordering_keeps_the_ids_and_the_total(rundown: Show, one: int, other: int) -> None:
    moving = rundown.segments[one % len(rundown.segments)]
    moved, inverse = apply(rundown, MoveSegment(moving.id, other % len(rundown.segments), moving.group_id))
    assert sorted(item.id for item in moved.segments) == sorted(item.id for item in rundown.segments)
    assert (plan(moved).start, plan(moved).end) == (plan(rundown).start, plan(rundown).end)
    assert apply(moved, inverse)[0] == rundown


@given(
    shows(hard=False, count=False, end=False),
    st.sets(st.integers(0, 8), min_size=1),
    st.integers(0, 8),
    st.sampled_from([-1, 1]),
)
def test_moving_several_at_once_keeps_the_ids_and_the_total(
    rundown: Show, places: set[int], to: int, step: int
) -> None:
    ids = {rundown.segments[at % len(rundown.segments)].id for at in places}
    before = rundown.segments[to % len(rundown.segments)].id
    for edit in (editing.shift(rundown, ids, step), editing.move_before(rundown, ids, before, None)):
        if edit is None:
            continue
        moved, inverse = apply(rundown, edit)
        assert sorted(item.id for item in moved.segments) == sorted(item.id for item in rundown.segments)
        assert (plan(moved).start, plan(moved).end) == (plan(rundown).start, plan(rundown).end)
        assert apply(moved, inverse)[0] == rundown


@given(shows(), late_starts, st.integers(0, 5), whiles, st.integers(0, 3 * HOUR))
def test_a_hold_shifts_by_exactly_the_hold_less_what_slack_absorbs(
    rundown: Show, late: int, goes: int, wait: int, held: int
) -> None:
    desk = on_air(rundown, late, goes, wait)
    if counts(desk):
        return
    desk.after(wait).do(c.ToggleHold())
    before = desk.table
    after = desk.after(held).do(c.ToggleHold()).table
    assert after.remaining == before.remaining
    assert (after.segment_end or 0) - (before.segment_end or 0) == held
    assert after.expected_end - before.expected_end == max(0, held - slack_ahead(before))
    assert desk.after(SECOND).table.remaining == (before.remaining or 0) - SECOND


@given(row_lists(), st.sampled_from(EVENINGS), late_starts, st.integers(0, 5), whiles)
def test_the_zone_and_its_clock_changes_move_nothing(
    rows: list[Row], evening: tuple[str, int], late: int, goes: int, wait: int
) -> None:
    """Over and under are the same across midnight, both changes of the clocks and a whole day as at noon in UTC."""
    noon = utc("2026-06-15T12:00:00+00:00")
    here = on_air(build(rows, *evening, HOUR), late, goes, wait).table
    there = on_air(build(rows, "UTC", noon, HOUR), late, goes, wait).table
    move = noon - evening[1]

    def moved(column: tuple[int | None, ...]) -> tuple[int | None, ...]:
        return tuple(None if item is None else item + move for item in column)

    assert (moved(here.expected), moved(here.plan.starts)) == (there.expected, there.plan.starts)
    assert (here.offset_now, here.offset_end, here.remaining, here.margin, here.late_by) == (
        there.offset_now,
        there.offset_end,
        there.remaining,
        there.margin,
        there.late_by,
    )
    assert here.expected_end + move == there.expected_end


@given(shows(), late_starts, st.integers(0, 5), whiles)
def test_a_skipped_segment_is_as_if_it_were_not_there(rundown: Show, late: int, goes: int, wait: int) -> None:
    kept = tuple(item for item in rundown.segments if not item.skipped)
    table = on_air(rundown, late, goes, wait).table
    without = on_air(replace(rundown, segments=kept), late, goes, wait).table
    places = [i for i, item in enumerate(rundown.segments) if not item.skipped]
    assert tuple(table.expected[i] for i in places) == without.expected
    assert tuple(table.states[i] for i in places) == without.states
    assert (table.offset_now, table.offset_end, table.margin, table.expected_end) == (
        without.offset_now,
        without.offset_end,
        without.margin,
        without.expected_end,
    )
    skipped = [i for i, item in enumerate(rundown.segments) if item.skipped]
    assert all(table.states[i] is RowState.SKIPPED and table.expected[i] is None for i in skipped)


@given(shows(), late_starts, st.integers(0, 5), whiles, st.integers(0, 3 * HOUR))
def test_a_pausing_plan_shifts_by_its_own_time_and_gives_the_segment_back(
    rundown: Show, late: int, goes: int, wait: int, lasted: int
) -> None:
    desk = on_air(rundown, late, goes, wait).after(wait)
    if counts(desk):
        return
    before = desk.table
    desk.do(c.CallStandby("open"))
    assert desk.table.expected == before.expected
    desk.after(lasted).do(c.EndStandby())
    assert (desk.table.current, desk.table.remaining) == (before.current, before.remaining)
    assert desk.table.expected_end - before.expected_end == max(0, lasted - slack_ahead(before))


@given(shows(), late_starts, st.integers(0, 5), whiles)
def test_a_replacing_plan_without_a_time_of_its_own_moves_nothing(
    rundown: Show, late: int, goes: int, wait: int
) -> None:
    desk = on_air(rundown, late, goes, wait).after(wait)
    before = desk.table
    after = desk.do(c.CallStandby("replace")).table
    assert (after.expected, after.expected_end, after.next) == (before.expected, before.expected_end, before.next)
    assert after.remaining == max(0, before.remaining or 0)


@given(shows(), late_starts, st.integers(0, 5), whiles, whiles)
def test_back_is_as_if_go_had_not_been_pressed(rundown: Show, late: int, goes: int, wait: int, away: int) -> None:
    desk = on_air(rundown, late, goes, wait).after(wait)
    before = desk.table
    if before.next is None:
        return
    after = desk.do(c.Go()).after(away).do(c.Back()).table
    assert (after.states, after.next, after.furthest) == (before.states, before.next, before.furthest)
    assert after.actual == before.actual
    assert after.elapsed == before.elapsed
    if not counts(desk):
        assert after.remaining == before.remaining
        assert after.expected_end - before.expected_end == max(0, away - slack_ahead(before))


@given(shows(), st.lists(st.tuples(st.integers(0, 8), whiles), max_size=12))
def test_wherever_one_jumps_next_is_after_the_furthest_and_never_wraps(
    rundown: Show, jumps: list[tuple[int, int]]
) -> None:
    desk = on_air(rundown)
    furthest = desk.table.current or 0
    for place, wait in jumps:
        target = place % len(rundown.segments)
        desk.after(wait)
        if target != desk.table.current:
            desk.do(c.Jump(rundown.segments[target].id))
        furthest = max(furthest, target)
        rest = [i for i, item in enumerate(rundown.segments) if i > furthest and not item.skipped]
        table = desk.table
        assert (table.current, table.furthest) == (target, furthest)
        assert table.next == (rest[0] if rest else None)
        assert [i for i, x in enumerate(table.expected) if x is not None] == rest
        if not rest:
            with pytest.raises(UserError, match=r"run\.no_next"):
                desk.do(c.Go())


@given(shows(), late_starts, whiles, st.lists(st.integers(-HOUR, HOUR).filter(bool), max_size=6))
def test_time_is_added_exactly_and_never_removed_below_nothing(
    rundown: Show, late: int, wait: int, deltas: list[int]
) -> None:
    desk = on_air(rundown, late).after(wait)
    if counts(desk):
        return
    left = desk.table.remaining or 0
    for delta in deltas:
        given_ms = max(delta, -max(0, left))
        if given_ms == 0:
            with pytest.raises(UserError, match=r"run\.no_time_left"):
                desk.do(c.AdjustTime(delta))
            continue
        desk.do(c.AdjustTime(delta))
        left += given_ms
        assert desk.table.remaining == left
        assert desk.table.segment_end == desk.now_ms + max(0, left)


@given(shows(), late_starts, st.lists(st.integers(0, 20 * MINUTE), max_size=30))
def test_a_follow_fires_at_most_once_and_never_early(rundown: Show, late: int, ticks: list[int]) -> None:
    """A timer that asks too often, also for airings that are over, takes nothing twice and nothing too soon."""
    desk = on_air(rundown, late)
    for wait in ticks:
        desk.after(wait)
        before = desk.table
        number = desk.state.run.current or 0
        for over in range(number):
            desk.do(c.Follow(over))
        assert desk.state.run.current == number
        for _ in range(2):
            desk.do(c.Follow(number))
        due = before.follow_at is not None and before.now + 50 >= before.follow_at
        assert (desk.state.run.current == number + 1) is due
        assert desk.state.run.current in (number, number + 1)
    follows = [x.event for x in desk.entries if isinstance(x.event, e.Taken) and x.event.via is e.Via.FOLLOW]
    ids = [event.segment_id for event in follows]
    assert len(ids) == len(set(ids))
    assert len(follows) + 1 == len(desk.state.run.airings)
