"""Two hours of rehearsal at 60×: what the whole desk holds at the end beside what it held after the first ten minutes.

The sample show on the real desk, played by the robot without OBS. No thread and no handle more may be held. The first
backup, a minute after the start, is waited for before: with it comes the one thread of the planned jobs, and SQLite
keeps the file that a backup has closed, for the next one, as long as others have the database open.

Memory may grow by GROWTH_MB alone and by HEARD_GROWTH_MB with the simulated audience. What grows by design:

- the run: its journal, the as-run log, the row of every segment that was on air;
- texts laid out for painting, about 1 kB each, of which every font keeps 4,096 at most and then begins anew;
- pages of the program and its libraries that are needed for the first time (1 to 2 MB), and pages of the database that
  SQLite keeps in memory (2 MB at most for each connection);
- with an audience some 170 bytes for each event (26,000 in these 110 minutes: nearly 5 MB): its key, so that it counts
  once, and whoever sent it (500,000 of each at most), the rows of the orders, a bucket of the graph for every ten
  seconds (of twelve hours at most); and the texts of what the audience writes.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from livedesk.store.folder import DataFolder
from tests.bench.figures import Figure, table
from tests.integration.desk_process import DeskProcess

SPEED = 60
BASE_S = 600 / SPEED
REST_S = 3.0
FIRST_BACKUP_S = 90
GROWTH_MB, HEARD_GROWTH_MB = 6, 20


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
        *_grown("2 h of rehearsal", *alone, GROWTH_MB),
        *_grown("… with an audience", *heard, HEARD_GROWTH_MB),
    ]


def _grown(name: str, base: Footprint, end: Footprint, most_mb: int) -> list[Figure]:
    """What is held more at the end: memory, threads and handles."""
    beside = "after ten minutes"

    def count(kind: str, at_first: int, at_last: int) -> Figure:
        return Figure(
            f"{name}, {kind} more", at_last - at_first, "", at_first, beside, at_last / at_first, "≤ 0 more"
        )

    more, ratio = end.memory_mb - base.memory_mb, end.memory_mb / base.memory_mb
    return [
        Figure(f"{name}, memory more", more, "MB", base.memory_mb, beside, ratio, f"≤ {most_mb} MB"),
        count("threads", base.threads, end.threads),
        count("handles", base.handles, end.handles),
    ]


def _rehearse(audience: str) -> tuple[Footprint, Footprint]:
    """One rehearsal; what the desk holds after ten minutes of it, and at its end."""
    with tempfile.TemporaryDirectory() as folder:
        data = DataFolder(Path(folder))
        desk = DeskProcess(data.root, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))
        try:
            desk.until(phase="preparing", pending=0)
            desk.see(lambda _: any(data.backups.glob("*.db")), FIRST_BACKUP_S, "the first backup")
            desk.rehearse(speed=SPEED, by_itself=True, audience=audience)
            run = desk.until(10, phase="on_air")["run"]
            began, held = time.monotonic(), list[tuple[float, Footprint]]()
            while desk.now()["run"] == run:
                held.append((time.monotonic() - began, _held(desk)))
            return _at_rest(held, BASE_S), _at_rest(held, held[-1][0])
        finally:
            desk.kill()


def _held(desk: DeskProcess) -> Footprint:
    process = psutil.Process(desk.process.pid)
    with process.oneshot():
        return Footprint(process.memory_info().rss / 1e6, process.num_threads(), process.num_fds())


def _at_rest(held: list[tuple[float, Footprint]], until_s: float) -> Footprint:
    """The least of what was held in the moments before: a try to reach OBS has a socket, and is no growth."""
    last = [footprint for at, footprint in held if until_s - REST_S <= at <= until_s]
    return Footprint(
        min(each.memory_mb for each in last),
        min(each.threads for each in last),
        min(each.handles for each in last),
    )


if __name__ == "__main__":
    sys.stdout.write(table(figures()) + "\n")
