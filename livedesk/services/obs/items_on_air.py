"""Shows and hides items of the scene that is on air, between takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from obswebsocket import requests

from livedesk.domain.rundown import ItemWish
from livedesk.services.obs.banks import Banks
from livedesk.services.obs.client import Execution, ObsClient
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import Mirror

WITHIN_S = 1.0
# A transition of the scene to itself has begun by then, or has been seen not to.
BEGUN_S = 0.1


class Queue(Protocol):
    """Takes, which come first."""

    @property
    def at_work(self) -> bool:
        """Whether one is at OBS or waits for it."""

    def pump(self) -> None:
        """Another may go."""


class ItemsOnAir:
    """Runs on the loop. ``busy`` tells whether OBS is bringing a scene on air, ``anew`` that the scene on air is being
    taken anew, so that no take may stage another."""

    def __init__(self, loop: Loop, mirror: Mirror, banks: Banks, queue: Queue, busy: Callable[[], bool]) -> None:
        self._loop = loop
        self._mirror = mirror
        self._banks = banks
        self._queue = queue
        self._busy = busy
        self._client: ObsClient | None = None
        self.anew = False

    def connect(self, client: ObsClient | None) -> None:
        """The link for commands (None: it is gone)."""
        self._client = client
        self.anew = False

    def show(self, scene: str, items: Sequence[ItemWish]) -> None:
        """Show and hide items in a scene that is on air, when no transition runs any more. A take at OBS, or one that
        waits, comes first."""
        client, status = self._client, self._mirror.status
        batch = self._banks.put_items(items)
        if client is None or self._queue.at_work or status.program != scene or not batch:
            return
        if self._busy():
            self._loop.later(BEGUN_S, lambda: self.show(scene, items))
            return
        client.ask_batch(batch, execution=Execution.SERIAL_REALTIME, halt=False, seconds=WITHIN_S)
        if status.studio:
            # In studio mode a copy of the scene is on air: it is taken anew.
            self.anew = True
            asked = client.ask(requests.SetCurrentProgramScene(sceneName=self._mirror.program), WITHIN_S)
            self._loop.when_done(asked, lambda _: self._loop.later(BEGUN_S, self._taken_anew))

    def _taken_anew(self) -> None:
        self.anew = False
        self._queue.pump()
