"""The problems of a sheet: errors first, each with its place and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from livedesk.services.importers.preview import ImportPreview, Severity
from livedesk.ui.models.keyed import ROW, AnyIndex, KeyedListModel
from livedesk.ui.theme import LABEL, TEXT, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.workspaces.plan.preview_lines import row_key, told, where

SHOWN = 200
_LEFT, _RIGHT, _TOP, _HEAD = 34, 14, 10, 18
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A problem as it is read. ``line`` is the key of its row in the table."""

    number: int
    line: str
    place: str
    words: str
    error: bool

    @property
    def key(self) -> int:
        """Its place in the list."""
        return self.number

    @property
    def text(self) -> str:
        """Place and sentence."""
        return f"{self.place}: {self.words}"


def problem_rows(preview: ImportPreview) -> tuple[ProblemRow, ...]:
    """The problems of a reading, errors first, else in the order of the file; of very many the first."""
    ordered = (*preview.errors, *preview.warnings)
    rows = [
        ProblemRow(at, row_key(item.sheet, item.row), where(item), told(item), item.severity is Severity.ERROR)
        for at, item in enumerate(ordered[:SHOWN])
    ]
    more = len(ordered) - len(rows)
    if more:
        words = QCoreApplication.translate("Plan", "The table shows them too. Put these right first.")
        rows.append(
            ProblemRow(SHOWN, "", QCoreApplication.translate("Plan", "{0} more").format(more), words, False)
        )
    return tuple(rows)


class ProblemDelegate(QStyledItemDelegate):
    """A triangle for an error, a dot for a warning; the place over the sentence, which wraps."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the sentence needs at this width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        row = index.data(ROW)
        if not isinstance(row, ProblemRow):
            return QSize(width, 0)
        room = QRect(0, 0, max(40, width - _LEFT - _RIGHT), 10_000)
        height = QFontMetrics(paint.font(TEXT)).boundingRect(room, _WRAP, row.words).height()
        return QSize(width, _TOP + _HEAD + height + _TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        row = index.data(ROW)
        if not isinstance(row, ProblemRow):
            return
        rect: QRect = option.rect
        ink = self._theme.color("warn" if row.error else "dim")
        painter.save()
        if row.error:
            paint.triangle(painter, rect.x() + 14, rect.y() + _TOP + _HEAD // 2, ink)
        else:
            paint.box(painter, QRect(rect.x() + 15, rect.y() + _TOP + _HEAD // 2 - 3, 6, 6), ink, radius=3)
        head = QRect(rect.x() + _LEFT, rect.y() + _TOP, rect.width() - _LEFT - _RIGHT, _HEAD)
        paint.text(painter, head, row.place, ink, LABEL)
        body = head.translated(0, _HEAD)
        body.setBottom(rect.bottom())
        painter.setFont(paint.font(TEXT))
        painter.setPen(self._theme.color("text"))
        painter.drawText(body, _WRAP, row.words)
        painter.setPen(self._theme.color("line", 0.6))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class ProblemList(QListView):
    """The list; clicking a problem goes to its row (the page listens to ``clicked``)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems: KeyedListModel[ProblemRow] = KeyedListModel(self)
        self.setModel(self.problems)
        self.setItemDelegate(ProblemDelegate(theme, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
