"""The show's groups and standby plans, as lists."""

from __future__ import annotations

from PySide6.QtCore import Slot

from livedesk.domain import editing
from livedesk.domain.edits import Edit
from livedesk.domain.rundown import Show
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_box import ListBox
from livedesk.ui.workspaces.script.fields_form import UnreadError
from livedesk.ui.workspaces.script.fields_list import Entry
from livedesk.ui.workspaces.script.fields_text import LineEditor
from livedesk.ui.workspaces.script.show_facts_edits import reorder_group
from livedesk.ui.workspaces.script.standby_edits import add_standby, move_standbys, remove_standbys

_TITLE = "group.title"


class ShowGroups(ListBox):
    """Enter on a group opens its title; taking a group away leaves its segments where they are."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(
            context,
            document,
            "groups",
            self.tr("Groups"),
            hint=self.tr("+ new group"),
            opens=self.tr("Rename"),
        )
        self._group = ""
        self._title = LineEditor(self.family, _TITLE, self.tr("Title of the group"))
        self._title_row = self.add("", self._title)
        self.column.removeWidget(self._title_row)
        self.column.insertWidget(self.column.indexOf(self.add_row), self._title_row)
        self._title_row.hide()
        self.list.stood.connect(self._stood)

    def put(self, show: Show, *, fresh: bool) -> None:
        """Show the groups."""
        self.put_entries(tuple(Entry(group.id, group.title) for group in show.groups))
        if fresh:
            self.adder.reset("")
            self._show("")
        elif self._group:
            group = show.group(self._group)
            if group is None:
                self._show("")
            else:
                self._title.put(group.title)

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Add a group, or give the open one another title."""
        show, title = self.read_on, str(value).strip()
        if show is None:
            return
        if key == _TITLE:
            if not title:
                raise UnreadError(self.tr("A group needs a title; Delete in the list takes it away."))
            self.do(editing.rename_group(show, self._group, title))
        elif title:
            self.do(editing.new_group(show, (), title, new_id))

    def lost(self, show: Show) -> bool:
        """Whether the open group is gone."""
        return bool(self._group) and show.group(self._group) is None

    def remove(self, entry_id: str) -> Edit | None:
        """Take the group away."""
        show = self.document.show
        return None if show is None else editing.dissolve_group(show, entry_id)

    def shift(self, entry_id: str, step: int) -> Edit | None:
        """A step in the list."""
        show = self.document.show
        return None if show is None else reorder_group(show, entry_id, step)

    def open(self, entry_id: str) -> None:
        """Show its title for editing."""
        self._show(entry_id)
        self._title.setFocus()
        self._title.selectAll()

    @Slot(str)
    def _stood(self, entry_id: str) -> None:
        if self._group and entry_id != self._group:
            self.flush()
            self._show(entry_id)

    def _show(self, group_id: str) -> None:
        group = None if self.document.show is None else self.document.show.group(group_id)
        self._group = "" if group is None else group_id
        self._title_row.setVisible(group is not None)
        if group is not None:
            self._title.reset(group.title)


class ShowStandbys(ListBox):
    """Enter on a plan shows its fields and its text."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(
            context,
            document,
            "standbys",
            self.tr("Standby plans"),
            hint=self.tr("+ new standby plan"),
            opens=self.tr("Open"),
        )

    def put(self, show: Show, *, fresh: bool) -> None:
        """Show the plans."""
        mark = self.tr("panic key")
        self.put_entries(
            tuple(Entry(plan.id, f"{plan.title} · {mark}" if plan.panic else plan.title) for plan in show.standbys)
        )
        if fresh:
            self.adder.reset("")

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Add a plan of this title."""
        show, title = self.read_on, str(value).strip()
        if show is None or not title:
            return
        edit, made = add_standby(show, title, new_id)
        self.do(edit)
        self.list.stand(made)

    def remove(self, entry_id: str) -> Edit | None:
        """Take the plan away."""
        show = self.document.show
        return None if show is None else remove_standbys(show, (entry_id,))

    def shift(self, entry_id: str, step: int) -> Edit | None:
        """A step in the list."""
        show = self.document.show
        return None if show is None else move_standbys(show, (entry_id,), step)

    def open(self, entry_id: str) -> None:
        """Show its fields."""
        self.document.choose((), entry_id)
