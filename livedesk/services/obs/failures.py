"""What can go wrong between livedesk and OBS. Stays inside the service: outcomes leave it as commands."""

from __future__ import annotations


class LinkError(Exception):
    """Base of the failures of the OBS link."""


class ObsError(LinkError):
    """OBS refused a request: its code (600: no such source or scene …) and its comment."""

    def __init__(self, code: int, comment: str) -> None:
        super().__init__(f"{code} {comment}".strip())
        self.code = code
        self.comment = comment


class NoAnswerError(LinkError):
    """OBS did not answer a request in its time. The request may still run there."""


class LinkLostError(LinkError):
    """The connection ended while a request was open, or before it was sent."""


class UnreachableError(LinkError):
    """Nothing listens at the address, or it went away before it was through Identify."""


class ForeignError(UnreachableError):
    """Something answers at the address, and it is not obs-websocket: another program has the port."""


class SilentError(LinkError):
    """The port is open, but nobody got us through Identify in time: OBS hangs, or something that is not OBS waits."""


class PasswordRefusedError(LinkError):
    """OBS closed with 4009: the password is wrong. Trying again would not help."""


# Somebody has the port: OBS is not waiting in its crash dialog, which keeps it closed.
ANSWERED = (ForeignError, SilentError, PasswordRefusedError)
