"""Where the text stands at a moment: y = y0 + v·(t − t0), eased at changes. Times are seconds of one clock."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

RAMP_S = 0.4
MOVE_S = 0.15


_SOURCE: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


def read_clock() -> float:
    """Seconds of the desk's monotonic clock: it never steps, and counts suspend where it can."""
    return time.monotonic() if _SOURCE is None else time.clock_gettime(_SOURCE)


@dataclass(frozen=True, slots=True)
class Motion:
    """The text's movement from ``t0`` on: it starts at ``y0`` with ``v0`` (pixels a second) and reaches ``v1``
    after ``ramp`` seconds, evenly. ``offset`` is what is left to glide from a move at ``moved_at``; it fades over
    ``glide`` seconds."""

    y0: float = 0.0
    t0: float = 0.0
    v0: float = 0.0
    v1: float = 0.0
    ramp: float = 0.0
    offset: float = 0.0
    moved_at: float = 0.0
    glide: float = 0.0

    def base(self, t: float) -> float:
        """The position at ``t`` without the glide: where the text is going."""
        tau = max(0.0, t - self.t0)
        if tau < self.ramp:
            return self.y0 + self.v0 * tau + (self.v1 - self.v0) * tau * tau / (2 * self.ramp)
        return self.y0 + (self.v0 + self.v1) / 2 * self.ramp + self.v1 * (tau - self.ramp)

    def position(self, t: float) -> float:
        """The position at ``t``."""
        return self.base(t) + self._left(t)

    def velocity(self, t: float) -> float:
        """The speed at ``t`` without the glide, pixels a second."""
        tau = max(0.0, t - self.t0)
        return self.v1 if tau >= self.ramp else self.v0 + (self.v1 - self.v0) * tau / self.ramp

    def still(self, t: float) -> bool:
        """Whether nothing moves from ``t`` on."""
        return self.v1 == 0 and self.steady(t)

    def steady(self, t: float) -> bool:
        """Whether the speed stays as it is from ``t`` on."""
        return t - self.t0 >= self.ramp and self._left(t) == 0

    def with_speed(self, t: float, v: float, ramp: float = RAMP_S) -> Motion:
        """Go over to ``v`` from ``t`` on, without a jump."""
        return replace(self, y0=self.base(t), t0=t, v0=self.velocity(t), v1=v, ramp=ramp)

    def moved(self, t: float, y: float, glide: float = MOVE_S) -> Motion:
        """Go to ``y``, gliding there over ``glide`` seconds while the movement goes on."""
        away = self.position(t) - y if glide > 0 else 0.0
        return replace(self.rebased(t, y), offset=away, moved_at=t, glide=glide)

    def rebased(self, t: float, y: float) -> Motion:
        """Go on from ``y`` with the same speed and glide: the ground moved, not the reader."""
        return replace(self, y0=y, t0=t, v0=self.velocity(t), ramp=max(0.0, self.ramp - (t - self.t0)))

    def stopped(self, t: float, y: float) -> Motion:
        """Stand still at ``y``."""
        return Motion(y0=y, t0=t, offset=self._left(t), moved_at=t, glide=self.glide if self._left(t) else 0.0)

    def _left(self, t: float) -> float:
        if not self.offset or t - self.moved_at >= self.glide:
            return 0.0
        left = 1 - max(0.0, t - self.moved_at) / self.glide
        return self.offset * left * left * (3 - 2 * left)
