"""A clock for tests."""

from livedesk.domain.clock import Now


class HandClock:
    """A clock that stands until a test moves it."""

    def __init__(self, wall_ms: int, mono_ms: int = 1_000_000) -> None:
        self.wall_ms = wall_ms
        self.mono_ms = mono_ms

    def now(self) -> Now:
        """Where the hands are."""
        return Now(self.wall_ms, self.mono_ms, "boot")

    def advance(self, ms: int) -> None:
        """Move both clocks."""
        self.wall_ms += ms
        self.mono_ms += ms
