"""A button that acts when it has been held: by the mouse, or with Enter while it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from livedesk.ui.desk_keys import HOLDS
from livedesk.ui.plain import tip
from livedesk.ui.style import set_property
from livedesk.ui.theme import Theme

HOLD_MS = 1_000
_STEP_MS = 40
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class HoldButton(QPushButton):
    """A bar fills it while it is held; full, it is ``held``. Let go before, it does nothing and is ``let_go``. One that
    is not allowed says why through ``refused``. (On the Live page Space is GO, whatever has the focus: there Enter
    holds it.)"""

    held = Signal()
    let_go = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.hold_ms = HOLD_MS
        self._theme = theme
        self._why = ""
        self._since = QElapsedTimer()
        self._done = False
        self.setProperty(HOLDS, True)
        self.setAutoRepeat(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._step)

    @property
    def share(self) -> float:
        """How far it is filled, 0–1."""
        if self._done:
            return 1.0
        return min(1.0, self._since.elapsed() / self.hold_ms) if self._since.isValid() else 0.0

    def allow(self, on: bool, why: str = "") -> None:
        """Let it be held, or say why not."""
        self._why = "" if on else why
        set_property(self, "dimmed", "false" if on else "true")
        shown = tip(self.tr("Hold it for a second") if on else why)
        if self.toolTip() != shown:
            self.setToolTip(shown)
        if not on:
            self._end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to fill."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        super().mouseReleaseEvent(event)
        self._release()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to fill; what the key repeats is the same holding."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._begin()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self._release()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever has the keys now does not hold it."""
        super().focusOutEvent(event)
        self._release()

    def hideEvent(self, event: QHideEvent) -> None:
        """Gone under the hand."""
        super().hideEvent(event)
        self._end()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and how far it is filled."""
        super().paintEvent(event)
        share = self.share
        if share <= 0:
            return
        inner = self.rect().adjusted(2, 2, -2, -2)
        fill = QColor(self._theme.color("next"))
        with QPainter(self) as painter:
            fill.setAlphaF(0.35)
            painter.fillRect(QRect(inner.left(), inner.top(), round(inner.width() * share), inner.height()), fill)
            fill.setAlphaF(1.0)
            painter.fillRect(QRect(inner.left(), inner.bottom() - 2, round(inner.width() * share), 3), fill)

    def _begin(self) -> None:
        if self._why:
            self.refused.emit(self._why)
            return
        if self.property("dimmed") == "true" or not self.isEnabled():
            return
        self._done = False
        self._since.start()
        self._timer.start()
        self.update()

    @Slot()
    def _step(self) -> None:
        if self._since.isValid() and self._since.hasExpired(self.hold_ms):
            self._timer.stop()
            self._since.invalidate()
            self._done = True
            self.held.emit()
        self.update()

    def _release(self) -> None:
        early = self._since.isValid()
        self._end()
        if early:
            self.let_go.emit()

    def _end(self) -> None:
        self._timer.stop()
        self._since.invalidate()
        self._done = False
        self.update()
