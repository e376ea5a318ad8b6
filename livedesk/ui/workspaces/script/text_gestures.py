"""What a key does to the lines of a script: their kind, who says them, the part that begins with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from livedesk.domain.script import LineKind, ScriptPart
from livedesk.ui.actions import key_label
from livedesk.ui.workspaces.script.text_lines import CO_HOST, heading, shape, with_kind, with_speaker
from livedesk.ui.workspaces.script.text_offers import Offer
from livedesk.ui.workspaces.script.text_words import CO_HOST_KEY, KIND_KEYS, PART_KEYS
from livedesk.ui.workspaces.script.words import name

_CLAIM_KEYS = {Qt.Key.Key_Down: "next_claim", Qt.Key.Key_Up: "previous_claim"}
_KINDS = {letter: kind for kind, letter in KIND_KEYS.items()}
_PARTS = {digit: part for part, digit in PART_KEYS.items()}


class TextGestures(QObject):
    """Alt and a letter set the kind of the chosen lines, Alt+J gives them to the co-host, Alt+1 to 3 begin a part,
    Alt+Down and Alt+Up go from claim to claim. ``asked``: ``next_claim``, ``previous_claim``, or ``locked`` where lines
    were to be changed that are read only."""

    asked = Signal(str)

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor

    def meant(self, event: QKeyEvent) -> bool:
        """Whether a key is one of these."""
        return self._deed(event) is not None

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key says; False where it says nothing here."""
        deed = self._deed(event)
        if deed is None:
            return False
        do, what = deed
        if self._editor.isReadOnly() and do != self._ask:
            if do == self.set_speaker:
                # This one is an action of the page as well, which says why it is not to be had.
                return False
            do, what = self._ask, "locked"
        if not event.isAutoRepeat():
            # Held, a kind would be set and taken back in turn.
            do(what)
        return True

    def set_kind(self, kind: object) -> None:
        """Lines of this kind, or plain speech again where all are already."""
        if isinstance(kind, LineKind):
            lines, cursor = self._lines()
            self._exchange(cursor, lines, with_kind(lines, kind))

    def set_speaker(self, speaker: object = CO_HOST) -> None:
        """The chosen lines are said by ``speaker``, or by the host again."""
        lines, cursor = self._lines()
        self._exchange(cursor, lines, with_speaker(lines, str(speaker)))

    def begin_part(self, part: object) -> None:
        """A part begins above the caret's line; where its heading stands there already, it goes."""
        if not isinstance(part, ScriptPart) or self._editor.isReadOnly():
            return
        cursor = self._editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        block = cursor.block()
        above = block if shape(block.text()).heading is not None else block.previous()
        known = shape(above.text()).heading if above.isValid() else None
        if known is None:
            cursor.insertText(heading(part) + "\n")
            return
        cursor.setPosition(above.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if known is part:
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            cursor.insertText(heading(part))

    def take(self, offer: Offer, typed: QTextCursor) -> None:
        """Put an offer in place of what was typed to find it."""
        if offer.kind is None:
            end = self._end_of_braces(typed) if offer.part is None else 0
            typed.insertText(offer.text)
            for _ in range(end):
                typed.deleteChar()
            self._editor.setTextCursor(typed)
            return
        typed.removeSelectedText()
        self._editor.setTextCursor(typed)
        lines, cursor = self._lines()
        if shape(lines[0]).kind is not offer.kind:
            self._exchange(cursor, lines, with_kind(lines, offer.kind))
        end_of_line = self._editor.textCursor()
        end_of_line.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._editor.setTextCursor(end_of_line)

    def fill(self, menu: QMenu) -> None:
        """The kinds, the co-host and the parts, with their keys."""
        kinds = menu.addMenu(self.tr("Kind of line"))
        for kind, letter in KIND_KEYS.items():
            self._entry(kinds, name(kind), letter, kind).triggered.connect(self._kind_chosen)
        self._entry(menu, self.tr("Said by the co-host"), CO_HOST_KEY, CO_HOST).triggered.connect(
            self._speaker_chosen
        )
        parts = menu.addMenu(self.tr("Begin a part here"))
        for part, digit in PART_KEYS.items():
            self._entry(parts, name(part), digit, part).triggered.connect(self._part_chosen)

    def _entry(self, menu: QMenu, words: str, key: str, data: object) -> QAction:
        # The key stands beside the words: as a shortcut of the menu it would be taken twice.
        action = menu.addAction(f"{words.replace('&', '&&')}\t{key_label('Alt+' + key)}")
        action.setData(data)
        return action

    def _kind_chosen(self) -> None:
        self.set_kind(self._data())

    def _speaker_chosen(self) -> None:
        self.set_speaker()

    def _part_chosen(self) -> None:
        self.begin_part(self._data())

    def _data(self) -> object:
        action = self.sender()
        return action.data() if isinstance(action, QAction) else None

    def _deed(self, event: QKeyEvent) -> tuple[Callable[[object], None], object] | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
            return None
        key = event.key()
        if key in _CLAIM_KEYS:
            return self._ask, _CLAIM_KEYS[Qt.Key(key)]
        letter = chr(key) if 0x20 <= key < 0x7F else ""
        if letter in _KINDS:
            return self.set_kind, _KINDS[letter]
        if letter in _PARTS:
            return self.begin_part, _PARTS[letter]
        return (self.set_speaker, CO_HOST) if letter == CO_HOST_KEY else None

    def _ask(self, what: object) -> None:
        self.asked.emit(str(what))

    def _lines(self) -> tuple[list[str], QTextCursor]:
        """The lines that the selection touches, and a cursor over all of them."""
        cursor = self._editor.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        first = cursor.position()
        cursor.setPosition(end)
        if end > start and cursor.atBlockStart():
            cursor.movePosition(QTextCursor.MoveOperation.Left)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        last = cursor.position()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selection().toPlainText().split("\n"), cursor

    def _exchange(self, cursor: QTextCursor, old: Sequence[str], new: Sequence[str]) -> None:
        """Write the lines anew; the caret keeps its words: only the heads of lines differ."""
        if self._editor.isReadOnly() or list(old) == list(new):
            return
        block = self._editor.document().findBlock(cursor.selectionStart())
        change = QTextCursor(self._editor.document())
        change.beginEditBlock()
        for before, after in zip(old, new, strict=True):
            head = _tail(before, after)
            change.setPosition(block.position())
            change.setPosition(block.position() + _units(before, head), QTextCursor.MoveMode.KeepAnchor)
            change.insertText(after[: len(after) - (len(before) - head)])
            block = block.next()
        change.endEditBlock()

    def _end_of_braces(self, typed: QTextCursor) -> int:
        """How many closing braces stand behind already."""
        block = typed.block()
        after = block.text()[typed.selectionEnd() - block.position() :]
        return len(after[:2]) - len(after[:2].lstrip("}｝"))


def _tail(before: str, after: str) -> int:
    """How many characters at the head of ``before`` are not the same as at the tail of ``after``."""
    tail = 0
    while tail < min(len(before), len(after)) and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return len(before) - tail


def _units(text: str, characters: int) -> int:
    return len(text[:characters].encode("utf-16-le")) // 2
