"""A line of the form: its caption, its fields, what is said about them beneath, and a question with its answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, LABEL
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor, FlagEditor
from livedesk.ui.workspaces.script.fields_text import HEIGHT, LineEditor, TextEditor

CAPTION = 86
Editor = LineEditor | TextEditor | ChoiceEditor | FlagEditor


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question: its id and its words."""

    id: str
    words: str


class Row(QWidget):
    """Caption, editors side by side, and beneath what is said. A widget among the editors stands between them.

    ``answered(key, id)`` tells the answer to a question; ``withdrawn(key)`` that it was given up.
    """

    answered = Signal(str, str)
    withdrawn = Signal(str)

    def __init__(self, family: str, caption: str, *parts: QWidget) -> None:
        super().__init__()
        self._family = family
        self._asking = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        if caption:
            self.caption = label(family, caption, size=LABEL, tone="dim")
            self.caption.setFixedWidth(CAPTION)
            self.caption.setMinimumHeight(HEIGHT)
            self.caption.setWordWrap(True)
            self.caption.setBuddy(parts[0])
            grid.addWidget(self.caption, 0, 0, Qt.AlignmentFlag.AlignTop)
            grid.setColumnMinimumWidth(0, CAPTION)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for part in parts:
            line.addWidget(part, 0 if isinstance(part, QLabel) else 1)
        grid.addLayout(line, 0, 1)
        self._below = QVBoxLayout()
        self._below.setSpacing(4)
        grid.addLayout(self._below, 1, 1)
        self._said: QLabel | None = None
        self._note: QLabel | None = None
        self._answers: QWidget | None = None

    @property
    def said(self) -> str:
        """What is said beneath about what is typed; empty for nothing."""
        return "" if self._said is None or self._said.isHidden() else self._said.text()

    @property
    def noted(self) -> str:
        """What is noted beneath about the value; empty for nothing."""
        return "" if self._note is None or self._note.isHidden() else self._note.text()

    def say(self, sentence: str, tone: str) -> None:
        """Say something about what is typed; empty takes it and a question away."""
        if not sentence:
            self._close()
        self._said = self._put(self._said, sentence, tone)

    def note(self, sentence: str, tone: str = "dim") -> None:
        """Note something about the value; empty: nothing."""
        self._note = self._put(self._note, sentence, tone)

    def ask(self, key: str, question: str, answers: Sequence[Answer]) -> None:
        """Ask something about what is typed in ``key``; the first answer gets the keyboard."""
        self._close()
        self.say(question, "next")
        self._asking = key
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for answer in answers:
            button = _AnswerButton(answer.words)
            button.setObjectName(f"answer-{answer.id}")
            button.setMinimumHeight(HEIGHT - 4)
            button.clicked.connect(partial(self._chosen, answer.id))
            button.withdrawn.connect(self._withdraw)
            box.addWidget(button)
        self._below.addWidget(made)
        self._answers = made
        made.show()
        first = made.findChild(QPushButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, where: QLabel | None, sentence: str, tone: str) -> QLabel | None:
        if where is None:
            if not sentence:
                return None
            where = label(self._family, size=LABEL, tone=tone)
            where.setWordWrap(True)
            self._below.insertWidget(0, where)
        if sentence:
            show(where, sentence, tone)
        where.setVisible(bool(sentence))
        return where

    @Slot()
    def _chosen(self, answer: str) -> None:
        self.answered.emit(self._asking, answer)

    @Slot()
    def _withdraw(self) -> None:
        self.withdrawn.emit(self._asking)

    def _close(self) -> None:
        if self._answers is not None:
            self._answers.hide()
            self._answers.deleteLater()
            self._answers = None


class _AnswerButton(QPushButton):
    """Enter gives the answer, Escape gives the question up."""

    withdrawn = Signal()

    def event(self, event: QEvent) -> bool:
        """Escape is its own."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.withdrawn.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Fold(QPushButton):
    """A heading that shows or hides what is under it."""

    def __init__(self, family: str, words: str, content: QWidget, *, shut: bool = False) -> None:
        super().__init__()
        self._words = words
        self._content = content
        self.setCheckable(True)
        self.setProperty("variant", "flat")
        self.setStyleSheet("text-align: left; padding: 4px 0; border: none; background: transparent")
        self.setChecked(not shut)
        self.toggled.connect(self._toggled)
        self._toggled(not shut)

    @Slot(bool)
    def _toggled(self, opened: bool) -> None:
        self.setText(("▾ " if opened else "▸ ") + self._words)
        self.setAccessibleName(self._words)
        self._content.setVisible(opened)
        set_property(self, "tone", "text" if opened else "dim")
