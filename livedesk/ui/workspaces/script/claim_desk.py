"""The marked wordings of the text in hand: which one is in question, and what is done about it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.domain.claims import Claim, ClaimChecker, ClaimOverride
from livedesk.domain.let_stand import let_stand, taken_back
from livedesk.domain.product import Product
from livedesk.domain.spoken_claims import card_checker
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.script.claim_bar import ClaimBar, about
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.text_editor import ScriptEdit
from livedesk.ui.workspaces.script.text_units import to_units
from livedesk.ui.workspaces.script.text_variables import values_of
from livedesk.ui.workspaces.script.text_writer import TextWriter

_REST_MS = 120


@dataclass(frozen=True, slots=True)
class Marked:
    """A claim at its place in the whole text (units of Qt), and what lets it stand."""

    start: int
    end: int
    claim: Claim
    override: ClaimOverride | None


class ClaimDesk(QObject):
    """Looks through the text when the writer rests, and works the bar. ``left``: the bar gives the keys back to the
    text."""

    left = Signal()

    def __init__(
        self, context: DeskContext, document: ScriptDocument, writer: TextWriter, editor: ScriptEdit, bar: ClaimBar
    ) -> None:
        super().__init__(bar)
        self._context = context
        self._document = document
        self._writer = writer
        self._editor = editor
        self._bar = bar
        self._checker: ClaimChecker | None = None
        self._around: tuple[object, ...] = ()
        self._marked: tuple[Marked, ...] = ()
        self._at = -1
        self._told: Marked | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)
        editor.textChanged.connect(self._rest.start)
        editor.cursorPositionChanged.connect(self._caret_moved)
        writer.shown.connect(bar.stop_asking)
        writer.shown.connect(self.look)
        writer.around.connect(self.look_around)
        bar.replace.connect(self.replace)
        bar.keep.connect(self._keep)
        bar.take_back.connect(self.take_back)
        bar.step.connect(self.step)
        bar.done.connect(self.left)

    @property
    def marked(self) -> tuple[Marked, ...]:
        """Everything that is marked in the text, as it was last looked through."""
        return self._marked

    def use(self, checker: ClaimChecker | None) -> None:
        """Check by these rules from now on."""
        self._checker = checker
        self.look_around()

    @Slot()
    def look_around(self) -> None:
        """The values, the rules or what is let stand have changed."""
        item, show = self._writer.item, self._writer.show
        if item is None or show is None:
            return
        reason = self.tr("The card of “{0}” says not to say it.")
        cards = card_checker(self._sold, reason) if self._checker is not None else None
        looks = item.id, values_of(show, item), show.claim_overrides, self._checker, cards
        around = (*looks, self._document.editable)
        if around != self._around:
            self._around = around
            self._editor.marks.look_at(*looks)
            self._rest.start()

    @Slot()
    def look(self) -> None:
        """Look through the whole text; lines that were checked before cost a look-up."""
        if self._editor.composing:
            self._rest.start()
            return
        self._rest.stop()
        found: list[Marked] = []
        at = 0
        for line in self._editor.toPlainText().split("\n"):
            for claim, override in self._editor.marks.claims(line):
                found.append(
                    Marked(at + to_units(line, claim.start), at + to_units(line, claim.end), claim, override)
                )
            at += to_units(line, len(line)) + 1
        self._marked = tuple(found)
        self._at = -1
        self._choose()

    def step(self, way: int) -> None:
        """Go to the next marked wording (1) or the one before (−1), around the end."""
        self.look()
        if not self._marked:
            return
        cursor = self._editor.textCursor()
        starts = [one.start for one in self._marked]
        here = self._chosen
        if here is not None and (here.start, here.end) == (cursor.selectionStart(), cursor.selectionEnd()):
            at = (self._at + way) % len(starts)
        elif way > 0:
            place = cursor.selectionStart() if cursor.hasSelection() else cursor.position() - 1
            at = bisect_right(starts, place) % len(starts)
        else:
            at = (bisect_right(starts, cursor.selectionStart() - 1) - 1) % len(starts)
        chosen = self._marked[at]
        self._editor.point_at(chosen.start, chosen.end)
        self._tell(at)

    @Slot()
    def replace(self) -> None:
        """Put the suggestion in the place of the wording (nothing: take it out); one step of undo. Where a variable
        says it, what else the variable says stays, written out."""
        self.look()
        chosen = self._chosen
        if chosen is None or chosen.override is not None or not self._document.editable:
            return
        self._writer.flush()
        raw = self._editor.toPlainText().encode("utf-16-le", "surrogatepass")[2 * chosen.start : 2 * chosen.end]
        said = self._editor.marks.spoken(raw.decode("utf-16-le", "surrogatepass"))
        self._editor.put(chosen.start, chosen.end, said.replace(chosen.claim.words, chosen.claim.rule.instead, 1))
        self._writer.flush()
        self.look()
        self.left.emit()

    def ask(self) -> None:
        """Ask why the wording in question may stand."""
        self.look()
        if self._chosen is not None and self._document.editable:
            self._bar.ask()

    @Slot()
    def take_back(self) -> None:
        """The wording in question stands no longer."""
        item, show, chosen = self._writer.item, self._document.show, self._chosen
        if item is None or show is None or chosen is None or chosen.override is None:
            return
        self._document.do(taken_back(show, item.id, chosen.claim.rule.id, chosen.claim.words))
        self.left.emit()

    @Slot(object, str)
    def _keep(self, claim: Claim, reason: str) -> None:
        item, show = self._writer.item, self._document.show
        if item is None or show is None:
            return
        kept = ClaimOverride(
            item.id,
            claim.rule.id,
            claim.words,
            reason,
            self._context.operator(),
            self._context.clock.now().wall_ms,
        )
        if self._document.do(let_stand(show, kept)):
            # Else it was said why not; the reason stays for when it may be kept.
            self._bar.stop_asking()

    @property
    def _sold(self) -> tuple[Product, ...]:
        """The products whose cards the text goes by."""
        item, show = self._writer.item, self._writer.show
        if show is None or item is None:
            return ()
        found = (show.product(one) for one in item.product_ids)
        return tuple(one for one in found if one is not None)

    @property
    def _chosen(self) -> Marked | None:
        return self._marked[self._at] if 0 <= self._at < len(self._marked) else None

    @Slot()
    def _caret_moved(self) -> None:
        if not self._rest.isActive():
            self._choose()

    def _choose(self) -> None:
        """The wording at the caret, else the first that nobody has let stand, else the first. Of several in one place
        (a variable says them, or a law and a card refuse them) the one that was told before, else the first that nobody
        has let stand. While a reason is being written, what it is for, until somebody goes on in the text."""
        asked = about(None if self._editor.hasFocus() else self._bar.asked)
        at = next((at for at, one in enumerate(self._marked) if about(one.claim) == asked), -1)
        if at >= 0:
            self._tell(at)
            return
        cursor = self._editor.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        near = (at for at, one in enumerate(self._marked) if one.start <= end and start <= one.end)
        here = next(near, -1)
        if here >= 0:
            one = self._marked[here]
            alike = [at for at, two in enumerate(self._marked) if two.start < one.end and one.start < two.end]
            waiting = (at for at in alike if self._marked[at].override is None)
            told = (at for at in alike if self._marked[at] == self._told)
            here = next(told, next(waiting, here))
        if here < 0:
            here = next((at for at, one in enumerate(self._marked) if one.override is None), -1)
        self._tell(here if here >= 0 else 0 if self._marked else -1)

    def _tell(self, at: int) -> None:
        if at == self._at and at >= 0:
            return
        self._at = at
        chosen = self._told = self._chosen
        self._bar.tell(
            chosen.claim if chosen is not None else None,
            chosen.override if chosen is not None else None,
            at + 1,
            len(self._marked),
            editable=self._document.editable,
        )
