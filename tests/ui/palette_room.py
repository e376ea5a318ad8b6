"""The palette in the whole window, and what its tests ask of it."""

from __future__ import annotations

from collections.abc import Iterator

from pages_desk import Pages, evening, keep_sample, told
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from whole_window import Whole

from livedesk.ui.palette import Palette
from livedesk.ui.palette_list import PaletteRow

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def palette(whole: Whole) -> Palette:
    """The palette of the window."""
    return whole.window.palette_door.palette


def ask(whole: Whole, text: str = "") -> list[str]:
    """Open it and type; gives the titles that it lists."""
    whole.press(K.Key_K, CTRL)
    if text.isascii():
        whole.type(text)
    else:
        commit(whole, text)
    return titles(whole)


def commit(whole: Whole, text: str) -> None:
    """What an input method has composed."""
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    QApplication.sendEvent(whole.focus, done)


def titles(whole: Whole) -> list[str]:
    """What it lists."""
    return [entry.title for entry in palette(whole).model.rows]


def chosen(whole: Whole) -> str:
    """The title of the chosen row."""
    return palette(whole).model.row_at(palette(whole).list.currentIndex().row()).title


def on_air(whole: Whole, pages: Pages) -> None:
    """The sample show, some way into it, on the Live page."""
    show = keep_sample(pages.store)
    pages.post(told(show, evening(show, until=3)))
    whole.window.ticker.tick()
    whole.window.show_page("live")


class Hands(QObject):
    """Notes what had the focus when it was asked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen: list[object] = []
        self.queries: list[str] = []
        self.many = 0

    def do(self) -> None:
        """Look who has the focus."""
        focus = QApplication.focusWidget()
        self.seen.append((focus.objectName(), focus.selectedText()) if isinstance(focus, QLineEdit) else focus)

    def rows(self, query: str) -> Iterator[PaletteRow]:
        """Offer more than anybody can read."""
        self.queries.append(query)
        for number in range(100_000):
            self.many = number + 1
            yield PaletteRow(f"Go to segment {number:02d}", self.do, "20:07")
