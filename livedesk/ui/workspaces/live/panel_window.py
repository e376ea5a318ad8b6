"""A panel in a window of its own, for another screen. The keys of the desk act in it as on the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from livedesk.ui.desk_keys import DESK_FLOAT
from livedesk.ui.theme import GAP


class PanelWindow(QWidget):
    """``closed`` carries the panel's name: it goes back to its place."""

    closed = Signal(str)

    def __init__(self, name: str, title: str, panel: QWidget, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.name = name
        self.setObjectName(f"window-{name}")
        self.setProperty(DESK_FLOAT, True)
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"{title} — livedesk")
        box = QVBoxLayout(self)
        box.setContentsMargins(GAP, GAP, GAP, GAP)
        box.addWidget(panel)
        panel.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell, so that the panel is put back."""
        event.accept()
        self.closed.emit(self.name)
