"""The rundown's list on the script page: choose one or many, drag them, follow what is chosen elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from livedesk.ui.models.script_rows import ScriptRows
from livedesk.ui.theme import Theme
from livedesk.ui.workspaces.script.rundown_delegate import HEADER_HEIGHT, ROW_HEIGHT, ScriptRowDelegate

_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REPLACE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_ONLY_MOVE = QItemSelectionModel.SelectionFlag.NoUpdate


class ScriptRundownView(QTableView):
    """A table of one column, so that ten thousand rows keep their heights without being asked."""

    chosen = Signal(object, str)
    """Segments (ids in rundown order) and the item in front (a segment, a standby plan, or empty)."""
    entered = Signal()
    """Enter or a double click: write in what is chosen."""
    menu_at = Signal(QPoint)
    """A menu is asked for on what is chosen, at a global point."""

    def __init__(self, model: ScriptRows, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("script-rundown")
        self.rows = model
        self.look = ScriptRowDelegate(theme, self)
        self._quiet = False
        self._headers: list[QPersistentModelIndex] = []
        self._known: list[int] = []
        self.setModel(model)
        self.setItemDelegate(self.look)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
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
        wanted = set(headers)
        for index in self._headers:
            if index.isValid() and index.row() not in wanted:
                heights.resizeSection(index.row(), ROW_HEIGHT)
        for row in headers:
            if heights.sectionSize(row) != HEADER_HEIGHT:
                heights.resizeSection(row, HEADER_HEIGHT)
        self._headers = [QPersistentModelIndex(self.rows.index(row, 0)) for row in headers]

    def show_chosen(self, segment_ids: tuple[str, ...], current: str) -> None:
        """Select what was chosen elsewhere, and bring the item in front into sight."""
        if self.look.current != current:
            self.look.current = current
            self.viewport().update()
        if (segment_ids, current) == self._chosen():
            return
        self._quiet = True
        selection = QItemSelection()
        for first, last in _stretches([self.rows.row_of(one) for one in segment_ids]):
            selection.select(self.rows.index(first, 0), self.rows.index(last, 0))
        row = self.rows.row_of(current)
        if row >= 0 and self.rows.standby(row) is not None:
            selection.select(self.rows.index(row, 0), self.rows.index(row, 0))
        self.selectionModel().select(selection, _REPLACE)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.rows.index(row, 0), _ONLY_MOVE)
            self.scrollTo(self.rows.index(row, 0))
        self._quiet = False
        self.viewport().update()

    @contextmanager
    def following(self) -> Iterator[None]:
        """While the rows follow the document: what that does to the selection is told once, afterwards."""
        was, self._quiet = self._chosen(), True
        try:
            yield
        finally:
            self._quiet = False
        if self._chosen() != was:
            self._selected()

    def step(self, by: int) -> None:
        """Choose the next (or the one before) segment or standby plan."""
        index = self.currentIndex()
        self._step(index.row() if index.isValid() else -1 if by > 0 else self.rows.rowCount(), by)

    def _step(self, row: int, by: int) -> None:
        row += by
        while 0 <= row < self.rows.rowCount():
            if self.rows.item_id(row):
                self.selectionModel().setCurrentIndex(self.rows.index(row, 0), _REPLACE)
                return
            row += by

    @property
    def group_in_front(self) -> str:
        """The group whose header is in front, empty for none."""
        index = self.currentIndex()
        return self.rows.group_id(index.row()) if index.isValid() else ""

    # --- Qt ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the text; letters are no search, so that no key surprises."""
        if event.key() in _ENTER and not event.modifiers():
            self.entered.emit()
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
        nothing = not self.currentIndex().isValid()
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        if nothing:
            # Qt puts itself on the first row, which may be a header.
            self._step(-1, 1)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Qt lets the input method in at every row that can be edited."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    # --- inside --------------------------------------------------------------------------------------------

    def _chosen(self) -> tuple[tuple[str, ...], str]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        ids = tuple(dict.fromkeys(one for row in rows for one in self.rows.segments_of(row)))
        index = self.currentIndex()
        front = self.rows.item_id(index.row()) if index.isValid() else ""
        if not front and index.isValid():
            front = next(iter(self.rows.segments_of(index.row())), "")
        return ids, front or (ids[0] if ids else "")

    @Slot()
    def _selected(self) -> None:
        if not self._quiet:
            ids, front = self._chosen()
            self.look.current = front
            self.chosen.emit(ids, front)

    @Slot(QModelIndex)
    def _clicked_twice(self, index: QModelIndex) -> None:
        if self.rows.item_id(index.row()):
            self.entered.emit()

    @Slot(QPoint)
    def _menu(self, where: QPoint) -> None:
        if self.indexAt(where).isValid():
            self.menu_at.emit(self.viewport().mapToGlobal(where))


def _stretches(rows: list[int]) -> list[tuple[int, int]]:
    """Rows (those that are shown) as stretches from first to last."""
    found: list[tuple[int, int]] = []
    for row in sorted(row for row in rows if row >= 0):
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
