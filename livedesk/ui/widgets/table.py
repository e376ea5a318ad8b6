"""Tables of frozen lines: a model that is filled whole, and a view with rows of one height.

For what is read from a file or from a finished run, not for what changes with a tick: filling it is a reset.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from livedesk.ui.fonts import figures, font
from livedesk.ui.theme import LABEL, TEXT, Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
DISPLAY, TOOL_TIP, ACCESSIBLE = int(_ROLE.DisplayRole), int(_ROLE.ToolTipRole), int(_ROLE.AccessibleTextRole)
FOREGROUND, FONT, ALIGNMENT = int(_ROLE.ForegroundRole), int(_ROLE.FontRole), int(_ROLE.TextAlignmentRole)
_INSET = 5
BACKGROUND = int(_ROLE.BackgroundRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in pixels (0: takes the rest), and whether it holds numbers (set at the
    right, figures of one width). ``tip`` says on hovering what is counted."""

    title: str
    width: int = 0
    number: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a tone of the theme; ``tip`` says more on hovering."""

    text: str = ""
    tone: str = "text"
    tip: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: ``key`` names it for whoever filled the table, ``ground`` is a tone laid thinly behind it."""

    key: str
    cells: tuple[Cell, ...]
    ground: str = ""


class LinesModel(QAbstractTableModel):
    """Read-only lines under fixed columns."""

    def __init__(
        self, columns: Sequence[Column], theme: Theme, family: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self._fonts: dict[tuple[bool, bool], QFont] = {
            (number, bold): (figures if number else font)(family, TEXT, bold=bold)
            for number in (False, True)
            for bold in (False, True)
        }
        self._inks: dict[str, QColor] = {}

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines as shown."""
        return self._lines

    def fill(self, lines: Sequence[Line]) -> None:
        """Show these lines instead. Equal ones change nothing, so that the place in the list stays."""
        if tuple(lines) == self._lines:
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> Line:
        """One line."""
        return self._lines[row]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default, never changed)
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default, never changed)
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == DISPLAY:
            return column.title
        if role == ALIGNMENT:
            return _RIGHT if column.number else _LEFT
        return (column.tip or None) if role == TOOL_TIP else None

    def data(self, index: AnyIndex, role: int = DISPLAY) -> Any:
        """A cell's text and look."""
        if not index.isValid():
            return None
        line, column = self.line(index.row()), self.columns[index.column()]
        cell = line.cells[index.column()]
        if role in (DISPLAY, ACCESSIBLE):
            return cell.text
        if role == FOREGROUND:
            return self.ink(cell.tone)
        if role == FONT:
            return self._fonts[column.number, cell.bold]
        if role == ALIGNMENT:
            return _RIGHT if column.number else _LEFT
        if role == TOOL_TIP:
            return cell.tip or None
        return self._ground(line.ground) if role == BACKGROUND and line.ground else None

    def ink(self, tone: str) -> QColor:
        """A colour of the theme."""
        if tone not in self._inks:
            self._inks[tone] = self._theme.color(tone)
        return self._inks[tone]

    def _ground(self, tone: str) -> QColor:
        return QColor(self._theme.mix(tone, "panel", 0.1))


class _Cells(QStyledItemDelegate):
    """Fills the whole cell and sets its text in by as much as the headings are."""

    def __init__(self, model: LinesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._chosen = model.ink("raised")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground, then the text."""
        ground = index.data(BACKGROUND)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._chosen)
        elif ground is not None:
            painter.fillRect(option.rect, ground)
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        super().paint(painter, inner, index)


class LinesView(QTableView):
    """A table in the look of the desk; ``empty`` stands where there is no line."""

    def __init__(self, model: LinesModel, family: str, *, row: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = ""
        self._family = family
        self._dim = model.ink("dim")
        self.setModel(model)
        self.setItemDelegate(_Cells(model, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(row)
        across = self.horizontalHeader()
        across.setFont(font(family, LABEL))
        across.setHighlightSections(False)
        across.setMinimumSectionSize(24)
        for at, column in enumerate(model.columns):
            if column.width:
                across.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(at, column.width)
            else:
                across.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, or what to do where there are none."""
        super().paintEvent(event)
        if self.empty and self.model().rowCount() == 0:
            with QPainter(self.viewport()) as painter:
                painter.setFont(font(self._family, TEXT))
                painter.setPen(self._dim)
                flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
                painter.drawText(self.viewport().rect().adjusted(24, 24, -24, -24), flags, self.empty)
