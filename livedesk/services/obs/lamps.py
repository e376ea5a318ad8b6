"""The faults that the service shows, each posted once when it comes and once when it goes."""

from __future__ import annotations

from collections.abc import Callable

from livedesk.domain.commands import ClearFault, Command, ShowFault
from livedesk.domain.status import LinkState
from livedesk.services.obs.failures import ForeignError, LinkError, PasswordRefusedError, SilentError

ABSENT = "obs.absent"
LOST = "obs.lost"
HUNG = "obs.hung"
PORT_SILENT = "obs.port_silent"
PORT_TAKEN = "obs.port_taken"
REFUSED = "obs.refused"
CRASH_DIALOG = "obs.crash_dialog"
STUCK = "obs.stuck"
STREAM_OFF = "obs.stream_off"
CAMERA_OFF = "obs.camera_off"
RECONNECTING = "obs.reconnecting"
SILENT = "obs.silent"
MUTED = "obs.muted"
# Of these, one at a time says why there is no link.
NO_LINK = (ABSENT, LOST, HUNG, PORT_SILENT, PORT_TAKEN, REFUSED, CRASH_DIALOG)


def no_link(failure: LinkError, *, closed: bool, was_ready: bool, streaming: bool) -> tuple[LinkState, str]:
    """How the link stands after a failure, and the fault that says so. ``closed``: OBS waits in its crash dialog;
    ``was_ready``: it was linked before; ``streaming``: the show went out of it then, which matters more than who has
    its port now."""
    if isinstance(failure, PasswordRefusedError):
        return LinkState.REFUSED, REFUSED
    if isinstance(failure, SilentError):
        return LinkState.HUNG, HUNG if was_ready else PORT_SILENT
    if isinstance(failure, ForeignError) and not streaming:
        return LinkState.LOST if was_ready else LinkState.ABSENT, PORT_TAKEN
    if closed:
        return LinkState.LOST, CRASH_DIALOG
    return (LinkState.LOST, LOST) if was_ready else (LinkState.ABSENT, ABSENT)


class Lamps:
    """What is shown now."""

    def __init__(self, post: Callable[[Command], object]) -> None:
        self._post = post
        self._shown: dict[str, tuple[tuple[str, str], ...]] = {}

    def show(self, code: str, **params: str) -> None:
        """Show a fault; shown already with the same facts, nothing happens."""
        facts = tuple(params.items())
        if self._shown.get(code) != facts:
            self._shown[code] = facts
            self._post(ShowFault(code, facts))

    def put(self, code: str, on: bool) -> None:
        """Show a fault or clear it."""
        if on:
            self.show(code)
        else:
            self.clear(code)

    def clear(self, code: str) -> None:
        """A fault is over."""
        if code in self._shown:
            del self._shown[code]
            self._post(ClearFault(code))

    def link(self, code: str | None, **params: str) -> None:
        """Show why there is no link, in place of an earlier reason; None: the link is up."""
        for other in NO_LINK:
            if other != code:
                self.clear(other)
        if code is not None:
            self.show(code, **params)
