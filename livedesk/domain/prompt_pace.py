"""The speed of reading text in characters a minute: its limits, what fits a time, and what a host is used to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SLOWEST, FASTEST = 60, 600
SHORTEST_S = 8.0
"""A shorter stretch tells more of the hand on the keys than of the person's pace."""
MEMORY_S = 900.0
"""Of what was read longer ago than this, a part of less than one half counts."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The speed that was found for a time; ``whole`` tells that it is enough, within the limits."""

    cpm: int
    whole: bool


def fit(characters: float, seconds: float) -> Fit:
    """How fast ``characters`` are to be read to end in ``seconds``: between :data:`SLOWEST` and :data:`FASTEST`."""
    if characters <= 0:
        return Fit(SLOWEST, True)
    if seconds <= 0 or characters / seconds * 60 > FASTEST:
        return Fit(FASTEST, False)
    wanted = round(characters / seconds * 60)
    return Fit(max(SLOWEST, wanted), wanted >= SLOWEST)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that was read without a hold or a jump, at a speed that the host set or corrected: spoken characters,
    and how long they took."""

    characters: float
    seconds: float


@dataclass(frozen=True, slots=True)
class LearnedPace:
    """What is known of a host: spoken characters and the seconds that they took, the old ones faded."""

    characters: float = 0.0
    seconds: float = 0.0

    @property
    def cpm(self) -> int | None:
        """The host's pace, characters a minute; None where too little was read."""
        if self.seconds < SHORTEST_S:
            return None
        return round(min(FASTEST, max(SLOWEST, self.characters / self.seconds * 60)))

    def after(self, stretches: Iterable[Stretch]) -> LearnedPace:
        """With what was read since. A stretch that is too short, or at a pace that nobody reads, teaches nothing."""
        characters, seconds = self.characters, self.seconds
        for stretch in stretches:
            if stretch.seconds < SHORTEST_S or not SLOWEST <= stretch.characters / stretch.seconds * 60 <= FASTEST:
                continue
            left = 0.5 ** (stretch.seconds / MEMORY_S)
            characters = characters * left + stretch.characters
            seconds = seconds * left + stretch.seconds
        return LearnedPace(characters, seconds)
