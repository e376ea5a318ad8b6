"""The steps of the approval as actions of the program, so that the palette finds them and says why one has no meaning
now. They have no keys of their own: each is seldom wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from livedesk.domain.approval import Step, moves
from livedesk.ui.actions import Action, Category
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.script.approval_box import take_step
from livedesk.ui.workspaces.script.approval_facts import ApprovalFacts
from livedesk.ui.workspaces.script.approval_words import step_words
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.words import name

STEPS = (Step.SEND, Step.APPROVE, Step.BACK, Step.ARCHIVE, Step.TAKE_OUT)
"""Those that are taken at once. Locking, and unlocking, which asks for a reason, have an action of the page."""


class ApprovalKeys(QObject):
    """Made once by a widget of the page. The id of a step's action is ``script_`` and its name."""

    def __init__(
        self, context: DeskContext, document: ScriptDocument, facts: ApprovalFacts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._document, self._facts = context, document, facts
        self._actions: dict[Step, Action] = {}
        for step in STEPS:
            action = context.actions.add(
                f"script_{step.value}", step_words(step), self._taken, category=Category.SHOW
            )
            action.setData(step.value)
            parent.addAction(action)
            self._actions[step] = action
        facts.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Allow what leads on from where the script is, and say of the others why not."""
        facts = self._facts
        nothing = "" if self._document.show is not None else self.tr("Open a show first")
        here, ever = ({move.step for move in moves(facts.state, live=live)} for live in (facts.live, False))
        for step, action in self._actions.items():
            why = nothing
            if not why and step not in here:
                air = self.tr("Not while the show is on air")
                why = air if step in ever else self.tr("The script is at: {0}").format(name(facts.state))
            action.allow(not why, why)

    @Slot()
    def _taken(self) -> None:
        action = self.sender()
        if not isinstance(action, Action):
            return
        step, facts = Step(str(action.data())), self._facts
        move = next((one for one in moves(facts.state, live=facts.live) if one.step is step), None)
        if move is not None:
            take_step(self._context, self._document, facts, move.to, "")
