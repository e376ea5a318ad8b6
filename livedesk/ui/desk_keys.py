"""The keys of the desk: they act whatever has the focus, except while text is typed.

One filter on the application sees every key press. A desk key triggers its action once: a held key repeats
nothing. In a text field letters, Space and Backspace are text and only function keys act; ``typing`` tells the
window to show it, and Escape leaves the field (in the cell of a table it gives the edit up, as ever). Outside text
fields the input method is off, so that a Chinese keyboard does not swallow keys.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from livedesk.ui.actions import Actions

_PRESS = QEvent.Type.KeyPress
_PLAIN = ~Qt.KeyboardModifier.KeypadModifier
_FUNCTION = re.compile(r"^F\d+$")


def takes_text(widget: QWidget | None) -> bool:
    """Whether a widget is being typed into."""
    match widget:
        case QLineEdit() | QTextEdit() | QPlainTextEdit():
            return not widget.isReadOnly()
        case QAbstractSpinBox():
            return not widget.isReadOnly()
        case QComboBox():
            return widget.isEditable()
        case QKeySequenceEdit():
            return True
        case _:
            return False


def _edits_a_cell(widget: QWidget) -> bool:
    """Whether a text field is a view's own editor: there Escape gives the edit up, losing the focus keeps it."""
    viewport = widget.parentWidget()
    view = viewport.parentWidget() if viewport is not None else None
    return isinstance(view, QAbstractItemView) and view.viewport() is viewport


class DeskKeys(QObject):
    """The application-wide filter. ``window`` is the desk: keys for other top-level windows are left alone."""

    typing = Signal(bool)

    def __init__(self, application: QApplication, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._window = window
        self._typing = False
        application.installEventFilter(self)
        application.focusChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the desk's keys out of the stream of key presses."""
        if event.type() != _PRESS or not isinstance(event, QKeyEvent):
            return False
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return False
        if isinstance(watched, QWidget):
            if watched.window() is not self._window:
                return False
        elif watched is not self._window.windowHandle():
            return False
        return self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        focus = QApplication.focusWidget()
        typing = takes_text(focus)
        if typing and event.key() == Qt.Key.Key_Escape and focus is not None:
            if _edits_a_cell(focus):
                return False
            focus.clearFocus()
            return True
        combination = QKeyCombination(event.modifiers() & _PLAIN, Qt.Key(event.key()))
        key = QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)
        action = self._actions.for_key(key)
        if action is None or (typing and not _FUNCTION.match(key)) or not (action.isEnabled() or action.why):
            return False
        if not event.isAutoRepeat():
            self._actions.trigger(action.id)
        return True

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        typing = takes_text(now)
        if now is not None and not typing:
            now.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        if typing != self._typing:
            self._typing = typing
            self.typing.emit(typing)
