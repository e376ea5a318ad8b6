"""One thread that runs everything of the OBS service in order: posted work, answers, events and timers.

Work never blocks it and an exception in a piece of work never ends it.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from time import monotonic
from typing import TypeVar

log = logging.getLogger(__name__)

Work = Callable[[], object]
T = TypeVar("T")


def guarded(callback: Callable[[T], object]) -> Callable[[T], None]:
    """A callback of others, whose exceptions are logged and do not tear ours in the middle."""

    def call(told: T) -> None:
        try:
            callback(told)
        except Exception:
            log.exception("A callback given to the OBS service failed")

    return call


class Timer:
    """A planned piece of work that can be called off."""

    __slots__ = ("cancelled", "work")

    def __init__(self, work: Work) -> None:
        self.work = work
        self.cancelled = False

    def cancel(self) -> None:
        """Call it off; harmless when it has run already."""
        self.cancelled = True


class Loop:
    """The dispatcher's thread. ``post`` and ``later`` may be called from any thread; ``after`` is called after
    each piece of work."""

    def __init__(self, name: str, after: Work = lambda: None) -> None:
        self._after = after
        self._wake = threading.Condition()
        self._ready: deque[Work] = deque()
        self._timers: list[tuple[float, int, Timer]] = []
        self._order = itertools.count()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    @property
    def is_current(self) -> bool:
        """Whether the caller runs on this loop."""
        return threading.current_thread() is self._thread

    def post(self, work: Work, *, first: bool = False) -> None:
        """Run ``work`` after what is queued, or before it (``first``)."""
        with self._wake:
            if first:
                self._ready.appendleft(work)
            else:
                self._ready.append(work)
            self._wake.notify()

    def later(self, delay_s: float, work: Work) -> Timer:
        """Run ``work`` after ``delay_s`` seconds of the monotonic clock."""
        timer = Timer(work)
        with self._wake:
            heapq.heappush(self._timers, (monotonic() + delay_s, next(self._order), timer))
            self._wake.notify()
        return timer

    def when_done(self, future: Future[T], work: Callable[[Future[T]], object]) -> None:
        """Run ``work`` on this loop when ``future`` has its outcome."""
        future.add_done_callback(lambda done: self.post(lambda: work(done)))

    def stop(self) -> None:
        """End the thread after what is queued; waits at most one second, and never for itself."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if not self.is_current and self._thread.is_alive():
            self._thread.join(1.0)

    def _next(self) -> Work | None:
        """The next piece of work, or None when the loop is to end."""
        with self._wake:
            while True:
                if self._ready:
                    return self._ready.popleft()
                if self._stopping:
                    return None
                wait: float | None = None
                if self._timers:
                    due, _, timer = self._timers[0]
                    wait = due - monotonic()
                    if timer.cancelled or wait <= 0:
                        heapq.heappop(self._timers)
                        if timer.cancelled:
                            continue
                        return timer.work
                self._wake.wait(wait)

    def _run(self) -> None:
        while (work := self._next()) is not None:
            for step in (work, self._after):
                try:
                    step()
                except Exception:
                    log.exception("A callback of the OBS service failed")
