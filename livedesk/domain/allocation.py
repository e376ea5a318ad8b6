"""Where the time of a show goes: the plan against its slot, by group and by kind, and whether the words fit.

A segment's words fit where saying them takes no longer than its planned time and a tolerance: five seconds, or
five in a hundred of that time if this is more. Skipped segments are left out of everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from livedesk.domain.clock import SECOND, wall_to_ms
from livedesk.domain.pace import rate_of, speaking_ms, speech
from livedesk.domain.product import Product, Promotion
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.domain.script_values import used, values_on
from livedesk.domain.timetable import Plan, plan

TOLERANCE_MS = 5 * SECOND
TOLERANCE_SHARE = 0.05
_Words = tuple[Segment, tuple[tuple[str, str], ...], Mapping[tuple[str, ...], int]]
"""A segment, the values of its variables, and what each voice says in it."""


@dataclass(frozen=True, slots=True)
class SegmentTime:
    """One segment: ``chars`` to be said, ``speaking_ms`` that they take (each voice at its own rate, one after the
    other), ``planned_ms`` D of the plan. ``over_ms``: how much longer the words take than planned (0: they do
    not); ``fits`` allows for the tolerance. ``rates`` are those that were counted with."""

    segment_id: str
    chars: int
    speaking_ms: int
    planned_ms: int
    rates: tuple[float, ...] = ()

    @property
    def over_ms(self) -> int:
        """By how much the words take longer than planned, never below 0."""
        return max(0, self.speaking_ms - self.planned_ms)

    @property
    def fits(self) -> bool:
        """Whether the words fit, within the tolerance."""
        return self.over_ms <= max(TOLERANCE_MS, self.planned_ms * TOLERANCE_SHARE)


@dataclass(frozen=True, slots=True)
class Share:
    """What a group or a kind takes: how many segments, their planned time, and its share (0–1) of all planned."""

    count: int = 0
    planned_ms: int = 0
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class _Counted:
    """What an allocation was made of, so that the next one need not count it again."""

    host: str
    products: tuple[Product, ...]
    promotions: tuple[Promotion, ...]
    paces: Mapping[str, float]
    default_cps: float
    words: Mapping[str, _Words]


@dataclass(frozen=True, slots=True)
class Allocation:
    """The time of a show. ``planned_ms`` is the sum of what its segments are planned to take, ``gap_ms`` the time
    before and between them (slack before hard starts; negative where the first one lies before the planned start).
    ``slot_ms`` is from the planned start to the hard end (None: there is none), ``left_ms`` what the plan leaves of
    it (negative: a shortfall): slot = planned + gap + left. ``speaking_ms`` is what all the words take, ``overfull``
    are the segments whose words do not fit, in order.

    ``groups`` by group id, in the order in which they come in the rundown, those without segments behind them (key
    empty: segments of no group); ``kinds`` by kind, in the order of :class:`SegmentKind`, only those that occur.
    ``segments`` by segment id.
    """

    planned_ms: int
    gap_ms: int
    slot_ms: int | None
    left_ms: int | None
    groups: Mapping[str, Share]
    kinds: Mapping[SegmentKind, Share]
    segments: Mapping[str, SegmentTime]
    speaking_ms: int
    overfull: tuple[str, ...]
    _counted: _Counted = field(repr=False, compare=False)

    @property
    def voices(self) -> tuple[tuple[str, ...], ...]:
        """Who says words in the segments, each once, in the order of the rundown; names as
        :func:`livedesk.domain.pace.voices` gives them."""
        return tuple(dict.fromkeys(names for _, _, said in self._counted.words.values() for names in said))


def segment_time(
    segment: Segment,
    host: str,
    values: Mapping[str, str],
    paces: Mapping[str, float],
    default_cps: float,
    planned_ms: int | None = None,
) -> SegmentTime:
    """One segment alone. ``host`` is the show's, ``values`` fill its variables, ``paces`` are the rates (characters a
    second) by name; ``planned_ms`` its time in the plan, where that is not its duration (count-to).
    """
    return _time(segment, speech(segment, host, values), paces, default_cps, planned_ms)


def _time(
    segment: Segment,
    said: Mapping[tuple[str, ...], int],
    paces: Mapping[str, float],
    default_cps: float,
    planned_ms: int | None,
) -> SegmentTime:
    planned = segment.duration_ms if planned_ms is None else planned_ms
    if not said:
        return SegmentTime(segment.id, 0, 0, planned)
    rates = tuple(rate_of(names, paces, default_cps) for names in said)
    spoken = sum(speaking_ms(chars, cps) for chars, cps in zip(said.values(), rates, strict=True))
    return SegmentTime(segment.id, sum(said.values()), spoken, planned, rates)


def allocate(
    show: Show,
    paces: Mapping[str, float],
    default_cps: float,
    *,
    layout: Plan | None = None,
    known: Allocation | None = None,
) -> Allocation:
    """The allocation of a show, in one pass. ``layout`` may be the plan of this very document; ``known`` an earlier
    allocation of it: words that have not changed since are not counted again. Raises what
    :func:`livedesk.domain.timetable.plan` raises.
    """
    table = layout if layout is not None else plan(show)
    before = known if known is not None and known._counted.host == show.host else None
    old_words = before._counted.words if before is not None else {}
    same = before is not None and _same_goods(before, show)
    old_times = before.segments if before is not None and _same_rates(before, paces, default_cps) else {}
    words: dict[str, _Words] = {}
    segments: dict[str, SegmentTime] = {}
    overfull: list[str] = []
    titled = {group.id for group in show.groups}
    by_group: dict[str, list[int]] = {}
    by_kind: dict[SegmentKind, list[int]] = {}
    spoken = 0
    for segment, planned in zip(show.segments, table.durations, strict=True):
        if segment.skipped:
            if segment.group_id in titled:
                by_group.setdefault(segment.group_id, [0, 0])
            continue
        key = segment.id
        counted = old_words.get(key)
        made = None
        if counted is None or counted[0] is not segment or not (same or counted[1] == _filled(show, segment)):
            filled = _filled(show, segment)
            counted = (segment, filled, speech(segment, show.host, dict(filled)))
        else:
            made = old_times.get(key)
        if made is None or made.planned_ms != planned:
            made = _time(segment, counted[2], paces, default_cps, planned)
        words[key], segments[key] = counted, made
        spoken += made.speaking_ms
        if not made.fits:
            overfull.append(key)
        for sums in (by_group.setdefault(segment.group_id, [0, 0]), by_kind.setdefault(segment.kind, [0, 0])):
            sums[0] += 1
            sums[1] += planned
    for group in show.groups:
        by_group.setdefault(group.id, [0, 0])
    total = sum(sums[1] for sums in by_kind.values())
    start = wall_to_ms(show.planned_start, show.zone)
    return Allocation(
        planned_ms=total,
        gap_ms=table.end - start - total,
        slot_ms=None if table.hard_end is None else table.hard_end - start,
        left_ms=table.end_slack,
        groups={key: _share(sums, total) for key, sums in by_group.items()},
        kinds={kind: _share(by_kind[kind], total) for kind in SegmentKind if kind in by_kind},
        segments=segments,
        speaking_ms=spoken,
        overfull=tuple(overfull),
        _counted=_Counted(show.host, show.products, show.promotions, dict(paces), default_cps, words),
    )


def _filled(show: Show, segment: Segment) -> tuple[tuple[str, str], ...]:
    """The values of the variables in a segment's words."""
    if not any("{{" in line.text for line in segment.script.lines):
        return ()
    return used(segment.script, values_on(show, segment))


def _same_goods(known: Allocation, show: Show) -> bool:
    """Whether every variable stands for what it stood for."""
    counted = known._counted
    return counted.products is show.products and counted.promotions is show.promotions


def _same_rates(known: Allocation, paces: Mapping[str, float], default_cps: float) -> bool:
    return known._counted.default_cps == default_cps and known._counted.paces == paces


def _share(sums: list[int], total: int) -> Share:
    return Share(sums[0], sums[1], sums[1] / total if total else 0.0)
