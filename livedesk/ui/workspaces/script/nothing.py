"""The script page without a show: where one comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from livedesk.ui.context import DeskContext
from livedesk.ui.theme import TITLE
from livedesk.ui.widgets.labels import label
from livedesk.ui.widgets.panel import Panel


class NothingYet(Panel):
    """``new`` asks for an empty show, ``sheet`` for an import. Until it is known that there is no show
    (:meth:`offer`) it asks for nothing: keys that come too early make none."""

    new = Signal()
    sheet = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, parent=parent)
        box = QVBoxLayout()
        box.setSpacing(12)
        box.addStretch(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = label(context.family, self.tr("Opening the show …"), size=TITLE, bold=True)
        words = label(
            context.family,
            self.tr("Begin an empty one, or import the run sheet that your team wrote (xlsx, csv, docx, json)."),
            tone="dim",
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.begin = QPushButton(self.tr("New show"))
        self.begin.setObjectName("script-begin")
        self.begin.setProperty("variant", "primary")
        self.read = QPushButton(self.tr("Import a run sheet"))
        self.read.setObjectName("script-read")
        box.addWidget(self.head, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(words)
        box.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.read, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self.body.addLayout(box)
        self.begin.clicked.connect(self.new)
        self.read.clicked.connect(self.sheet)
        self._offers = (words, self.begin, self.read)
        for offer in self._offers:
            offer.hide()

    def take_keys(self) -> None:
        """Have the keyboard: on the first button, where there is one yet."""
        (self.begin if self.begin.isVisibleTo(self) else self).setFocus()

    @Slot()
    def offer(self) -> None:
        """There is no show: say where one comes from."""
        self.head.setText(self.tr("No show to write yet"))
        for offer in self._offers:
            offer.show()
        if self.hasFocus():
            self.begin.setFocus()
