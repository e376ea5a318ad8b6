"""Moving a whole show to another start: every wall time in it moves with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from livedesk.domain.clock import WallTime
from livedesk.domain.rundown import Show


def reschedule(show: Show, start: datetime) -> Show:
    """The show with its planned start at the naive wall time ``start`` of its zone; hard starts, count-to times
    and the hard end keep their distance from it on the wall clock."""
    distance = start - show.planned_start.local
    segments = tuple(
        replace(
            segment,
            hard_start=_moved(segment.hard_start, distance),
            count_to=_moved(segment.count_to, distance),
        )
        for segment in show.segments
    )
    return replace(
        show,
        planned_start=WallTime(start, show.planned_start.fold),
        hard_end=_moved(show.hard_end, distance),
        segments=segments,
    )


def _moved(wall: WallTime | None, distance: timedelta) -> WallTime | None:
    return None if wall is None else WallTime(wall.local + distance, wall.fold)
