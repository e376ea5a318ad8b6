"""A scrolled page that follows the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

_AROUND = 24


class FollowingArea(QScrollArea):
    """Whatever gets the focus inside comes into sight, however it got it: Qt by itself follows Tab alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: QWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        # What is shown with the focus is laid out before the timer comes.
        self._soon.timeout.connect(self._bring)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focused)

    @Slot(QWidget, QWidget)
    def _focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._wanted = now
            self._soon.start()

    @Slot()
    def _bring(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and isValid(wanted) and self.isAncestorOf(wanted):
            self.ensureWidgetVisible(wanted, 0, _AROUND)
