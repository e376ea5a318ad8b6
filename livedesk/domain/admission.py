"""Edits that are new: what the show's zone does not have is refused before anybody sees it.

An edit that a log already holds is only applied: the zone's rules may have changed since, and a show that was kept
must be read again.
"""

from __future__ import annotations

from collections.abc import Iterator

from livedesk.domain.edits import (
    Batch,
    ChangeSegments,
    ChangeShow,
    Edit,
    InsertSegment,
    PutSegments,
    ReplaceSegment,
    ReplaceShow,
    apply,
)
from livedesk.domain.fixed_times import fixed_times, refuse_missing, wall_times
from livedesk.domain.rundown import Show


def admit(show: Show, edit: Edit) -> tuple[Show, Edit]:
    """Apply a new edit; gives what :func:`livedesk.domain.edits.apply` gives. Raises what that raises, and UserError
    ``time.nonexistent`` for a time that the edit brings in and that the show's zone skips."""
    made, inverse = apply(show, edit)
    refuse_missing(wall_times(made) if made.zone != show.zone else _brought(edit), made.zone)
    return made, inverse


def _brought(edit: Edit) -> Iterator[object]:
    """The wall times that an edit brings in, among other values."""
    match edit:
        case Batch(edits):
            for one in edits:
                yield from _brought(one)
        case ReplaceShow(other):
            yield from wall_times(other)
        case ChangeShow(values):
            yield from (values.get("planned_start"), values.get("hard_end"))
        case ChangeSegments(changes):
            for change in changes:
                yield from (change.values.get("hard_start"), change.values.get("count_to"))
        case PutSegments(puts):
            yield from fixed_times(put.segment for put in puts)
        case InsertSegment(segment=segment) | ReplaceSegment(segment=segment):
            yield from fixed_times((segment,))
        case _:
            pass
