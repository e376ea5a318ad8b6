"""Takes and the card over an OBS whose every answer the test gives, on a loop whose time the test moves."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, cast

from obswebsocket.base_classes import Baserequests

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.commands import Command, ReportTake
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.services.obs.banks import Banks
from livedesk.services.obs.client import ObsClient
from livedesk.services.obs.loop import Loop, Timer, Work
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.takes import Takes

SCENES = ("甲", "乙")
INPUTS = {CardSlot.NAME: "商品名称", CardSlot.LIVE_PRICE: "直播价", CardSlot.COUNTDOWN: "倒计时"}
"""By their usual names."""


class HandLoop(Loop):
    """Runs at once what is posted, and what is planned when :meth:`go_on` reaches it."""

    def __init__(self) -> None:
        super().__init__("by hand")
        self._now = 0.0
        self._posted: list[Work] = []
        self._planned: list[tuple[float, int, Timer]] = []
        self._running = False

    def post(self, work: Work, *, first: bool = False) -> None:
        self._posted.insert(0 if first else len(self._posted), work)
        if self._running:
            return
        self._running = True
        while self._posted:
            self._posted.pop(0)()
        self._running = False

    def later(self, delay_s: float, work: Work) -> Timer:
        timer = Timer(work)
        heapq.heappush(self._planned, (self._now + delay_s, next(self._order), timer))
        return timer

    def go_on(self, seconds: float) -> None:
        """Let so much time go by."""
        end = self._now + seconds
        while self._planned and self._planned[0][0] <= end:
            self._now, _, timer = heapq.heappop(self._planned)
            if not timer.cancelled:
                self.post(timer.work)
        self._now = end


class Asked:
    """What is at OBS and waits for its answer."""

    def __init__(self, batch: Sequence[Baserequests]) -> None:
        self.batch = tuple(batch)
        self.future: Future[Any] = Future()

    @property
    def texts(self) -> dict[str, str]:
        """What it writes, by input."""
        told = [each.data() for each in self.batch if each.name == "SetInputSettings"]
        return {data["inputName"]: data["inputSettings"]["text"] for data in told}


class HandClient:
    """Keeps what is asked. What is ``looked`` at only is answered with nothing."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def ask(self, request: Baserequests, seconds: float = 2.0) -> Future[Any]:
        return self.ask_batch([request], seconds=seconds)

    def ask_batch(self, batch: Sequence[Baserequests], **_: object) -> Future[Any]:
        asked = Asked(batch)
        if any(each.name.startswith("Set") for each in batch):
            self.asked.append(asked)
        else:
            asked.future.set_result([{} for _ in batch])
        return asked.future


class Room:
    """A link that is up, with 甲 on air. It shows the card; 乙 shows the same inputs, or none of them."""

    def __init__(self, *, shared: bool = True) -> None:
        self.loop = HandLoop()
        self.mirror = Mirror(lambda: 1_000_000)
        self.mirror.load(_snapshot(), with_program=True)
        shown = [{"sceneItemId": at, "sourceName": name} for at, name in enumerate(INPUTS.values(), 1)]
        items = [{"sceneItems": shown}, {"sceneItems": shown if shared else []}]
        self.mirror.load_scenes(SCENES, [{"currentSceneCollectionName": ""}, {}, {}, *items])
        self.told: list[Command] = []
        self.busy = False
        self.banks = Banks(self.mirror)
        self.takes = Takes(
            self.loop,
            self.mirror,
            self.banks,
            busy=lambda: self.busy or self.mirror.status.transitioning,
            post=self.told.append,
            reread=lambda: None,
        )
        self.client = HandClient()
        self.connect()

    def connect(self) -> None:
        """The link is up, anew."""
        self.client = HandClient()
        client = cast("ObsClient", self.client)
        self.do(lambda: self.takes.connect(client, client, self.mirror.program))

    def lose(self) -> None:
        """The link is gone."""
        self.do(self.takes.disconnect)

    def do(self, work: Work) -> None:
        """Do something on the loop."""
        self.loop.post(work)

    def card(self, **texts: str) -> None:
        """Change the card."""
        self.do(lambda: self.takes.card(card(**texts)))

    def countdown(self, text: str) -> None:
        """A second has gone."""
        self.card(countdown=text)

    def take(self, number: int, scene: str, *, asked: float = 0.0, **texts: str) -> None:
        """Ask for a take."""
        self.do(lambda: self.takes.take(ObsTake(number, scene), card(**texts), asked))

    def on_scene(self, scene: str) -> None:
        """OBS says that a scene is on air."""

        def arrived() -> None:
            self.takes.on_scene(scene, 0.0)
            self.mirror.on_air(scene)

        self.do(arrived)

    @property
    def waiting(self) -> list[Asked]:
        """What OBS has not answered yet, the oldest first."""
        return [each for each in self.client.asked if not each.future.done()]

    def answer(self, asked: Asked | None = None, outcome: Callable[[int], object] = lambda _: {}) -> Asked:
        """OBS answers the oldest request, or this one."""
        answered = asked or self.waiting[0]
        answered.future.set_result([outcome(at) for at in range(len(answered.batch))])
        return answered

    def fail(self, error: Exception) -> Asked:
        """The oldest request fails whole."""
        failed = self.waiting[0]
        failed.future.set_exception(error)
        return failed

    def answer_all(self) -> dict[str, str]:
        """OBS answers everything, also what that brings; returns what was written, by input."""
        written: dict[str, str] = {}
        while self.waiting:
            written |= self.answer().texts
        return written

    def result(self, take: int) -> TakeResult:
        """What was told of a take last."""
        return [each.result for each in self.told if isinstance(each, ReportTake) and each.take == take][-1]


def card(**texts: str) -> CardTexts:
    """Texts by the names of their slots."""
    return CardTexts(tuple((CardSlot(slot), text) for slot, text in texts.items()))


def _snapshot() -> list[Any]:
    scenes = [{"sceneIndex": at, "sceneName": scene} for at, scene in enumerate(reversed(SCENES))]
    return [
        {"obsVersion": "29.0.2"},
        {"currentProgramSceneName": SCENES[0], "scenes": scenes},
        {"studioModeEnabled": False},
        {"transitions": [{"transitionKind": "cut_transition", "transitionName": "直切"}]},
        {"transitionName": "直切", "transitionDuration": 300},
        {"inputs": [{"inputName": name, "inputKind": "text_ft2_source_v2"} for name in INPUTS.values()]},
        {"fpsNumerator": 30, "fpsDenominator": 1},
        {"transitionCursor": 1.0},
        *[{"outputActive": False}] * 4,
    ]
