"""The desk put together: store, show thread, and the services that look outside.

Implements :class:`livedesk.ui.context.Services`. Everything that a service says goes through :meth:`Desk.publish`
to the interface's bridge and to whatever follows the session by itself.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from livedesk.app import settings as settings_file
from livedesk.app.observers import Latest
from livedesk.domain import commands as c
from livedesk.domain.commands import Command
from livedesk.domain.edits import Edit
from livedesk.domain.effects import ObsTake
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunKind, RunResumed
from livedesk.domain.evolve import fold
from livedesk.domain.feed import BatchReport
from livedesk.domain.ports import CardTexts, Clock, Feeds, Media, Runs, Shows
from livedesk.domain.run import Phase, RunState, State
from livedesk.domain.rundown import Show
from livedesk.domain.settings import Settings
from livedesk.domain.status import LinkState, SaveStatus
from livedesk.services.importers.preview import ImportPreview
from livedesk.services.session.session import Session
from livedesk.services.session.snapshot import Journalled, SessionSnapshot
from livedesk.services.session.thread import ShowThread
from livedesk.store.store import Store
from livedesk.ui.context import SheetAnswers

if TYPE_CHECKING:
    from livedesk.app.outside import Outside
    from livedesk.app.tape import Tape

log = logging.getLogger(__name__)
BACKUP, OUTSIDE = "备份", "livedesk"


class Desk:
    """Made in the GUI thread with an open store. :meth:`start` begins to run shows, :meth:`look_outside` loads and
    starts the services beyond it, :meth:`stop` ends everything but the prompter's process. ``tape`` is played as
    the audience of every run (the sample show's own)."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Clock,
        post: Callable[[object], None],
        tape: Tape | None = None,
    ) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock
        self._post = post
        self._tape = tape
        self._password = ""
        self._faults: dict[str, Command] = {}
        self._save_error = ""
        self._opening = threading.Lock()
        self._outside: Outside | None = None
        self._later: list[Callable[[Outside], object]] = []
        self._joining = threading.Lock()
        self.latest = Latest()
        self.show = ShowThread(clock, self.publish, settings.operator)
        store.writer.listen(self._saving)

    def start(self) -> None:
        """Start the show thread."""
        self.show.start()

    def look_outside(self) -> None:
        """Load and start OBS, feeds, prompter, planned jobs and probes; takes a moment, so not in the GUI thread.
        What was asked of them meanwhile follows."""
        from livedesk.app.outside import Outside

        outside = Outside(
            self._store,
            self._settings,
            self._clock,
            self.latest,
            self.show,
            self.publish,
            self._tell,
            lambda: self._password,
            self._back_up,
            self._tape,
        )
        outside.start()
        with self._joining:
            for work in self._later:
                work(outside)
            self._later.clear()
            self._outside = outside
        outside.feed_prompter()

    @property
    def outside(self) -> Outside | None:
        """The services that look outside; None until they are loaded."""
        return self._outside

    def _ask_outside(self, work: Callable[[Outside], object]) -> None:
        """Ask the outside services for something: now, or as soon as they are there."""
        with self._joining:
            if self._outside is None:
                self._later.append(work)
                return
        work(self._outside)

    def stop(self) -> None:
        """End everything; what is acknowledged is on disk, and the prompter's text goes on."""
        if self._outside is not None:
            self._outside.stop()
        self.show.stop()
        self._store.close()

    def publish(self, item: object) -> None:
        """Hand something frozen to the interface and to what follows the session. Any thread."""
        self.latest.take(item)
        if isinstance(item, Journalled) and any(isinstance(entry.event, RunResumed) for entry in item.entries):
            # A run that waited for a person's word took none of a service's.
            self._tell_faults()
        outside = self._outside
        if outside is not None and isinstance(item, SessionSnapshot):
            outside.feed_prompter()
        elif outside is not None and isinstance(item, Journalled):
            outside.feeds.journalled(item.entries)
        self._post(item)

    # What a session asks of the world: see ports.ObsLink and ports.Planner.

    def take(self, take: ObsTake, card: CardTexts) -> None:
        """Switch OBS's scene; the outcome comes back as a command."""
        self._ask_outside(lambda outside: outside.obs.take(take, card))

    def plan(self, key: str, after_ms: int, command: Command) -> None:
        """Plan a command."""
        self._ask_outside(lambda outside: outside.scheduler.plan(key, after_ms, command))

    def cancel(self, key: str) -> None:
        """Forget a planned command."""
        self._ask_outside(lambda outside: outside.scheduler.cancel(key))

    def dispatch(self, command: Command) -> Future[tuple[Entry, ...]]:
        """A command of the person at the desk. Any thread; a refusal is published."""
        return self.show.dispatch(command)

    def _tell(self, command: Command, by: str) -> None:
        """A service's word. Faults are remembered, so that a show that is opened later knows of them."""
        if isinstance(command, c.ShowFault):
            self._faults[command.code] = command
        elif isinstance(command, c.ClearFault):
            self._faults.pop(command.code, None)
        self.show.tell(command, by)

    # The show on the desk.

    def open_unfinished(self) -> bool:
        """Put the run that a crash left open on the desk, if there is one; it waits for a person to say whether to
        go on with it."""
        unfinished = self._store.runs.unfinished()
        if unfinished is None:
            return False
        run = fold(self._store.runs.entries(unfinished.run_id))
        if run.phase is not Phase.ON_AIR:
            return False
        self._put(unfinished.show_id, unfinished.run_id, run)
        return True

    def open_show(self, show_id: str) -> None:
        """Put a show on the desk: its open run if it has one, else a new one."""
        with self._opening:
            snapshot = self.latest.snapshot
            if snapshot is not None and snapshot.state.run.phase is Phase.ON_AIR:
                raise UserError("run.on_air_elsewhere", title=snapshot.state.show.title)
            unfinished = self._store.runs.unfinished(show_id)
            if unfinished is not None:
                self._put(show_id, unfinished.run_id, fold(self._store.runs.entries(unfinished.run_id)))
                return
            run_id = self._store.runs.create(show_id, RunKind.LIVE, opened_ms=self._clock.now().wall_ms)
            self._put(show_id, run_id, RunState())
            self.dispatch(c.OpenRun(RunKind.LIVE)).result()

    def _put(self, show_id: str, run_id: int, run: RunState) -> None:
        show, revision = self._store.shows.load(show_id)
        resuming = run.phase is Phase.ON_AIR
        session = Session(
            State(show, revision, run),
            run_id=run_id,
            clock=self._clock,
            append=self._append,
            publish=self.publish,
            planner=self,
            obs=self,
            resuming=resuming,
        )
        self.show.put(session).result()
        self._ask_outside(lambda outside: outside.feeds.attach(run_id, show))
        if run.phase is Phase.PREPARING:
            self.dispatch(c.Resume()).result()
        self._tell_faults()

    def _tell_faults(self) -> None:
        for fault in tuple(self._faults.values()):
            self.show.tell(fault, OUTSIDE)

    def _saving(self, status: SaveStatus) -> None:
        """The writer's own word: a lock is waited for without any answer to an append."""
        if status.error != self._save_error:
            self._save_error = status.error
            self.show.ask(lambda session: session.saved(0, status.pending, status.error))

    def _append(self, run_id: int, entries: tuple[Entry, ...]) -> None:
        def done(error: BaseException | None) -> None:
            seq = entries[-1].seq if error is None else 0
            code = error.code if isinstance(error, UserError) else self._store.writer.status.error
            pending = self._store.writer.pending
            self.show.ask(lambda session: session.saved(seq, pending, code) if session.run_id == run_id else None)

        self._store.writer.append(run_id, entries, done)

    def edit(self, edit: Edit, base: int) -> None:
        """Change the document on the desk; it is kept behind the change, in order."""
        show, revision = self.show.ask(lambda session: session.edit(edit, base)).result()
        now, by = self._clock.now().wall_ms, self._settings.operator
        kept = self._store.writer.submit(
            lambda: self._store.shows.edit(show.id, edit, base=base, by=by, at_ms=now)
        )
        kept.add_done_callback(self._kept_edit)
        self.show.tell(c.NoteEdit(revision, type(edit).__name__), by)

    def _kept_edit(self, kept: Future[object]) -> None:
        error = kept.exception()
        if error is not None:
            reason = error.code if isinstance(error, UserError) else str(error)
            self._tell(c.ShowFault("edit.not_saved", (("reason", reason),)), self._settings.operator)

    def undo(self) -> None:
        """Take the newest edit back."""
        self._step("undo", lambda show_id, by, at_ms: self._store.shows.undo(show_id, by=by, at_ms=at_ms))

    def redo(self) -> None:
        """Apply the edit undone last again."""
        self._step("redo", lambda show_id, by, at_ms: self._store.shows.redo(show_id, by=by, at_ms=at_ms))

    def _step(self, what: str, work: Callable[[str, str, int], tuple[Show, int]]) -> None:
        snapshot = self.latest.snapshot
        if snapshot is None:
            raise UserError("show.none")
        by, now = self._settings.operator, self._clock.now().wall_ms
        found: list[tuple[Show, int]] = []
        self._store.writer.submit(lambda: found.append(work(snapshot.state.show.id, by, now))).result()
        show, revision = found[0]
        self.show.ask(lambda session: session.replace_document(show, revision)).result()
        self.show.tell(c.NoteEdit(revision, what), by)

    # Services of the interface; see livedesk.ui.context.Services.

    @property
    def shows(self) -> Shows:
        """The documents."""
        return self._store.shows

    @property
    def runs(self) -> Runs:
        """The runs."""
        return self._store.runs

    @property
    def feeds(self) -> Feeds:
        """Audience events and orders."""
        return self._store.feeds

    @property
    def media(self) -> Media:
        """Product pictures."""
        return self._store.media

    @property
    def data_folder(self) -> Path:
        """The data folder."""
        return self._store.folder.root

    def preview_sheet(self, path: Path, answers: SheetAnswers) -> ImportPreview:
        """Read a run sheet without keeping anything."""
        from livedesk.services.importers.files import read_file

        return read_file(
            path,
            date=answers.date,
            start=answers.start,
            title=answers.title,
            host=answers.host,
            zone=answers.zone,
        )

    def keep_sheet(self, preview: ImportPreview) -> str:
        """Keep a sheet that was read without errors."""
        from livedesk.services.library import keep_show

        if preview.show is None:
            raise UserError("sheet.needs_date", file=preview.file)
        now = self._clock.now().wall_ms
        kept = keep_show(
            self.shows, self.media, preview.show, preview.media, by=self._settings.operator, at_ms=now
        )
        self._ask_outside(lambda outside: outside.scheduler.remind(self.shows.summaries()))
        return kept.id

    def probe_again(self) -> None:
        """Ask every automatic check anew."""
        self._ask_outside(lambda outside: outside.probes.again())

    def open_prompter(self) -> None:
        """Show the host's prompter."""
        self._ask_outside(lambda outside: outside.prompter.open())

    def close_prompter(self) -> None:
        """Ask the host's prompter to end."""
        self._ask_outside(lambda outside: outside.prompter.close())

    def watch_scenes(self, *, program: bool, preview: str) -> None:
        """Publish pictures of scenes."""
        self._ask_outside(lambda outside: outside.obs.watch(program=program, preview=preview))

    def retry_obs(self) -> None:
        """Try to connect to OBS now."""
        self._ask_outside(lambda outside: outside.obs.retry())

    def free_obs(self) -> None:
        """Free a stuck output."""
        self._ask_outside(lambda outside: outside.obs.free_output())

    def import_orders(self, path: Path) -> BatchReport:
        """Read an order file into the run on the desk."""
        if self._outside is None:
            raise UserError("show.none")
        return self._outside.feeds.import_orders(path)

    def play_recording(self, path: Path) -> None:
        """Play a recording into the run on the desk."""
        if self._outside is None:
            raise UserError("show.none")
        self._outside.feeds.play(path)

    def write_report(self, run_id: int, path: Path) -> Path:
        """Write the report of a run."""
        from livedesk.app.report_files import write_report

        return write_report(self._store, run_id, path)

    def save_settings(self, settings: Settings) -> None:
        """Keep the settings; the address of OBS and the relay are used at once."""
        settings_file.save(self._store.folder.settings, settings)
        before, self._settings = self._settings, settings
        self._ask_outside(lambda outside: outside.configure(before, settings))

    def keep_obs_password(self, password: str) -> str:
        """Keep OBS's password and try it."""
        from livedesk.services.obs.password import keep_password

        self._password = password
        kept = keep_password(password)
        self.retry_obs()
        return "keyring" if kept else "memory"

    def test_obs(self, host: str, port: int, password: str | None) -> str:
        """Connect to OBS once and return its version."""
        from livedesk.app.opened import look_at_obs

        status = look_at_obs(host, port, password)
        if status.link is LinkState.READY:
            return status.version
        raise UserError(
            "obs.refused" if status.link is LinkState.REFUSED else "obs.absent", address=f"{host}:{port}"
        )

    def _back_up(self) -> None:
        try:
            self._store.backups.make(at_ms=self._clock.now().wall_ms)
        except UserError as error:
            self._tell(c.ShowFault("backup.failed", (("reason", error.code),)), BACKUP)
        else:
            self._tell(c.ClearFault("backup.failed"), BACKUP)
