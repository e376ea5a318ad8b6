"""How far a client's clock is from the desk's, measured by what the desk answers to its pings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# Each of the three readings may have been rounded down to a whole millisecond.
ROUNDING_MS = 1.5


@dataclass(frozen=True, slots=True)
class ClockSample:
    """One ping: sent at ``sent_ms`` of the client's clock, answered at ``desk_ms`` of the desk's, back at ``back_ms``
    of the client's."""

    sent_ms: float
    desk_ms: float
    back_ms: float

    @property
    def round_trip_ms(self) -> float:
        """How long the ping was away."""
        return self.back_ms - self.sent_ms


@dataclass(frozen=True, slots=True)
class ClockOffset:
    """``offset_ms`` is what the desk's clock reads beyond the client's; it is wrong by ``uncertainty_ms`` at most."""

    offset_ms: float
    uncertainty_ms: float

    def desk_ms(self, client_ms: float) -> float:
        """The desk's clock at a reading of the client's."""
        return client_ms + self.offset_ms


def clock_offset(samples: Iterable[ClockSample]) -> ClockOffset | None:
    """The offset by the sample with the smallest round trip, the latest of several such; None without any. A ping that
    was back before it was sent (the client's clock was set) counts for nothing.

    This is Cristian's way: the answer was made at some moment of the round trip, so that its middle is wrong by half
    of it at most, however differently long the two ways were (F. Cristian, Probabilistic clock synchronization,
    Distributed Computing 3, 1989).
    """
    best: ClockSample | None = None
    for sample in samples:
        if sample.round_trip_ms >= 0 and (best is None or sample.round_trip_ms <= best.round_trip_ms):
            best = sample
    if best is None:
        return None
    return ClockOffset(best.desk_ms - (best.sent_ms + best.back_ms) / 2, best.round_trip_ms / 2 + ROUNDING_MS)
