"""The list of versions: arrows choose, Shift takes a second one, → opens what is folded, Enter shows it large."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from livedesk.ui.models.keyed import ROW, KeyedListModel
from livedesk.ui.theme import HINT, LABEL, TEXT, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.row_list import DeskList, RowDelegate
from livedesk.ui.workspaces.script.approval_words import tone
from livedesk.ui.workspaces.script.version_rows import VersionRow
from livedesk.ui.workspaces.script.words import name

_CHEVRON, _TEXT_AT, _INNER = 14, 30, 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class VersionDelegate(RowDelegate):
    """Two lines: what was done, and by whom and when; a folded burst has a small triangle before it, and a time on
    air is bold."""

    height = 46

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._chosen = QColor(theme.mix("info", "panel", 0.16))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, the mark of what is chosen, then the row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._chosen)
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), self.ink("info"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._hover)
        self.row(painter, rect, index.data(ROW))
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one line."""
        if not isinstance(row, VersionRow):
            return
        inner = rect.adjusted(_TEXT_AT + (_INNER if row.inner else 0), 0, -12, 0)
        if row.more:
            paint.text(painter, inner, row.words, self.ink("info"), TEXT)
            return
        if row.opens is not None:
            self._chevron(painter, rect.x() + _CHEVRON, rect.center().y() + 1, opened=row.opens)
        above, below = inner.adjusted(0, 5, 0, -22), inner.adjusted(0, 23, 0, -4)
        if row.approval is not None:
            self._state(painter, above, row)
        else:
            ink = self.ink("air" if row.on_air else "dim" if row.undone else "text")
            bold = row.on_air is not None
            paint.text(painter, above, row.words, ink, TEXT, bold=bold, struck=row.undone)
        number = f"#{row.revision}"
        wide = paint.width(number, HINT) + 8
        paint.text(painter, below.adjusted(0, 0, -wide, 0), row.below, self.ink("dim"), LABEL)
        paint.text(painter, below, number, self.ink("faint"), HINT, align=paint.RIGHT)

    def _state(self, painter: QPainter, rect: QRect, row: VersionRow) -> None:
        assert row.approval is not None
        token = tone(row.approval)
        token = "text" if token == "dim" else token
        words = name(row.approval)
        chip = QRect(rect.x(), rect.y(), paint.width(words, LABEL) + 18, rect.height())
        fill, ink = QColor(self._theme.mix(token, "panel", 0.2)), QColor(self._theme.mix(token, "text", 0.75))
        paint.chip(painter, chip, words, fill, ink)
        _, _, reason = row.words.partition(" · ")
        paint.text(painter, rect.adjusted(chip.width() + 8, 0, 0, 0), reason, self.ink("text"), TEXT)

    def _chevron(self, painter: QPainter, x: int, middle: int, *, opened: bool) -> None:
        painter.setPen(self.ink("dim"))
        painter.setFont(paint.font(LABEL))
        painter.drawText(QRect(x - 8, middle - 10, 20, 20), paint.CENTER, "▾" if opened else "▸")


class VersionList(DeskList):
    """``folded`` carries the row to open or close, ``entered`` asks to see what is chosen large, ``older`` for what
    lies before the last row."""

    folded = Signal(object)
    entered = Signal()
    older = Signal()

    def __init__(self, model: KeyedListModel[VersionRow], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(VersionDelegate(theme), parent, least=2)
        self.setModel(model)
        self._rows = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Versions"))

    @property
    def chosen(self) -> tuple[VersionRow, ...]:
        """The chosen versions, the newest first; the row that reads older ones is none."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = (self._rows.row_at(at) for at in places)
        return tuple(row for row in found if not row.more)

    @property
    def at(self) -> VersionRow | None:
        """The row with the cursor."""
        index = self.currentIndex()
        return self._rows.row_at(index.row()) if index.isValid() else None

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close what is folded; Enter shows a version, or reads older ones."""
        row = self.at
        if row is not None and event.key() in _ENTER:
            (self.older if row.more else self.entered).emit()
        elif row is not None and event.key() == Qt.Key.Key_Right and row.opens is False:
            self.folded.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Left and (row.opens or row.inner):
            self._close(row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the triangle opens or closes; one on the last row reads older ones."""
        index = self.indexAt(event.position().toPoint())
        row = self._rows.row_at(index.row()) if index.isValid() else None
        if row is not None and row.more:
            self.older.emit()
        elif row is not None and row.opens is not None and event.position().x() < _TEXT_AT:
            self.folded.emit(row)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Two clicks show it large."""
        if self.chosen:
            self.entered.emit()

    def _close(self, row: VersionRow) -> None:
        at = self.currentIndex().row()
        while row.inner:
            at -= 1
            row = self._rows.row_at(at)
        self.setCurrentIndex(self._rows.index(at, 0))
        self.folded.emit(row)
