"""The light of the output: by which way the show goes out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bare_desk import Desk
from window_room import obs_status, on_air_snapshot

from livedesk.domain.events_desk import OutputState
from livedesk.domain.outputs import Output, Outputs
from livedesk.domain.status import LinkState
from livedesk.ui.widgets.light import Mark
from livedesk.ui.window import MainWindow

S = OutputState


def _running(desk: Desk, ms: int = 1_512_000, state: OutputState = S.STARTED) -> Output:
    return Output(state, True, 0, desk.clock.wall_ms - ms)


def _light(window: MainWindow) -> tuple[Mark, str]:
    window.ticker.tick()
    light = window.top_bar.lights["output"]
    return light.dot.mark, light.text


def test_the_show_goes_out_by_stream_or_by_the_virtual_camera(window: MainWindow, desk: Desk) -> None:
    window.resize(1920, 1080)
    desk.publish(on_air_snapshot(desk))
    ran = _running(desk)
    desk.publish(obs_status(outputs=Outputs(stream=ran)))
    assert _light(window) == (Mark.AIR, "Stream 0:25:12")
    desk.publish(obs_status(outputs=Outputs(virtual_camera=ran)))
    assert _light(window) == (Mark.AIR, "Virtual camera 0:25:12")
    desk.publish(obs_status(outputs=Outputs(stream=ran, virtual_camera=ran)))
    assert _light(window) == (Mark.AIR, "Stream + camera 0:25:12")
    assert "Recording: off" in window.top_bar.lights["output"].toolTip()


def test_on_air_neither_is_a_fault_and_a_recording_is_neither(window: MainWindow, desk: Desk) -> None:
    desk.publish(obs_status(outputs=Outputs(record=_running(desk))))
    assert _light(window) == (Mark.OK, "Recording 0:25:12")
    snapshot = on_air_snapshot(desk)
    desk.publish(snapshot)
    assert _light(window) == (Mark.FAULT, "Nothing goes out")
    desk.publish(obs_status(outputs=Outputs(stream=_running(desk, state=S.RECONNECTING))))
    assert _light(window) == (Mark.FAULT, "Stream reconnecting …")
    desk.publish(obs_status(link=LinkState.LOST))
    assert _light(window) == (Mark.FAULT, "Stream unknown")


@pytest.mark.parametrize(
    ("code", "other", "text"),
    [("obs.stream_off", "virtual_camera", "Stream is off"), ("obs.camera_off", "stream", "Camera is off")],
)
def test_a_way_that_ended_by_itself_is_not_hidden_by_the_other(
    window: MainWindow, desk: Desk, code: str, other: str, text: str
) -> None:
    snapshot = on_air_snapshot(desk)
    run = replace(snapshot.state.run, faults={code: ()})
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run)))
    desk.publish(obs_status(outputs=replace(Outputs(), **{other: _running(desk)})))
    assert _light(window) == (Mark.FAULT, text)
