"""When the script of a window was on air, read while somebody looks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.services.broadcasts import Broadcast, broadcasts
from livedesk.ui.context import DeskContext, Services
from livedesk.ui.workspaces.script.approval_facts import ApprovalFacts
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.patience import AGAIN_MS, loading

_SOON_MS, _TRIES = 150, 6


class VersionRuns(QObject):
    """``found`` are the times on air, the newest first; ``changed`` tells that there are others.

    They are read in a worker when somebody begins to look, when another show is opened, and when the show goes on
    air or off: the desk tells that before it is on disk, so it is read again, a few times, until both say the
    same."""

    changed = Signal()

    def __init__(
        self,
        context: DeskContext,
        document: ScriptDocument,
        facts: ApprovalFacts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._document, self._facts = context, document, facts
        self._show_id = ""
        self._live = facts.live
        self._watched = self._busy = self._stale = False
        self._tries = 0
        self.found: tuple[Broadcast, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read)
        document.changed.connect(self._opened)
        facts.changed.connect(self._told)

    def watch(self, watched: bool) -> None:
        """Whether anybody looks."""
        self._watched = watched
        if watched:
            self._anew()
        else:
            self._soon.stop()

    def _anew(self) -> None:
        self._tries = 0
        self._stale = True
        if self._watched:
            self._soon.start(0)

    @Slot(object)
    def _opened(self, change: Changed) -> None:
        if change.show.id != self._show_id:
            self._show_id = change.show.id
            self.found = ()
            self.changed.emit()
            self._anew()

    @Slot()
    def _told(self) -> None:
        if self._facts.live != self._live:
            self._live = self._facts.live
            self._anew()

    @Slot()
    def _read(self) -> None:
        show = self._document.show
        if self._busy or not self._watched or show is None:
            return
        self._show_id = show.id
        self._busy, self._stale = True, False
        work = partial(_broadcasts, self._context.services, show.id, self.found)
        self._context.background.run(work, self._known, self._failed)

    @Slot(object)
    def _known(self, read: tuple[str, tuple[Broadcast, ...]]) -> None:
        self._busy = False
        show_id, found = read
        if show_id == self._show_id and found != self.found:
            self.found = found
            self.changed.emit()
        if not self._watched:
            return
        if self._stale:
            self._soon.start(0)
        elif self._live != any(one.ended_ms is None for one in found) and self._tries < _TRIES:
            self._soon.start(_SOON_MS << self._tries)
            self._tries += 1

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._busy = False
        if loading(error) or self._stale:
            self._soon.start(AGAIN_MS)
        if not loading(error):
            raise error


def _broadcasts(
    services: Services, show_id: str, known: tuple[Broadcast, ...]
) -> tuple[str, tuple[Broadcast, ...]]:
    """Asked in a worker: the services may refuse to give the runs."""
    return show_id, broadcasts(services.runs, show_id, known)
