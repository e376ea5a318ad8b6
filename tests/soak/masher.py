"""Random hands: keys in the desk's window, clicks in OBS, and faults of the world around."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import websocket

from tests.integration.desk_process import DeskProcess
from tests.integration.obs import SCENES, Director, RealObs
from tests.integration.test_desk_faults_disk import locked

DESK = ("Space", "H", "]", "[", "Backspace", "F9", "F4", "F5", "F6", "F7", "F8", "T")
# Not the settings: hands that type there would point the desk at another OBS.
OTHER = (
    "M",
    "K",
    "Esc",
    "Up",
    "Down",
    "PgDown",
    "F11",
    "Ctrl+1",
    "Ctrl+2",
    "Ctrl+3",
    "Ctrl+4",
    "Ctrl+F",
    "Ctrl+Z",
)
HANG_S = (0.3, 6.0)
LOCK_S = (0.2, 3.0)


def wait(seconds: float) -> None:
    """Let time go by."""
    signal.sigtimedwait([], seconds)


class Masher:
    """Does one random thing at a time to a desk and its OBS. ``done`` counts what was done."""

    def __init__(self, chance: Random, obs: RealObs, data: Path) -> None:
        self._chance = chance
        self._obs = obs
        self._data = data
        self.done: dict[str, int] = {}

    def mash(self, process: DeskProcess) -> None:
        """Press a handful of keys in a row, the desk's own above all, at first where they act."""
        keys = self._chance.choices((*DESK, *OTHER), [8, *[2] * (len(DESK) - 1), *[1] * len(OTHER)], k=6)
        process.press("Ctrl+1", *keys)
        self._count("keys")
        wait(self._chance.uniform(0.05, 0.6))

    def trouble(self, process: DeskProcess) -> None:
        """Let something go wrong, and be right again."""
        ways: list[tuple[int, Callable[[DeskProcess], None]]] = [
            (4, self._click),
            (3, self._hang),
            (3, self._rename),
            (2, self._lock),
            (1, self._crash),
            (1, self._prompter),
        ]
        weights = [weight for weight, _ in ways]
        ((_, way),) = self._chance.choices(ways, weights)
        self._count(way.__name__.strip("_"))
        way(process)

    def _count(self, what: str) -> None:
        self.done[what] = self.done.get(what, 0) + 1

    @contextlib.contextmanager
    def _director(self) -> Iterator[Director]:
        # OBS may be going or coming just now: then nobody clicks.
        with contextlib.suppress(OSError, websocket.WebSocketException), Director(self._obs) as director:
            yield director

    def _click(self, process: DeskProcess) -> None:
        with contextlib.suppress(RuntimeError), self._director() as director:
            director.ask("SetCurrentProgramScene", sceneName=self._chance.choice(SCENES))

    def _hang(self, process: DeskProcess) -> None:
        self._obs.send(signal.SIGSTOP)
        process.press("Ctrl+1", "Space")
        wait(self._chance.uniform(*HANG_S))
        self._obs.send(signal.SIGCONT)

    def _rename(self, process: DeskProcess) -> None:
        with contextlib.suppress(RuntimeError), self._director() as director:
            scene = self._chance.choice([name for name in SCENES if name != director.program()])
            director.do("SetSceneName", sceneName=scene, newSceneName=f"{scene}二")
            self.mash(process)
            director.do("SetSceneName", sceneName=f"{scene}二", newSceneName=scene)

    def _lock(self, process: DeskProcess) -> None:
        with locked(self._data / "livedesk.db"):
            self.mash(process)
            wait(self._chance.uniform(*LOCK_S))

    def _crash(self, process: DeskProcess) -> None:
        self._obs.kill()
        self.mash(process)
        wait(self._chance.uniform(0.0, 3.0))
        self._obs.start()

    def _prompter(self, process: DeskProcess) -> None:
        pids = process.until(10)["prompters"]
        if pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pids[0], signal.SIGKILL)
        else:
            process.call("open_prompter")
