"""Find and replace at work: in the text that is shown, or in every script, title and note of the show.

A place in a title or a note is shown by choosing its row; the bar says what it is, and the keys stay in it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from livedesk.domain.editing import rewrite
from livedesk.domain.errors import UserError
from livedesk.domain.find import Query, Span, find_in, replaced, replaced_at
from livedesk.domain.find_show import Hit, Where, find_all, replace_all, replace_hit
from livedesk.domain.rundown import Show
from livedesk.domain.script import parse_script
from livedesk.ui.context import DeskContext
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.find_bar import FindBar
from livedesk.ui.workspaces.script.find_places import FindOrder, beside_scripts, place_named, rows_of
from livedesk.ui.workspaces.script.text_editor import ScriptEdit
from livedesk.ui.workspaces.script.text_units import to_characters, to_units
from livedesk.ui.workspaces.script.text_writer import TextWriter

_REST_MS = 80
_MOST_SHOWN = 400
"""So many places of one text are tinted at most."""


class FindDesk(QObject):
    """Works the bar. ``left``: the keys go back to the text. ``pointed``: a place is shown, a
    :class:`livedesk.domain.find_show.Hit`."""

    left = Signal()
    pointed = Signal(object)

    def __init__(
        self, context: DeskContext, document: ScriptDocument, writer: TextWriter, editor: ScriptEdit, bar: FindBar
    ) -> None:
        super().__init__(bar)
        self._context = context
        self._document = document
        self._writer = writer
        self._editor = editor
        self._bar = bar
        self._hits: tuple[Hit, ...] = ()
        self._at = -1
        self._turn = 0
        self._told = ""
        self._beside: Hit | None = None
        self._counted = ""
        self._order = FindOrder()
        self._tint = QTextCharFormat()
        self._tint.setBackground(context.theme.color("next", 0.28))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._search)
        bar.asked.connect(self._asked)
        bar.step.connect(self.step)
        bar.replace.connect(self.replace)
        bar.replace_all.connect(self.replace_all)
        bar.closed.connect(self.close)
        editor.textChanged.connect(self._text_changed)
        editor.cursorPositionChanged.connect(self._elsewhere)
        document.chose.connect(self._elsewhere)
        writer.shown.connect(self._text_changed)
        document.changed.connect(self._document_changed)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Every place, as it was found last (characters)."""
        return self._hits

    @property
    def at(self) -> int:
        """Which of them is chosen; −1 for none."""
        return self._at

    def open(self, *, replacing: bool) -> None:
        """Show the bar; words that are chosen in the text (of one line) are looked for."""
        words = self._editor.textCursor().selection().toPlainText()
        self._bar.open("" if "\n" in words else words, replacing=replacing)
        self._search()

    @Slot()
    def close(self) -> None:
        """Put the bar away."""
        self._rest.stop()
        self._turn += 1
        self._bar.hide()
        self._hits, self._at, self._told, self._beside = (), -1, "", None
        self._editor.setExtraSelections([])
        self.left.emit()

    @Slot(int)
    def step(self, way: int) -> None:
        """Choose the next place (1) or the one before (−1), around the end."""
        if not self._bar.isVisible():
            return
        if self._rest.isActive() and not self._bar.everywhere.isChecked():
            self._search()
        if not self._hits:
            return
        here = self._place()
        on_it = 0 <= self._at < len(self._hits) and self._chosen_is(self._hits[self._at])
        at = bisect_left(self._hits, here, key=self._key) + (-1 if way < 0 else 1 if on_it else 0)
        self._go(at % len(self._hits))

    @Slot()
    def replace(self) -> None:
        """Replace the place that is chosen, as one step of undo, and choose the next."""
        if not self._bar.isVisible() or not self._document.editable or not self._hits:
            return
        if not (0 <= self._at < len(self._hits) and self._chosen_is(self._hits[self._at])):
            self.step(1)
            return
        hit, text = self._hits[self._at], self._editor.toPlainText()
        if hit.where is not Where.SCRIPT:
            self._replace_beside(hit)
            return
        try:
            made = replaced_at(text, self._bar.query, self._bar.by.text(), Span(hit.start, hit.end))
        except UserError as error:
            self._tell(sentence(error), bad=True)
            return
        if made is None:
            self._search()
            return
        put = made[1]
        self._writer.flush()
        self._editor.put(to_units(text, hit.start), to_units(text, hit.end), made[0][put.start : put.end])
        self._writer.flush()
        if self._bar.everywhere.isChecked():
            self._done(hit, put.end)
        else:
            self._search()
        self._go_on()

    def _replace_beside(self, hit: Hit) -> None:
        """Replace a place in a title or a note, and choose the next."""
        self._writer.flush()
        show = self._document.show
        try:
            made = replace_hit(show, hit, self._bar.query, self._bar.by.text()) if show is not None else None
        except UserError as error:
            self._tell(sentence(error), bad=True)
            return
        if made is None:
            self.step(1)
        elif self._document.do(made[0]):
            self._done(hit, made[1].end)
            self._go_on()

    def _done(self, hit: Hit, end: int) -> None:
        """A place is replaced: those behind it in its text have moved."""
        grown = end - hit.end
        self._hits = tuple(
            replace(one, start=one.start + grown, end=one.end + grown)
            if (one.item_id, one.where) == (hit.item_id, hit.where) and one.start >= hit.end
            else one
            for one in self._hits
            if one != hit
        )
        self._counted = beside_scripts(self._hits)

    def _go_on(self) -> None:
        self._at = -1
        if self._hits:
            self.step(1)
        else:
            self._tell(self._told)

    @Slot()
    def replace_all(self) -> None:
        """Replace every place, in the text or in the whole show, as one step of undo."""
        if not self._bar.isVisible() or not self._document.editable:
            return
        self._writer.flush()
        show, item = self._document.show, self._writer.item
        query, by = self._bar.query, self._bar.by.text()
        try:
            if show is not None and self._bar.everywhere.isChecked():
                edit, count = replace_all(show, query, by)
            elif item is not None:
                text, count = replaced(self._editor.toPlainText(), query, by)
                edit = rewrite(item.id, item.script, parse_script(text))
            else:
                return
        except UserError as error:
            self._tell(sentence(error), bad=True)
            return
        if edit is not None and not self._document.do(edit):
            return
        self._told = self.tr("%n place(s) replaced", "", count)
        self._search()

    # --- searching ----------------------------------------------------------------------------------------

    @Slot()
    def _asked(self) -> None:
        self._told = ""
        self._at = -1
        self._rest.start()

    @Slot()
    def _text_changed(self) -> None:
        if self._bar.isVisible():
            self._rest.start()

    @Slot(object)
    def _document_changed(self, _change: object) -> None:
        if self._bar.isVisible() and self._bar.everywhere.isChecked():
            self._rest.start()

    @Slot()
    def _search(self) -> None:
        """Find anew: in the text at once, in the show off this thread."""
        self._rest.stop()
        self._turn += 1
        query, show, item = self._bar.query, self._document.show, self._writer.item
        text = self._editor.toPlainText()
        item_id = item.id if item is not None else ""
        try:
            here = tuple(Hit(item_id, span.start, span.end) for span in find_in(text, query))
        except UserError as error:
            self._found((), "", sentence(error))
            return
        if show is not None and query.words and self._bar.everywhere.isChecked():
            work = partial(_everywhere, self._turn, show, query, {item_id: text} if item_id else {})
            self._context.background.run(work, self._found_everywhere)
        else:
            self._found(here, text)

    @Slot(object)
    def _found_everywhere(self, found: tuple[int, tuple[Hit, ...], UserError | None]) -> None:
        turn, hits, error = found
        if turn == self._turn:
            self._found(hits, self._editor.toPlainText(), sentence(error) if error is not None else "")

    def _found(self, hits: tuple[Hit, ...], text: str, error: str = "") -> None:
        self._hits = hits
        self._counted = beside_scripts(hits)
        self._tint_places(text)
        self._at = next((at for at, hit in enumerate(hits) if self._chosen_is(hit)), -1)
        self._tell(error or self._told, bad=bool(error))

    def _tint_places(self, text: str) -> None:
        item = self._writer.item
        own = [
            hit for hit in self._hits if item is not None and hit.item_id == item.id and hit.where is Where.SCRIPT
        ][:_MOST_SHOWN]
        tints = []
        for hit in own:
            tint = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._editor.document())
            cursor.setPosition(to_units(text, hit.start))
            cursor.setPosition(to_units(text, hit.end), QTextCursor.MoveMode.KeepAnchor)
            tint.cursor, tint.format = cursor, self._tint
            tints.append(tint)
        self._editor.setExtraSelections(tints)

    # --- places -------------------------------------------------------------------------------------------

    def _go(self, at: int) -> None:
        hit = self._hits[at]
        if hit.where is not Where.SCRIPT:
            self._point_beside(at)
            return
        item = self._writer.item
        if item is None or hit.item_id != item.id:
            show = self._document.show
            segment = show.segment(hit.item_id) if show is not None else None
            self._document.choose((hit.item_id,) if segment is not None else (), hit.item_id)
            self._look_again(hit.item_id)
            at = min(at, len(self._hits) - 1)
            hit = self._hits[at]
        text = self._editor.toPlainText()
        self._editor.point_at(to_units(text, hit.start), to_units(text, hit.end))
        self._at, self._beside = at, None
        self._tell(self._told)
        self.pointed.emit(hit)

    def _point_beside(self, at: int) -> None:
        """Show a place in a title or a note: its row is chosen, of a group's title the rows of the group."""
        hit, show = self._hits[at], self._document.show
        if show is None:
            return
        ids, front = rows_of(show, hit)
        if front:
            self._document.choose(ids, front)
        self._beside, self._at = hit, at
        self._tell(self._told)
        self.pointed.emit(hit)

    @Slot()
    def _elsewhere(self) -> None:
        """A person went on by hand."""
        self._beside = None

    def _look_again(self, item_id: str) -> None:
        """A text that is shown anew may stand a little otherwise than it did: without the empty lines that a writer
        left at its beginning. Its places are found again."""
        spans = find_in(self._editor.toPlainText(), self._bar.query)
        places = [at for at, hit in enumerate(self._hits) if hit.item_id == item_id and hit.where is Where.SCRIPT]
        own = [Hit(item_id, span.start, span.end) for span in spans]
        if own:
            self._hits = (*self._hits[: places[0]], *own, *self._hits[places[-1] + 1 :])

    def _place(self) -> tuple[int, int, int]:
        """Where a person is: the item's place in the order of items, which of its texts, and the character of it."""
        if self._beside is not None:
            return self._key(self._beside)
        item = self._writer.item
        text, cursor = self._editor.toPlainText(), self._editor.textCursor()
        start = to_characters(text, cursor.selectionStart())
        return self._key(Hit(item.id if item is not None else "", start, start))

    def _key(self, hit: Hit) -> tuple[int, int, int]:
        return self._order.key(self._document.show if self._bar.everywhere.isChecked() else None, hit)

    def _chosen_is(self, hit: Hit) -> bool:
        if hit.where is not Where.SCRIPT or self._beside is not None:
            return hit == self._beside
        item, cursor = self._writer.item, self._editor.textCursor()
        if item is None or hit.item_id != item.id or not cursor.hasSelection():
            return False
        text = self._editor.toPlainText()
        return (cursor.selectionStart(), cursor.selectionEnd()) == (
            to_units(text, hit.start),
            to_units(text, hit.end),
        )

    def _tell(self, says: str = "", *, bad: bool = False) -> None:
        """What is to be said, else where the place stands, else how many are not in scripts."""
        if not says and 0 <= self._at < len(self._hits):
            says = place_named(self._document.show, self._hits[self._at])
        says = says or self._counted
        self._bar.tell(self._at + 1, len(self._hits), says, bad=bad, editable=self._document.editable)


def _everywhere(
    turn: int, show: Show, query: Query, texts: dict[str, str]
) -> tuple[int, tuple[Hit, ...], UserError | None]:
    """Every place in a show, for the ``turn`` that asked for it."""
    try:
        return turn, find_all(show, query, texts), None
    except UserError as error:
        return turn, (), error
