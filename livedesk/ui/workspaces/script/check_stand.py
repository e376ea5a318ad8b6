"""The foot of the list of what is wrong: what of it a person may let stand, with a reason, and take back again."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from livedesk.domain.claims import ClaimOverride, stands
from livedesk.domain.let_stand import let_stand, taken_back
from livedesk.domain.script_checks import ScriptProblem
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import GAP
from livedesk.ui.widgets.panel import small
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.reason_line import ReasonLine


class CheckStand(QFrame):
    """Hidden where the problem in front has to be mended. ``ended``: a reason was given or given up; ``left``: the list
    has the keys again."""

    ended = Signal()
    left = Signal()

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "statusbar")
        self._context = context
        self._document = document
        self._problem: ScriptProblem | None = None
        self.let = small(QPushButton(self.tr("Keep, with a reason…")))
        self.back = small(QPushButton(self.tr("Take back")))
        self.asks = ReasonLine(context.family, narrow=True)
        self.asks.hide()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.let)
        row.addWidget(self.back)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, GAP, 12, GAP)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(self.asks)
        self.let.clicked.connect(self.ask)
        self.back.clicked.connect(self.take_back)
        self.asks.given.connect(self._keep)
        self.asks.given_up.connect(self._give_up)
        self.tell(None)

    @property
    def asked(self) -> tuple[str, str, str] | None:
        """What a reason is being written for (see :func:`about`); None: for nothing."""
        return about(self._problem) if self.asks.isVisibleTo(self) else None

    def tell(self, problem: ScriptProblem | None) -> None:
        """The problem in front is this one. A reason that is being written goes on while it is about the same."""
        asking = self.asked == about(problem)
        self._problem = problem
        if not asking and self._written_in():
            # Where they are hidden with it the keys would go to whatever comes next in the window.
            self.left.emit()
        self._show(asking=asking)

    def _written_in(self) -> bool:
        # Also of a window that is not in front: it is where the keys are once it is.
        keys = self.window().focusWidget()
        return keys is not None and self.asks.isAncestorOf(keys)

    def _show(self, *, asking: bool = False) -> None:
        problem = self._problem
        may = problem is not None and problem.rule_id != ""
        self.setVisible(may)
        self.asks.setVisible(asking)
        self.let.setVisible(may and not asking and problem is not None and problem.open)
        self.back.setVisible(may and problem is not None and not problem.open)
        for button in (self.let, self.back):
            button.setEnabled(self._document.editable)

    @property
    def why_not(self) -> str:
        """Why there is nothing in front that may be let stand, for a person; empty: there is."""
        if self._problem is None:
            return self.tr("Nothing is in front: choose in the list of checks what is let stand.")
        if not self._problem.rule_id:
            return self.tr("This has to be mended: no reason lets it stand.")
        # The document has it before what was found in it is here.
        show = self._document.show
        if show is not None and stands(show.claim_overrides, *about(self._problem)) is not None:
            return self.tr("This stands already; it can be taken back.")
        return ""

    @Slot()
    def ask(self) -> None:
        """Ask why what is in front may stand, where it may."""
        problem = self._problem
        if problem is None or self.why_not or not self._document.editable:
            return
        if self.asks.isVisible():
            self.asks.reason.setFocus()
            return
        self._show(asking=True)
        self.asks.ask(problem.words)

    @Slot()
    def take_back(self) -> bool:
        """What is in front stands no longer; False where nobody had let it stand."""
        problem, show = self._problem, self._document.show
        if problem is None or show is None:
            return False
        edit = taken_back(show, *about(problem))
        if edit is None:
            # It was taken back a moment ago, or nobody ever let it stand.
            return not problem.open
        self._document.do(edit)
        self.left.emit()
        return True

    @Slot(str)
    def _keep(self, reason: str) -> None:
        show, (item_id, rule_id, words) = self._document.show, about(self._problem)
        if show is not None and rule_id:
            by, now = self._context.operator(), self._context.clock.now().wall_ms
            if not self._document.do(let_stand(show, ClaimOverride(item_id, rule_id, words, reason, by, now))):
                # It was said why not; the reason stays for when it may be kept.
                return
        self._end()

    @Slot()
    def _give_up(self) -> None:
        self._end()

    def _end(self) -> None:
        self._show()
        self.ended.emit()
        self.left.emit()


def about(problem: ScriptProblem | None) -> tuple[str, str, str]:
    """What a reason is for: the item, the rule and the words; empty for no problem."""
    return (problem.item_id, problem.rule_id, problem.words) if problem is not None else ("", "", "")
