"""The parts of the OBS service that need no OBS: health, back-off, ghosts, the mirror, passwords, sentinels."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from time import monotonic

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from obswebsocket import events

from livedesk.domain.commands import ClearFault, Command, ShowFault
from livedesk.domain.effects import ObsTake
from livedesk.domain.events_desk import OutputState
from livedesk.domain.health import Figure, HealthRule
from livedesk.domain.outputs import Output
from livedesk.domain.rundown import TransitionKind
from livedesk.domain.status import ObsHealth
from livedesk.services.obs import password, sentinel
from livedesk.services.obs.client import Event
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.ghosts import ALIVE_S, Ghosts
from livedesk.services.obs.health import HealthGuard, HealthMeter
from livedesk.services.obs.lamps import ABSENT, LOST, STUCK, Lamps
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import UNKNOWN_TRANSITION_MS, Mirror
from livedesk.services.obs.supervisor import LONGEST_WAIT_S, Backoff
from livedesk.services.obs.transitions import Staged, stage_transition

SCENE_LIST = {
    "currentProgramSceneName": "甲",
    "currentPreviewSceneName": None,
    "scenes": [{"sceneIndex": 0, "sceneName": "乙"}, {"sceneIndex": 1, "sceneName": "甲"}],
}
TRANSITIONS = {
    "transitions": [
        {"transitionKind": "cut_transition", "transitionName": "直切"},
        {"transitionKind": "fade_transition", "transitionName": "淡入淡出"},
        {"transitionKind": "obs_stinger_transition", "transitionName": "片头"},
    ]
}


def _snapshot(**scene_list: object) -> list:
    return [
        {"obsVersion": "29.0.2"},
        SCENE_LIST | scene_list,
        {"studioModeEnabled": False},
        TRANSITIONS,
        {"transitionName": "淡入淡出", "transitionDuration": 300},
        {"inputs": [{"inputName": "直播价"}]},
        {"baseWidth": 1280, "baseHeight": 720, "fpsNumerator": 30000, "fpsDenominator": 1001},
        {"transitionCursor": 1.0},
        {"outputActive": True, "outputDuration": 5_000},
        {"outputActive": False},
        {"outputActive": False},
        ObsError(604, "VirtualCam is not available."),
    ]


def _mirror() -> Mirror:
    mirror = Mirror(lambda: 1_000_000)
    mirror.load(_snapshot(), with_program=True)
    return mirror


def _event(name: str, **data: object) -> Event:
    message = getattr(events, name)()
    message.input(data)
    return Event(message, 0.0)


def _stats(rendered: int, skipped: int, encoded: int = 0, late: int = 0) -> dict:
    return {
        "activeFps": 30.0,
        "availableDiskSpace": 1_000.0,
        "cpuUsage": 5.0,
        "renderTotalFrames": rendered,
        "renderSkippedFrames": skipped,
        "outputTotalFrames": encoded,
        "outputSkippedFrames": late,
    }


def _stream(sent: int, dropped: int, sent_bytes: int) -> dict:
    return {"outputTotalFrames": sent, "outputSkippedFrames": dropped, "outputBytes": sent_bytes}


def test_health_shares_are_over_the_last_ten_seconds() -> None:
    meter = HealthMeter()
    meter.target_fps = 30.0
    first = meter.update(_stats(0, 0), _stream(0, 0, 0), {}, 0.0)
    assert (first.render_skipped, first.encode_skipped, first.dropped, first.kbps) == (0, 0, 0, 0)
    ten = meter.update(_stats(300, 30, 300, 15), _stream(300, 3, 1_250_000), {}, 10.0)
    assert (ten.render_skipped, ten.encode_skipped, ten.dropped) == (0.1, 0.05, 0.01)
    assert (ten.kbps, ten.target_fps) == (1_000.0, 30.0)
    # After 40 s without a loss the early one has left the window.
    later = ten
    for second in range(11, 51):
        frames = second * 30
        later = meter.update(_stats(frames, 30, frames, 15), _stream(frames, 3, 0), {}, float(second))
    assert (later.render_skipped, later.encode_skipped, later.dropped) == (0, 0, 0)


def test_totals_that_start_again_give_no_negative_share() -> None:
    meter = HealthMeter()
    meter.update(_stats(9_000, 90), _stream(9_000, 90, 10**9), {}, 0.0)
    again = meter.update(_stats(30, 0), {}, {}, 1.0)
    assert (again.render_skipped, again.dropped, again.kbps) == (0, 0, 0)


@given(st.lists(st.tuples(*[st.integers(0, 10**6)] * 7), min_size=1, max_size=80))
def test_shares_stay_between_nothing_and_all(readings: list[tuple[int, ...]]) -> None:
    meter = HealthMeter()
    for second, (rendered, skipped, encoded, late, sent, dropped, size) in enumerate(readings):
        stats = _stats(rendered + skipped, skipped, encoded + late, late)
        health = meter.update(stats, _stream(sent + dropped, dropped, size), {}, float(second))
        for share in (health.render_skipped, health.encode_skipped, health.dropped):
            assert 0 <= share <= 1
        assert health.kbps >= 0


def test_a_fault_is_told_once_and_its_figure_goes_on() -> None:
    told: list[Command] = []
    rule = HealthRule("obs.health_disk", Figure.DISK_GB, 5, 6, below=True, for_ms=0, clear_ms=0)
    guard, meter = HealthGuard([rule], Lamps(told.append)), HealthMeter()

    def look(second: int, free_mb: float) -> ObsHealth:
        stats = {**_stats(second, 0), "availableDiskSpace": free_mb}
        return guard.look(meter.update(stats, {}, {}, float(second)), float(second))

    assert (look(1, 9_000).judged, look(1, 9_000).faults) == (("disk_gb",), {})
    assert dict(look(2, 4_096).faults["obs.health_disk"])["value"] == "4.0"
    assert dict(look(3, 205).faults["obs.health_disk"])["value"] == "0.2"
    assert [type(item) for item in told] == [ShowFault]
    assert look(4, 9_000).faults == {}
    assert [type(item) for item in told] == [ShowFault, ClearFault]


def test_a_fault_keeps_its_last_bad_figure_while_it_waits_to_be_over() -> None:
    rule = HealthRule("obs.health_disk", Figure.DISK_GB, 5, 6, below=True, for_ms=0, clear_ms=2_000)
    guard, meter = HealthGuard([rule], Lamps([].append)), HealthMeter()

    def look(second: int, free_gb: float) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
        stats = {**_stats(second, 0), "availableDiskSpace": free_gb * 1024}
        health = guard.look(meter.update(stats, {}, {}, float(second)), float(second))
        return dict(health.faults.get(rule.code, ())).get("value"), health.poor, health.mending

    assert look(1, 4) == ("4.0", ("disk_gb",), ())
    assert look(2, 9) == ("4.0", ("disk_gb",), ("disk_gb",))
    assert look(3, 2) == ("2.0", ("disk_gb",), ())
    assert look(4, 9) == ("2.0", ("disk_gb",), ("disk_gb",))
    assert look(5, 5.5) == ("5.5", ("disk_gb",), ())
    assert look(6, 9) == ("5.5", ("disk_gb",), ("disk_gb",))
    assert look(8, 9) == (None, (), ())


def test_waits_grow_to_five_seconds_and_start_again() -> None:
    backoff = Backoff(lambda: 0.5)
    assert [backoff.next() for _ in range(7)] == [0.25, 0.5, 1.0, 2.0, 4.0, 5.0, 5.0]
    backoff.reset()
    assert backoff.next() == 0.25
    assert Backoff(lambda: 0.0).next() == pytest.approx(0.2)
    assert Backoff(lambda: 1.0).next() == pytest.approx(0.3)
    assert LONGEST_WAIT_S == 5.0


def test_a_ghost_waits_as_long_as_obs_hangs_and_ages_once_it_lives() -> None:
    ghosts = Ghosts()
    ghosts.alive(0.0)
    ghosts.add(7, "甲", 1.0)
    assert ghosts.claim("乙", 500.0) is None
    ghosts.alive(600.0)
    ghosts.alive(600.0 + ALIVE_S)
    found = ghosts.claim("甲", 600.0 + ALIVE_S)
    assert found is not None
    assert found.take == 7
    assert ghosts.claim("甲", 601.0) is None
    ghosts.add(8, "甲", 601.0)
    ghosts.alive(700.0)
    assert ghosts.claim("甲", 700.1 + ALIVE_S) is None


def test_only_the_last_take_is_read_back() -> None:
    ghosts = Ghosts()
    ghosts.add(1, "甲", 0.0)
    ghosts.add(2, "乙", 1.0)
    assert ghosts.read_back("甲") is None
    found = ghosts.read_back("乙")
    assert found is not None
    assert found.take == 2
    assert ghosts.read_back("乙") is None


def test_a_snapshot_is_taken_over() -> None:
    mirror = _mirror()
    status = mirror.status
    assert (status.scenes, status.program, status.inputs) == (("甲", "乙"), "甲", ("直播价",))
    outputs = status.outputs
    assert [item.runs for item in (outputs.stream, outputs.record, outputs.replay)] == [True, False, False]
    assert outputs.stream.time(1_001_000) == 6_000
    assert (outputs.virtual_camera.set_up, outputs.replay.set_up) == (False, True)
    assert mirror.names == {TransitionKind.CUT: "直切", TransitionKind.FADE: "淡入淡出"}
    assert round(mirror.target_fps, 2) == 29.97
    lengths = [mirror.length_ms(name) for name in ("直切", "淡入淡出", "片头")]
    assert lengths == [0, 300, UNKNOWN_TRANSITION_MS]


def test_a_scenes_own_cut_takes_no_time_and_a_take_that_cuts_changes_nothing() -> None:
    mirror = _mirror()
    cut, fade = ObsTake(1, "乙"), ObsTake(1, "乙", TransitionKind.FADE, 500)
    # OBS tells a length with whatever transition, also with a cut.
    assert mirror.override("乙", {"transitionName": "直切", "transitionDuration": 300})
    assert mirror.overrides == {"乙": ("直切", 0)}
    assert stage_transition(mirror, cut, "乙") == Staged()
    assert stage_transition(mirror, fade, "乙").own == ("淡入淡出", 500)
    assert not mirror.override("乙", {"transitionName": "直切", "transitionDuration": None})
    assert mirror.override("乙", {"transitionName": "淡入淡出", "transitionDuration": 500})
    assert stage_transition(mirror, fade, "乙") == Staged()
    assert stage_transition(mirror, cut, "乙").own == ("直切", 0)
    assert mirror.override("乙", {"transitionName": "片头"})
    assert mirror.overrides == {"乙": ("片头", UNKNOWN_TRANSITION_MS)}
    assert not mirror.override("乙", ObsError(600, "No source was found."))
    assert mirror.override("乙", {"transitionName": None})
    assert mirror.overrides == {}


def test_a_later_snapshot_does_not_run_ahead_of_the_scene_event() -> None:
    mirror = _mirror()
    mirror.load(_snapshot(currentProgramSceneName="乙"), with_program=False)
    assert mirror.status.program == "甲"
    mirror.load(_snapshot(currentProgramSceneName="乙"), with_program=True)
    assert mirror.status.program == "乙"
    # OBS may still name a scene that was removed while on air.
    mirror.load(_snapshot(currentProgramSceneName="没有了"), with_program=True)
    assert mirror.status.program == "乙"


def test_events_keep_the_mirror_up_to_date() -> None:
    mirror = _mirror()
    assert not mirror.follow(_event("SceneNameChanged", oldSceneName="甲", sceneName="丙"))
    assert (mirror.status.scenes, mirror.status.program) == (("丙", "乙"), "丙")
    assert mirror.follow(_event("SceneCreated", sceneName="丁"))
    mirror.follow(_event("StreamStateChanged", outputActive=False, outputState="OBS_WEBSOCKET_OUTPUT_STOPPING"))
    assert not mirror.status.outputs.stream.runs
    mirror.follow(_event("StreamStateChanged", outputActive=False, outputState="OBS_WEBSOCKET_OUTPUT_STOPPED"))
    assert mirror.status.outputs.stream == Output()
    mirror.follow(_event("RecordStateChanged", outputActive=True, outputState="OBS_WEBSOCKET_OUTPUT_STARTED"))
    assert mirror.status.outputs.record == Output(OutputState.STARTED, counted_ms=1_000_000)
    mirror.follow(_event("CurrentSceneCollectionChanging", sceneCollectionName="x"))
    assert mirror.status.switching
    # While a collection goes, its scenes are removed one by one: one new snapshot at the end is enough.
    assert not mirror.follow(_event("SceneRemoved", sceneName="乙"))
    assert mirror.follow(_event("CurrentSceneCollectionChanged", sceneCollectionName="y"))


def test_faults_are_posted_once_and_replace_each_other() -> None:
    posted: list[Command] = []
    lamps = Lamps(posted.append)
    lamps.link(ABSENT, address="x")
    lamps.link(ABSENT, address="x")
    lamps.show(STUCK)
    lamps.link(LOST, address="x")
    lamps.link(None)
    lamps.link(None)
    address = (("address", "x"),)
    assert posted == [
        ShowFault(ABSENT, address),
        ShowFault(STUCK),
        ClearFault(ABSENT),
        ShowFault(LOST, address),
        ClearFault(LOST),
    ]


def test_the_loop_keeps_order_time_and_life() -> None:
    loop = Loop("test")
    done = threading.Event()
    ran: list[str] = []

    def boom() -> None:
        ran.append("boom")
        raise RuntimeError("boom")

    began = monotonic()
    loop.later(0.05, lambda: (ran.append(f"timer {monotonic() - began >= 0.05}"), done.set()))
    loop.later(0.02, lambda: ran.append("cancelled")).cancel()
    loop.post(boom)
    loop.post(lambda: ran.append("next"))
    loop.post(lambda: ran.append("first"), first=True)
    loop.start()
    assert done.wait(2)
    loop.post(loop.stop)  # never joins itself
    assert ran == ["first", "boom", "next", "timer True"]


class _Keyring(KeyringBackend):
    """A keyring in memory; ``block`` keeps it waiting as a prompt that nobody answers does."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.block = threading.Event()
        self.block.set()

    def get_password(self, service: str, username: str) -> str | None:
        self.block.wait()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> _Keyring:
    """The only keyring."""
    ring = _Keyring()
    monkeypatch.setattr(keyring, "get_password", ring.get_password)
    monkeypatch.setattr(keyring, "set_password", ring.set_password)
    monkeypatch.setattr(keyring, "delete_password", ring.delete_password)
    monkeypatch.delenv(password.ENVIRONMENT, raising=False)
    return ring


