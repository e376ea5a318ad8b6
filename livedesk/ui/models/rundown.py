"""The rundown as a flat list: a header row for each stretch of a group, a row for each segment.

Rows are parallel columns, not objects, so that ten thousand segments cost a few milliseconds an edit. A tick
tells of the rows whose words change within the second, and of no others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from livedesk.domain import editing
from livedesk.domain.replaced import replaced
from livedesk.domain.rundown import Group, Segment, Show, Standby
from livedesk.domain.timetable import RowState, Timetable
from livedesk.ui.models.keyed import ACCESSIBLE, DISPLAY, ROW, AnyIndex, follow
from livedesk.ui.plain import tip

TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
EDIT = int(Qt.ItemDataRole.EditRole)
_MANY = 24
_SECOND = 1_000
_DIGITS = 9
_GROUP = attrgetter("group_id")


@dataclass(frozen=True, slots=True)
class SegmentCell:
    """What is painted of a segment. Instants are epoch ms, durations ms; ``number`` counts from 1. ``planned`` is
    None for a skipped segment; ``late`` how much later than its hard start it is expected (0: in time); ``lacking``
    whether OBS is known not to have its scene."""

    segment: Segment
    number: int
    state: RowState
    planned: int | None
    duration: int
    expected: int | None
    actual: int | None
    aired: int | None
    hard: int | None
    slack: int | None
    lacking: bool = False

    @property
    def label(self) -> str:
        """The number that people call it by: the fixed one, else its place."""
        return self.segment.number or f"{self.number:02d}"

    @property
    def late(self) -> int:
        """Milliseconds by which a hard start will be missed, 0 where it holds or there is none."""
        begin = self.expected if self.expected is not None else self.planned
        return max(0, begin - self.hard) if begin is not None and self.hard is not None else 0


class RundownModel(QAbstractListModel):
    """Give it the show (:meth:`set_show`), then the timetable of the same show (:meth:`set_timetable`)."""

    edited = Signal(object)
    """An inline edit: the :data:`~livedesk.domain.edits.Edit` that a person asks for. The model waits for the
    changed show and changes nothing itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show: Show | None = None
        self._timetable: Timetable | None = None
        self._filter = ""
        self._keys: list[str] = []
        self._items: list[Segment | Group | Standby] = []
        self._at: list[int] = []
        self._row_of: dict[str, int] = {}
        self._headers: list[int] = []
        self._scenes: frozenset[str] | None = None

    # --- reading -------------------------------------------------------------------------------------------

    @property
    def show(self) -> Show | None:
        """The document shown."""
        return self._show

    @property
    def timetable(self) -> Timetable | None:
        """The timetable shown."""
        return self._timetable

    @property
    def filter(self) -> str:
        """What the list is narrowed to, empty for all of it."""
        return self._filter

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default, never changed)
        """Headers and segments (none under a row)."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: AnyIndex, role: int = DISPLAY) -> Any:
        """The title; under ROW the group or the :class:`SegmentCell`; under EDIT the title to change;
        under TOOL_TIP the segment's goal and note, under both it and ACCESSIBLE that OBS lacks its scene."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role in (DISPLAY, EDIT):
            return item.title
        if role == ACCESSIBLE:
            return " · ".join(part for part in (item.title, self._no_scene(item)) if part)
        if role == TOOL_TIP:
            if not isinstance(item, Segment):
                return ""
            return tip("\n".join(part for part in (self._no_scene(item), item.goal, item.note) if part))
        if role == ROW:
            return self.cell(index.row()) or self._items[index.row()]
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headers can't be chosen, and the arrow keys pass them by; segments can be edited."""
        if not index.isValid() or self._at[index.row()] < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def is_header(self, row: int) -> bool:
        """Whether the row is a group's header."""
        return self._at[row] < 0

    def group_title(self, row: int) -> str:
        """The title of the row's group or segment."""
        return self._items[row].title

    def segment_id(self, row: int) -> str:
        """The segment of a row, empty for a header."""
        return self._keys[row] if self._at[row] >= 0 else ""

    def row_of(self, segment_id: str) -> int:
        """The row of a segment, -1 where it is not shown."""
        return self._row_of.get(segment_id, -1)

    def row_at(self, position: int | None) -> int:
        """The row of the segment at this place of the rundown (0-based), -1 where it is not shown."""
        if position is None or self._show is None or position >= len(self._show.segments):
            return -1
        return self.row_of(self._show.segments[position].id)

    def row_numbered(self, number: str) -> int:
        """The row of the segment with this number as a person writes it ("7", "07"), -1 where none is shown."""
        if not number.isdecimal() or len(number) > _DIGITS or self._show is None:
            return -1
        at = int(number) - 1
        return self.row_at(at) if at >= 0 else -1

    def _lacks(self, segment: Segment) -> bool:
        return bool(segment.scene) and self._scenes is not None and segment.scene not in self._scenes

    def _no_scene(self, item: Segment | Group | Standby) -> str:
        """The fault in words, empty where there is none."""
        if not isinstance(item, Segment) or not self._lacks(item):
            return ""
        return "▲ " + self.tr('OBS has no scene "{0}"').format(item.scene)

    def header_rows(self) -> list[int]:
        """The rows of group headers."""
        return self._headers

    def cell(self, row: int) -> SegmentCell | None:
        """What is painted in a row, None for a header."""
        at, item = self._at[row], self._items[row]
        if not isinstance(item, Segment):
            return None
        table, lacking = self._timetable, self._lacks(item)
        if table is None or at >= len(table.states):
            return SegmentCell(item, at + 1, RowState.UPCOMING, None, item.duration_ms, *(None,) * 5, lacking)
        plan = table.plan
        return SegmentCell(
            item,
            at + 1,
            table.states[at],
            plan.starts[at],
            plan.durations[at],
            table.expected[at],
            table.actual[at],
            table.aired_ms[at],
            plan.hard_starts[at],
            plan.slacks[at],
            lacking,
        )

    # --- changing ------------------------------------------------------------------------------------------

    def setData(self, index: AnyIndex, value: Any, role: int = EDIT) -> bool:
        """Ask for the changed segment that an editor hands over (:attr:`edited`); False where nothing changes."""
        item = self._items[index.row()] if index.isValid() else None
        if role != EDIT or not isinstance(item, Segment) or not isinstance(value, Segment) or value == item:
            return False
        self.edited.emit(editing.change(item, value))
        return True

    def set_filter(self, text: str) -> None:
        """Narrow the list to segments with ``text`` in number, title, scene, person or interaction."""
        self._filter = text.strip()
        if self._show is not None:
            self._rebuild(self._show)

    def set_show(self, show: Show) -> None:
        """Show this document. Another show starts the list anew; a changed one moves, adds and removes rows."""
        if show is self._show:
            return
        if self._show is None or show.id != self._show.id:
            self.beginResetModel()
            self._show, self._timetable, self._filter = show, None, ""
            self._keys, self._items, self._at = self._layout(show)
            self._index()
            self.endResetModel()
            return
        before, self._show = self._show, show
        if not self._replaced(before, show):
            self._rebuild(show)

    def _replaced(self, before: Show, show: Show) -> bool:
        """Take over a document in which segments were only put in the place of those with the same id and group:
        the common edit. False for any other change, and while the list is narrowed."""
        others = replaced(before.segments, show.segments)
        if others is None or self._filter or before.groups != show.groups:
            return False
        changed = [(at, before.segments[at], show.segments[at]) for at in others]
        if any(was.id != now.id or was.group_id != now.group_id for _, was, now in changed):
            return False
        rows = [self._row_of[now.id] for _, _, now in changed]
        for row, (_, _, now) in zip(rows, changed, strict=True):
            self._items[row] = now
        self._changed([(row, row) for row in rows])
        return True

    def set_timetable(self, table: Timetable) -> None:
        """Show these times. Tells of the rows whose shown words change: none on most ticks but the one on air."""
        before, self._timetable = self._timetable, table
        if before is None or len(before.states) != len(table.states):
            self._changed([(0, len(self._keys) - 1)])
            return
        spans = [] if table.current is None else [(table.current, table.current)]
        if before.states != table.states:
            pairs = zip(before.states, table.states, strict=True)
            spans += [(at, at) for at, (one, two) in enumerate(pairs) if one is not two]
        for old, new in zip(self.times(before), self.times(table), strict=True):
            span = _span(old, new)
            if span is not None:
                spans.append(span)
        self._changed(self._rows_of(spans))

    def set_scenes(self, scenes: frozenset[str] | None) -> None:
        """Flag the segments whose scene is none of these, which OBS has (None: not known, none is flagged)."""
        if scenes != self._scenes:
            self._scenes = scenes
            self._changed([(0, len(self._keys) - 1)])

    def times(self, table: Timetable) -> tuple[tuple[int | None, ...], ...]:
        """The columns of a timetable that the rows show."""
        layout = table.plan
        return (
            table.expected, table.actual, table.aired_ms, layout.starts, layout.durations, layout.hard_starts,
        )  # fmt: skip

    def matches(self, segment: Segment, number: int, wanted: str) -> bool:
        """Whether a segment (its place counted from 1) has ``wanted``, in lower case, in its words."""
        label = segment.number or f"{number:02d}"
        return (
            wanted in f"{label} {segment.title} {segment.scene} {segment.person} {segment.interaction}".casefold()
        )

    def _rows_of(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The rows of stretches of the rundown (0-based places)."""
        if not self._filter and self._show is not None:
            segments, rows = self._show.segments, self._row_of
            return [(rows[segments[first].id], rows[segments[last].id]) for first, last in spans]
        wanted = {at for first, last in spans for at in range(first, last + 1)}
        return [(row, row) for row, at in enumerate(self._at) if at in wanted]

    def _layout(self, show: Show) -> tuple[list[str], list[Segment | Group | Standby], list[int]]:
        keys: list[str] = []
        items: list[Segment | Group | Standby] = []
        places: list[int] = []
        groups = {group.id: group for group in show.groups}
        seen: Counter[str] = Counter()
        chosen: Sequence[Segment] = show.segments
        picked: Sequence[int] = range(len(chosen))
        if self._filter:
            wanted = self._filter.casefold()
            picked = [at for at, segment in enumerate(chosen) if self.matches(segment, at + 1, wanted)]
            chosen = [chosen[at] for at in picked]
        done = 0
        for group_id, run in groupby(chosen, _GROUP):
            part = list(run)
            group = groups.get(group_id)
            if group is not None:
                seen[group_id] += 1
                keys.append(f"\0{group_id}\0{seen[group_id]}")
                items.append(group)
                places.append(-1)
            keys += [segment.id for segment in part]
            items += part
            places += picked[done : done + len(part)]
            done += len(part)
        return keys, items, places

    def _index(self) -> None:
        self._headers = [row for row, at in enumerate(self._at) if at < 0]
        self._row_of = dict(zip(self._keys, range(len(self._keys)), strict=True))

    def _rebuild(self, show: Show) -> None:
        keys, items, places = self._layout(show)
        before = tuple(self._keys)
        follow(self, before, keys, [(self._keys, keys), (self._items, items), (self._at, places)])
        pairs = zip(self._items, items, self._at, places, strict=True)
        start = next((row for row, four in enumerate(pairs) if _differs(*four)), None)
        pairs = zip(self._items[::-1], items[::-1], self._at[::-1], places[::-1], strict=True)
        rest = next((row for row, four in enumerate(pairs) if _differs(*four)), 0)
        self._items, self._at = items, places
        self._index()
        if start is not None:
            self._changed([(start, len(keys) - 1 - rest)])

    def _changed(self, stretches: list[tuple[int, int]]) -> None:
        """Tell of changed rows (first, last), joined where they touch; many stretches become one."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted(stretches):
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(joined[-1][1], last))
            else:
                joined.append((first, last))
        if len(joined) > _MANY:
            joined = [(joined[0][0], joined[-1][1])]
        for first, last in joined:
            if first <= last:
                # Rows that are known to be there: Qt's index() would ask how many there are.
                self.dataChanged.emit(self.createIndex(first, 0), self.createIndex(last, 0))


def _differs(was: object, now: object, old: int, new: int) -> bool:
    return was is not now or old != new


_Column = tuple[int | None, ...]


def _span(old: _Column, new: _Column) -> tuple[int, int] | None:
    """From the first to the last place at which two columns read differently (in whole seconds), or None."""
    if old is new or old == new:
        return None
    first = _first_change(old, new)
    if first is None:
        return None
    if old[first + 1 :] == new[first + 1 :]:
        return first, first
    back = _first_change(old[:first:-1], new[:first:-1])
    return first, first if back is None else len(old) - 1 - back


def _first_change(old: _Column, new: _Column) -> int | None:
    for at, (one, two) in enumerate(zip(old, new, strict=True)):
        if one != two and (one is None or two is None or one // _SECOND != two // _SECOND):
            return at
    return None
