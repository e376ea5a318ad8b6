"""OBS's outputs as they are known, and how long each has run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from livedesk.domain.events_desk import OutputKind, OutputState

NO_LINK, NO_START = "no_link", "no_start"
"""Why an output does not run: there was no link to ask by; OBS began and gave up, for which it tells no reason (a
stream without a server does so)."""
WAYS_OUT = (OutputKind.STREAM, OutputKind.VIRTUAL_CAMERA)
"""How a show reaches its viewers: OBS's own stream, or its camera, which the platform's companion program streams. A
recording reaches nobody."""
_NEAR_MS = 500
"""An estimate of an output's time is as near as this to OBS's own count, which takes a moment to come."""


@dataclass(frozen=True, slots=True)
class Output:
    """One output. ``set_up`` is False where OBS says that it has none such (no replay buffer in its settings, no
    driver of the camera). It had run ``lasted_ms``, pauses left out, at ``counted_ms`` (epoch ms), and goes on counting
    from there (None: it stands still). ``trouble`` says why the last start was refused or failed, ``file`` is what it
    wrote last."""

    state: OutputState = OutputState.STOPPED
    set_up: bool = True
    lasted_ms: int = 0
    counted_ms: int | None = None
    trouble: str = ""
    file: str = ""

    @property
    def runs(self) -> bool:
        """Whether it is there."""
        return self.state.runs

    @property
    def reaches(self) -> bool:
        """Whether it goes out: a stream that lost its server is there, and reaches nobody."""
        return self.runs and self.state is not OutputState.RECONNECTING

    @property
    def moves(self) -> bool:
        """Whether it is on its way up or down."""
        return self.state in (OutputState.STARTING, OutputState.STOPPING)

    def time(self, wall_ms: int) -> int | None:
        """How long it has run at ``wall_ms``, pauses left out: in a recording, the place in its file. None where it
        does not run."""
        if not self.runs:
            return None
        return self.lasted_ms + (max(0, wall_ms - self.counted_ms) if self.counted_ms is not None else 0)


@dataclass(frozen=True, slots=True)
class Outputs:
    """All four."""

    stream: Output = Output()
    record: Output = Output()
    replay: Output = Output()
    virtual_camera: Output = Output()

    def of(self, kind: OutputKind) -> Output:
        """One of them."""
        match kind:
            case OutputKind.STREAM:
                return self.stream
            case OutputKind.RECORD:
                return self.record
            case OutputKind.REPLAY:
                return self.replay
            case OutputKind.VIRTUAL_CAMERA:
                return self.virtual_camera

    def put(self, kind: OutputKind, output: Output) -> Outputs:
        """The same with another one of this kind."""
        match kind:
            case OutputKind.STREAM:
                return replace(self, stream=output)
            case OutputKind.RECORD:
                return replace(self, record=output)
            case OutputKind.REPLAY:
                return replace(self, replay=output)
            case OutputKind.VIRTUAL_CAMERA:
                return replace(self, virtual_camera=output)

    @property
    def ways_out(self) -> frozenset[OutputKind]:
        """The ways by which the show reaches viewers now."""
        return frozenset(kind for kind in WAYS_OUT if self.of(kind).reaches)


def changed(before: Output, state: OutputState, wall_ms: int, path: str = "") -> Output:
    """The output after OBS told another state at ``wall_ms``; ``path`` is the file that it has written."""
    after = replace(before, state=state, set_up=True, file=path or before.file)
    match state:
        case OutputState.STARTING:
            return replace(after, lasted_ms=0, counted_ms=None, trouble="")
        case OutputState.STARTED:
            return replace(after, lasted_ms=0, counted_ms=wall_ms, trouble="")
        case OutputState.PAUSED:
            return replace(after, lasted_ms=before.time(wall_ms) or 0, counted_ms=None)
        case OutputState.RESUMED | OutputState.RECONNECTING | OutputState.RECONNECTED:
            # Of a pause that began before anybody looked there is nothing to go on counting from.
            return after if before.counted_ms is not None else replace(after, counted_ms=wall_ms)
        case OutputState.STOPPING | OutputState.STOPPED:
            failed = before.state is OutputState.STARTING
            return replace(after, lasted_ms=0, counted_ms=None, trouble=NO_START if failed else before.trouble)


def refused(before: Output, why: str) -> Output:
    """The output after a start of it was refused."""
    return replace(before, trouble=why)


def counted(before: Output, lasted_ms: int, wall_ms: int) -> Output:
    """The output with OBS's own count of its time; an estimate that is near enough stays."""
    if not before.runs or abs((before.time(wall_ms) or 0) - lasted_ms) < _NEAR_MS:
        return before
    return replace(before, lasted_ms=lasted_ms, counted_ms=None if before.counted_ms is None else wall_ms)
