"""What is different between the chosen version and now, and putting it back: what that changes is shown first. In a
low window the difference has its room in the middle of the page, and only its name, its extent and the buttons
stand here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.ui.context import DeskContext
from livedesk.ui.theme import GAP, GRID, LABEL, TEXT
from livedesk.ui.widgets.labels import Elided
from livedesk.ui.workspaces.script.diff_view import Comparison, DiffView
from livedesk.ui.workspaces.script.diff_words import summary

_LEAST = 150


class VersionBox(QFrame):
    """Under the list. ``turned`` asks for the other view (what the version changed, or what is different from now),
    ``large`` to see it in more room, ``asked`` what putting back would change, ``restored`` to do it, ``left`` not
    to."""

    turned = Signal()
    large = Signal()
    asked = Signal()
    restored = Signal()
    left = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        family = context.family
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GAP, 0, 0)
        box.setSpacing(GRID)
        self._low = self._there = False
        self._named = ""
        self.title = Elided(family, size=TEXT, bold=True)
        self.facts = Elided(family, size=LABEL, tone="dim")
        for words in (self.title, self.facts):
            line = QHBoxLayout()
            line.setContentsMargins(12, 0, 12, 0)
            line.addWidget(words, 1)
            box.addLayout(line)
        self.turn = self._button(self.tr("What it changed"), self.turned)
        self.enlarge = self._button(self.tr("Large"), self.large)
        self.enlarge.setToolTip(self.tr("Side by side, in the middle (Enter)"))
        self.ask = self._button(self.tr("Restore…"), self.asked)
        self.restore = self._button(self.tr("Restore this version"), self.restored)
        self.restore.setProperty("variant", "primary")
        self.cancel = self._button(self.tr("Cancel"), self.left)
        keys = QHBoxLayout()
        keys.setContentsMargins(10, 2, 10, 2)
        keys.setSpacing(GRID + 2)
        for button in (self.ask, self.restore, self.cancel, self.turn, self.enlarge):
            keys.addWidget(button)
        keys.addStretch(1)
        box.addLayout(keys)
        self.view = DiffView(context)
        self._hint = self.tr(
            "Choose a version to see what is different from now.\nWith Shift or Ctrl choose a second one to "
            "compare the two."
        )
        box.addWidget(self.view, 1)
        # Room for a hair of air under the buttons where no text follows them.
        box.addSpacing(2)
        self.show_comparison(None, single=False, against_now=True, editable=False)

    @property
    def low(self) -> bool:
        """Whether the difference is shown elsewhere."""
        return self._low

    def set_low(self, low: bool) -> None:
        """In a low panel the list has the room: the difference itself is shown in the middle of the page."""
        if low != self._low:
            self._low = low
            self._stand()

    def minimumSizeHint(self) -> QSize:
        """Every line and button in full, and some lines of the difference."""
        layout = self.layout()
        least = layout.minimumSize().height() if layout is not None else 0
        return QSize(200, least if self._low else max(least, _LEAST))

    def _stand(self) -> None:
        self.view.setVisible(not self._low)
        self.facts.setVisible(self._there and not self._low)
        if self.parentWidget() is not None:
            # Without one it would come up as a window, and take the keys of the desk's.
            self.setVisible(self._there or not self._low)
        self.enlarge.setText(self.tr("Show") if self._low else self.tr("Large"))
        self._name()
        self.updateGeometry()

    def _name(self) -> None:
        """In a low panel one line says which two, and how much."""
        extent = self.facts.text()
        self.title.setText(f"{self._named} · {extent}" if self._low and extent else self._named)
        self.title.setVisible(self._there)

    def show_comparison(
        self, shown: Comparison | None, *, single: bool, against_now: bool, editable: bool
    ) -> None:
        """Show a difference. ``single``: one version is chosen; ``against_now``: it stands against what is now;
        ``editable``: something could be put back now."""
        restoring = shown is not None and shown.restoring
        there = self._there = shown is not None
        if shown is None:
            self._named = ""
        elif restoring:
            self._named = self.tr("Restoring would change this")
        else:
            self._named = f"{shown.before_title} → {shown.after_title}"
        self.facts.setText("" if shown is None else summary(shown.found))
        self.turn.setText(self.tr("What it changed") if against_now else self.tr("Against now"))
        self.turn.setVisible(there and single and not restoring)
        self.enlarge.setVisible(there and not restoring)
        self.ask.setVisible(there and single and not restoring)
        self.ask.setEnabled(editable)
        self.ask.setToolTip("" if editable else self.tr("The script is locked: unlock it first."))
        self.restore.setVisible(restoring)
        self.restore.setEnabled(editable and shown is not None and not shown.found.empty)
        self.cancel.setVisible(restoring)
        self.view.empty = self._hint if shown is None else self.tr("Nothing is different.")
        self.view.show_comparison(shown)
        self._stand()

    def _button(self, text: str, asks: object) -> QPushButton:
        button = QPushButton(text)
        button.setStyleSheet("padding: 4px 10px")
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.setAutoDefault(True)
        button.clicked.connect(asks)
        return button
