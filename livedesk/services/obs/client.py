"""One connection to OBS: a future for each request, events handed to the loop, one exit for every failure."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from time import monotonic
from typing import Any

from obswebsocket import events
from obswebsocket.base_classes import Baseevents, Baserequests

from livedesk.services.obs.failures import LinkError, LinkLostError, NoAnswerError, ObsError
from livedesk.services.obs.loop import Loop, Timer
from livedesk.services.obs.wire import Op, Wire

log = logging.getLogger(__name__)

REQUEST_S = 2.0
NOT_READY = 207
"""OBS's own code for a request that it cannot take while it loads or switches its scene collection."""

Answer = Mapping[str, Any]


class Subscription(IntFlag):
    """The groups of events that OBS sends on request. METERS is frequent: only while levels are shown."""

    NONE = 0
    GENERAL = 1 << 0
    CONFIG = 1 << 1
    SCENES = 1 << 2
    INPUTS = 1 << 3
    TRANSITIONS = 1 << 4
    OUTPUTS = 1 << 6
    SCENE_ITEMS = 1 << 7
    UI = 1 << 10
    METERS = 1 << 16


class Execution(IntEnum):
    """How OBS runs a batch: one after the other at once, or one in each frame. A request that touches OBS's
    window (a scene switch) must never be in a SERIAL_FRAME batch: OBS can freeze for good."""

    SERIAL_REALTIME = 0
    SERIAL_FRAME = 1


@dataclass(frozen=True, slots=True)
class Event:
    """An event of OBS (the library's object) and when it was received (monotonic seconds)."""

    message: Baseevents
    at: float

    @property
    def name(self) -> str:
        """The event's type."""
        return str(self.message.name)

    @property
    def data(self) -> Answer:
        """The event's fields."""
        fields: Answer = self.message.datain
        return fields


@dataclass(frozen=True, slots=True)
class _Open:
    """A request without an answer yet."""

    future: Future[Any]
    timer: Timer
    request: Baserequests | None


