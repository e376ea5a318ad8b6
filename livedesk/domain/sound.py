"""The sound of OBS: its inputs, their levels, and when silence is a fault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from livedesk.domain.clock import SECOND

FLOOR_DB = -100.0
"""The level of nothing at all."""
SAME_DB = 0.5
"""Two volumes that are nearer than this are one."""
LOUDEST_DB = 26.0
"""As far as OBS turns an input up."""


@dataclass(frozen=True, slots=True)
class SoundInput:
    """An input that gives sound: OBS's name of it, whether it is muted, and its volume in dB
    (:data:`FLOOR_DB`: off)."""

    name: str
    muted: bool = False
    volume_db: float = 0.0


@dataclass(frozen=True, slots=True)
class SoundLevels:
    """The highest level of each input since the levels before, in dB, by name; ``at_ms`` is monotonic."""

    at_ms: int
    peaks: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SoundWatch:
    """What a person wants to be warned of: the chosen ``inputs`` (OBS's names) are silent on air when they stay
    below ``below_db`` for ``after_s`` seconds."""

    inputs: tuple[str, ...] = ()
    below_db: float = -50.0
    after_s: int = 10

    def switched(self, name: str, on: bool) -> SoundWatch:
        """The same with an input chosen, or not any more."""
        others = tuple(item for item in self.inputs if item != name)
        return replace(self, inputs=(*others, name) if on else others)

    def renamed(self, before: str, after: str) -> SoundWatch:
        """The same where OBS calls an input anew."""
        return replace(self, inputs=tuple(after if item == before else item for item in self.inputs))


@dataclass(frozen=True, slots=True)
class Silence:
    """Since when each chosen input has been silent (monotonic ms), and which of them are told as silent."""

    since: Mapping[str, int] = field(default_factory=dict)
    silent: tuple[str, ...] = ()


def listen(watch: SoundWatch, before: Silence, levels: SoundLevels, muted: Sequence[str] = ()) -> Silence:
    """The silences after new levels, while the show is on air. An input that gives no level (its scene is not on
    air) is silent; a muted one is none of this rule's, and begins anew. One sound above the threshold ends a silence
    at once."""
    since: dict[str, int] = {}
    silent = []
    for name in watch.inputs:
        if name in muted or levels.peaks.get(name, FLOOR_DB) >= watch.below_db:
            continue
        since[name] = before.since.get(name, levels.at_ms)
        if levels.at_ms - since[name] >= watch.after_s * SECOND:
            silent.append(name)
    return Silence(since, tuple(silent))
