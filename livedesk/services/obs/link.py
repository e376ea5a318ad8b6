"""The two connections of a link, and its heartbeat.

Two, because a request that causes an event on its own socket delays the next answer by some 40 ms (Nagle's
algorithm against delayed acknowledgement): commands go where no events come.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from time import monotonic

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.services.obs.client import Answer, Event, ObsClient, Subscription
from livedesk.services.obs.failures import LinkError, ObsError
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.order import Order
from livedesk.services.obs.wire import Wire

EVENTS = (
    Subscription.GENERAL
    | Subscription.CONFIG
    | Subscription.SCENES
    | Subscription.INPUTS
    | Subscription.TRANSITIONS
    | Subscription.OUTPUTS
    | Subscription.SCENE_ITEMS
    | Subscription.UI
)
BEAT_S = 1.0
DEAD_AT = 3
HUNG = "hung"

OnStats = Callable[[Answer, Answer, Answer, float], object]


class Link:
    """A live link. ``on_event`` and ``on_lost`` are called on the loop; ``on_lost`` with HUNG when three beats
    in a row got no answer, on either connection."""

    def __init__(
        self,
        host: str,
        port: int,
        password: str,
        loop: Loop,
        *,
        on_event: Callable[[Link, Event], object],
        on_lost: Callable[[Link, str], object],
        on_ask: Callable[[Baserequests], object],
    ) -> None:
        """Connect both; raises UnreachableError, SilentError or PasswordRefusedError."""
        events = Wire.open(host, port, password, EVENTS)
        try:
            commands = Wire.open(host, port, password, Subscription.NONE)
        except LinkError:
            events.shut()
            events.release()
            raise
        self._loop = loop
        self._on_event = on_event
        self._on_lost = on_lost
        self._clients: tuple[ObsClient, ...] = ()
        self._order = Order()
        self._missed = {"commands": 0, "events": 0}
        self.gone = threading.Event()
        self.address = (host, port)
        self.commands = ObsClient(commands, loop, on_event=lambda event: None, on_lost=self._lost, on_ask=on_ask)
        self.events = ObsClient(events, loop, on_event=self._event, on_lost=self._lost)
        self._clients = (self.commands, self.events)
        if self.gone.is_set():
            self.close()

    def beat(self, on_stats: OnStats) -> None:
        """Begin the heartbeat. ``on_stats`` gets GetStats, GetStreamStatus, GetRecordStatus and when they came
        (monotonic)."""
        if self.gone.is_set():
            return
        if max(self._missed.values()) >= DEAD_AT:
            self._lost(HUNG)
            return
        for name in self._missed:
            self._missed[name] += 1
        seconds = (DEAD_AT + 1) * BEAT_S
        batch = [requests.GetStats(), requests.GetStreamStatus(), requests.GetRecordStatus()]
        asked = self.commands.ask_batch(batch, halt=False, seconds=seconds, vital=True)
        self._loop.when_done(asked, lambda done: self._stats(done, on_stats))
        heard = self.events.ask(requests.GetStudioModeEnabled(), seconds, vital=True)
        self._loop.when_done(heard, self._heard)
        self._loop.later(BEAT_S, lambda: self.beat(on_stats))

    def close(self) -> None:
        """End both connections at once."""
        self.gone.set()
        for client in self._clients:
            client.close()

    def _event(self, event: Event) -> None:
        if event.name in ("CurrentSceneCollectionChanging", "CurrentSceneCollectionChanged"):
            for client in self._clients:
                client.rest(event.name == "CurrentSceneCollectionChanging")
        if not self._order.overtaken(event):
            self._on_event(self, event)

    def _stats(self, done: Future[list[Answer | ObsError]], on_stats: OnStats) -> None:
        if done.exception() is not None:
            return
        self._missed["commands"] = 0
        stats, *outputs = done.result()
        if not isinstance(stats, ObsError) and not self.gone.is_set():
            stream, record = ({} if isinstance(item, ObsError) else item for item in outputs)
            on_stats(stats, stream, record, monotonic())

    def _heard(self, done: Future[Answer]) -> None:
        if done.exception() is None or isinstance(done.exception(), ObsError):
            self._missed["events"] = 0

    def _lost(self, reason: str) -> None:
        if not self.gone.is_set():
            self.close()
            self._on_lost(self, reason)
