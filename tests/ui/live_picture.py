"""Pictures of the desk in its states: ``python tests/ui/live_picture.py OUT zh_CN`` draws them, offscreen."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from live_show import MID_T, Journal, mid_show, numbers, sample_show, snapshot
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from livedesk.domain.card import CardTexts
from livedesk.domain.clock import MINUTE, SECOND, Now
from livedesk.domain.commands import ClearFault, Command, ShowFault
from livedesk.domain.edits import Edit
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import Entry, Held, RunEnded, StandbyCalled
from livedesk.domain.health import HealthSample
from livedesk.domain.numbers import Numbers
from livedesk.domain.ports import KeptItem, Revision
from livedesk.domain.rundown import StandbyMode
from livedesk.domain.settings import Settings
from livedesk.domain.sound import SoundWatch
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.domain.timetable import plan, schedule
from livedesk.services.importers import read_file
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui import fonts, i18n, style
from livedesk.ui.actions import Actions
from livedesk.ui.background import Background
from livedesk.ui.bridge import Bridge
from livedesk.ui.context import DeskContext, Tick
from livedesk.ui.theme import load_theme


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
    faults: list[ShowFault | ClearFault] = field(default_factory=list)
    error: Exception | None = None

    def retry_obs(self) -> None:
        """Remember."""
        self.deeds.append("retry_obs")

    def free_obs(self) -> None:
        """Remember."""
        self.deeds.append("free_obs")

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


THEME = os.environ.get("LIVE_THEME", "dark")


def make_context(application: QApplication, services: FakeServices) -> DeskContext:
    """A context whose commands go nowhere."""
    theme = load_theme(THEME)
    family = fonts.load_fonts()
    style.apply(application, theme, family)
    sent: list[Command] = []
    made: Any = services
    return DeskContext(
        Bridge(),
        Actions(),
        theme,
        family,
        FixedClock(),
        sent.append,
        Settings(),
        lambda: Settings().operator,
        made,
        Background(),
    )


def tick(told: SessionSnapshot, run_ms: int, opened: int) -> Tick:
    """One tick at a run time."""
    state = told.state
    return Tick(told, schedule(state.show, state.run, run_ms), opened + run_ms, run_ms)


def obs(program: str = "商品特写") -> ObsStatus:
    """OBS as it is while the show runs."""
    return ObsStatus(LinkState.READY, "127.0.0.1", "29.0.2", program, scenes=sample_show().scenes)


def states() -> dict[str, tuple[Journal, int, ObsStatus, Numbers | None]]:
    """Name, journal, run time, OBS and numbers of each state that is drawn."""
    base = mid_show()
    now = base.opened + MID_T
    found = {"live": (base, MID_T, obs(), numbers(now))}
    held = mid_show()
    held.add(MID_T - 40 * SECOND, Held(4))
    found["held"] = (held, MID_T, obs(), numbers(now))
    found["overtime"] = (mid_show(), MID_T + 9 * MINUTE, obs("主播近景"), numbers(now + 9 * MINUTE))
    panic = mid_show()
    panic.add(
        MID_T - 20 * SECOND, StandbyCalled(5, 5, "b9", "紧急画面", "紧急画面", StandbyMode.PAUSE, None, True)
    )
    found["panic"] = (panic, MID_T, ObsStatus(LinkState.LOST), numbers(now))
    ended = mid_show()
    ended.add(MID_T + 10 * SECOND, RunEnded())
    found["ended"] = (ended, MID_T + 20 * SECOND, obs(), numbers(now))
    bare = Journal(
        replace(sample_show(), segments=(), groups=(), products=(), promotions=(), standbys=()), base.opened
    )
    found["empty"] = (bare, base.opened, ObsStatus(), None)
    opened = Journal(sample_show(), plan(sample_show()).start - 10 * MINUTE)
    opened.open()
    found["before"] = (opened, 5 * MINUTE, ObsStatus(), None)
    return found


def sample(folder: Path) -> Journal:
    """The sample show as a team would send it, six segments in; its pictures are kept in ``folder``."""
    sheet = next((Path(__file__).parents[2] / "resources" / "samples").glob("*.xlsx"))
    read = read_file(sheet)
    assert read.show is not None
    for name, data in read.media.items():
        (folder / name).write_bytes(data)
    layout = plan(read.show)
    journal = Journal(read.show, layout.start - 10 * MINUTE)
    journal.open()
    journal.live(10 * MINUTE)
    for at in range(1, 7):
        begin = layout.starts[at - 1]
        assert begin is not None
        journal.take(begin - journal.opened + at * 9 * SECOND, at)
    return journal


def main(folder: Path, language: str) -> None:
    """Draw all states in both sizes."""
    from livedesk.ui.workspaces.live.desk import LiveDesk

    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    i18n.install(application, language)
    drawn = states()
    journal = sample(folder)
    run_ms = journal.entries[-1].t_ms + 3 * MINUTE
    drawn["sample"] = (journal, run_ms, obs(journal.run.scene), numbers(journal.opened + run_ms))
    for name, (journal, run_ms, status, values) in drawn.items():
        for wide, high in ((1920, 1080), (1366, 768)):
            kept = tempfile.TemporaryDirectory()
            services = FakeServices(Path(kept.name), FakeRuns(journal.entries), FakeMedia(folder))
            context = make_context(application, services)
            desk = LiveDesk(context)
            desk.resize(wide - 72 - 16, high - 60 - 36 - 16)
            desk.show()
            desk.on_obs(status)
            if values is not None:
                for step in range(4):
                    desk.on_numbers(
                        replace(values, at_ms=values.at_ms - (3 - step) * 10_000, sold={"p02": 382 + 10 * step})
                    )
                    desk.on_tick(tick(snapshot(journal), run_ms, journal.opened))
            desk.on_tick(tick(snapshot(journal), run_ms, journal.opened))
            application.processEvents()
            desk.on_tick(tick(snapshot(journal), run_ms, journal.opened))
            if name == "before":
                view = desk._view
                assert view is not None
                desk.center.override.ask(view)
            wait = QElapsedTimer()
            wait.start()
            while wait.elapsed() < 1_300:
                application.processEvents()
            context.background.close()
            desk.on_tick(tick(snapshot(journal), run_ms, journal.opened))
            image = desk.grab()
            image.save(str(folder / f"{name}-{wide}-{language}.png"))
            desk.close()
            desk.deleteLater()
            kept.cleanup()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "en")
