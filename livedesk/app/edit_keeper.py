"""Keeps the edits that the desk has made already until the store has them, in order."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from livedesk.domain.edits import Edit
from livedesk.domain.errors import UserError
from livedesk.domain.ports import Shows

log = logging.getLogger(__name__)
AGAIN_S = 1.0
CLOSED = "store.closed"


@dataclass(frozen=True, slots=True)
class _Made:
    show_id: str
    edit: Edit
    base: int
    by: str
    at_ms: int


class Submits(Protocol):
    """What the keeper needs of the store's writer."""

    def submit(self, work: Callable[[], object]) -> Future[object]:
        """Queue work that writes; the future carries the result or the error."""
        ...


class EditKeeper:
    """``fault`` is told the code of what keeps an edit from the disk, and an empty text once all are kept."""

    def __init__(self, shows: Shows, writer: Submits, fault: Callable[[str], None]) -> None:
        self._shows = shows
        self._writer = writer
        self._fault = fault
        self._lock = threading.Condition()
        self._waiting: deque[_Made] = deque()
        self._busy = False

    @property
    def waiting(self) -> bool:
        """Whether an edit is not on disk yet."""
        return bool(self._waiting)

    def waits_for(self, show_id: str) -> bool:
        """Whether an edit of this show is not on disk yet."""
        with self._lock:
            return self._holds(show_id)

    def kept(self, show_id: str, timeout_s: float) -> bool:
        """Wait until every edit of this show is kept, but no longer than this; returns whether they are."""
        with self._lock:
            return self._lock.wait_for(lambda: not self._holds(show_id), timeout_s)

    def finish(self, timeout_s: float) -> int:
        """Wait until every edit is kept, but no longer than this; returns how many are not."""
        with self._lock:
            self._lock.wait_for(lambda: not self._waiting, timeout_s)
            return len(self._waiting)

    def keep(self, show_id: str, edit: Edit, *, base: int, by: str, at_ms: int) -> None:
        """Keep an edit behind those before it. Returns at once; what fails is tried again each second."""
        with self._lock:
            self._waiting.append(_Made(show_id, edit, base, by, at_ms))
        self._push()

    def _holds(self, show_id: str) -> bool:
        return any(made.show_id == show_id for made in self._waiting)

    def _push(self) -> None:
        with self._lock:
            if self._busy or not self._waiting:
                return
            self._busy = True
            made = self._waiting[0]
        kept = self._writer.submit(
            lambda: self._shows.edit(made.show_id, made.edit, base=made.base, by=made.by, at_ms=made.at_ms)
        )
        kept.add_done_callback(self._done)

    def _done(self, kept: Future[object]) -> None:
        error = kept.exception()
        with self._lock:
            self._busy = False
            if error is None:
                self._waiting.popleft()
            done = not self._waiting
            self._lock.notify_all()
        if error is None:
            if done:
                self._fault("")
            self._push()
            return
        code = error.code if isinstance(error, UserError) else type(error).__name__
        log.error("an edit could not be kept: %s", code)
        if code != CLOSED:
            self._fault(code)
            again = threading.Timer(AGAIN_S, self._push)
            again.daemon = True
            again.start()
