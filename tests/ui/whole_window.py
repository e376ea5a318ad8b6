"""The whole window as the program starts it, over a real store, and hands on its keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from livedesk.ui.window import MainWindow
from livedesk.ui.workspaces.live.desk import LiveDesk


@dataclass
class Whole:
    """The whole window, and a way to press keys in it."""

    window: MainWindow

    @property
    def focus(self) -> QWidget:
        """What has the keys."""
        return self.window.focusWidget() or self.window

    @property
    def live(self) -> LiveDesk:
        """The desk in it."""
        page = self.window.workspace("live")
        assert isinstance(page, LiveDesk)
        return page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the focus is."""
        QTest.keyClick(self.focus, key, modifiers)

    def type(self, text: str) -> None:
        """Keys one by one, each where the focus is by then."""
        for letter in text:
            QTest.keyClicks(self.focus, letter)
