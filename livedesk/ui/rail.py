"""The rail: one button for each workspace, settings at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from livedesk.ui.fonts import font
from livedesk.ui.icons import icon
from livedesk.ui.theme import LABEL, NAV_RAIL, Theme


class RailButton(QToolButton):
    """The icon over the name of a workspace."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, family: str, page: str, title: str, drawing: str, tip: str) -> None:
        super().__init__()
        self.page = page
        self.setProperty("variant", "rail")
        self.setObjectName(f"rail-{page}")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIcon(icon(drawing, theme))
        self.setIconSize(QSize(22, 22))
        self.setText(title)
        self.setToolTip(tip)
        self.setFont(font(family, LABEL))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(NAV_RAIL - 12, 54)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.page)


class Rail(QFrame):
    """The buttons; ``chosen`` carries the id of a workspace."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setFixedWidth(NAV_RAIL)
        self._theme, self._family = theme, family
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(6, 10, 6, 10)
        self._box.setSpacing(4)
        self._box.addStretch(1)
        self._buttons: dict[str, RailButton] = {}

    def add(self, page: str, title: str, drawing: str, tip: str, *, bottom: bool = False) -> None:
        """Add a button above the gap, or at the bottom."""
        button = RailButton(self._theme, self._family, page, title, drawing, tip)
        button.chosen.connect(self.chosen)
        place = self._box.count() if bottom else sum(1 for _ in self._buttons)
        self._box.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._buttons[page] = button

    def mark(self, page: str) -> None:
        """Show which workspace is in front."""
        for name, button in self._buttons.items():
            button.setChecked(name == page)
