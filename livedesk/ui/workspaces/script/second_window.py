"""A script in a window of its own, beside the desk or beside another script."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from livedesk.ui.actions import Actions
from livedesk.ui.context import DeskContext, Tick
from livedesk.ui.icons import program_icon
from livedesk.ui.theme import GAP
from livedesk.ui.window import MainWindow
from livedesk.ui.workspaces.script.document import Changed
from livedesk.ui.workspaces.script.page import ScriptPage

SIZE = 1280, 720


class SecondWindow(QWidget):
    """The script page with keys of its own, in step with the desk, and gone with it. Closing it asks for everything
    that is typed; it goes once that is kept, and stays while a change waits for a choice."""

    def __init__(self, context: DeskContext, show_id: str, beside: QWidget) -> None:
        desk: QWidget = beside.desk if isinstance(beside, SecondWindow) else beside
        super().__init__(desk, Qt.WindowType.Window)
        self.desk: QWidget = desk
        self.setObjectName("script-window")
        self.setWindowIcon(program_icon())
        self.resize(*SIZE)
        self._leaving = False
        self.page = ScriptPage(replace(context, actions=Actions(self)), self)
        box = QVBoxLayout(self)
        box.setContentsMargins(GAP, GAP, GAP, GAP)
        box.addWidget(self.page)
        self.page.document.changed.connect(self._named)
        self.page.document.settling.connect(self._settling)
        self.page.show_item(show_id)
        if isinstance(desk, MainWindow):
            if desk.ticker.snapshot is not None:
                self.page.on_snapshot(desk.ticker.snapshot)
            desk.ticker.changed.connect(self.page.on_snapshot)
            desk.ticker.ticked.connect(self._ticked)
            desk.closed.connect(self._leave)

    def showEvent(self, event: QShowEvent) -> None:
        """The page has the keys."""
        super().showEvent(event)
        self.page.take_keys()

    def closeEvent(self, event: QCloseEvent) -> None:
        """See the class; the page asks for what is typed as it is hidden."""
        event.ignore()
        if self.page.conflicts.waiting:
            self._stay()
        else:
            self._leave()

    @Slot()
    def _leave(self) -> None:
        """Go, once everything that was asked for is kept."""
        self._leaving = True
        self.hide()
        if not self.page.document.busy:
            self.deleteLater()

    @Slot(bool)
    def _settling(self, busy: bool) -> None:
        if not self._leaving or busy:
            return
        if self.page.conflicts.waiting:
            self._leaving = False
            self.show()
            self._stay()
        else:
            self.deleteLater()

    def _stay(self) -> None:
        self.page.open_conflicts()
        self.page.notes.say(
            self.tr("What you wrote here met other changes: choose, or discard your words, then close the window.")
        )

    @Slot(object)
    def _ticked(self, tick: Tick) -> None:
        if self.isVisible():
            self.page.on_tick(tick)

    @Slot(object)
    def _named(self, changed: Changed) -> None:
        self.setWindowTitle(f"{changed.show.title} — livedesk")
