"""Between the document and the text that is written: typing becomes edits, other people's edits become text.

What stands in the field and is not asked for yet belongs to the script that was read last (``script``). The field is
never reset by its own edit. Somebody else's change goes in where it stands; where it meets words that are typed but
not asked for, both are handed over as a conflict.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from livedesk.domain.editing import rewrite
from livedesk.domain.errors import UserError
from livedesk.domain.find import written
from livedesk.domain.product import Product
from livedesk.domain.rebase import conflicts
from livedesk.domain.rundown import Segment, Show, Standby
from livedesk.domain.script import Script, parse_script
from livedesk.ui.workspaces.script.document import Conflict, ScriptDocument
from livedesk.ui.workspaces.script.text_editor import ScriptEdit
from livedesk.ui.workspaces.script.text_merge import merged, patches

REST_MS = 600
"""So long after the last key a burst of typing becomes one edit, and one step of undo."""


class TextWriter(QObject):
    """``shown``: another item's text stands in the field. ``around``: the item's facts or the show's have changed
    (its product, what starts with it, what is let stand, whether it may be edited)."""

    shown = Signal()
    around = Signal()

    def __init__(self, document: ScriptDocument, editor: ScriptEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._editor = editor
        self._seen: Show | None = None
        self._item: Segment | Standby | None = None
        self._index = 0
        self._script = Script()
        self._plain = ""
        self._dirty = False
        self._held = False
        self._awake = False
        self._carets: dict[str, int] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._rested)
        editor.typed.connect(self._typed)
        editor.left.connect(self.flush)
        editor.composed.connect(self._composed)
        document.changed.connect(self._changed)
        document.chose.connect(self._look)
        document.flushing.connect(self.flush)

    # --- reading ------------------------------------------------------------------------------------------

    @property
    def item(self) -> Segment | Standby | None:
        """The item whose text is shown, as the document has it; None for none."""
        return self._item

    @property
    def show(self) -> Show | None:
        """The document as it was when the text was last compared with it."""
        return self._seen

    @property
    def place(self) -> int:
        """The place of the segment in the rundown, from 0; −1 for a standby plan or nothing."""
        return self._index if isinstance(self._item, Segment) else -1

    @property
    def product(self) -> Product | None:
        """The product that fills the variables."""
        if self._seen is None or self._item is None or not self._item.product_ids:
            return None
        return self._seen.product(self._item.product_ids[0])

    @property
    def dirty(self) -> bool:
        """Whether words are typed that the document does not have yet."""
        return self._dirty

    def wake(self, awake: bool) -> None:
        """Follow the document, or rest while nobody sees the text."""
        if awake == self._awake:
            return
        if not awake:
            self.flush()
        self._awake = awake
        if awake:
            self._look()

    # --- typing becomes edits -----------------------------------------------------------------------------

    @Slot()
    def flush(self) -> None:
        """Ask for what is typed, now."""
        if not self._awake:
            return
        if self._editor.composing:
            # Whoever leaves in the middle of a composition keeps its words.
            QGuiApplication.inputMethod().commit()
        if self._held:
            self._meet(force=True)
        self._rest.stop()
        if not self._dirty or self._item is None or not self._document.editable:
            return
        self._plain = self._editor.toPlainText()
        before, after = self._script, parse_script(self._plain)
        edit = rewrite(self._item.id, before, after)
        self._dirty = False
        if edit is None:
            return
        # What comes back from the document is known to be in the field already.
        self._script = after
        if not self._document.do(edit):
            self._script, self._dirty = before, True

    @Slot()
    def _typed(self) -> None:
        # Qt tells of new looks as of new words; what is read here is read once for a burst.
        if self._dirty or self._editor.toPlainText() != self._plain:
            self._dirty = True
            self._rest.start()

    @Slot()
    def _rested(self) -> None:
        if not self._editor.composing:
            self.flush()

    @Slot()
    def _composed(self) -> None:
        if self._held:
            self._meet()
        if self._dirty:
            self._rest.start()

    # --- the document becomes text ------------------------------------------------------------------------

    @Slot(object)
    def _changed(self, _change: object) -> None:
        self._look()

    @Slot()
    def _look(self) -> None:
        """Compare the field with the document."""
        if not self._awake:
            return
        show = self._document.show
        item = self._find(show, self._document.current)
        if show is None or item is None or self._item is None or item.id != self._item.id or self._other(show):
            self._turn_to(show, item)
            return
        if show.approval.closed and self._editor.composing:
            # Its words were written before the script was locked: they are handed over with the others.
            QGuiApplication.inputMethod().commit()
        if item.script is not self._script and item.script != self._script:
            self._meet()
            return
        before, self._seen, was, self._item = self._seen, show, self._item, item
        self._script = item.script
        closed = before is not None and before.approval.closed
        if show.approval.closed and not closed:
            self._hand_over(before, UserError("edit.closed", state=show.approval.value))
        if was is not item or _around_changed(before, show):
            self.around.emit()

    def _find(self, show: Show | None, item_id: str) -> Segment | Standby | None:
        """The item in a show; it mostly stands where it stood."""
        if show is None or not item_id:
            return None
        if self._index < len(show.segments) and show.segments[self._index].id == item_id:
            return show.segments[self._index]
        for at, segment in enumerate(show.segments):
            if segment.id == item_id:
                self._index = at
                return segment
        return next((plan for plan in show.standbys if plan.id == item_id), None)

    def _other(self, show: Show) -> bool:
        return self._seen is not None and self._seen.id != show.id

    def _turn_to(self, show: Show | None, item: Segment | Standby | None) -> None:
        """Show another item's text. What was typed into one that is gone is handed over."""
        if self._item is not None:
            self._carets[self._item.id] = self._editor.textCursor().position()
            if self._dirty:
                self._hand_over(self._seen, self._stale())
        self._rest.stop()
        self._seen, self._item = show, item
        self._dirty = self._held = False
        self._script = item.script if item is not None else Script()
        self._plain, text = "", written(self._script)
        caret = self._carets.get(item.id, 0) if item is not None else 0
        # The looks of the new text go by the new item: they are told before it comes, and the old one is gone.
        self._editor.show_text("")
        self.around.emit()
        self._plain = text
        self._editor.show_text(text, caret)
        self.shown.emit()

    def _meet(self, *, force: bool = False) -> None:
        """The document's script is another than the one that was read last."""
        show = self._document.show
        item = self._find(show, self._document.current)
        if show is None or item is None:
            return
        theirs, mine = item.script, parse_script(self._editor.toPlainText())
        wanted: Script | None = theirs
        if self._dirty and mine not in (self._script, theirs):
            wanted = merged(self._script, mine, theirs) if not show.approval.closed else None
        if mine != wanted and self._editor.composing and not force and not show.approval.closed:
            self._held = True
            return
        self._held = False
        if wanted is None:
            closed = show.approval.closed
            self._hand_over(
                self._seen, UserError("edit.closed", state=show.approval.value) if closed else self._stale()
            )
            wanted = theirs
        self._seen, self._item, self._script = show, item, theirs
        self._dirty = wanted != theirs
        self._editor.take_in(patches(self._editor.toPlainText(), wanted))
        self._plain = self._editor.toPlainText()
        self.around.emit()

    def _hand_over(self, base: Show | None, error: UserError) -> None:
        """Words that cannot go into the document any more stand beside what it has now, until a person has chosen."""
        now = self._document.show
        if not self._dirty or base is None or now is None or self._item is None:
            return
        self._dirty = False
        edit = rewrite(self._item.id, self._script, parse_script(self._editor.toPlainText()))
        if edit is not None:
            self._document.conflicted.emit(Conflict(edit, base, now, conflicts(edit, base, now), error))
            self._editor.take_in(patches(self._editor.toPlainText(), self._script))
            self._plain = self._editor.toPlainText()

    def _stale(self) -> UserError:
        revision = self._document.revision
        show_id = self._seen.id if self._seen is not None else ""
        return UserError("edit.stale", show=show_id, base=revision, current=revision)


def _around_changed(before: Show | None, now: Show) -> bool:
    return (
        before is None
        or before.products is not now.products
        or before.promotions is not now.promotions
        or before.claim_overrides is not now.claim_overrides
        or before.approval is not now.approval
        or before.host != now.host
    )
