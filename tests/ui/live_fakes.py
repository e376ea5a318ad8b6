"""What stands behind the desk in its tests and pictures: services that remember, a clock that stands, one tick."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from live_show import sample_show

from livedesk.domain.card import CardTexts
from livedesk.domain.clock import Now
from livedesk.domain.commands import ClearFault, ShowFault
from livedesk.domain.edits import Edit
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import Entry
from livedesk.domain.health import HealthSample
from livedesk.domain.ports import KeptItem, Revision
from livedesk.domain.prompt import PromptOrderKind
from livedesk.domain.sound import SoundWatch
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.domain.timetable import schedule
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.context import Tick


@dataclass
class FakeRuns:
    """A journal that can be read."""

    journal: list[Entry] = field(default_factory=list)

    def entries(self, run_id: int) -> tuple[Entry, ...]:
        """All of it."""
        return tuple(self.journal)


@dataclass
class FakeShows:
    """Documents whose steps can be read."""

    steps: list[Revision] = field(default_factory=list)

    def history(self, _show_id: str) -> tuple[Revision, ...]:
        """All of them, the newest first."""
        return tuple(reversed(self.steps))


@dataclass
class FakeMedia:
    """The pictures in a folder; none without one."""

    folder: Path | None = None

    def path(self, show_id: str, name: str) -> Path | None:
        """The file, where there is one."""
        return self.folder / name if self.folder is not None else None


class FakeKept:
    """What is kept for any show, in a dictionary."""

    def __init__(self) -> None:
        self.items: dict[tuple[str, str], KeptItem] = {}

    def all(self, kind: str) -> tuple[KeptItem, ...]:
        """The newest first."""
        found = [item for (of, _), item in self.items.items() if of == kind]
        return tuple(sorted(found, key=lambda item: -item.at_ms))

    def put(self, kind: str, key: str, document: bytes, *, by: str, at_ms: int) -> None:
        """Keep one."""
        self.items[kind, key] = KeptItem(key, document, by, at_ms)


@dataclass
class FakeServices:
    """Records edits."""

    data_folder: Path
    runs: FakeRuns = field(default_factory=FakeRuns)
    media: FakeMedia = field(default_factory=FakeMedia)
    edits: list[tuple[Edit, int]] = field(default_factory=list)
    watched: list[tuple[bool, str]] = field(default_factory=list)
    kept: FakeKept = field(default_factory=FakeKept)
    taken: list[tuple[ObsTake, CardTexts]] = field(default_factory=list)
    previewed: list[str] = field(default_factory=list)
    studio: list[bool] = field(default_factory=list)
    played: list[Path] = field(default_factory=list)
    undone: int = 0
    shows: FakeShows = field(default_factory=FakeShows)
    obs_history: tuple[HealthSample, ...] = ()
    sound_watch: SoundWatch = SoundWatch()
    sound: list[tuple[object, ...]] = field(default_factory=list)
    deeds: list[str] = field(default_factory=list)
    prompter: list[tuple[object, float]] = field(default_factory=list)
    faults: list[ShowFault | ClearFault] = field(default_factory=list)
    error: Exception | None = None

    def retry_obs(self) -> None:
        """Remember."""
        self.deeds.append("retry_obs")

    def free_obs(self) -> None:
        """Remember."""
        self.deeds.append("free_obs")

    def open_prompter(self) -> None:
        """Remember."""
        self.deeds.append("open_prompter")

    def control_prompter(self, director: bool) -> None:
        """Remember."""
        self.prompter.append(("control", director))

    def blank_prompter(self, on: bool) -> None:
        """Remember."""
        self.prompter.append(("blank", on))

    def count_prompter(self, seconds: float) -> None:
        """Remember."""
        self.prompter.append(("count", seconds))

    def order_prompter(self, kind: PromptOrderKind, value: float = 0.0) -> None:
        """Remember."""
        self.prompter.append((kind, value))

    def tell_fault(self, fault: ShowFault | ClearFault) -> None:
        """Remember."""
        self.faults.append(fault)

    def watch_sound(self, watch: SoundWatch) -> None:
        """Remember or refuse."""
        if self.error is not None:
            raise self.error
        self.sound_watch = watch

    def show_sound(self, on: bool) -> None:
        """Remember whether levels are wanted."""
        self.sound.append(("show", on))

    def mute_input(self, name: str, on: bool) -> None:
        """Remember."""
        self.sound.append(("mute", name, on))

    def set_volume(self, name: str, volume_db: float) -> None:
        """Remember."""
        self.sound.append(("volume", name, volume_db))

    def edit(self, _show_id: str, edit: Edit, base: int) -> None:
        """Keep or refuse."""
        if self.error is not None:
            raise self.error
        self.edits.append((edit, base))

    def play_recording(self, path: Path) -> None:
        """Remember or refuse."""
        if self.error is not None:
            raise self.error
        self.played.append(path)

    def watch_scenes(self, *, program: bool, preview: str) -> None:
        """Remember what is watched."""
        self.watched.append((program, preview))

    def take(self, take: ObsTake, card: CardTexts) -> None:
        """Remember what OBS was asked for past any journal."""
        self.taken.append((take, card))

    def preview_scene(self, scene: str) -> None:
        """Remember what went into the preview."""
        self.previewed.append(scene)

    def studio_mode(self, on: bool) -> None:
        """Remember how studio mode was switched."""
        self.studio.append(on)

    def undo(self, _show_id: str) -> None:
        """Count."""
        self.undone += 1

    def redo(self, _show_id: str) -> None:
        """Count back."""
        self.undone -= 1


class FixedClock:
    """A clock that stands where the test puts it."""

    def __init__(self) -> None:
        self.reading = Now(0, 0, "boot-1")

    def now(self) -> Now:
        """The reading."""
        return self.reading


def tick(told: SessionSnapshot, run_ms: int, opened: int) -> Tick:
    """One tick at a run time."""
    state = told.state
    return Tick(told, schedule(state.show, state.run, run_ms), opened + run_ms, run_ms)


def obs(program: str = "商品特写") -> ObsStatus:
    """OBS as it is while the show runs."""
    return ObsStatus(LinkState.READY, "127.0.0.1", "29.0.2", program, scenes=sample_show().scenes)
