"""A rehearsal on the desk: what a person wants of it, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.lapse import Lapse


class AudienceKind(StrEnum):
    """Who plays the audience: nobody, the simulator, or a relay's recording."""

    NONE = "none"
    SIMULATED = "simulated"
    RECORDING = "recording"


@dataclass(frozen=True, slots=True)
class RehearsalWishes:
    """``drives_obs``: takes are really sent to OBS. ``by_itself``: a robot presses GO at each expected start, and ends
    the show. ``recording`` is the file of a RECORDING (empty: none)."""

    speed: int = 1
    drives_obs: bool = False
    by_itself: bool = False
    audience: AudienceKind = AudienceKind.SIMULATED
    recording: str = ""


@dataclass(frozen=True, slots=True)
class Rehearsing:
    """How the rehearsal on the desk stands: its time, and what was wished."""

    lapse: Lapse
    wishes: RehearsalWishes
