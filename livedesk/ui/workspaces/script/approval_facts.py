"""How far the script of a window has come, who moved it there, what was changed since it was approved, and whether
its show is on air."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.domain.approval import approved_in, before_closing
from livedesk.domain.diff import diff
from livedesk.domain.edits import SetApproval
from livedesk.domain.ports import Revision
from livedesk.domain.rundown import Approval, Show
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.context import DeskContext, Services
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.patience import AGAIN_MS, loading

_SOON_MS, _TRIES, _CALM_MS = 150, 6, 300


@dataclass(frozen=True, eq=False)
class _Read:
    """The steps of a show, the newest first, read for a state of it (``revision`` as the window knew it then, ``kept``
    on disk); what it was before it was closed; the show as it was approved, where that stands."""

    show: Show
    revision: int
    kept: int
    steps: tuple[Revision, ...]
    before: Approval
    approved: Show | None


class ApprovalFacts(QObject):
    """Follows a document; ``changed`` tells that any of it is another now.

    A step is shown before it is kept: the store is asked once nothing is on its way, and again, a few times, while it
    lags behind; where it refused, when it is open, or with the next change."""

    changed = Signal()

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document = document
        self._run: tuple[str, bool] = ("", False)
        self._last: Revision | None = None
        self._before = Approval.DRAFT
        self._approved: Show | None = None
        self._changes = 0
        self._tries = 0
        self._unread = False
        self._again, self._calm = QTimer(self), QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._ask)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._count)
        document.changed.connect(self._changed)
        context.bridge.subscribe(SessionSnapshot, self.on_session)
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
    def before(self) -> Approval:
        """What a closed script was before; a draft while that is not known."""
        return self._before

    @property
    def changes(self) -> int:
        """How many things differ from what was approved; 0 too where nothing is approved."""
        return self._changes if self.state is Approval.APPROVED else 0

    @property
    def live(self) -> bool:
        """Whether the show of this document is on air."""
        show_id, on_air = self._run
        return on_air and self._document.show is not None and self._document.show.id == show_id

    @Slot(object)
    def on_session(self, snapshot: SessionSnapshot) -> None:
        """What the session tells; also what it told before the page was made, which a page made late hears so."""
        now = snapshot.state.show.id, snapshot.state.run.before_viewers
        if now != self._run:
            self._run = now
            self.changed.emit()

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        before, state = change.before, change.show.approval
        if before is None or before.approval is not state:
            if before is None:
                self._before = Approval.DRAFT
            elif state.closed and not before.approval.closed:
                self._before = before.approval
            self._look()
        elif self._unread:
            self._ask()
        elif self._approved is not None:
            self._calm.start()

    def _look(self) -> None:
        self._last = self._approved = None
        self._changes = 0
        self._tries = 0
        self.changed.emit()
        self._ask()

    @Slot()
    def _ask(self) -> None:
        show, revision = self._document.show, self._document.revision
        self._unread = False
        if show is None:
            return
        if self._document.busy:
            self._again.start(_SOON_MS)
        else:
            work = partial(_read, self._context.services, show, revision)
            self._context.background.run(work, self._known, self._failed)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if loading(error):
            self._again.start(AGAIN_MS)
            return
        self._unread = True
        raise error

    @Slot(object)
    def _known(self, read: _Read) -> None:
        show = self._document.show
        if show is None or (show.id, show.approval) != (read.show.id, read.show.approval):
            # It was asked again since.
            return
        if read.kept < read.revision:
            if self._tries < _TRIES:
                self._again.start(_SOON_MS << self._tries)
                self._tries += 1
            return
        newest = read.steps[0] if read.steps else None
        if newest is not None and isinstance(newest.edit, SetApproval) and newest.edit.approval is show.approval:
            self._last = newest
        self._before, self._approved = read.before, read.approved
        self.changed.emit()
        self._count()

    @Slot()
    def _count(self) -> None:
        show, approved = self._document.show, self._approved
        if show is not None and approved is not None:
            self._context.background.run(partial(_differ, approved, show), self._counted)

    @Slot(object)
    def _counted(self, found: tuple[Show, Show, int]) -> None:
        approved, show, changes = found
        # The answer for a later state may come before that for an earlier one.
        if approved is self._approved and show is self._document.show and changes != self._changes:
            self._changes = changes
            self.changed.emit()


def _read(services: Services, show: Show, revision: int) -> _Read:
    """Asked in a worker: the services may refuse to give the shows."""
    shows = services.shows
    newest = shows.history(show.id, limit=1)
    steps = shows.approvals(show.id)
    states = [(step.revision, step.edit.approval) for step in steps if isinstance(step.edit, SetApproval)]
    if show.approval not in (Approval.DRAFT, Approval.IN_REVIEW) and all(
        state.closed or state is Approval.APPROVED for _, state in states
    ):
        # Nothing else stands before them but what the show began as.
        states.append((1, shows.load(show.id, 1)[0].approval))
    base = approved_in(states) if show.approval is Approval.APPROVED else None
    approved = None if base is None else shows.load(show.id, base)[0]
    before = before_closing(state for _, state in states)
    return _Read(show, revision, newest[0].revision if newest else 1, steps, before, approved)


def _differ(approved: Show, show: Show) -> tuple[Show, Show, int]:
    found = diff(replace(approved, approval=show.approval), show)
    return approved, show, len(found.items) + len(found.facts)
