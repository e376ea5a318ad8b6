"""A font with the texts that are painted in it: a list or a strip paints the same few hundred again and again."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

ELLIPSIS = "…"
_MOST_TEXTS = 4_096
_JOINERS = "\u200d\ufe0e\ufe0f"


class Face:
    """One font, with texts laid out once and cut to a width without asking Qt again."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.height = self.metrics.height()
        self._texts: dict[str, QStaticText] = {}
        self._ends: dict[str, list[int]] = {}
        self._wide: dict[str, int] = {}

    def width(self, words: str) -> int:
        """How wide a text is, in pixels."""
        found = self._wide.get(words)
        if found is None:
            if len(self._wide) >= _MOST_TEXTS:
                self._wide.clear()
            found = self._wide[words] = self.metrics.horizontalAdvance(words)
        return found

    def cut(self, words: str, room: int) -> str:
        """The text, with an ellipsis where it is wider than ``room``; empty where not even one letter fits."""
        if self.width(words) <= room:
            return words
        ends = self._ends.get(words)
        if ends is None:
            if len(self._ends) >= _MOST_TEXTS:
                self._ends.clear()
            ends = self._ends[words] = list(accumulate(map(self.width, words)))
        kept = words[: bisect_right(ends, room - self.width(ELLIPSIS))].rstrip(_JOINERS + " ·")
        return kept + ELLIPSIS if kept else ""

    def draw(self, painter: QPainter, x: int, y: int, words: str) -> None:
        """Draw one line with its top left corner at a point, in the painter's pen and :attr:`font`."""
        text = self._texts.get(words)
        if text is None:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            text.prepare(font=self.font)
            self._texts[words] = text
        painter.drawStaticText(QPoint(x, y), text)
