"""How far the script has come, in one look: the state, who moved it there, and the next step as a button."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.domain.approval import Step, moved, moves
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Approval
from livedesk.ui.context import DeskContext
from livedesk.ui.plain import tip
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, GRID, LABEL, TITLE
from livedesk.ui.widgets.labels import Elided, pill, show
from livedesk.ui.words import who
from livedesk.ui.workspaces.script.approval_facts import ApprovalFacts
from livedesk.ui.workspaces.script.approval_reason import ReasonRow
from livedesk.ui.workspaces.script.approval_words import step_tip, step_words, tone, when
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.words import name


def take_step(
    context: DeskContext, document: ScriptDocument, facts: ApprovalFacts, to: Approval, why: str
) -> bool:
    """Move the script to another state, with every word that is typed in it."""
    if document.show is None:
        return False
    document.flush()
    try:
        edit = moved(facts.state, to, why, live=facts.live)
    except UserError as error:
        document.refused.emit(error)
        return False
    return document.do(edit)


class StepButton(QPushButton):
    """A move by its name."""

    def __init__(self, step: Step) -> None:
        super().__init__(step_words(step))
        self.step = step
        self.setObjectName(f"step-{step.value}")
        self.setToolTip(tip(step_tip(step)))


class ApprovalBox(QFrame):
    """The top of the versions: a large state, a line of who and when, the moves."""

    def __init__(
        self, context: DeskContext, document: ScriptDocument, facts: ApprovalFacts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._document, self._facts = context, document, facts
        family = context.family
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        self.state = pill(family, size=TITLE)
        self.state.setStyleSheet("padding: 3px 14px; border-radius: 13px; font-weight: bold")
        self.live = pill(family, self.tr("On air"), tone="air")
        self.last = Elided(family, size=LABEL, tone="dim")
        head.addWidget(self.state)
        head.addWidget(self.live)
        head.addWidget(self.last, 1)
        box.addLayout(head)
        self.why = Elided(family, size=LABEL, tone="dim")
        box.addWidget(self.why)
        self.buttons = {step: StepButton(step) for step in Step}
        self._steps = QWidget()
        line = QHBoxLayout(self._steps)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID + 2)
        for step, button in self.buttons.items():
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._pressed)
            if step in (Step.BACK, Step.ARCHIVE):
                continue
            line.addWidget(button)
        line.addWidget(self.buttons[Step.BACK])
        line.addWidget(self.buttons[Step.ARCHIVE])
        line.addStretch(1)
        box.addWidget(self._steps)
        self.reason = ReasonRow(wide=False)
        self.reason.given.connect(self._unlock)
        self.reason.left.connect(self._back_to_button)
        box.addWidget(self.reason)
        facts.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the state as it is now."""
        facts, shown = self._facts, self._document.show
        state = facts.state
        show(self.state, name(state), tone(state))
        self.live.setVisible(facts.live)
        last = facts.last
        told = ""
        if last is not None and shown is not None:
            told = f"{who(last.by)} · {when(last.at_ms, self._context.clock.now().wall_ms, shown.zone)}"
        self.last.setText(told)
        self.why.setText(facts.reason)
        self.why.setVisible(bool(facts.reason))
        offered = [] if shown is None else [move.step for move in moves(state, live=facts.live)]
        for step, button in self.buttons.items():
            button.setVisible(step in offered)
            first = bool(offered) and step is offered[0]
            set_property(button, "variant", "primary" if first else "flat")
            button.setStyleSheet("" if first else "padding: 7px 6px")
        if state is not Approval.LOCKED:
            self.reason.close_row()

    @Slot()
    def next_step(self) -> None:
        """Press the button of the usual next step."""
        offered = moves(self._facts.state, live=self._facts.live)
        if offered and self._document.show is not None:
            self._take(offered[0].step)

    @Slot()
    def ask_unlock(self) -> None:
        """Ask why it is unlocked."""
        if self._facts.state is Approval.LOCKED:
            self._steps.hide()
            self.reason.ask()

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self._take(button.step)

    def _take(self, step: Step) -> None:
        if step is Step.UNLOCK:
            self.ask_unlock()
            return
        move = next((one for one in moves(self._facts.state, live=self._facts.live) if one.step is step), None)
        if move is not None:
            take_step(self._context, self._document, self._facts, move.to, "")

    @Slot(object, str)
    def _unlock(self, to: Approval, reason: str) -> None:
        if take_step(self._context, self._document, self._facts, to, reason):
            self.reason.close_row()

    @Slot(bool)
    def _back_to_button(self, focused: bool) -> None:
        self._steps.show()
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        if shown and focused:
            shown[0].setFocus()
