"""An independent witness: what OBS itself says was on air, and when."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field

import websocket

from livedesk.domain.asrun import AsRunRow
from tests.integration.obs import Director, RealObs

NEAR_MS = 2_000
PATIENCE_S = 60.0
"""An OBS that stands still keeps its witness: what it does when it goes on is what must be seen."""


@dataclass(slots=True)
class Witness:
    """A time for which the recorder was connected: the scenes that OBS put on air, with epoch ms. The first is
    what was on air when it connected."""

    since_ms: int
    until_ms: int
    scenes: list[tuple[int, str]] = field(default_factory=list)

    def saw(self, scene: str, from_ms: int, to_ms: int) -> bool:
        """Whether a scene was on air at some moment between the two."""
        before = [name for at, name in self.scenes if at < from_ms]
        within = [name for at, name in self.scenes if from_ms <= at <= to_ms]
        return scene in [*before[-1:], *within]

    def renamed(self, at: int, before: str, after: str) -> None:
        """A scene has another name. What is on air goes on under it: OBS tells of no other scene then."""
        if self.scenes[-1][1] == before:
            self.scenes.append((at, after))


class Recorder:
    """Follows OBS's scene events in a thread of its own, and comes back after OBS has gone."""

    def __init__(self, obs: RealObs) -> None:
        self._obs = obs
        self._stopped = threading.Event()
        self.witnesses: list[Witness] = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        self._stopped.set()
        self._thread.join(15)

    def _run(self) -> None:
        while not self._stopped.is_set():
            with (
                suppress(OSError, websocket.WebSocketException, AssertionError, KeyError),
                Director(self._obs, events=True, patience_s=PATIENCE_S) as director,
            ):
                self._follow(director)
            self._stopped.wait(0.2)

    def _follow(self, director: Director) -> None:
        program = director.program()
        now = time.time_ns() // 1_000_000
        witness = Witness(now, now, [(now, program)])
        self.witnesses.append(witness)
        switching = False
        while not self._stopped.is_set():
            # An answer shows that the link lives, and brings the events that came before it. Of two switches close to
            # each other OBS names the second one twice, or tells of one alone, and a toggle of studio mode names a
            # scene that is not on air: after such an event OBS is asked too. But never as two collections change:
            # obs-websocket 5.1 ends OBS when there is no scene to be named.
            director.do("GetStudioModeEnabled")
            asks = False
            for event in director.events:
                match event["eventType"]:
                    case "CurrentProgramSceneChanged":
                        witness.scenes.append((event["receivedMs"], event["eventData"]["sceneName"]))
                        asks = True
                    case "SceneNameChanged":
                        names = event["eventData"]
                        witness.renamed(event["receivedMs"], names["oldSceneName"], names["sceneName"])
                    case "CurrentSceneCollectionChanging":
                        switching = True
                    case "CurrentSceneCollectionChanged":
                        switching, asks = False, True
            director.events.clear()
            witness.until_ms = time.time_ns() // 1_000_000
            if asks and not switching:
                self._look(director, witness)
            self._stopped.wait(0.05)

    def _look(self, director: Director, witness: Witness) -> None:
        """Note what is on air now; an event that comes before the answer tells it itself."""
        program = director.program()
        if not director.events and witness.scenes[-1][1] != program:
            witness.scenes.append((time.time_ns() // 1_000_000, program))


def check_against(rows: list[AsRunRow], witnesses: list[Witness]) -> int:
    """Every take that the log calls confirmed was seen by the witness, if one was there; returns how many were
    checked."""
    checked = 0
    for row in rows:
        if row.result != "confirmed" or row.confirmed_ms is None:
            continue
        for witness in witnesses:
            if witness.since_ms + NEAR_MS < row.requested_ms and row.confirmed_ms + NEAR_MS < witness.until_ms:
                seen = witness.saw(row.scene, row.requested_ms - NEAR_MS, row.confirmed_ms + NEAR_MS)
                assert seen, f"the log says {row}, OBS {witness.scenes}"
                checked += 1
    return checked
