"""The marked wordings of the text in hand: which one is in question, and what is done about it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.domain.claims import Claim, ClaimChecker, ClaimOverride, standing
from livedesk.domain.edits import ChangeShow
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.script.claim_bar import ClaimBar
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
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)
        editor.textChanged.connect(self._rest.start)
        editor.cursorPositionChanged.connect(self._caret_moved)
        writer.shown.connect(self.look)
        writer.shown.connect(bar.stop_asking)
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
        looks = item.id, values_of(show, item), show.claim_overrides, self._checker
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
        if way > 0:
            place = cursor.selectionStart() if cursor.hasSelection() else cursor.position() - 1
            at = bisect_right(starts, place) % len(starts)
        else:
            at = (bisect_right(starts, cursor.selectionStart() - 1) - 1) % len(starts)
        chosen = self._marked[at]
        self._editor.point_at(chosen.start, chosen.end)
        self._tell(at)

    @Slot()
    def replace(self) -> None:
        """Put the suggestion in the place of the wording (nothing: take it out); one step of undo."""
        self.look()
        chosen = self._chosen
        if chosen is None or chosen.override is not None or not self._document.editable:
            return
        self._writer.flush()
        self._editor.put(chosen.start, chosen.end, chosen.claim.rule.instead)
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
        left = tuple(
            one for one in show.claim_overrides if standing((chosen.claim,), (one,), item.id)[0][1] is None
        )
        self._document.do(ChangeShow({"claim_overrides": left}))
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
        self._document.do(ChangeShow({"claim_overrides": (*show.claim_overrides, kept)}))
        self.left.emit()

    @property
    def _chosen(self) -> Marked | None:
        return self._marked[self._at] if 0 <= self._at < len(self._marked) else None

    @Slot()
    def _caret_moved(self) -> None:
        if not self._rest.isActive():
            self._choose()

    def _choose(self) -> None:
        """The wording at the caret, else the first that nobody has let stand, else the first."""
        cursor = self._editor.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        here = next((at for at, one in enumerate(self._marked) if one.start <= end and start <= one.end), -1)
        if here < 0:
            here = next((at for at, one in enumerate(self._marked) if one.override is None), -1)
        self._tell(here if here >= 0 else 0 if self._marked else -1)

    def _tell(self, at: int) -> None:
        if at == self._at and at >= 0:
            return
        self._at = at
        chosen = self._chosen
        self._bar.tell(
            chosen.claim if chosen is not None else None,
            chosen.override if chosen is not None else None,
            at + 1,
            len(self._marked),
            editable=self._document.editable,
        )
