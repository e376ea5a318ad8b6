"""Says on air which segments an edit put where they do not come by themselves any more."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain.run import RunState, passed_over
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument


class PassedOver(QObject):
    """Follows the document while it is on air. ``told`` carries the sentence."""

    told = Signal(str)

    def __init__(self, document: ScriptDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._show_id, self._run = "", RunState()
        document.changed.connect(self._changed)

    def on_session(self, snapshot: SessionSnapshot) -> None:
        """Where the run is."""
        self._show_id, self._run = snapshot.state.show.id, snapshot.state.run

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        if change.before is None or change.show.id != self._show_id:
            return
        found = passed_over(self._run, change.before, change.show)
        if len(found) == 1:
            words = self.tr("“{0}” stands before what is on air now: it comes only when it is called up by hand.")
            self.told.emit(words.format(found[0].title))
        elif found:
            words = self.tr("{0} segments stand before what is on air now: they come only when called up by hand.")
            self.told.emit(words.format(fmt.count(len(found))))
