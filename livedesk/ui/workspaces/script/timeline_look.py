"""Colours and texts of the timeline, made once: a frame only looks them up."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from livedesk.domain.rundown import SegmentKind
from livedesk.ui.fonts import figures
from livedesk.ui.theme import HINT, LABEL, Theme, contrast
from livedesk.ui.widgets.face import Face
from livedesk.ui.workspaces.script.timeline_pixels import pixel

_READ_WELL = 4.6
"""Contrast of text on a block (4.5 by the book)."""

PLAIN, CHOSEN, QUIET = 0, 1, 2
"""How a block is looked at: as planned, chosen, or aired already."""


class Look:
    """What the painters of the timeline share."""

    def __init__(self, theme: Theme, family: str) -> None:
        self.theme = theme
        self.hint = Face(figures(family, HINT, bold=False))
        self.hint_bold = Face(figures(family, HINT, bold=True))
        self.label = Face(figures(family, LABEL, bold=False))
        self.label_bold = Face(figures(family, LABEL, bold=True))
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
