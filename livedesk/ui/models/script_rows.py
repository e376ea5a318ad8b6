"""The rundown as its writer sees it: groups with their segments, groups without any, and the standby plans below.

Unlike on the desk every row can be chosen; rows can be dragged, and words of the script are found as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from livedesk.domain.rundown import Group, Segment, Show, Standby
from livedesk.domain.timetable import Timetable
from livedesk.ui.models.keyed import AnyIndex
from livedesk.ui.models.rundown import RundownModel

DRAGGED = "application/x-livedesk-rows"
STANDBYS = "\0standbys"


class ScriptRows(RundownModel):
    """``standbys_title`` heads the standby plans; ``called`` gives the words for what a segment is (its kind, and that
    it is skipped), by which it is found. ``dropped`` carries the segments that were dragged (ids), the segment before
    which they were dropped (empty: the end), and the group they were dropped in (None: as it falls);
    ``plans_dropped`` standby plans (ids) and the one before which they were dropped (empty: the end)."""

    dropped = Signal(object, str, object)
    plans_dropped = Signal(object, str)

    def __init__(
        self, standbys_title: str, parent: QObject | None = None, *, called: Callable[[Segment], str]
    ) -> None:
        super().__init__(parent)
        self._standbys_title = standbys_title
        self._called = called
        self._held: frozenset[str] = frozenset()

    # --- reading -------------------------------------------------------------------------------------------

    def group_id(self, row: int) -> str:
        """The group of a header row, empty for any other."""
        item = self._items[row]
        return item.id if isinstance(item, Group) and item.id != STANDBYS else ""

    def heads_standbys(self, row: int) -> bool:
        """Whether a row is the heading of the standby plans."""
        return self._items[row].id == STANDBYS

    def standby(self, row: int) -> Standby | None:
        """The standby plan of a row, None for any other."""
        item = self._items[row]
        return item if isinstance(item, Standby) else None

    def item_id(self, row: int) -> str:
        """The segment or standby plan of a row, empty for a header."""
        found = self.standby(row)
        return found.id if found is not None else self.segment_id(row)

    def items(self) -> frozenset[str]:
        """The segments and standby plans that are shown."""
        return frozenset(one for one in map(self.item_id, range(len(self._keys))) if one)

    def segments_of(self, row: int) -> tuple[str, ...]:
        """The segments that a row stands for: itself, or all of a group's header that are shown."""
        segment = self.segment_id(row)
        if segment:
            return (segment,)
        group = self.group_id(row)
        if not group or self._show is None:
            return ()
        inside = (item.id for item in self._show.segments if item.group_id == group)
        return tuple(one for one in inside if one in self._row_of)

    def items_of(self, row: int) -> tuple[str, ...]:
        """The segments that a row stands for, or its standby plan."""
        plan = self.standby(row)
        return self.segments_of(row) if plan is None else (plan.id,)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Everything can be chosen but the heading of the standby plans, and dragged between any two rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        row = index.row()
        if self._items[row].id == STANDBYS:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def times(self, table: Timetable) -> tuple[tuple[int | None, ...], ...]:
        """Lengths, fixed times, and what is to spare before them: when a segment starts is said by the timeline."""
        return table.plan.durations, table.plan.hard_starts, table.plan.slacks

    def matches(self, segment: Segment, number: int, wanted: str) -> bool:
        """Titles, people and scenes, and also what it is, its group, what is said, noted and sold; and what is held."""
        if segment.id in self._held or super().matches(segment, number, wanted):
            return True
        words = (
            f"{segment.note} {segment.goal} {segment.owner} {segment.co_host} {self._called(segment)}".casefold()
        )
        if wanted in words or any(wanted in line.text.casefold() for line in segment.script.lines):
            return True
        show = self._show
        if show is None:
            return False
        group = show.group(segment.group_id)
        if group is not None and wanted in group.title.casefold():
            return True
        products = (show.product(one) for one in segment.product_ids)
        return any(wanted in product.name.casefold() for product in products if product is not None)

    # --- narrowing ----------------------------------------------------------------------------------------

    def set_filter(self, text: str) -> None:
        """Narrow the list anew: nothing is held any more."""
        self._held = frozenset()
        super().set_filter(text)

    def hold(self, ids: Collection[str]) -> None:
        """Show these items whatever the list is narrowed to, until it is narrowed anew."""
        self._held = frozenset(ids)
        if self._filter and self._show is not None and any(one not in self._row_of for one in self._held):
            self._rebuild(self._show)

    # --- dragging ------------------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only rows of this list."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The segments or standby plans that are dragged, in their order."""
        rows = sorted({index.row() for index in indexes})
        ids = list(dict.fromkeys(one for row in rows for one in self.items_of(row)))
        data = QMimeData()
        data.setData(DRAGGED, "\n".join(ids).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: AnyIndex
    ) -> bool:
        """Ask for the move; the changed show follows. The view must not take rows out itself, so False."""
        if action != Qt.DropAction.MoveAction or not data.hasFormat(DRAGGED):
            return False
        ids = tuple(bytes(data.data(DRAGGED).data()).decode().split("\n"))
        target = parent.row() if parent.isValid() else row
        if target < 0:
            target = len(self._keys)
        if self._show is not None and any(plan.id == ids[0] for plan in self._show.standbys):
            plans = map(self.standby, range(target, len(self._keys)))
            self.plans_dropped.emit(ids, next((plan.id for plan in plans if plan is not None), ""))
            return False
        before, group = self.landing(target)
        self.dropped.emit(ids, before, group)
        return False

    def landing(self, row: int) -> tuple[str, str | None]:
        """The segment before which something dropped above a row goes (empty: the end), and the group it goes into:
        that of the row above, where it is a header or a segment; None at the very top."""
        group: str | None = None
        if row > 0:
            above = self._items[row - 1]
            if isinstance(above, Segment):
                group = above.group_id
            elif isinstance(above, Group) and above.id != STANDBYS:
                group = above.id
        for at in range(row, len(self._keys)):
            segment = self.segment_id(at)
            if segment:
                return segment, group
            if self._items[at].id == STANDBYS:
                break
        return "", group

    # --- laying out ----------------------------------------------------------------------------------------

    def _layout(self, show: Show) -> tuple[list[str], list[Segment | Group | Standby], list[int]]:
        keys, items, places = super()._layout(show)
        if not self._filter:
            used = {item.group_id for item in show.segments}
            for group in show.groups:
                if group.id not in used:
                    keys.append(f"\0{group.id}\0{1}")
                    items.append(group)
                    places.append(-1)
        plans: Sequence[Standby] = show.standbys
        if self._filter:
            wanted = self._filter.casefold()
            plans = [
                plan
                for plan in plans
                if plan.id in self._held or wanted in f"{plan.title} {plan.scene} {plan.trigger}".casefold()
            ]
        if plans:
            keys.append(STANDBYS)
            items.append(Group(STANDBYS, self._standbys_title))
            places.append(-1)
            for plan in plans:
                keys.append(plan.id)
                items.append(plan)
                places.append(-1)
        return keys, items, places

    def _index(self) -> None:
        super()._index()
        # A standby plan is no segment of the rundown, but a row like one.
        self._headers = [row for row in self._headers if isinstance(self._items[row], Group)]

    def _replaced(self, before: Show, show: Show) -> bool:
        return before.standbys == show.standbys and super()._replaced(before, show)
