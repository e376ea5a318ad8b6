"""Back-timing: when each segment must start at the latest, and which durations let the plan end on time.

The letters are those of docs/timing.md: P, D, H, C, and T for the hard end.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from livedesk.domain.clock import SECOND
from livedesk.domain.errors import UserError
from livedesk.domain.money import split_by_weight
from livedesk.domain.rundown import SegmentKind, Show
from livedesk.domain.timetable import Plan, plan

MINIMUM_MS = 10 * SECOND
"""No segment is made shorter than this by a proposal."""


@dataclass(frozen=True, slots=True)
class LatestStarts:
    """Parallel columns over the segments of the rundown. ``starts``: the latest instant (epoch ms) at which each
    must begin for every later hard start, its own, and the hard end to hold; ``margins``: how much later than
    planned that is (negative: as planned it does not hold); ``pins``: the place of the segment whose hard start it is
    that binds (behind the last one: the hard end). None: nothing later is pinned, or it is skipped."""

    starts: tuple[int | None, ...]
    margins: tuple[int | None, ...]
    pins: tuple[int | None, ...]


def latest_starts(show: Show, layout: Plan | None = None) -> LatestStarts:
    """Walk back from the hard end and from each hard start: latest = what comes after it must begin, less D, and
    never after its own H. A count-to segment can shrink to nothing, so it takes nothing (as in *must cut by*); one
    whose time lies after what it must leave room for is not mended by any start. ``layout`` may be the plan of
    this very document."""
    table = layout if layout is not None else plan(show)
    bound = table.hard_end
    pin = None if bound is None else len(show.segments)
    starts: list[int | None] = []
    pins: list[int | None] = []
    for place, segment, hard, count, duration in zip(
        reversed(range(len(show.segments))),
        reversed(show.segments),
        reversed(table.hard_starts),
        reversed(table.count_tos),
        reversed(table.durations),
        strict=True,
    ):
        if segment.skipped:
            starts.append(None)
            pins.append(None)
            continue
        if bound is not None and count is None:
            bound -= duration
        if hard is not None and (bound is None or hard <= bound):
            bound, pin = hard, place
        starts.append(bound)
        pins.append(pin)
    starts.reverse()
    pins.reverse()
    margins = tuple(
        None if latest is None or planned is None else latest - planned
        for latest, planned in zip(starts, table.starts, strict=True)
    )
    return LatestStarts(tuple(starts), margins, tuple(pins))


@dataclass(frozen=True, slots=True)
class Fit:
    """A proposal. ``durations``: the new duration (ms) by id, only of those that change. ``end_ms``: the instant
    that the plan then reaches, and ``missing_ms`` how much later that is than it should be (0: it is met; negative:
    earlier). ``untouched`` were chosen but have no length of their own (count-to, milestone, skipped, or after the
    goal); ``shortest`` are as short as they may be. ``deciding`` are the chosen ones behind the last pinned time:
    their lengths alone move the end. ``blocked_by`` is a segment that is pinned so late that no lengths help; nothing
    is proposed then."""

    durations: Mapping[str, int]
    end_ms: int
    missing_ms: int
    untouched: tuple[str, ...] = ()
    shortest: tuple[str, ...] = ()
    deciding: tuple[str, ...] = ()
    blocked_by: str = ""


def fit(
    show: Show,
    segment_ids: Collection[str],
    target_ms: int | None = None,
    *,
    before: str | None = None,
    minimums: Mapping[str, int] | None = None,
) -> Fit:
    """Propose durations of the chosen segments so that the plan ends exactly at ``target_ms`` (None: the hard end),
    or so that the segment ``before`` is reached then (None: its hard start).

    What changes is dealt out in proportion to the durations, in whole seconds, by the largest remainder (parts of a
    second that the plan has go to the longest one). None is made shorter than its minimum: ``minimums`` by id (such
    as the time its words take), and 0:10 in any case; one that is shorter already stays. On the way to the goal a
    hard start or a count-to that the plan misses is met first, by the chosen segments before it; slack before one
    is left alone. Nothing but durations changes.

    Raises UserError ``fit.no_target`` where there is nothing to end at, ``edit.missing`` for an id that is not in
    the show, and what :func:`livedesk.domain.timetable.plan` raises.
    """
    table = plan(show)
    goal = _goal(show, before)
    target = target_ms
    if target is None:
        target = table.hard_end if goal is None else table.hard_starts[goal]
    if target is None:
        raise UserError("fit.no_target")
    places = {segment.id: index for index, segment in enumerate(show.segments)}
    for wanted in segment_ids:
        if wanted not in places:
            raise UserError("edit.missing", id=wanted)
    least = minimums if minimums is not None else {}
    until = len(show.segments) if goal is None else goal
    blocked = _blocking(show, table, until, target)
    walk = _Walk(show, table, frozenset() if blocked else frozenset(segment_ids), least, until)
    end = walk.to(target)
    if blocked:
        return Fit({}, end, end - target, blocked_by=blocked)
    return Fit(
        durations=walk.changed,
        end_ms=end,
        missing_ms=end - target,
        untouched=tuple(sorted(set(segment_ids) - walk.adjustable, key=places.__getitem__)),
        shortest=tuple(sorted(walk.shortest, key=places.__getitem__)),
        deciding=walk.deciding,
    )


def _blocking(show: Show, table: Plan, until: int, target: int) -> str:
    """The first segment that is pinned behind the target, or at it with something still to come; empty for none."""
    for index, segment in enumerate(show.segments[:until]):
        if segment.skipped:
            continue
        hard, count = table.hard_starts[index], table.count_tos[index]
        pinned = max((one for one in (hard, count) if one is not None), default=None)
        if pinned is None or pinned < target:
            continue
        behind = slice(index + (count is not None), until)
        if pinned > target or any(
            length and not each.skipped
            for each, length in zip(show.segments[behind], table.durations[behind], strict=True)
        ):
            return segment.id
    return ""


def _goal(show: Show, before: str | None) -> int | None:
    if before is None:
        return None
    for index, segment in enumerate(show.segments):
        if segment.id == before:
            return index
    raise UserError("edit.missing", id=before)


class _Walk:
    """The plan walked forward in stretches, each ending where a hard start or a count-to pins the time."""

    def __init__(
        self, show: Show, table: Plan, chosen: frozenset[str], minimums: Mapping[str, int], until: int
    ) -> None:
        self._show = show
        self._table = table
        self._chosen = chosen
        self._minimums = minimums
        self._until = until
        self._stretch: list[str] = []
        self._lengths: dict[str, int] = {}
        self.adjustable: set[str] = set()
        self.shortest: set[str] = set()

    @property
    def deciding(self) -> tuple[str, ...]:
        """The chosen segments behind the last pinned time."""
        return tuple(self._stretch)

    @property
    def changed(self) -> dict[str, int]:
        """The proposed durations that are not those of the document."""
        was = {segment.id: segment.duration_ms for segment in self._show.segments}
        return {each: length for each, length in self._lengths.items() if length != was[each]}

    def to(self, target: int) -> int:
        """Walk to the goal; the instant at which the plan reaches it then."""
        at = self._table.start
        for index, segment in enumerate(self._show.segments[: self._until]):
            if segment.skipped:
                continue
            hard, count = self._table.hard_starts[index], self._table.count_tos[index]
            if hard is not None:
                at = max(self._no_later(at, hard), hard)
            if count is not None:
                at = max(self._no_later(at, count), count)
                continue
            at += segment.duration_ms
            if segment.id in self._chosen and segment.kind is not SegmentKind.MILESTONE:
                self._stretch.append(segment.id)
                self._lengths[segment.id] = segment.duration_ms
                self.adjustable.add(segment.id)
        return at + self._deal(target - at)

    def _no_later(self, at: int, pinned: int) -> int:
        """End the stretch: shorten it as far as it would come too late, and begin the next one."""
        reached = at + self._deal(min(0, pinned - at))
        self._stretch = []
        return reached

    def _deal(self, change: int) -> int:
        """Deal a change (ms) out to the stretch; how much of it could be dealt."""
        if change == 0 or not self._stretch:
            return 0
        lengths = [self._lengths[each] for each in self._stretch]
        room: list[int | None] = [None] * len(lengths)
        if change < 0:
            room = [
                max(0, length - self._least(each)) for each, length in zip(self._stretch, lengths, strict=True)
            ]
        parts = _dealt(abs(change), lengths, room)
        sign = -1 if change < 0 else 1
        for each, length, part, most in zip(self._stretch, lengths, parts, room, strict=True):
            self._lengths[each] = length + sign * part
            if most is not None and part == most:
                self.shortest.add(each)
        return sign * sum(parts)

    def _least(self, segment_id: str) -> int:
        least = max(MINIMUM_MS, self._minimums.get(segment_id, 0))
        return -(-least // SECOND) * SECOND


def _dealt(amount: int, weights: list[int], room: list[int | None]) -> list[int]:
    """``amount`` ms in parts in proportion to ``weights``, whole seconds by the largest remainder, none above its
    ``room`` (None: no limit). What is left of a second goes to the first of the longest with room for it."""
    seconds = amount // SECOND
    limits = [None if most is None else most // SECOND for most in room]
    parts = [0] * len(weights)
    open_ones = list(range(len(weights)))
    while open_ones and seconds > 0:
        shares = split_by_weight(seconds, tuple(weights[i] for i in open_ones))
        full = [i for i, share in zip(open_ones, shares, strict=True) if _above(share, limits[i])]
        if not full:
            for i, share in zip(open_ones, shares, strict=True):
                parts[i] = share * SECOND
            break
        for i in full:
            most = limits[i] or 0
            parts[i] = most * SECOND
            seconds -= most
        closed = set(full)
        open_ones = [i for i in open_ones if i not in closed]
    _deal_rest(parts, amount - sum(parts), weights, room)
    return parts


def _above(share: int, limit: int | None) -> bool:
    return limit is not None and share > limit


def _deal_rest(parts: list[int], left: int, weights: list[int], room: list[int | None]) -> None:
    if not left:
        return
    for i in sorted(range(len(parts)), key=lambda place: (-weights[place], place)):
        most = room[i]
        part = left if most is None else min(left, most - parts[i])
        parts[i] += part
        left -= part
        if not left:
            return
