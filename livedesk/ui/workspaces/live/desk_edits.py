"""Edits of the document from the desk: by hand on the page, by a key that runs the show, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain.edits import Edit
from livedesk.domain.errors import UserError
from livedesk.domain.locked_steps import redone_next, runs_the_show, undone_next
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.context import DeskContext


def _step(context: DeskContext, show_id: str, action_id: str, locked_since: int | None) -> object:
    """Undo or redo (in the background); on a locked desk (``locked_since``: epoch ms since when the show is on air)
    only what runs the show."""
    services = context.services
    back = action_id == "undo"
    if locked_since is not None:
        steps = services.shows.history(show_id)
        found = undone_next(steps) if back else redone_next(steps)
        if found is None or not runs_the_show(found, locked_since):
            raise UserError("edit.locked")
    return services.undo(show_id) if back else services.redo(show_id)


class DeskEdits(QObject):
    """``done`` tells that the document changed, ``failed`` carries why it did not."""

    done = Signal()
    failed = Signal(object)

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._snapshot: SessionSnapshot | None = None

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """The document that is edited from now on."""
        self._snapshot = snapshot

    @Slot(object)
    def edit(self, edit: Edit) -> None:
        """An edit by hand on the page: refused with why while the desk is locked."""
        why = self._context.lock.why()
        if why:
            self._context.actions.refused.emit("lock", why)
            return
        self._context.lock.used()
        self.change(edit)

    @Slot(object)
    def change(self, edit: Edit) -> None:
        """An edit that runs the show: never locked."""
        if self._snapshot is not None:
            state = self._snapshot.state
            work = partial(self._context.services.edit, state.show.id, edit, state.revision)
            self._context.background.run(work, self._done, self._failed, urgent=True)

    def step(self, action_id: str) -> None:
        """``undo`` or ``redo``; on a locked desk only of what runs the show."""
        if self._snapshot is None:
            return
        since: int | None = None
        if self._context.lock.locked:
            run = self._snapshot.state.run
            since = run.instant(run.airings[0].started_ms) if run.airings else self._context.clock.now().wall_ms
        else:
            self._context.lock.used()
        work = partial(_step, self._context, self._snapshot.state.show.id, action_id, since)
        self._context.background.run(work, self._done, self._failed, urgent=True)

    @Slot(object)
    def _done(self, _changed: object) -> None:
        """The snapshot of the changed show follows through the bridge."""
        self.done.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.failed.emit(error)
