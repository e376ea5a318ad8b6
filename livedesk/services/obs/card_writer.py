"""Writes the card between takes: a new card on air within one frame, the countdown, and what off-air inputs lack.

One write is at OBS at a time: OBS runs batches side by side, and an older text must never come after a newer one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from obswebsocket.base_classes import Baserequests

from livedesk.domain.card import CardTexts
from livedesk.services.obs.banks import Banks
from livedesk.services.obs.client import Answer, Execution, ObsClient
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.loop import Loop

WRITE_S = 1.0


class CardWriter:
    """Runs on the loop; ``free`` is called when a write is answered and another piece of work can go on."""

    def __init__(self, loop: Loop, banks: Banks, free: Callable[[], object]) -> None:
        self._loop = loop
        self._banks = banks
        self._free = free
        self._client: ObsClient | None = None
        self._open: Future[Any] | None = None
        self._next = CardTexts()

    def connect(self, client: ObsClient | None) -> None:
        """Write through this connection from now on (None: the link is gone)."""
        self._client = client
        self._open = None
        self._next = CardTexts()
        self._banks.forget()

    @property
    def busy(self) -> bool:
        """Whether a write is at OBS."""
        return self._open is not None

    def card(self, card: CardTexts) -> None:
        """Change texts in the scene on air, in one step: within one frame, whichever inputs there are."""
        if self._open is not None:
            self._next = self._next.then(card)
        else:
            self._write(self._banks.changed(card), Execution.SERIAL_FRAME)

    def countdown(self, text: str) -> None:
        """Change the countdown on air, if it changed; while another write is at OBS the next second will do."""
        if self._open is None:
            self._write(self._banks.countdown(text), Execution.SERIAL_REALTIME)

    def catch_up(self) -> None:
        """Write what the inputs off air are behind with."""
        if self._open is None:
            self._write(self._banks.behind(), Execution.SERIAL_REALTIME)

    def _write(self, batch: Sequence[Baserequests], execution: Execution) -> None:
        if self._client is None or not batch:
            return
        written = self._open = self._client.ask_batch(batch, execution=execution, halt=False, seconds=WRITE_S)
        self._loop.when_done(written, self._written)

    def _written(self, done: Future[list[Answer | ObsError]]) -> None:
        if done is not self._open:
            return
        self._open = None
        if done.exception() is not None or any(isinstance(each, ObsError) for each in done.result()):
            self._banks.failed()
            self._next = CardTexts()
        waiting, self._next = self._next, CardTexts()
        if waiting.texts:
            self.card(waiting)
        else:
            self._free()
