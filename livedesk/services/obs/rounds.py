"""What OBS has no event for: it is asked for it again and again, while nothing goes on there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from concurrent.futures import Future

from obswebsocket.base_classes import Baserequests

from livedesk.services.obs.client import Answer, ObsClient
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.loop import Loop, Timer
from livedesk.services.obs.mirror import Mirror

BUSY_S = 0.5


class Rounds(ABC):
    """One round after the other on the loop, each in one batch: ``every_s`` seconds after the last one was told.
    ``busy`` tells that a take is at OBS or a scene is being brought on air; then, and while OBS switches its
    collection, it is asked later."""

    def __init__(self, loop: Loop, mirror: Mirror, busy: Callable[[], bool], *, every_s: float) -> None:
        self._loop = loop
        self._mirror = mirror
        self._client: ObsClient | None = None
        self._busy = busy
        self._every_s = every_s
        self._next: Timer | None = None

    @abstractmethod
    def _asks(self) -> Mapping[str, Baserequests]:
        """The requests of a round, by what each is about. Without any nothing is asked."""

    @abstractmethod
    def _told(self, outcomes: Mapping[str, Answer | ObsError]) -> None:
        """Take over what OBS said, and call ``_again``, now or later."""

    def connect(self, client: ObsClient | None) -> None:
        """The link for commands (None: it is gone)."""
        self._client = client
        self._later(BUSY_S)

    def _again(self) -> None:
        self._later(self._every_s)

    def _later(self, seconds: float) -> None:
        if self._next is not None:
            self._next.cancel()
        if self._client is not None:
            self._next = self._loop.later(seconds, self._ask)

    def _ask(self) -> None:
        client = self._client
        if client is None or self._busy() or self._mirror.status.switching:
            self._later(BUSY_S)
            return
        asks = self._asks()
        if not asks:
            self._told({})
            return
        batch = client.ask_batch(list(asks.values()), halt=False)
        self._loop.when_done(batch, lambda done: self._answered(client, tuple(asks), done))

    def _answered(self, client: ObsClient, names: tuple[str, ...], done: Future[list[Answer | ObsError]]) -> None:
        if client is not self._client:
            return
        if done.exception() is not None:
            self._again()
        elif self._busy() or self._mirror.status.switching:
            # What has begun meanwhile changed OBS itself, which these answers may not know.
            self._later(BUSY_S)
        else:
            self._told(dict(zip(names, done.result(), strict=False)))
