"""What one painting of the timeline is about: the show, the view, and where the rows lie."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from livedesk.domain.timetable import Timetable
from livedesk.ui.workspaces.script.timeline_scale import Scale
from livedesk.ui.workspaces.script.timeline_strip import Indexes, Strip

RULER, GROUPS, FLAGS, LIVE = 18, 18, 17, 21
LEAST_BLOCKS = 34
MARGIN = 12
"""Pixels kept free beside the first and the last segment."""
BEYOND = 64
"""So far outside the view blocks and titles reach; Qt's rectangles bear no more than 32,767 pixels."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the rows lie, in pixels from the top: ruler, groups, flags, blocks, and live what was aired."""

    height: int
    live: bool

    @property
    def groups(self) -> int:
        """The top of the groups."""
        return RULER

    @property
    def flags(self) -> int:
        """The top of the flags and pins."""
        return RULER + GROUPS

    @property
    def top(self) -> int:
        """The top of the blocks."""
        return RULER + GROUPS + FLAGS

    @property
    def bottom(self) -> int:
        """The first pixel below the blocks."""
        return max(self.top + LEAST_BLOCKS, self.height - (LIVE if self.live else 2))


@dataclass(frozen=True, slots=True)
class Frame:
    """``cursor`` is the index of the segment that the keys act on (−1: none), ``focused`` whether they do.
    ``table`` is given while live, of the same document as ``strip``, and ``past``: which segments the show is done
    with. ``part`` are the first and the last pixel that are painted where that is not all of the width."""

    strip: Strip
    scale: Scale
    width: int
    rows: Rows
    chosen: Set[str]
    cursor: int = -1
    focused: bool = False
    table: Timetable | None = None
    past: NDArray[np.bool_] | None = None
    crosses_midnight: bool = False
    part: tuple[int, int] | None = None

    @property
    def first_ms(self) -> int:
        """The instant at the left edge of what is painted."""
        return self.scale.ms(0 if self.part is None else self.part[0])

    @property
    def last_ms(self) -> int:
        """The instant at the right edge of what is painted."""
        return self.scale.ms(self.width if self.part is None else self.part[1])

    @property
    def view_ms(self) -> tuple[int, int]:
        """The instants at the edges of what is seen, however little of it is painted."""
        return self.scale.ms(0), self.scale.ms(self.width)

    def xs(self, instants: Indexes) -> Indexes:
        """The pixels of many instants, as those of :meth:`x`."""
        return self.scale.xs(instants).clip(-BEYOND, self.width + BEYOND)

    def is_chosen(self, places: Indexes) -> NDArray[np.bool_]:
        """Which of these segments are chosen."""
        segments = self.strip.segments
        if len(self.chosen) > len(places):
            chosen = (segments[at].id in self.chosen for at in places.tolist())
            return np.fromiter(chosen, bool, len(places))
        wanted = [at for at in map(self.strip.place, self.chosen) if at is not None]
        return np.isin(places, wanted)

    def x(self, ms: int) -> int:
        """The pixel of an instant, no further outside than Qt's rectangles bear."""
        return min(self.width + BEYOND, max(-BEYOND, self.scale.x(ms)))
