"""By which way the show goes out, and when its end is a fault; the disk's hours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from livedesk.domain.commands import ClearFault, Command, ShowFault
from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.outputs import Output, Outputs
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.services.obs.health import HealthMeter
from livedesk.services.obs.lamps import Lamps
from livedesk.services.obs.ways_out import WaysOut

RUNS, OFF = Output(OutputState.STARTED), Output()
STREAM, CAMERA, BOTH, NONE = (
    Outputs(stream=RUNS),
    Outputs(virtual_camera=RUNS),
    Outputs(RUNS, OFF, OFF, RUNS),
    Outputs(),
)


class Room:
    """What is shown of the ways out."""

    def __init__(self) -> None:
        self.told: list[Command] = []
        self.ways = WaysOut(Lamps(self.told.append))

    def see(self, *steps: Outputs | LinkState) -> list[str]:
        """Look at states of OBS one after the other; the faults that are shown then."""
        for step in steps:
            status = ObsStatus(step) if isinstance(step, LinkState) else ObsStatus(LinkState.READY, outputs=step)
            self.ways.look(status)
        return self.shown

    @property
    def shown(self) -> list[str]:
        found: dict[str, None] = {}
        for command in self.told:
            if isinstance(command, ShowFault):
                found[command.code] = None
            elif isinstance(command, ClearFault):
                found.pop(command.code)
        return list(found)


@pytest.mark.parametrize(("before", "code"), [(STREAM, "obs.stream_off"), (CAMERA, "obs.camera_off")])
def test_a_way_that_ends_on_air_is_a_fault_until_it_runs_or_the_show_is_over(before: Outputs, code: str) -> None:
    room = Room()
    room.ways.on_air(True)
    assert room.see(before, NONE) == [code]
    assert room.see(before) == []
    assert room.see(NONE) == [code]
    room.ways.on_air(False)
    assert room.shown == []
    assert room.see(before, NONE) == [], "off air it is nobody's fault"


def test_a_way_that_never_ran_is_not_missed_and_one_of_two_is() -> None:
    room = Room()
    room.ways.on_air(True)
    assert room.see(NONE, CAMERA, BOTH) == []
    assert room.see(CAMERA) == ["obs.stream_off"]


def test_what_the_desk_stopped_is_no_fault() -> None:
    room = Room()
    room.ways.on_air(True)
    room.see(STREAM)
    room.ways.asked(OutputKind.STREAM, False)
    assert room.see(NONE) == []
    assert room.see(STREAM, NONE) == ["obs.stream_off"], "the next time nobody stopped it"
    room.ways.asked(OutputKind.STREAM, False)
    assert room.shown == []


def test_what_ran_when_the_link_was_lost_is_missed_when_obs_is_back() -> None:
    room = Room()
    room.see(CAMERA, LinkState.LOST)
    assert room.ways.running == {OutputKind.VIRTUAL_CAMERA}, "the loss is told more gravely"
    assert room.see(NONE) == ["obs.camera_off"]
    assert room.see(CAMERA) == []
    room.see(LinkState.LOST)
    room.ways.forget()
    assert room.see(NONE) == [], "another OBS"


def test_a_stream_that_looks_for_its_server_is_told_as_such() -> None:
    room = Room()
    room.ways.on_air(True)
    lost = replace(RUNS, state=OutputState.RECONNECTING)
    assert room.see(STREAM, Outputs(stream=lost)) == ["obs.reconnecting"]
    assert room.see(STREAM) == []
    assert room.see(Outputs(stream=lost), NONE) == ["obs.stream_off"]


def test_the_disk_lasts_as_long_as_the_recording_of_the_last_minute_would_fill_it() -> None:
    meter = HealthMeter()
    stats = {
        "activeFps": 30.0, "availableDiskSpace": 3_600.0, "renderTotalFrames": 0, "renderSkippedFrames": 0,
        "outputTotalFrames": 0, "outputSkippedFrames": 0,
    }  # fmt: skip

    def left(second: int, written_mb: float, **more: object) -> int | None:
        record = {"outputActive": True, "outputBytes": int(written_mb * 1024 * 1024), **more}
        return meter.update(stats, {}, record, float(second)).disk_left_ms

    assert [left(second, second * 1.0) for second in range(5)] == [None] * 5, "too little to tell"
    assert left(5, 5.0) == 3_600_000
    assert left(6, 6.0, outputPaused=True) is None
    assert left(7, 6.0) is None
    assert left(13, 18.0) == 1_800_000
    assert left(14, 0.5) is None, "another file"
    assert left(15, 0.5, outputActive=False) is None
