"""Clocks: the machine's, and two for rehearsals: one that a loop moves, and one that runs as often as fast."""

from __future__ import annotations

import time
from pathlib import Path

from livedesk.domain.clock import Now
from livedesk.domain.lapse import Lapse
from livedesk.domain.ports import Clock

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def _boot() -> str:
    """Which boot of the machine this is: the kernel's own id, else the boot's moment to ten seconds."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return f"boot-{round((time.time() - time.monotonic()) / 10)}"


class SystemClock:
    """The machine's clocks. The monotonic one also counts suspend where the system has such a clock."""

    def __init__(self) -> None:
        self._boot = _boot()
        self._source = (
            getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC) if hasattr(time, "clock_gettime_ns") else None
        )

    def now(self) -> Now:
        """A reading of both clocks."""
        mono = time.monotonic_ns() if self._source is None else time.clock_gettime_ns(self._source)
        return Now(time.time_ns() // 1_000_000, mono // 1_000_000, self._boot)


class SimulatedClock:
    """A clock that only :meth:`advance_to` moves. It starts at ``wall_ms``; its monotonic reading starts at 0."""

    def __init__(self, wall_ms: int) -> None:
        self._start = wall_ms
        self._mono = 0

    def now(self) -> Now:
        """A reading of both clocks."""
        return Now(self._start + self._mono, self._mono, "simulated")

    def advance_to(self, mono_ms: int) -> None:
        """Move on to a monotonic reading; going back is not possible."""
        self._mono = max(self._mono, mono_ms)


class ScaledClock:
    """A clock that runs ``speed`` times as fast as ``source`` from now on. It starts at ``wall_ms``; its monotonic
    reading starts at 0. ``lapse`` is its time as a value, for those who read it elsewhere."""

    def __init__(self, wall_ms: int, speed: int, source: Clock, boot: str = "scaled") -> None:
        self._source = source
        self.lapse = Lapse(wall_ms, boot, speed, since_ms=source.now().mono_ms)

    def now(self) -> Now:
        """A reading of both clocks."""
        return self.lapse.now(self._source.now())

    def steer(self, *, speed: int | None = None, paused: bool | None = None) -> None:
        """Run at another speed from now on, stand still, or go on."""
        self.lapse = self.lapse.steered(self._source.now(), speed=speed, paused=paused)
