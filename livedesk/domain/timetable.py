"""The timetable of a show: one pure pass over the rundown and the run.

Columns are parallel tuples over the segments of the rundown (skipped ones included), so that ten thousand
segments cost a few milliseconds. Instants are epoch ms, durations ms. The letters of the comments (P, D, H, X,
E, R, B, M, C) are those of the timing rules in docs/timing.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.clock import wall_to_ms
from livedesk.domain.run import Airing, AiringState, Phase, RunState
from livedesk.domain.rundown import EndMode, Show, StandbyMode


class RowState(StrEnum):
    """How a segment stands: AIRED, ON_AIR, NEXT, UPCOMING, NOT_AIRED (passed over), SKIPPED."""

    AIRED = "aired"
    ON_AIR = "on_air"
    NEXT = "next"
    UPCOMING = "upcoming"
    NOT_AIRED = "not_aired"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan alone: P_i and D_i, hard starts H_i and count-to times C_i, and the slack (negative: shortfall)
    before each hard start; None where there is none, and for skipped segments no start. ``end_slack`` is
    against the hard end."""

    starts: tuple[int | None, ...]
    durations: tuple[int, ...]
    hard_starts: tuple[int | None, ...]
    count_tos: tuple[int | None, ...]
    slacks: tuple[int | None, ...]
    start: int
    end: int
    hard_end: int | None
    end_slack: int | None


@dataclass(frozen=True, slots=True)
class Timetable:
    """Plan and run at one moment.

    ``expected`` holds X_i of what is still to come (None elsewhere); ``actual`` the instant at which a segment
    went on air last and ``aired_ms`` how long it was on air (None elsewhere). ``current``, ``next`` and
    ``furthest`` are indexes into the rundown.

    On air: ``remaining`` R_k (negative: overtime), ``total`` d_k + j_k, ``elapsed`` e_k, ``segment_end`` E_k.
    ``must_cut_by`` M_k and ``margin`` M_k − E_k (None: no later hard start); ``late_by`` how late the next hard
    start will begin (0: in time). ``offset_now`` and ``offset_end``: positive is behind. ``expected_end``: when
    the show will end. ``follow_at``: when an auto-follow is due. ``show_elapsed``: time since going on air.
    """

    plan: Plan
    states: tuple[RowState, ...]
    expected: tuple[int | None, ...]
    actual: tuple[int | None, ...]
    aired_ms: tuple[int | None, ...]
    now: int
    current: int | None = None
    next: int | None = None
    furthest: int | None = None
    remaining: int | None = None
    total: int | None = None
    elapsed: int | None = None
    segment_end: int | None = None
    must_cut_by: int | None = None
    margin: int | None = None
    late_by: int | None = None
    offset_now: int = 0
    offset_end: int = 0
    expected_end: int = 0
    follow_at: int | None = None
    show_elapsed: int | None = None


def plan(show: Show) -> Plan:
    """The plan of a show. Raises UserError ``time.nonexistent`` for a wall time that its zone skips."""
    zone = show.zone
    start = wall_to_ms(show.planned_start, zone)
    hard_end = wall_to_ms(show.hard_end, zone) if show.hard_end is not None else None
    starts: list[int | None] = []
    durations: list[int] = []
    hards: list[int | None] = []
    counts: list[int | None] = []
    slacks: list[int | None] = []
    at = start
    first = True
    for segment in show.segments:
        hard = wall_to_ms(segment.hard_start, zone) if segment.hard_start is not None else None
        count = (
            wall_to_ms(segment.count_to, zone)
            if segment.end_mode is EndMode.COUNT_TO and segment.count_to is not None
            else None
        )
        hards.append(hard)
        counts.append(count)
        if segment.skipped:
            starts.append(None)
            durations.append(segment.duration_ms)
            slacks.append(None)
            continue
        if hard is not None:
            slacks.append(None if first else hard - at)
            at = hard if first else max(at, hard)
        else:
            slacks.append(None)
        first = False
        duration = segment.duration_ms if count is None else max(0, count - at)
        starts.append(at)
        durations.append(duration)
        at += duration
    return Plan(
        starts=tuple(starts),
        durations=tuple(durations),
        hard_starts=tuple(hards),
        count_tos=tuple(counts),
        slacks=tuple(slacks),
        start=next((item for item in starts if item is not None), start),
        end=at,
        hard_end=hard_end,
        end_slack=None if hard_end is None else hard_end - at,
    )


