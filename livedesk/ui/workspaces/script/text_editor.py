"""The field that a script is written in: plain text, its marks, and help by keyboard.

It knows no document: what is typed is told by ``typed``, and others change its text only through :meth:`take_in`,
which leaves the caret where the writer has it. Undo is the document's, not Qt's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from livedesk.domain.product import Product
from livedesk.domain.script import variables
from livedesk.domain.script_values import ScriptValues
from livedesk.ui.desk_keys import KEEPS_ESCAPE
from livedesk.ui.plain import tip
from livedesk.ui.theme import Theme
from livedesk.ui.workspaces.script.text_gestures import TextGestures
from livedesk.ui.workspaces.script.text_looks import Looks
from livedesk.ui.workspaces.script.text_marks import Marks
from livedesk.ui.workspaces.script.text_merge import Patch
from livedesk.ui.workspaces.script.text_offers import Asked, Offer, OfferList, asked
from livedesk.ui.workspaces.script.text_units import to_characters, to_units
from livedesk.ui.workspaces.script.text_variables import NONE, told
from livedesk.ui.workspaces.script.text_words import category_name

MARGIN = 20
_WRITES = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""With these Enter begins a line; with any other it means nothing to the text."""
LINE_HEIGHT = 125
"""Per cent of what the font asks for; with it a line is about 1.8 times as high as its letters."""


class ScriptEdit(QTextEdit):
    """``typed``: the writer has changed the text (never in the middle of a composition). ``left``: the focus went.
    ``composed``: a composition has ended. ``asked``: ``undo``, ``redo``, ``next_claim`` or ``previous_claim``;
    ``locked``: lines were to be changed that are read only."""

    typed = Signal()
    left = Signal()
    composed = Signal()
    asked = Signal(str)

    def __init__(self, theme: Theme, family: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("script-text")
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextEdit { border: none; border-radius: 0; background: transparent; padding: 0; }")
        looks = Looks(theme, family)
        self.setFont(looks.base)
        self.document().setDefaultFont(looks.base)
        self.document().setDocumentMargin(MARGIN)
        self.marks = Marks(self.document(), looks)
        self.gestures = TextGestures(self)
        self.gestures.asked.connect(self.asked)
        self.offers = OfferList(theme, family, parent)
        self.offers.taken.connect(self._take_offer)
        self._values = NONE
        self._product: Product | None = None
        self._taking_in = False
        self._length = 0
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self.close_offers)

    # --- what others ask ----------------------------------------------------------------------------------

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a composition."""
        layout = self.textCursor().block().layout()
        return bool(layout.preeditAreaText())

    def fill_from(self, values: ScriptValues, product: Product | None) -> None:
        """What stands for the variables: for offers and tips."""
        self._values, self._product = values, product

    def show_text(self, text: str, caret: int = 0) -> None:
        """Another text; the caret stands at a place of it (units)."""
        self.close_offers()
        self._taking_in = True
        try:
            self.setPlainText(text)
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            spaced = QTextBlockFormat()
            spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(spaced)
            cursor.setPosition(min(caret, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        finally:
            self._taking_in = False

    def take_in(self, patches: Sequence[Patch]) -> None:
        """Exchange stretches of the text (characters, in order): the caret stays at its words."""
        if not patches:
            return
        text = self.toPlainText()
        self._taking_in = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        try:
            for patch in reversed(patches):
                cursor.setPosition(to_units(text, patch.start))
                cursor.setPosition(to_units(text, patch.end), QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(patch.text)
        finally:
            cursor.endEditBlock()
            self._taking_in = False

    def lock(self, locked: bool) -> None:
        """Let the text be read only: by keyboard too. A composition ends, and nothing is offered any more."""
        if locked == self.isReadOnly():
            return
        if locked:
            self.close_offers()
            if self.composing:
                super().inputMethodEvent(QInputMethodEvent())
        self.setReadOnly(locked)
        if locked:
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)

    def put(self, start: int, end: int, text: str) -> None:
        """Write ``text`` in place of a stretch (units), as if it were typed."""
        if self.isReadOnly():
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def point_at(self, start: int, end: int) -> None:
        """Choose a stretch (units) and bring it into sight."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def close_offers(self) -> None:
        """Offer nothing any more."""
        self.offers.hide()
        self.setProperty(KEEPS_ESCAPE, None)

    # --- Qt's events --------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the page's; the keys of claims are the text's own while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.gestures.meant(event) or (self.offers.isVisible() and _steers(event)):
                event.accept()
                return True
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return False
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell_tip(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offers take their keys first, then gestures; the rest is writing."""
        if self.offers.isVisible() and not self.composing and self.offers.key(event.key()):
            if not self.offers.isVisible():
                self.setProperty(KEEPS_ESCAPE, None)
            event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Undo):
            self.asked.emit("undo")
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.asked.emit("redo")
        elif self.gestures.key(event):
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & ~_WRITES:
                # The key of an action, also of one that is not to be had now.
                event.ignore()
                return
            if self.isReadOnly():
                return
            # Shift+Enter too: a soft break is none in a script.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A composition is left alone until it has ended; a locked text takes none."""
        if self.isReadOnly():
            event.ignore()
            return
        before = self.composing
        super().inputMethodEvent(event)
        if before and not self.composing:
            self.composed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the text ends what is typed."""
        super().focusOutEvent(event)
        self.close_offers()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words only, one line each: whatever they were set in. Qt asks a locked text too."""
        if self.isReadOnly():
            return
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        self.insertPlainText(text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\xa0", " "))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu without its undo, and the kinds of lines."""
        menu = self.createStandardContextMenu()
        if not self.isReadOnly():
            menu.addSeparator()
            self.gestures.fill(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # --- inside -------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self._taking_in or self.composing:
            return
        self._offer()
        self.typed.emit()

    def _moved(self) -> None:
        if self.offers.isVisible() and not self._taking_in and self._wanted() is None:
            self.close_offers()

    def _wanted(self) -> Asked | None:
        cursor = self.textCursor()
        if cursor.hasSelection() or self.isReadOnly():
            return None
        line = cursor.block().text()
        return asked(line[: to_characters(line, cursor.positionInBlock())], self._values)

    def _offer(self) -> None:
        found = self._wanted() if self.hasFocus() else None
        if found is None:
            if self.offers.isVisible():
                self.close_offers()
            return
        self._length = found.length
        self.setProperty(KEEPS_ESCAPE, True)
        rect = self.cursorRect()
        parent = self.offers.parentWidget() or self
        rect.moveTopLeft(self.viewport().mapTo(parent, rect.topLeft()))
        self.offers.offer(found.offers, rect)

    def _take_offer(self, offer: Offer) -> None:
        self.setProperty(KEEPS_ESCAPE, None)
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, self._length)
        self.gestures.take(offer, cursor)

    def _tell_tip(self, event: QHelpEvent) -> None:
        cursor = self.cursorForPosition(event.pos())
        line = cursor.block().text()
        words = self._about(line, to_characters(line, cursor.positionInBlock()))
        if words:
            QToolTip.showText(event.globalPos(), tip(words), self.viewport())
        else:
            QToolTip.hideText()

    def _about(self, line: str, at: int) -> str:
        for name, start, end in variables(line):
            if start <= at <= end:
                return told(name, self._values, self._product)
        return "\n\n".join(
            f"{claim.words} — {category_name(claim.rule.category)}\n{claim.rule.article}\n{claim.rule.reason}"
            + (f"\n{override.by}: {override.reason}" if override is not None else "")
            for claim, override in self.marks.claims(line)
            if claim.start <= at <= claim.end
        )


def _steers(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
