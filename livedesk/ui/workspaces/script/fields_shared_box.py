"""A list of what the chosen segments have in common, with the fields of one entry."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Generic

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from livedesk.domain.edits import Edit
from livedesk.domain.rundown import Show
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_box import ListBox, N
from livedesk.ui.workspaces.script.fields_list import Entry
from livedesk.ui.workspaces.script.fields_read import agreed
from livedesk.ui.workspaces.script.fields_row import Editor, Row
from livedesk.ui.workspaces.script.fields_shared import Lists, Shared, shared

_NOTHING: object = ""


class SharedBox(ListBox, Generic[N]):
    """Enter on an entry opens its fields, and what is wanted there goes to every chosen segment. While they are open
    the entry stays, also where somebody has changed it in one of the segments (it is *mixed* then).

    Subclasses add the fields with :meth:`detail`, give what is ``shown`` in them, and say what is alike
    (:meth:`alike`), how an entry reads (:meth:`line`), what stands in a show (:meth:`stands`) and the edits.
    """

    def __init__(
        self,
        context: DeskContext,
        document: ScriptDocument,
        key: str,
        title: str,
        *,
        hint: str,
        several: str,
        shown: Mapping[str, Callable[[N], object]],
        ordered: bool = True,
    ) -> None:
        super().__init__(context, document, key, title, hint=hint, ordered=ordered, opens=self.tr("Edit"))
        self.opened: Shared[N] | None = None
        self._hints = hint, several
        self._lists: Lists[N] = {}
        self._shown = shown
        self._entries: tuple[Shared[N], ...] = ()
        self._details: list[Row] = []
        self.list.stood.connect(self._stood)

    def alike(self, thing: N) -> Hashable:
        """What makes two things alike."""
        raise NotImplementedError

    def line(self, thing: N) -> str:
        """A thing in a line."""
        raise NotImplementedError

    def stands(self, show: Show) -> Lists[N]:
        """What each chosen segment has in a show."""
        raise NotImplementedError

    def removed_from(self, show: Show, shared: Shared[N]) -> Edit | None:
        """The edit that takes it from every segment."""
        raise NotImplementedError

    def shifted(self, show: Show, shared: Shared[N], past: Shared[N], step: int) -> Edit | None:
        """The edit that puts it right before (−1) or behind (+1) another in every segment."""
        return None

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

    # --- the list's own ------------------------------------------------------------------------------------

    def lost(self, show: Show) -> bool:
        """Whether the open entry is gone from every segment."""
        if self.opened is None:
            return False
        own = set(self.opened.ids.items())
        return not any((one, thing.id) in own for one, things in self.stands(show).items() for thing in things)

    def remove(self, entry_id: str) -> Edit | None:
        """Away from every segment."""
        show, found = self.document.show, self._found(entry_id)
        return None if show is None or found is None else self.removed_from(show, found)

    def shift(self, entry_id: str, step: int) -> Edit | None:
        """Past the next entry of the list, in every segment."""
        show, found = self.document.show, self._found(entry_id)
        if show is None or found is None:
            return None
        at = self._entries.index(found) + step
        return self.shifted(show, found, self._entries[at], step) if 0 <= at < len(self._entries) else None

    def open(self, entry_id: str) -> None:
        """Show the fields of an entry; the first gets the keyboard."""
        self.opened = self._found(entry_id)
        self._fill(fresh=True)
        self.editors[next(iter(self._shown))].setFocus()

    @Slot(str)
    def _stood(self, entry_id: str) -> None:
        """The fields that are open go along from entry to entry."""
        if self.opened is None or entry_id == self.opened.id:
            return
        self.opened = self._found(entry_id)
        # What was open may be one of all no more, and goes out of the list.
        self._look()
        self._fill(fresh=True)

    def _look(self) -> None:
        opened = self.opened
        self._entries, apart = shared(self._lists, self.alike, opened)
        self.opened = self._found(opened.id) if opened is not None else None
        self.put_entries(tuple(self._entry(one) for one in self._entries), apart)

    def _found(self, entry_id: str) -> Shared[N] | None:
        return next((one for one in self._entries if one.id == entry_id), None)

    def _entry(self, one: Shared[N]) -> Entry:
        words = self.line(one.things[0])
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
            for key, get in self._shown.items():
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
