"""The faults that the service shows, each posted once when it comes and once when it goes."""

from __future__ import annotations

from collections.abc import Callable

from livedesk.domain.commands import ClearFault, Command, ShowFault

ABSENT = "obs.absent"
LOST = "obs.lost"
HUNG = "obs.hung"
REFUSED = "obs.refused"
CRASH_DIALOG = "obs.crash_dialog"
STUCK = "obs.stuck"
STREAM_OFF = "obs.stream_off"
# Of these, one at a time says why there is no link.
_LINK = (ABSENT, LOST, HUNG, REFUSED, CRASH_DIALOG)


class Lamps:
    """What is shown now."""

    def __init__(self, post: Callable[[Command], object]) -> None:
        self._post = post
        self._shown: set[str] = set()

    def show(self, code: str, **params: str) -> None:
        """Show a fault; shown already, nothing happens."""
        if code not in self._shown:
            self._shown.add(code)
            self._post(ShowFault(code, tuple(params.items())))

    def clear(self, code: str) -> None:
        """A fault is over."""
        if code in self._shown:
            self._shown.discard(code)
            self._post(ClearFault(code))

    def link(self, code: str | None, **params: str) -> None:
        """Show why there is no link, in place of an earlier reason; None: the link is up."""
        for other in _LINK:
            if other != code:
                self.clear(other)
        if code is not None:
            self.show(code, **params)
