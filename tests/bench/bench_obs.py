"""From GO to OBS: to the request leaving, and to OBS's own scene event, beside a bare script on the same OBS.

The bare script sends the same SetCurrentProgramScene over raw connections of its own and waits for the event.
Both cut between the same two scenes; the takes alternate, with pauses that don't keep step with OBS's frames, and
the medians count.
"""

from __future__ import annotations

import base64
import hashlib
import json
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

from livedesk.domain.commands import Command, ReportTake
from livedesk.domain.effects import ObsTake
from livedesk.domain.ports import CardTexts
from livedesk.domain.status import LinkState
from livedesk.services.obs.service import ObsService
from tests.bench.figures import Figure, table
from tests.integration.obs import SCENES, Display, RealObs, wait_for

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
    """GO as livedesk sends it."""

    def __init__(self, obs: RealObs) -> None:
        self._told = threading.Event()
        self._count = 0
        self.times = Times()
        self.service = ObsService(obs.host, obs.port, lambda: obs.password, self._post, lambda told: None)
        self.service.start()
        wait_for(lambda: self.service.status.link is LinkState.READY, 10, "READY")

    def _post(self, command: Command) -> None:
        if isinstance(command, ReportTake):
            self._told.set()

    def go(self, scene: str) -> None:
        """One take, to its report."""
        self._count += 1
        self._told.clear()
        self.service.take(ObsTake(self._count, scene), CardTexts())
        assert self._told.wait(3)
        timing = self.service.timing
        assert timing is not None
        assert timing.take == self._count
        assert timing.confirmed is not None
        self.times.add(timing.asked, timing.sent, timing.confirmed)


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
            return _measure(obs)
        finally:
            obs.kill()
            display.close()


def _measure(obs: RealObs) -> list[Figure]:
    ours, bare = Ours(obs), Bare(obs)
    chance, pause = random.Random(1), threading.Event()
    sides: tuple[Callable[[str], None], ...] = (ours.go, bare.go)
    for number in range(2 * (TAKES + WARM_UP)):
        # Two takes of one side, then two of the other: each side cuts in both directions.
        sides[number // 2 % 2](FIRST if number % 2 else SECOND)
        pause.wait(0.05 + chance.random() / 30)
    ours.service.stop()
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
