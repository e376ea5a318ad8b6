"""The list of keys, made from the registry of actions."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from livedesk.ui.actions import Actions, Category, key_label
from livedesk.ui.key_rows import CHECKS, KEY_ROWS, told
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
        case Category.CHECKS:
            return told(CHECKS)


class KeyList(Panel):
    """Every action that has a key, by category, then the keys of :data:`~livedesk.ui.key_rows.KEY_ROWS` (those of
    the checks too: their page may not be built yet); made anew each time it is shown."""

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

    def _groups(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Each heading with its keys and what they do."""
        for category in Category:
            listed = [action for action in self._actions if action.category is category and action.key]
            if listed and category is not Category.CHECKS:
                keys = [(key_label(action.key), action.text().replace("&", "")) for action in listed]
                yield category_title(category), keys
        for title, rows in KEY_ROWS:
            yield told(title), [(told(key), told(text)) for key, text in rows]

    def _table(self) -> QWidget:
        made = QWidget()
        outer = QVBoxLayout(made)
        outer.setContentsMargins(12, 8, 12, 8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        row = 0
        for title, keys in self._groups():
            heading: QLabel = label(self._family, title, size=LABEL, tone="dim")
            grid.addWidget(heading, row, 0, 1, 2)
            row += 1
            for key, text in keys:
                grid.addWidget(key_hint(self._family, key), row, 0, Qt.AlignmentFlag.AlignRight)
                grid.addWidget(label(self._family, text), row, 1)
                row += 1
        grid.setColumnStretch(1, 1)
        outer.addLayout(grid)
        outer.addStretch(1)
        return made
