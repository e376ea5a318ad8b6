"""The list of keys, made from the registry of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from livedesk.ui.actions import Actions, Category, key_label
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets.labels import key_hint, label
from livedesk.ui.widgets.panel import Panel


def category_title(category: Category) -> str:
    """The heading of a category, translated."""
    match category:
        case Category.DESK:
            return QCoreApplication.translate("KeyList", "Running the show")
        case Category.SHOW:
            return QCoreApplication.translate("KeyList", "The show")
        case Category.VIEW:
            return QCoreApplication.translate("KeyList", "Going to")
        case Category.PROGRAM:
            return QCoreApplication.translate("KeyList", "The program")


class KeyList(Panel):
    """Every action that has a key, by category; made anew each time it is shown."""

    def __init__(self, actions: Actions, family: str, parent: QWidget | None = None) -> None:
        super().__init__(family, QCoreApplication.translate("KeyList", "Keys"), parent=parent)
        self._actions, self._family = actions, family
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._scroll)

    def showEvent(self, event: QShowEvent) -> None:
        """List what there is now."""
        super().showEvent(event)
        self._scroll.setWidget(self._table())

    def _table(self) -> QWidget:
        made = QWidget()
        outer = QVBoxLayout(made)
        outer.setContentsMargins(12, 8, 12, 8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        row = 0
        for category in Category:
            listed = [action for action in self._actions if action.category is category and action.key]
            if not listed:
                continue
            heading: QLabel = label(self._family, category_title(category), size=LABEL, tone="dim")
            grid.addWidget(heading, row, 0, 1, 2)
            row += 1
            for action in listed:
                grid.addWidget(key_hint(self._family, key_label(action.key)), row, 0, Qt.AlignmentFlag.AlignRight)
                grid.addWidget(label(self._family, action.text().replace("&", "")), row, 1)
                row += 1
        grid.setColumnStretch(1, 1)
        outer.addLayout(grid)
        outer.addStretch(1)
        return made
