"""The list of keys, made from the registry of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from livedesk.ui.actions import PRINT_KEYS, Actions, Category, key_label
from livedesk.ui.key_rows import CHECKS, KEY_ROWS, told
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets.labels import key_hint, label
from livedesk.ui.widgets.panel import Panel, small

KeyGroup = tuple[str, tuple[tuple[str, str], ...]]
"""A heading with its keys and what they do, as they are read."""


def category_title(category: Category) -> str:
    """The heading of a category, translated."""
    match category:
        case Category.DESK:
            return QCoreApplication.translate("KeyList", "Running the show")
        case Category.SHOW:
            return QCoreApplication.translate("KeyList", "The show")
        case Category.SCRIPT:
            return QCoreApplication.translate("KeyList", "Editing the rundown")
        case Category.EDIT:
            return QCoreApplication.translate("KeyList", "Writing the script")
        case Category.VIEW:
            return QCoreApplication.translate("KeyList", "Going to")
        case Category.PROGRAM:
            return QCoreApplication.translate("KeyList", "The program")
        case Category.CHECKS:
            return told(CHECKS)


def key_groups(actions: Actions) -> tuple[KeyGroup, ...]:
    """Every key there is: the registered actions by category (a category without any is left out), each followed by
    the keys of :data:`~livedesk.ui.key_rows.KEY_ROWS` under the same heading that no action of it has (those of a
    page that was not built yet), then the other headings. Two pages may use one key, each for its own."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for category in Category:
        for action in actions:
            row = (key_label(action.key), action.text().replace("&", ""))
            if action.category is category and action.key:
                listed = groups.setdefault(category_title(category), [])
                if row not in listed:
                    listed.append(row)
    for title, rows in KEY_ROWS:
        listed = groups.setdefault(told(title), [])
        known = {key for key, _ in listed}
        listed += [(told(key), told(text)) for key, text in rows if told(key) not in known]
    return tuple((title, tuple(listed)) for title, listed in groups.items())


class KeyList(Panel):
    """Every key, by category, and a button that prints them; made anew each time it is shown."""

    def __init__(self, actions: Actions, family: str, parent: QWidget | None = None) -> None:
        super().__init__(family, QCoreApplication.translate("KeyList", "Keys"), parent=parent)
        self._actions, self._family = actions, family
        self.print = small(QPushButton(QCoreApplication.translate("KeyList", "Print")))
        self.print.setObjectName("print-keys")
        self.print.clicked.connect(self._print)
        self.add_right(self.print)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        # By Tab the arrows and the page keys reach what is further down.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setProperty("ring", True)
        self.body.addWidget(self._scroll)

    def take_keys(self) -> None:
        """The arrows and the page keys go through the list."""
        self._scroll.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """List what there is now."""
        super().showEvent(event)
        self.print.setVisible(PRINT_KEYS in self._actions)
        self._scroll.setWidget(self._table())

    @Slot()
    def _print(self) -> None:
        self._actions.trigger(PRINT_KEYS)

    def _table(self) -> QWidget:
        made = QWidget()
        outer = QVBoxLayout(made)
        outer.setContentsMargins(12, 8, 12, 8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        row = 0
        for title, keys in key_groups(self._actions):
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
