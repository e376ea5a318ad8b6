"""Copying segments between shows and programs: livedesk's own form beside plain text for spreadsheets."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication

from livedesk.domain.clipping import Clipping
from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.gestures import Gestures

SEGMENTS = "application/x-livedesk-segments"


class Copies(QObject):
    """Copy, cut and paste what is chosen in the rundown."""

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


def _on_clipboard() -> Clipping | None:
    """The segments on the clipboard, None where there are none that can be read."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(SEGMENTS):
        return None
    try:
        return decode(bytes(data.data(SEGMENTS).data()), Clipping)
    except UserError:
        return None
