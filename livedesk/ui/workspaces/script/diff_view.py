"""A readable difference of two shows: scrolled, selected and copied by keys; two columns where there is room."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from livedesk.domain.diff import ShowDiff
from livedesk.domain.rundown import Show
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets import paint
from livedesk.ui.workspaces.script.diff_text import DiffWriter

WIDE = 760


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two forms of a show, what is different, and what they are called. ``restoring``: ``after`` is about to be put
    in the place of ``before``."""

    before: Show
    after: Show
    found: ShowDiff
    before_title: str
    after_title: str
    restoring: bool = False


class DiffView(QTextEdit):
    """Shows a :class:`Comparison`; ``empty`` stands there while there is none."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Comparison | None = None
        self._wide = False
        self._stale = False
        self.empty = ""
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 4px 8px }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What is different"))

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._shown

    def show_comparison(self, shown: Comparison | None) -> None:
        """Show a difference, from its start; the place is kept where the same two are shown anew."""
        old = self._shown
        if shown is old:
            return
        same = old is not None and shown is not None and old.before_title == shown.before_title
        at = self.verticalScrollBar().value() if same else 0
        self._shown = shown
        self._stale = True
        if self.isVisible():
            self._write()
            self.verticalScrollBar().setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for two columns, or for one only."""
        super().resizeEvent(event)
        if (self.width() >= WIDE) != self._wide:
            self._stale = True
            if self.isVisible():
                self._write()

    def showEvent(self, event: QShowEvent) -> None:
        """Write what was asked for while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The difference, or what to do where there is none to show."""
        super().paintEvent(event)
        if self.document().isEmpty() and self.empty:
            with QPainter(self.viewport()) as painter:
                painter.setFont(paint.font(LABEL))
                painter.setPen(self._context.theme.color("dim"))
                whole = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
                painter.drawText(self.viewport().rect().adjusted(12, 4, -12, -4), whole, self.empty)

    def _write(self) -> None:
        self._wide = self.width() >= WIDE
        self._stale = False
        self.clear()
        shown = self._shown
        if shown is not None:
            writer = DiffWriter(self.document(), self._context.theme, self._context.family, wide=self._wide)
            writer.write(shown.before, shown.after, shown.found, (shown.before_title, shown.after_title))
        self.moveCursor(QTextCursor.MoveOperation.Start)
