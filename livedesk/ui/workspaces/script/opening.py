"""Turning to a show: not before everything of the one before is on its way to the disk, and once the store is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.patience import AGAIN_MS, loading


class Opening(QObject):
    """Opens what was wanted last in ``document``. ``refused`` carries what the document refuses, but that the store
    is still being opened: then it is asked again."""

    refused = Signal(object)

    def __init__(self, document: ScriptDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._wanted = ""
        self._asked = ""
        document.settling.connect(self._settling)
        document.refused.connect(self._refused)

    @property
    def waiting(self) -> bool:
        """Whether a show is still to come."""
        return bool(self._wanted)

    def open(self, show_id: str) -> None:
        """Show this document as soon as that loses nothing; one that is shown already stays."""
        shown = self._document.show
        if shown is not None and shown.id == show_id and not self._asked:
            self._wanted = ""
        elif show_id != self._wanted:
            self._wanted = show_id
            self._try()

    @Slot()
    def _try(self) -> None:
        self._document.flush()
        if self._wanted and not self._document.busy:
            self._asked = self._wanted
            self._document.open(self._wanted)

    @Slot(bool)
    def _settling(self, busy: bool) -> None:
        if busy or not self._wanted:
            return
        shown = self._document.show
        if shown is not None and shown.id == self._asked:
            self._asked = ""
        if shown is not None and shown.id == self._wanted:
            self._wanted = ""
        elif not self._asked:
            self._try()

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        if loading(error):
            self._asked = ""
            QTimer.singleShot(AGAIN_MS, self, self._try)
            return
        if self._asked:
            self._wanted = self._asked = ""
        self.refused.emit(error)
