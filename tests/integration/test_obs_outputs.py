"""The outputs and the sound of a real OBS: started, stopped, failed, heard and silent."""

from __future__ import annotations

import math
import socket
import struct
import wave
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest

from livedesk.domain.commands import (
    RaiseAlert,
    ReportMute,
    ReportOutput,
    ReportRefused,
    ReportReplay,
    ReportVolume,
    ShowFault,
)
from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.health import Figure, HealthRule
from livedesk.domain.outputs import NO_LINK, NO_START
from livedesk.domain.sound import FLOOR_DB, SoundLevels, SoundWatch
from livedesk.services.obs.service import ObsService
from tests.integration.desk import Desk
from tests.integration.obs import PROFILE, SCENES, Director, Display, RealObs, free_port

pytestmark = pytest.mark.obs

# An encoder in software takes its time on a busy machine.
PATIENCE_S = 20
MIC, QUIET = "麦克风", "二号麦"
# A recorder of its own (another quality than the stream's) can be paused; five seconds are kept for a replay.
_OUTPUTS = "[SimpleOutput]\nFilePath={folder}\nRecQuality=Small\nRecRB=true\nRecRBTime=5\n"


def _tone(path: Path, share: float) -> str:
    """Two seconds of a tone (0: silence), to be looped."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        waves = (int(share * 32_767 * math.sin(2 * math.pi * 440 * n / 48_000)) for n in range(96_000))
        file.writeframes(b"".join(struct.pack("<h", value) for value in waves))
    return str(path)


@pytest.fixture(scope="module")
def studio(display: Display, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealObs]:
    """An OBS with two microphones in its first scene: one that speaks, one that does not."""
    home = tmp_path_factory.mktemp("studio")
    real = RealObs(home / "obs", display, PROFILE + _OUTPUTS.format(folder=home))
    real.start()
    with Director(real) as director:
        for name, share in ((MIC, 0.5), (QUIET, 0.0)):
            settings = {"local_file": _tone(home / f"{share}.wav", share), "looping": True}
            director.do(
                "CreateInput",
                sceneName=SCENES[0],
                inputName=name,
                inputKind="ffmpeg_source",
                inputSettings=settings,
            )
    yield real
    real.kill()


@pytest.fixture
def room(studio: RealObs, desk: Desk) -> ObsService:
    studio.settle()
    return desk.ready(studio)


def _states(service: ObsService, desk: Desk, kind: OutputKind) -> list[OutputState]:
    told = [status.outputs.of(kind).state for _, status in desk.statuses]
    return [state for at, state in enumerate(told) if at == 0 or told[at - 1] is not state]


def test_a_stream_to_nowhere_is_told_as_failed(room: ObsService, desk: Desk) -> None:
    room.switch_output(OutputKind.STREAM, True)
    desk.until(lambda: room.status.outputs.stream.trouble == NO_START, 3, "the failure is told")
    assert room.status.outputs.stream.state is OutputState.STOPPED
    assert OutputState.STARTED not in _states(room, desk, OutputKind.STREAM)
    assert [alert.code for alert in desk.all(RaiseAlert)] == ["obs.no_start_stream"]
    assert desk.faults() == []


def test_a_recording_counts_without_its_pause_and_names_its_file(
    room: ObsService, desk: Desk, studio: RealObs
) -> None:
    def record() -> tuple[OutputState, int | None]:
        known = room.status.outputs.record
        return known.state, known.lasted_ms if known.counted_ms is None else None

    room.switch_output(OutputKind.RECORD, True)
    desk.until(lambda: room.status.outputs.record.runs, 5, "it records")
    with Director(studio) as director:
        desk.until(lambda: director.do("GetRecordStatus")["outputDuration"] > 1_000, 5, "a second is recorded")
        director.do("PauseRecord")
        desk.until(lambda: room.status.outputs.record.state is OutputState.PAUSED, 3, "the pause is told")
        # OBS 29 can hang in a pause that is over before it has quite begun.
        began = monotonic()
        desk.until(lambda: monotonic() - began > 1.5 and record()[1] is not None, 5, "a pause with a length")
        stood = director.do("GetRecordStatus")["outputDuration"]
        assert abs((record()[1] or 0) - stood) <= 500, "it stands where OBS stands"
        director.do("ResumeRecord")
        desk.until(lambda: room.status.outputs.record.state is OutputState.RESUMED, 3, "it goes on")
    room.switch_output(OutputKind.RECORD, False)
    desk.until(lambda: room.status.outputs.record.state is OutputState.STOPPED, PATIENCE_S, "its end")
    assert Path(room.status.outputs.record.file).stat().st_size > 0


def test_a_disk_that_a_recording_fills_is_a_fault_while_it_records(studio: RealObs, desk: Desk) -> None:
    rule = HealthRule("obs.health_disk_hours", Figure.DISK_HOURS, 1e9, 1e9, below=True, for_ms=0, clear_ms=0)
    service = desk.connect(studio, rules=[rule])
    desk.until(lambda: service.status.health is not None, 5, "figures")
    assert service.status.health is not None
    assert service.status.health.disk_left_ms is None
    assert service.status.health.memory_mb > 0
    service.switch_output(OutputKind.RECORD, True)
    desk.until(lambda: desk.faults() == ["obs.health_disk_hours"], PATIENCE_S, "the disk is told")
    assert service.status.health.disk_left_ms
    assert service.status.health.poor == ("disk_hours",)
    service.switch_output(OutputKind.RECORD, False)
    desk.until(lambda: desk.faults() == [] and service.status.health.poor == (), PATIENCE_S, "it is over")
    desk.until(lambda: service.status.outputs.record.state is OutputState.STOPPED, PATIENCE_S, "its end")


def test_a_replay_is_kept_and_named(room: ObsService, desk: Desk) -> None:
    room.switch_output(OutputKind.REPLAY, True)
    desk.until(lambda: room.status.outputs.replay.runs, 5, "the buffer runs")
    asked = [monotonic()]

    def kept() -> bool:
        # A buffer without a whole piece in it keeps nothing, and says nothing.
        if monotonic() - asked[0] > 1:
            asked[0] = monotonic()
            room.save_replay()
        return bool(desk.all(ReportReplay))

    desk.until(kept, PATIENCE_S, "the replay is kept")
    assert room.status.outputs.replay.file == desk.all(ReportReplay)[-1].path
    assert Path(room.status.outputs.replay.file).exists()
    room.switch_output(OutputKind.REPLAY, False)
    desk.until(lambda: room.status.outputs.replay.state is OutputState.STOPPED, PATIENCE_S, "the buffer stops")


def test_a_camera_that_obs_does_not_have_is_told_with_obs_s_words(room: ObsService, desk: Desk) -> None:
    if room.status.outputs.virtual_camera.set_up:
        pytest.skip("a machine with a virtual camera cannot show what a missing one does")
    room.switch_output(OutputKind.VIRTUAL_CAMERA, True)
    desk.until(lambda: bool(desk.all(RaiseAlert)), 3, "the refusal is told")
    alert = desk.all(RaiseAlert)[-1]
    assert alert.code == "obs.no_start_virtual_camera"
    assert "604" in dict(alert.params)["reason"]
    assert "604" in room.status.outputs.virtual_camera.trouble
    (refusal,) = desk.all(ReportRefused)
    assert (refusal.output, refusal.on, refusal.detail[:3]) == (OutputKind.VIRTUAL_CAMERA, True, "604")
    assert desk.all(ReportOutput) == [], "OBS has told nothing"


def test_what_obs_refuses_is_no_word_of_how_an_output_stands(room: ObsService, desk: Desk) -> None:
    room.switch_output(OutputKind.RECORD, False)
    room.save_replay()
    desk.until(lambda: len(desk.all(ReportRefused)) == 2, 3, "both are refused")
    asked = [(refusal.output, refusal.on, refusal.detail[:3]) for refusal in desk.all(ReportRefused)]
    assert asked == [(OutputKind.RECORD, False, "501"), (OutputKind.REPLAY, None, "501")]
    assert desk.all(ReportOutput) == []
    assert desk.all(RaiseAlert) == []


def test_without_a_link_nothing_is_told_of_an_output(desk: Desk) -> None:
    service = desk.serve(free_port())
    service.switch_output(OutputKind.STREAM, False)
    service.switch_output(OutputKind.STREAM, True)
    service.save_replay()
    desk.until(lambda: len(desk.all(ReportRefused)) == 3, 3, "all are refused")
    assert desk.all(ReportRefused) == [
        ReportRefused(OutputKind.STREAM, False, NO_LINK),
        ReportRefused(OutputKind.STREAM, True, NO_LINK),
        ReportRefused(OutputKind.REPLAY, None, NO_LINK),
    ]
    assert desk.all(ReportOutput) == []


def test_a_stream_that_ends_on_air_is_a_fault_unless_the_desk_ended_it(
    room: ObsService, desk: Desk, studio: RealObs
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as audience, Director(studio) as director:
        audience.bind(("127.0.0.1", 0))
        director.stream_to(audience.getsockname()[1])
        room.on_air(True)
        desk.until(lambda: room.status.outputs.stream.runs, 5, "it streams")
        desk.until(lambda: bool(room.status.health and room.status.health.kbps > 0), 6, "a bitrate")
        director.do("StopStream")
        desk.until(lambda: desk.faults() == ["obs.stream_off"], 5, "its end is a fault")
        room.switch_output(OutputKind.STREAM, True)
        desk.until(lambda: room.status.outputs.stream.runs and desk.faults() == [], 5, "it streams again")
        room.switch_output(OutputKind.STREAM, False)
        desk.until(lambda: room.status.outputs.stream.state is OutputState.STOPPED, 5, "the desk ended it")
        assert desk.faults() == []


def test_levels_come_while_they_are_shown_and_volume_and_mute_are_obs_s_own(room: ObsService, desk: Desk) -> None:
    desk.until(lambda: {item.name for item in room.status.sounds} == {MIC, QUIET}, 3, "the inputs with sound")
    assert desk.levels == []
    room.sound.show(True)
    desk.until(lambda: len(desk.levels) >= 5, 3, "levels")
    assert desk.levels[-1].peaks[MIC] == pytest.approx(-6.0, abs=0.5)
    assert desk.levels[-1].peaks[QUIET] == FLOOR_DB
    times = [told.at_ms for told in desk.levels]
    assert min(after - before for before, after in pairwise(times)) >= 100

    for volume in range(-2, -21, -2):
        room.sound.volume(MIC, float(volume))
    desk.until(lambda: _peak(desk) < -24, 3, "the volume is heard")
    desk.until(lambda: bool(desk.all(ReportVolume)), 3, "the volume has come to rest")
    assert next(item for item in room.status.sounds if item.name == MIC).volume_db == pytest.approx(-20.0, abs=0.1)
    room.mute(MIC, True)
    desk.until(lambda: _peak(desk) == FLOOR_DB, 3, "the mute is heard")
    assert desk.all(ReportMute) == [ReportMute(MIC, True)]
    (rested,) = desk.all(ReportVolume)
    assert (rested.input, rested.volume_db) == (MIC, pytest.approx(-20.0, abs=0.1))
    assert next(item for item in room.status.sounds if item.name == MIC).muted
    room.sound.mute(MIC, False)
    room.sound.volume(MIC, 0.0)
    desk.until(lambda: _peak(desk) > -7, 3, "it is back")
    room.sound.show(False)
    desk.until(lambda: monotonic() * 1_000 - desk.levels[-1].at_ms > 500, 3, "no more levels")


def _peak(desk: Desk) -> float:
    told: SoundLevels = desk.levels[-1]
    return told.peaks.get(MIC, FLOOR_DB)


def test_a_chosen_microphone_is_missed_on_air_only(room: ObsService, desk: Desk, studio: RealObs) -> None:
    desk.until(lambda: len(room.status.sounds) == 2, 3, "the inputs with sound")
    room.sound.watch(SoundWatch((MIC, QUIET), -50.0, 1))
    room.on_air(True)
    desk.until(lambda: desk.faults() == ["obs.silent"], 4, "the silent one is told")
    assert dict(desk.all(ShowFault)[-1].params)["input"] == QUIET
    room.sound.mute(MIC, True)
    desk.until(lambda: set(desk.faults()) == {"obs.silent", "obs.muted"}, 2, "the muted one is told apart")
    room.sound.mute(MIC, False)
    desk.until(lambda: desk.faults() == ["obs.silent"], 2, "its mute is off")
    with Director(studio) as director:
        director.do("SetInputName", inputName=QUIET, newInputName="三号麦")
        desk.until(
            lambda: desk.watches == [SoundWatch((MIC, "三号麦"), -50.0, 1)], 2, "the watch follows the name"
        )
        director.do("SetInputName", inputName="三号麦", newInputName=QUIET)
        desk.until(lambda: len(desk.watches) == 2, 2, "and back")
    room.on_air(False)
    desk.until(lambda: desk.faults() == [], 2, "off air nothing is missed")
