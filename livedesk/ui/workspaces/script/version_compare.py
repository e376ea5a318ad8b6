"""Two versions side by side: which, and what is different, found out in a worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.domain.diff import diff
from livedesk.domain.rundown import Show
from livedesk.ui.context import DeskContext, Services
from livedesk.ui.workspaces.script.diff_view import Comparison
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.patience import AGAIN_MS, loading

_CALM_MS = 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """Two versions by number and name; None: the script as it stands now. ``restoring``: ``after`` is to be put in
    the place of what stands now."""

    before: int | None
    after: int | None
    before_title: str
    after_title: str
    restoring: bool = False


class Comparer(QObject):
    """``compared`` carries the :class:`Comparison` that was asked for last, or None; anew while the script changes."""

    compared = Signal(object)

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._document = context, document
        self._wanted: Wanted | None = None
        self._watched = False
        self._stale = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._work)
        document.changed.connect(self._changed)

    def watch(self, watched: bool) -> None:
        """Whether anybody looks."""
        self._watched = watched
        if not watched and self._soon.isActive():
            self._soon.stop()
            self._stale = True
        elif watched and self._stale:
            self._soon.start(0)

    def ask(self, wanted: Wanted | None) -> None:
        """Compare these, or nothing any more."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted is None:
            self.compared.emit(None)
        elif self._watched:
            self._soon.start(0)
        else:
            self._stale = True

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        if change.before is None:
            self.ask(None)
        elif self._wanted is not None and None in (self._wanted.before, self._wanted.after):
            self._stale = True
            if self._watched and not self._soon.isActive():
                self._soon.start(_CALM_MS)

    @Slot()
    def _work(self) -> None:
        show = self._document.show
        if self._wanted is not None and show is not None:
            self._stale = False
            work = partial(_compare, self._context.services, show, self._wanted)
            self._context.background.run(work, self._done, self._failed)

    @Slot(object)
    def _done(self, found: tuple[Wanted, Comparison]) -> None:
        wanted, comparison = found
        if wanted == self._wanted:
            self.compared.emit(comparison)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._stale = True
        if not loading(error):
            raise error
        if self._watched:
            self._soon.start(AGAIN_MS)


def _compare(services: Services, now: Show, wanted: Wanted) -> tuple[Wanted, Comparison]:
    """Asked in a worker: the services may refuse to give the shows."""
    shows = services.shows
    before, after = (
        now if revision is None else shows.load(now.id, revision)[0] for revision in (wanted.before, wanted.after)
    )
    if wanted.restoring:
        after = replace(after, id=now.id, approval=now.approval)
    found = diff(before, after)
    return wanted, Comparison(before, after, found, wanted.before_title, wanted.after_title, wanted.restoring)
