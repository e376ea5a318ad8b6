"""Notices that the window stands still, and writes into the log what its thread was doing meanwhile.

The show goes on without the window: its thread is another. What a frozen window leaves behind is the line in the
program that held it.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from dataclasses import dataclass, field
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

log = logging.getLogger("livedesk.watchdog")
BEAT_MS = 250
STILL_S = 1.0
"""A window that has not come round for this long stands still: a person has noticed by then."""


@dataclass
class _Pulse:
    """What both threads share: when the window came round last (monotonic seconds), and whether it is over."""

    beaten: float
    ended: threading.Event = field(default_factory=threading.Event)


class Watchdog(QObject):
    """Made in the GUI thread, where its timer beats; a thread of its own looks on. It ends with its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pulse = _Pulse(monotonic())
        timer = QTimer(self)
        timer.setInterval(BEAT_MS)
        timer.timeout.connect(self._beat)
        timer.start()
        self.destroyed.connect(self._pulse.ended.set)
        # The thread holds the pulse alone: who watches is not kept alive by it.
        watch = threading.Thread(
            target=_watch, args=(self._pulse, threading.get_ident()), name="watchdog", daemon=True
        )
        watch.start()

    @Slot()
    def _beat(self) -> None:
        self._pulse.beaten = monotonic()


def _watch(pulse: _Pulse, watched: int) -> None:
    """Log each standstill once, with the stack of the watched thread, and its length when it is over."""
    since: float | None = None
    while not pulse.ended.wait(BEAT_MS / 1_000):
        beaten = pulse.beaten
        if since is None and monotonic() - beaten > STILL_S:
            since = beaten
            log.warning("the window stands still, held by:\n%s", "".join(_stack(watched).format()))
        elif since is not None and beaten > since:
            log.warning("the window stood still for %.1f s", beaten - since)
            since = None


def _stack(thread: int) -> traceback.StackSummary:
    """Where a thread stands. Its frames are let go before any line is read from a file: what they hold (a painter) must
    not outlive them, least of all in this thread."""
    frame = sys._current_frames().get(thread)
    walked = traceback.walk_stack(frame) if frame is not None else ()
    stack = traceback.StackSummary.extract(walked, lookup_lines=False)
    stack.reverse()
    return stack
