"""The robot that plays a rehearsal: when it presses, and what."""

from __future__ import annotations

from livedesk.domain import commands as c
from livedesk.domain.run import FollowStop, RunState
from livedesk.domain.rundown import StandbyMode
from livedesk.domain.timetable import Timetable

ROBOT = "rehearsal"


def press_at(table: Timetable) -> int | None:
    """The instant (epoch ms) at which it presses next: GO at the expected start, the end of the show at its expected
    end. None: the next one follows by itself."""
    if table.follow_at is not None:
        return None
    return table.expected[table.next] if table.next is not None else table.expected_end


def press(table: Timetable) -> c.Command:
    """What it presses then."""
    return c.Go() if table.next is not None else c.EndShow()


def leaves_alone(run: RunState) -> bool:
    """Whether what is on air waits for a person: it is held, a standby plan pauses it, or its follow was called off."""
    airing = run.airing
    if airing is None or run.held or airing.standby is StandbyMode.PAUSE or airing.duration_ms is None:
        return True
    return run.follow_stopped in (FollowStop.VETOED, FollowStop.CAME_BACK)
