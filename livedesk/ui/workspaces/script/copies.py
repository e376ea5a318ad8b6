"""Copying segments and standby plans between shows and programs: livedesk's own form beside plain text for
spreadsheets."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from livedesk.domain.clipping import Clipping, ends_lost, left_behind, taken_out
from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Show
from livedesk.services.exporters.pasted_rows import write_rows
from livedesk.services.importers.pasted import Pasted, read_pasted
from livedesk.services.importers.preview import SheetProblem
from livedesk.services.mappings import known_mappings
from livedesk.ui.context import DeskContext, Services
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.gestures import Gestures
from livedesk.ui.workspaces.script.left_words import left_words
from livedesk.ui.workspaces.script.patience import Patience

MOST_TOLD = 3
"""So many problems of what was pasted are told in words."""
SEGMENTS = "application/x-livedesk-segments"


@dataclass(frozen=True, slots=True)
class _Pasted:
    """A text that waits to be read, and what was chosen when it was pasted."""

    text: str
    chosen: tuple[str, ...]
    current: str


class Copies(QObject):
    """Copy, cut and paste what is chosen in the rundown. ``said`` tells what of a clipping or of a spreadsheet's rows
    was not understood or could not stay as it was."""

    said = Signal(str)

    def __init__(
        self, context: DeskContext, document: ScriptDocument, gestures: Gestures, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._document = document
        self._gestures = gestures
        self._patience = Patience(context.background, self)
        self._patience.failed.connect(self._not_read)
        self._texts: deque[_Pasted] = deque()

    @Slot()
    def copy(self) -> None:
        """Put what is chosen on the clipboard."""
        self._take(cut=False)

    @Slot()
    def cut(self) -> None:
        """Copy, then take away: the next paste into this show moves it."""
        if self._take(cut=True):
            self._gestures.remove()

    def _take(self, *, cut: bool) -> bool:
        """Whether anything is on the clipboard now; where nothing was chosen, that is said."""
        self._document.flush()
        clipping, show = self._gestures.clipping(), self._document.show
        if clipping is None or show is None:
            self.said.emit(self.tr("Choose segments or a standby plan in the list first (Ctrl+L)."))
            return False
        data = QMimeData()
        data.setData(SEGMENTS, encode(taken_out(clipping) if cut else clipping))
        data.setText(write_rows(show, self._document.chosen or self._document.plans))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    @Slot()
    def paste(self) -> None:
        """Put what is on the clipboard behind what is chosen."""
        clipping = _on_clipboard()
        text = "" if clipping is not None else QGuiApplication.clipboard().text()
        if clipping is not None:
            self.put(clipping)
        elif self._document.show is None or not text.strip():
            self.said.emit(self.tr("There is nothing on the clipboard that a rundown could take."))
        else:
            chosen = self._document.chosen or self._document.plans
            self._texts.append(_Pasted(text, chosen, self._document.current))
            if len(self._texts) == 1:
                self._read()

    def put(self, clipping: Clipping) -> bool:
        """Put a clipping behind what is chosen, and tell what could not come along."""
        show = self._document.show
        if show is None or not self._gestures.put(clipping):
            return False
        after = self._document.show
        words = left_words(left_behind(clipping, show, after)) if after is not None else ""
        if lost := ends_lost(show, clipping):
            told = self.tr("Ends by hand now, since this show has no such time to count down to: {0}")
            words = f"{words} {told.format(' · '.join(lost))}".strip()
        if words:
            self.said.emit(words)
        return True

    def _read(self) -> None:
        """Read the first of the texts that wait, in a worker: what a person said of such headings is in the store."""
        show = self._document.show
        if show is None:
            self._texts.clear()
            return
        self._patience.run(partial(_rows, self._context.services, self._texts[0].text, show), self._rows_read)

    @Slot(object)
    def _rows_read(self, pasted: Pasted) -> None:
        show = self._document.show
        try:
            if show is not None and show.id == pasted.show_id:
                self._put_rows(show, pasted)
            else:
                told = self.tr(
                    "No row was pasted: another show was opened meanwhile. Open the first one and paste again."
                )
                self.said.emit(told)
        finally:
            self._next()

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        self._next()
        if not isinstance(error, UserError):
            raise error
        self._document.refused.emit(error)

    def _next(self) -> None:
        self._texts.popleft()
        if self._texts:
            self._read()

    def _put_rows(self, show: Show, pasted: Pasted) -> None:
        """Rows of a spreadsheet, as far as they can be read, behind what was chosen when they came; the rest is
        told."""
        self._land(show, self._texts[0])
        put = bool(pasted.segments or pasted.standbys) and self._gestures.put(pasted.clipping)
        words = []
        if pasted.segments or not pasted.standbys:
            words.append(self.tr("{0} rows became segments.").format(len(pasted.segments) if put else 0))
        if pasted.standbys:
            words.append(self.tr("{0} rows became standby plans.").format(len(pasted.standbys) if put else 0))
        if put and (renumbered := self._renumbered(pasted)):
            told = self.tr("Numbers that others have became new ones: {0}.")
            words.append(told.format(", ".join(renumbered)))
        if pasted.problems:
            words.append(self._problem_words(pasted.problems))
        self.said.emit(" ".join(words))

    def _land(self, show: Show, pasted: _Pasted) -> None:
        """Choose what was chosen when a text was pasted, as far as it is there; where all of it went, what is chosen
        now stays."""
        there = {segment.id for segment in show.segments} | {plan.id for plan in show.standbys}
        chosen = tuple(one for one in pasted.chosen if one in there)
        front = pasted.current if pasted.current in there else next(reversed(chosen), "")
        if front or not pasted.current:
            self._document.choose(chosen, front)

    def _renumbered(self, pasted: Pasted) -> list[str]:
        """The fixed numbers of the rows that are not those of the segments made of them, which are chosen now."""
        show = self._document.show
        if show is None:
            return []
        numbers = dict(zip((item.id for item in show.segments), shown_numbers(show.segments), strict=True))
        pairs = zip(pasted.segments, self._document.chosen, strict=False)
        return [
            f"{row.number} → {numbers[made]}" for row, made in pairs if row.number and row.number != numbers[made]
        ]

    def _problem_words(self, problems: Sequence[SheetProblem]) -> str:
        """What was not understood: the first problems that say different things, and how many more there are."""
        places: dict[str, str] = {}
        for one in problems:
            place = " ".join(part for part in (str(one.row or ""), one.column) if part)
            places.setdefault(sentence(one.code, one.params), place)
        told = [f"({place}) {said}" if place else said for said, place in list(places.items())[:MOST_TOLD]]
        words = self.tr("Not everything was understood: {0}").format(" ".join(told))
        left = len(problems) - len(told)
        more = self.tr("{0} more like these.").format(left)
        return f"{words} {more}" if left else words


def _rows(services: Services, text: str, show: Show) -> Pasted:
    """Asked in a worker: until the store is open the services refuse to give it."""
    return read_pasted(text, show, known_mappings(services.kept))


def _on_clipboard() -> Clipping | None:
    """What was copied here and is on the clipboard, None where there is none that can be read."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(SEGMENTS):
        return None
    try:
        return decode(bytes(data.data(SEGMENTS).data()), Clipping)
    except UserError:
        return None