def test_the_password_is_looked_for_in_order(ring: _Keyring, monkeypatch: pytest.MonkeyPatch) -> None:
    assert password.find_password("") == ""
    monkeypatch.setenv(password.ENVIRONMENT, "from the environment")
    assert password.find_password("") == "from the environment"
    assert password.keep_password("from the keyring")
    assert password.find_password("") == "from the keyring"
    assert password.find_password("from settings") == "from settings"
    assert password.keep_password("")
    assert password.find_password("") == "from the environment"


def test_a_locked_keyring_does_not_hold_up_anything(ring: _Keyring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(password.ENVIRONMENT, "from the environment")
    monkeypatch.setattr(password, "KEYRING_S", 0.2)
    ring.block.clear()
    began = monotonic()
    assert password.find_password("") == "from the environment"
    assert not password.keep_password("new")
    assert monotonic() - began < 1
    ring.block.set()


def test_no_keyring_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """The null keyring of the tests keeps nothing, and that is said."""
    monkeypatch.setenv(password.ENVIRONMENT, "from the environment")
    assert not password.keep_password("new")
    assert password.find_password("") == "from the environment"


def test_an_unclean_run_is_told_by_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentinel, "running", lambda: True)
    assert not sentinel.crash_dialog(tmp_path)
    left = tmp_path / ".sentinel" / "run_1"
    left.parent.mkdir()
    left.touch()
    os.utime(left, (1_000, 1_000))
    # A run that is only starting has its file too.
    assert not sentinel.crash_dialog(tmp_path, now=1_005)
    assert sentinel.crash_dialog(tmp_path, now=1_020)
    monkeypatch.setattr(sentinel, "running", lambda: False)
    assert not sentinel.crash_dialog(tmp_path, now=1_020)


def test_running_processes_are_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "12").mkdir()
    (tmp_path / "12" / "comm").write_text("bash\n")
    assert not sentinel.running(tmp_path)
    (tmp_path / "13").mkdir()
    (tmp_path / "13" / "comm").write_text("obs\n")
    assert sentinel.running(tmp_path)
    assert sentinel.running(tmp_path / "none")
    assert sentinel.is_local("localhost")
    assert not sentinel.is_local("192.0.2.7")
