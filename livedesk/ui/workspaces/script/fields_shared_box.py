"""A list of what the chosen segments have in common, with the fields of one entry."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from livedesk.domain.rundown import Show
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_box import ListBox, N
from livedesk.ui.workspaces.script.fields_list import Entry
from livedesk.ui.workspaces.script.fields_read import agreed
from livedesk.ui.workspaces.script.fields_row import Editor, Row
from livedesk.ui.workspaces.script.fields_shared import Lists, Shared, shared

_NOTHING: object = ""


@dataclass(frozen=True, slots=True)
class Sort(Generic[N]):
    """What sort of things a list has: what makes two ``alike``, how one reads in a ``line``, what segments (by id)
    have of them in a show, and what is ``shown`` in each field of an open one."""

    alike: Callable[[N], Hashable]
    line: Callable[[N], str]
    stands: Callable[[Show, Sequence[str]], Lists[N]]
    shown: Mapping[str, Callable[[N], object]]


class SharedBox(ListBox, Generic[N]):
    """Enter on an entry opens its fields, and what is wanted there goes to every chosen segment. While they are open
    the entry stays, also where somebody has changed it in one of the segments (it is *mixed* then).

    Subclasses add the fields with :meth:`detail`, and override what a :class:`ListBox` wants.
    """

    def __init__(
        self,
        context: DeskContext,
        document: ScriptDocument,
        key: str,
        title: str,
        sort: Sort[N],
        *,
        hint: str,
        several: str,
        ordered: bool = True,
    ) -> None:
        super().__init__(context, document, key, title, hint=hint, ordered=ordered, opens=self.tr("Edit"))
        self.opened: Shared[N] | None = None
        self._sort = sort
        self._hints = hint, several
        self._lists: Lists[N] = {}
        self._entries: tuple[Shared[N], ...] = ()
        self._details: list[Row] = []
        self.list.stood.connect(self._stood)

    def prepare(self) -> None:
        """The fields are about to be shown: fill what can be chosen in them."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The chosen segments."""
        return tuple(self._lists)

    # --- for subclasses ------------------------------------------------------------------------------------

    def detail(self, *parts: QWidget) -> None:
        """A row of fields of the open entry."""
        row = self.add("", *parts)
        self.column.removeWidget(row)
        self.column.insertWidget(self.column.indexOf(self.apart), row)
        row.hide()
        # Tab goes as the eye does: the line that adds was made before them.
        QWidget.setTabOrder(parts[-1], self.adder)
        self._details.append(row)

    def put_lists(self, lists: Lists[N], *, fresh: bool) -> None:
        """Show what segments have; ``fresh`` says that they are others than before."""
        if fresh:
            self.opened = None
            self.adder.held.hint = self._hints[len(lists) > 1]
            self.adder.reset("")
        if fresh or lists != self._lists:
            self._lists = lists
            self._look()
        self._fill(fresh=fresh)

    def found(self, entry_id: str, step: int = 0) -> Shared[N] | None:
        """An entry, or the one so many steps behind it in the list."""
        at = next((index for index, one in enumerate(self._entries) if one.id == entry_id), -1)
        return self._entries[at + step] if at >= 0 and 0 <= at + step < len(self._entries) else None

    # --- the list's own ------------------------------------------------------------------------------------

    def lost(self, show: Show) -> bool:
        """Whether the open entry is gone from every segment."""
        if self.opened is None:
            return False
        own = set(self.opened.ids.items())
        return not any(
            (one, thing.id) in own for one, things in self._sort.stands(show, self.ids).items() for thing in things
        )

    def open(self, entry_id: str) -> None:
        """Show the fields of an entry; the first gets the keyboard."""
        self.opened = self.found(entry_id)
        self._fill(fresh=True)
        self.editors[next(iter(self._sort.shown))].setFocus()

    @Slot(str)
    def _stood(self, entry_id: str) -> None:
        """The fields that are open go along from entry to entry."""
        if self.opened is None or entry_id == self.opened.id:
            return
        self.opened = self.found(entry_id)
        # What was open may be one of all no more, and goes out of the list.
        self._look()
        self._fill(fresh=True)

    def _look(self) -> None:
        opened = self.opened
        self._entries, apart = shared(self._lists, self._sort.alike, opened)
        self.opened = self.found(opened.id) if opened is not None else None
        self.put_entries(tuple(self._entry(one) for one in self._entries), apart)

    def _entry(self, one: Shared[N]) -> Entry:
        words = self._sort.line(one.things[0])
        return Entry(one.id, " · ".join((words, self.tr("mixed"))) if one.mixed else words)

    def _fill(self, *, fresh: bool) -> None:
        opened = self.opened
        if opened is None:
            focus = QApplication.focusWidget()
            if focus is not None and any(row.isAncestorOf(focus) for row in self._details):
                # Nobody goes on typing in another field, whichever comes next.
                self.list.setFocus() if self.list.entries else self.adder.setFocus()
        else:
            self.prepare()
            for key, get in self._sort.shown.items():
                value, mixed = agreed(opened.things, get, _NOTHING)
                editor: Editor = self.editors[key]
                if fresh:
                    editor.reset(value, mixed=mixed)
                else:
                    editor.put(value, mixed=mixed)
        for row in self._details:
            if fresh:
                row.say("", "")
            row.setVisible(opened is not None)
