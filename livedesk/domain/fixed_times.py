"""The wall times that a show fixes: each must be one that the show's zone has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from livedesk.domain.clock import WallTime, wall_to_ms
from livedesk.domain.rundown import Segment, Show


def fixed_times(segments: Iterable[Segment]) -> Iterator[WallTime]:
    """The hard starts of segments and the times that they count to."""
    for segment in segments:
        for one in (segment.hard_start, segment.count_to):
            if one is not None:
                yield one


def wall_times(show: Show) -> Iterator[WallTime]:
    """The planned start, the hard end and every fixed time of a show."""
    yield show.planned_start
    if show.hard_end is not None:
        yield show.hard_end
    yield from fixed_times(show.segments)


def refuse_missing(values: Iterable[object], zone: str) -> None:
    """Raises UserError ``time.nonexistent`` for the first wall time among ``values`` that ``zone`` skips."""
    for value in values:
        if isinstance(value, WallTime):
            wall_to_ms(value, zone)
