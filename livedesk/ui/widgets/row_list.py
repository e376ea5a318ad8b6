"""A plain list of painted rows: the view, and what every delegate of it shares."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from livedesk.ui.models.keyed import ROW
from livedesk.ui.theme import LABEL, Theme
from livedesk.ui.widgets import paint

_Index = QModelIndex | QPersistentModelIndex
_HOVER = QStyle.StateFlag.State_MouseOver
_SELECTED = QStyle.StateFlag.State_Selected


class RowDelegate(QStyledItemDelegate):
    """Paints one row object; ``height`` is that of every row, ``zone`` the show's, for times of day."""

    height = 24

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.zone = "UTC"
        self._hover = QColor(theme.mix("hover", "panel", 0.6))
        self._line = theme.color("line", 0.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One height for all."""
        return QSize(120, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, then the row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & (_HOVER | _SELECTED):
            painter.fillRect(rect, self._hover)
        self.row(painter, rect, index.data(ROW))
        painter.restore()

    @abstractmethod
    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one row."""

    def ink(self, token: str) -> QColor:
        """A colour of the theme."""
        return self._theme.color(token)


class DeskList(QListView):
    """A plain list: rows of one height, scrolled by pixels; ``empty`` stands where there are none."""

    def __init__(self, delegate: RowDelegate, parent: QWidget | None = None, *, least: int = 1) -> None:
        super().__init__(parent)
        self.empty = ""
        self._ink = delegate.ink("dim")
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(delegate.height * least)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or what to do where there are none (``empty``)."""
        super().paintEvent(event)
        model = self.model()
        if self.empty and (model is None or not model.rowCount()):
            with QPainter(self.viewport()) as painter:
                painter.setFont(paint.font(LABEL))
                painter.setPen(self._ink)
                # In a low window the panel around may show less of the list than its rows ask for.
                seen = self.viewport().visibleRegion().boundingRect()
                space = seen.adjusted(16, 2, -16, -2)
                whole = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
                if painter.boundingRect(space, whole, self.empty).height() <= seen.height():
                    painter.drawText(space, whole, self.empty)
                else:
                    paint.text(painter, space, self.empty, self._ink, LABEL)
