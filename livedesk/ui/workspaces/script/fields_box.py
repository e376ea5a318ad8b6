"""A list with a line under it that adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from livedesk.domain.edits import Edit
from livedesk.domain.text import comparable
from livedesk.ui.context import DeskContext
from livedesk.ui.format import NONE
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_form import Form, UnreadError
from livedesk.ui.workspaces.script.fields_list import Entry, EntryList
from livedesk.ui.workspaces.script.fields_text import HEIGHT, LineEditor


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Unique in its list."""
        ...


N = TypeVar("N", bound=Named)


def stepped(items: Sequence[N], item_id: str, step: int) -> tuple[N, ...]:
    """The items with one of them a step further; unchanged at the end."""
    made = list(items)
    at = next((index for index, item in enumerate(made) if item.id == item_id), -1)
    to = at + step
    if at >= 0 and 0 <= to < len(made):
        made.insert(to, made.pop(at))
    return tuple(made)


def meant(text: str, named: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The ids of what a text may mean, of (id, name): the one so named, else those whose name contains it."""
    wanted = comparable(text)
    exact = tuple(one for one, name in named if comparable(name) == wanted)
    if exact or not wanted:
        return exact[:1]
    return tuple(one for one, name in named if wanted in comparable(name))


class ListBox(Form):
    """Subclasses override :meth:`take` (what is typed in the line), :meth:`remove`, :meth:`shift`, :meth:`open`."""

    def __init__(
        self,
        context: DeskContext,
        document: ScriptDocument,
        key: str,
        title: str,
        *,
        hint: str,
        ordered: bool = True,
        opens: str = "",
    ) -> None:
        super().__init__(context, document)
        self.list = EntryList(self.family, context.theme, title, ordered=ordered, opens=opens)
        self.list.setObjectName(f"list-{key}")
        self.list.removed.connect(self._removed)
        self.list.moved.connect(self._moved)
        self.list.opened.connect(self._opened)
        self.column.addWidget(self.list)
        self.column.setSpacing(4)
        self.apart = label(self.family, size=LABEL, tone="dim")
        self.apart.setWordWrap(True)
        self.apart.setContentsMargins(8, 0, 8, 0)
        self.column.addWidget(self.apart)
        self.apart.hide()
        self.adder = LineEditor(self.family, f"{key}.add", hint, hint=hint)
        self.add_row = self.add("", self.adder)
        self._nothing = label(self.family, NONE, size=LABEL, tone="dim")
        self._nothing.setMinimumHeight(HEIGHT)
        self.column.addWidget(self._nothing)
        self._nothing.hide()
        self._locked = False

    def buddy(self) -> QWidget:
        """The line that adds."""
        return self.adder

    def remove(self, entry_id: str) -> Edit | None:
        """The edit that takes an entry away; None where it can't be."""
        return None

    def shift(self, entry_id: str, step: int) -> Edit | None:
        """The edit that moves an entry a step up (−1) or down (+1); None where there is no order."""
        return None

    def open(self, entry_id: str) -> None:
        """Show an entry for editing."""

    def lock(self, locked: bool) -> None:
        """Let it be read only: nothing can be added."""
        super().lock(locked)
        self.list.lock(locked)
        self._locked = locked
        self._fit()

    def put_entries(self, entries: tuple[Entry, ...], apart: int = 0) -> None:
        """Show the entries; ``apart`` is how many things are not on every one of several segments."""
        self.list.put(entries)
        words = self.tr("mixed · {0} more, not on all").format(apart) if apart else ""
        show(self.apart, words)
        self.apart.setVisible(bool(words))
        self.adder.setAccessibleDescription(words)
        self._fit()

    def _fit(self) -> None:
        self.add_row.setVisible(not self._locked)
        self._nothing.setVisible(self._locked and not self.list.entries and self.apart.isHidden())

    @Slot(str)
    def _removed(self, entry_id: str) -> None:
        self._act(self.remove(entry_id))

    @Slot(str, int)
    def _moved(self, entry_id: str, step: int) -> None:
        self._act(self.shift(entry_id, step))

    @Slot(str)
    def _opened(self, entry_id: str) -> None:
        self.open(entry_id)

    def _act(self, edit: Edit | None) -> None:
        try:
            self.do(edit)
        except UnreadError as error:
            self.add_row.say(str(error), "warn")