class ObsClient:
    """A live connection over an identified wire. ``on_event`` and ``on_lost`` are called on the loop,
    ``on_ask`` in the asking thread for each request before it leaves.

    Whatever ends the connection goes through one exit: every open request fails at once with LinkLostError, and
    ``on_lost`` is called exactly once (also after ``close``).
    """

    def __init__(
        self,
        wire: Wire,
        loop: Loop,
        *,
        on_event: Callable[[Event], object],
        on_lost: Callable[[str], object],
        on_ask: Callable[[Baserequests], object] = lambda request: None,
    ) -> None:
        self._wire = wire
        self._loop = loop
        self._on_event = on_event
        self._on_lost = on_lost
        self._on_ask = on_ask
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._open: dict[str, _Open] = {}
        self._identified: list[Future[None]] = []
        self._lost = False
        self._resting = False
        self._thread = threading.Thread(target=self._receive, name="obs-receive", daemon=True)
        self._thread.start()

    def rest(self, on: bool) -> None:
        """While OBS is between two scene collections nothing that touches a scene may reach it: OBS 29 can crash of a
        question in that moment (measured). It is refused here with NOT_READY, as later versions of OBS do themselves;
        what is ``vital`` is asked all the same."""
        self._resting = on

    def ask(self, request: Baserequests, seconds: float = REQUEST_S, *, vital: bool = False) -> Future[Answer]:
        """Send a request; the future gives OBS's data, or fails with ObsError, LinkLostError, or NoAnswerError
        after ``seconds``. What is not JSON raises TypeError or ValueError, and nothing is sent."""
        if self._resting and not vital:
            return _not_ready()
        self._on_ask(request)
        number = str(next(self._ids))
        body = {"requestId": number, "requestType": request.name, "requestData": request.data()}
        return self._send(number, Op.REQUEST, body, request, seconds)

    def ask_batch(
        self,
        batch: Sequence[Baserequests],
        *,
        execution: Execution = Execution.SERIAL_REALTIME,
        halt: bool = True,
        seconds: float = REQUEST_S,
        vital: bool = False,
    ) -> Future[list[Answer | ObsError]]:
        """Send requests that OBS runs as one batch; the future gives an outcome for each that ran (``halt``:
        none after the first failure). A batch is not a transaction: there is no roll-back."""
        if self._resting and not vital:
            return _not_ready()
        for request in batch:
            self._on_ask(request)
        number = str(next(self._ids))
        body = {
            "requestId": number,
            "haltOnFailure": halt,
            "executionType": int(execution),
            "requests": [{"requestType": request.name, "requestData": request.data()} for request in batch],
        }
        return self._send(number, Op.REQUEST_BATCH, body, None, seconds)

    def call(self, request: Baserequests, seconds: float = REQUEST_S) -> Answer:
        """Ask and wait. Refused (RuntimeError) on the loop and on the receiving thread, which must never wait."""
        if self._loop.is_current or threading.current_thread() is self._thread:
            raise RuntimeError("a waiting call would block the thread that brings its answer")
        return self.ask(request, seconds).result()

    def subscribe(self, subscriptions: int) -> Future[None]:
        """Choose the events anew (Reidentify); the future is done when OBS has agreed."""
        future: Future[None] = Future()
        with self._lock:
            lost = self._lost
            if not lost:
                self._identified.append(future)
        if lost:
            future.set_exception(LinkLostError("closed"))
            return future
        try:
            self._wire.send(Op.REIDENTIFY, {"eventSubscriptions": int(subscriptions)})
        except LinkLostError as error:
            self._leave(str(error))
        return future

    def close(self) -> None:
        """End the connection at once, from any thread, whether OBS answers or not. Waits at most a second for
        the receiving thread, and on the loop not at all."""
        self._leave("closed")
        if not self._loop.is_current and threading.current_thread() is not self._thread:
            self._thread.join(1.0)

    def _send(
        self, number: str, op: Op, body: Answer, request: Baserequests | None, seconds: float
    ) -> Future[Any]:
        future: Future[Any] = Future()
        timer = self._loop.later(seconds, lambda: self._expire(number))
        with self._lock:
            lost = self._lost
            if not lost:
                self._open[number] = _Open(future, timer, request)
        if lost:
            timer.cancel()
            future.set_exception(LinkLostError("closed"))
            return future
        try:
            self._wire.send(op, body)
        except LinkLostError as error:
            self._leave(str(error))
        except Exception:
            # It never left: nobody waits for its answer.
            self._take(number)
            timer.cancel()
            raise
        return future

    def _take(self, number: str) -> _Open | None:
        with self._lock:
            return self._open.pop(number, None)

    def _expire(self, number: str) -> None:
        waiting = self._take(number)
        if waiting is not None:
            waiting.future.set_exception(NoAnswerError(number))

    def _receive(self) -> None:
        reason = "closed"
        try:
            while True:
                op, body = self._wire.receive()
                self._handle(op, body)
        except LinkLostError as error:
            reason = str(error)
        except LinkError as error:
            reason = type(error).__name__
        except Exception as error:  # noqa: BLE001 - the one exit: whatever it was, the connection is over
            log.warning("OBS sent what is not its protocol: %s", type(error).__name__)
            reason = f"{type(error).__name__}: {error}"
        finally:
            self._leave(reason)
            self._wire.release()

    def _handle(self, op: int, body: Answer) -> None:
        if op == Op.EVENT:
            message = getattr(events, str(body["eventType"]))()
            message.input(body.get("eventData") or {})
            event = Event(message, monotonic())
            self._loop.post(lambda: self._on_event(event))
        elif op in (Op.REQUEST_RESPONSE, Op.REQUEST_BATCH_RESPONSE):
            waiting = self._take(str(body["requestId"]))
            if waiting is not None:
                waiting.timer.cancel()
                self._answer(waiting, op, body)
        elif op == Op.IDENTIFIED:
            with self._lock:
                future = self._identified.pop(0) if self._identified else None
            if future is not None:
                future.set_result(None)

    def _answer(self, waiting: _Open, op: int, body: Answer) -> None:
        try:
            outcome: Any = (
                [_outcome(item) for item in body["results"]] if op != Op.REQUEST_RESPONSE else _outcome(body)
            )
        except Exception as error:
            waiting.future.set_exception(LinkLostError(f"a broken answer: {error}"))
            raise
        if waiting.request is not None:
            waiting.request.input(body.get("responseData") or {}, not isinstance(outcome, ObsError))
        if isinstance(outcome, ObsError):
            waiting.future.set_exception(outcome)
        else:
            waiting.future.set_result(outcome)

    def _leave(self, reason: str) -> None:
        with self._lock:
            if self._lost:
                return
            self._lost = True
            waiting = list(self._open.values())
            self._open.clear()
            identified, self._identified = self._identified, []
        self._wire.shut()
        for item in waiting:
            item.timer.cancel()
            item.future.set_exception(LinkLostError(reason))
        for future in identified:
            future.set_exception(LinkLostError(reason))
        self._loop.post(lambda: self._on_lost(reason))


def _not_ready() -> Future[Any]:
    refused: Future[Any] = Future()
    refused.set_exception(ObsError(NOT_READY, "between two scene collections"))
    return refused


def _outcome(body: Answer) -> Answer | ObsError:
    status = body["requestStatus"]
    if status["result"]:
        answer: Answer = body.get("responseData") or {}
        return answer
    return ObsError(int(status["code"]), str(status.get("comment", "")))
