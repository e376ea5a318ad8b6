"""The desk without a show: what to do first."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from livedesk.ui.context import DeskContext
from livedesk.ui.theme import TITLE
from livedesk.ui.widgets.labels import label


class NothingPage(QWidget):
    """Says that nothing is on the desk; ``open`` leads to the shows."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        family = context.family
        head = label(family, self.tr("Nothing is on the desk yet"), size=TITLE, bold=True)
        words = label(family, self.tr("Open a show, or import the run sheet that your team wrote."), tone="dim")
        self.open = QPushButton(self.tr("Open or import a show"))
        self.open.setProperty("variant", "primary")
        box.addStretch(2)
        for part in (head, words, self.open):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(part)
            row.addStretch(1)
            box.addLayout(row)
        box.addStretch(3)
