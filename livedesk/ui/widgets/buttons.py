"""The button that follows an action, with its key printed on it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.ui.actions import Action, Actions, key_label
from livedesk.ui.style import set_property
from livedesk.ui.theme import BLIND, GO, TEXT_BIG
from livedesk.ui.widgets.labels import key_hint, label


def look_as(button: QPushButton, action: Action) -> None:
    """Say on a button what its action says: by its look whether it is to be had, by its tip what it does or why not."""
    set_property(button, "dimmed", "false" if action.isEnabled() else "true")
    button.setToolTip(action.toolTip())


class KeyButton(QPushButton):
    """A button of the desk: the action's text, its key under it (or beside it for GO).

    It is at least 64 high and takes no focus, so that the desk's keys stay with the desk. A disabled one that is
    pressed says why through ``actions.refused``. ``variant`` is go, danger or empty.
    """

    def __init__(
        self, actions: Actions, action_id: str, family: str, *, variant: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._action: Action = actions[action_id]
        self.setObjectName(f"button-{action_id}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(BLIND)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setProperty("variant", variant)
        wide = variant == "go"
        box: QBoxLayout = QHBoxLayout(self) if wide else QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(12 if wide else 4)
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = label(family, size=GO if wide else TEXT_BIG, bold=wide)
        self._key = key_hint(family, key_label(self._action.key) if self._action.key else "")
        self._key.setVisible(bool(self._action.key))
        for part in (self._text, self._key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignCenter)
        self._action.changed.connect(self._follow)
        self._follow()
        self.clicked.connect(self._pressed)

    def sizeHint(self) -> QSize:
        """As wide as text and key need."""
        inner = self.layout()
        return inner.sizeHint() if inner is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same: a button that is hit blind never shrinks below its words."""
        return self.sizeHint()

    def _pressed(self) -> None:
        self._actions.trigger(self._action.id)

    def _follow(self) -> None:
        enabled = self._action.isEnabled()
        self._text.setText(self._action.text().replace("&", ""))
        self.setAccessibleName(self._text.text())
        look_as(self, self._action)
        variant = self.property("variant")
        tone = {"go": "on_go", "danger": "danger"}.get(variant, "text") if enabled else "faint"
        set_property(self._text, "tone", tone)
        set_property(self._key, "tone", "on_go" if variant == "go" and enabled else "dim")
