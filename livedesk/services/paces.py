"""How fast each person speaks: what was measured in past shows, and what somebody has set by hand, which goes first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.domain.pace import FASTEST_CPS, SLOWEST_CPS, Pace
from livedesk.domain.ports import Kept, Runs, Shows
from livedesk.services.pace_learning import learn

KIND = "pace"


@dataclass(frozen=True, slots=True)
class _Set:
    cps: float


def known_paces(kept: Kept, shows: Shows, runs: Runs) -> Mapping[str, Pace]:
    """Everybody's rate. Reads documents and journals: not for the thread of the show or of the window."""
    paces = {
        person: Pace(person, found.cps, learned=True, samples=found.samples)
        for person, found in learn(shows, runs).items()
    }
    for item in kept.all(KIND):
        paces[item.key] = Pace(item.key, decode(item.document, _Set).cps)
    return paces


def set_pace(kept: Kept, person: str, cps: float | None, *, by: str, at_ms: int) -> None:
    """Set a person's rate by hand (None: go by what was measured). Raises UserError ``pace.out_of_range``."""
    if cps is None:
        kept.drop(KIND, person)
        return
    if not SLOWEST_CPS <= cps <= FASTEST_CPS:
        raise UserError("pace.out_of_range", value=cps, least=SLOWEST_CPS, most=FASTEST_CPS)
    kept.put(KIND, person, encode(_Set(cps)), by=by, at_ms=at_ms)
