"""Lights: a mark whose shape tells the state as well as its colour, and a few words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from livedesk.ui.plain import tip as plain_tip
from livedesk.ui.theme import LABEL, Theme
from livedesk.ui.widgets.labels import figure, show


class Mark(StrEnum):
    """OK a full green disc, AIR a full red one, WAIT a yellow ring half full, OFF an empty ring, FAULT an orange
    triangle."""

    OK = "ok"
    AIR = "air"
    WAIT = "wait"
    OFF = "off"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class LightState:
    """A light as it is shown: its mark, words for a wide and a narrow bar, and more on hovering. ``least`` are the
    words where even ``short`` is too long (empty: there are no fewer)."""

    mark: Mark
    text: str
    short: str
    tip: str = ""
    least: str = ""


_AIR, _TIGHT = (10, 8, 12), (6, 5, 7)
"""Left of the mark, between it and the words, right of them (pixels)."""
_TONES = {Mark.OK: "go", Mark.AIR: "air", Mark.WAIT: "next", Mark.OFF: "faint", Mark.FAULT: "warn"}


class Dot(QWidget):
    """The mark alone, 12 by 12."""

    def __init__(self, theme: Theme, mark: Mark = Mark.OFF, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.mark = mark
        self.setFixedSize(12, 12)

    def set_mark(self, mark: Mark) -> None:
        """Show another state."""
        if mark is not self.mark:
            self.mark = mark
            self.update()

    def sizeHint(self) -> QSize:
        """The fixed size."""
        return QSize(12, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        colour = self._theme.color(_TONES[self.mark])
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            match self.mark:
                case Mark.FAULT:
                    painter.drawPolygon(QPolygonF([QPointF(6, 0.5), QPointF(12, 11), QPointF(0, 11)]))
                case Mark.OK | Mark.AIR:
                    painter.drawEllipse(QRectF(2, 2, 8, 8))
                case Mark.WAIT:
                    painter.drawPie(QRectF(2, 2, 8, 8), 90 * 16, -180 * 16)
                    self._ring(painter)
                case _:
                    self._ring(painter)

    def _ring(self, painter: QPainter) -> None:
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(self._theme.color(_TONES[self.mark]))
        pen.setWidthF(1.4)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(2, 2, 8, 8))


class Light(QFrame):
    """A mark with its words, as in the top bar: 「● OBS 60.0 fps · 丢帧 0.00%」."""

    def __init__(self, theme: Theme, family: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "light")
        self.setFixedHeight(26)
        self._box = box = QHBoxLayout(self)
        self._air = _AIR
        self.dot = Dot(theme)
        self._words = figure(family, text, size=LABEL, tone="dim", bold=False)
        box.addWidget(self.dot)
        box.addWidget(self._words)
        self._space()

    @property
    def text(self) -> str:
        """The words as shown."""
        return self._words.text()

    def set_tight(self, tight: bool) -> None:
        """Less air around mark and words, for a narrow bar."""
        self._air = _TIGHT if tight else _AIR
        self._space()

    def width_of(self, text: str) -> int:
        """How wide the light is with these words (pixels)."""
        left, apart, right = self._air
        if not text:
            return 2 * left + self.dot.width()
        words = ceil(self._words.fontMetrics().horizontalAdvance(text))
        return left + self.dot.width() + apart + words + right

    def set_state(self, mark: Mark, text: str, tip: str = "", name: str = "") -> None:
        """Show a state, without ``text`` by its mark alone; ``tip`` says more on hovering, ``name`` what is heard
        where the words are left out."""
        self.dot.set_mark(mark)
        changed = text != self._words.text()
        show(self._words, text, "warn" if mark is Mark.FAULT else "dim")
        if self._words.isHidden() == bool(text):
            self._words.setVisible(bool(text))
            self._space()
        if changed:
            # At once, not after its own layout was made anew: the row is laid out once.
            self.updateGeometry()
        self.setAccessibleName(name or text)
        shown = plain_tip(tip)
        if self.toolTip() != shown:
            self.setToolTip(shown)

    def _space(self) -> None:
        left, apart, right = self._air
        self._box.setContentsMargins(left, 0, left if self._words.isHidden() else right, 0)
        self._box.setSpacing(apart)
