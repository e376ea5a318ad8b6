"""Banners: a sentence in place, with what can be done about it. Never a box in the middle."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.ui.theme import GAP, TEXT, Theme
from livedesk.ui.widgets.labels import label
from livedesk.ui.widgets.light import Dot, Mark

LOW, FEW = 860, 2
_AIR, _SLIM = 6, "padding: 3px 12px"


class Banner(QFrame):
    """One sentence with a mark; buttons are added with :meth:`add`. ``tone`` is warn (a triangle) or info."""

    def __init__(
        self, theme: Theme, family: str, text: str, *, tone: str = "warn", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._low = False
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(14, _AIR, 8, _AIR)
        self._box.setSpacing(GAP + 4)
        self.words = label(family, text, size=TEXT)
        self.words.setWordWrap(True)
        mark = Dot(theme, Mark.FAULT if tone == "warn" else Mark.WAIT)
        self._box.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self.words, 1)
        self.buttons: list[QPushButton] = []
        self._first = ""
        self.more = QPushButton()
        self.more.setProperty("variant", "flat")
        self.more.setProperty("tone", "warn")
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.hide()
        self._box.addWidget(self.more)

    def add(self, button: QPushButton, variant: str = "") -> None:
        """Put a choice at the right. It takes the focus by Tab only, never by the mouse: the desk's keys stay with
        the desk. While it has the focus Space and Enter press it."""
        button.setProperty("variant", variant)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)
        self._box.insertWidget(self._box.count() - 1, button)
        button.setStyleSheet(_SLIM if self._low else "")
        self._first = self._first or button.text()
        self.buttons.append(button)

    def set_low(self, low: bool) -> None:
        """In a low window one sentence takes hardly more than its own height."""
        if low == self._low:
            return
        self._low = low
        air = 1 if low else _AIR
        self._box.setContentsMargins(14, air, 8, air)
        for button in (*self.buttons, self.more):
            button.setStyleSheet(_SLIM if low else "")

    def rename(self, first: str) -> None:
        """The first choice has another name (without the key that is printed on it)."""
        self._first = first

    def hint(self, key: str) -> None:
        """Print a key on the first choice (empty: none)."""
        if self.buttons:
            text = f"{self._first}  {key}" if key else self._first
            if self.buttons[0].text() != text:
                self.buttons[0].setText(text)


class BannerStack(QWidget):
    """The banners of the window by key, newest last. It takes no room while there is none. ``left`` tells that a
    banner went that had the focus, so that no other button gets it unasked. In a low window only the first two
    stand, so that what is hit blind below them stays where it is; the second tells how many more there are, and
    shows them."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._banners: dict[str, Banner] = {}
        self._all = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the banners that are shown."""
        return tuple(self._banners)

    def banner(self, key: str) -> Banner | None:
        """The banner of a key."""
        return self._banners.get(key)

    def put(self, key: str, banner: Banner, *, first: bool = False, above: str = "") -> None:
        """Show a banner in place of the one with the same key; ``first``: above the others, ``above``: over the one
        with that key."""
        self.drop(key)
        keys = list(self._banners)
        at = 0 if first else keys.index(above) if above in keys else len(keys)
        keys.insert(at, key)
        self._banners = {each: self._banners.get(each, banner) for each in keys}
        self._box.insertWidget(at, banner)
        banner.more.clicked.connect(self._show_all)
        self.show()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Know how high the window is from now on."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A higher window has room for more."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._fit()
        return False

    def _fit(self) -> None:
        low = self.window().height() < LOW
        most = FEW if low and not self._all else len(self._banners)
        more = len(self._banners) - most
        for at, banner in enumerate(self._banners.values()):
            banner.set_low(low)
            banner.setVisible(at < most)
            banner.more.setVisible(more > 0 and at == most - 1)
            banner.more.setText(self.tr("▲ {0} more").format(more))

    @Slot()
    def _show_all(self) -> None:
        self._all = True
        self._fit()

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
            self._all = self._all and len(self._banners) > FEW
            self.setVisible(bool(self._banners))
            self._fit()
