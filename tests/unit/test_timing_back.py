"""Back-timing: the latest starts, and durations that let the plan end on time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain.back_time import MINIMUM_MS, Fit, fit, latest_starts
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import EndMode, Segment, SegmentKind, Show
from livedesk.domain.timetable import plan
from tests.unit.shows import Desk, at, segment, show, wall
from tests.unit.timing_shows import shows

START = "2026-11-25 20:00"


def minutes(rundown: Show) -> list[int | None]:
    """The latest starts in minutes after eight, None where there is none."""
    return [None if x is None else (x - at(START)) // MINUTE for x in latest_starts(rundown).starts]


def milestone(number: int, **more: object) -> Segment:
    return replace(segment(number, 0, **more), kind=SegmentKind.MILESTONE)


def with_durations(rundown: Show, durations: Mapping[str, int]) -> Show:
    segments = tuple(replace(x, duration_ms=durations.get(x.id, x.duration_ms)) for x in rundown.segments)
    return replace(rundown, segments=segments)


def test_latest_starts_walk_back_from_the_hard_end_and_from_hard_starts() -> None:
    rundown = show(
        START,
        segment(1, 10),
        segment(2, 10, hard_start=wall("2026-11-25 20:30")),
        segment(3, 5, skipped=True),
        segment(4, 10),
        hard_end=wall("2026-11-25 20:55"),
    )
    assert minutes(rundown) == [20, 30, None, 45]
    assert latest_starts(rundown).margins == (20 * MINUTE, 0, None, 5 * MINUTE)
    assert latest_starts(rundown).pins == (1, 1, None, 4)


def test_nothing_pinned_means_no_latest_start_and_a_hard_start_pins_only_what_is_before_it() -> None:
    pinned = segment(2, 10, hard_start=wall("2026-11-25 20:30"))
    assert minutes(show(START, segment(1, 10), pinned, segment(3, 10))) == [20, 30, None]
    assert latest_starts(show(START, segment(1, 10), pinned, segment(3, 10))).pins == (1, 1, None)
    assert minutes(show(START, segment(1, 10))) == [None]
    # A fixed time that a later one leaves no room for is not what binds.
    tight = show(START, segment(1, 10), pinned, segment(3, 10), hard_end=wall("2026-11-25 20:45"))
    assert minutes(tight) == [15, 25, 35]
    assert latest_starts(tight).pins == (3, 3, 3)


def test_a_plan_that_does_not_hold_has_a_negative_margin() -> None:
    rundown = show(START, segment(1, 40), segment(2, 10), hard_end=wall("2026-11-25 20:45"))
    assert latest_starts(rundown).margins == (-5 * MINUTE, -5 * MINUTE)


@pytest.mark.parametrize(
    ("pinned", "end", "blocked"),
    [
        (segment(2, 10, hard_start=wall("2026-11-25 20:30")), "2026-11-25 20:20", "s2"),
        (segment(2, 10, hard_start=wall("2026-11-25 20:30")), "2026-11-25 20:30", "s2"),
        (milestone(2, hard_start=wall("2026-11-25 20:30")), "2026-11-25 20:30", ""),
        (segment(2, 10, hard_start=wall("2026-11-25 20:30")), "2026-11-25 20:31", ""),
        (segment(2, 0, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:30")), "2026-11-25 20:25", "s2"),
        (segment(2, 0, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:30")), "2026-11-25 20:30", ""),
        (segment(2, 10, skipped=True, hard_start=wall("2026-11-25 20:30")), "2026-11-25 20:15", ""),
    ],
)
def test_a_time_pinned_behind_the_end_is_told_and_nothing_is_shortened_in_vain(
    pinned: Segment, end: str, blocked: str
) -> None:
    rundown = show(START, segment(1, 20), pinned, hard_end=wall(end))
    made = fit(rundown, ["s1", "s2"])
    assert made.blocked_by == blocked
    if blocked:
        assert made == Fit({}, plan(rundown).end, plan(rundown).end - at(end), blocked_by="s2")
    else:
        assert made.missing_ms == 0


def test_what_is_skipped_behind_a_time_pinned_at_the_end_is_not_in_the_way() -> None:
    pinned = milestone(2, hard_start=wall("2026-11-25 20:30"))
    rundown = show(START, segment(1, 40), pinned, segment(3, 5, skipped=True), hard_end=wall("2026-11-25 20:30"))
    made = fit(rundown, ["s1", "s2", "s3"])
    assert (made.blocked_by, made.durations, made.missing_ms) == ("", {"s1": 30 * MINUTE}, 0)


def test_what_decides_the_end_is_what_stands_behind_the_last_pin() -> None:
    rundown = show(
        START,
        segment(1, 10),
        segment(2, 10, hard_start=wall("2026-11-25 20:30")),
        segment(3, 10),
        milestone(4),
        hard_end=wall("2026-11-25 21:00"),
    )
    assert fit(rundown, ["s1", "s2", "s3", "s4"]).deciding == ("s2", "s3")
    nothing = fit(rundown, ["s1", "s4"])
    assert (nothing.deciding, nothing.durations, nothing.missing_ms) == ((), {}, -10 * MINUTE)


def test_a_count_to_gives_way() -> None:
    counting = segment(2, 1, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:30"))
    rundown = show(START, segment(1, 10), counting, segment(3, 10), hard_end=wall("2026-11-25 20:45"))
    assert minutes(rundown) == [25, 35, 35]


@given(shows())
def test_begun_at_its_latest_every_later_pin_holds_the_tightest_just_so(rundown: Show) -> None:
    """Walked forward from a latest start, each later hard start and the hard end is met, the tightest just so."""
    layout = plan(rundown)
    latest = latest_starts(rundown, layout)
    counts = layout.count_tos
    for begin, start in enumerate(latest.starts):
        if start is None:
            continue
        late = []
        clock = start
        for i in range(begin, len(rundown.segments)):
            if rundown.segments[i].skipped:
                continue
            hard = layout.hard_starts[i]
            if hard is not None:
                late.append(clock - hard)
            # A count-to shrinks to nothing, and slack is left out: this is the tightest walk.
            clock += 0 if counts[i] is not None else layout.durations[i]
        if layout.hard_end is not None:
            late.append(clock - layout.hard_end)
        assert max(late) == 0


@given(shows(end=False), st.integers(0, 5))
def test_must_cut_by_is_the_latest_start_of_the_next(rundown: Show, goes: int) -> None:
    desk = Desk(rundown, plan(rundown).start).do(c.GoLive())
    for _ in range(goes):
        if desk.table.next is not None:
            desk.do(c.Go())
    table = desk.table
    if table.next is not None:
        assert table.must_cut_by == latest_starts(rundown).starts[table.next]


# Fitting


def test_what_is_over_is_taken_in_proportion() -> None:
    rundown = show(START, segment(1, 10), segment(2, 20), segment(3, 30), hard_end=wall("2026-11-25 20:51"))
    made = fit(rundown, ["s2", "s3", "s1"])
    lengths = {"s1": 510 * SECOND, "s2": 1_020 * SECOND, "s3": 1_530 * SECOND}
    assert made == Fit(lengths, at("2026-11-25 20:51"), 0, deciding=("s1", "s2", "s3"))


def test_what_is_left_is_given_in_whole_seconds_by_the_largest_remainder() -> None:
    rundown = show(START, segment(1, 10), segment(2, 10), segment(3, 10), hard_end=wall("2026-11-25 20:30:05"))
    made = fit(rundown, ["s1", "s2", "s3"])
    assert made.durations == {"s1": 602 * SECOND, "s2": 602 * SECOND, "s3": 601 * SECOND}
    assert made.missing_ms == 0


def test_only_the_chosen_change() -> None:
    rundown = show(START, segment(1, 10), segment(2, 10), segment(3, 10), hard_end=wall("2026-11-25 20:25"))
    assert fit(rundown, ["s2"]).durations == {"s2": 5 * MINUTE}
    assert fit(rundown, []) == Fit({}, at("2026-11-25 20:30"), 5 * MINUTE)


def test_none_goes_below_its_words_or_ten_seconds_and_the_rest_is_said() -> None:
    rundown = show(START, segment(1, 10), segment(2, 1), segment(3, 10), hard_end=wall("2026-11-25 20:15"))
    made = fit(rundown, ["s1", "s2", "s3"], minimums={"s1": 570_400})
    assert made.durations == {"s1": 571 * SECOND, "s2": 30 * SECOND, "s3": 299 * SECOND}
    assert (made.missing_ms, made.shortest) == (0, ("s1",))
    tight = replace(rundown, hard_end=wall("2026-11-25 20:09"))
    made = fit(tight, ["s1", "s2", "s3"], minimums={"s1": 570_400})
    assert made.durations == {"s1": 571 * SECOND, "s2": MINIMUM_MS, "s3": MINIMUM_MS}
    assert made.missing_ms == 51 * SECOND
    assert made.shortest == ("s1", "s2", "s3")


def test_one_that_is_shorter_already_stays() -> None:
    rundown = show(START, segment(1, 10), segment(2, 0.1), hard_end=wall("2026-11-25 20:05"))
    made = fit(rundown, ["s1", "s2"])
    assert made.durations == {"s1": 5 * MINUTE - 6 * SECOND}
    assert (made.missing_ms, made.shortest) == (0, ("s2",))


def test_a_hard_start_that_is_missed_is_met_first_and_slack_is_left_alone() -> None:
    rundown = show(
        START,
        segment(1, 20),
        segment(2, 20),
        segment(3, 10, hard_start=wall("2026-11-25 20:30")),
        segment(4, 10, hard_start=wall("2026-11-25 20:50")),
        segment(5, 10),
        hard_end=wall("2026-11-25 21:20"),
    )
    made = fit(rundown, [f"s{i}" for i in range(1, 6)])
    assert made.durations == {"s1": 15 * MINUTE, "s2": 15 * MINUTE, "s4": 15 * MINUTE, "s5": 15 * MINUTE}
    fitted = plan(with_durations(rundown, made.durations))
    assert (fitted.slacks[2], fitted.slacks[3], fitted.end_slack) == (0, 10 * MINUTE, 0)
    made = fit(rundown, ["s1"])
    assert made.missing_ms == -10 * MINUTE


def test_the_slack_before_a_hard_start_can_be_filled() -> None:
    rundown = show(
        START, segment(1, 10), segment(2, 10), segment(3, 10, hard_start=wall("2026-11-25 20:24")), segment(4, 9)
    )
    made = fit(rundown, ["s1", "s2", "s4"], before="s3")
    assert made.durations == {"s1": 12 * MINUTE, "s2": 12 * MINUTE}
    assert (made.end_ms, made.missing_ms, made.untouched) == (at("2026-11-25 20:24"), 0, ("s4",))


def test_what_has_no_length_of_its_own_is_left_and_told() -> None:
    counting = segment(2, 1, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:15"))
    point = milestone(3)
    rundown = show(
        START,
        segment(1, 20),
        counting,
        point,
        segment(4, 10, skipped=True),
        segment(5, 10),
        hard_end=wall("2026-11-25 20:27"),
    )
    made = fit(rundown, ["s5", "s4", "s3", "s2", "s1"])
    assert made.untouched == ("s2", "s3", "s4")
    assert made.durations == {"s1": 15 * MINUTE, "s5": 12 * MINUTE}
    assert made.missing_ms == 0


def test_an_end_of_ones_own_choice() -> None:
    rundown = show(START, segment(1, 10), segment(2, 10))
    assert fit(rundown, ["s2"], at("2026-11-25 20:30")).durations == {"s2": 20 * MINUTE}


def test_without_an_end_or_with_a_segment_that_is_gone_it_is_refused() -> None:
    rundown = show(START, segment(1, 10))
    with pytest.raises(UserError, match=r"fit\.no_target"):
        fit(rundown, ["s1"])
    with pytest.raises(UserError, match=r"fit\.no_target"):
        fit(rundown, ["s1"], before="s1")
    for wrong in ({"segment_ids": ["s9"]}, {"segment_ids": [], "before": "s9"}):
        with pytest.raises(UserError, match=r"edit\.missing"):
            fit(rundown, target_ms=0, **wrong)  # type: ignore[arg-type]  # spelled out above


@given(
    shows(),
    st.sets(st.integers(1, 9)),
    st.integers(-3 * 3_600_000, 3 * 3_600_000),
    st.dictionaries(st.integers(1, 9), st.integers(0, 900_000)),
)
def test_a_proposal_is_exact_or_says_what_is_missing(
    rundown: Show, chosen: set[int], away: int, words: dict[int, int]
) -> None:
    ids = {f"s{i}" for i in chosen if i <= len(rundown.segments)}
    least = {f"s{i}": ms for i, ms in words.items()}
    target = plan(rundown).end + away
    made = fit(rundown, ids, target, minimums=least)
    fitted = with_durations(rundown, made.durations)
    # Exact: the plan really ends there.
    assert plan(fitted).end == made.end_ms == target + made.missing_ms
    # Only chosen ones change, and never below what they need, or from below it further down.
    assert set(made.durations) <= ids - set(made.untouched)
    for item in rundown.segments:
        if item.id in made.durations:
            need = max(MINIMUM_MS, least.get(item.id, 0))
            assert made.durations[item.id] >= min(need, item.duration_ms)
    # What is missing could not be dealt: nothing is left to shorten, or nothing that may be made longer.
    if made.blocked_by:
        # A time that is fixed at or behind the target: nothing is shortened in vain.
        assert made.durations == {}
        assert made.missing_ms >= 0
    elif made.missing_ms > 0:
        after_pins = tail(rundown, ids)
        assert all(item in made.shortest for item in after_pins)
    if made.missing_ms < 0:
        assert not tail(rundown, ids)
    # No hard start that was kept is missed now, and none is later than it was.
    before, after = plan(rundown), plan(fitted)
    for i, hard in enumerate(before.hard_starts):
        was, now = before.starts[i], after.starts[i]
        if hard is not None and was is not None and now is not None:
            assert hard <= now <= max(was, hard)


def tail(rundown: Show, ids: set[str]) -> list[str]:
    """The chosen ones after the last pin: nothing stands between them and the end."""
    found: list[str] = []
    for item in rundown.segments:
        if item.skipped:
            continue
        counting = item.end_mode is EndMode.COUNT_TO
        if item.hard_start is not None or counting:
            found = []
        if item.id in ids and not counting:
            found.append(item.id)
    return found
