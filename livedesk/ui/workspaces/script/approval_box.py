"""How far the script has come, in one look: the state, who moved it there, and the next step as a button."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.domain.approval import Move, Step, moved, moves
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
from livedesk.ui.workspaces.script.approval_words import since_words, step_tip, step_words, tone, when
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
        edit = moved(facts.state, to, why, live=facts.live, before=facts.before)
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
        self._low = False
        box = self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        self.state = pill(family, size=TITLE)
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
        line.setSpacing(GRID)
        for step, button in self.buttons.items():
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._pressed)
            if step not in (Step.LOCK, Step.ARCHIVE):
                line.addWidget(button)
        line.insertWidget(2, self.buttons[Step.LOCK])
        line.addStretch(1)
        # What is wanted once in the life of a show leaves the room to what is wanted daily.
        head.addWidget(self.buttons[Step.ARCHIVE])
        box.addWidget(self._steps)
        self.reason = ReasonRow(wide=False)
        self.reason.given.connect(self._unlock)
        self.reason.left.connect(self._back_to_button)
        box.addWidget(self.reason)
        facts.changed.connect(self.refresh)
        self.set_low(False)

    def set_low(self, low: bool) -> None:
        """Take less height: what was said with a step stands beside who made it."""
        self._low = low
        air = 4 if low else 10
        self._column.setContentsMargins(12, air, 12, air)
        self._column.setSpacing(GRID if low else GAP)
        room = "1px 10px; border-radius: 11px" if low else "3px 14px; border-radius: 13px"
        self.state.setStyleSheet(f"padding: {room}; font-weight: bold")
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the state as it is now."""
        facts, shown = self._facts, self._document.show
        state = facts.state
        show(self.state, name(state), tone(state, facts.changes))
        self.live.setVisible(facts.live)
        self.reason.offer(facts.before)
        last = facts.last
        told, why = "", " · ".join(part for part in (since_words(facts.changes), facts.reason) if part)
        if last is not None and shown is not None:
            told = f"{who(last.by)} · {when(last.at_ms, self._context.clock.now().wall_ms, shown.zone)}"
        if self._low:
            # That something was changed since matters more than who approved it.
            told, why = " · ".join(part for part in (why, told) if part), ""
        self.last.setText(told)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        offered = [] if shown is None else [move.step for move in self._moves()]
        # What was changed since it was approved is to be looked at before anything else.
        usual = Step.SEND if facts.changes else next(iter(offered), None)
        for step, button in self.buttons.items():
            button.setVisible(step in offered)
            set_property(button, "variant", "primary" if step is usual else "flat")
            pressed = "padding: 4px 10px" if self._low else ""
            button.setStyleSheet(pressed if step is usual else "padding: 4px 5px; font-weight: normal")
        if state is not Approval.LOCKED:
            self.reason.close_row()

    @Slot()
    def ask_unlock(self) -> None:
        """Ask why it is unlocked."""
        if self._facts.state is Approval.LOCKED:
            self._steps.hide()
            self.reason.ask()

    def _moves(self) -> tuple[Move, ...]:
        return moves(self._facts.state, live=self._facts.live, before=self._facts.before)

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self._take(button.step)

    def _take(self, step: Step) -> None:
        if step is Step.UNLOCK:
            self.ask_unlock()
            return
        move = next((one for one in self._moves() if one.step is step), None)
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
