"""Two hours of rehearsal at 60×: what the whole desk holds at the end beside what it held after the first ten minutes.

The sample show on the real desk, played by the robot without OBS. Alone, so that nothing comes in from outside, it may
grow by GROWTH_MB: the journal of the run, its as-run log, and caches of drawn texts that are still filling up. With the
simulated audience beside it (information): what was counted once, so that it counts once, up to a fixed number.
A thread or a handle more is that of a job that runs for the first time after the first minute (the first backup).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench.figures import Figure, table
from tests.integration.desk_process import DeskProcess

SPEED = 60
BASE_S = 600 / SPEED
GROWTH_MB, MORE_THREADS, MORE_HANDLES = 8, 1, 2


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a process holds."""

    memory_mb: float
    threads: int
    handles: int


def figures() -> list[Figure]:
    """Growth of each."""
    base, end = _rehearse("none")
    audience_base, audience_end = _rehearse("simulated")
    grown = end.memory_mb - base.memory_mb
    heard = audience_end.memory_mb - audience_base.memory_mb
    beside = "after ten minutes"

    def count(name: str, more: int, at_first: int, most: int) -> Figure:
        return Figure(name, more, "", at_first, beside, (at_first + more) / at_first, f"≤ {most} more")

    return [
        Figure(
            "2 h of rehearsal, memory more",
            grown,
            "MB",
            base.memory_mb,
            beside,
            end.memory_mb / base.memory_mb,
            f"≤ {GROWTH_MB} MB",
        ),
        Figure(
            "… with an audience",
            heard,
            "MB",
            audience_base.memory_mb,
            beside,
            audience_end.memory_mb / audience_base.memory_mb,
            "info",
        ),
        count("2 h of rehearsal, threads more", end.threads - base.threads, base.threads, MORE_THREADS),
        count("2 h of rehearsal, handles more", end.handles - base.handles, base.handles, MORE_HANDLES),
    ]


def _rehearse(audience: str) -> tuple[Footprint, Footprint]:
    """One rehearsal; what the desk holds after ten minutes of it, and at its end."""
    with tempfile.TemporaryDirectory() as folder:
        desk = DeskProcess(Path(folder), QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))
        try:
            desk.until(phase="preparing", pending=0)
            desk.rehearse(speed=SPEED, by_itself=True, audience=audience)
            run = desk.until(10, phase="on_air")["run"]
            began = time.monotonic()
            desk.see(lambda _: time.monotonic() - began > BASE_S, BASE_S + 5, "ten minutes")
            base = last = _held(desk)
            while desk.now()["run"] == run:
                last = _held(desk)
            return base, last
        finally:
            desk.kill()


def _held(desk: DeskProcess) -> Footprint:
    process = psutil.Process(desk.process.pid)
    with process.oneshot():
        return Footprint(process.memory_info().rss / 1e6, process.num_threads(), process.num_fds())


if __name__ == "__main__":
    sys.stdout.write(table(figures()) + "\n")