def schedule(show: Show, run: RunState, t_ms: int, known: Plan | None = None) -> Timetable:
    """The timetable at run time ``t_ms``; before a run is open ``t_ms`` is the wall instant itself.

    ``known`` may hold the plan of this very document, to save computing it again on each tick.
    """
    layout = known if known is not None else plan(show)
    now = run.instant(t_ms)
    on_air = run.airing if run.phase is Phase.ON_AIR else None
    held_item = run.paused if on_air is not None and on_air.standby is StandbyMode.PAUSE else on_air
    shown_id = held_item.item_id if held_item is not None and held_item.standby is None else None
    states, current, furthest, upcoming = _order(show, run, shown_id)
    actual, lasted = _history(show, run, t_ms)
    end, left, airing_end = _end_of_airing(layout, run, on_air, current, t_ms, now)
    chain = _chain(layout, run, upcoming, now, end)
    following = upcoming[0] if upcoming else None
    if run.ended_t_ms is not None:
        end = run.instant(run.ended_t_ms)
    expected_end = end
    if upcoming and run.phase is not Phase.ENDED:
        expected_end = chain[-1] + _duration(layout, upcoming[-1], chain[-1])
    expected: list[int | None] = [None] * len(show.segments)
    for index, instant in zip(upcoming, chain, strict=True):
        expected[index] = instant
    must_cut, late = _pressure(layout, upcoming, chain)
    return Timetable(
        plan=layout,
        states=states,
        expected=tuple(expected),
        actual=actual,
        aired_ms=lasted,
        now=now,
        current=current,
        next=following,
        furthest=furthest,
        remaining=left,
        total=None if on_air is None else _total(layout, on_air, current, t_ms, left),
        elapsed=None if on_air is None else on_air.elapsed_at(t_ms),
        segment_end=None if on_air is None else end,
        must_cut_by=must_cut if on_air is not None else None,
        margin=None if on_air is None or must_cut is None else must_cut - end,
        late_by=late,
        offset_now=_offset_now(show, layout, run, upcoming, chain, end),
        offset_end=_offset_end(layout, run, expected_end),
        expected_end=expected_end,
        follow_at=_follow_at(show, layout, run, current, following, airing_end),
        show_elapsed=_show_elapsed(run, t_ms),
    )


def _show_elapsed(run: RunState, t_ms: int) -> int | None:
    if run.phase not in (Phase.ON_AIR, Phase.ENDED):
        return None
    return (t_ms if run.ended_t_ms is None else min(t_ms, run.ended_t_ms)) - run.anchor_t_ms


def remaining(show: Show, run: RunState, airing: Airing, t_ms: int, known: Plan | None = None) -> int | None:
    """R of an airing of this run at run time ``t_ms`` (negative: overtime; None: open-ended); ``known`` may hold the
    plan of this very document."""
    index = next((i for i, segment in enumerate(show.segments) if segment.id == airing.item_id), None)
    return _remaining(known if known is not None else plan(show), airing, index, t_ms, run.instant(t_ms))


def next_up(show: Show, run: RunState) -> int | None:
    """The index of the segment that GO takes, as a :class:`Timetable` has it in ``next``."""
    _, _, _, upcoming = _order(show, run, None)
    return upcoming[0] if upcoming else None


def _order(
    show: Show, run: RunState, shown_id: str | None
) -> tuple[tuple[RowState, ...], int | None, int | None, list[int]]:
    """Row states, the index on air, the furthest index aired, and the indexes still to come in order."""
    aired, segments = run.aired, show.segments
    places = [index for index, segment in enumerate(segments) if segment.id in aired] if aired else []
    current = next((index for index in places if segments[index].id == shown_id), None)
    furthest = places[-1] if places else None
    first = 0 if furthest is None else furthest + 1
    upcoming: list[int] = []
    if run.phase is not Phase.ENDED:
        upcoming = [index for index in range(first, len(segments)) if not segments[index].skipped]
    waiting = RowState.NOT_AIRED if run.phase is Phase.ENDED else RowState.UPCOMING
    states = [
        *[RowState.SKIPPED if segment.skipped else RowState.NOT_AIRED for segment in segments[:first]],
        *[RowState.SKIPPED if segment.skipped else waiting for segment in segments[first:]],
    ]
    for index in places:
        states[index] = RowState.AIRED
    if current is not None:
        states[current] = RowState.ON_AIR
    if upcoming:
        states[upcoming[0]] = RowState.NEXT
    return tuple(states), current, furthest, upcoming


def _history(show: Show, run: RunState, t_ms: int) -> tuple[tuple[int | None, ...], tuple[int | None, ...]]:
    """When each segment went on air last, and how long it was on air then."""
    last: dict[str, Airing] = {
        airing.item_id: airing
        for airing in run.airings
        if airing.standby is None and airing.state is not AiringState.VOIDED
    }
    if not last:
        empty: tuple[int | None, ...] = (None,) * len(show.segments)
        return empty, empty
    began: list[int | None] = [None] * len(show.segments)
    lasted: list[int | None] = [None] * len(show.segments)
    for index, segment in enumerate(show.segments):
        if segment.id in last:
            airing = last[segment.id]
            began[index], lasted[index] = run.wall(airing.started_ms), airing.elapsed_at(t_ms)
    return tuple(began), tuple(lasted)


