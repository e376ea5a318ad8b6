"""A cue of four texts and a switch: by our client, beside the same five requests one by one by the bare library.

Ours is one batch and one switch, as every take goes, on a connection without events. The bare library has its default
subscriptions. Counted is from the call until the answer to the last request: before it neither side may go on. When the
scene arrives, as a third process sees it, is told beside it: OBS sends that at its own pace. The scenes hold texts
alone: what OBS needs to draw richer ones is the same on both sides, and hides what the clients need.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import threading
from collections.abc import Callable
from time import monotonic

from obswebsocket import obsws, requests

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.commands import Command, ReportTake
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.domain.status import LinkState, ObsPicture, ObsStatus
from livedesk.services.obs.service import ObsService
from tests.bench.bench_obs import Script
from tests.bench.figures import Figure, table
from tests.bench.own_obs import own_obs, rest
from tests.integration.obs import CARD_INPUTS, SCENES, Director, RealObs, wait_for

CUES = 100
"""Of each side."""
TEXTS = CARD_INPUTS[:4]
SLOTS = (CardSlot.NAME, CardSlot.LIVE_PRICE, CardSlot.LIST_PRICE, CardSlot.STOCK)
FIRST, SECOND = SCENES[1], SCENES[2]
REST_S = (0.12, 0.16)
"""Between two cues: OBS is idle again, and no two of them meet its frames alike."""


class Ours:
    """The OBS service alone, as the session asks it."""

    def __init__(self, obs: RealObs) -> None:
        self._ready = threading.Event()
        self._told: list[ReportTake] = []
        self._service = ObsService(obs.host, obs.port, lambda: obs.password, self._post, self._publish)
        self._service.start()
        assert self._ready.wait(10)

    def _post(self, command: Command) -> None:
        if isinstance(command, ReportTake):
            self._told.append(command)

    def _publish(self, item: ObsStatus | ObsPicture) -> None:
        if isinstance(item, ObsStatus) and item.link is LinkState.READY:
            self._ready.set()

    def cue(self, number: int, scene: str) -> tuple[float, float]:
        """One take with its card; returns when it was asked for and when the switch was answered."""
        texts = CardTexts(tuple((slot, str(number)) for slot in SLOTS))
        began = monotonic()
        self._service.take(ObsTake(number, scene), texts)
        wait_for(lambda: len(self._told) == number, 5, "the take's outcome")
        assert self._told[-1].result is TakeResult.CONFIRMED
        wait_for(lambda: self._answered(number) is not None, 5, "the switch is answered")
        answered = self._answered(number)
        assert answered is not None
        return began, answered

    def _answered(self, number: int) -> float | None:
        timing = self._service.timing
        return timing.answered if timing is not None and timing.take == number else None

    def close(self) -> None:
        """Leave OBS."""
        self._service.stop()


class Bare:
    """The bare library: each request waits for its answer."""

    def __init__(self, obs: RealObs) -> None:
        self._client = obsws(obs.host, obs.port, obs.password)
        self._client.connect()

    def cue(self, number: int, scene: str) -> tuple[float, float]:
        """The same requests; returns when they began and when the last was answered."""
        began = monotonic()
        for name in TEXTS:
            self._client.call(
                requests.SetInputSettings(inputName=name, inputSettings={"text": str(number)}, overlay=True)
            )
        self._client.call(requests.SetCurrentProgramScene(sceneName=scene))
        return began, monotonic()

    def close(self) -> None:
        """Leave OBS."""
        self._client.disconnect()


def figures() -> list[Figure]:
    """The cue to its last answer, and to the scene."""
    with own_obs(plain=True) as (obs, _):
        os.environ["LIVEDESK_OBS_PASSWORD"] = obs.password
        with Director(obs) as director:
            # The second scene holds the card.
            director.do("CreateInput", sceneName=FIRST, inputName="A", inputKind="text_ft2_source_v2")
        watch = Script("watch", obs, _await)
        sides: tuple[Ours | Bare, ...] = (Ours(obs), Bare(obs))
        answered: tuple[list[float], ...] = ([], [])
        arrived: tuple[list[float], ...] = ([], [])
        chance = random.Random(1)
        for number in range(2 * CUES):
            # Two cues of one side, then two of the other: each side cuts in both directions.
            side = number // 2 % 2
            scene = FIRST if number % 2 else SECOND
            began, last = sides[side].cue(len(answered[side]) + 1, scene)
            moment, seen = watch.next().split(" ", 1)
            assert seen == scene
            answered[side].append((last - began) * 1000)
            arrived[side].append((float(moment) - began) * 1000)
            rest(chance.uniform(*REST_S))
        for each in (watch, *sides):
            each.close()
    return [
        _figure("4 texts + switch to the last answer", answered, "≤ 0.35"),
        _figure("4 texts + switch to OBS's scene event", arrived, "info"),
    ]


def _await(holds: Callable[[], bool]) -> None:
    wait_for(holds, 15, "the script's next line")


def _figure(name: str, sides: tuple[list[float], ...], target: str) -> Figure:
    value, reference = (statistics.median(side) for side in sides)
    return Figure(name, value, "ms", reference, "bare library, one by one", value / reference, target)


if __name__ == "__main__":
    sys.stdout.write(table(figures()) + "\n")
