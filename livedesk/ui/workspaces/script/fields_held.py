"""What is typed into a field and not asked for yet.

It is asked for with Enter, when the field is left, and when the document asks (``flush``). Escape gives it up. While
it stands there nobody else's change overwrites it; the other value is told, and the person chooses by Enter or
Escape. Several segments that do not agree show no text but a word for it; left as it is, that changes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from livedesk.ui.desk_keys import KEEPS_ESCAPE
from livedesk.ui.style import set_property

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BRIEF = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
_RUB_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Held(QObject):
    """Stands behind one text field, which hands it its keys and its comings and goings. ``hint`` is what stands in
    an empty one."""

    asked = Signal(str)
    """The text that the person wants."""
    told = Signal(str, str)
    """A sentence under the field and its tone; empty: nothing more to say."""
    entered = Signal()
    """The field has the keyboard."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit, hint: str = "") -> None:
        super().__init__(editor)
        self._editor = editor
        self.hint = hint
        self._known = ("", False)
        self._typed = self._emptied = self._silent = self._telling = False
        self._refused: str | None = None
        editor.textChanged.connect(self._changed)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._editor.text() if isinstance(self._editor, QLineEdit) else self._editor.toPlainText()

    @property
    def dirty(self) -> bool:
        """Whether something is typed that is not what the document has."""
        text, mixed = self._known
        return self._typed and (self.text != text or (mixed and self._emptied))

    def put(self, text: str, *, mixed: bool = False) -> None:
        """Show the document's value; what is being typed stays, and the value is told where it is a new one."""
        known = (text, mixed)
        if not self.dirty or self.text == text:
            self._known = known
            self.settle()
        elif known != self._known:
            self._known = known
            words = QCoreApplication.translate(
                "FieldHeld", "Meanwhile it was changed to “{0}”. Enter keeps yours, Esc takes that."
            )
            differ = QCoreApplication.translate("FieldHeld", "mixed")
            self.tell(words.format(differ if mixed else text or "—"), "next")

    def reset(self, text: str, *, mixed: bool = False) -> None:
        """Show the value of something else: what was typed belonged to what was shown before. What was refused there
        is gone with it, and that is said."""
        lost = self.text if self._typed and self.text == self._refused else ""
        self._typed = False
        self.put(text, mixed=mixed)
        if lost:
            words = QCoreApplication.translate(
                "FieldHeld", "“{0}” could not be taken; it was typed for what was shown before."
            )
            self.tell(words.format(lost), "warn")

    def take(self) -> None:
        """Ask for what is typed, unless it was refused as it stands."""
        if self._editor.hasFocus():
            QGuiApplication.inputMethod().commit()
        if not self.dirty:
            if self._typed:
                self.settle()
            return
        if self.text == self._refused:
            return
        self._typed, emptied = False, self._emptied
        wanted = self.text
        self.asked.emit(wanted)
        if self._refused == wanted:
            self._typed, self._emptied = True, emptied
        else:
            self.settle()

    def refuse(self, sentence: str) -> None:
        """What is typed can't be taken: mark it, and say why."""
        self.keep()
        set_property(self._editor, "bad", "true")
        self.tell(sentence, "warn")

    def keep(self) -> None:
        """What is typed stays as it is until it is changed, given up or answered for."""
        self._refused = self.text
        self._typed = True
        self._escape()

    def settle(self) -> None:
        """Show what the document has."""
        text, mixed = self._known
        self._typed = self._emptied = False
        self._refused = None
        if self.text != text:
            self._write(text)
        self._say_hint(mixed)
        self._clear()

    def tell(self, sentence: str, tone: str) -> None:
        """Say something under the field."""
        self._telling = True
        self.told.emit(sentence, tone)

    def came(self) -> None:
        """The field has the keyboard now."""
        self.entered.emit()

    def left(self, event: QFocusEvent) -> None:
        """The keyboard went elsewhere; not for a menu or a list over the field."""
        if event.reason() not in _BRIEF:
            self.take()

    def pressed(self, event: QKeyEvent) -> bool:
        """Enter, Escape, rubbing out of several values. True where the key has done its work."""
        if self._completing():
            return False
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Whoever presses Enter again wants to hear the reason, or the question, again.
            self._refused = None
            self.take()
            return True
        if event.key() == Qt.Key.Key_Escape and self._typed:
            self.settle()
            return True
        if event.key() in _RUB_OUT and self._known[1] and not self.text and not self._emptied:
            if not self._editor.isReadOnly():
                self._typed = self._emptied = True
                self._editor.setPlaceholderText(QCoreApplication.translate("FieldHeld", "emptied for all"))
                self._escape()
            return True
        return self._passed(event)

    def overridden(self, event: QEvent) -> bool:
        """Whether a key is the field's own, or the document's, before the actions of the page ask for it."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and (self._typed or self._completing()):
            event.accept()
            return True
        return self._passed(event)

    def _passed(self, event: QKeyEvent) -> bool:
        """Where nothing is typed, undo and redo are the document's."""
        steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if self._typed or not any(event.matches(step) for step in steps):
            return False
        event.ignore()
        return True

    def _completing(self) -> bool:
        completer = self._editor.completer() if isinstance(self._editor, QLineEdit) else None
        popup = completer.popup() if completer is not None else None
        return popup is not None and popup.isVisible()

    @Slot()
    def _changed(self) -> None:
        if self._silent:
            return
        self._typed, self._emptied = True, False
        self._refused = None
        self._say_hint(self._known[1])
        self._clear()
        self._escape()

    def _clear(self) -> None:
        set_property(self._editor, "bad", "")
        self._escape()
        if self._telling:
            self._telling = False
            self.told.emit("", "")

    def _say_hint(self, mixed: bool) -> None:
        words = QCoreApplication.translate("FieldHeld", "mixed") if mixed else self.hint
        if self._editor.placeholderText() != words:
            self._editor.setPlaceholderText(words)

    def _escape(self) -> None:
        """Escape is the field's own while something is typed; otherwise it leaves the field."""
        if bool(self._editor.property(KEEPS_ESCAPE)) != self._typed:
            self._editor.setProperty(KEEPS_ESCAPE, self._typed)

    def _write(self, text: str) -> None:
        self._silent = True
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
            self._editor.setCursorPosition(len(text) if self._editor.hasFocus() else 0)
        else:
            self._editor.setPlainText(text)
        self._silent = False
