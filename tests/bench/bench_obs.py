"""From the key press to OBS: to the request leaving, and to OBS's own scene event, beside a bare script.

The bare script is a process that sends the same SetCurrentProgramScene over a raw connection; a third process sees
the scene events of both. Both cut between the same two scenes; the takes alternate, with pauses that don't keep step
with OBS's frames. The medians count, and by how much the slowest in a hundred of ours are later than the script's. The
window lives meanwhile, as it does before a director.

What counts is the scene event, for that is when viewers see the cut. To the request leaving there is no ratio to keep
(information): the journal's durable commit stands before every effect, so that a crash can't forget what OBS was asked
for, and alone takes several times what a bare send needs.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from livedesk.app.desktop import open_desk
from livedesk.domain.clock import ms_to_wall
from livedesk.domain.commands import GoLive
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.domain.settings import Settings
from livedesk.domain.status import LinkState
from livedesk.services.obs.flight import TakeTiming
from livedesk.store.folder import DataFolder
from livedesk.store.store import Store
from livedesk.ui.bounce import BOUNCE_MS
from tests.bench.figures import Figure, table
from tests.bench.own_obs import own_obs
from tests.integration.obs import SCENES, RealObs

TAKES = 400
WARM_UP = 5
FIRST, SECOND = SCENES[1], SCENES[2]


@dataclass
class Times:
    """Milliseconds from the call to the request leaving, and to OBS's scene event."""

    left: list[float] = field(default_factory=list)
    arrived: list[float] = field(default_factory=list)

    def add(self, began: float, left: float, arrived: float) -> None:
        """Note one take (monotonic seconds)."""
        self.left.append((left - began) * 1000)
        self.arrived.append((arrived - began) * 1000)


