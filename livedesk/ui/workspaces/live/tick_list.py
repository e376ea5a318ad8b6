"""A list of console cues that are ticked one by one, the same in every layout: a tick is easy, and taking one back is
meant."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from livedesk.domain.console import CueState
from livedesk.ui.models.console import CueRow
from livedesk.ui.models.keyed import ROW
from livedesk.ui.widgets.row_list import DeskList, RowDelegate

_TICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BEGIN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_AROUND = 8
"""How far beside the box a finger may be (pixels)."""


class TickDelegate(RowDelegate):
    """Rows that begin with a box to tick, ``box`` wide and high and ``box_at`` from the left (pixels)."""

    box, box_at = 17, 12

    def tick_box(self, row: QRect) -> QRect:
        """Where the box stands in a row."""
        return QRect(row.left() + self.box_at, row.center().y() - self.box // 2, self.box, self.box)


class TickList(DeskList):
    """The rows, walked by the arrows. Enter ticks the chosen one, Shift+Enter takes its tick back, a click on a row's
    box does either; one beside the box chooses the row alone. ``ticked`` carries a cue's id, and whether it is done
    now; ``again`` tells that Enter was pressed on one that is done."""

    ticked = Signal(str, bool)
    again = Signal()

    def __init__(self, delegate: TickDelegate, *, least: int) -> None:
        super().__init__(delegate, least=least)
        self._boxes = delegate
        self._pressed = QModelIndex()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSelectionMode(DeskList.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Console cues"))
        tip = self.tr("Its box, or Enter: done on the platform. Its box again, or Shift+Enter: not done.")
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where nothing is chosen yet, the arrows begin with the first row, and Enter ticks nothing."""
        chosen = self.selectionModel().selectedIndexes()
        if event.key() in _TICKS:
            if chosen and not event.isAutoRepeat():
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._enter(chosen[0], back=back)
            return
        if event.key() in _BEGIN and not chosen:
            self.setCurrentIndex(self.model().index(0, 0))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A box is ticked where it is pressed and let go."""
        self._pressed = self._boxed(event)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See :meth:`mousePressEvent`."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, QModelIndex()
        row = self._row(pressed)
        if row is not None and pressed == self._boxed(event):
            self.ticked.emit(row.key, not _done(row))

    def _enter(self, index: QModelIndex, *, back: bool) -> None:
        row = self._row(index)
        if row is None:
            return
        if _done(row) and not back:
            self.again.emit()
        elif _done(row) or not back:
            self.ticked.emit(row.key, not back)

    @staticmethod
    def _row(index: QModelIndex) -> CueRow | None:
        row = index.data(ROW) if index.isValid() else None
        return row if isinstance(row, CueRow) else None

    def _boxed(self, event: QMouseEvent) -> QModelIndex:
        """The row whose box is under the left button; none beside the boxes."""
        where: QPoint = event.position().toPoint()
        index = self.indexAt(where)
        reach = self._boxes.tick_box(self.visualRect(index)).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        hit = index.isValid() and event.button() == Qt.MouseButton.LeftButton and reach.contains(where)
        return index if hit else QModelIndex()


def _done(row: CueRow) -> bool:
    return row.due.state is CueState.DONE
