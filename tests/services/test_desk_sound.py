"""What the desk keeps of OBS's sound and figures, and tells its service of the show."""

from __future__ import annotations

import queue
import threading
from pathlib import Path

import pytest

from livedesk.app import desk_sound
from livedesk.app import settings as settings_file
from livedesk.app.desk import Desk
from livedesk.domain import commands as c
from livedesk.domain.commands import Command
from livedesk.domain.errors import UserError
from livedesk.domain.events import RunKind
from livedesk.domain.run import Phase, RunState, State
from livedesk.domain.settings import Settings
from livedesk.domain.sound import SoundWatch
from livedesk.domain.status import LinkState, ObsHealth, ObsStatus, SaveStatus
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.store.folder import DataFolder
from tests.unit.hand_clock import HandClock
from tests.unit.shows import segment, show

WATCH = SoundWatch(("主播麦克风",), -45.0, 8)


class FakeObs:
    """Stands for the service: what it was told."""

    def __init__(self) -> None:
        self.airs: list[bool] = []
        self.watches: list[SoundWatch] = []
        self.done: list[tuple[str, object]] = []
        self.sound = self

    def on_air(self, on: bool) -> None:
        """Remember."""
        self.airs.append(on)

    def watch(self, watch: SoundWatch) -> None:
        """Remember."""
        self.watches.append(watch)

    def mute(self, name: str, on: bool) -> None:
        """Remember."""
        self.done.append((name, on))

    def volume(self, name: str, volume_db: float) -> None:
        """Remember."""
        self.done.append((name, volume_db))


class FakeOutside:
    """The services, of which only OBS is there."""

    def __init__(self) -> None:
        self.obs = FakeObs()

    def feed_prompter(self) -> None:
        """Nobody reads."""

    def configure(self, before: Settings, settings: Settings) -> None:
        """Nothing is connected."""


@pytest.fixture
def clock() -> HandClock:
    return HandClock(1_000_000)


@pytest.fixture
def made(tmp_path: Path, clock: HandClock) -> tuple[Desk, FakeObs]:
    folder = DataFolder(tmp_path)
    folder.create()
    desk = Desk(folder, Settings(), clock, lambda _: None)
    outside = FakeOutside()
    desk._joining.join(outside)  # type: ignore[arg-type]  # what it is asked for here
    return desk, outside.obs


def _snapshot(phase: Phase, kind: RunKind = RunKind.LIVE, *, resuming: bool = False) -> SessionSnapshot:
    state = State(show("2026-11-25T20:00", segment(1, 5)), 1, RunState(phase=phase, kind=kind))
    return SessionSnapshot(1, state, SaveStatus(), resuming)


def test_obs_hears_when_a_real_show_is_on_air(made: tuple[Desk, FakeObs]) -> None:
    desk, obs = made
    for phase in (Phase.PREPARING, Phase.ON_AIR, Phase.ON_AIR, Phase.ENDED):
        desk.publish(_snapshot(phase))
    assert obs.airs == [True, False]
    desk.publish(_snapshot(Phase.ON_AIR, RunKind.REHEARSAL))
    desk.publish(_snapshot(Phase.ON_AIR, resuming=True))
    assert obs.airs == [True, False]


def test_what_a_person_does_to_the_sound_is_noted_by_the_run(
    made: tuple[Desk, FakeObs], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, obs = made
    sent: queue.Queue[Command] = queue.Queue()
    monkeypatch.setattr(desk, "dispatch", sent.put)
    monkeypatch.setattr(desk_sound, "REST_S", 0.05)
    desk.mute_input("主播麦克风", True)
    assert obs.done == [("主播麦克风", True)], "with no run, straight to OBS"
    desk.publish(_snapshot(Phase.ON_AIR, resuming=True))
    desk.mute_input("主播麦克风", False)
    assert obs.done[1:] == [("主播麦克风", False)], "nor does it wait for somebody to go on with the show"
    desk.publish(_snapshot(Phase.ON_AIR))
    desk.mute_input("主播麦克风", True)
    assert sent.get(timeout=1) == c.MuteInput("主播麦克风", True)
    assert len(obs.done) == 2, "OBS hears of it from the run"
    for volume in (-3.0, -6.0, -9.0):
        desk.set_volume("主播麦克风", volume)
    desk.set_volume("背景音乐", -20.0)
    assert [value for _, value in obs.done[2:]] == [-3.0, -6.0, -9.0, -20.0], "OBS follows each step"
    rested = {sent.get(timeout=2), sent.get(timeout=2)}
    assert rested == {c.NoteVolume("主播麦克风", -9.0), c.NoteVolume("背景音乐", -20.0)}
    assert sent.empty()


def test_the_watch_is_kept_whatever_else_is_set(made: tuple[Desk, FakeObs], tmp_path: Path) -> None:
    desk, obs = made
    desk.watch_sound(WATCH)
    assert (desk.sound_watch, obs.watches) == (WATCH, [WATCH])
    desk.save_settings(Settings(operator="场控"))
    kept = settings_file.load(DataFolder(tmp_path).settings)
    assert (kept.operator, kept.sound_watch) == ("场控", WATCH)


def test_a_new_name_of_a_watched_input_is_kept_by_a_thread_of_its_own(
    made: tuple[Desk, FakeObs], tmp_path: Path
) -> None:
    desk, _ = made
    desk.watch_sound(WATCH)
    renamed = WATCH.renamed("主播麦克风", "一号麦")
    desk.publish(renamed)
    for thread in threading.enumerate():
        if thread.name == "sound-watch":
            thread.join(5)
    assert settings_file.load(DataFolder(tmp_path).settings).sound_watch == renamed


def test_a_choice_that_cannot_be_written_is_refused_and_counts_all_the_same(
    made: tuple[Desk, FakeObs], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, obs = made

    def full(path: Path, settings: Settings) -> None:
        raise UserError("file.not_written", path=str(path), reason="disk full")

    monkeypatch.setattr(settings_file, "save", full)
    with pytest.raises(UserError):
        desk.watch_sound(WATCH)
    assert obs.watches == [WATCH]


def test_figures_are_kept_one_a_second(made: tuple[Desk, FakeObs], clock: HandClock) -> None:
    desk, _ = made
    health = ObsHealth(30.0, 30.0, 0.0, 0.0, 0.0, 400_000, 6_000)
    for _ in range(8):
        desk.publish(ObsStatus(LinkState.READY, health=health))
        clock.advance(500)
    desk.publish(ObsStatus(LinkState.LOST))
    assert [sample.at_ms for sample in desk.obs_history] == [1_000_000 + n * 1_000 for n in range(4)]
