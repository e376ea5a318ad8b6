"""A short list in a form: as high as its entries, worked with the keyboard or from its menu."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from livedesk.ui.fonts import font
from livedesk.ui.plain import tip
from livedesk.ui.theme import RADIUS, TEXT, Theme

_Index = QModelIndex | QPersistentModelIndex
_PAD, _SIDE = 5, 8
_ID = int(Qt.ItemDataRole.UserRole)
_TONE = _ID + 1
_WRAP = int(Qt.TextFlag.TextWordWrap)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its id (unique in the list), its words, its tone."""

    id: str
    text: str
    tone: str = "text"


class EntryList(QListWidget):
    """``removed(id)`` with Delete, ``moved(id, step)`` with Alt+Up and Alt+Down, ``opened(id)`` with Enter or a
    double click, ``stood(id)`` when another entry is the current one. What an owner does not want is left out:
    ``ordered`` and ``opens``."""

    removed = Signal(str)
    moved = Signal(str, int)
    opened = Signal(str)
    stood = Signal(str)

    def __init__(
        self, family: str, theme: Theme, title: str, *, ordered: bool = True, opens: str = "", most: int = 40
    ) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._ordered, self._opens, self._most = ordered, opens, most
        self._locked = self._filling = False
        self.setAccessibleName(title)
        self.setFont(font(family, TEXT))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_Lines(theme, self))
        self.currentRowChanged.connect(self._stood)
        self.itemDoubleClicked.connect(self._double)
        self.hide()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown."""
        return self._entries

    @property
    def current(self) -> str:
        """The id of the current entry; empty for none."""
        at = self.currentRow()
        return self._entries[at].id if 0 <= at < len(self._entries) else ""

    def put(self, entries: tuple[Entry, ...]) -> None:
        """Show these; the current one stays current, or the one in its place."""
        if entries == self._entries:
            return
        current, at = self.current, self.currentRow()
        self._filling = True
        self._entries = entries
        while self.count() > len(entries):
            self.takeItem(self.count() - 1)
        for row, entry in enumerate(entries):
            item = self.item(row)
            if item is None:
                item = QListWidgetItem()
                self.addItem(item)
            # No line begins with what stands between two facts.
            item.setText(entry.text.replace(" · ", "\u00a0· ").replace("× ", "×\u00a0"))
            item.setData(_ID, entry.id)
            item.setData(_TONE, entry.tone)
            item.setToolTip(tip(entry.text))
        ids = [entry.id for entry in entries]
        self.setCurrentRow(ids.index(current) if current in ids else min(at, len(ids) - 1))
        self._filling = False
        self.setVisible(bool(entries))
        self._fit()
        if self.current != current:
            self.stood.emit(self.current)

    def stand(self, entry_id: str) -> None:
        """Make an entry the current one."""
        ids = [entry.id for entry in self._entries]
        if entry_id in ids:
            self.setCurrentRow(ids.index(entry_id))

    def lock(self, locked: bool) -> None:
        """Let it be read only."""
        self._locked = locked

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, whatever they do elsewhere on the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._mine(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, Alt+Up, Alt+Down, Enter."""
        if not self._mine(event) or not self.current:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.opened.emit(self.current)
        elif self._locked:
            event.accept()
        elif event.key() in _OUT:
            self.removed.emit(self.current)
        else:
            self.moved.emit(self.current, -1 if event.key() == Qt.Key.Key_Up else 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current entry to work on."""
        super().focusInEvent(event)
        if self._entries and not self.selectedItems():
            # Qt stands on the first by itself, and shows nothing of it.
            self.setCurrentRow(max(0, self.currentRow()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the keys do, for the mouse."""
        if not self.current or (self._locked and not self._opens):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._opens:
            menu.addAction(f"{self._opens}\tEnter", self._open)
        if not self._locked:
            if self._ordered:
                menu.addAction(self.tr("Move up") + "\tAlt+↑", self._up)
                menu.addAction(self.tr("Move down") + "\tAlt+↓", self._down)
            menu.addAction(self.tr("Remove") + "\tDel", self._out)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped words need more lines where there is less room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def sizeHint(self) -> QSize:
        """As high as its entries."""
        return QSize(80, self.height())

    def _mine(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._ordered and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and (event.key() in _OUT or (bool(self._opens) and event.key() in _ENTER))

    def _fit(self) -> None:
        shown = min(self.count(), self._most)
        height = sum(self.sizeHintForRow(row) for row in range(shown)) + 2
        if self.height() != height:
            self.setFixedHeight(height)
        more = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if self.count() > shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(more)

    @Slot(int)
    def _stood(self, _row: int) -> None:
        if not self._filling:
            self.stood.emit(self.current)

    @Slot(QListWidgetItem)
    def _double(self, _item: QListWidgetItem) -> None:
        self._open()

    @Slot()
    def _open(self) -> None:
        if self._opens:
            self.opened.emit(self.current)

    @Slot()
    def _up(self) -> None:
        self.moved.emit(self.current, -1)

    @Slot()
    def _down(self) -> None:
        self.moved.emit(self.current, 1)

    @Slot()
    def _out(self) -> None:
        self.removed.emit(self.current)


class _Lines(QStyledItemDelegate):
    """Whole words of an entry, on as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of the wrapped words."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, EntryList) else option.rect.width()
        room = QRect(0, 0, max(20, width - 2 * _SIDE), 10_000)
        words = option.fontMetrics.boundingRect(room, _WRAP, index.data(Qt.ItemDataRole.DisplayRole))
        return QSize(width, words.height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """A tint under the current entry, a frame while the list has the keyboard."""
        theme = self._theme
        view = self.parent()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(0, 1, 0, -1)
        if option.state & QStyle.StateFlag.State_Selected and isinstance(view, EntryList):
            painter.setPen(theme.color("info") if view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS - 2, RADIUS - 2)
        painter.setPen(theme.color(index.data(_TONE) or "text"))
        painter.setFont(option.font)
        room = option.rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        painter.drawText(room, _WRAP, index.data(Qt.ItemDataRole.DisplayRole))
        painter.restore()
