"""Where time goes, as rows with a bar each: a painted list that costs nothing while nobody looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.ui import format as fmt
from livedesk.ui.theme import LABEL, TEXT, Theme
from livedesk.ui.widgets import paint

ROW = 34
_COUNT, _TIME, _SHARE = 44, 64, 40


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One row: its name, how many segments, their planned time, its share (0–1), and a colour of the theme."""

    name: str
    count: int
    planned_ms: int
    share: float
    tone: str


class ShareList(QWidget):
    """Rows from top to bottom; as high as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[ShareRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[ShareRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[ShareRow]) -> None:
        """Show other rows."""
        made = tuple(rows)
        if made == self._rows:
            return
        higher = len(made) != len(self._rows)
        self._rows = made
        words = [f"{row.name} {fmt.duration(row.planned_ms)} {fmt.ratio(row.share, 0)}" for row in made]
        self.setAccessibleDescription("; ".join(words))
        if higher:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line a row."""
        return QSize(200, ROW * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        """All of them."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        theme = self._theme
        with QPainter(self) as painter:
            for at, row in enumerate(self._rows):
                top = at * ROW
                if top > event.rect().bottom() or top + ROW < event.rect().top():
                    continue
                line = QRect(0, top + 2, self.width(), 20)
                right = line.right()
                share = QRect(right - _SHARE, line.top(), _SHARE, line.height())
                paint.text(painter, share, fmt.ratio(row.share, 0), theme.color("dim"), LABEL, align=paint.RIGHT)
                time = QRect(share.left() - _TIME, line.top(), _TIME, line.height())
                paint.text(
                    painter, time, fmt.duration(row.planned_ms), theme.color("text"), TEXT, align=paint.RIGHT
                )
                count = QRect(time.left() - _COUNT, line.top(), _COUNT, line.height())
                paint.text(painter, count, f"{row.count}", theme.color("dim"), LABEL, align=paint.RIGHT)
                name = QRect(0, line.top(), count.left() - 8, line.height())
                paint.text(painter, name, row.name, theme.color("text"), TEXT)
                bar = QRect(0, top + 25, self.width(), 4)
                paint.bar(painter, bar, row.share, theme.color(row.tone), theme.color("raised"))
