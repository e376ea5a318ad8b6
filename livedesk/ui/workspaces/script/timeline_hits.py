"""What lies under the pointer on the timeline."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum

import numpy as np

from livedesk.ui.workspaces.script.timeline_frame import Rows
from livedesk.ui.workspaces.script.timeline_scale import Scale
from livedesk.ui.workspaces.script.timeline_strip import Strip

GRIP = 5
"""How far from a block's edge it can still be held, in pixels; a quarter of the block at most."""
NEAR = 9


class Part(Enum):
    """EDGE the end of a segment; BODY its block; MARK a flag, a pin or a skipped one; GAP the slack before the
    hard start of a segment; GROUP the bracket of the stretch that begins with it; NOTHING."""

    EDGE = "edge"
    BODY = "body"
    MARK = "mark"
    GAP = "gap"
    GROUP = "group"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Hit:
    """``at`` is the index of the segment (−1 for NOTHING)."""

    part: Part = Part.NOTHING
    at: int = -1


def hit(strip: Strip, scale: Scale, rows: Rows, x: int, y: int) -> Hit:
    """What is drawn at a pixel."""
    if not len(strip):
        return Hit()
    if rows.groups <= y < rows.flags:
        return _group(strip, scale, x)
    if rows.flags <= y < rows.top:
        return _mark(strip, scale, x)
    if rows.top <= y < rows.bottom:
        return _block(strip, scale, x)
    return Hit()


def _block(strip: Strip, scale: Scale, x: int) -> Hit:
    ms = scale.ms(x)
    at = strip.covering(ms)
    if at is None:
        before = _timed_before(strip, strip.first_at(ms) + 1)
        if before is not None and 0 <= x - scale.x(strip.end(before)) <= GRIP and strip.sizable(before):
            return Hit(Part.EDGE, before)
        after = bisect_right(strip.starts, ms)
        hard = strip.hard_from(after)
        slack = strip.plan.slacks[hard] if hard is not None else None
        if hard is not None and slack is not None and strip.starts[hard] - slack <= ms < strip.starts[hard]:
            return Hit(Part.GAP, hard)
        return Hit()
    left, right = scale.x(strip.starts[at]), scale.x(strip.end(at))
    grip = min(GRIP, (right - left) // 4)
    if grip and x >= right - grip and strip.sizable(at):
        return Hit(Part.EDGE, at)
    if grip and x < left + grip:
        before = _timed_before(strip, at)
        if before is not None and strip.end(before) == strip.starts[at] and strip.sizable(before):
            return Hit(Part.EDGE, before)
    return Hit(Part.BODY, at)


def _timed_before(strip: Strip, at: int) -> int | None:
    """The last segment before an index that takes time."""
    return next((place for place in range(min(at, len(strip)) - 1, -1, -1) if strip.length(place)), None)


def _mark(strip: Strip, scale: Scale, x: int) -> Hit:
    """The nearest flag, pin or ring."""
    first, last = scale.ms(x - NEAR), scale.ms(x + NEAR)
    within, hards = strip.within(strip.marks, first, last), strip.hards_within(first, last)
    flags, pins = slice(within.start, within.stop), slice(hards.start, hards.stop)
    known = strip.pins
    places = np.concatenate((strip.flags.places[flags], known.places[pins], known.places[pins]))
    instants = np.concatenate((strip.flags.starts[flags], known.starts[pins], known.instants[pins]))
    away = np.abs(scale.xs(instants) - x)
    if not len(places) or away.min() > NEAR:
        return Hit()
    return Hit(Part.MARK, int(places[away == away.min()].min()))


def _group(strip: Strip, scale: Scale, x: int) -> Hit:
    ms = scale.ms(x)
    run = bisect_right(strip.runs, strip.first_at(ms)) - 1
    first = strip.runs[run]
    last = strip.runs[run + 1] - 1 if run + 1 < len(strip.runs) else len(strip) - 1
    inside = strip.starts[first] <= ms < strip.end(last)
    return Hit(Part.GROUP, first) if inside and strip.segments[first].group_id else Hit()


def stretch(strip: Strip, first: int) -> range:
    """The segments of the group's stretch that begins at an index."""
    run = bisect_left(strip.runs, first)
    return range(first, strip.runs[run + 1] if run + 1 < len(strip.runs) else len(strip))
