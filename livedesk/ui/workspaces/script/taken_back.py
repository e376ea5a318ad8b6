"""What an undo or a redo did: said in words beside the version, and brought into sight. It takes the newest edit,
whoever made it, and that may stand anywhere in the show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain.edits import Batch, Edit, PutSegments
from livedesk.domain.ports import Revision, Shows
from livedesk.domain.rebase import ITEM, touches
from livedesk.domain.rundown import Show
from livedesk.ui.context import DeskContext
from livedesk.ui.words import who
from livedesk.ui.workspaces.script.document import ScriptDocument, Stepped
from livedesk.ui.workspaces.script.version_words import Titles, step_words

_MANY = 50
"""Of more segments only the first is chosen: nobody looks at them one by one."""


@dataclass(frozen=True, eq=False)
class _Read:
    step: Revision
    meant: Revision | None
    titles: Titles


class TakenBack(QObject):
    """Follows the document. ``told`` carries the words; empty once something else has changed."""

    told = Signal(str)

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._document = context, document
        self._asked: Stepped | None = None
        document.changed.connect(self._changed)
        document.stepped.connect(self._stepped)

    @Slot(object)
    def _changed(self, _change: object) -> None:
        if self._asked is not None:
            self._asked = None
            self.told.emit("")

    @Slot(object)
    def _stepped(self, stepped: Stepped) -> None:
        self._asked = stepped
        work = partial(_read, self._context.services.shows, stepped)
        self._context.background.run(work, self._found, self._failed)

    @Slot(object)
    def _found(self, read: _Read) -> None:
        asked = self._asked
        if asked is None or asked.revision != read.step.revision:
            return
        words = step_words(read.step, read.titles, {read.meant.revision: read.meant} if read.meant else {})
        if read.meant is not None and read.meant.by != self._context.operator():
            words = f"{words} · {who(read.meant.by)}"
        self.told.emit(words)
        self._bring(read.step, asked.after)

    def _bring(self, step: Revision, show: Show) -> None:
        """Choose what was changed, unless some of it is chosen already."""
        items = _items(step.edit)
        if items & {*self._document.chosen, *self._document.plans}:
            return
        found = tuple(item.id for item in show.segments if item.id in items)
        found = found or tuple(plan.id for plan in show.standbys if plan.id in items)
        if found:
            self._document.choose(found if len(found) <= _MANY else found[:1], found[0])

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        raise error


def _read(shows: Shows, stepped: Stepped) -> _Read:
    (step,) = shows.history(stepped.after.id, after=stepped.revision - 1, before=stepped.revision + 1)
    meant: tuple[Revision, ...] = ()
    if step.target is not None:
        meant = shows.history(stepped.after.id, after=step.target - 1, before=step.target + 1)
    return _Read(step, meant[0] if meant else None, Titles(stepped.after, stepped.before, steps=(step, *meant)))


def _items(edit: Edit) -> set[str]:
    """The segments and standby plans that stand in the show after an edit and were changed or put in by it."""
    match edit:
        case Batch(edits):
            return {item for one in edits for item in _items(one)}
        case PutSegments(puts):
            return {put.segment.id for put in puts}
        case _:
            return {touch.id for touch in touches(edit) if touch.kind == ITEM}
