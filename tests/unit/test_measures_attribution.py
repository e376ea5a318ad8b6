"""What was on air when, from the journal: takes, standby plans, what was taken back, a clock that steps."""

from __future__ import annotations

from livedesk.domain.asrun import as_run
from livedesk.domain.attribution import OnAir, ProductMatcher, Span, on_air
from livedesk.domain.events import (
    ClockAccepted,
    ClockStepped,
    Entry,
    Event,
    Held,
    RunEnded,
    RunKind,
    RunOpened,
    StandbyCalled,
    StandbyEnded,
    Taken,
    TakenBack,
    Via,
    WentLive,
)
from livedesk.domain.product import Product
from livedesk.domain.rundown import SegmentKind, StandbyMode, TransitionKind
from livedesk.domain.text import comparable

WALL = 1_795_608_000_000
MINUTE = 60_000


def taken(airing: int) -> Taken:
    return Taken(
        airing, airing, f"s{airing:02}", airing, f"第{airing}段", SegmentKind.TALK, "", 1, WALL, MINUTE, "",
        TransitionKind.CUT, 0, (), Via.GO,
    )  # fmt: skip


def journal(*events: tuple[int, Event], step: int = 0, step_at: int = 10**9) -> list[Entry]:
    """Entries at minutes; from ``step_at`` on the machine's clock shows ``step`` more."""
    opened = RunOpened("x", "x", RunKind.LIVE, 1, "Asia/Shanghai", WALL, "boot", 0)
    timed = [(-10, opened), *events]
    return [
        Entry(n, (at + 10) * MINUTE, WALL + at * MINUTE + (step if at >= step_at else 0), "导播", event)
        for n, (at, event) in enumerate(timed, 1)
    ]


LIVE = WentLive(1, (), WALL)
STANDBY = StandbyCalled(2, 2, "b1", "断网", "紧急画面", StandbyMode.PAUSE, None, True)


def minutes(entries: list[Entry], now: int | None = None) -> list[tuple[float, float, str, bool]]:
    show = on_air(entries, now_ms=None if now is None else WALL + now * MINUTE)
    return [((s.start_ms - WALL) / MINUTE, (s.end_ms - WALL) / MINUTE, s.item_id, s.voided) for s in show.spans]


def test_a_standby_plan_takes_its_stretch_and_the_segment_goes_on() -> None:
    entries = journal(
        (0, LIVE), (0, taken(1)), (3, Held(1)), (5, STANDBY), (7, StandbyEnded(2, 3, 1, "")), (9, taken(3)),
        (12, RunEnded()), (20, Held(9)),
    )  # fmt: skip
    assert minutes(entries) == [
        (0, 5, "s01", False),
        (5, 7, "b1", False),
        (7, 9, "s01", False),
        (9, 12, "s03", False),
    ]
    show = on_air(entries)
    assert show.ended
    assert show.window == (WALL, WALL + 12 * MINUTE)
    for at, item in [(0, "s01"), (5, "b1"), (7, "s01"), (9, "s03"), (12, "s03")]:
        span = show.at(WALL + at * MINUTE)
        assert span is not None
        assert span.item_id == item
    assert show.at(WALL - 1) is None
    assert show.at(WALL + 12 * MINUTE + 1) is None


def test_what_was_taken_back_was_still_on_air() -> None:
    entries = journal((0, LIVE), (0, taken(1)), (4, taken(2)), (5, TakenBack(2, 3, 1, "")), (8, RunEnded()))
    assert minutes(entries) == [(0, 4, "s01", False), (4, 5, "s02", True), (5, 8, "s01", False)]


def test_a_step_of_the_machines_clock_moves_nothing_until_it_is_accepted() -> None:
    hour = 60 * MINUTE
    stepped = (5, ClockStepped(hour))
    entries = journal((0, LIVE), (0, taken(1)), stepped, (6, taken(2)), (8, RunEnded()), step=hour, step_at=5)
    assert minutes(entries) == [(0, 6, "s01", False), (6, 8, "s02", False)]
    accepted = (6, ClockAccepted(hour))
    entries = journal((0, LIVE), (0, taken(1)), accepted, (7, taken(2)), (8, RunEnded()), step=hour, step_at=5)
    forth = [(0, 6, "s01", False), (66, 67, "s01", False), (67, 68, "s02", False)]
    assert minutes(entries) == forth
    back = (6, ClockAccepted(-hour))
    entries = journal((0, LIVE), (0, taken(1)), back, (7, taken(2)), (9, taken(3)), (10, RunEnded()))
    assert minutes(entries) == [
        (-54, -53, "s01", False),
        (-53, -51, "s02", False),
        (-51, -50, "s03", False),
        (0, 6, "s01", False),
    ]
    show = on_air(entries)
    assert show.window == (WALL - 54 * MINUTE, WALL + 6 * MINUTE)
    found = [show.at(WALL + minute * MINUTE) for minute in (-53, -50, 0, 5)]
    assert [span.item_id if span else "" for span in found] == ["s02", "", "s01", "s01"]


def test_where_the_clock_was_put_back_a_payment_belongs_to_the_later_of_the_two() -> None:
    entries = journal(
        (0, LIVE), (0, taken(1)), (10, ClockAccepted(-5 * MINUTE)), (11, taken(2)), (20, RunEnded())
    )  # fmt: skip
    assert minutes(entries) == [(0, 10, "s01", False), (5, 6, "s01", False), (6, 15, "s02", False)]
    span = on_air(entries).at(WALL + 7 * MINUTE)
    assert span is not None
    assert span.item_id == "s02"


def test_the_log_follows_the_runs_own_clock() -> None:
    hour = 60 * MINUTE
    entries = journal((0, LIVE), (0, taken(1)), (5, taken(2)), (8, RunEnded()), step=-hour, step_at=4)
    rows = [row for row in as_run(entries) if row.kind == "segment"]
    told = [((row.requested_ms - WALL) / MINUTE, ((row.ended_ms or 0) - WALL) / MINUTE) for row in rows]
    assert told == [(0, 5), (5, 8)]


def test_a_run_on_air_lasts_until_now_and_one_that_never_went_live_has_no_time() -> None:
    entries = journal((0, LIVE), (0, taken(1)))
    assert minutes(entries, now=9) == [(0, 9, "s01", False)]
    assert minutes(entries) == []
    assert on_air(entries).window == (WALL, WALL)
    assert on_air(journal()).window is None
    assert on_air([]).window is None


def test_an_instant_belongs_to_the_span_that_begins_there() -> None:
    gap = OnAir((Span(WALL, WALL + 5, 1, "a", "", 1), Span(WALL + 9, WALL + 12, 2, "b", "", 2)), WALL, WALL + 12)
    found = [gap.at(WALL + at) for at in (0, 4, 5, 8, 9, 12, 13)]
    assert [span.item_id if span else None for span in found] == ["a", "a", None, None, "b", "b", None]


def test_the_longest_name_that_stands_in_the_title_is_meant() -> None:
    matcher = ProductMatcher(
        [Product("a", "面霜"), Product("b", "面霜 50ml"), Product("c", "眼霜"), Product("d", "眼 霜")]
    )
    assert matcher.product("", "", "【直播】面霜５０ＭＬ 两瓶") == "b"
    assert matcher.product("", "", "面霜 15ml") == "a"
    assert matcher.product("", "", "眼霜") is None
    assert matcher.product("", "", "") is None
    assert comparable("ＳＰＦ50+ 防晒-乳") == "spf50防晒乳"