def _remaining(layout: Plan, airing: Airing, index: int | None, t_ms: int, now: int) -> int | None:
    """R of one airing; None where it is open-ended (a standby plan without a duration of its own)."""
    if airing.standby is None and index is not None:
        count = layout.count_tos[index]
        if count is not None:
            return count - now
    if airing.duration_ms is None:
        return None
    return airing.duration_ms + airing.adjust_ms - airing.elapsed_at(t_ms)


def _end_of_airing(
    layout: Plan, run: RunState, on_air: Airing | None, current: int | None, t_ms: int, now: int
) -> tuple[int, int | None, int | None]:
    """E of what is on air (now, before and after the show), its remaining time, and its end unclamped."""
    if on_air is None:
        return now, None, None
    left = _remaining(layout, on_air, current, t_ms, now)
    ahead = max(0, left or 0)
    paused = run.paused if on_air.standby is StandbyMode.PAUSE else None
    if paused is not None:
        back = _remaining(layout, paused, current, t_ms, now) or 0
        # A count-to segment goes on to its time while it waits: the plan that pauses it does not move C.
        counts = paused.standby is None and current is not None and layout.count_tos[current] is not None
        ahead = max(ahead, back) if counts else ahead + max(0, back)
    return now + ahead, left, None if left is None else now + left


def _total(layout: Plan, airing: Airing, current: int | None, t_ms: int, left: int | None) -> int | None:
    if airing.standby is None and current is not None and layout.count_tos[current] is not None:
        return None if left is None else airing.elapsed_at(t_ms) + max(0, left)
    return None if airing.duration_ms is None else max(0, airing.duration_ms + airing.adjust_ms)


def _duration(layout: Plan, index: int, start: int) -> int:
    """D of a segment that starts at ``start``: a count-to segment takes what is left to its time."""
    count = layout.count_tos[index]
    return layout.durations[index] if count is None else max(0, count - start)


def _chain(layout: Plan, run: RunState, upcoming: list[int], now: int, end: int) -> list[int]:
    """X of everything still to come."""
    if not upcoming:
        return []
    hards, counts, durations = layout.hard_starts, layout.count_tos, layout.durations
    before_air = run.phase in (Phase.NONE, Phase.PREPARING)
    at = max(now, layout.starts[upcoming[0]] or now) if before_air else end
    chain: list[int] = []
    for index in upcoming:
        hard = hards[index]
        if hard is not None and hard > at:
            at = hard
        chain.append(at)
        count = counts[index]
        at += durations[index] if count is None else max(0, count - at)
    return chain


def _pressure(layout: Plan, upcoming: list[int], chain: list[int]) -> tuple[int | None, int | None]:
    """Must-cut-by, and how late the next hard start will begin. A count-to segment in between can shrink to
    nothing, so it takes no time from the margin."""
    latest: int | None = None
    late: int | None = None
    hards, counts, durations = layout.hard_starts, layout.count_tos, layout.durations
    for place in range(len(upcoming) - 1, -1, -1):
        index = upcoming[place]
        if latest is not None and counts[index] is None:
            latest -= durations[index]
        hard = hards[index]
        if hard is not None:
            late = chain[place] - hard
            latest = hard if latest is None else min(latest, hard)
    return latest, late


def _offset_now(show: Show, layout: Plan, run: RunState, upcoming: list[int], chain: list[int], end: int) -> int:
    if run.baseline_end_ms is None:
        first = layout.starts[upcoming[0]] if upcoming else None
        return 0 if first is None else chain[0] - first
    segments, baseline = show.segments, run.baseline
    for index, instant in zip(upcoming, chain, strict=True):
        planned = baseline.get(segments[index].id)
        if planned is not None:
            return instant - planned
    return end - run.baseline_end_ms


def _offset_end(layout: Plan, run: RunState, expected_end: int) -> int:
    if layout.hard_end is not None:
        return expected_end - layout.hard_end
    planned = layout.end if run.baseline_end_ms is None else run.baseline_end_ms
    return expected_end - planned


def _follow_at(
    show: Show,
    layout: Plan,
    run: RunState,
    current: int | None,
    following: int | None,
    airing_end: int | None,
) -> int | None:
    """When the segment on air goes on to the next by itself, or None: not at all, or not now."""
    airing = run.airing
    if current is None or following is None or airing is None or airing.standby is not None:
        return None
    if run.held or run.follow_stopped or airing_end is None:
        return None
    if show.segments[current].end_mode is not EndMode.AUTO_FOLLOW:
        return None
    return max(airing_end, layout.hard_starts[following] or airing_end)
