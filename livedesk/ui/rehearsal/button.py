"""The button that asks for a rehearsal, wherever a page offers it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from livedesk.ui.actions import Actions
from livedesk.ui.rehearsal.room import REHEARSE
from livedesk.ui.widgets.buttons import look_as


class RehearseButton(QPushButton):
    """Does what the action does, and where that is not allowed says why. It takes no focus: the page keeps its keys.
    The action may come later than the page."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._known = False
        self.setObjectName("button-rehearse")
        self.setText(self.tr("Rehearse …"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._press)

    def follow(self) -> None:
        """Look as the action does now."""
        if not self._known and REHEARSE in self._actions:
            self._known = True
            self._actions[REHEARSE].changed.connect(self._follow)
            self._follow()

    @Slot()
    def _press(self) -> None:
        if REHEARSE in self._actions:
            self._actions.trigger(REHEARSE)

    @Slot()
    def _follow(self) -> None:
        look_as(self, self._actions[REHEARSE])
