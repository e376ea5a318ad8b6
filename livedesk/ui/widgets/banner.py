"""Banners: a sentence in place, with what can be done about it. Never a box in the middle."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.ui.theme import GAP, TEXT, Theme
from livedesk.ui.widgets.labels import label
from livedesk.ui.widgets.light import Dot, Mark


class Banner(QFrame):
    """One sentence with a mark; buttons are added with :meth:`add`. ``tone`` is warn (a triangle) or info."""

    def __init__(
        self, theme: Theme, family: str, text: str, *, tone: str = "warn", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(14, 6, 8, 6)
        self._box.setSpacing(GAP + 4)
        self.words = label(family, text, size=TEXT)
        self.words.setWordWrap(True)
        mark = Dot(theme, Mark.FAULT if tone == "warn" else Mark.WAIT)
        self._box.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self.words, 1)
        self.buttons: list[QPushButton] = []
        self._first = ""

    def add(self, button: QPushButton, variant: str = "") -> None:
        """Put a choice at the right. It takes the focus by Tab only, never by the mouse: the desk's keys stay with
        the desk. While it has the focus Space and Enter press it."""
        button.setProperty("variant", variant)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)
        self._box.addWidget(button)
        self._first = self._first or button.text()
        self.buttons.append(button)

    def hint(self, key: str) -> None:
        """Print a key on the first choice (empty: none)."""
        if self.buttons:
            text = f"{self._first}  {key}" if key else self._first
            if self.buttons[0].text() != text:
                self.buttons[0].setText(text)


class BannerStack(QWidget):
    """The banners of the window by key, newest last. It takes no room while there is none. ``left`` tells that a
    banner went that had the focus, so that no other button gets it unasked."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._banners: dict[str, Banner] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the banners that are shown."""
        return tuple(self._banners)

    def banner(self, key: str) -> Banner | None:
        """The banner of a key."""
        return self._banners.get(key)

    def put(self, key: str, banner: Banner, *, first: bool = False) -> None:
        """Show a banner in place of the one with the same key; ``first``: above the others."""
        self.drop(key)
        self._banners = {key: banner, **self._banners} if first else {**self._banners, key: banner}
        self._box.insertWidget(0 if first else -1, banner)
        self.show()

    @property
    def asking(self) -> Banner | None:
        """The topmost banner that offers a choice."""
        return next((banner for banner in self._banners.values() if banner.buttons), None)

    def hint(self, key: str) -> None:
        """Print a key on the first choice of the topmost banner that offers one, and on no other."""
        asking = self.asking
        for banner in self._banners.values():
            banner.hint(key if banner is asking else "")

    def drop(self, key: str) -> None:
        """Take a banner away."""
        old = self._banners.pop(key, None)
        if old is not None:
            focus = QApplication.focusWidget()
            if focus is not None and old.isAncestorOf(focus):
                focus.clearFocus()
                self.left.emit()
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
            self.setVisible(bool(self._banners))
