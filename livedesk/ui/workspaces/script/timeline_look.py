"""Colours and texts of the timeline, made once: a frame only looks them up."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QStaticText

from livedesk.domain.rundown import SegmentKind
from livedesk.ui.fonts import figures
from livedesk.ui.theme import HINT, LABEL, Theme, contrast
from livedesk.ui.workspaces.script.timeline_pixels import pixel

ELLIPSIS = "…"
_MOST_TEXTS = 4_096
_READ_WELL = 4.6
"""Contrast of text on a block (4.5 by the book)."""
_JOINERS = "\u200d\ufe0e\ufe0f"

PLAIN, CHOSEN, QUIET = 0, 1, 2
"""How a block is looked at: as planned, chosen, or aired already."""


class Face:
    """One font, with texts laid out once and cut to a width without asking Qt again."""

    def __init__(self, family: str, px: int, *, bold: bool = False) -> None:
        self.font: QFont = figures(family, px, bold=bold)
        self.metrics = QFontMetrics(self.font)
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


class Look:
    """What the painters of the timeline share."""

    def __init__(self, theme: Theme, family: str) -> None:
        self.theme = theme
        self.hint = Face(family, HINT)
        self.hint_bold = Face(family, HINT, bold=True)
        self.label = Face(family, LABEL)
        self.label_bold = Face(family, LABEL, bold=True)
        self._inks: dict[tuple[str, float], QColor] = {}
        self._pixels: dict[tuple[str, float], np.uint32] = {}
        share = (0.36, 0.62, 0.16) if theme.dark else (0.22, 0.46, 0.10)
        self.fills: dict[tuple[SegmentKind, int], QBrush] = {
            (kind, way): QBrush(QColor(_ground(theme, theme.kind(kind), share[way])))
            for kind in SegmentKind
            for way in (PLAIN, CHOSEN, QUIET)
        }
        self.colours = np.array(
            [[self.fills[kind, way].color().rgba() for way in (PLAIN, CHOSEN, QUIET)] for kind in SegmentKind],
            np.uint32,
        )
        """The fills as numbers, by the number of the kind and how it is looked at."""
        self.bars: dict[SegmentKind, QBrush] = {
            kind: QBrush(QColor(theme.mix(theme.kind(kind), "panel", 0.75))) for kind in SegmentKind
        }
        self.texts = {PLAIN: self.ink("text"), CHOSEN: self.ink("text"), QUIET: self.ink("dim")}
        self.seconds = {
            way: QColor(theme.mix("text", "panel", part))
            for way, part in ((PLAIN, 0.88), (CHOSEN, 1.0), (QUIET, 0.6))
        }
        self.gap = QBrush(self.ink("next", 0.34), Qt.BrushStyle.BDiagPattern)
        self.overlap = QBrush(self.ink("warn", 0.95), Qt.BrushStyle.DiagCrossPattern)
        self.overlap_ground = QBrush(self.ink("warn", 0.30))

    def ink(self, token: str, alpha: float = 1.0) -> QColor:
        """A colour of the theme."""
        found = self._inks.get((token, alpha))
        if found is None:
            found = self._inks[token, alpha] = self.theme.color(token, alpha)
        return found

    def pixel(self, token: str, alpha: float = 1.0) -> np.uint32:
        """The same colour as a pixel."""
        found = self._pixels.get((token, alpha))
        if found is None:
            found = self._pixels[token, alpha] = pixel(self.ink(token, alpha))
        return found

    def chip(self, painter: QPainter, rect: QRect, words: str, tone: str, face: Face) -> None:
        """Words on a ground of the strip's own, so that they are read over anything."""
        painter.setPen(QPen(self.ink(tone, 0.7), 1))
        painter.setBrush(QColor(self.theme.mix(tone, "panel", 0.12)))
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 3, 3)
        painter.setPen(self.ink(tone))
        painter.setFont(face.font)
        face.draw(painter, rect.left() + 5, rect.top() + (rect.height() - face.height) // 2, words)


def _ground(theme: Theme, token: str, share: float) -> str:
    """A tone laid over the panel, by ``share`` at most: as strong as text on it is still read well."""
    while share > 0 and contrast(theme.text, theme.mix(token, "panel", share)) < _READ_WELL:
        share -= 0.02
    return theme.mix(token, "panel", max(0.0, share))
