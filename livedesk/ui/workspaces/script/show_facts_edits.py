"""Edits of the show's own facts that reach further than one field."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain import editing
from livedesk.domain.clock import WallTime
from livedesk.domain.edits import ChangeShow, Edit
from livedesk.domain.reschedule import reschedule
from livedesk.domain.rundown import Show


def fixed_times(show: Show) -> tuple[WallTime, ...]:
    """Every wall time of the show but its start: hard starts, times that are counted to, the hard end."""
    every = [one for segment in show.segments for one in (segment.hard_start, segment.count_to)]
    return tuple(one for one in (*every, show.hard_end) if one is not None)


def move_start(show: Show, start: WallTime) -> Show:
    """The show begun at another time, with all fixed times at their distance from it."""
    return replace(reschedule(show, start.local), planned_start=start)


def moved_edit(show: Show, moved: Show) -> Edit | None:
    """The edit that gives a show the times of another form of it."""
    values: dict[str, object] = {
        name: getattr(moved, name)
        for name in ("planned_start", "hard_end")
        if getattr(moved, name) != getattr(show, name)
    }
    times = editing.set_fields(
        show, {one.id: {"hard_start": one.hard_start, "count_to": one.count_to} for one in moved.segments}
    )
    return editing.joined((ChangeShow(values) if values else None, times))


def reorder_group(show: Show, group_id: str, step: int) -> Edit | None:
    """Move a group a step in the list of groups; segments stay where they are."""
    at = next((index for index, group in enumerate(show.groups) if group.id == group_id), -1)
    if at < 0 or not 0 <= at + step < len(show.groups):
        return None
    groups = list(show.groups)
    groups.insert(at + step, groups.pop(at))
    return ChangeShow({"groups": tuple(groups)})


def remove_promotion(show: Show, promotion_id: str) -> Edit | None:
    """Take a promotion out of the show."""
    left = tuple(one for one in show.promotions if one.id != promotion_id)
    return ChangeShow({"promotions": left}) if len(left) < len(show.promotions) else None
