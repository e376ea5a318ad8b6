"""How soon the desk says that OBS is gone: killed (its sockets close), and behind a link that carries nothing any more.

Counted is until the desk's own status says so; the slowest of several counts. Beside a killed OBS stands a bare socket
that reads its end; beside the half-open link the three heartbeats of a second each that may go unanswered, since a
socket alone hears nothing of it, ever.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import monotonic

from livedesk.app.desk import Desk
from livedesk.domain.settings import Settings
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.services.obs.link import BEAT_S, DEAD_AT
from livedesk.services.session.clock import SystemClock
from livedesk.store.folder import DataFolder
from tests.bench.figures import Figure, table
from tests.bench.own_obs import own_obs, rest
from tests.integration.obs import wait_for
from tests.integration.relay import Relay

KILLS, HOLDS = 3, 5
COME_BACK_S = 20.0


class Watch:
    """A desk without a window, and the moments at which its status of OBS changed."""

    def __init__(self, folder: Path, port: int) -> None:
        self._lock = threading.Lock()
        self._seen: list[tuple[float, LinkState]] = []
        data = DataFolder(folder)
        data.create()
        data.acquire()
        self._desk = Desk(data, Settings(obs_port=port), SystemClock(), self._post)
        self._desk.start()
        self._desk.accept()
        self._desk.look_outside()

    def _post(self, item: object) -> None:
        if isinstance(item, ObsStatus):
            with self._lock:
                self._seen.append((monotonic(), item.link))

    def ready(self) -> None:
        """Wait until OBS is there."""
        wait_for(lambda: bool(self._seen) and self._seen[-1][1] is LinkState.READY, COME_BACK_S, "OBS is ready")

    def lost(self, break_it: Callable[[], object]) -> tuple[float, float]:
        """Break the link; returns when, and when the status said so."""
        with self._lock:
            self._seen.clear()
        began = monotonic()
        break_it()

        def said() -> float | None:
            with self._lock:
                return next((at for at, link in self._seen if link is not LinkState.READY), None)

        wait_for(lambda: said() is not None, COME_BACK_S, "the status says that OBS is gone")
        at = said()
        assert at is not None
        return began, at

    def close(self) -> None:
        """End the desk."""
        self._desk.stop()


def figures() -> list[Figure]:
    """The slowest of each."""
    with own_obs() as (obs, place):
        os.environ["LIVEDESK_OBS_PASSWORD"] = obs.password
        relay = Relay(obs.port)
        watch = Watch(place / "data", relay.port)
        chance = Random(1)
        silent = []
        for _ in range(HOLDS):
            watch.ready()
            # Somewhere within a heartbeat.
            rest(chance.uniform(BEAT_S, 2 * BEAT_S))
            began, said = watch.lost(relay.hold)
            silent.append(said - began)
            relay.resume()
        watch.close()
        relay.close()

        watch = Watch(place / "other", obs.port)
        closed, bare = [], []
        for _ in range(KILLS):
            watch.ready()
            ends: list[float] = []
            reader = threading.Thread(target=_read_to_end, args=(obs.port, ends), daemon=True)
            reader.start()
            rest(chance.uniform(0.2, BEAT_S))
            began, said = watch.lost(obs.kill)
            reader.join(COME_BACK_S)
            closed.append((said - began) * 1000)
            bare.append((ends[0] - began) * 1000)
            obs.start(by_itself=True)
        watch.close()
    killed, end, held, beats = max(closed), max(bare), max(silent), DEAD_AT * BEAT_S
    return [
        Figure(
            "OBS killed, until the desk says so", killed, "ms", end, "a bare socket", killed / end, "≤ 1000 ms"
        ),
        Figure(
            "link half-open, until the desk says so", held, "s", beats, "three heartbeats", held / beats, "≤ 5 s"
        ),
    ]


def _read_to_end(port: int, ends: list[float]) -> None:
    with socket.create_connection(("127.0.0.1", port)) as sock:
        try:
            while sock.recv(4096):
                pass
        except OSError:
            pass
        ends.append(monotonic())


if __name__ == "__main__":
    sys.stdout.write(table(figures()) + "\n")
