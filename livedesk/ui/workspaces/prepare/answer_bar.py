"""Answering the chosen check: five keys, a note, and in place the name and the reason of a waiver."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livedesk.domain.checklist import CheckState
from livedesk.ui.actions import key_label
from livedesk.ui.context import DeskContext
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, LABEL, TEXT, TEXT_BIG
from livedesk.ui.widgets.labels import Elided, key_hint, label
from livedesk.ui.words import evidence
from livedesk.ui.workspaces.prepare.check_list import how_words
from livedesk.ui.workspaces.prepare.check_model import CheckRow

_TITLE_WIDTH = 700


class NoteField(QLineEdit):
    """A field that says when it was left for nothing else (Escape), so that the list has the keys again."""

    released = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell where the focus went nowhere."""
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._look)

    @Slot()
    def _look(self) -> None:
        if QApplication.focusWidget() is None:
            self.released.emit()


class AnswerBar(QFrame):
    """``answered`` carries a state and its note. ``waived`` carries name and reason. ``released`` gives the keys
    back to the list."""

    answered = Signal(object, str)
    waived = Signal(str, str)
    released = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._context = context
        self._row: CheckRow | None = None
        family = context.family
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 12, 10)
        box.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.title = Elided(family, size=TEXT_BIG, bold=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.title.setMaximumWidth(_TITLE_WIDTH)
        self.how = Elided(family, size=LABEL, tone="dim")
        head.addWidget(self.title)
        head.addWidget(self.how, 1)
        box.addLayout(head)
        self.pages = QStackedWidget()
        self.buttons: dict[CheckState, QPushButton] = {}
        self.pages.addWidget(self._answers(family))
        self.pages.addWidget(self._waiver(family))
        box.addWidget(self.pages)

    def add_button(self, state: CheckState, text: str, key: str) -> QPushButton:
        """One answer with its key, in the order of adding."""
        button = QPushButton(f"{text}  {key_label(key)}")
        button.setFocusPolicy(button.focusPolicy().NoFocus)
        button.setObjectName(f"mark-{state.value}")
        self.buttons[state] = button
        self._keys.addWidget(button)
        return button

    def show_row(self, row: CheckRow | None, allowed: bool) -> None:
        """Show the chosen check. ``allowed``: a run is open, so that it can be answered."""
        another = row is None or self._row is None or row.key != self._row.key
        self._row = row
        self.title.setText(row.item.title if row is not None else self.tr("No check chosen"))
        self.how.setText(how_words(row.item) if row is not None else "")
        for state, button in self.buttons.items():
            button.setEnabled(row is not None and allowed)
            now = row is not None and row.state is state
            set_property(button, "variant", "go" if now and state is CheckState.PASSED else "")
            set_property(button, "tone", "warn" if now and state is CheckState.FAILED else "")
        self.note.setEnabled(row is not None and allowed and row.state is not CheckState.WAIVED)
        if another:
            self.pages.setCurrentIndex(0)
            self.note.setText(evidence(row.mark.evidence) if row is not None and row.mark is not None else "")
        elif not self.note.hasFocus() and row is not None and row.mark is not None:
            self.note.setText(evidence(row.mark.evidence))

    def take_note(self) -> str:
        """What was written into the note; what stood there before belongs to the answer before."""
        return self.note.text().strip() if self.note.isModified() else ""

    @property
    def typing(self) -> bool:
        """Whether somebody writes a note, a name or a reason."""
        return any(field.hasFocus() for field in (self.note, self.who, self.why))

    @Slot()
    def ask_waiver(self) -> None:
        """Ask for name and reason in place."""
        if self._row is None:
            return
        self.who.setText(self._context.operator())
        self.why.clear()
        for field in (self.who, self.why):
            set_property(field, "bad", "false")
        self.pages.setCurrentIndex(1)
        self.why.setFocus()

    @Slot()
    def edit_note(self) -> None:
        """Put the cursor into the note."""
        if self.note.isEnabled():
            self.pages.setCurrentIndex(0)
            self.note.setFocus()
            self.note.selectAll()

    @Slot()
    def cancel(self) -> None:
        """Back to the answers."""
        self.pages.setCurrentIndex(0)
        self.released.emit()

    def _answers(self, family: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        self._keys = QHBoxLayout()
        self._keys.setSpacing(GAP)
        line.addLayout(self._keys)
        self.note = self._field(self.tr("Note: what was seen (Enter keeps it)"), 200)
        self.note.setObjectName("check-note")
        self.note.returnPressed.connect(self._keep_note)
        line.addWidget(self.note, 1)
        line.addWidget(key_hint(family, "E"))
        return made

    def _waiver(self, family: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(label(family, self.tr("Waive:"), size=TEXT, tone="next"))
        self.who = self._field(self.tr("Who decides"), 40)
        self.who.setFixedWidth(150)
        self.why = self._field(self.tr("Reason (kept in the log)"), 200)
        self.why.returnPressed.connect(self._waive)
        self.waive = QPushButton(self.tr("Waive this check"))
        self.waive.setObjectName("waive")
        self.waive.clicked.connect(self._waive)
        back = QPushButton(self.tr("Not now"))
        back.clicked.connect(self.cancel)
        line.addWidget(self.who)
        line.addWidget(self.why, 1)
        line.addWidget(self.waive)
        line.addWidget(back)
        return made

    def _field(self, title: str, most: int) -> NoteField:
        field = NoteField()
        field.setPlaceholderText(title)
        field.setAccessibleName(title)
        field.setMaxLength(most)
        field.released.connect(self.released)
        return field

    @Slot()
    def _keep_note(self) -> None:
        # The note of a waiver is who decided and why: that is asked for anew, never edited away.
        if self._row is not None and self._row.state is not CheckState.WAIVED:
            self.answered.emit(self._row.state, self.note.text().strip())
        self.released.emit()

    @Slot()
    def _waive(self) -> None:
        who, why = self.who.text().strip(), self.why.text().strip()
        for field, text in ((self.who, who), (self.why, why)):
            set_property(field, "bad", "false" if text else "true")
        if not who or not why:
            (self.why if who else self.who).setFocus()
            return
        self.waived.emit(who, why)
        self.cancel()
