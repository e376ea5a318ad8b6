"""The whole window as the program starts it, over a real store, and hands on its keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pages_desk import Pages
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from livedesk.ui.window import MainWindow
from livedesk.ui.workspaces import make_workspaces
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


@pytest.fixture(name="whole")
def whole_window(qtbot: QtBot, qapp: QApplication, pages: Pages) -> Iterator[Whole]:
    """The window with every workspace."""
    window = MainWindow(pages.context, make_workspaces(pages.context))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made = Whole(window)
    del window
    yield made
    made.window._may_close = True
    qapp.removeEventFilter(made.window.keys)
    made.window.close()
    # pytest keeps the fixture's value until after the check for leaks.
    vars(made).clear()
