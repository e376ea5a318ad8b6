"""The rundown's list on the script page: choose one or many, drag them, follow what is chosen elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from livedesk.ui.models.script_rows import ScriptRows
from livedesk.ui.theme import Theme
from livedesk.ui.workspaces.script.keys import refused
from livedesk.ui.workspaces.script.rundown_delegate import HEADER_HEIGHT, ROW_HEIGHT, ScriptRowDelegate
from livedesk.ui.workspaces.script.rundown_walk import end_of_group, first_item, items_between, next_row, stretches

_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REPLACE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_TOGGLE = QItemSelectionModel.SelectionFlag.Toggle
_DRAWING = QAbstractItemView.State.DragSelectingState
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_Move = QAbstractItemView.CursorAction
_BACK = (_Move.MoveUp, _Move.MovePageUp, _Move.MovePrevious, _Move.MoveLeft)
_MENU_OFF = QPoint(24, 0)


class ScriptRundownView(QTableView):
    """A table of one column, so that ten thousand rows keep their heights without being asked."""

    chosen = Signal(object, str)
    """Segments, or standby plans (ids in their order), and the one in front (empty: none)."""
    entered = Signal()
    """Enter or a double click: write in what is chosen."""
    escaped = Signal()
    """Escape while the list is narrowed: all of it is wanted again."""
    menu_at = Signal(QPoint)
    """A menu is asked for on what is chosen, at a global point (by right click, the Menu key, or Shift and F10)."""

    def __init__(self, model: ScriptRows, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("script-rundown")
        self.rows = model
        self.look = ScriptRowDelegate(theme, self)
        self._quiet = False
        self._known: list[int] = []
        self._told: tuple[tuple[str, ...], str] = (), ""
        self._row = -1
        self.setModel(model)
        self.setItemDelegate(self.look)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._ground = theme.color("panel")
        # A row that changes is painted alone: nothing that lies beneath the list is.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heights = self.verticalHeader()
        heights.hide()
        heights.setMinimumSectionSize(1)
        heights.setDefaultSectionSize(ROW_HEIGHT)
        heights.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._clicked_twice)
        self.selectionModel().selectionChanged.connect(self._selected)
        self.selectionModel().currentChanged.connect(self._selected)

    def refresh_heights(self) -> None:
        """After rows came or went: headers are lower than segments."""
        heights = self.verticalHeader()
        headers = self.rows.header_rows()
        if headers is self._known:
            return
        self._known = headers
        for row in headers:
            if heights.sectionSize(row) != HEADER_HEIGHT:
                heights.resizeSection(row, HEADER_HEIGHT)
        rest = heights.count() - len(headers)
        if heights.length() == len(headers) * HEADER_HEIGHT + rest * ROW_HEIGHT:
            return
        # Qt keeps a height at its place where a row was moved: some row has the height of a header that was there.
        wanted = set(headers)
        for row in range(heights.count()):
            if row not in wanted and heights.sectionSize(row) != ROW_HEIGHT:
                heights.resizeSection(row, ROW_HEIGHT)

    def show_chosen(self, ids: tuple[str, ...], current: str) -> None:
        """Show what the document has chosen: the list says nothing else. What is in front comes into sight."""
        if (ids, current) != self._told:
            self._told = ids, current
            self.look.show_chosen(ids, current)
            self.viewport().update()
        row = self.rows.row_of(current)
        moved, self._row = row != self._row, row
        if self._shows(ids, current, row):
            if moved:
                self._see(ids, row)
            return
        self._quiet = True
        selection = self._selection(stretches(map(self.rows.row_of, ids)))
        # The view's own way in tells Qt from where Shift takes more.
        self.setCurrentIndex(self.rows.index(row, 0))
        self.selectionModel().select(selection, _REPLACE)
        self._quiet = False
        self._see(ids, row)

    @contextmanager
    def following(self) -> Iterator[None]:
        """While the rows follow the document: what Qt makes of the selection meanwhile is nobody's choice. Show what
        is chosen (:meth:`show_chosen`) afterwards."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    @property
    def group_in_front(self) -> str:
        """The group that was chosen by its header, empty for none."""
        index = self.currentIndex()
        chosen = index.isValid() and self.selectionModel().isSelected(index)
        return self.rows.group_id(index.row()) if chosen else ""

    # --- Qt ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the rows on it."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._ground)
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the text; letters are no search, so that no key surprises. The key of something that is not
        to be had now does nothing else instead: the page says why."""
        if refused(self, event) is not None:
            event.ignore()
            return
        if event.key() in _ENTER and not event.modifiers():
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Escape and self.rows.filter:
            self.escaped.emit()
            return
        if event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and event.modifiers() == _SHIFT):
            self.open_menu()
            return
        if (
            event.text()
            and event.text().isprintable()
            and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys are commands here: the input method stays off. The first row is chosen where none is."""
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        if not self.selectionModel().hasSelection() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._stand(first_item(self.rows))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End reach the first and the last item. No key stops on the heading of the standby plans, and what
        Shift takes in are items: never a header, and with it a group that nobody pointed at."""
        here, extends = self.currentIndex().row(), bool(modifiers & _SHIFT)
        alike = self._is_plan(here) if extends and here >= 0 else None
        if action is _Move.MoveHome:
            return self.rows.index(next_row(self.rows, -1, 1, alike), 0)
        if action is _Move.MoveEnd:
            return self.rows.index(next_row(self.rows, self.rows.rowCount(), -1, alike), 0)
        by = -1 if action in _BACK else 1
        if extends and by > 0 and self.group_in_front:
            row = end_of_group(self.rows, here)
        else:
            row = super().moveCursor(action, modifiers).row() - by
        found = next_row(self.rows, row, by, alike, headers=not extends)
        if found < 0:
            found = next_row(self.rows, row + by, -by, alike, headers=not extends)
        return self.rows.index(found if here < 0 or (found - here) * by > 0 else here, 0)

    def selectionCommand(self, index: _Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """What is taken in beside others (Ctrl and a click, or Space) takes their place where it is of another kind."""
        command = super().selectionCommand(index, event)
        if not command & _TOGGLE or not index.isValid() or self.state() is _DRAWING:
            return command
        return _REPLACE if self._others(plans=self._is_plan(index.row())) else command

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Of rows in a row the items are taken that are of one kind with the one that was pointed at, and a header only
        where it is the one that was pointed at first."""
        first, last = sorted((self.rowAt(rect.top()), self.rowAt(rect.bottom())))
        if first < 0 or (first == last and self.rows.heads_standbys(first)):
            return
        here = self.currentIndex().row()
        pointed = here if first <= here <= last else last
        if self.state() is _DRAWING:
            # What is drawn over keeps to the kind at which the drawing began, wherever the pointer goes.
            pointed = self.rows.row_of(self.look.current)
        elif self.rows.heads_standbys(pointed):
            pointed = first if pointed == last else last
        plans = self._is_plan(pointed)
        anchor = last if here == first else first
        parts = [(first, first)] if first == last else items_between(self.rows, first, last, anchor, plans=plans)
        self.selectionModel().select(self._selection(parts), command)

    def selectAll(self) -> None:
        """Every standby plan that is shown while one is in front, or where nothing else is; else every segment."""
        plans = self._is_plan(self.rows.row_of(self.look.current))
        last = self.rows.rowCount() - 1
        parts = items_between(self.rows, 0, last, -1, plans=plans)
        parts = parts or items_between(self.rows, 0, last, -1, plans=True)
        self.selectionModel().select(self._selection(parts), _REPLACE)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse where it is, by a key at the row in front."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.menu_at.emit(event.globalPos())
        else:
            self.open_menu()
        event.accept()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Qt lets the input method in at every row that can be edited."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    # --- inside --------------------------------------------------------------------------------------------

    def _chosen(self) -> tuple[tuple[str, ...], str]:
        """What the selection means: segments, those of a chosen header too, or standby plans, and the one in front
        among them."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = dict.fromkeys(one for row in rows for one in self.rows.items_of(row))
        ids = tuple(sorted(found, key=self.rows.row_of))
        here = self.currentIndex().row()
        front = self.rows.item_id(here) if here >= 0 else ""
        if not ids:
            return (), ""
        if front not in found and here in rows:
            front = next(iter(self.rows.segments_of(here)), "")
        if front not in found:
            front = self.look.current if self.look.current in found else ids[0]
        return ids, front

    def _shows(self, ids: tuple[str, ...], current: str, row: int) -> bool:
        """Whether Qt's selection is that of the document, and stands where it is."""
        if self._chosen() != (ids, current):
            return False
        return not current or self.currentIndex().row() == row or bool(self.group_in_front)

    def _see(self, ids: tuple[str, ...], row: int) -> None:
        """Scroll so that all that is chosen is seen where there is room, and what is in front in any case."""
        if row < 0:
            return
        rows = [found for found in map(self.rows.row_of, ids) if found >= 0] or [row]
        for one in (max(rows), min(rows), row):
            self.scrollTo(self.rows.index(one, 0))

    def _is_plan(self, row: int) -> bool:
        """Whether a row is a standby plan, or heads them."""
        return row >= 0 and (self.rows.standby(row) is not None or self.rows.heads_standbys(row))

    def _others(self, *, plans: bool) -> bool:
        """Whether something of another kind is selected than standby ``plans``, or than segments. A selection is of one
        kind: the first tells."""
        ranges = self.selectionModel().selection()
        return not ranges.isEmpty() and self._is_plan(ranges.first().top()) != plans

    def _selection(self, parts: Iterable[tuple[int, int]]) -> QItemSelection:
        selection = QItemSelection()
        for above, below in parts:
            selection.select(self.rows.index(above, 0), self.rows.index(below, 0))
        return selection

    def _stand(self, row: int) -> None:
        """Choose one row; −1: none."""
        if row >= 0:
            self._quiet = True
            self.setCurrentIndex(self.rows.index(row, 0))
            self.selectionModel().select(self.rows.index(row, 0), _REPLACE)
            self._quiet = False
            self._selected()

    @Slot()
    def open_menu(self) -> None:
        """Ask for the menu below the row in front."""
        index = self.currentIndex()
        self.scrollTo(index)
        self.menu_at.emit(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + _MENU_OFF))

    @Slot()
    def _selected(self) -> None:
        if not self._quiet:
            self.chosen.emit(*self._chosen())

    @Slot(QModelIndex)
    def _clicked_twice(self, index: QModelIndex) -> None:
        if self.rows.item_id(index.row()):
            self.entered.emit()
