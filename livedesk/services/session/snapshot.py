"""What a session tells its subscribers: frozen objects, posted from the show thread."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.commands import Command
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry
from livedesk.domain.run import State
from livedesk.domain.rundown import Show
from livedesk.domain.status import SaveStatus


@dataclass(frozen=True)
class SessionSnapshot:
    """The state after a change. ``run_id`` is None before a run is open. ``resuming``: the program was started
    again in the middle of this run, and nobody has said yet whether to go on with it."""

    run_id: int | None
    state: State
    save: SaveStatus
    resuming: bool = False


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


@dataclass(frozen=True, eq=False)
class Refused:
    """A command was refused; the interface says the error's sentence in place."""

    command: Command | None
    error: UserError
