"""Copying segments between shows and programs: livedesk's own form beside plain text for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from livedesk.domain.clipping import Clipping
from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.services.exporters.pasted_rows import write_rows
from livedesk.services.importers.pasted import read_pasted
from livedesk.services.importers.preview import SheetProblem
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.gestures import Gestures

MOST_TOLD = 3
"""So many problems of what was pasted are told in words."""
SEGMENTS = "application/x-livedesk-segments"


class Copies(QObject):
    """Copy, cut and paste what is chosen in the rundown. ``said`` tells what of a spreadsheet's rows was not
    understood."""

    said = Signal(str)

    def __init__(self, document: ScriptDocument, gestures: Gestures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._gestures = gestures

    @Slot()
    def copy(self) -> None:
        """Put what is chosen on the clipboard."""
        self._document.flush()
        clipping = self._gestures.clipping()
        if clipping is None:
            return
        data = QMimeData()
        data.setData(SEGMENTS, encode(clipping))
        if self._document.show is not None:
            data.setText(write_rows(self._document.show, self._document.chosen))
        QGuiApplication.clipboard().setMimeData(data)

    @Slot()
    def cut(self) -> None:
        """Copy, then take away."""
        if self._document.chosen:
            self.copy()
            self._gestures.remove()

    @Slot()
    def paste(self) -> None:
        """Put what is on the clipboard behind what is chosen."""
        clipping = _on_clipboard()
        if clipping is not None:
            self._gestures.put(clipping)
        else:
            self._paste_rows(QGuiApplication.clipboard().text())

    def _paste_rows(self, text: str) -> None:
        """Rows of a spreadsheet, as far as they can be read; the rest is told."""
        show = self._document.show
        if show is None or not text.strip():
            self.said.emit(self.tr("There is nothing on the clipboard that a rundown could take."))
            return
        try:
            pasted = read_pasted(text, show)
        except UserError as error:
            self._document.refused.emit(error)
            return
        put = bool(pasted.segments) and self._gestures.put(pasted.clipping)
        words = self.tr("{0} rows became segments.").format(len(pasted.segments) if put else 0)
        if pasted.problems:
            words += " " + self._problem_words(pasted.problems)
        self.said.emit(words)

    def _problem_words(self, problems: Sequence[SheetProblem]) -> str:
        """What was not understood: the first problems that say different things, and how many more there are."""
        places: dict[str, str] = {}
        for one in problems:
            place = " ".join(part for part in (str(one.row or ""), one.column) if part)
            places.setdefault(sentence(one.code, one.params), place)
        told = [f"({place}) {said}" if place else said for said, place in list(places.items())[:MOST_TOLD]]
        words = self.tr("Not everything was understood: {0}").format(" ".join(told))
        left = len(problems) - len(told)
        return f"{words} {self.tr('{0} more like these.').format(left)}" if left else words


def _on_clipboard() -> Clipping | None:
    """The segments on the clipboard, None where there are none that can be read."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(SEGMENTS):
        return None
    try:
        return decode(bytes(data.data(SEGMENTS).data()), Clipping)
    except UserError:
        return None
