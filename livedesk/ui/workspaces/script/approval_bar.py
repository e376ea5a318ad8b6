"""The bar over a script that takes no changes, or whose show is on air: who closed it, when, why, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from livedesk.domain.approval import Step, moves
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Approval
from livedesk.ui.context import DeskContext
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, TEXT
from livedesk.ui.widgets.labels import Elided, label, pill, show
from livedesk.ui.widgets.light import Dot, Mark
from livedesk.ui.widgets.panel import small
from livedesk.ui.words import who
from livedesk.ui.workspaces.script.approval_box import take_step
from livedesk.ui.workspaces.script.approval_facts import ApprovalFacts
from livedesk.ui.workspaces.script.approval_reason import ReasonRow
from livedesk.ui.workspaces.script.approval_words import closed_words, step_words, when
from livedesk.ui.workspaces.script.document import ScriptDocument

TOLD_MS = 6_000
HIGH = 36


class LockBar(QFrame):
    """Visible while the script is locked or archived, or its show is on air. :meth:`ask_unlock` is for a key. Once
    it is unlocked the keys are where they were when it was asked why; ``left``: that place is gone."""

    left = Signal()

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        self.setFixedHeight(HIGH)
        self._context, self._document = context, document
        self._before: QWidget | None = None
        self.facts = ApprovalFacts(context, document, self)
        family = context.family
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 8, 0)
        line.setSpacing(GAP + 4)
        self._dot = Dot(context.theme, Mark.WAIT)
        self.live = pill(family, self.tr("On air"), tone="air")
        self.words = Elided(family, size=TEXT)
        self.told = label(family, self.tr("Nothing was changed."), size=TEXT, tone="warn", bold=True)
        self.told.hide()
        self.button = small(QPushButton(step_words(Step.UNLOCK)))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._pressed)
        self.reason = ReasonRow(wide=True)
        self.reason.given.connect(self._unlock)
        self.reason.left.connect(self._left)
        line.addWidget(self._dot)
        line.addWidget(self.live)
        line.addWidget(self.words, 2)
        line.addWidget(self.told)
        line.addWidget(self.reason, 3)
        line.addWidget(self.button)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(TOLD_MS)
        self._quiet.timeout.connect(self.told.hide)
        self.facts.changed.connect(self.refresh)
        document.refused.connect(self._refused)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show how it stands now."""
        keys = self._keys()
        facts, shown = self.facts, self._document.show
        state = facts.state
        self.reason.offer(facts.before)
        self.setVisible(shown is not None and (state.closed or facts.live))
        self.live.setVisible(facts.live)
        last = facts.last
        by, at = "", ""
        if last is not None and shown is not None:
            by, at = who(last.by), when(last.at_ms, self._context.clock.now().wall_ms, shown.zone)
        if state.closed:
            words = " · ".join(part for part in (closed_words(state, by, at), facts.reason) if part)
        else:
            words = self.tr("The show is on air: what is changed here holds at once.")
        self.words.setText(words)
        self.setAccessibleName(words)
        set_property(self, "tone", "info" if state.closed else "warn")
        self._dot.set_mark(Mark.AIR if facts.live else Mark.WAIT)
        self.button.setText(step_words(Step.TAKE_OUT if state is Approval.ARCHIVED else Step.UNLOCK))
        self.button.setVisible(state.closed and self.reason.isHidden())
        if not state.closed:
            self.told.hide()
        if state is not Approval.LOCKED:
            self.reason.hide()
        if keys is not None and not keys.isVisibleTo(self.window()):
            # Hidden with the bar, they would go to whatever comes next in the window.
            self._give_back()

    @Slot()
    def ask_unlock(self) -> None:
        """Ask why it is unlocked; an archived script is taken out of the archive first."""
        if self.facts.state is Approval.LOCKED:
            if self._keys() is None:
                self._before = self.window().focusWidget()
            self.button.hide()
            self.told.hide()
            self.reason.ask()
        elif self.facts.state is Approval.ARCHIVED:
            take_step(self._context, self._document, self.facts, moves(Approval.ARCHIVED)[0].to, "")

    def _keys(self) -> QWidget | None:
        """What of the bar has the keys of its window."""
        focus = self.window().focusWidget()
        return focus if focus is not None and self.isAncestorOf(focus) else None

    def _give_back(self) -> None:
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            self.left.emit()

    @Slot()
    def _pressed(self) -> None:
        self.ask_unlock()

    @Slot(object, str)
    def _unlock(self, to: Approval, reason: str) -> None:
        take_step(self._context, self._document, self.facts, to, reason)

    @Slot(bool)
    def _left(self, focused: bool) -> None:
        self.refresh()
        if focused:
            self.button.setFocus()

    @Slot(object)
    def _refused(self, error: UserError) -> None:
        if error.code == "edit.closed" and self.reason.isHidden():
            show(self.told, self.tr("Nothing was changed."))
            self.told.show()
            self._quiet.start()
