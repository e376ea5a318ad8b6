"""Keeps the link to OBS up: tries, waits longer each time, and stops trying where trying can't help."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from time import monotonic

from livedesk.services.obs.failures import LinkError, PasswordRefusedError

log = logging.getLogger(__name__)

FIRST_WAIT_S = 0.25
LONGEST_WAIT_S = 5.0
# A link that lived shorter than this does not count as a success: one that drops right after Identify would
# otherwise be tried hundreds of times a second.
PROVEN_S = 5.0


class Backoff:
    """0.25, 0.5, 1, 2, 4, 5, 5 … seconds, each ±20 % so that several desks don't knock together."""

    def __init__(self, chance: Callable[[], float] = random.random) -> None:
        self._chance = chance
        self._wait = FIRST_WAIT_S

    def reset(self) -> None:
        """Start from the shortest wait again."""
        self._wait = FIRST_WAIT_S

    def next(self) -> float:
        """The seconds to wait now."""
        wait = self._wait
        self._wait = min(self._wait * 2, LONGEST_WAIT_S)
        return wait * (0.8 + 0.4 * self._chance())


class Supervisor:
    """A thread that holds one link up.

    ``hold`` connects, and returns when that link has ended; it raises an LinkError where it can't connect.
    ``on_failure`` gets each failure. After PasswordRefusedError nothing is tried until ``retry``.
    """

    def __init__(self, hold: Callable[[], object], on_failure: Callable[[LinkError], object]) -> None:
        self._hold = hold
        self._on_failure = on_failure
        self._wake = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="obs-supervisor", daemon=True)

    def start(self) -> None:
        """Begin to try."""
        self._thread.start()

    @property
    def stopped(self) -> bool:
        """Whether it was told to stop; ``hold`` asks before it keeps what it has just connected."""
        return self._stopped.is_set()

    def retry(self) -> None:
        """Try now, also after a refused password."""
        self._wake.set()

    def stop(self) -> None:
        """Stop trying; a wait ends at once. The holder of the link ends it itself. Waits at most one second."""
        self._stopped.set()
        self._wake.set()
        if threading.current_thread() is not self._thread and self._thread.is_alive():
            self._thread.join(1.0)

    def _run(self) -> None:
        backoff = Backoff()
        while not self.stopped:
            began = monotonic()
            wait: float | None = None
            try:
                self._hold()
            except PasswordRefusedError as failure:
                self._on_failure(failure)
            except LinkError as failure:
                self._on_failure(failure)
                wait = backoff.next()
            except Exception as error:
                log.exception("Connecting to OBS failed in an unexpected way")
                self._on_failure(LinkError(type(error).__name__))
                wait = backoff.next()
            else:
                if monotonic() - began > PROVEN_S:
                    backoff.reset()
                wait = backoff.next()
            if self._wake.wait(wait):
                self._wake.clear()
                backoff.reset()
