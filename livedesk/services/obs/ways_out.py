"""How the show reaches its viewers, and the faults of it: a way that ran is off.

Many rooms feed the platform's companion program through the virtual camera, and OBS itself streams nothing. Which way
is the room's is told by what runs: a way that ran on air, or when the link was lost, and runs no more is a fault,
unless somebody at the desk stopped it. It is over when that way runs again, or the show is.
"""

from __future__ import annotations

from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.outputs import WAYS_OUT, Outputs
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.services.obs import lamps
from livedesk.services.obs.lamps import Lamps

_OFF = {OutputKind.STREAM: lamps.STREAM_OFF, OutputKind.VIRTUAL_CAMERA: lamps.CAMERA_OFF}


def _running(outputs: Outputs) -> frozenset[OutputKind]:
    return frozenset(kind for kind in WAYS_OUT if outputs.of(kind).runs)


class WaysOut:
    """Runs on the loop. ``running`` are the ways that ran when OBS was last seen."""

    def __init__(self, shown: Lamps) -> None:
        self._lamps = shown
        self.running: frozenset[OutputKind] = frozenset()
        self._owed: frozenset[OutputKind] = frozenset()
        self._stopped: frozenset[OutputKind] = frozenset()
        self._on_air = False
        self._seen = False

    def look(self, status: ObsStatus) -> None:
        """Look at OBS's newest state."""
        if status.link is not LinkState.READY:
            self._seen = False
            return
        now = _running(status.outputs)
        if self._on_air or not self._seen:
            self._owed |= self.running - now - self._stopped
        self._seen, self.running = True, now
        self._stopped -= now
        self._owed -= now
        self._tell()
        self._lamps.put(lamps.RECONNECTING, status.outputs.stream.state is OutputState.RECONNECTING)

    def on_air(self, on: bool) -> None:
        """The show went on air, or off: then nothing has to run any more."""
        if self._on_air and not on:
            self._owed = frozenset()
            self._tell()
        self._on_air = on

    def asked(self, output: OutputKind, on: bool) -> None:
        """Somebody at the desk asked for this output, or for its end, which is no fault then."""
        if on:
            self._stopped -= {output}
        else:
            self._stopped |= {output}
            self._owed -= {output}
            self._tell()

    def forget(self) -> None:
        """Another OBS is looked for."""
        self.running = self._owed = self._stopped = frozenset()
        self._seen = False
        self._tell()
        self._lamps.clear(lamps.RECONNECTING)

    def _tell(self) -> None:
        for kind, code in _OFF.items():
            self._lamps.put(code, kind in self._owed)
