"""A script in a window of its own, beside the desk or beside another script."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from livedesk.ui.actions import Actions
from livedesk.ui.context import DeskContext
from livedesk.ui.icons import program_icon
from livedesk.ui.theme import GAP
from livedesk.ui.workspaces.script.document import Changed
from livedesk.ui.workspaces.script.page import ScriptPage

SIZE = 1280, 720


class SecondWindow(QWidget):
    """The script page with keys of its own. It goes with the desk; closing it asks for everything that is typed."""

    def __init__(self, context: DeskContext, show_id: str, desk: QWidget) -> None:
        super().__init__(desk, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("script-window")
        self.setWindowIcon(program_icon())
        self.resize(*SIZE)
        self.page = ScriptPage(replace(context, actions=Actions(self)), self)
        box = QVBoxLayout(self)
        box.setContentsMargins(GAP, GAP, GAP, GAP)
        box.addWidget(self.page)
        self.page.document.changed.connect(self._named)
        self.page.show_item(show_id)

    @Slot(object)
    def _named(self, changed: Changed) -> None:
        self.setWindowTitle(f"{changed.show.title} — livedesk")
