"""What is different between the chosen version and now, and putting it back: what that changes is shown first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from livedesk.ui.context import DeskContext
from livedesk.ui.theme import GAP, GRID, LABEL, TEXT
from livedesk.ui.widgets.labels import Elided
from livedesk.ui.workspaces.script.diff_view import Comparison, DiffView
from livedesk.ui.workspaces.script.diff_words import summary

_LOW = 104


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
        self.show_comparison(None, single=False, against_now=True, editable=False)

    def minimumSizeHint(self) -> QSize:
        """Some lines of it are to be seen."""
        return QSize(200, _LOW)

    def show_comparison(
        self, shown: Comparison | None, *, single: bool, against_now: bool, editable: bool
    ) -> None:
        """Show a difference. ``single``: one version is chosen; ``against_now``: it stands against what is now;
        ``editable``: something could be put back now."""
        restoring = shown is not None and shown.restoring
        there = shown is not None
        if shown is None:
            self.title.setText("")
            self.facts.setText("")
        elif restoring:
            self.title.setText(self.tr("Restoring would change this"))
            self.facts.setText(summary(shown.found))
        else:
            self.title.setText(f"{shown.before_title} → {shown.after_title}")
            self.facts.setText(summary(shown.found))
        self.title.setVisible(there)
        self.facts.setVisible(there)
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

    def _button(self, text: str, asks: object) -> QPushButton:
        button = QPushButton(text)
        button.setStyleSheet("padding: 4px 10px")
        button.clicked.connect(asks)
        return button
