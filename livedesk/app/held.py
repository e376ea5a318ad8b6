"""Commands that a person gives while the desk still opens: the window takes keys before its show can."""

from __future__ import annotations

import threading
from collections.abc import Callable

from livedesk.domain.commands import Command
from livedesk.domain.errors import UserError
from livedesk.domain.ports import Clock
from livedesk.services.session.snapshot import Refused

HELD_AT_MOST_MS = 2_000


class HeldCommands:
    """Holds commands until :meth:`release`, then hands them on in order, and from then on at once. What a person
    asked for too long ago is refused instead: a scene must not switch when nobody expects it any more."""

    def __init__(
        self, clock: Clock, dispatch: Callable[[Command], object], publish: Callable[[object], None]
    ) -> None:
        self._clock = clock
        self._dispatch = dispatch
        self._publish = publish
        self._lock = threading.Lock()
        self._holding = True
        self._held: list[tuple[int, Command]] = []

    def dispatch(self, command: Command) -> None:
        """Hand a command on, now or when the desk is open. Any thread; returns at once."""
        with self._lock:
            if self._holding:
                self._held.append((self._clock.now().mono_ms, command))
            else:
                self._dispatch(command)

    def release(self) -> None:
        """The desk is open, with a show or without one."""
        with self._lock:
            self._holding = False
            now = self._clock.now().mono_ms
            for at_ms, command in self._held:
                if now - at_ms <= HELD_AT_MOST_MS:
                    self._dispatch(command)
                else:
                    self._publish(Refused(command, UserError("services.loading")))
            self._held.clear()
