"""The whole show in a few pixels under the timeline, with the part that is seen: drag it to scroll."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.ui.workspaces.script.timeline_frame import MARGIN
from livedesk.ui.workspaces.script.timeline_look import PLAIN
from livedesk.ui.workspaces.script.timeline_scale import Scale, fitted
from livedesk.ui.workspaces.script.timeline_view import TimelineView

HEIGHT = 12
_LATER_MS = 120
"""The picture of the whole follows an edit a moment later: an edit must not wait for it."""
_LEAST = 10


class TimelineMap(QWidget):
    """Follows a view; empty while that shows everything."""

    def __init__(self, view: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._picture: QPixmap | None = None
        self._held: int | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Overview of the timeline"))
        view.viewed.connect(self.update)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._forget)

    def sizeHint(self) -> QSize:
        """A thin row."""
        return QSize(400, HEIGHT)

    def edited(self) -> None:
        """The show is another one: draw it anew, in a moment."""
        if self._picture is not None and not self._later.isActive():
            self._later.start()
        self.update()

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another picture."""
        super().resizeEvent(event)
        self._picture = None

    @property
    def scale(self) -> Scale:
        """Where instants lie on the map."""
        return fitted(*self._view.extent(), self.width(), MARGIN)

    def window_rect(self) -> QRect:
        """The part that the view shows."""
        scale = self.scale
        left = max(0, scale.x(self._view.scale.ms(0)))
        right = min(self.width() - 1, scale.x(self._view.scale.ms(self._view.width())))
        if right - left < _LEAST:
            left = min(max(0, (left + right - _LEAST) // 2), self.width() - _LEAST)
            right = left + _LEAST
        return QRect(left, 0, right - left, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The show, and a frame around what is seen."""
        view, look = self._view, self._view.look
        if view.strip is None or not len(view.strip) or view.whole:
            return
        if self._picture is None:
            self._picture = self._draw()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            seen = self.window_rect()
            painter.fillRect(QRect(0, 0, seen.left(), HEIGHT), look.ink("bg", 0.4))
            painter.fillRect(QRect(seen.right() + 1, 0, self.width(), HEIGHT), look.ink("bg", 0.4))
            painter.setPen(QPen(look.ink("text"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(seen.adjusted(0, 0, -1, -1), 3, 3)
            if view.table is not None:
                painter.fillRect(QRect(self.scale.x(view.table.now), 0, 2, HEIGHT), look.ink("text"))

    def _draw(self) -> QPixmap:
        """One sample a column, as the timeline merges what is narrow."""
        strip, scale, look = self._view.strip, self.scale, self._view.look
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(look.ink("bg"))
        if strip is None:
            return picture
        with QPainter(picture) as painter:
            left = 0
            kind = None
            for x in range(0, self.width() + 2, 2):
                at = strip.covering(scale.ms(x)) if x <= self.width() else None
                found = strip.segments[at].kind if at is not None else None
                if found is not kind or x > self.width():
                    if kind is not None:
                        painter.fillRect(QRect(left, 3, x - left, HEIGHT - 6), look.fills[kind, PLAIN])
                    left, kind = x, found
            for hard in strip.hards[:2_000]:
                instant = strip.plan.hard_starts[hard]
                if instant is not None:
                    painter.fillRect(QRect(scale.x(instant), 1, 1, HEIGHT - 2), look.ink("next"))
        return picture

    # --- the mouse -------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is seen; beside it, bring it here first."""
        if event.button() is not Qt.MouseButton.LeftButton or self._view.whole:
            return
        x = event.position().toPoint().x()
        seen = self.window_rect()
        self._held = x - seen.left() if seen.contains(x, HEIGHT // 2) else seen.width() // 2
        self._drag_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll with the pointer."""
        if self._held is not None:
            self._drag_to(event.position().toPoint().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def _drag_to(self, x: int) -> None:
        if self._held is not None:
            self._view.show_from(self.scale.ms(x - self._held))
