"""The difference of two versions in the middle of the page, with all the room there is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from livedesk.ui.context import DeskContext
from livedesk.ui.widgets.panel import Panel, small
from livedesk.ui.workspaces.script.diff_view import Comparison, DiffView
from livedesk.ui.workspaces.script.diff_words import summary


class DiffPage(Panel):
    """Shows what the versions panel compares. ``closed`` asks for what stood here before."""

    closed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("What is different"))
        self.view = DiffView(context)
        self.body.addWidget(self.view, 1)
        self.close_button = small(QPushButton(self.tr("Close  Esc")))
        self.close_button.clicked.connect(self.closed)
        self.add_right(self.close_button)
        self.setFocusProxy(self.view)

    @Slot(object)
    def show_comparison(self, shown: Comparison | None) -> None:
        """Show a difference; none closes the page."""
        if shown is None:
            self.view.show_comparison(None)
            if self.isVisible():
                self.closed.emit()
            return
        self.title.setText(f"{shown.before_title} → {shown.after_title}")
        self.facts.setText(summary(shown.found))
        self.view.empty = self.tr("Nothing is different.")
        self.view.show_comparison(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
