"""The line of the palette: it keeps the focus while the list under it is gone through."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from livedesk.ui.desk_keys import KEEPS_ESCAPE
from livedesk.ui.fonts import font
from livedesk.ui.theme import TEXT_BIG

ROWS = 12
"""How many rows of the list are seen at most; a page of it is one less."""
LONGEST_QUERY = 100
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -(ROWS - 1), Qt.Key.Key_PageDown: ROWS - 1}


class PaletteField(QLineEdit):
    """The line that is typed into: it keeps the focus and hands on the keys of the list. ``of_page`` tells whether a
    page has a key for itself."""

    moved = Signal(int)
    chosen = Signal()
    left = Signal()

    def __init__(self, family: str, of_page: Callable[[QKeySequence], bool]) -> None:
        super().__init__()
        self._of_page = of_page
        self._composing = False
        self.setFont(font(family, TEXT_BIG))
        self.setMaxLength(LONGEST_QUERY)
        self.setProperty(KEEPS_ESCAPE, True)

    def event(self, event: QEvent) -> bool:
        """Its keys are text: the page behind it hears none of its own."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if self._of_page(QKeySequence(event.keyCombination())):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Nothing is composed yet, whatever was when it was left."""
        self._composing = False
        super().focusInEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While an input method composes, the keys are its own."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list, or text."""
        key = Qt.Key(event.key())
        if self._composing:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A held key did its row already; its repeats must not do the next one.
            if not event.isAutoRepeat():
                self.chosen.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the list: there is nothing else to go to."""
        self.moved.emit(1 if forward else -1)
        return True
