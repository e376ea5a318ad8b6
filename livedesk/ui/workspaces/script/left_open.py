"""Says what stands open in a script that is approved or locked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain.rundown import Approval
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.facts import Facts, ScriptFacts


class LeftOpen(QObject):
    """Follows the document and what was found in it. ``told`` carries the sentence: nobody is held up, but nobody goes
    on air believing that all is well."""

    told = Signal(str)

    def __init__(self, document: ScriptDocument, facts: ScriptFacts, parent: QObject) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        document.changed.connect(self._changed)
        facts.found.connect(self._found)

    @Slot(object)
    def _found(self, facts: Facts) -> None:
        self._facts = facts

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        before, show, facts = change.before, change.show, self._facts
        if before is None or before.approval is show.approval or facts is None or facts.show.id != show.id:
            return
        many = facts.grave + facts.looks
        if not many:
            return
        if show.approval is Approval.APPROVED and not before.approval.closed:
            words = self.tr("Approved with open checks: {0}, of which grave: {1}. F3 lists them.")
        elif show.approval is Approval.LOCKED:
            words = self.tr("Locked with open checks: {0}, of which grave: {1}. F3 lists them.")
        else:
            return
        self.told.emit(words.format(fmt.count(many), fmt.count(facts.grave)))
