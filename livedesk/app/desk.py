"""The desk put together: store, show thread, and the services that look outside.

Implements :class:`livedesk.ui.context.Services`. Everything that a service says goes through :meth:`Desk.publish`
to the interface's bridge and to whatever follows the session by itself.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from livedesk.app import settings as settings_file
from livedesk.app.desk_card import DeskCard
from livedesk.app.desk_files import DeskFiles
from livedesk.app.desk_prompter import DeskPrompter
from livedesk.app.desk_rehearsal import DeskRehearsal
from livedesk.app.desk_sound import DeskSound
from livedesk.app.held import HeldCommands
from livedesk.app.joining import Joining
from livedesk.app.latest import Latest
from livedesk.app.preview_loader import PreviewLoader
from livedesk.app.tape import Tape
from livedesk.domain import commands as c
from livedesk.domain.card import CardTexts
from livedesk.domain.card_mapping import CardInventory
from livedesk.domain.clock import HOUR
from livedesk.domain.commands import Command
from livedesk.domain.effects import ObsTake
from livedesk.domain.errors import UserError
from livedesk.domain.events import RunEnded, RunResumed
from livedesk.domain.events_desk import OutputKind
from livedesk.domain.feed import BatchReport
from livedesk.domain.numbers import Numbers
from livedesk.domain.ports import Clock, Feeds, Media, Runs, Shows
from livedesk.domain.run import State
from livedesk.domain.rundown import ItemWish
from livedesk.domain.settings import Settings
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.services.session.snapshot import Journalled, Refused, SessionSnapshot
from livedesk.services.session.thread import ShowThread
from livedesk.store.folder import DataFolder
from livedesk.store.media import FolderMedia

if TYPE_CHECKING:
    from livedesk.app.outside import Outside
    from livedesk.app.stage import Stage
    from livedesk.services.importers.preview import ImportPreview
    from livedesk.services.session.session import Session
    from livedesk.store.store import Store

log = logging.getLogger(__name__)
BACKUP, INTERFACE = "backup", "livedesk"


class Desk(DeskFiles, DeskRehearsal, DeskSound, DeskCard, DeskPrompter):
    """Made in the GUI thread over a folder that is owned. :meth:`start` loads and opens the store and begins to run
    shows, :meth:`look_outside` loads and starts the services beyond it: both take a moment. Commands wait for
    :meth:`accept`. :meth:`stop` ends everything but the prompter's process. ``sample`` is the tape that is played as
    the audience of the sample show (None: it is not); ``language`` is what the prompter speaks in place of the
    settings' (empty: theirs)."""

    def __init__(
        self,
        folder: DataFolder,
        settings: Settings,
        clock: Clock,
        post: Callable[[object], None],
        sample: Tape | None = None,
        language: str = "",
    ) -> None:
        super().__init__()
        self._folder = folder
        self._settings = settings
        self._clock = clock
        self._post = post
        self._sample = sample
        self._language = language
        self._password = ""
        self._joining = Joining(lambda error: self.publish(Refused(None, error)))
        self._stopping = False
        self.latest = Latest()
        self._media = FolderMedia(folder.media)
        self._opened: tuple[Store, Stage] | None = None
        self._preview = PreviewLoader(clock, self.preview_scene)
        self.show = ShowThread(clock, self.publish, self.operator)
        self._commands = HeldCommands(clock, self.show.dispatch, self.publish)

    def operator(self) -> str:
        """The name of whoever is at the desk, as the settings have it now."""
        return self._settings.operator

    def start(self) -> None:
        """Open the store and start the show thread. Raises UserError where the store can't be opened; then nothing
        has been started."""
        from livedesk.app.stage import Stage
        from livedesk.store.store import Store

        store = Store.open(self._folder)
        self.show.start()
        stage = Stage(
            store,
            self.show,
            self._clock,
            self.operator,
            self.publish,
            lambda: self.latest.snapshot,
            self._attached,
            self,
        )
        self._opened = store, stage
        stage.rehearsals.end_cut_off()

    @property
    def _store(self) -> Store:
        """The store. Raises UserError ``services.loading`` until it is open."""
        return self._ready()[0]

    @property
    def _stage(self) -> Stage:
        """The show on the desk. Raises UserError ``services.loading`` until the store is open."""
        return self._ready()[1]

    def _ready(self) -> tuple[Store, Stage]:
        if self._opened is None:
            raise UserError("services.loading")
        return self._opened

    def look_outside(self) -> None:
        """Load and start OBS, feeds, prompter, planned jobs and probes; takes a moment, so not in the GUI thread.
        What was asked of them meanwhile follows."""
        from livedesk.app.outside import Outside

        outside = Outside(
            self._store,
            lambda: self._settings,
            self._clock,
            self.latest,
            self.show,
            self.publish,
            self._stage.tell,
            lambda: self._password,
            self._back_up,
            self._tape_of,
            self._language or self._settings.language,
        )
        outside.start()
        self._joining.join(outside)
        if self._stopping:
            outside.stop()
            return
        outside.feed_prompter()

    @property
    def outside(self) -> Outside | None:
        """The services that look outside; None until they are loaded."""
        return self._joining.outside

    def stop(self) -> None:
        """End everything; what is acknowledged is on disk, and the prompter's text goes on."""
        self._stopping = True
        if self.outside is not None:
            self.outside.stop()
        if self._opened is None:
            self._folder.release()
            return
        self._stage.rehearsals.close()
        self._stage.scene_names.stop()
        self.show.stop()
        edits = self._stage.documents.finish()
        if edits:
            log.error("%d edits of the show could not be kept before the end", edits)
        left = self._store.close()
        if left:
            log.error("%d entries of the journal could not be written before the end", left)

    def publish(self, item: object) -> None:
        """Hand something frozen to the interface and to what follows the session. Any thread."""
        self.latest.take(item)
        self._heard(item)
        outside = self.outside
        if isinstance(item, SessionSnapshot) and outside is not None:
            outside.feed_prompter()
        if isinstance(item, SessionSnapshot | ObsStatus):
            self._preview.look(self.latest.snapshot, self.latest.obs)
        elif isinstance(item, Journalled):
            self._journalled(item, outside)
        elif isinstance(item, CardInventory):
            self._follow_card(item)
        elif isinstance(item, Numbers):
            self._sold(item)
        self._post(item)

    def _journalled(self, item: Journalled, outside: Outside | None) -> None:
        if any(isinstance(entry.event, RunResumed) for entry in item.entries):
            self._stage.resumed()
        rehearsed = not self._stopping and self._leave_ended(item, self.latest.snapshot)
        if outside is None:
            return
        outside.feeds.journalled(item.entries)
        if not rehearsed and any(isinstance(entry.event, RunEnded) for entry in item.entries):
            outside.scheduler.soon("backup-after-show", self._back_up)

    def _sold(self, numbers: Numbers) -> None:
        """What was sold reaches the card on air; what is told of a run that has left the desk does not."""
        run_id = self.latest.snapshot.run_id if self.latest.snapshot is not None else None

        def work(session: Session) -> None:
            if session.run_id == run_id:
                session.sold(numbers.sold)

        self.show.ask(work)

    def _attached(self, run_id: int, state: State) -> None:
        self._joining.ask(lambda outside: outside.feeds.attach(run_id, state))

    def _tape_of(self, show_id: str) -> Tape | None:
        """The tape of the sample show; any other show has its own audience."""
        return self._sample if self._sample is not None and show_id == self._settings.sample_show else None

    # What a session asks of OBS: see ports.ObsLink.

    def take(self, take: ObsTake, card: CardTexts) -> None:
        """Switch OBS's scene; the outcome comes back as a command."""
        self._joining.ask(lambda outside: outside.obs.take(take, card))

    def switch_output(self, output: OutputKind, on: bool) -> None:
        """Start or stop an output of OBS."""
        self._joining.ask(lambda outside: outside.obs.switch_output(output, on))

    def show_items(self, scene: str, items: tuple[ItemWish, ...]) -> None:
        """Show and hide items in the scene on air."""
        self._joining.ask(lambda outside: outside.obs.show_items(scene, items))

    def save_replay(self) -> None:
        """Let OBS keep the last seconds."""
        self._joining.ask(lambda outside: outside.obs.save_replay())

    def dispatch(self, command: Command) -> None:
        """A command of the person at the desk. Any thread; a refusal is published."""
        self._commands.dispatch(command)

    def accept(self) -> None:
        """Take commands from now on, those given before first."""
        self._commands.release()

    # The show on the desk: see livedesk.app.stage.

    def open_interrupted(self) -> bool:
        """Put the run that a crash left on air on the desk, if there is one."""
        return self._stage.open_interrupted()

    def open_show(self, show_id: str) -> None:
        """Put a show on the desk."""
        self._stage.open_show(show_id)

    def open_sample(self, preview: ImportPreview) -> None:
        """Keep the sample show and put it on the desk with its own audience."""
        show_id = self.keep_sheet(preview)
        self._settings = replace(self._settings, sample_show=show_id)
        settings_file.save(self._folder.settings, self._settings)
        self._stage.open_show(show_id)

    def sample_to_come(self) -> str:
        """The sample show that can still be run as planned, empty for none: yesterday's cannot."""
        since = self._clock.now().wall_ms - HOUR
        known = [item for item in self.shows.summaries() if item.show_id == self._settings.sample_show]
        return next(
            (
                item.show_id
                for item in known
                if item.planned_start_ms >= since and item.state not in ("live", "aired", "archived")
            ),
            "",
        )

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
        return self._media

    @property
    def data_folder(self) -> Path:
        """The data folder."""
        return self._folder.root

    def remind(self) -> None:
        """A show came or moved: plan the reminders anew."""
        self._joining.ask(lambda outside: outside.scheduler.remind(self.shows.summaries()))

    def probe_again(self) -> None:
        """Ask every automatic check anew."""
        self._joining.ask(lambda outside: outside.probes.again())

    def tell_fault(self, fault: c.ShowFault | c.ClearFault) -> None:
        """What the interface sees go wrong, or right again, for the run on the desk and those that come."""
        self._joining.ask(lambda _: self._stage.tell(fault, INTERFACE))

    def watch_scenes(self, *, program: bool, preview: str) -> None:
        """Publish pictures of scenes."""
        self._joining.ask(lambda outside: outside.obs.watch(program=program, preview=preview))

    def preview_scene(self, scene: str) -> None:
        """Put a scene into OBS's preview."""
        self._joining.ask(lambda outside: outside.obs.preview(scene))

    def studio_mode(self, on: bool) -> None:
        """Switch OBS's studio mode."""
        self._joining.ask(lambda outside: outside.obs.set_studio(on))

    def retry_obs(self) -> None:
        """Try to connect to OBS now."""
        self._joining.ask(lambda outside: outside.obs.retry())

    def free_obs(self) -> None:
        """Free a stuck output."""
        self._joining.ask(lambda outside: outside.obs.free_output())

    def import_orders(self, path: Path) -> BatchReport:
        """Read an order file into the run on the desk."""
        if self.outside is None:
            raise UserError("services.loading")
        return self.outside.feeds.import_orders(path)

    def play_recording(self, path: Path) -> None:
        """Play a recording into the run on the desk."""
        if self.outside is None:
            raise UserError("services.loading")
        self.outside.feeds.play(path)

    def save_settings(self, settings: Settings) -> None:
        """Keep the settings; the address of OBS and the relay are used at once."""
        known = self._settings
        wanted = replace(settings, sample_show=known.sample_show, sound_watch=known.sound_watch)
        settings_file.save(self._folder.settings, wanted)
        before, self._settings = self._settings, wanted
        self._joining.ask(lambda outside: outside.configure(before, wanted))

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
        from livedesk.services.obs.password import find_password

        seen = look_at_obs(host, port, find_password(self._password) if password is None else password)
        if seen.status.link is LinkState.READY:
            return seen.status.version
        raise UserError(seen.why, address=f"{host}:{port}")

    def _back_up(self) -> None:
        try:
            self._store.backups.make(at_ms=self._clock.now().wall_ms)
        except UserError as error:
            self._stage.tell(c.ShowFault("backup.failed", (("reason", error.code),)), BACKUP)
        else:
            self._stage.tell(c.ClearFault("backup.failed"), BACKUP)