class Ours:
    """GO as a director gives it: Space on the real window, through session and journal, to OBS."""

    def __init__(self, obs: RealObs, folder: Path) -> None:
        self.times = Times()
        os.environ["LIVEDESK_OBS_PASSWORD"] = obs.password
        _keep_show(folder)
        application = QApplication.instance() or QApplication(["livedesk", "-platform", "offscreen"])
        assert isinstance(application, QApplication)
        self._application = application
        settings = Settings(language="en", obs_host=obs.host, obs_port=obs.port)
        self._opened = open_desk(application, DataFolder(folder), settings)
        self._opened.window.show()
        self.live_until(lambda: self._opened.desk.latest.obs.link is LinkState.READY)
        self.live_until(lambda: self._opened.desk.latest.snapshot is not None)
        self._opened.desk.dispatch(GoLive("bench", "a show of 1970"))
        self.live_until(lambda: self._timing() is not None)
        self._seen = 0
        self._see()

    def live_until(self, holds: Callable[[], bool]) -> None:
        """Let the window live as it does with a person before it, looking every few milliseconds."""
        end = monotonic() + 15
        while not holds():
            assert monotonic() < end, "the desk did not come so far"
            loop = QEventLoop()
            QTimer.singleShot(2, loop.quit)
            loop.exec()

    def _see(self) -> None:
        """Wait until the window shows the next airing: a GO is meant for what it shows."""
        self._seen += 1

        def shown() -> bool:
            snapshot = self._opened.window.ticker.snapshot
            return snapshot is not None and snapshot.state.run.current == self._seen

        self.live_until(shown)

    def _timing(self) -> TakeTiming | None:
        outside = self._opened.desk.outside
        timing = outside.obs.timing if outside is not None else None
        return timing if timing is not None and timing.confirmed is not None else None

    def press(self) -> float:
        """Press Space; returns when."""
        before = self._timing()
        self._before = before.take if before is not None else 0
        began = monotonic()
        QTest.keyClick(self._opened.window, Qt.Key.Key_Space)
        return began

    def sent(self) -> float:
        """When the request of the last press left; the desk has then seen its outcome."""

        def taken() -> bool:
            timing = self._timing()
            return timing is not None and timing.take > self._before

        self.live_until(taken)
        timing = self._timing()
        assert timing is not None
        self._see()
        return timing.sent

    def rest(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = monotonic() + seconds
        self.live_until(lambda: monotonic() >= end)

    def close(self) -> None:
        """Close the desk."""
        self._opened.close()


def _keep_show(folder: Path) -> None:
    """A show whose segments alternate between the two scenes."""
    segments = tuple(
        Segment(f"s{number}", f"{number}", SegmentKind.TALK, 60_000, scene=SECOND if number % 2 else FIRST)
        for number in range(TAKES + WARM_UP + 2)
    )
    document = Show("bench", "bench", "Asia/Shanghai", ms_to_wall(0, "Asia/Shanghai"), segments=segments)
    with Store.open(folder) as store:
        store.shows.add(document, by="bench", at_ms=0)


class Script:
    """A process of obs_script; ``next`` is its next line."""

    def __init__(self, role: str, obs: RealObs, live: Callable[[Callable[[], bool]], None]) -> None:
        self._live = live
        self._lines: deque[str] = deque()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.obs_script", role, str(obs.port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        threading.Thread(target=self._read, daemon=True).start()
        assert self.next() == "ready"

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line.strip())

    def tell(self, line: str) -> None:
        """Write a line to it."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def next(self) -> str:
        """Its next line; the window lives until it comes."""
        self._live(lambda: bool(self._lines))
        return self._lines.popleft()

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait(5)


def figures() -> list[Figure]:
    """The figures of a take."""
    with own_obs() as (obs, place):
        return _measure(obs, place / "data")


def _measure(obs: RealObs, folder: Path) -> list[Figure]:
    ours = Ours(obs, folder)
    watch, script = Script("watch", obs, ours.live_until), Script("take", obs, ours.live_until)
    bare = Times()
    chance = random.Random(1)
    pressed = 0.0
    for number in range(2 * (TAKES + WARM_UP)):
        # Two takes of one side, then two of the other: each side cuts in both directions.
        scene = FIRST if number % 2 else SECOND
        if number // 2 % 2:
            script.tell(scene)
            began, left = map(float, script.next().split())
            bare.add(began, left, _arrival(watch, scene))
        else:
            # The desk takes nothing from a key that bounces.
            ours.rest(max(0.0, pressed + BOUNCE_MS / 1_000 + 0.03 + chance.random() / 30 - monotonic()))
            pressed = monotonic()
            began = ours.press()
            arrived = _arrival(watch, scene)
            ours.times.add(began, ours.sent(), arrived)
        ours.rest(0.05 + chance.random() / 30)
    for each in (watch, script):
        each.close()
    ours.close()
    return [
        *_beside("GO to the request leaving", ours.times.left, bare.left, "info"),
        *_beside("GO to OBS's scene event", ours.times.arrived, bare.arrived, "≤ 1.15"),
    ]


def _arrival(watch: Script, scene: str) -> float:
    moment, seen = watch.next().split(" ", 1)
    assert seen == scene, (seen, scene)
    return float(moment)


def _beside(name: str, ours: list[float], bare: list[float], target: str) -> list[Figure]:
    """The median, and what the 99th percentile has more than the script's."""
    ours, bare = ours[WARM_UP:], bare[WARM_UP:]
    value, reference = statistics.median(ours), statistics.median(bare)
    slow, slow_bare = (statistics.quantiles(each, n=100)[-1] for each in (ours, bare))
    more = slow - slow_bare
    return [
        Figure(name, value, "ms", reference, "bare script", value / reference, target),
        Figure(
            f"{name}, p99 above the script's",
            more,
            "ms",
            slow_bare,
            "bare script's p99",
            slow / slow_bare,
            "< 50 ms",
        ),
    ]


if __name__ == "__main__":
    sys.stdout.write(table(figures()) + "\n")
