"""In the top bar: which layout the desk has, and whether it is locked against edits; either is changed there, too."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from livedesk.ui.actions import Category, key_label
from livedesk.ui.card_mapping.door import CardDoor
from livedesk.ui.context import DeskContext, Tick
from livedesk.ui.icons import icon
from livedesk.ui.plain import tip

LOCK, LOCK_KEY = "lock", "Ctrl+Alt+L"
_ROLE = "role_"
TIGHT, BRIEF = 1400, 1320
"""Widths of the window (pixels) below which the tools take less room."""


class DeskTools(QWidget):
    """Two buttons that the mouse reaches and Tab passes by: both have keys. ``changed`` tells that they say something
    else, and may take another width."""

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        actions, theme = context.actions, context.theme
        self._closed, self._open = icon("lock", theme, "next"), icon("unlock", theme, "dim")
        self.lock = QPushButton()
        self.role = QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button, name in ((self.role, "button-role"), (self.lock, "button-lock")):
            button.setObjectName(name)
            button.setProperty("variant", "flat")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setIconSize(QSize(18, 18))
            row.addWidget(button)
        self.action = actions.add(
            LOCK, self.tr("Lock the desk"), context.lock.toggle, category=Category.DESK, shortcut=LOCK_KEY
        )
        CardDoor(context, self)
        self.lock.clicked.connect(self._toggle)
        self.role.clicked.connect(self._choose)
        self._roles = [item for item in actions if item.id.startswith(_ROLE)]
        for item in self._roles:
            item.toggled.connect(self._follow)
        # Seen on every page, they act on every page.
        self.addActions([*self._roles, *(item for item in actions if item.id == "panels"), self.action])
        context.lock.changed.connect(self._follow)
        self._brief = False
        self._follow()

    def set_room(self, width: int) -> None:
        """Leave the lights their room in a top bar of this width (pixels): less air, and below it the lock is its icon
        and the time until it closes, with the words in its tip."""
        self._brief = width < BRIEF
        for button in (self.role, self.lock):
            button.setStyleSheet("padding: 4px 2px" if width < TIGHT else "")
        self._follow()

    def on_tick(self, tick: Tick) -> None:
        """Lock the desk when the show goes on air. A rehearsal is there to find what must be edited."""
        snapshot = tick.snapshot
        self._context.lock.set_on_air(snapshot is not None and snapshot.state.run.before_viewers)

    @Slot()
    def _follow(self) -> None:
        lock, action = self._context.lock, self.action
        locked = lock.locked
        action.setText(self.tr("Unlock the desk") if locked else self.tr("Lock the desk"))
        action.allow(lock.on_air, self.tr("it locks by itself when the show goes on air"))
        left = divmod(lock.left_s, 60)
        words = self.tr("Locked") if locked else self.tr("Unlocked {0}:{1:02d}").format(*left)
        brief = "" if locked else "{}:{:02d}".format(*left)
        self.lock.setVisible(lock.on_air)
        self.lock.setIcon(self._closed if locked else self._open)
        self.lock.setText(brief if self._brief else words)
        self.lock.setAccessibleName(words)
        told = self.tr("Nothing is edited by accident on air; what runs the show is never locked.")
        self.lock.setToolTip(tip(f"{words}  ({key_label(LOCK_KEY)})\n{told}"))
        chosen = next((item for item in self._roles if item.isChecked()), None)
        self.role.setVisible(chosen is not None)
        if chosen is not None:
            name = str(chosen.data())
            self.role.setText(name if self._brief else f"{name} ▾")
            self.role.setToolTip(tip(chosen.text() + f"  ({key_label(chosen.key)})"))
        self.changed.emit()

    @Slot()
    def _toggle(self) -> None:
        self._context.actions.trigger(LOCK)

    @Slot()
    def _choose(self) -> None:
        menu = QMenu(self)
        for item in self._roles:
            menu.addAction(item)
        if "panels" in self._context.actions:
            menu.addSeparator()
            menu.addAction(self._context.actions["panels"])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.role.mapToGlobal(QPoint(0, self.role.height())))
