"""The outputs of OBS: started and stopped on request, told by OBS's own events alone.

OBS answers a start with "done" before anything has happened (a stream with no server at all does so, and stops
50 ms later): only its STARTED event says that an output runs.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.commands import (
    Command,
    RaiseAlert,
    ReportMute,
    ReportOutput,
    ReportRefused,
    ReportRenamed,
    ReportReplay,
)
from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.outputs import NO_LINK
from livedesk.services.obs import output_state
from livedesk.services.obs.client import Answer, Event, ObsClient
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.ways_out import WaysOut

_RUNS_ALREADY = 500
NOT_STARTED = "obs.no_start_"
"""The code of the alert that an output did not start, before its kind."""


def _request(output: OutputKind, on: bool) -> Baserequests:
    match output:
        case OutputKind.STREAM:
            return requests.StartStream() if on else requests.StopStream()
        case OutputKind.RECORD:
            return requests.StartRecord() if on else requests.StopRecord()
        case OutputKind.REPLAY:
            return requests.StartReplayBuffer() if on else requests.StopReplayBuffer()
        case OutputKind.VIRTUAL_CAMERA:
            return requests.StartVirtualCam() if on else requests.StopVirtualCam()


class Outputs:
    """Runs on the loop; ``post`` brings what OBS says to the session."""

    def __init__(self, loop: Loop, mirror: Mirror, ways: WaysOut, post: Callable[[Command], object]) -> None:
        self._loop = loop
        self._mirror = mirror
        self._ways = ways
        self._post = post
        self._client: ObsClient | None = None

    def connect(self, client: ObsClient | None) -> None:
        """The link is up (None: gone)."""
        self._client = client

    def switch(self, output: OutputKind, on: bool) -> None:
        """Ask for a start or a stop. Refused, or without a link, that is told with OBS's code and comment, and nothing
        of how the output stands; a start that was refused is an alert as well."""
        self._ways.asked(output, on)
        if self._client is None:
            self._post(ReportRefused(output, on, NO_LINK))
            return

        def answered(done: Future[Answer]) -> None:
            error = done.exception()
            if isinstance(error, ObsError):
                self._post(ReportRefused(output, on, str(error)))
                if on and error.code != _RUNS_ALREADY:
                    self._mirror.refused(output, str(error))
                    self._post(RaiseAlert(f"{NOT_STARTED}{output}", (("reason", str(error)),)))

        self._loop.when_done(self._client.ask(_request(output, on)), answered)

    def save_replay(self) -> None:
        """Keep the last seconds; the file is told by OBS's event. Refused, or without a link, that is told."""
        if self._client is None:
            self._post(ReportRefused(OutputKind.REPLAY, None, NO_LINK))
            return

        def answered(done: Future[Answer]) -> None:
            error = done.exception()
            if isinstance(error, ObsError):
                self._post(ReportRefused(OutputKind.REPLAY, None, str(error)))

        self._loop.when_done(self._client.ask(requests.SaveReplayBuffer()), answered)

    def follow(self, event: Event) -> None:
        """Tell what OBS says of its outputs, microphones and scenes' names. The mirror hears of it after this."""
        data = event.data
        match event.name:
            case name if name in output_state.EVENTS:
                told = output_state.told_state(event)
                if told is not None:
                    output, state, path = told
                    self._post(ReportOutput(output, state, path))
                    before = self._mirror.status.outputs.of(output).state
                    if before is OutputState.STARTING and state is OutputState.STOPPED:
                        self._post(RaiseAlert(f"{NOT_STARTED}{output}"))
            case "ReplayBufferSaved":
                self._post(ReportReplay(str(data["savedReplayPath"])))
            case "InputMuteStateChanged":
                self._post(ReportMute(str(data["inputName"]), bool(data["inputMuted"])))
            case "SceneNameChanged":
                self._post(ReportRenamed(str(data["oldSceneName"]), str(data["sceneName"])))
