"""How fast each person speaks: what was measured in past shows, and what somebody has set by hand, which goes first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.domain.pace import FASTEST_CPS, SLOWEST_CPS, Pace
from livedesk.domain.ports import Kept, Runs, Shows
from livedesk.services.pace_learning import learn

KIND = "pace"
_STEP = Lock()
"""Two quick steps may be asked for in two workers: each goes on from the one before."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A rate, and those that were set before it, the newest last."""

    cps: float
    earlier: tuple[float, ...] = ()


def known_paces(kept: Kept, shows: Shows, runs: Runs) -> Mapping[str, Pace]:
    """Everybody's rate. Reads documents and journals: not for the thread of the show or of the window."""
    paces = {
        person: Pace(person, found.cps, learned=True, samples=found.samples)
        for person, found in learn(shows, runs).items()
    }
    for item in kept.all(KIND):
        known = decode(item.document, _Set)
        paces[item.key] = Pace(item.key, known.cps, earlier=known.earlier)
    return paces


def set_pace(kept: Kept, person: str, cps: float, *, by: str, at_ms: int) -> None:
    """Set a person's rate by hand, for every show. Raises UserError ``pace.out_of_range``."""
    if not SLOWEST_CPS <= cps <= FASTEST_CPS:
        raise UserError("pace.out_of_range", value=cps, least=SLOWEST_CPS, most=FASTEST_CPS)
    with _STEP:
        known = _known(kept, person)
        earlier = (*known.earlier, known.cps) if known is not None else ()
        kept.put(KIND, person, encode(_Set(cps, earlier)), by=by, at_ms=at_ms)


def take_pace_back(kept: Kept, person: str, *, by: str, at_ms: int) -> None:
    """Go back to the rate that was set before the newest one; before the first one, to what was measured."""
    with _STEP:
        known = _known(kept, person)
        if known is not None and known.earlier:
            *earlier, cps = known.earlier
            kept.put(KIND, person, encode(_Set(cps, tuple(earlier))), by=by, at_ms=at_ms)
        else:
            kept.drop(KIND, person)


def _known(kept: Kept, person: str) -> _Set | None:
    item = kept.find(KIND, person)
    return decode(item.document, _Set) if item is not None else None
