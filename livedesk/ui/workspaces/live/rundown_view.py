"""The rundown's list: follows what is on air, arms a jump before it is taken, edits in place.

A table of one column rather than a list: its rows keep their heights without asking for ten thousand of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from livedesk.ui.bounce import Bounces
from livedesk.ui.models.rundown import RundownModel
from livedesk.ui.theme import Theme
from livedesk.ui.workspaces.live.rundown_delegate import AIR_HEIGHT, HEADER_HEIGHT, ROW_HEIGHT, Situation
from livedesk.ui.workspaces.live.segment_editor import SegmentEditing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BEGIN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F2)
_CONTEXT = 2
_Index = QModelIndex | QPersistentModelIndex


_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class RundownView(QTableView):
    """Double click or Enter arms a jump on a row, Enter again takes it (not one that bounces), Escape lets it
    be, or leaves the list (``escaped``). Scrolling by hand stops
    following the row on air until :meth:`follow` is called."""

    jump = Signal(str)
    """The segment id of a jump that was armed and taken."""
    armed = Signal(str)
    """The segment id that is armed now, empty for none."""
    following = Signal(bool)
    """Whether the list follows what is on air."""
    refused = Signal(str)
    """Why a row cannot be edited now."""
    escaped = Signal()
    """Escape was pressed and there was nothing armed to let be."""
    menu_for = Signal(str, QPoint)
    """A context menu is asked for on a segment, at a global point."""

    def __init__(
        self,
        model: RundownModel,
        theme: Theme,
        why_not: Callable[[], str] = str,
        parent: QWidget | None = None,
        *,
        bounces: Bounces | None = None,
    ) -> None:
        """``why_not`` says why no row is edited now (empty: it may be); ``bounces``: the guard of the desk."""
        super().__init__(parent)
        self.setObjectName("rundown")
        self._why_not = why_not
        self._bounces = bounces or Bounces()
        self._rundown = model
        self._following = True
        self._jumps = True
        self._air_row = -1
        self._escape_used = False
        self._tall = QPersistentModelIndex()
        self._delegate = SegmentEditing(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().sliderPressed.connect(self._scrolled_by_hand)
        self.doubleClicked.connect(self._clicked_twice)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._context_menu)

    @property
    def situation(self) -> Situation:
        """What the rows are painted by, beside the model."""
        return self._delegate.situation

    def set_situation(self, situation: Situation) -> None:
        """Paint by new facts (the armed segment stays as it is)."""
        situation = replace(situation, armed=self._delegate.situation.armed)
        if situation != self._delegate.situation:
            self._delegate.situation = situation
            self.viewport().update()

    def set_jumps(self, allowed: bool) -> None:
        """Whether a jump can be armed: not while a person has still to say whether the show goes on."""
        self._jumps = allowed
        if not allowed:
            self.arm("")

    def refresh(self) -> None:
        """After the model was given a show or a timetable: put heights right and follow the row on air."""
        model = self._rundown
        table = model.timetable
        if table is None:
            return
        air = model.row_at(table.current)
        rows = self.verticalHeader()
        headers = set(model.header_rows())
        for row in headers:
            if rows.sectionSize(row) != HEADER_HEIGHT:
                rows.resizeSection(row, HEADER_HEIGHT)
        if air != self._air_row or (air >= 0 and rows.sectionSize(air) != AIR_HEIGHT):
            for row in self._tall_rows():
                if row != air:
                    rows.resizeSection(row, HEADER_HEIGHT if row in headers else ROW_HEIGHT)
            if air >= 0:
                rows.resizeSection(air, AIR_HEIGHT)
            self._air_row = air
            self._tall = QPersistentModelIndex(model.index(air, 0)) if air >= 0 else QPersistentModelIndex()
            if self._following and not self._at_work:
                self._show_air()

    def follow(self) -> None:
        """Follow what is on air again."""
        self._set_following(True)
        self._show_air()

    def arm(self, segment_id: str) -> None:
        """Arm a jump to a segment (empty: let it be). While jumps rest nothing is armed."""
        if segment_id and not self._jumps:
            return
        if segment_id != self._delegate.situation.armed:
            self._delegate.situation = replace(self._delegate.situation, armed=segment_id)
            self.viewport().update()
            self.armed.emit(segment_id)

    # --- Qt ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter arms and takes, Escape lets be; the rest is the table's own. Where nothing is chosen yet, the keys
        begin with what is on air."""
        if event.key() in _BEGIN and not self.current_segment():
            self._choose_air()
            if event.key() != Qt.Key.Key_F2:
                return
        current = self.current_segment()
        if event.key() == Qt.Key.Key_F2 and self._why_not():
            self.refused.emit(self._why_not())
            return
        if event.key() in _ENTER and self.state() != QAbstractItemView.State.EditingState:
            if not event.isAutoRepeat() and current:
                self._arm_or_take(current)
            return
        if event.key() == Qt.Key.Key_Escape and self._escape_used:
            self._escape_used = False
            return
        if event.key() == Qt.Key.Key_Escape and self.state() != QAbstractItemView.State.EditingState:
            if self._delegate.situation.armed:
                self.arm("")
            else:
                self.escaped.emit()
            return
        super().keyPressEvent(event)

    def use_escape(self) -> None:
        """Escape has left a field, before its press comes here: it does one thing."""
        self._escape_used = True

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The next Escape is another one."""
        self._escape_used = False
        super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling by hand stops following."""
        self._scrolled_by_hand()
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row on air in sight, or the one that a person is editing or has armed."""
        super().resizeEvent(event)
        if self._at_work:
            self.scrollTo(self.currentIndex())
        elif self._following:
            self._show_air()

    @property
    def _at_work(self) -> bool:
        """Whether a person is editing a row or has armed one."""
        editing = self.state() == QAbstractItemView.State.EditingState
        return self.currentIndex().isValid() and (editing or bool(self._delegate.situation.armed))

    def current_segment(self) -> str:
        """The chosen segment's id, empty for none."""
        index = self.currentIndex()
        return self._rundown.segment_id(index.row()) if index.isValid() else ""

    # --- inside --------------------------------------------------------------------------------------------

    def _tall_rows(self) -> list[int]:
        """Where the rows are now that may still have the height of what was on air."""
        last = [self._tall.row()] if self._tall.isValid() else []
        rows = self.verticalHeader()
        return [row for row in {*last, self._air_row} if 0 <= row < rows.count()]

    def _choose_air(self) -> None:
        """Choose what is on air, or the first segment."""
        segments = (row for row in range(self._rundown.rowCount()) if not self._rundown.is_header(row))
        row = self._air_row if self._air_row >= 0 else next(segments, -1)
        if row >= 0:
            self.setCurrentIndex(self._rundown.index(row, 0))

    def _show_air(self) -> None:
        """Bring what is on air into sight, with a little of what was before above it."""
        if self._air_row < 0:
            return
        first = max(0, self._air_row - _CONTEXT)
        self.scrollTo(self._rundown.index(first, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def _set_following(self, on: bool) -> None:
        if on != self._following:
            self._following = on
            self.following.emit(on)

    @Slot()
    def _scrolled_by_hand(self) -> None:
        self._set_following(self._air_row < 0)

    @Slot(QModelIndex)
    def _clicked_twice(self, index: QModelIndex) -> None:
        segment_id = self._rundown.segment_id(index.row())
        if segment_id:
            self._arm_or_take(segment_id)

    def _arm_or_take(self, segment_id: str) -> None:
        if self._bounces.again(segment_id, among="rows"):
            return
        if segment_id == self._delegate.situation.armed:
            self.arm("")
            self.jump.emit(segment_id)
        else:
            self.arm(segment_id)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Qt lets the input method in at every row that can be edited; here keys are the desk's."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """See :meth:`currentChanged`."""
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Enter and Escape go elsewhere now: an armed row that still promised them would lie."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING and self.state() != QAbstractItemView.State.EditingState:
            self.arm("")

    @Slot(QPoint)
    def _context_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        segment_id = self._rundown.segment_id(index.row()) if index.isValid() else ""
        if segment_id:
            self.setCurrentIndex(index)
            self.menu_for.emit(segment_id, self.viewport().mapToGlobal(where))
