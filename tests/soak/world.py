"""Faults of the world around a desk, one at a time, each over again when it returns."""

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
from tests.integration.relay import Relay
from tests.integration.test_desk_faults_disk import locked

HANG_S = (0.3, 6.0)
LOCK_S = (0.2, 3.0)
AWAY_S = (0.0, 3.0)
HOLD_S = (0.5, 6.0)
MEANWHILE_S = (0.5, 3.0)
ANSWERS_WITHIN_S = 10.0
RENAMED = "二"
"""What a renamed scene has after its name."""
OTHER_COLLECTION = "另一套"
COLLECTION = "livedesk"


def wait(seconds: float) -> None:
    """Let time go by."""
    signal.sigtimedwait([], seconds)


@contextlib.contextmanager
def without_prompters(process: DeskProcess) -> Iterator[None]:
    """The prompter outlives the desk by design; here it must not outlive the test."""
    seen: set[int] = set()
    try:
        yield
    finally:
        if process.process.poll() is None:
            process.call("close_prompter")
            for _ in range(5):
                seen.update(process.until(ANSWERS_WITHIN_S).get("prompters", ()))
        for pid in seen:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


class World:
    """OBS, its link, the disk and the prompter, and what can happen to them, each of which returns whether it did
    happen: OBS may be going or coming just now, and then nobody does anything there. ``meanwhile`` is what is done
    while something is wrong (nothing: time goes by). ``relay`` is what the desk reaches OBS through."""

    def __init__(self, chance: Random, obs: RealObs, data: Path, relay: Relay | None = None) -> None:
        self._chance = chance
        self._obs = obs
        self._data = data
        self._relay = relay

    def meanwhile(self, process: DeskProcess) -> None:
        """While something is wrong."""
        wait(self._chance.uniform(*MEANWHILE_S))

    def _somebody(self, does: Callable[[Director], object]) -> bool:
        """Somebody else does something at OBS."""
        with contextlib.suppress(OSError, websocket.WebSocketException), Director(self._obs) as director:
            does(director)
            return True
        return False

    def click(self, process: DeskProcess) -> bool:
        """A click on a scene inside OBS."""
        scene = self._chance.choice(SCENES)
        return self._somebody(lambda director: director.ask("SetCurrentProgramScene", sceneName=scene))

    def hang(self, process: DeskProcess, seconds: float | None = None) -> bool:
        """OBS stands still and goes on."""
        self._obs.send(signal.SIGSTOP)
        try:
            self.meanwhile(process)
            wait(self._chance.uniform(*HANG_S) if seconds is None else seconds)
        finally:
            self._obs.send(signal.SIGCONT)
        return True

    def rename(self, process: DeskProcess) -> bool:
        """A scene that is not on air gets another name, and its own again."""

        def there_and_back(director: Director) -> None:
            scene = self._chance.choice([name for name in SCENES if name != director.program()])
            director.do("SetSceneName", sceneName=scene, newSceneName=scene + RENAMED)
            self.meanwhile(process)
            director.do("SetSceneName", sceneName=scene + RENAMED, newSceneName=scene)

        return self._somebody(there_and_back)

    def lock(self, process: DeskProcess) -> bool:
        """Another program holds the database."""
        with locked(self._data / "livedesk.db"):
            self.meanwhile(process)
            wait(self._chance.uniform(*LOCK_S))
        return True

    def crash(self, process: DeskProcess) -> bool:
        """OBS dies, and is started again."""
        self._obs.kill()
        self.meanwhile(process)
        wait(self._chance.uniform(*AWAY_S))
        self._obs.start(by_itself=True)
        return True

    def revive(self) -> bool:
        """Start OBS again where it ended by itself (its graphics thread has been seen to); whether it had."""
        ended = self._obs.ended
        if ended:
            self._obs.kill()
            self._obs.start(by_itself=True)
        return ended

    def prompter(self, process: DeskProcess) -> bool:
        """The prompter dies; or one is opened, where there is none."""
        pids = process.until(10)["prompters"]
        if pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pids[0], signal.SIGKILL)
                return True
        else:
            process.call("open_prompter")
        return False

    def hold(self, process: DeskProcess) -> bool:
        """The link carries nothing, and goes on."""
        assert self._relay is not None
        self._relay.hold()
        self.meanwhile(process)
        wait(self._chance.uniform(*HOLD_S))
        self._relay.resume()
        return True

    def reset(self, process: DeskProcess) -> bool:
        """The link breaks."""
        assert self._relay is not None
        self._relay.reset()
        return True

    def studio(self, process: DeskProcess) -> bool:
        """Somebody switches studio mode on, and off again."""

        def there_and_back(director: Director) -> None:
            director.do("SetStudioModeEnabled", studioModeEnabled=True)
            self.meanwhile(process)
            director.do("SetStudioModeEnabled", studioModeEnabled=False)

        return self._somebody(there_and_back)

    def collection(self, process: DeskProcess) -> bool:
        """Somebody opens another scene collection, and this one again."""

        def there_and_back(director: Director) -> None:
            director.do("SetCurrentSceneCollection", sceneCollectionName=OTHER_COLLECTION)
            self.meanwhile(process)
            director.do("SetCurrentSceneCollection", sceneCollectionName=COLLECTION)

        return self._somebody(there_and_back)

    def stay_home(self) -> None:
        """Let OBS stream nowhere, whatever is pressed."""
        nowhere = {"server": "rtmp://127.0.0.1:9/nowhere", "key": "none"}
        with Director(self._obs) as director:
            director.do("SetStreamServiceSettings", streamServiceType="rtmp_custom", streamServiceSettings=nowhere)

    def make_other_collection(self) -> None:
        """Have another collection to switch to."""
        with Director(self._obs) as director:
            director.do("CreateSceneCollection", sceneCollectionName=OTHER_COLLECTION)
            director.do("SetCurrentSceneCollection", sceneCollectionName=COLLECTION)
