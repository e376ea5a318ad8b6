"""A desk with a real store for the tests of plan, prepare and review: the sample show, and an evening of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from live_show import Journal

from livedesk.domain.checklist import CheckState
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.commands import Command, MarkCheck
from livedesk.domain.errors import UserError
from livedesk.domain.events import CheckMarked, RunEnded, RunKind, RunOpened, TakeResult, WentLive
from livedesk.domain.feed import BatchReport
from livedesk.domain.health import HealthSample
from livedesk.domain.ports import Feeds, Kept, Media, Runs, Shows
from livedesk.domain.run import State
from livedesk.domain.rundown import Show
from livedesk.domain.sound import SoundWatch
from livedesk.domain.status import SaveStatus
from livedesk.domain.timetable import plan
from livedesk.services.importers.files import read_file
from livedesk.services.importers.preview import ImportPreview
from livedesk.services.ingest.batches import Target, import_orders, import_recording
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.library import keep_show, note_twin
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.store.store import Store
from livedesk.ui.context import DeskContext, SheetAnswers

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
SHEET = SAMPLES / "秋冬护肤专场_20261125_主播一.xlsx"
TODAY = date(2026, 11, 25)
BEFORE = 10 * MINUTE


@cache
def sample_preview() -> ImportPreview:
    """The sample sheet, read once."""
    return read_file(SHEET, today=TODAY)


@dataclass
class PagesServices:
    """What the program does for these pages, over a store of its own; what is only asked for is kept in lists."""

    store: Store
    opened: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    refusal: UserError | None = None
    run_id: int | None = None

    @property
    def shows(self) -> Shows:
        """The documents."""
        return self.store.shows

    @property
    def runs(self) -> Runs:
        """The runs."""
        return self.store.runs

    @property
    def feeds(self) -> Feeds:
        """Events and orders."""
        return self.store.feeds

    @property
    def media(self) -> Media:
        """Pictures."""
        return self.store.media

    @property
    def data_folder(self) -> Path:
        """The store's own."""
        return self.store.folder.root

    def open_show(self, show_id: str) -> None:
        """Note it, or refuse."""
        if self.refusal is not None:
            raise self.refusal
        self.opened.append(show_id)

    def preview_sheet(self, path: Path, answers: SheetAnswers) -> ImportPreview:
        """Read as the program does."""
        preview = read_file(
            path, date=answers.date, start=answers.start, title=answers.title, host=answers.host, today=TODAY
        )
        return note_twin(preview, self.shows.summaries())

    def keep_sheet(self, preview: ImportPreview) -> str:
        """Keep as the program does."""
        assert preview.show is not None
        return keep_show(self.shows, self.media, preview.show, preview.media, by="导播", at_ms=0).id

    def undo(self, _show_id: str) -> None:
        """Note it."""
        self.asked.append("undo")

    def redo(self, _show_id: str) -> None:
        """Note it."""
        self.asked.append("redo")

    def probe_again(self) -> None:
        """Note it."""
        self.asked.append("probe")

    def open_prompter(self) -> None:
        """Note it."""
        self.asked.append("open prompter")

    def close_prompter(self) -> None:
        """Note it."""
        self.asked.append("close prompter")

    @property
    def kept(self) -> Kept:
        """What is kept for any show."""
        return self.store.kept

    def watch_scenes(self, *, program: bool, preview: str) -> None:
        """No pictures."""

    @property
    def sound_watch(self) -> SoundWatch:
        """No silence is warned of."""
        return SoundWatch()

    @property
    def obs_history(self) -> tuple[HealthSample, ...]:
        """No figures of OBS."""
        return ()

    def show_sound(self, on: bool) -> None:
        """No levels."""

    def write_report(self, run_id: int, path: Path) -> Path:
        """Write as the program does."""
        if self.refusal is not None:
            raise self.refusal
        from livedesk.app.report_files import write_report

        return write_report(self.store, run_id, path)

    def import_orders(self, path: Path) -> BatchReport:
        """Read as the program does, into the run on the desk."""
        assert self.run_id is not None
        return import_orders(target(self.store, self.run_id), path, at_ms=0).report


