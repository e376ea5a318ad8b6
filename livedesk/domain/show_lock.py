"""The lock of the desk: on air nothing is edited by accident.

It closes by itself when a show goes on air, opens by hand for a while, and closes again when nothing was edited for two
minutes. What runs the show (GO, hold, time, jumps, plans, panic, ticks, messages) is never locked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from livedesk.domain.clock import MINUTE

OPEN_MS = 2 * MINUTE


@dataclass(frozen=True, slots=True)
class ShowLock:
    """``opened_ms`` is when it was opened by hand or used last (monotonic ms; None: it was not)."""

    on_air: bool = False
    opened_ms: int | None = None

    def locked(self, now_ms: int) -> bool:
        """Whether edits are refused at this moment."""
        return self.on_air and self.left_ms(now_ms) == 0

    def left_ms(self, now_ms: int) -> int:
        """How long it stays open without an edit; 0 where it is closed or there is nothing to close."""
        if not self.on_air or self.opened_ms is None:
            return 0
        return max(0, OPEN_MS - (now_ms - self.opened_ms))

    def aired(self, on_air: bool) -> ShowLock:
        """The show goes on air (the lock closes) or off air."""
        return self if on_air is self.on_air else ShowLock(on_air)

    def toggled(self, now_ms: int) -> ShowLock:
        """Opened, or closed at once. Off air there is nothing to do."""
        if not self.on_air:
            return self
        return replace(self, opened_ms=now_ms if self.locked(now_ms) else None)

    def used(self, now_ms: int) -> ShowLock:
        """An edit was made: it stays open from now on."""
        return replace(self, opened_ms=now_ms) if self.left_ms(now_ms) else self
