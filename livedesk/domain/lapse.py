"""A run's own time that runs faster than the machine's, for rehearsals: pure, so that everybody who holds the same
:class:`Lapse` reads the same time from the machine's clock."""

from __future__ import annotations

from dataclasses import dataclass, replace

from livedesk.domain.clock import Now

SPEEDS = (1, 2, 5, 10, 20, 60)
"""How many times as fast a rehearsal can run."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """Time that runs ``speed`` times as fast as the machine's monotonic clock, or stands still (``paused``; the speed
    is kept). Its wall shows ``wall_ms`` (epoch ms) when its monotonic reading is 0; that reading was ``mono_ms`` when
    the machine's was ``since_ms``. ``boot`` tells its readings from those of every other clock."""

    wall_ms: int
    boot: str
    speed: int = 1
    paused: bool = False
    mono_ms: int = 0
    since_ms: int = 0

    @property
    def rate(self) -> int:
        """How many of its milliseconds pass in one of the machine's."""
        return 0 if self.paused else self.speed

    def now(self, machine: Now) -> Now:
        """What it shows when the machine's clocks show ``machine``."""
        return self.at(self.mono_ms + max(0, machine.mono_ms - self.since_ms) * self.rate)

    def at(self, mono_ms: int) -> Now:
        """What it shows at a monotonic reading of its own."""
        return Now(self.wall_ms + mono_ms, mono_ms, self.boot)

    def reached(self, mono_ms: int) -> int | None:
        """The machine's first monotonic reading at which its own is at least ``mono_ms``; None: it stands still, and
        has not come to it."""
        left = mono_ms - self.mono_ms
        if left <= 0:
            return self.since_ms
        return None if self.rate == 0 else self.since_ms - (-left // self.rate)

    def steered(self, machine: Now, *, speed: int | None = None, paused: bool | None = None) -> Lapse:
        """The same time from now on at another speed, paused, or going on; no instant is lost or comes twice."""
        return replace(
            self,
            mono_ms=self.now(machine).mono_ms,
            since_ms=max(self.since_ms, machine.mono_ms),
            speed=self.speed if speed is None else speed,
            paused=self.paused if paused is None else paused,
        )
