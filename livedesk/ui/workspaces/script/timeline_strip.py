"""The show as the timeline draws it: every lookup by bisection, so that ten thousand segments cost no more to scroll
than what is seen of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import cast

import numpy as np
from numpy.typing import NDArray

from livedesk.domain.replaced import replaced
from livedesk.domain.rundown import EndMode, Segment, SegmentKind, Show
from livedesk.domain.timetable import Plan

_GROUP = attrgetter("group_id")
Indexes = NDArray[np.int64]
KINDS = {kind: number for number, kind in enumerate(SegmentKind)}
"""The number of each kind in :attr:`Arrays.kinds`."""


@dataclass(frozen=True, slots=True)
class Arrays:
    """Planned starts and lengths (ms; 0: skipped, or takes no time) and kinds, for painting many at once."""

    starts: Indexes
    lengths: Indexes
    kinds: Indexes


@dataclass(frozen=True, slots=True)
class Pins:
    """:attr:`Strip.hards` in numbers: their places in the rundown, the planned starts, the fixed times, and the slack
    before them (negative: short of it), in ms."""

    places: Indexes
    starts: Indexes
    instants: Indexes
    slacks: Indexes


MILESTONE, SKIPPED, _PINNED = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Flags:
    """:attr:`Strip.marks` in numbers: their places in the rundown, the planned starts, and what they are (0: a pin
    stands where the mark would, and names it)."""

    places: Indexes
    starts: Indexes
    kinds: Indexes


_OF_THE_PLAN = ("pins", "flags", "_reaches")


class Strip:
    """A document and its plan. ``starts`` are the planned starts without holes: a skipped segment stands at the
    planned end of what comes before it. Instants are epoch ms, indexes those of the rundown.

    ``before``, the strip of the document before an edit, lends its lists where the edit left them right."""

    def __init__(self, show: Show, plan: Plan, before: Strip | None = None) -> None:
        self.show = show
        self.plan = plan
        self.segments = show.segments
        self.starts: Sequence[int] = before.starts if before is not None and before.plan is plan else _filled(plan)
        self.changed = None if before is None else _changed(before.segments, self.segments)
        """The segments that are other objects than in ``before``, where none has come, gone, moved or changed its
        shape; None elsewhere."""
        if before is not None and self.changed is not None:
            lent = (
                "marks",
                "hards",
                "runs",
                "heads",
                "_places",
                "_hards",
                "_marks",
                *(_OF_THE_PLAN if plan is before.plan else ()),
            )
            for name in lent:
                if name in before.__dict__:
                    self.__dict__[name] = before.__dict__[name]
            if "named" in before.__dict__ and before.show.groups is show.groups:
                self.__dict__["titles"], self.__dict__["named"] = before.titles, before.named
            if "_kinds" in before.__dict__ and all(_kind(before, at) is _kind(self, at) for at in self.changed):
                self.__dict__["_kinds"] = before._kinds
            if "arrays" in before.__dict__ and plan is before.plan:
                known = before.arrays
                self.__dict__["arrays"] = Arrays(known.starts, known.lengths, self._kinds)

    def __len__(self) -> int:
        return len(self.segments)

    # --- of the whole show -----------------------------------------------------------------------------------

    @cached_property
    def marks(self) -> Sequence[int]:
        """What takes no time but is drawn: milestones and skipped segments."""
        return [at for at, item in enumerate(self.segments) if item.skipped or item.kind is SegmentKind.MILESTONE]

    @cached_property
    def hards(self) -> Sequence[int]:
        """The segments with a hard start that count in the plan."""
        return [at for at, item in enumerate(self.segments) if item.hard_start is not None and not item.skipped]

    @cached_property
    def runs(self) -> Sequence[int]:
        """Where each stretch of one group begins."""
        groups = list(map(_GROUP, self.segments))
        return [at for at, group in enumerate(groups) if at == 0 or group != groups[at - 1]]

    @cached_property
    def heads(self) -> Indexes:
        """:attr:`runs` in numbers, and the end of the last one."""
        return np.array([*self.runs, len(self)], np.int64)

    @cached_property
    def named(self) -> NDArray[np.bool_]:
        """Whether each of :attr:`runs` is of a group with a title."""
        titles = (self.titles.get(self.segments[at].group_id) for at in self.runs)
        return np.fromiter(map(bool, titles), bool, len(self.runs))

    @cached_property
    def arrays(self) -> Arrays:
        """The strip in numbers."""
        many = len(self)
        lengths = np.fromiter(self.plan.durations, np.int64, many)
        lengths[[at for at in self.marks if self.segments[at].skipped]] = 0
        return Arrays(np.fromiter(self.starts, np.int64, many), lengths, self._kinds)

    @cached_property
    def _kinds(self) -> Indexes:
        return np.fromiter((KINDS[item.kind] for item in self.segments), np.int64, len(self.segments))

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of each group by its id."""
        return {group.id: group.title for group in self.show.groups}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {item.id: at for at, item in enumerate(self.segments)}

    @cached_property
    def span(self) -> tuple[int, int]:
        """The first and the last instant of the plan, its hard end included."""
        last = max(self.plan.end, self.plan.hard_end or self.plan.end)
        return min(self.plan.start, self.starts[0] if self.starts else self.plan.start), last

    @cached_property
    def pins(self) -> Pins:
        """The hard starts in numbers."""
        places, plan = self._hards, self.plan
        starts = self.arrays.starts[places]
        # A hard start that counts has a time, and what comes before it ends early or late.
        instants = np.fromiter((plan.hard_starts[at] or 0 for at in self.hards), np.int64, len(places))
        slacks = np.fromiter((plan.slacks[at] or 0 for at in self.hards), np.int64, len(places))
        return Pins(places, starts, np.where(instants > 0, instants, starts), slacks)

    @cached_property
    def flags(self) -> Flags:
        """The milestones and what is skipped, in numbers."""
        places, kinds = self._marks
        pinned = np.flatnonzero(kinds == _PINNED)
        if len(pinned):
            kinds, late = kinds.copy(), [(self.plan.slacks[at] or 0) < 0 for at in places[pinned].tolist()]
            kinds[pinned] = np.where(late, MILESTONE, 0)
        return Flags(places, self.arrays.starts[places], kinds)

    @cached_property
    def _hards(self) -> Indexes:
        return np.array(self.hards, np.int64)

    @cached_property
    def _marks(self) -> tuple[Indexes, Indexes]:
        """Where marks are, and what they are as long as nothing comes late."""
        kinds = [
            SKIPPED if one.skipped else MILESTONE if one.hard_start is None else _PINNED
            for one in (self.segments[at] for at in self.marks)
        ]
        return np.array(self.marks, np.int64), np.array(kinds, np.int64)

    @cached_property
    def _reaches(self) -> Indexes:
        """For each of :attr:`hards`, the leftmost instant that it or one after it is drawn at: of several that are
        missed, one that begins far to the right may be pinned further left than those before it."""
        pins = self.pins
        reaches = np.minimum(pins.starts - pins.slacks.clip(0), pins.instants)
        found: Indexes = np.minimum.accumulate(reaches[::-1])[::-1]
        return found

    # --- of one segment --------------------------------------------------------------------------------------

    def place(self, segment_id: str) -> int | None:
        """The index of a segment, None where it is gone."""
        return self._places.get(segment_id)

    def length(self, at: int) -> int:
        """The planned duration; 0 for a skipped one."""
        return 0 if self.segments[at].skipped else self.plan.durations[at]

    def end(self, at: int) -> int:
        """The planned end."""
        return self.starts[at] + self.length(at)

    def number(self, at: int) -> str:
        """The number that a person fixed, else the place in the rundown."""
        return self.segments[at].number or f"{at + 1:02d}"

    def sizable(self, at: int) -> bool:
        """Whether its end can be dragged: not of what takes no time, nor of what ends at a fixed time."""
        segment = self.segments[at]
        counted = segment.end_mode is EndMode.COUNT_TO and segment.count_to is not None
        return not (segment.skipped or segment.kind is SegmentKind.MILESTONE or counted)

    # --- of a stretch of time --------------------------------------------------------------------------------

    def first_at(self, ms: int) -> int:
        """The last segment that begins at or before an instant (the first one before the show)."""
        return max(0, bisect_right(self.starts, ms) - 1)

    def visible(self, first_ms: int, last_ms: int) -> range:
        """The segments that may be seen between two instants."""
        return range(self.first_at(first_ms), bisect_right(self.starts, last_ms)) if self.segments else range(0)

    def covering(self, ms: int) -> int | None:
        """The segment that is planned on air at an instant, None in a gap and outside the show."""
        if not self.segments:
            return None
        at = bisect_right(self.starts, ms) - 1
        return at if at >= 0 and self.starts[at] <= ms < self.end(at) else None

    def within(self, listed: Sequence[int], first_ms: int, last_ms: int) -> range:
        """Places in a sorted list of indexes whose segments begin between two instants."""
        low = bisect_left(listed, bisect_left(self.starts, first_ms))
        return range(low, bisect_left(listed, bisect_right(self.starts, last_ms)))

    def hards_within(self, first_ms: int, last_ms: int) -> range:
        """Places in :attr:`hards` of what may be seen between two instants: the pin, and the slack or the shortfall
        that reaches to the left of where the segment begins."""
        low = bisect_left(self.hards, bisect_left(self.starts, first_ms))
        return range(low, max(low, int(np.searchsorted(self._reaches, last_ms, side="right"))))

    def hard_from(self, at: int) -> int | None:
        """The first hard start at or after a segment; None: there is none."""
        place = bisect_left(self.hards, at)
        return self.hards[place] if place < len(self.hards) else None


def _kind(strip: Strip, at: int) -> SegmentKind:
    return strip.segments[at].kind


def _filled(plan: Plan) -> Sequence[int]:
    starts: list[int] = []
    if None not in plan.starts:
        return cast("Sequence[int]", plan.starts)
    at = plan.start
    for start, length in zip(plan.starts, plan.durations, strict=True):
        if start is None:
            starts.append(at)
        else:
            starts.append(start)
            at = start + length
    return starts


def _changed(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[int, ...] | None:
    """What is another object, where ids, groups, marks and hard starts stand where they stood."""
    changed = replaced(old, new)
    return changed if changed is None or all(_shape(old[at]) == _shape(new[at]) for at in changed) else None


def _shape(segment: Segment) -> tuple[str, str, bool, bool, bool]:
    milestone = segment.kind is SegmentKind.MILESTONE
    return segment.id, segment.group_id, segment.skipped, milestone, segment.hard_start is not None
