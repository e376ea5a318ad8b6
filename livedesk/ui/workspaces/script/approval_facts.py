"""How far the script of a window has come, who moved it there, and whether its show is on air."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.domain.edits import SetApproval
from livedesk.domain.events import RunKind
from livedesk.domain.ports import Revision
from livedesk.domain.run import Phase
from livedesk.domain.rundown import Approval, Show
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument

_SOON_MS, _TRIES = 150, 6


class ApprovalFacts(QObject):
    """Follows a document; ``changed`` tells that any of it is another now.

    A step is shown before it is kept, so the store may not know yet who made it: it is asked again, a few times."""

    changed = Signal()

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document = document
        self._run: tuple[str, bool] = ("", False)
        self._last: Revision | None = None
        self._tries = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._ask)
        document.changed.connect(self._changed)
        context.bridge.subscribe(SessionSnapshot, self._session)
        if document.show is not None:
            self._look()

    @property
    def state(self) -> Approval:
        """The state as the window shows it; a draft without a document."""
        show = self._document.show
        return Approval.DRAFT if show is None else show.approval

    @property
    def last(self) -> Revision | None:
        """The step that led to the state; None: none did, or it is not known yet."""
        return self._last

    @property
    def reason(self) -> str:
        """What was said with it."""
        return (
            self._last.edit.reason if self._last is not None and isinstance(self._last.edit, SetApproval) else ""
        )

    @property
    def live(self) -> bool:
        """Whether the show of this document is on air."""
        show_id, on_air = self._run
        return on_air and self._document.show is not None and self._document.show.id == show_id

    @Slot(object)
    def _session(self, snapshot: SessionSnapshot) -> None:
        run = snapshot.state.run
        now = snapshot.state.show.id, run.phase is Phase.ON_AIR and run.kind is RunKind.LIVE
        if now != self._run:
            self._run = now
            self.changed.emit()

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        if change.before is None or change.before.approval is not change.show.approval:
            self._look()

    def _look(self) -> None:
        self._last = None
        self._tries = 0
        self.changed.emit()
        self._ask()

    @Slot()
    def _ask(self) -> None:
        show = self._document.show
        if show is not None:
            work = partial(self._approvals, show)
            self._context.background.run(work, self._known)

    def _approvals(self, show: Show) -> tuple[str, tuple[Revision, ...]]:
        return show.id, self._context.services.shows.approvals(show.id)

    @Slot(object)
    def _known(self, found: tuple[str, tuple[Revision, ...]]) -> None:
        show_id, steps = found
        show = self._document.show
        if show is None or show.id != show_id:
            return
        newest = steps[0] if steps else None
        if newest is not None and isinstance(newest.edit, SetApproval) and newest.edit.approval is show.approval:
            self._last = newest
            self.changed.emit()
        elif (steps or show.approval is not Approval.DRAFT) and self._tries < _TRIES:
            self._again.start(_SOON_MS << self._tries)
            self._tries += 1
