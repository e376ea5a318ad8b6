"""What a person asks for on the timeline, as rules: how a drag snaps, where a drop goes."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.rundown import Segment, Show
from livedesk.domain.timetable import Plan, plan
from livedesk.ui.workspaces.script.timeline_strip import Strip

SNAP, FINE, COARSE = 5 * SECOND, SECOND, MINUTE


@dataclass(frozen=True, slots=True)
class DurationDragged:
    """A person asks for another duration of a segment."""

    segment_id: str
    duration_ms: int


@dataclass(frozen=True, slots=True)
class OrderDragged:
    """A person asks to move segments, which keep their order among each other, before another one (empty: to the
    end). ``before_id`` is none of those moved."""

    ids: tuple[str, ...]
    before_id: str


def snapped(duration_ms: int, step: int) -> int:
    """A duration on the grid of ``step``, never below zero; half a step goes up."""
    return max(0, (duration_ms + step // 2) // step * step)


def sized(show: Show, plan_of_it: Plan, at: int, duration_ms: int) -> tuple[Show, Plan]:
    """The show and its plan as they would be with another duration of one segment."""
    if show.segments[at].duration_ms == duration_ms:
        return show, plan_of_it
    changed = replace(show.segments[at], duration_ms=duration_ms)
    made = replace(show, segments=(*show.segments[:at], changed, *show.segments[at + 1 :]))
    return made, plan(made)


def drop_place(strip: Strip, ms: int) -> int:
    """Before which segment a drop at an instant goes: a block's left half is before it, its right half after."""
    at = strip.first_at(ms)
    if not len(strip) or ms < strip.starts[at]:
        return at
    end = strip.end(at)
    if ms >= end or ms - strip.starts[at] >= (end - strip.starts[at]) / 2:
        return at + 1
    return at


def moved(segments: Sequence[Segment], ids: Set[str], index: int) -> OrderDragged | None:
    """The request to move ``ids`` before the segment at ``index`` (the length: to the end). None where they stand
    so already, or where there is nothing to move."""
    going = tuple(item.id for item in segments if item.id in ids)
    if not going:
        return None
    before = next((item.id for item in segments[index:] if item.id not in ids), "")
    staying = [item.id for item in segments if item.id not in ids]
    cut = staying.index(before) if before else len(staying)
    after = [*staying[:cut], *going, *staying[cut:]]
    if after == [item.id for item in segments]:
        return None
    return OrderDragged(going, before)
