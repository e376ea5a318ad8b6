"""Writes the card between takes: a new card on air within one frame, the countdown, and what off-air inputs lack.

One write is at OBS at a time: OBS runs batches side by side, and an older text must never come after a newer one.
What is to be said meanwhile is remembered by the banks, which know one text for each slot, the newest; what of it the
inputs lack is written when OBS has answered. What OBS refused is written again with the next text, or a second later.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from obswebsocket.base_classes import Baserequests

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.services.obs.banks import Banks
from livedesk.services.obs.client import Answer, Execution, ObsClient
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.loop import Loop, Timer, Work

WRITE_S = 1.0
"""A take waits no longer for a write."""
LATE_S = 5.0
"""An OBS that hangs for so long has lost the link before: this answer does not come any more."""
AGAIN_S = 1.0
_COUNTDOWN = frozenset({CardSlot.COUNTDOWN})


class CardWriter:
    """Runs on the loop; ``free`` is called when another piece of work can go on."""

    def __init__(self, loop: Loop, banks: Banks, free: Work) -> None:
        self._loop = loop
        self._banks = banks
        self._free = free
        self._client: ObsClient | None = None
        self._open: Future[Any] | None = None
        self._late = False
        self._owed: frozenset[CardSlot] = frozenset()
        self._rest: Timer | None = None

    def connect(self, client: ObsClient | None) -> None:
        """Write through this connection from now on (None: the link is gone)."""
        self._client = client
        self._open, self._late = None, False
        # The rest of the card is said anew by the takes.
        self._owed = _COUNTDOWN
        self._rested()
        self._banks.forget()

    @property
    def busy(self) -> bool:
        """Whether a write is at OBS that a take has to wait for."""
        return self._open is not None and not self._late

    @property
    def at_work(self) -> bool:
        """Whether a write is at OBS, though a take may not wait for it any more."""
        return self._open is not None

    @property
    def owes(self) -> bool:
        """Whether something is left to say that can be said now."""
        return bool(self._owed) and self._client is not None and self._open is None and self._rest is None

    def card(self, card: CardTexts) -> None:
        """Change texts in the scene on air, in one step: within one frame, whichever inputs there are. Also says what
        is owed."""
        self._banks.want(card)
        self._owed |= {slot for slot, _ in card.texts}
        if self._open is None:
            owed, self._owed = self._owed, frozenset()
            execution = Execution.SERIAL_REALTIME if owed == _COUNTDOWN else Execution.SERIAL_FRAME
            self._write(self._banks.changed(owed), execution)

    def outrun(self) -> None:
        """A take goes to OBS that did not wait for the write there: a panic."""
        self._late = self._open is not None

    def catch_up(self) -> None:
        """Write what the inputs off air are behind with."""
        if self._open is None and self._rest is None:
            self._write(self._banks.behind(), Execution.SERIAL_REALTIME)

    def _write(self, batch: Sequence[Baserequests], execution: Execution) -> None:
        if self._client is None or not batch:
            return
        self._rested()
        written = self._open = self._client.ask_batch(batch, execution=execution, halt=False, seconds=LATE_S)
        overdue = self._loop.later(WRITE_S, lambda: self._overdue(written))

        def done(told: Future[list[Answer | ObsError]]) -> None:
            overdue.cancel()
            self._written(told, batch)

        self._loop.when_done(written, done)

    def _overdue(self, written: Future[Any]) -> None:
        """It stays the one write at OBS, which may run it yet; takes do not wait for it any more."""
        if written is self._open:
            self._late = True
            self._free()

    def _written(self, done: Future[list[Answer | ObsError]], batch: Sequence[Baserequests]) -> None:
        if done is not self._open:
            return
        late, self._open, self._late = self._late, None, False
        outcomes = done.result() if done.exception() is None else [ObsError(0, "")] * len(batch)
        refused = [each for each, told in zip(batch, outcomes, strict=False) if isinstance(told, ObsError)]
        # A late one may have come after the texts of a take that did not wait for it.
        self._owed |= self._banks.failed(batch if late else refused)
        if refused:
            self._rest = self._loop.later(AGAIN_S, self._rested_enough)
        self._free()

    def _rested(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    def _rested_enough(self) -> None:
        self._rest = None
        self._free()
