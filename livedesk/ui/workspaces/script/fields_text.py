"""Fields that are typed into: one line with what may be meant, and text that grows with its lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSizeF, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QFrame, QLineEdit, QPlainTextEdit, QSizePolicy

from livedesk.ui.fonts import figures, font
from livedesk.ui.theme import TEXT, Theme
from livedesk.ui.workspaces.script.fields_held import Held

HEIGHT = 34
_INSET = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEditor(QLineEdit):
    """One line. ``asked(key, text)`` is what the person wants; ``entered(key)`` asks for what to offer."""

    asked = Signal(str, object)
    entered = Signal(str)

    def __init__(self, family: str, key: str, title: str, *, hint: str = "", number: bool = False) -> None:
        super().__init__()
        self.held = Held(self, hint)
        self.key = key
        self.setObjectName(f"field-{key}")
        self.setAccessibleName(title)
        self.setFont(figures(family, TEXT, bold=False) if number else font(family, TEXT))
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(40)
        self.held.asked.connect(self._asked)
        self.held.entered.connect(self._entered)
        self.setPlaceholderText(hint)
        self._words: QStringListModel | None = None

    def put(self, value: object, *, mixed: bool = False) -> None:
        """Show a text (see :class:`Held`)."""
        self.held.put(str(value), mixed=mixed)

    def reset(self, value: object, *, mixed: bool = False) -> None:
        """Show the text of something else."""
        self.held.reset(str(value), mixed=mixed)

    def take(self) -> None:
        """Ask for what is typed."""
        self.held.take()

    def typed(self) -> object:
        """What stands in the field."""
        return self.text()

    def lock(self, locked: bool) -> None:
        """Let it be read only."""
        self.setReadOnly(locked)

    def offer(self, words: Sequence[str], theme: Theme) -> None:
        """What may be meant, while it is typed and with Down; choosing one asks for it."""
        if self._words is None:
            self._words = QStringListModel(self)
            completer = QCompleter(self._words, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(8)
            popup = completer.popup()
            assert popup is not None  # every completer that pops up has one
            popup.setFont(self.font())
            popup.setStyleSheet(
                f"background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line};"
                f"selection-background-color: {theme.info}; selection-color: {theme.on_info};"
            )
            self.setCompleter(completer)
            # Queued: the completer writes its choice into the field after it has told of it.
            completer.activated.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
        if self._words.stringList() != list(words):
            self._words.setStringList(list(words))

    def event(self, event: QEvent) -> bool:
        """Keys that are the field's own."""
        if event.type() == QEvent.Type.ShortcutOverride and self.held.overridden(event):
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming."""
        super().focusInEvent(event)
        self.held.came()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it asks for what is typed."""
        super().focusOutEvent(event)
        self.held.left(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down offers everything that may be meant. Enter takes what is typed where nothing of it is chosen (the
        list hands its keys over past every event filter)."""
        completer, popup = self.completer(), self._popup()
        if event.key() in _ENTER and popup is not None and popup.isVisible():
            if popup.currentIndex().isValid():
                event.ignore()
                return
            popup.hide()
            self.held.take()
            return
        if event.key() == Qt.Key.Key_Down and completer is not None and not self.isReadOnly():
            completer.setCompletionPrefix("" if not self.held.dirty else self.text())
            completer.complete()
            return
        if not self.held.pressed(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with its field."""
        super().hideEvent(event)
        popup = self._popup()
        if popup is not None:
            popup.hide()

    def _popup(self) -> QAbstractItemView | None:
        completer = self.completer()
        return None if completer is None else completer.popup()

    @Slot(str)
    def _asked(self, text: str) -> None:
        self.asked.emit(self.key, text)

    @Slot()
    def _entered(self) -> None:
        self.entered.emit(self.key)

    @Slot()
    def _chosen(self) -> None:
        self.held.take()


class TextEditor(QPlainTextEdit):
    """Text of one to ``most`` lines, as high as it is. Enter asks for it; Shift+Enter begins a new line, unless it
    is ``single``."""

    asked = Signal(str, object)
    entered = Signal(str)

    def __init__(
        self, family: str, key: str, title: str, *, hint: str = "", single: bool = False, most: int = 8
    ) -> None:
        super().__init__()
        self.held = Held(self, hint)
        self.key = key
        self._single = single
        self._most = most
        self.setObjectName(f"field-{key}")
        self.setAccessibleName(title)
        self.setFont(font(family, TEXT))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(2, 0, 2, 0)
        self.setFixedHeight(HEIGHT)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.held.asked.connect(self._asked)
        self.held.entered.connect(self._entered)
        self.setPlaceholderText(hint)

    def put(self, value: object, *, mixed: bool = False) -> None:
        """Show a text (see :class:`Held`)."""
        self.held.put(str(value), mixed=mixed)

    def reset(self, value: object, *, mixed: bool = False) -> None:
        """Show the text of something else."""
        self.held.reset(str(value), mixed=mixed)

    def take(self) -> None:
        """Ask for what is typed."""
        self.held.take()

    def typed(self) -> object:
        """What stands in the field."""
        return self.toPlainText()

    def lock(self, locked: bool) -> None:
        """Let it be read only; it can still be read with the keyboard."""
        if locked == self.isReadOnly():
            return
        self.setReadOnly(locked)
        if locked:
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)

    def event(self, event: QEvent) -> bool:
        """Keys that are the field's own."""
        if event.type() == QEvent.Type.ShortcutOverride and self.held.overridden(event):
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming."""
        super().focusInEvent(event)
        self.held.came()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it asks for what is typed."""
        super().focusOutEvent(event)
        self.held.left(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A text of one line has no second one."""
        if self.held.pressed(event) or (self._single and event.key() in _ENTER):
            return
        super().keyPressEvent(event)

    @Slot(QSizeF)
    def _fit(self, size: QSizeF) -> None:
        """A plain text document tells its height in lines."""
        lines = min(max(1, round(size.height())), self._most)
        height = max(HEIGHT, lines * self.fontMetrics().lineSpacing() + 2 * _INSET)
        scrolls = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if size.height() > self._most
            else (Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        )
        if self.verticalScrollBarPolicy() != scrolls:
            self.setVerticalScrollBarPolicy(scrolls)
        if self.height() != height:
            self.setFixedHeight(height)

    @Slot(str)
    def _asked(self, text: str) -> None:
        self.asked.emit(self.key, text)

    @Slot()
    def _entered(self) -> None:
        self.entered.emit(self.key)
