"""The document that a window of the script page writes: what it shows at once, and what is on its way.

An edit is shown before the services have it; they get one after the other. What somebody else changed meanwhile
comes in beneath what is still on its way. An edit that the services refuse because of it is made again
where both change different things; else it becomes a :class:`Conflict`: both versions stand there until a person has
chosen, and no word is lost.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain.admission import admit
from livedesk.domain.edits import (
    ChangeSegments,
    Edit,
    ReplaceProduct,
    SpliceScript,
    apply,
)
from livedesk.domain.errors import UserError
from livedesk.domain.rebase import Key, conflicts, settled
from livedesk.domain.rundown import Show
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.script.choice import Choice, choice_of, followed
from livedesk.ui.workspaces.script.conflict_met import Conflict, meet

__all__ = ["Changed", "Conflict", "ScriptDocument", "Stepped"]

_SAME_ROWS = (ChangeSegments, SpliceScript, ReplaceProduct)
_STEPS_AHEAD = 4
"""Undos and redos that may be on their way at once."""
_KEPT_APART = ("edit.stale", "edit.closed", "edit.missing")


@dataclass(frozen=True, eq=False)
class Changed:
    """The document before (None: another one was shown, or none) and as it is shown now."""

    before: Show | None
    show: Show


@dataclass(frozen=True, eq=False)
class Stepped:
    """An undo or a redo was done as ``revision``: the document before and after it."""

    before: Show
    after: Show
    revision: int


@dataclass(frozen=True, eq=False)
class _Waiting:
    """An edit on its way (None: ``step`` is undo or redo), with the show that it was made on, the one that is shown
    with it, and the revision that was seen."""

    edit: Edit | None
    step: str
    before: Show
    after: Show
    base: int


class ScriptDocument(QObject):
    """``do`` an edit; ``changed`` tells of every change, whoever made it. ``choose`` is what is selected: segments or
    standby plans, and the one whose text is shown; ``among`` are the items that a person sees (empty: all)."""

    changed = Signal(object)
    """A :class:`Changed`."""
    stepped = Signal(object)
    """A :class:`Stepped`, after its ``changed``."""
    chose = Signal()
    """What is chosen has changed."""
    conflicted = Signal(object)
    """A :class:`Conflict` that a person has to settle."""
    refused = Signal(object)
    """The UserError of something that was not done."""
    settling = Signal(bool)
    """Whether edits are on their way."""
    flushing = Signal()
    """Whoever holds words that are typed but not asked for yet asks for them now (see :meth:`flush`)."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._known: DocumentSnapshot | None = None
        self._shown: Show | None = None
        self._opening = ""
        self._coming: DocumentSnapshot | None = None
        self._waiting: deque[_Waiting] = deque()
        self._sent = False
        self._later: DocumentSnapshot | None = None
        self._own: list[int] = []
        self._choice = Choice()
        self.among: Collection[str] = ()
        self._lost: tuple[Edit, Show, UserError] | None = None
        context.bridge.subscribe(DocumentSnapshot, self._published)

    # --- reading -------------------------------------------------------------------------------------------

    @property
    def show(self) -> Show | None:
        """The document as it is shown, edits on their way included; None: none is open."""
        return self._shown

    @property
    def revision(self) -> int:
        """The newest revision known to be kept or about to be; 0 without a document."""
        return self._known.revision if self._known is not None else 0

    @property
    def editable(self) -> bool:
        """Whether edits are taken: a document is open and not locked."""
        return self._shown is not None and not self._shown.approval.closed

    @property
    def busy(self) -> bool:
        """Whether edits are on their way."""
        return bool(self._waiting) or self._sent

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen segments, in rundown order."""
        return self._choice.segments

    @property
    def plans(self) -> tuple[str, ...]:
        """The chosen standby plans, in their order; none while segments are chosen."""
        return self._choice.plans

    @property
    def current(self) -> str:
        """The segment or standby plan whose text is shown, one of those that are chosen; empty for none."""
        return self._choice.current

    # --- changing ------------------------------------------------------------------------------------------

    def open(self, show_id: str) -> None:
        """Show another document, once every edit of this one is kept; one that is shown already stays."""
        if show_id == self._opening or (self._shown is not None and self._shown.id == show_id):
            return
        self.flush()
        self._opening, self._coming = show_id, None
        work = partial(self._context.services.document, show_id)
        self._context.background.run(work, self._opened, self._not_opened, urgent=True)

    def flush(self) -> None:
        """Let every panel ask for what is typed in it."""
        self.flushing.emit()

    def do(self, edit: Edit | None) -> bool:
        """Show an edit now and ask the services for it. False where there is none, or it is refused at once."""
        if edit is None or self._shown is None or self._known is None:
            return False
        before = self._shown
        try:
            after, _ = admit(before, edit)
        except UserError as error:
            self.refused.emit(error)
            return False
        self._put(_Waiting(edit, "", before, after, self._known.revision))
        self._show(after, same_rows=isinstance(edit, _SAME_ROWS))
        return True

    @property
    def hurried(self) -> bool:
        """Whether undos are on their way faster than anybody sees what they took back, as a held key asks for them:
        more of them wait until some were seen."""
        return sum(waiting.edit is None for waiting in self._waiting) >= _STEPS_AHEAD

    def undo(self) -> None:
        """Take the newest edit back, whoever made it."""
        self._step("undo")

    def redo(self) -> None:
        """Apply the edit undone last again."""
        self._step("redo")

    def settle(self, conflict: Conflict, theirs: frozenset[Key]) -> None:
        """Do what a person has chosen: this window's version of every field but ``theirs``."""
        if self._shown is not None and self._shown.id == conflict.current.id:
            self.do(settled(conflict.edit, conflict.base, self._shown, theirs))

    def choose(self, ids: tuple[str, ...], current: str = "") -> None:
        """Select segments or standby plans; ``current`` is the item to show (empty: the first of them). See
        :mod:`.choice`."""
        if choice_of(self._shown, ids, current) != self._choice:
            self.flush()
            self._choice = choice_of(self._shown, ids, current)
            self.chose.emit()

    # --- inside --------------------------------------------------------------------------------------------

    def _step(self, what: str) -> None:
        self.flush()
        if self._shown is not None and self._known is not None:
            self._put(_Waiting(None, what, self._shown, self._shown, self._known.revision))

    def _put(self, waiting: _Waiting) -> None:
        self._waiting.append(waiting)
        if len(self._waiting) == 1:
            self.settling.emit(True)
        self._send()

    def _send(self) -> None:
        if self._sent or not self._waiting or self._shown is None:
            return
        first, services, show_id = self._waiting[0], self._context.services, self._shown.id
        self._sent = True
        if first.edit is None:
            work = partial(services.undo if first.step == "undo" else services.redo, show_id)
        else:
            own = frozenset(revision for revision in self._own if revision > first.base)
            work = partial(services.edit, show_id, first.edit, first.base, own)
        self._context.background.run(work, self._done, self._failed, urgent=True)

    def _show(self, show: Show, *, same_rows: bool = False) -> None:
        """Show another state of the document; ``same_rows``: its segments and standby plans have stayed."""
        before, self._shown = self._shown, show
        if before is not None and before.id != show.id:
            before = None
        if before is show:
            return
        was = self._choice
        if not same_rows:
            taken = bool(self._waiting) and self._waiting[-1].after is show
            self._choice = followed(was, before, show, taken=taken, among=self.among)
        self.changed.emit(Changed(before, show))
        if self._choice != was:
            self.chose.emit()

    def _take(self, newest: DocumentSnapshot) -> None:
        """Go on from another state of the document, with what is on its way on top."""
        self._known = newest
        show = newest.show
        kept: deque[_Waiting] = deque()
        for waiting in self._waiting:
            if waiting.edit is None:
                kept.append(waiting)
                continue
            try:
                after = apply(show, waiting.edit)[0]
            except UserError:
                after = show
            # What it was made on stays what the person saw: a conflict is told against that.
            kept.append(_Waiting(waiting.edit, "", waiting.before, after, waiting.base))
            show = after
        self._waiting = kept
        self._show(show)

    @Slot(object)
    def _opened(self, snapshot: DocumentSnapshot) -> None:
        if snapshot.show.id != self._opening:
            return
        if self._coming is None or snapshot.revision > self._coming.revision:
            self._coming = snapshot
        self._turn()

    def _turn(self) -> None:
        """Show the document that has come. What was done or typed meanwhile belongs to the one before: it is kept
        first."""
        self.flush()
        snapshot = self._coming
        if snapshot is None or self.busy:
            return
        self._opening, self._coming = "", None
        self._later, self._own = None, []
        self._choice = Choice()
        self._known, before = snapshot, self._shown
        self._shown = None if before is None or before.id != snapshot.show.id else before
        self._show(snapshot.show)
        self.settling.emit(False)
        self.chose.emit()

    @Slot(object)
    def _not_opened(self, error: Exception) -> None:
        self._opening = ""
        self._tell(error)

    @Slot(object)
    def _published(self, snapshot: DocumentSnapshot) -> None:
        if self._coming is not None and snapshot.show.id == self._coming.show.id:
            if snapshot.revision > self._coming.revision:
                self._coming = snapshot
            return
        if self._known is None or snapshot.show.id != self._known.show.id:
            return
        if self._sent:
            if self._later is None or snapshot.revision > self._later.revision:
                self._later = snapshot
        elif snapshot.revision > self._known.revision:
            self._take(snapshot)

    @Slot(object)
    def _done(self, result: DocumentSnapshot) -> None:
        if self._shown is None or result.show.id != self._shown.id or not self._waiting:
            return
        first = self._waiting.popleft()
        self._sent = False
        later, self._later = self._later, None
        if first.edit is not None:
            self._own.append(result.revision)
        if later is not None and later.revision > result.revision:
            self._take(later)
        elif first.edit is not None and self._known is not None and result.revision == self._known.revision + 1:
            # Nothing came between: what is shown is what the services have.
            self._known = DocumentSnapshot(first.after, result.revision)
        else:
            self._take(result)
        if first.edit is None:
            self.stepped.emit(Stepped(first.before, result.show, result.revision))
        self._next()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not self._waiting:
            self._tell(error)
            return
        self._sent = False
        self._later = None
        first = self._waiting.popleft()
        apart = isinstance(error, UserError) and error.code in _KEPT_APART
        if isinstance(error, UserError) and apart and first.edit is not None:
            self._lost = first.edit, first.before, error
        else:
            self._lost = None
            self._tell(error)
        # What the services have may be newer than what is known here.
        self._sent = True
        work = partial(self._context.services.document, first.before.id)
        self._context.background.run(work, self._looked, self._unseen, urgent=True)

    @Slot(object)
    def _looked(self, snapshot: DocumentSnapshot) -> None:
        self._sent = False
        if self._shown is None or snapshot.show.id != self._shown.id:
            return
        lost, self._lost = self._lost, None
        left = meet(lost[0], lost[1], snapshot.show, lost[2]) if lost is not None else None
        if left is not None and not isinstance(left, Conflict):
            # It goes before what was done after it.
            self._waiting.appendleft(_Waiting(left, "", snapshot.show, snapshot.show, snapshot.revision))
        self._take(snapshot)
        if isinstance(left, Conflict):
            self.conflicted.emit(left)
        elif left is None and lost is not None:
            self.refused.emit(lost[2])
        self._next()

    @Slot(object)
    def _unseen(self, error: Exception) -> None:
        self._sent = False
        lost, self._lost = self._lost, None
        self._tell(error)
        if lost is not None and self._shown is not None:
            edit, base, why = lost
            self.conflicted.emit(Conflict(edit, base, self._shown, conflicts(edit, base, self._shown), why))
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self._send()
        elif self._coming is not None:
            self._turn()
        else:
            self.settling.emit(False)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.refused.emit(error)
