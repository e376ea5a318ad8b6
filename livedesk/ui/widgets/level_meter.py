"""A level in dB as a bar, with the highest of the last moments and the line below which it is silence."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.domain.sound import FLOOR_DB
from livedesk.ui.theme import Theme

LOWEST_DB = -60.0
LOUD_DB, CLIPS_DB = -9.0, -1.0
"""From where a voice is loud, and from where it is cut off."""
HOLD_MS = 1_500
"""How long the highest level stands, so that an eye finds it."""
_FALL_DB = 2.5
"""At most so much a level: with ten of them a second the bar falls through its height in two and a half."""
HEIGHT = 12


class LevelMeter(QWidget):
    """``set_level`` is given at most ten times a second, and paints once. The bar rises at once and falls slowly, so
    that an eye can follow it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.level = self.peak = FLOOR_DB
        self._peak_ms = 0
        self._line_db: float | None = None
        self.paints = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, HEIGHT)

    def set_level(self, level_db: float, at_ms: int) -> None:
        """Show a level that was measured at ``at_ms`` (monotonic)."""
        before = self.level, self.peak
        self.level = max(level_db, self.level - _FALL_DB) if self.level > LOWEST_DB else level_db
        if level_db >= self.peak or at_ms - self._peak_ms > HOLD_MS:
            self.peak, self._peak_ms = level_db, at_ms
        if before != (self.level, self.peak):
            self.update()

    def set_line(self, level_db: float | None) -> None:
        """Show below which level it is silence (None: nobody watches)."""
        if level_db != self._line_db:
            self._line_db = level_db
            self.update()

    def forget(self) -> None:
        """Nobody knows the level."""
        self.level = self.peak = FLOOR_DB
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Three pieces, a tick and a line: no more."""
        self.paints += 1
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("raised"))
            left = 0
            for until, tone in ((LOUD_DB, "go"), (CLIPS_DB, "next"), (0.0, "warn")):
                right = self._x(min(self.level, until))
                if right > left:
                    painter.fillRect(QRect(left, 2, right - left, HEIGHT - 4), self._theme.color(tone))
                left = max(left, self._x(until))
            if self.peak > LOWEST_DB:
                tone = "warn" if self.peak >= CLIPS_DB else "text"
                painter.fillRect(QRect(max(0, self._x(self.peak) - 2), 0, 2, HEIGHT), self._theme.color(tone))
            if self._line_db is not None:
                painter.fillRect(QRect(self._x(self._line_db), 0, 1, HEIGHT), self._theme.color("info"))

    def _x(self, level_db: float) -> int:
        share = (level_db - LOWEST_DB) / -LOWEST_DB
        return round(self.width() * min(1.0, max(0.0, share)))
