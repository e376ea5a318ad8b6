"""The documents that are open: the one on the desk, whose truth the session holds, and those that are only written.

Every edit goes through here, one after the other. One that was made on an older revision is applied to the newest
where nothing it touches was touched since (:mod:`livedesk.domain.rebase`); else it is refused as stale.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager

from livedesk.app.edit_keeper import EditKeeper, Submits
from livedesk.domain import commands as c
from livedesk.domain.admission import admit
from livedesk.domain.edit_summary import edit_summary
from livedesk.domain.edits import Edit
from livedesk.domain.errors import UserError
from livedesk.domain.ports import Clock, Guard, Shows
from livedesk.domain.rebase import clashes
from livedesk.domain.run import airs_still
from livedesk.domain.rundown import Show
from livedesk.services.session.snapshot import DocumentSnapshot, SessionSnapshot
from livedesk.services.session.thread import ShowThread

FINISH_S = 3.0
REMEMBERED = 8
LOOK_BACK = 500
_Step = Callable[[str, str, int, Guard], tuple[Show, int]]


class Documents:
    """Any thread but the GUI's and the show's: edits wait for each other, undo for the disk. ``fault`` is told what
    keeps an edit from the disk (empty: nothing)."""

    def __init__(
        self,
        shows: Shows,
        writer: Submits,
        thread: ShowThread,
        clock: Clock,
        operator: Callable[[], str],
        publish: Callable[[object], None],
        current: Callable[[], SessionSnapshot | None],
        fault: Callable[[str], None],
    ) -> None:
        self._shows = shows
        self._writer = writer
        self._thread = thread
        self._clock = clock
        self._operator = operator
        self._publish = publish
        self._current = current
        self._edits = EditKeeper(shows, writer, fault)
        self._changing = threading.Lock()
        self._open: OrderedDict[str, DocumentSnapshot] = OrderedDict()
        self._made: dict[str, list[tuple[int, Edit]]] = {}

    def load(self, show_id: str) -> DocumentSnapshot:
        """A document as it stands now, kept on disk or on its way there. Raises UserError ``show.missing``."""
        with self.held(show_id) as document:
            return document

    @contextmanager
    def held(self, show_id: str) -> Iterator[DocumentSnapshot]:
        """A document as it stands now, which nobody changes until this is left: it comes on the desk meanwhile."""
        with self._changing:
            yield self._load(show_id)

    def edit(
        self,
        show_id: str,
        edit: Edit,
        base: int,
        own: frozenset[int] = frozenset(),
        *,
        by: str = "",
        summary: str = "",
    ) -> DocumentSnapshot:
        """Change a document that was seen at revision ``base``; it is kept behind the change, in order, as often as
        it takes. ``own`` are the revisions since that the same window made: it has seen them. ``by`` is who did it
        where that is not the person at the desk, ``summary`` what the run's log calls it where that is not the
        edit's kind. Raises UserError ``edit.stale`` where something it touches was changed since, and what the edit
        itself raises."""
        with self._changing:
            now = self._load(show_id)
            if base != now.revision and self._clashes(edit, show_id, base, now.revision, own):
                raise UserError("edit.stale", show=show_id, base=base, current=now.revision)
            if self._on_desk(show_id):
                changed = DocumentSnapshot(
                    *self._thread.ask(lambda session: session.edit(edit, now.revision)).result()
                )
            else:
                changed = DocumentSnapshot(admit(now.show, edit)[0], now.revision + 1)
            who = by or self._operator()
            self._remember(changed)
            self._note(show_id, changed.revision, edit)
            self._edits.keep(show_id, edit, base=now.revision, by=who, at_ms=self._clock.now().wall_ms)
            self._publish(changed)
        if self._on_desk(show_id):
            self._thread.tell(c.NoteEdit(changed.revision, summary or edit_summary(now.show, edit)), who)
        return changed

    def undo(self, show_id: str) -> DocumentSnapshot:
        """Take the newest edit of a document back. Raises UserError ``edit.nothing``."""
        return self._step(
            show_id,
            "undo",
            lambda one, by, at_ms, guard: self._shows.undo(one, by=by, at_ms=at_ms, guard=guard),
        )

    def redo(self, show_id: str) -> DocumentSnapshot:
        """Apply the edit undone last again. Raises UserError ``edit.nothing``."""
        return self._step(
            show_id,
            "redo",
            lambda one, by, at_ms, guard: self._shows.redo(one, by=by, at_ms=at_ms, guard=guard),
        )

    def kept(self, show_id: str) -> bool:
        """Wait a moment until every edit of this show is on disk; returns whether they are."""
        return self._edits.kept(show_id, FINISH_S)

    def finish(self) -> int:
        """Before the store closes: wait a moment for the edits; returns how many could not be kept."""
        return self._edits.finish(FINISH_S)

    def _step(self, show_id: str, what: str, work: _Step) -> DocumentSnapshot:
        with self._changing:
            if self._edits.finish(FINISH_S):
                raise UserError("edit.waiting")
            by, now = self._operator(), self._clock.now().wall_ms
            found: list[tuple[Show, int]] = []
            done: Future[object] = self._writer.submit(
                lambda: found.append(work(show_id, by, now, self._guard(show_id)))
            )
            done.result()
            changed = DocumentSnapshot(*found[0])
            self._remember(changed)
            if self._on_desk(show_id):
                self._thread.ask(lambda session: session.replace_document(changed.show, changed.revision)).result()
            (step,) = self._shows.history(show_id, after=changed.revision - 1)
            self._note(show_id, changed.revision, step.edit)
            self._publish(changed)
        if self._on_desk(show_id):
            self._thread.tell(c.NoteEdit(changed.revision, what), by)
        return changed

    def _guard(self, show_id: str) -> Guard:
        snapshot = self._current()
        run = snapshot.state.run if snapshot is not None and snapshot.state.show.id == show_id else None

        def guard(before: Show, after: Show) -> None:
            if run is not None:
                airs_still(run, before, after)

        return guard

    def _on_desk(self, show_id: str) -> bool:
        snapshot = self._current()
        return snapshot is not None and snapshot.run_id is not None and snapshot.state.show.id == show_id

    def _load(self, show_id: str) -> DocumentSnapshot:
        if self._on_desk(show_id):
            return self._thread.ask(
                lambda session: DocumentSnapshot(session.state.show, session.state.revision)
            ).result()
        known = self._open.get(show_id)
        if known is None:
            known = DocumentSnapshot(*self._shows.load(show_id))
            self._remember(known)
        return known

    def _remember(self, document: DocumentSnapshot) -> None:
        self._open[document.show.id] = document
        self._open.move_to_end(document.show.id)
        for show_id in list(self._open)[:-REMEMBERED]:
            if not self._edits.waits_for(show_id):
                del self._open[show_id]
                self._made.pop(show_id, None)

    def _note(self, show_id: str, revision: int, edit: Edit) -> None:
        made = self._made.setdefault(show_id, [])
        made.append((revision, edit))
        del made[:-LOOK_BACK]

    def _clashes(self, edit: Edit, show_id: str, base: int, current: int, own: frozenset[int]) -> bool:
        """Whether an edit of an older revision touches what was touched since. A base that is too old to tell, or
        none of this document, clashes."""
        if not 0 < base < current:
            return True
        made = {revision: one for revision, one in self._made.get(show_id, ()) if revision > base}
        missing = current - base - len(made)
        if missing:
            made |= {
                step.revision: step.edit for step in self._shows.history(show_id, after=base, limit=LOOK_BACK)
            }
        others = [one for revision, one in made.items() if revision not in own]
        return len(made) < current - base or clashes(edit, others)
