"""What every workspace is handed: one frozen bundle instead of globals.

A workspace is a :class:`Workspace` made with a :class:`DeskContext`. It subscribes to what it shows
(``context.bridge.subscribe(ObsStatus, self.on_obs)``), asks for changes with ``context.dispatch(command)``, and
does slow work with ``context.background.run(work, done, failed)``. The main window calls ``on_snapshot`` with
every :class:`SessionSnapshot` and ``on_tick`` four times a second while the workspace is shown.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.card_mapping import CardMapping
from livedesk.domain.commands import ClearFault, Command, ShowFault
from livedesk.domain.edits import Edit
from livedesk.domain.effects import ObsTake
from livedesk.domain.feed import BatchReport
from livedesk.domain.health import HealthSample
from livedesk.domain.ports import Clock, Feeds, Kept, Media, Runs, Shows
from livedesk.domain.prompt import PromptOrderKind
from livedesk.domain.rehearsing import RehearsalWishes
from livedesk.domain.rundown import Show
from livedesk.domain.settings import Settings
from livedesk.domain.sound import SoundWatch
from livedesk.domain.timetable import Timetable
from livedesk.services.session.snapshot import DocumentSnapshot, SessionSnapshot
from livedesk.ui.actions import Actions
from livedesk.ui.background import Background
from livedesk.ui.bridge import Bridge
from livedesk.ui.lock_keeper import LockKeeper
from livedesk.ui.theme import Theme

if TYPE_CHECKING:
    from livedesk.services.importers.preview import ImportPreview


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """What a person adds to a run sheet: the facts that its title rows and its file name leave out."""

    date: datetime.date | None = None
    start: datetime.time | None = None
    title: str | None = None
    host: str | None = None
    zone: str = "Asia/Shanghai"


class Services(Protocol):
    """What the program can do for the interface; app implements it. Everything here may touch the disk or the
    network: call it through ``context.background``, except where it says otherwise. Errors are UserErrors."""

    @property
    def shows(self) -> Shows:
        """The documents."""
        ...

    @property
    def runs(self) -> Runs:
        """The runs and their journals."""
        ...

    @property
    def feeds(self) -> Feeds:
        """Audience events and orders."""
        ...

    @property
    def media(self) -> Media:
        """Product pictures."""
        ...

    @property
    def data_folder(self) -> Path:
        """Where this program keeps its data. Returns at once."""
        ...

    def open_show(self, show_id: str) -> None:
        """Put a show on the desk; a snapshot of it follows through the bridge."""
        ...

    @property
    def kept(self) -> Kept:
        """Templates, reading rates, column mappings."""
        ...

    def document(self, show_id: str) -> DocumentSnapshot:
        """A document as it stands now, on the desk or not. Raises UserError ``show.missing``."""
        ...

    def edit(self, show_id: str, edit: Edit, base: int, own: frozenset[int] = frozenset()) -> DocumentSnapshot:
        """Change a document; ``base`` is the revision that the person saw, ``own`` are revisions since that the same
        window made. Its snapshot is published as well.
        Raises UserError ``edit.stale`` where something that the edit touches was changed since, ``edit.closed``
        where the script is locked, ``edit.aired`` where the run needs what it takes away."""
        ...

    def undo(self, show_id: str) -> DocumentSnapshot:
        """Take the newest edit of a document back. Raises UserError ``edit.nothing``."""
        ...

    def redo(self, show_id: str) -> DocumentSnapshot:
        """Apply the edit undone last again. Raises UserError ``edit.nothing``."""
        ...

    def preview_sheet(self, path: Path, answers: SheetAnswers) -> ImportPreview:
        """Read a run sheet without keeping anything; ``answers`` fill in what the sheet does not say."""
        ...

    def keep_sheet(self, preview: ImportPreview) -> str:
        """Keep a sheet that was read without errors; returns the new show's id."""
        ...

    def keep_show(self, show: Show, media_of: str = "") -> str:
        """Keep a new show, with the product pictures of the show ``media_of``; returns its id."""
        ...

    def copy_media(self, from_show: str, to_show: str, names: Mapping[str, str]) -> tuple[str, ...]:
        """Copy pictures of a show to another one, each under the name that ``names`` gives it there; a picture that
        has that name already stays. Returns those that are missing where they should be copied from."""
        ...

    def export_show(self, show: Show, revision: int, path: Path, *, cards: bool = False) -> Path:
        """Write a document into a file of the type that the name says (``cards``: its hand cards); returns it."""
        ...

    def probe_again(self) -> None:
        """Ask every automatic check anew. Returns at once; the marks follow as commands."""
        ...

    def open_prompter(self) -> None:
        """Show the host's prompter (the running one, or a new one). Returns at once."""
        ...

    def close_prompter(self) -> None:
        """Ask the host's prompter to end. Returns at once."""
        ...

    def control_prompter(self, director: bool) -> None:
        """Let the director move the host's text, or the host again. Returns at once; PrompterStatus says so."""
        ...

    def blank_prompter(self, on: bool) -> None:
        """Show the host no text, or show it again. Returns at once; PrompterStatus says so."""
        ...

    def count_prompter(self, seconds: float) -> None:
        """Have the host's screens count so many seconds down from now; 0 ends it. Returns at once."""
        ...

    def order_prompter(self, kind: PromptOrderKind, value: float = 0.0) -> None:
        """Move the host's text, as far as the kind has it by ``value``. Returns at once."""
        ...

    def watch_scenes(self, *, program: bool, preview: str) -> None:
        """Publish pictures of the scene on air and of the scene ``preview`` until told otherwise. Returns at
        once."""
        ...

    def take(self, take: ObsTake, card: CardTexts) -> None:
        """Ask OBS for a scene past any journal: for an emergency while no run is open. Returns at once."""
        ...

    def preview_scene(self, scene: str) -> None:
        """Put a scene into OBS's preview (studio mode only; OBS's own word is its status). Returns at once."""
        ...

    def studio_mode(self, on: bool) -> None:
        """Switch OBS's studio mode, between takes. Returns at once."""
        ...

    @property
    def obs_history(self) -> tuple[HealthSample, ...]:
        """OBS's own figures of the last half hour, the oldest first. Returns at once."""
        ...

    @property
    def sound_watch(self) -> SoundWatch:
        """Which silences are warned of. Returns at once."""
        ...

    def watch_sound(self, watch: SoundWatch) -> None:
        """Warn of other silences from now on, and keep the choice. Raises UserError ``file.not_written``."""
        ...

    def show_sound(self, on: bool) -> None:
        """Publish the levels of OBS's inputs (SoundLevels) until told otherwise. Returns at once."""
        ...

    def mute_input(self, name: str, on: bool) -> None:
        """Mute an input of OBS, or take its mute off; OBS's own word is its status. Returns at once."""
        ...

    def set_volume(self, name: str, volume_db: float) -> None:
        """Set the volume of an input of OBS in dB; OBS's own word is its status. Returns at once."""
        ...

    def keep_card(self, collection: str, mapping: CardMapping) -> None:
        """Keep which OBS inputs show the card in a scene collection, and use it at once."""
        ...

    def try_card_input(self, name: str, sample: str) -> None:
        """Show a sample in an OBS input for three seconds. Raises UserError ``card.try_on_air`` where the audience
        of a show would see it; waits for OBS."""
        ...

    def make_twin(self, scene: str) -> None:
        """Make the twin of a scene of OBS, or make it anew. Raises UserError ``card.show_on_air``,
        ``card.twin_on_air`` and what OBS refuses; waits for OBS."""
        ...

    def create_collection(self, labels: Mapping[CardSlot, str]) -> str:
        """Lay out a new scene collection in OBS for the show on the desk, with ``labels`` before prices and stock;
        returns its name. Raises UserError ``card.show_on_air``, ``card.output_runs`` and what OBS refuses; waits
        for OBS."""
        ...

    def tell_fault(self, fault: ShowFault | ClearFault) -> None:
        """What the interface itself sees go wrong, or right again, as a service's word: every run that comes on the
        desk while it stands knows of it, and without one nothing is refused. Returns at once."""
        ...

    def retry_obs(self) -> None:
        """Try to connect to OBS now, also after a refused password. Returns at once."""
        ...

    def free_obs(self) -> None:
        """Free an OBS output that is stuck in a transition. Returns at once."""
        ...

    def import_orders(self, path: Path) -> BatchReport:
        """Read an order file into the run on the desk."""
        ...

    def play_recording(self, path: Path) -> None:
        """Play a relay's recording into the run on the desk, from now on, in place of the relay."""
        ...

    def begin_rehearsal(self, wishes: RehearsalWishes) -> None:
        """Put a rehearsal of the show on the desk in the place of its run. Raises UserError ``rehearsal.on_air``,
        ``rehearsal.running``, ``show.none``, ``run.resume_first``, ``run.no_segments``."""
        ...

    def steer_rehearsal(
        self, *, speed: int | None = None, paused: bool | None = None, by_itself: bool | None = None
    ) -> None:
        """Change how the rehearsal on the desk runs; what is None stays. Returns at once."""
        ...

    def end_rehearsal(self) -> None:
        """End the rehearsal; the show's own run comes back, and RehearsalOver through the bridge. Returns at
        once."""
        ...

    def write_report(self, run_id: int, path: Path) -> Path:
        """Write the report of a run as HTML or PDF, or its log as CSV, by the extension; returns the file."""
        ...

    def save_settings(self, settings: Settings) -> None:
        """Keep the settings."""
        ...

    def keep_obs_password(self, password: str) -> str:
        """Keep OBS's password; returns where: ``keyring``, or ``memory`` (this run only)."""
        ...

    def test_obs(self, host: str, port: int, password: str | None) -> str:
        """Connect to OBS once and return its version; None uses the password that is kept."""
        ...


