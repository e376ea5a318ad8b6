"""What a session tells its subscribers: frozen objects, posted from the show thread."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.clock import Now
from livedesk.domain.commands import Command
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry
from livedesk.domain.rehearsing import Rehearsing
from livedesk.domain.run import State
from livedesk.domain.rundown import Show
from livedesk.domain.status import SaveStatus


@dataclass(frozen=True)
class SessionSnapshot:
    """The state after a change. ``run_id`` is None before a run is open. ``resuming``: the program was started
    again in the middle of this run, and nobody has said yet whether to go on with it. ``rehearsing``: this is a
    rehearsal, on a time of its own (None: a live run)."""

    run_id: int | None
    state: State
    save: SaveStatus
    resuming: bool = False
    rehearsing: Rehearsing | None = None

    @property
    def without_obs(self) -> bool:
        """Whether this is a rehearsal in which OBS has no part."""
        return self.rehearsing is not None and not self.rehearsing.wishes.drives_obs

    def now(self, machine: Now) -> Now:
        """The time of this run, when the machine's clocks show ``machine``."""
        return machine if self.rehearsing is None else self.rehearsing.lapse.now(machine)


@dataclass(frozen=True)
class DocumentSnapshot:
    """A document after a change, or as it was opened, at its revision."""

    show: Show
    revision: int


@dataclass(frozen=True)
class Journalled:
    """Entries that were just added to the journal, in order (after the snapshot that holds their effect)."""

    run_id: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class RehearsalOver:
    """A rehearsal went off the desk, and its journal stands under this number."""

    run_id: int
    title: str


@dataclass(frozen=True, eq=False)
class Refused:
    """A command was refused; the interface says the error's sentence in place."""

    command: Command | None
    error: UserError
