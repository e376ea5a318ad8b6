"""What OBS tells of its outputs, read into :class:`livedesk.domain.outputs.Outputs`."""

from __future__ import annotations

from dataclasses import replace

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.outputs import Output, Outputs, changed, counted
from livedesk.services.obs.client import Answer, Event
from livedesk.services.obs.failures import ObsError

EVENTS = {
    "StreamStateChanged": OutputKind.STREAM,
    "RecordStateChanged": OutputKind.RECORD,
    "ReplayBufferStateChanged": OutputKind.REPLAY,
    "VirtualcamStateChanged": OutputKind.VIRTUAL_CAMERA,
}
_STATES = frozenset(state.value for state in OutputState)
_PREFIX = "OBS_WEBSOCKET_OUTPUT_"


def status_batch() -> list[Baserequests]:
    """The requests whose answers :func:`load` expects, in the order of :class:`OutputKind`."""
    return [
        requests.GetStreamStatus(),
        requests.GetRecordStatus(),
        requests.GetReplayBufferStatus(),
        requests.GetVirtualCamStatus(),
    ]


def load(before: Outputs, answers: list[Answer | ObsError], wall_ms: int) -> Outputs:
    """The outputs by the answers to :func:`status_batch`. One that OBS refuses to speak of is not set up there."""
    after = before
    for kind, answer in zip(OutputKind, answers, strict=True):
        after = after.put(kind, _loaded(before.of(kind), answer, wall_ms))
    return after


def _loaded(before: Output, answer: Answer | ObsError, wall_ms: int) -> Output:
    if isinstance(answer, ObsError):
        return Output(set_up=False, trouble=before.trouble, file=before.file)
    if not answer.get("outputActive"):
        # On its way up OBS calls it inactive, too: the event that comes next decides.
        state = before.state if before.moves else OutputState.STOPPED
        return Output(state, trouble=before.trouble, file=before.file)
    if answer.get("outputPaused"):
        state = OutputState.PAUSED
    elif answer.get("outputReconnecting"):
        state = OutputState.RECONNECTING
    else:
        state = before.state if before.runs and before.state is not OutputState.PAUSED else OutputState.STARTED
    if "outputDuration" in answer:
        lasted, since = int(answer["outputDuration"]), wall_ms
    else:
        lasted, since = (before.lasted_ms, before.counted_ms or wall_ms) if before.runs else (0, wall_ms)
    return Output(state, True, lasted, None if state is OutputState.PAUSED else since, before.trouble, before.file)


def recount(before: Outputs, stream: Answer, record: Answer, wall_ms: int) -> Outputs:
    """The outputs with OBS's own count of the stream's and the recording's time."""
    after = before
    for kind, answer in ((OutputKind.STREAM, stream), (OutputKind.RECORD, record)):
        if answer.get("outputActive") and "outputDuration" in answer:
            known = after.of(kind)
            fresh = counted(known, int(answer["outputDuration"]), wall_ms)
            if fresh is not known:
                after = after.put(kind, fresh)
    return after


def follow(before: Outputs, event: Event, wall_ms: int) -> Outputs:
    """The outputs after an event; an event of anything else changes nothing."""
    data = event.data
    if event.name == "ReplayBufferSaved":
        return replace(before, replay=replace(before.replay, file=str(data["savedReplayPath"])))
    told = told_state(event)
    if told is None:
        return before
    kind, state, path = told
    return before.put(kind, changed(before.of(kind), state, wall_ms, path))


def told_state(event: Event) -> tuple[OutputKind, OutputState, str] | None:
    """The output, its state and the file that it has written, None for another event."""
    kind = EVENTS.get(event.name)
    word = str(event.data.get("outputState", "")).removeprefix(_PREFIX).lower()
    if kind is None or word not in _STATES:
        return None
    return kind, OutputState(word), str(event.data.get("outputPath") or "")
