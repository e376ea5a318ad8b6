"""Fields that are chosen from: one of a few, and yes or no."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy

from livedesk.ui.desk_keys import KEEPS_ESCAPE
from livedesk.ui.fonts import font
from livedesk.ui.theme import TEXT
from livedesk.ui.workspaces.script.fields_text import HEIGHT

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceEditor(QComboBox):
    """One of a few. What is picked from the list is asked for at once; what arrow keys pass over is asked for with
    Enter or when the field is left, and Escape goes back. ``asked(key, data)``."""

    asked = Signal(str, object)

    def __init__(self, family: str, key: str, title: str) -> None:
        super().__init__()
        self.key = key
        self._known = ""
        self._mixed = self._keyed = self._open = False
        self.setObjectName(f"field-{key}")
        self.setAccessibleName(title)
        self.setFont(font(family, TEXT))
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(self.tr("mixed"))
        self.activated.connect(self._activated)

    def fill(self, items: Sequence[tuple[str, str]]) -> None:
        """What can be chosen: data and words."""
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] == list(items):
            return
        with QSignalBlocker(self):
            self.clear()
            for data, words in items:
                self.addItem(words, data)
            self._show()

    def put(self, value: object, *, mixed: bool = False) -> None:
        """Show a value; what the arrow keys stand on stays."""
        self._known, self._mixed = str(value), mixed
        if not self._open:
            self._show()

    def reset(self, value: object, *, mixed: bool = False) -> None:
        """Show the value of something else."""
        self._open = False
        self.put(value, mixed=mixed)

    def take(self) -> None:
        """Ask for what is chosen."""
        if not self._open:
            return
        self._settle()
        wanted = self.currentData()
        if wanted is not None and (wanted != self._known or self._mixed):
            self.asked.emit(self.key, wanted)
        self._show()

    def typed(self) -> object:
        """What is chosen."""
        return self.currentData()

    def lock(self, locked: bool) -> None:
        """Let it be seen only."""
        self.setEnabled(not locked)

    def event(self, event: QEvent) -> bool:
        """Escape is the field's own while something is chosen and not asked for."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and self._open and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys and letters choose, Enter asks, Escape goes back."""
        if event.key() in _ENTER:
            self.take()
        elif event.key() == Qt.Key.Key_Escape and self._open:
            self._settle()
            self._show()
        else:
            self._keyed = True
            super().keyPressEvent(event)
            self._keyed = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it asks for what is chosen."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the panel."""
        event.ignore()

    @Slot(int)
    def _activated(self, _at: int) -> None:
        self._open = True
        self.setProperty(KEEPS_ESCAPE, True)
        if not self._keyed:
            self.take()

    def _settle(self) -> None:
        self._open = False
        self.setProperty(KEEPS_ESCAPE, False)

    def _show(self) -> None:
        at = -1 if self._mixed else self.findData(self._known)
        if at != self.currentIndex():
            self.setCurrentIndex(at)
        faint = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText).name()
        look = f"QComboBox {{ color: {faint} }}" if at < 0 else ""
        if self.styleSheet() != look:
            self.setStyleSheet(look)


class FlagEditor(QCheckBox):
    """Yes or no; several that do not agree stand between. ``asked(key, bool)``."""

    asked = Signal(str, object)

    def __init__(self, family: str, key: str, title: str, words: str) -> None:
        super().__init__(words)
        self.key = key
        self._words = words
        self.setObjectName(f"field-{key}")
        self.setAccessibleName(title)
        self.setFont(font(family, TEXT))
        self.setMinimumHeight(HEIGHT - 6)
        self.clicked.connect(self._clicked)

    def put(self, value: object, *, mixed: bool = False) -> None:
        """Show a value."""
        with QSignalBlocker(self):
            yes = Qt.CheckState.Checked if value is True else Qt.CheckState.Unchecked
            self.setCheckState(Qt.CheckState.PartiallyChecked if mixed else yes)
        differ = self.tr("mixed")
        self.setText(f"{self._words} · {differ}" if mixed else self._words)

    def reset(self, value: object, *, mixed: bool = False) -> None:
        """Show the value of something else."""
        self.put(value, mixed=mixed)

    def take(self) -> None:
        """Nothing waits here: a click asks at once."""

    def typed(self) -> object:
        """Whether it is checked."""
        return self.isChecked()

    def lock(self, locked: bool) -> None:
        """Let it be seen only."""
        self.setEnabled(not locked)

    def nextCheckState(self) -> None:
        """From between it goes to yes."""
        on = self.checkState() == Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    @Slot()
    def _clicked(self) -> None:
        self.asked.emit(self.key, self.isChecked())
