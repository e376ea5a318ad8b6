"""The prepare workspace: whether the show may go on air, and every check that says so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from livedesk.domain.checklist import CheckState
from livedesk.domain.commands import MarkCheck
from livedesk.domain.errors import UserError
from livedesk.domain.run import Phase
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.actions import Category
from livedesk.ui.context import DeskContext, Workspace
from livedesk.ui.rehearsal.button import RehearseButton
from livedesk.ui.theme import GAP, LABEL, TEXT_BIG, TITLE
from livedesk.ui.widgets.choose import open_file
from livedesk.ui.widgets.labels import Elided, label, show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.prepare.answer_bar import AnswerBar
from livedesk.ui.workspaces.prepare.check_list import CheckList
from livedesk.ui.workspaces.prepare.check_model import CheckModel, CheckRow, check_rows
from livedesk.ui.workspaces.prepare.printed import write_checks
from livedesk.ui.workspaces.prepare.prompter_box import PrompterBox
from livedesk.ui.workspaces.prepare.ring import Ring
from livedesk.ui.workspaces.prepare.words import headline, readiness

_LIST, _EMPTY = 0, 1


class PreparePage(Workspace):
    """A header with the ring, the list, and the bar that answers the chosen check."""

    id = "prepare"
    icon = "prepare"

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._snapshot: SessionSnapshot | None = None
        self._resting = False
        theme, family = context.theme, context.family
        self.model = CheckModel(self)
        self.list = CheckList(self.model, theme)
        self.list.setAccessibleName(self.tr("Checklist"))
        self.ring = Ring(theme, family)
        self.verdict = label(family, size=TEXT_BIG, tone="dim")
        self.verdict.setWordWrap(True)
        self.prompter = PrompterBox(context)
        self.only_open = QPushButton(self.tr("Open ones only"))
        self.only_open.setObjectName("only-open")
        self.only_open.setCheckable(True)
        self.only_open.toggled.connect(self._fill)
        self.again = QPushButton(self.tr("Run the automatic checks again"))
        self.again.setObjectName("probe-again")
        self.again.setProperty("variant", "go")
        self.again.clicked.connect(self._probe)
        self.print_list = QPushButton(self.tr("Print the list"))
        self.print_list.setObjectName("print-checks")
        self.print_list.clicked.connect(self._print)
        self.rehearse = RehearseButton(context.actions)
        self.told = Elided(family, size=LABEL, tone="dim")
        self.told.hide()
        self.bar = AnswerBar(context)
        self._make_actions()
        panel = Panel(family)
        panel.body.addLayout(self._head(family))
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        panel.body.addWidget(line)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self._empty(family))
        panel.body.addWidget(self.pages, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(panel, 1)
        box.addWidget(self.bar)
        self.bar.answered.connect(self._mark)
        self.bar.waived.connect(self._waived)
        self.bar.released.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self._fill()

    def title(self) -> str:
        """The name on the rail."""
        return self.tr("Prepare")

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """Show how the checks stand."""
        rested, self._resting = self._resting, snapshot.rehearsing is not None
        if self._resting:
            # The checks are those of the run that stepped aside: they stay before the eyes as they are.
            if not rested:
                self._fill()
            return
        before = self._snapshot
        self._snapshot = snapshot
        state = snapshot.state
        same = (
            not rested
            and before is not None
            and (
                (before.run_id, before.resuming) == (snapshot.run_id, snapshot.resuming)
                and before.state.show is state.show
                and before.state.run.checks is state.run.checks
                and before.state.run.phase is state.run.phase
            )
        )
        if not same:
            self.list.set_zone(state.show.zone)
            self._fill()

    def on_shown(self) -> None:
        """Give the list the keys."""
        self.rehearse.follow()
        self.take_keys()

    def take_keys(self) -> None:
        """The list has the keys."""
        self.list.setFocus()

    @property
    def current(self) -> CheckRow | None:
        """The chosen check."""
        index = self.list.currentIndex()
        row = self.model.row_at(index.row()) if index.isValid() else None
        return row if isinstance(row, CheckRow) else None

    def _head(self, family: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 16, 14)
        head.setSpacing(GAP * 2)
        head.addWidget(self.ring)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(label(family, self.tr("Before air"), size=TITLE + 2, bold=True))
        words.addWidget(self.verdict)
        words.addWidget(self.told)
        words.addStretch(1)
        head.addLayout(words, 1)
        for part in (self.prompter, self.rehearse, self.only_open, self.print_list, self.again):
            head.addWidget(part)
        return head

    def _empty(self, family: str) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setSpacing(12)
        self._nothing = label(family, size=TITLE, bold=True)
        self._what = label(family, tone="dim")
        self._what.setWordWrap(True)
        self._what.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._to_plan = QPushButton(self.tr("Open or import a show"))
        self._to_plan.setProperty("variant", "primary")
        self._to_plan.clicked.connect(self._go_to_plan)
        box.addStretch(1)
        box.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._what)
        box.addWidget(self._to_plan, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        return made

    def _make_actions(self) -> None:
        add = self.context.actions.add
        answers = (
            (CheckState.PASSED, self.tr("Pass"), "P", self._pass),
            (CheckState.FAILED, self.tr("Fail"), "F", self._fail),
            (CheckState.NOT_APPLICABLE, self.tr("Not applicable"), "N", self._not_applicable),
            (CheckState.WAIVED, self.tr("Waive …"), "W", self.bar.ask_waiver),
            (CheckState.OPEN, self.tr("Reopen"), "O", self._reopen),
        )
        actions = []
        for state, text, key, slot in answers:
            actions.append(
                add(f"check_{state.value}", text, slot, category=Category.CHECKS, shortcut=key, page="prepare")
            )
            self.bar.add_button(state, text, key).clicked.connect(slot)
        actions.append(
            add(
                "check_note",
                self.tr("Note of the check"),
                self.bar.edit_note,
                category=Category.CHECKS,
                shortcut="E",
                page="prepare",
            )
        )
        for action in actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.list.addAction(action)

    @Slot()
    def _fill(self) -> None:
        snapshot = self._snapshot
        state = snapshot.state if snapshot is not None else None
        key = self.current.key if self.current is not None else ""
        place = self.list.currentIndex().row()
        # Somebody who writes about a check keeps it before the eyes, though a probe settles it meanwhile.
        keep = key if self.bar.typing else ""
        rows = check_rows(state, open_only=self.only_open.isChecked(), keep=keep) if state is not None else ()
        self.model.set_rows(rows)
        self._choose(key, place)
        if state is None or not state.show.checklist or not rows:
            self._say_nothing(bool(state is not None and state.show.checklist), state is not None)
        self.pages.setCurrentIndex(_LIST if rows else _EMPTY)
        for part in (self.bar, self.print_list, self.only_open):
            part.setVisible(bool(state is not None and state.show.checklist))
        if state is not None:
            ready = readiness(state)
            words, tone = headline(ready, state.run.phase)
            self.ring.set_share(ready.settled, ready.total, "go")
            if self._resting:
                words, tone = self.tr("A rehearsal is running: the checks rest until it is over."), "promo"
            show(self.verdict, ("▲ " if tone == "warn" else "") + words if ready.total else "", tone)
        else:
            self.ring.set_share(0, 0, "go")
            show(self.verdict, self.tr("No show is on the desk."), "dim")
        self.again.setEnabled(self._may_mark())
        self._moved()

    def _say_nothing(self, has_checks: bool, has_show: bool) -> None:
        if has_checks:
            head, what = self.tr("Nothing is open"), self.tr("Every check is settled. Show all to look again.")
        elif has_show:
            head = self.tr("This show has no checklist")
            what = self.tr("Add a sheet 检查表 to the run sheet (分组, 检查项, 关键, 负责人) and import it again.")
        else:
            head = self.tr("No show is on the desk")
            what = self.tr("The checks before air are part of a show. Open one first.")
        self._nothing.setText(head)
        self._what.setText(what)
        self._to_plan.setVisible(not has_checks)

    def _choose(self, key: str, place: int) -> None:
        """Keep the chosen check, or the one that took its place; at first the first one to be done."""
        at = self.model.row_of(key) if key else -1
        if at < 0 and self.model.rows:
            checks = [row for row, item in enumerate(self.model.rows) if isinstance(item, CheckRow)]
            todo = [row for row in checks if self._is_open(row)] if place < 0 else checks
            at = next((row for row in todo or checks if row >= place), checks[-1])
        if at >= 0 and at != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.model.index(at, 0))

    def _is_open(self, row: int) -> bool:
        item = self.model.row_at(row)
        return isinstance(item, CheckRow) and not item.state.settled

    def _may_mark(self) -> bool:
        """Marks belong to a run: there must be one, it goes on, nobody is asked whether to resume it, and it has not
        stepped aside for a rehearsal."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.resuming or self._resting:
            return False
        return snapshot.state.run.phase in (Phase.PREPARING, Phase.ON_AIR)

    @Slot()
    def _moved(self) -> None:
        self.bar.show_row(self.current, self._may_mark())

    @Slot(object, str)
    def _mark(self, state: CheckState, note: str) -> None:
        current = self.current
        if current is not None and self._may_mark():
            self.context.dispatch(MarkCheck(current.key, state, note))

    @Slot(str, str)
    def _waived(self, who: str, why: str) -> None:
        self._mark(CheckState.WAIVED, self.tr("{0}: {1}").format(who, why))

    @Slot()
    def _pass(self) -> None:
        self._mark(CheckState.PASSED, self.bar.take_note())

    @Slot()
    def _fail(self) -> None:
        self._mark(CheckState.FAILED, self.bar.take_note())

    @Slot()
    def _not_applicable(self) -> None:
        self._mark(CheckState.NOT_APPLICABLE, self.bar.take_note())

    @Slot()
    def _reopen(self) -> None:
        self._mark(CheckState.OPEN, "")

    @Slot()
    def _probe(self) -> None:
        self.context.services.probe_again()

    @Slot()
    def _print(self) -> None:
        """Write the list as a PDF beside the reports and show it in the system's program, which prints it."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        listed, folder = snapshot.state.show, self.context.services.data_folder / "reports"
        self._tell(self.tr("Writing the list …"), "dim")
        self.context.background.run(lambda: write_checks(listed, folder), self._printed, self._not_printed)

    @Slot(object)
    def _printed(self, path: Path) -> None:
        opened = open_file(path)
        text = (
            self.tr("Written: {0}") if opened else self.tr("Written: {0} (this system has no program to show it)")
        )
        self._tell(text.format(path), "dim" if opened else "warn")

    @Slot(object)
    def _not_printed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._tell("▲ " + sentence(error), "warn")

    def _tell(self, text: str, tone: str) -> None:
        show(self.told, text, tone)
        self.told.setVisible(bool(text))

    @Slot()
    def _go_to_plan(self) -> None:
        if "show_plan" in self.context.actions:
            self.context.actions.trigger("show_plan")