def target(store: Store, run_id: int) -> Target:
    """Where imports of a run go: its time on air."""
    run = store.runs.summary(run_id)
    assert run.started_ms is not None
    end = run.ended_ms if run.ended_ms is not None else run.started_ms + 3 * 60 * MINUTE
    return Target(store.feeds, run_id, (run.started_ms, end), Privacy(store.secret_salt()))


def keep_sample(store: Store) -> Show:
    """The sample show in the store, with its pictures."""
    preview = sample_preview()
    assert preview.show is not None
    return keep_show(store.shows, store.media, preview.show, preview.media, by="导播", at_ms=0)


def evening(show: Show, *, kind: RunKind = RunKind.LIVE, until: int | None = None) -> Journal:
    """A run of the show: every segment some seconds later than planned, one take withheld. ``until`` cuts it after
    so many segments, without an end."""
    layout = plan(show)
    journal = Journal(show, layout.start - BEFORE)
    journal.add(0, RunOpened(show.id, show.title, kind, 1, show.zone, layout.start, "boot-1", 0))
    for item in show.checklist[:3]:
        journal.add(
            MINUTE,
            CheckMarked(
                item.id,
                item.title,
                CheckState.PASSED,
                "",
            ),
        )
    chain = zip(show.segments, layout.starts, strict=True)
    baseline = tuple((segment.id, at) for segment, at in chain if at is not None)
    over = ("上行带宽压测 ≥ 12 Mbps",), "导播", "平台限速，先开播"
    journal.add(BEFORE, WentLive(1, baseline, layout.end, None, *(over if kind is RunKind.LIVE else ())))
    for at, _ in enumerate(show.segments[:until], 1):
        start = (layout.starts[at - 1] or 0) - layout.start + BEFORE + (at - 1) * 6 * SECOND
        withheld = at == 5
        journal.take(start, at, TakeResult.WITHHELD if withheld else TakeResult.CONFIRMED, "no_link" * withheld)
    if until is None:
        journal.add(layout.end - layout.start + BEFORE + 4 * MINUTE, RunEnded())
    return journal


def keep_run(store: Store, journal: Journal, kind: RunKind = RunKind.LIVE) -> int:
    """A run's journal in the store."""
    run_id = store.runs.create(journal.show.id, kind, opened_ms=journal.opened)
    store.writer.append(run_id, journal.entries, lambda _error: None)
    store.writer.submit(lambda: None).result(10)
    return run_id


def keep_feeds(store: Store, run_id: int) -> None:
    """The sample's audience and orders, in the run."""
    import_recording(target(store, run_id), SAMPLES / "feed.jsonl")
    import_orders(target(store, run_id), SAMPLES / "orders.csv", at_ms=0)


def told(show: Show, journal: Journal, run_id: int = 1, *, resuming: bool = False) -> SessionSnapshot:
    """What a session would tell."""
    return SessionSnapshot(run_id, State(show, 1, journal.run), SaveStatus(len(journal.entries)), resuming)


def answer(journal: Journal, command: Command) -> None:
    """What a session makes of a mark."""
    assert isinstance(command, MarkCheck)
    item = next(item for item in journal.show.checklist if item.id == command.check_id)
    journal.add(journal.entries[-1].t_ms + 1000, CheckMarked(item.id, item.title, command.state, command.evidence))


@dataclass
class Pages:
    """A desk whose services keep what they are given; ``sent`` are the commands that pages asked for."""

    context: DeskContext
    services: PagesServices
    sent: list[Command]
    post: Callable[[object], None]

    @property
    def store(self) -> Store:
        """The store behind it."""
        return self.services.store
