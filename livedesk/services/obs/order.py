"""OBS hands its events to several threads for sending: two of one instant may come in the wrong order."""

from __future__ import annotations

from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.services.obs import output_state
from livedesk.services.obs.client import Event

ONE_INSTANT_S = 0.02
"""Events that come this close to each other may have been sent in the other order."""
_BEFORE = {OutputState.STARTED: OutputState.STARTING, OutputState.STOPPED: OutputState.STOPPING}


class Order:
    """Remembers when each output was told to have started or stopped."""

    def __init__(self) -> None:
        self._arrived: dict[OutputKind, tuple[OutputState, float]] = {}

    def overtaken(self, event: Event) -> bool:
        """Whether the event says that an output is on its way to where it was told to be an instant ago."""
        told = output_state.told_state(event)
        if told is None:
            return False
        kind, state, _ = told
        if state in _BEFORE:
            self._arrived[kind] = _BEFORE[state], event.at
            return False
        way, at = self._arrived.pop(kind, (None, 0.0))
        return state is way and event.at - at < ONE_INSTANT_S
