"""Two hours of rehearsal at 60×: what the whole desk holds at the end beside what it held after the first ten minutes.

The sample show on the real desk, played by the robot without OBS. Alone, so that nothing comes in from outside, it may
grow by GROWTH_MB: the journal of the run, its as-run log, and caches of drawn texts that are still filling up. A thread
or a handle more is that of a job that runs for the first time after the first minute (the first backup); with the
simulated audience beside it there may be no more of them either.

Memory with an audience is information: it grows with what the audience does, and is meant to. What grows is the log
and the numbers kept: a bucket for every ten seconds, the orders, and the keys of whatever was counted, so that it
counts once (those up to a fixed number).
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
    """Growth of each, alone and with an audience."""
    alone, heard = _rehearse("none"), _rehearse("simulated")
    return [
        *_grown("2 h of rehearsal", *alone, f"≤ {GROWTH_MB} MB"),
        *_grown("… with an audience", *heard, "info"),
    ]


def _grown(name: str, base: Footprint, end: Footprint, memory_target: str) -> list[Figure]:
    """What is held more at the end: memory, threads and handles."""
    beside = "after ten minutes"

    def count(kind: str, at_first: int, at_last: int, most: int) -> Figure:
        ratio = at_last / at_first
        return Figure(f"{name}, {kind} more", at_last - at_first, "", at_first, beside, ratio, f"≤ {most} more")

    more, ratio = end.memory_mb - base.memory_mb, end.memory_mb / base.memory_mb
    return [
        Figure(f"{name}, memory more", more, "MB", base.memory_mb, beside, ratio, memory_target),
        count("threads", base.threads, end.threads, MORE_THREADS),
        count("handles", base.handles, end.handles, MORE_HANDLES),
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
