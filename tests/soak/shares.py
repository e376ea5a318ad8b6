"""How the time that a soak may take is shared among its parts."""

from __future__ import annotations

from dataclasses import dataclass

SHOW_S = {20: 450.0, 60: 210.0}
"""The sample show of two hours by its speed, with what comes before and after it."""
FIXED_S = 240.0
"""What takes its time whatever there is: the frames, the outputs, and an OBS that comes and goes for each part."""
LEAST_S = 60.0
"""The least that hands, kills and takes have each."""
HANDS_S = 600.0
KILLS = 200
KILL_S = 5.0
"""From one kill to the next, a start and all journals read between them: 3.0 s on two cores, 4.4 s beside other work,
and a margin."""
TAKES_S = 600.0
LEAST_WHOLE_S = FIXED_S + SHOW_S[60] + 3 * LEAST_S


@dataclass(frozen=True, slots=True)
class Shares:
    """Seconds for each part; the show has its ``speed`` instead, how many times as fast as it is planned."""

    speed: int
    hands: float
    kills: float
    takes: float

    @property
    def whole(self) -> float:
        """Seconds for all parts."""
        return FIXED_S + SHOW_S[self.speed] + self.hands + self.kills + self.takes


def shares(whole: float) -> Shares:
    """Share ``whole`` seconds (LEAST_WHOLE_S at least: below that it takes as long all the same).

    First the show at 20×, then the hands' ten minutes, then two hundred kills, then takes; what is left is the hands'
    and the kills' in equal parts.
    """
    rest = whole - FIXED_S - 3 * LEAST_S
    speed = 20 if rest >= SHOW_S[20] else 60
    rest = max(0.0, rest - SHOW_S[speed])
    parts = []
    for wanted in (HANDS_S, KILLS * KILL_S, TAKES_S):
        more = min(rest, wanted - LEAST_S)
        parts.append(LEAST_S + more)
        rest -= more
    hands, kills, takes = parts
    return Shares(speed, hands + rest / 2, kills + rest / 2, takes)


def kills_at_least(seconds: float) -> int:
    """How many kills must be made in that time; the long form's are enough."""
    return min(KILLS, int(seconds / KILL_S))
