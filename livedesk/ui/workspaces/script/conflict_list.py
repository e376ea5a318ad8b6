"""The fields in dispute: each with the version that holds, as far as it is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from livedesk.domain.rebase import FieldConflict, Key
from livedesk.ui.theme import LABEL, TEXT
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.row_list import RowDelegate
from livedesk.ui.workspaces.script.conflict_cases import Side
from livedesk.ui.workspaces.script.conflict_words import side_words

_MARK_AT, _TEXT_AT = 14, 38


@dataclass(frozen=True, eq=False)
class DisputeRow:
    """A field in dispute. ``side``: whose version holds (None: nobody has chosen)."""

    dispute: FieldConflict
    title: str
    field: str
    side: Side | None

    @property
    def key(self) -> Key:
        """Row and field."""
        return self.dispute.key

    @property
    def text(self) -> str:
        """The row in words."""
        return f"{self.title}, {self.field}: {side_words(self.side)}"


class DisputeDelegate(RowDelegate):
    """A ring, full once it is chosen; row and field; the choice in words."""

    height = 34

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one field."""
        if not isinstance(row, DisputeRow):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        tone = "warn" if row.side is None else "go"
        painter.setPen(QPen(self.ink(tone), 1.6))
        painter.setBrush(QBrush(self.ink(tone)) if row.side is not None else QBrush(Qt.BrushStyle.NoBrush))
        painter.drawEllipse(QRect(rect.x() + _MARK_AT, rect.center().y() - 5, 10, 10))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        inner = rect.adjusted(_TEXT_AT, 0, -12, 0)
        words = side_words(row.side)
        wide = paint.width(words, LABEL)
        paint.text(painter, inner, words, self.ink(tone), LABEL, align=paint.RIGHT)
        left = inner.adjusted(0, 0, -wide - 12, 0)
        paint.text(painter, left, row.field, self.ink("text"), TEXT, bold=True)
        beside = left.adjusted(paint.width(row.field, TEXT, bold=True) + 10, 0, 0, 0)
        paint.text(painter, beside, row.title, self.ink("dim"), LABEL)
