"""A run compared with the plan: what each segment took, and the durations that it speaks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain.back_time import MINIMUM_MS
from livedesk.domain.clock import HOUR, MINUTE, SECOND
from livedesk.domain.edits import apply
from livedesk.domain.errors import UserError
from livedesk.domain.events import TakeResult
from livedesk.domain.rehearsed import (
    FAR_MS,
    DurationOffer,
    Fate,
    Rehearsed,
    Shortfall,
    adoption,
    compare,
    feasible,
    offers,
    rounded,
    shortfalls,
)
from livedesk.domain.rundown import EndMode, SegmentKind, Show, Standby, StandbyMode
from livedesk.domain.timetable import plan
from tests.unit.shows import Desk, at, segment, show, wall
from tests.unit.timing_shows import shows

START = "2026-11-25 20:00"


def played(document: Show) -> Desk:
    return Desk(document, at(START)).do(c.GoLive())


def lines(desk: Desk) -> dict[str, Rehearsed]:
    return {line.segment_id: line for line in compare(desk.state.show, desk.entries)}


def offered(desk: Desk) -> dict[str, int]:
    found = offers(desk.state.show, compare(desk.state.show, desk.entries))
    return {offer.segment_id: offer.new_ms for offer in found}


def test_each_segment_with_what_it_took_and_what_it_is_longer() -> None:
    desk = played(show(START, segment(1, 5), segment(2, 5), segment(3, 5, skipped=True), segment(4, 5)))
    desk.after(6 * MINUTE).do(c.Go()).after(3 * MINUTE).do(c.EndShow())
    found = lines(desk)
    assert [(line.real_ms, line.over_ms, line.fate) for line in found.values()] == [
        (6 * MINUTE, MINUTE, Fate.AIRED),
        (3 * MINUTE, -2 * MINUTE, Fate.CUT_OFF),
        (0, None, Fate.SKIPPED),
        (0, None, Fate.NOT_AIRED),
    ]
    # The run was ended in the second one, with more to come: it speaks for no duration.
    assert offered(desk) == {"s1": 6 * MINUTE}


def test_holds_are_told_apart_and_not_offered() -> None:
    desk = played(show(START, segment(1, 5), segment(2, 5)))
    desk.after(2 * MINUTE).do(c.ToggleHold()).after(4 * MINUTE).do(c.ToggleHold())
    desk.after(3 * MINUTE).do(c.Go())
    desk.after(MINUTE).do(c.ToggleHold()).after(MINUTE).do(c.EndShow())
    found = lines(desk)
    assert (found["s1"].real_ms, found["s1"].held_ms) == (5 * MINUTE, 4 * MINUTE)
    assert (found["s2"].real_ms, found["s2"].held_ms) == (MINUTE, MINUTE)
    assert offered(desk) == {"s2": MINUTE}


def test_what_a_pausing_plan_takes_is_not_the_segments() -> None:
    desk = played(show(START, segment(1, 5), segment(2, 5)))
    desk.after(MINUTE).do(c.Panic()).after(9 * MINUTE).do(c.EndStandby()).after(4 * MINUTE).do(c.Go())
    assert (lines(desk)["s1"].real_ms, lines(desk)["s1"].fate) == (5 * MINUTE, Fate.AIRED)


def test_what_a_plan_took_the_place_of_speaks_for_no_duration() -> None:
    film = Standby("film", "放片", "film", mode=StandbyMode.REPLACE)
    desk = played(show(START, segment(1, 5), segment(2, 5), standbys=(film,)))
    desk.after(MINUTE).do(c.CallStandby("film")).after(4 * MINUTE).do(c.Go()).after(5 * MINUTE).do(c.EndShow())
    assert lines(desk)["s1"].fate is Fate.CUT_OFF
    assert offered(desk) == {}


def test_several_airings_add_up_and_one_that_was_taken_back_does_not_count() -> None:
    desk = played(show(START, segment(1, 5), segment(2, 5), segment(3, 5)))
    desk.after(5 * MINUTE).do(c.Go()).after(4 * MINUTE).do(c.Back())
    desk.after(MINUTE).do(c.Go()).after(5 * MINUTE).do(c.Jump("s1")).after(2 * MINUTE).do(c.EndShow())
    found = lines(desk)
    assert (found["s1"].real_ms, found["s1"].airings) == (8 * MINUTE, 2)
    assert (found["s2"].real_ms, found["s2"].airings) == (5 * MINUTE, 1)
    taken_back = played(show(START, segment(1, 5), segment(2, 5)))
    taken_back.after(5 * MINUTE).do(c.Go()).after(MINUTE).do(c.Back()).after(MINUTE).do(c.EndShow())
    assert lines(taken_back)["s2"].fate is Fate.TAKEN_BACK


def test_takes_that_failed_are_counted_where_they_were_asked() -> None:
    desk = played(show(START, segment(1, 5), segment(2, 5)))
    desk.after(SECOND).do(c.ReportTake(1, TakeResult.CONFIRMED)).do(c.SwitchScene("b"))
    desk.after(5 * MINUTE).do(c.Go()).do(c.ReportTake(2, TakeResult.UNKNOWN))
    desk.do(c.ReportTake(3, TakeResult.WITHHELD))
    assert (lines(desk)["s1"].failed, lines(desk)["s2"].failed) == (1, 1)


def test_what_is_on_air_still_has_no_duration_to_offer() -> None:
    desk = played(show(START, segment(1, 5), segment(2, 5))).after(9 * MINUTE)
    assert lines(desk)["s1"].fate is Fate.ON_AIR
    assert offered(desk) == {}


def test_a_segment_that_is_gone_is_told_and_nothing_is_offered_for_it() -> None:
    desk = played(show(START, segment(1, 5), segment(2, 5)))
    desk.after(9 * MINUTE).do(c.Go()).after(5 * MINUTE).do(c.EndShow())
    left = show(START, segment(2, 5))
    found = compare(left, desk.entries)
    assert [(line.number, line.title, line.real_ms) for line in found] == [
        (1, "segment 2", 5 * MINUTE),
        (None, "segment 1", 9 * MINUTE),
    ]
    assert offers(left, found) == ()


def test_milestones_times_that_are_counted_to_and_skipped_ones_keep_what_they_have() -> None:
    document = show(
        START,
        segment(1, 5, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:05")),
        replace(segment(2, 0), kind=SegmentKind.MILESTONE),
        segment(3, 5),
    )
    desk = played(document).after(9 * MINUTE).do(c.Go()).after(3 * MINUTE).do(c.Go()).after(9 * MINUTE)
    desk.do(c.EndShow())
    assert offered(desk) == {"s3": 9 * MINUTE}
    now = show(START, segment(1, 5, skipped=True), segment(3, 9))
    assert offers(now, compare(now, desk.entries)) == ()


@pytest.mark.parametrize(
    ("planned", "real", "new"),
    [
        (100, 110, None),  # ten seconds: no more than that
        (100, 111, 115),
        (600, 659, None),  # less than a tenth
        (600, 661, 675),
        (300, 200, 200),
        (20, 31, 35),
        (600, 5, None),  # passed through
        (300, 333, 345),
    ],
)
def test_what_is_far_enough_is_rounded_up(planned: int, real: int, new: int | None) -> None:
    desk = played(show(START, segment(1, planned / 60), segment(2, 5)))
    desk.after(real * SECOND).do(c.Go()).after(5 * MINUTE).do(c.EndShow())
    assert offered(desk) == ({} if new is None else {"s1": new * SECOND})


def test_a_hard_start_that_would_be_missed_is_left_out_and_told_who_takes_it_all_the_same() -> None:
    document = show(
        START, segment(1, 5), segment(2, 5), segment(3, 5, hard_start=wall("2026-11-25 20:12")), segment(4, 5)
    )
    desk = played(document).after(7 * MINUTE).do(c.Go()).after(6 * MINUTE).do(c.Go())
    desk.after(5 * MINUTE).do(c.Go()).after(2 * MINUTE).do(c.EndShow())
    found = offers(document, compare(document, desk.entries))
    assert [(offer.segment_id, offer.new_ms) for offer in found] == [
        ("s1", 7 * MINUTE),
        ("s2", 6 * MINUTE),
        ("s4", 2 * MINUTE),
    ]
    assert feasible(document, found) == {"s1", "s4"}
    assert shortfalls(document, {"s1": 7 * MINUTE, "s2": 6 * MINUTE}) == (Shortfall(3, "segment 3", MINUTE, 0),)
    assert shortfalls(document, {"s1": 7 * MINUTE}) == ()


def test_one_edit_takes_the_chosen_over_and_one_step_takes_them_back() -> None:
    document = show(START, segment(1, 5), segment(2, 5))
    found = [
        DurationOffer("s1", 1, "", 5 * MINUTE, 7 * MINUTE, 7 * MINUTE),
        DurationOffer("s2", 2, "", 5 * MINUTE, 3 * MINUTE, 3 * MINUTE),
    ]
    edit = adoption(found, {"s1"})
    assert edit is not None
    changed, back = apply(document, edit)
    assert [item.duration_ms for item in changed.segments] == [7 * MINUTE, 5 * MINUTE]
    assert apply(changed, back)[0] == document
    assert adoption(found, ()) is None


STEPS = st.lists(
    st.one_of(
        st.integers(1, 1_500).map(lambda s: s * SECOND),
        st.sampled_from((c.Go(), c.Go(), c.Go(), c.ToggleHold(), c.Back(), c.Panic(), c.EndStandby(),
                         c.Jump("s1"), c.CallStandby("replace"), c.AdjustTime(30 * SECOND), c.EndShow())),
    ),
    max_size=40,
)  # fmt: skip


def ran(document: Show, steps: list[object]) -> Desk:
    desk = Desk(document, plan(document).start).do(c.GoLive("导播", "试播"))
    for step in steps:
        try:
            desk.after(step) if isinstance(step, int) else desk.do(step)  # type: ignore[arg-type]  # a command
        except UserError:
            continue  # not possible now
    return desk


@given(shows(), STEPS)
def test_whatever_happened_the_times_add_up_and_the_offers_keep_their_rules(
    document: Show, steps: list[object]
) -> None:
    assume(not all(item.skipped for item in document.segments))
    desk = ran(document, steps)
    found = compare(document, desk.entries)
    assert [line.segment_id for line in found] == [item.id for item in document.segments]
    lasted = desk.state.run.last_t_ms - desk.state.run.anchor_t_ms
    assert sum(line.real_ms + line.held_ms for line in found) <= lasted
    assert all(line.real_ms >= 0 and line.held_ms >= 0 for line in found)
    by_id = {line.segment_id: line for line in found}
    for offer in offers(document, found):
        line, item = by_id[offer.segment_id], document.segment(offer.segment_id)
        assert item is not None
        assert item.end_mode is not EndMode.COUNT_TO
        assert not item.skipped
        assert line.fate is Fate.AIRED
        assert offer.real_ms == line.real_ms >= MINIMUM_MS
        assert abs(line.real_ms - item.duration_ms) > FAR_MS
        assert offer.new_ms % (5 * SECOND) == 0
        assert -SECOND < offer.new_ms - line.real_ms < 15 * SECOND


@given(shows(), st.lists(st.integers(10, 3 * 3600), min_size=9, max_size=9))
def test_what_is_suggested_misses_no_fixed_time_by_more_than_the_plan_does(
    document: Show, real: list[int]
) -> None:
    lines_of = [
        Rehearsed(item.id, None, "", item.duration_ms, took * SECOND, 0, 1, 0, Fate.AIRED)
        for item, took in zip(document.segments, real, strict=False)
    ]
    found = offers(document, lines_of)
    chosen = feasible(document, found)
    durations = {offer.segment_id: offer.new_ms for offer in found if offer.segment_id in chosen}
    assert all(one.late_ms <= one.before_ms for one in shortfalls(document, durations))
    shorter = {offer.segment_id for offer in found if offer.new_ms < offer.old_ms}
    assert shorter <= chosen


@given(st.integers(0, 3 * HOUR))
def test_rounding_goes_up_by_less_than_a_step(ms: int) -> None:
    whole = ms // SECOND * SECOND
    step = 5 * SECOND if whole <= 5 * MINUTE else 15 * SECOND
    assert 0 <= rounded(ms) - whole < step
    assert rounded(ms) % step == 0
