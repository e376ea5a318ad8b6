"""The steps of the script's history that a window has read so far, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.domain.ports import Revision
from livedesk.domain.rundown import Show
from livedesk.ui.context import DeskContext, Services
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.patience import AGAIN_MS, loading
from livedesk.ui.workspaces.script.version_words import Titles, named

PAGE = 200
_CALM_MS, _TRIES = 250, 6


@dataclass(frozen=True, eq=False)
class _Read:
    """Steps that were read; ``titles`` of the rows they name. ``older``: they follow those that are known."""

    steps: tuple[Revision, ...]
    titles: Titles
    older: bool


class VersionHistory(QObject):
    """Read while somebody looks (:meth:`watch`), in a worker. What is known stays; what is new comes on top, and a
    step that was undone since says so. ``changed`` tells that there are others."""

    changed = Signal()

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._document = context, document
        self._show_id = ""
        self._opening = self._reading = 0
        """How often another show was opened: now, and when what is being read was asked for."""
        self._watched = False
        self._stale = True
        self._busy = False
        self._tries = 0
        self.steps: tuple[Revision, ...] = ()
        self.whole = False
        self.titles: Titles | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read)
        document.changed.connect(self._changed)

    def watch(self, watched: bool) -> None:
        """Whether anybody looks."""
        self._watched = watched
        if not watched and self._soon.isActive():
            self._soon.stop()
            self._stale = True
        elif watched and self._stale:
            self._soon.start(0)

    def more(self) -> None:
        """Read the next older page."""
        if not self.whole and not self._busy and self.steps:
            self._ask(before=self.steps[-1].revision)

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        self._stale = True
        self._tries = 0
        if change.show.id != self._show_id:
            self._show_id = change.show.id
            self._opening += 1
            self.steps, self.whole, self.titles = (), False, None
            self.changed.emit()
        if self._watched and not self._soon.isActive():
            self._soon.start(_CALM_MS)

    @Slot()
    def _read(self) -> None:
        if self._busy or not self._watched or self._document.show is None:
            return
        self._show_id = self._document.show.id
        self._stale = False
        self._ask(after=self.steps[0].revision if self.steps else 0)

    def _ask(self, *, after: int = 0, before: int | None = None) -> None:
        show = self._document.show
        if show is not None:
            self._busy, self._reading = True, self._opening
            work = partial(_steps, self._context.services, show, after, before)
            self._context.background.run(work, self._found, self._failed)

    @Slot(object)
    def _found(self, read: _Read) -> None:
        self._busy = False
        if self._reading != self._opening:
            self._soon.start(0)
            return
        if read.older:
            self.steps = (*self.steps, *read.steps)
            self.whole = len(read.steps) < PAGE
        else:
            # A full page may not reach down to what is known: what lies below it is read again when asked for.
            full = len(read.steps) == PAGE
            kept = () if full else _marked(self.steps, read.steps)
            self.whole = not full and (self.whole or not self.steps)
            self.steps = (*read.steps, *kept)
        if self.titles is not None:
            read.titles.learn(self.titles)
        self.titles = read.titles
        self.changed.emit()
        self._go_on()

    def _go_on(self) -> None:
        """What was asked for in between; and what is shown but was not kept when it was read."""
        newest = self.steps[0].revision if self.steps else 1
        if not self._watched:
            self._stale = self._stale or newest < self._document.revision
        elif self._stale:
            self._soon.start(_CALM_MS)
        elif newest < self._document.revision or self._document.busy:
            if self._tries < _TRIES:
                self._soon.start(_CALM_MS << self._tries)
                self._tries += 1
            else:
                self._stale = True

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._stale = True
        if self._watched and (loading(error) or self._reading != self._opening):
            self._soon.start(AGAIN_MS)
        if not loading(error):
            raise error


def _steps(services: Services, show: Show, after: int, before: int | None) -> _Read:
    """Asked in a worker: the services may refuse to give the shows."""
    shows = services.shows
    steps = shows.history(show.id, after=after, before=before, limit=PAGE)
    titles = Titles(show, steps=steps)
    if any(not titles.knows(item) for step in steps for item in named(step.edit)):
        # A row that was there from the start and is gone.
        titles.add(shows.load(show.id, 1)[0])
    return _Read(steps, titles, before is not None)


def _marked(known: Sequence[Revision], new: Sequence[Revision]) -> tuple[Revision, ...]:
    """The known steps, with what the new ones took back or did again."""
    undone: dict[int, int | None] = {}
    for step in reversed(new):
        if step.target is not None:
            undone[step.target] = step.revision if step.action == "undo" else None
    if not undone:
        return tuple(known)
    return tuple(
        replace(step, undone=undone[step.revision]) if step.revision in undone else step for step in known
    )
