"""What may be meant in a field: scenes and people that are known already."""

from __future__ import annotations

from livedesk.domain.rundown import Show
from livedesk.domain.status import ObsStatus


def scenes(show: Show, obs: ObsStatus) -> list[str]:
    """The scenes that OBS has, then those of the show that it lacks."""
    return list(dict.fromkeys((*obs.scenes, *show.scenes)))


def people(show: Show) -> list[str]:
    """Everyone who is named anywhere in the show: the host first."""
    named = [show.host]
    for segment in show.segments:
        named += [segment.person, segment.co_host, segment.owner]
    named += [plan.owner for plan in show.standbys]
    return [one for one in dict.fromkeys(named) if one]
