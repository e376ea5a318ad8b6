"""The bar of find and replace inside the text panel: fields, choices and buttons; it searches nothing itself."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livedesk.domain.find import Query
from livedesk.ui.desk_keys import KEEPS_ESCAPE
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, GRID, LABEL
from livedesk.ui.widgets.labels import Elided, figure, show
from livedesk.ui.widgets.panel import small


class FindBar(QFrame):
    """``asked``: something of the query has changed; ``step``: go on (1) or back (−1); ``replace`` one, or
    ``replace_all``; ``closed``: Escape, or the button; ``turned``: it has come, or gone."""

    asked = Signal()
    step = Signal(int)
    replace = Signal()
    replace_all = Signal()
    closed = Signal()
    turned = Signal()

    def __init__(self, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.setProperty("role", "topbar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in the script"))
        self.words.setAccessibleName(self.tr("Find"))
        self.by = QLineEdit()
        self.by.setPlaceholderText(self.tr("Replace with"))
        self.by.setAccessibleName(self.tr("Replace with"))
        self.count = figure(family, size=LABEL, tone="dim", bold=False)
        self.says = Elided(family, size=LABEL, tone="dim")
        self.case = QCheckBox(self.tr("Match case"))
        self.whole = QCheckBox(self.tr("Whole words"))
        self.pattern = QCheckBox(self.tr("Regular expression"))
        self.everywhere = QCheckBox(self.tr("Whole show"))
        self.everywhere.setToolTip(self.tr("Every script, title and note of the show"))
        self._before, self._after = small(QPushButton("↑")), small(QPushButton("↓"))
        self._before.setToolTip(self.tr("The place before (Shift+Enter)"))
        self._after.setToolTip(self.tr("The next place (Enter)"))
        self._before.setAccessibleName(self.tr("The place before"))
        self._after.setAccessibleName(self.tr("The next place"))
        self.one, self.all = small(QPushButton(self.tr("Replace"))), small(QPushButton(self.tr("Replace all")))
        self._close = small(QPushButton("×"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close"))
        for narrow in (self._before, self._after, self._close):
            narrow.setStyleSheet("padding: 3px 8px")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, GAP, GAP, GAP)
        box.setSpacing(GRID)
        box.addLayout(_row(self.words, self.count, self._before, self._after, self._close))
        self._second = QWidget()
        second = _row(self.by, self.one, self.all)
        second.setContentsMargins(0, 0, 0, 0)
        self._second.setLayout(second)
        box.addWidget(self._second)
        third = _row(self.case, self.whole, self.pattern, self.everywhere, self.says)
        third.setStretch(0, 0)
        third.setStretch(4, 1)
        box.addLayout(third)
        self._connect()
        # From field to field, as they are filled in; what a key does as well comes last.
        order = (
            self.words, self.by, self.one, self.all, self.case, self.whole, self.pattern, self.everywhere,
            self._before, self._after, self._close,
        )  # fmt: skip
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        self.hide()

    def _connect(self) -> None:
        for field in (self.words, self.by):
            field.setProperty(KEEPS_ESCAPE, True)
            field.installEventFilter(self)
        self.words.textChanged.connect(self.asked)
        for choice in (self.case, self.whole, self.pattern, self.everywhere):
            choice.toggled.connect(self.asked)
            choice.installEventFilter(self)
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        self.one.clicked.connect(self.replace)
        self.all.clicked.connect(self.replace_all)
        self._close.clicked.connect(self.closed)

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(
            self.words.text(), self.case.isChecked(), self.whole.isChecked(), pattern=self.pattern.isChecked()
        )

    def open(self, words: str, *, replacing: bool) -> None:
        """Show the bar and take the keys; ``words`` (where there are any) are looked for."""
        self._second.setVisible(replacing)
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def tell(self, number: int, count: int, says: str, *, bad: bool, editable: bool) -> None:
        """How many places there are, which of them is chosen (0: none), and what else is to be said."""
        show(self.count, f"{number} / {count}" if self.words.text() else "")
        show(self.says, says, "warn" if bad else "dim")
        set_property(self.words, "bad", "true" if bad else "false")
        for button in (self._before, self._after):
            button.setEnabled(count > 0)
        for button in (self.one, self.all):
            button.setEnabled(count > 0 and editable)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell of it."""
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell of it."""
        super().hideEvent(event)
        self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes from a button too."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Escape closes; in the second field Enter replaces."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(watched, QLineEdit):
            return super().eventFilter(watched, event)
        if watched is self.by:
            self.one.click()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._go_back()
        else:
            self._go_on()
        return True

    def _go_on(self) -> None:
        self.step.emit(1)

    def _go_back(self) -> None:
        self.step.emit(-1)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, 0 if at else 1)
    return row
