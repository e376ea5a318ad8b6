"""Commands that come before the desk is open."""

from __future__ import annotations

from livedesk.app.held import HELD_AT_MOST_MS, HeldCommands
from livedesk.domain.commands import Command, Go, Panic, ToggleHold
from livedesk.services.session.clock import SimulatedClock
from livedesk.services.session.snapshot import Refused


def test_they_wait_in_order_and_not_too_long() -> None:
    clock = SimulatedClock(0)
    sent: list[Command] = []
    said: list[object] = []
    held = HeldCommands(clock, sent.append, said.append)
    held.dispatch(Go())
    clock.advance_to(HELD_AT_MOST_MS)
    held.dispatch(ToggleHold())
    held.dispatch(Panic())
    assert sent == []
    clock.advance_to(HELD_AT_MOST_MS + 1)
    held.release()
    assert sent == [ToggleHold(), Panic()]
    (refused,) = said
    assert isinstance(refused, Refused)
    assert (refused.command, refused.error.code) == (Go(), "services.loading")
    held.dispatch(Go())
    assert sent[2:] == [Go()]
