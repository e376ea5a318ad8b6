"""One guard against keys and buttons that bounce: the same asked for again at once was meant once.

A worn key, or a nervous hand, presses twice within a few milliseconds. :class:`livedesk.ui.actions.Actions` asks the
guard before each action of the desk, whatever triggered it (a key, a button, the palette, an id from afar); lists and
banners that act without an action ask it themselves. Panic is never guarded.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

BOUNCE_MS = 300
"""The same act within this time of the last one is a bounce: nobody reads what is next in so short a time."""
STEP_BOUNCE_MS = 60
"""For a small step, which a hand means to repeat quickly (30 s more, 2 dB louder): a bounce is shorter than a tap."""


class Bounces:
    """Remembers what was asked for last, and when, by monotonic time."""

    def __init__(self) -> None:
        self._asked: dict[str, tuple[str, QElapsedTimer]] = {}

    def again(self, what: str, within_ms: int = BOUNCE_MS, *, among: str = "") -> bool:
        """Whether ``what`` was asked for less than ``within_ms`` ago; where it was not, it is now. ``among`` names
        things of which each undoes the other (scenes, rows): another one in between begins anew."""
        before = self._asked.get(among or what)
        if before is not None and before[0] == what and not before[1].hasExpired(within_ms):
            return True
        since = QElapsedTimer()
        since.start()
        self._asked[among or what] = (what, since)
        return False
