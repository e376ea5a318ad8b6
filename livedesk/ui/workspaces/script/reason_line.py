"""Asks why something may stand as it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QWidget

from livedesk.ui.desk_keys import KEEPS_ESCAPE
from livedesk.ui.theme import GAP, TEXT
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.widgets.panel import small

_LONGEST_WORDS = 12


class ReasonLine(QWidget):
    """``given`` carries the reason, never an empty one; ``given_up``: Escape, or the button beside it. ``narrow``: the
    question stands above and the buttons below."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self, family: str, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = label(family, size=TEXT)
        self.reason = QLineEdit()
        self.reason.setProperty(KEEPS_ESCAPE, True)
        self.reason.setPlaceholderText(self.tr("What proves or allows it"))
        self._sure = small(QPushButton(self.tr("Keep")))
        self._not = small(QPushButton(self.tr("Cancel")))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        box = QBoxLayout(down if narrow else across, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self._ask)
        box.addWidget(self.reason, 1)
        buttons = QBoxLayout(across)
        buttons.setSpacing(GAP)
        buttons.addWidget(self._sure)
        buttons.addWidget(self._not)
        if narrow:
            buttons.addStretch(1)
        box.addLayout(buttons)
        self.reason.returnPressed.connect(self._give)
        self.reason.textChanged.connect(self._changed)
        self.reason.installEventFilter(self)
        self._sure.clicked.connect(self._give)
        self._not.clicked.connect(self.given_up)

    def ask(self, words: str) -> None:
        """Ask why these words may stand; the keys are here."""
        show(self._ask, self.tr("Why may “{0}” stand?").format(short_words(words)))
        self.reason.clear()
        self._changed()
        self.reason.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives the reason up."""
        if (
            watched is self.reason
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.given_up.emit()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _give(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.given.emit(reason)

    @Slot()
    def _changed(self) -> None:
        self._sure.setEnabled(bool(self.reason.text().strip()))


def short_words(words: str) -> str:
    """The first of some words."""
    return words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - 1] + "…"