@dataclass(frozen=True, slots=True)
class DeskContext:
    """``dispatch`` takes a command from any thread and returns at once. ``settings`` are those of the start:
    language and theme change with the next one; ``operator`` gives the name of whoever is at the desk now.
    ``family`` is the font family (:mod:`livedesk.ui.fonts`); ``lock`` keeps the desk from being edited by accident
    on air."""

    bridge: Bridge
    actions: Actions
    theme: Theme
    family: str
    clock: Clock
    dispatch: Callable[[Command], object]
    settings: Settings
    operator: Callable[[], str]
    services: Services
    background: Background
    lock: LockKeeper = field(default_factory=LockKeeper)


@dataclass(frozen=True, slots=True)
class GoTo:
    """Posted to the bridge: bring a page to the front, and show one of its things there (empty: as it is)."""

    page: str
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """One repaint: the snapshot it was computed from, the timetable at this moment (both None: no show is open),
    the machine's wall clock (epoch ms), also in a rehearsal, and the run's time (ms; before a run is open the wall
    clock)."""

    snapshot: SessionSnapshot | None
    timetable: Timetable | None
    wall_ms: int
    run_ms: int


class Workspace(QWidget):
    """One page of the desk. Subclasses set ``id`` and ``icon`` and override what they need."""

    id: str = ""
    icon: str = ""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"workspace-{self.id}")

    def title(self) -> str:
        """The name on the rail, translated."""
        return self.id

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """The state changed."""

    def on_tick(self, tick: Tick) -> None:
        """Time went on (only while this workspace is shown). Repaint, compute nothing else."""

    def on_tick_behind(self, tick: Tick) -> None:
        """Time went on while another workspace is in front: keep what acts from there, paint nothing."""

    def on_shown(self) -> None:
        """The workspace came to the front."""

    def show_item(self, item_id: str) -> None:
        """Show one of the things that this workspace is about (a show by its id)."""

    def unsettled(self) -> bool:
        """Whether something that was asked for here is still on its way to the disk. The program waits for it."""
        return False

    def why_stay(self) -> str:
        """Why the window should not be closed yet; empty where nothing speaks against it."""
        return ""

    def take_keys(self) -> None:
        """Have the keyboard: a text field or a banner was left."""
        self.setFocus()
