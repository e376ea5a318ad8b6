"""The keys of the desk: on the Live page they act whatever has the focus, except while text is typed.

One filter on the application sees every key press. A desk key triggers its action once: a held key repeats
nothing. On another page, where nobody would see what it does, only the keys of an emergency act; another desk key
goes to whatever has the focus, and ``Actions.elsewhere`` tells. While a button of a banner has the focus the
banner has the keys: Space presses that button, and Escape leaves the banner. In a text field letters, Space and
Backspace are text, and of all keys only those of an emergency act (not another's, though it be a function key);
``typing`` tells the window to show it, and Escape leaves the field (in the cell of a table it gives the edit up, as
ever). Outside text fields the input method is off, so that a Chinese keyboard does not swallow keys.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
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

from livedesk.ui.actions import ANYWHERE, PALETTE, PALETTE_KEY, Actions

_PRESS = QEvent.Type.KeyPress
KEEPS_ESCAPE = "keepsEscape"
"""The property of a text field that has Escape to itself."""
DESK_FLOAT = "deskFloat"
"""The property of a window that is a part of the desk: its keys act there, too."""
HOLDS = "holds"
"""The property of a button that is held for a while: it has Enter to itself, press and release."""
ASKING = ("banner", "rehearsal")
"""The roles of what asks something: while it has the focus, it has the keys."""
_PLAIN = ~Qt.KeyboardModifier.KeypadModifier


def _name(event: QKeyEvent) -> str:
    """A pressed key with its modifiers, as actions name it."""
    combination = QKeyCombination(event.modifiers() & _PLAIN, Qt.Key(event.key()))
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)


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


def _in_banner(widget: QWidget | None) -> bool:
    """Whether a widget stands in a banner, which asks something."""
    while widget is not None:
        if widget.property("role") in ASKING:
            return True
        widget = widget.parentWidget()
    return False


class DeskKeys(QObject):
    """The application-wide filter. ``window`` is the desk: keys for other top-level windows are left alone.
    ``released`` tells that Escape left a field or a banner, so that the page in front can take the keys."""

    typing = Signal(bool)
    released = Signal()

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
        if QApplication.activeModalWidget() is not None:
            return False
        popup = QApplication.activePopupWidget()
        if popup is not None:
            taken = self._emergency(event)
            if taken:
                popup.close()
            return taken
        if isinstance(watched, QWidget):
            if watched.window().property(DESK_FLOAT):
                return self._key(event, here=True)
            if watched.window() is not self._window:
                return self._emergency(event)
        elif watched is not self._window.windowHandle():
            return False
        return self._key(event)

    def _emergency(self, event: QKeyEvent) -> bool:
        """While a menu, a list or another window of the program has the keys, only an emergency has its own."""
        action = self._actions.for_key(_name(event))
        if action is None or action.id not in ANYWHERE or not action.isEnabled():
            return False
        if not event.isAutoRepeat():
            self._actions.trigger(action.id)
        return True

    def _key(self, event: QKeyEvent, *, here: bool = False) -> bool:
        """Act by a key; ``here``: in a window of the desk's own, whatever page is in front."""
        focus = QApplication.focusWidget()
        typing = takes_text(focus)
        asked = _in_banner(focus)
        if (typing or asked) and event.key() == Qt.Key.Key_Escape and focus is not None:
            if _edits_a_cell(focus) or focus.property(KEEPS_ESCAPE):
                return False
            focus.clearFocus()
            self.released.emit()
            return True
        key = _name(event)
        if key == PALETTE_KEY and PALETTE in self._actions:
            # Only where a text field took the key from the shortcut: on some systems it deletes to the line's end.
            if not event.isAutoRepeat():
                self._actions.trigger(PALETTE)
            return True
        pressed = focus if isinstance(focus, QAbstractButton) and not focus.property(HOLDS) else None
        if key in ("Return", "Enter") and pressed is not None and not asked:
            # Space is the desk's own: whoever went to a button by Tab presses it with Enter.
            if not event.isAutoRepeat():
                pressed.click()
            return True
        action = self._actions.for_key(key)
        rests = (typing or asked) and action is not None and action.id not in ANYWHERE
        if action is None or rests or not (action.isEnabled() or action.why):
            return False
        if self._actions.resting and action.id not in ANYWHERE:
            if not event.isAutoRepeat():
                self._actions.refused.emit(action.id, self.tr("the keys were elsewhere until now; press again"))
            return True
        if not here and not self._actions.acts_here(action.id):
            presses = key == "Space" and isinstance(focus, QAbstractButton | QComboBox)
            # A page may use the key for its own: who presses it there means that.
            if not presses and not self._actions.has_local(key) and not event.isAutoRepeat():
                self._actions.elsewhere.emit(action.id)
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
