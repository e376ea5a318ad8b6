"""The rows of the palette: what one shows, and how it is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from livedesk.ui.models.keyed import ROW
from livedesk.ui.theme import GAP, HINT, LABEL, TEXT, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.row_list import DeskList, RowDelegate

HEIGHT = 32
_Index = QModelIndex | QPersistentModelIndex
_SELECTED = QStyle.StateFlag.State_Selected


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """What a page offers for a query: its title, a detail beside it, the key that does the same (as it is printed;
    empty: none), and what is run once the palette has closed and the focus is back."""

    title: str
    run: Callable[[], object]
    detail: str = ""
    key: str = ""


Provider = Callable[[str], Iterable[PaletteRow]]
"""Gives the rows for a query."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as it is listed. ``why`` says why it does nothing now (empty: it does). ``action`` is the id of an
    action, or empty, and then ``run`` is what a page offered."""

    key: str
    title: str
    detail: str
    keys: str
    why: str = ""
    action: str = ""
    run: Callable[[], object] | None = None

    @property
    def text(self) -> str:
        """The row in words."""
        return ", ".join(part for part in (self.title, self.keys, self.why or self.detail) if part)


class EntryDelegate(RowDelegate):
    """Title, detail at the right, key after it; what does nothing now is dim and says why."""

    height = HEIGHT

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._chosen = QColor(theme.mix("info", "raised", 0.28))
        self._mark = theme.color("info")
        self._text, self._dim, self._faint = self.ink("text"), self.ink("dim"), self.ink("faint")
        self._off = self._faint
        self._box = theme.color("faint")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Only the chosen row has a ground: the mouse chooses by moving, so there is no second one."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        # What does nothing now is still to be read where it was chosen: its reason stands beside it.
        self._off = self._faint
        if state & _SELECTED:
            self._off = self._dim
            painter.fillRect(rect, self._chosen)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._mark)
        self.row(painter, rect, index.data(ROW))
        painter.restore()

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one row."""
        if not isinstance(row, Entry):
            return
        inner = rect.adjusted(16, 0, -12, 0)
        right = inner.right()
        if row.keys:
            width = paint.width(row.keys, HINT) + 12
            box = QRect(right - width, inner.center().y() - 9, width, 19)
            paint.box(painter, box, None, line=self._box)
            paint.text(painter, box, row.keys, self._off if row.why else self._dim, HINT, align=paint.CENTER)
            right = box.left() - GAP
        room = right - inner.left()
        beside = row.why or row.detail
        # A reason is what a person needs to read; a detail may be cut.
        width = min(paint.width(beside, LABEL) + 1, room * 2 // 3 if row.why else room // 2)
        side = QRect(right - width, inner.top(), width, inner.height())
        paint.text(painter, side, beside, self._dim, LABEL, align=paint.RIGHT)
        title = QRect(inner.left(), inner.top(), side.left() - 16 - inner.left(), inner.height())
        paint.text(painter, title, row.title, self._off if row.why else self._text, TEXT)


class EntryList(DeskList):
    """The list under the field: it never has the focus, the mouse chooses by moving and does by a click."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(EntryDelegate(theme), parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(DeskList.ScrollMode.ScrollPerItem)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the mouse is the chosen one."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click does the row under it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self.chosen.emit()
