"""From the key press to OBS: to the request leaving, and to its own scene event, beside a bare script.

The bare script sends the same SetCurrentProgramScene over raw connections of its own and waits for the event.
Both cut between the same two scenes; the takes alternate, with pauses that don't keep step with OBS's frames, and
the medians count.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import random
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import websocket
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from livedesk.app.desktop import open_desk
from livedesk.domain.clock import ms_to_wall
from livedesk.domain.commands import GoLive
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.domain.settings import Settings
from livedesk.domain.status import LinkState
from livedesk.services.obs.takes import TakeTiming
from livedesk.store.folder import DataFolder
from livedesk.store.store import Store
from tests.bench.figures import Figure, table
from tests.integration.obs import SCENES, Display, RealObs

TAKES = 80
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
        self._wait(lambda: self._opened.desk.latest.obs.link is LinkState.READY)
        self._wait(lambda: self._opened.desk.latest.snapshot is not None)
        self._opened.desk.dispatch(GoLive())
        self._wait(lambda: self._timing() is not None)

    def _wait(self, holds: Callable[[], bool]) -> None:
        """Let the window live as it does with a person before it, looking every few milliseconds."""
        end = monotonic() + 15
        while not holds():
            assert monotonic() < end, "the desk did not come so far"
            loop = QEventLoop()
            QTimer.singleShot(10, loop.quit)
            loop.exec()

    def _timing(self) -> TakeTiming | None:
        outside = self._opened.desk.outside
        timing = outside.obs.timing if outside is not None else None
        return timing if timing is not None and timing.confirmed is not None else None

    def go(self, scene: str) -> None:
        """One take, to OBS's scene event. The rundown's scenes alternate as the bare script's do."""
        before = self._timing()
        assert before is not None
        began = monotonic()
        QTest.keyClick(self._opened.window, Qt.Key.Key_Space)

        def taken() -> bool:
            timing = self._timing()
            return timing is not None and timing.take > before.take

        self._wait(taken)
        timing = self._timing()
        assert timing is not None
        assert timing.confirmed is not None
        self.times.add(began, timing.sent, timing.confirmed)
        self._wait(lambda: self._opened.desk.latest.obs.program == scene)

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


class Bare:
    """The same request from a script of a few lines. It too listens on a connection of its own: on one that also
    sends, Nagle's algorithm would flatter ours by some 20 ms."""

    def __init__(self, obs: RealObs) -> None:
        self.times = Times()
        self._commands = _connect(obs, 0)
        self._events = _connect(obs, 4)

    def go(self, scene: str) -> None:
        """One switch, to OBS's scene event and answer."""
        data = {"requestId": "x", "requestType": "SetCurrentProgramScene", "requestData": {"sceneName": scene}}
        self.drain()
        began = monotonic()
        self._commands.send(json.dumps({"op": 6, "d": data}))
        left = monotonic()
        while json.loads(self._events.recv())["d"]["eventType"] != "CurrentProgramSceneChanged":
            pass
        arrived = monotonic()
        self._commands.recv()
        self.times.add(began, left, arrived)

    def drain(self) -> None:
        """Read off what the other one's takes have caused."""
        self._events.settimeout(0.005)
        try:
            while True:
                self._events.recv()
        except websocket.WebSocketTimeoutException:
            self._events.settimeout(3)

    def close(self) -> None:
        """End both connections."""
        self._commands.close()
        self._events.close()


def _connect(obs: RealObs, subscriptions: int) -> websocket.WebSocket:
    sock = websocket.create_connection(f"ws://{obs.host}:{obs.port}", timeout=3)
    auth = json.loads(sock.recv())["d"]["authentication"]
    secret = base64.b64encode(hashlib.sha256((obs.password + auth["salt"]).encode()).digest())
    proof = base64.b64encode(hashlib.sha256(secret + auth["challenge"].encode()).digest()).decode()
    identify = {"rpcVersion": 1, "authentication": proof, "eventSubscriptions": subscriptions}
    sock.send(json.dumps({"op": 1, "d": identify}))
    sock.recv()
    return sock


def figures() -> list[Figure]:
    """The two figures of a take."""
    with tempfile.TemporaryDirectory() as place:
        display = Display()
        obs = RealObs(Path(place) / "obs", display)
        try:
            obs.start()
            return _measure(obs, Path(place) / "data")
        finally:
            obs.kill()
            display.close()


def _measure(obs: RealObs, folder: Path) -> list[Figure]:
    ours, bare = Ours(obs, folder), Bare(obs)
    chance, pause = random.Random(1), threading.Event()
    sides: tuple[Callable[[str], None], ...] = (ours.go, bare.go)
    for number in range(2 * (TAKES + WARM_UP)):
        # Two takes of one side, then two of the other: each side cuts in both directions.
        sides[number // 2 % 2](FIRST if number % 2 else SECOND)
        pause.wait(0.05 + chance.random() / 30)
    ours.close()
    bare.close()
    return [
        _figure("GO to the request leaving", ours.times.left, bare.times.left, "under 1 ms"),
        _figure("GO to OBS's scene event", ours.times.arrived, bare.times.arrived, "≤ 1.15"),
    ]


def _figure(name: str, ours: list[float], bare: list[float], target: str) -> Figure:
    value, reference = statistics.median(ours[WARM_UP:]), statistics.median(bare[WARM_UP:])
    return Figure(name, value, "ms", reference, "bare script", value / reference, target)


if __name__ == "__main__":
    sys.stdout.write(table(figures()) + "\n")
