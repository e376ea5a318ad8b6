"""Before, theirs, mine: what three versions of one field say, with what each changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QTextEdit, QVBoxLayout, QWidget

from livedesk.domain import word_diff
from livedesk.domain.rebase import FieldConflict
from livedesk.domain.rundown import Show
from livedesk.domain.script import Script
from livedesk.domain.word_diff import Mark, Run
from livedesk.ui.context import DeskContext
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, GRID, LABEL
from livedesk.ui.widgets.labels import Elided
from livedesk.ui.workspaces.script.conflict_cases import Side
from livedesk.ui.workspaces.script.conflict_words import row_words
from livedesk.ui.workspaces.script.diff_text import DiffWriter
from livedesk.ui.workspaces.script.diff_words import value

BESIDE = 560


class Sheet(QTextEdit):
    """A text that is read, scrolled and copied, and never written. It takes the focus by the mouse alone."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumHeight(64)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_change(self, show: Show, dispute: FieldConflict, after: object) -> None:
        """What a version made of a field, or of a row."""
        self.clear()
        writer = DiffWriter(self.document(), self._context.theme, self._context.family, wide=False)
        before, field = dispute.before, dispute.field
        if dispute.whole:
            writer.text([Run(Mark.SAME, row_words(show, dispute, after))])
        elif isinstance(before, Script) and isinstance(after, Script):
            writer.script(before, after)
        else:
            # What it was stands over both.
            runs = word_diff.words(value(show, field, before), value(show, field, after))
            writer.text(run for run in runs if run.mark is not Mark.OUT)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_text(self, text: str) -> None:
        """A text as it is."""
        self.clear()
        writer = DiffWriter(self.document(), self._context.theme, self._context.family, wide=False)
        writer.text([Run(Mark.SAME, text)])
        self.moveCursor(QTextCursor.MoveOperation.Start)


class SideCard(QFrame):
    """One version with the button that lets it hold."""

    def __init__(self, context: DeskContext, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        self.button = QPushButton(text)
        self.button.setCheckable(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sheet = Sheet(context)
        box.addWidget(self.button)
        box.addWidget(self.sheet, 1)

    def set_chosen(self, chosen: bool) -> None:
        """Whether this version holds."""
        self.button.setChecked(chosen)
        set_property(self.button, "variant", "primary" if chosen else "")


class Sides(QWidget):
    """The two versions side by side, or one under the other where there is little room; what it was before in a
    line over them. ``picked`` carries the :class:`Side` whose button was pressed."""

    picked = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        self.before = Elided(context.family, size=LABEL, tone="dim")
        box.addWidget(self.before)
        self.cards = {
            Side.THEIRS: SideCard(context, self.tr("Theirs  ←  1")),
            Side.MINE: SideCard(context, self.tr("Mine  →  2")),
        }
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(GAP)
        for card in self.cards.values():
            self._both.addWidget(card, 1)
        box.addLayout(self._both, 1)
        self.cards[Side.THEIRS].button.clicked.connect(self._theirs)
        self.cards[Side.MINE].button.clicked.connect(self._mine)

    def show_dispute(self, show: Show, dispute: FieldConflict) -> None:
        """Show three versions of a field."""
        if dispute.whole:
            self.before.setText(self.tr("One side removed it, the other changed it."))
        elif isinstance(dispute.before, Script):
            self.before.setText(self.tr("What each side changed is marked."))
        else:
            was = value(show, dispute.field, dispute.before).replace("\n", " / ")
            self.before.setText(self.tr("Before: {0}").format(was))
        for side, held in ((Side.THEIRS, dispute.theirs), (Side.MINE, dispute.mine)):
            self.cards[side].sheet.show_change(show, dispute, held)

    def show_side(self, side: Side | None) -> None:
        """Which one holds."""
        for each, card in self.cards.items():
            card.set_chosen(each is side)

    def turn_page(self, pages: int) -> None:
        """Scroll both, a page up (−1) or down (1)."""
        for card in self.cards.values():
            bar = card.sheet.verticalScrollBar()
            bar.setValue(bar.value() + pages * bar.pageStep())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where both can be read."""
        super().resizeEvent(event)
        wide = self.width() >= BESIDE
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _theirs(self) -> None:
        self.picked.emit(Side.THEIRS)

    def _mine(self) -> None:
        self.picked.emit(Side.MINE)
