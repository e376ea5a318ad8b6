"""The ring: how many checks are settled, as an arc and as figures."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from livedesk.ui import format as fmt
from livedesk.ui.fonts import figures
from livedesk.ui.theme import TITLE, Theme

_SIZE, _WIDTH = 88, 8


class Ring(QWidget):
    """An arc from the top, clockwise; the figures stand inside."""

    def __init__(self, theme: Theme, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = figures(family, TITLE + 2)
        self._done, self._all, self._tone = 0, 0, "go"
        self.setFixedSize(_SIZE, _SIZE)

    @property
    def text(self) -> str:
        """The figures inside."""
        return f"{self._done}/{self._all}" if self._all else fmt.NONE

    def set_share(self, done: int, total: int, tone: str) -> None:
        """Show ``done`` of ``total``."""
        if (done, total, tone) != (self._done, self._all, self._tone):
            self._done, self._all, self._tone = done, total, tone
            self.setAccessibleName(self.text)
            self.update()

    def sizeHint(self) -> QSize:
        """The fixed size."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, arc and figures."""
        inner = QRectF(self.rect()).adjusted(_WIDTH / 2 + 1, _WIDTH / 2 + 1, -_WIDTH / 2 - 1, -_WIDTH / 2 - 1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(self._theme.color("raised"), _WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawEllipse(inner)
            if self._all:
                pen.setColor(self._theme.color(self._tone))
                painter.setPen(pen)
                painter.drawArc(inner, 90 * 16, -round(360 * 16 * self._done / self._all))
            painter.setPen(self._theme.color("text"))
            painter.setFont(self._font)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text)
