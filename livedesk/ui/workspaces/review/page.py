"""The review workspace: the runs, and the chosen one's report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from livedesk.domain.errors import UserError
from livedesk.domain.ports import RunSummary
from livedesk.domain.run import Phase
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.context import DeskContext, Services, Workspace
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, TITLE
from livedesk.ui.widgets.labels import label
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.review.files_bar import FilesBar
from livedesk.ui.workspaces.review.runs_panel import RunRow, RunsPanel

if TYPE_CHECKING:
    from livedesk.services.reports.data import ReportData
    from livedesk.ui.workspaces.review.report_panel import ReportPanel

LOADING_AFTER_MS = 300
_REPORT, _WORDS = 0, 1
_RUNS_WIDTH = 290


@dataclass(frozen=True, slots=True)
class Found:
    """What reading a run gave; ``number`` tells a late answer from the newest."""

    number: int
    data: ReportData | None = None
    error: UserError | None = None


def read_run(services: Services, run: RunSummary) -> ReportData:
    """The facts of a run, from the store. Waits for the disk; what adds them up is loaded with the first run."""
    from livedesk.services.reports.gather import report_data

    show, _ = services.shows.load(run.show_id)
    entries = services.runs.entries(run.run_id)
    return report_data(
        run.run_id, show, entries, services.feeds.events(run.run_id), services.feeds.orders(run.run_id)
    )


class ReviewPage(Workspace):
    """The list at the left, the report at the right, its files under it."""

    id = "review"
    icon = "review"

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._number = 0
        self._wanted: int | None = None
        self._on_desk: tuple[int | None, Phase] = (None, Phase.NONE)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LOADING_AFTER_MS)
        self._late.timeout.connect(self._say_loading)
        self.runs = RunsPanel(context)
        self.runs.setFixedWidth(_RUNS_WIDTH)
        self.report: ReportPanel | None = None
        self.files = FilesBar(context)
        self.pages = QStackedWidget()
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.files)
        self.pages.addWidget(whole)
        self.pages.addWidget(self._message(context.family))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.runs)
        row.addWidget(self.pages, 1)
        self.runs.chosen.connect(self._choose)
        self.files.imported.connect(self._reread)
        self._say_empty()

    def title(self) -> str:
        """The name on the rail."""
        return self.tr("Review")

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """A run that goes on air or ends changes the list."""
        now = (snapshot.run_id, snapshot.state.run.phase)
        if now != self._on_desk:
            self._on_desk = now
            if self.isVisible():
                self.refresh()

    def on_shown(self) -> None:
        """Read the list anew."""
        self.refresh()
        self.runs.list.setFocus()

    def show_item(self, item_id: str) -> None:
        """Show a run by its number, against the plan."""
        self._wanted = int(item_id)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the list of runs."""
        services = self.context.services

        def work() -> tuple[RunRow, ...]:
            zones = {item.show_id: item.zone for item in services.shows.summaries()}
            return tuple(RunRow(run, zones.get(run.show_id, "UTC")) for run in services.runs.summaries())

        self.context.background.run(work, self._listed, self._failed)

    def _message(self, family: str) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(48, 24, 48, 24)
        box.setSpacing(12)
        self._head = label(family, size=TITLE, bold=True)
        self._words = label(family, tone="dim")
        for part in (self._head, self._words):
            part.setWordWrap(True)
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._to_live = QPushButton(self.tr("Go to the desk"))
        self._to_live.setProperty("variant", "primary")
        self._to_live.clicked.connect(self._go_live)
        box.addStretch(1)
        box.addWidget(self._head)
        box.addWidget(self._words)
        box.addWidget(self._to_live, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        return made

    def _tell(self, head: str, words: str, *, tone: str = "text", to_live: bool = False) -> None:
        self._head.setText(head)
        set_property(self._head, "tone", tone)
        self._words.setText(words)
        self._to_live.setVisible(to_live)
        self.pages.setCurrentIndex(_WORDS)

    def _say_empty(self) -> None:
        words = self.tr(
            "A show stands here once it was on air: plan against actual, numbers, money and the log. "
            "A rehearsal counts too."
        )
        self._tell(self.tr("Nothing to review yet"), words, to_live=True)

    @Slot()
    def _say_loading(self) -> None:
        self._tell(self.tr("Reading the run …"), self.tr("Its journal, comments and orders are added up."))

    @Slot(object)
    def _listed(self, runs: tuple[RunRow, ...]) -> None:
        before = self.runs.current
        self.runs.show_runs(runs)
        if self._wanted is not None:
            self.runs.mark(self._wanted)
        current = self.runs.current
        if current is None:
            self._say_empty()
        elif before is not None and before.run_id == current.run_id:
            self._choose(current)

    @Slot(object)
    def _choose(self, run: RunSummary) -> None:
        self._number += 1
        number, services = self._number, self.context.services
        self.files.set_run(run, on_desk=run.run_id == self._on_desk[0])
        self._late.start()

        def work() -> Found:
            try:
                return Found(number, read_run(services, run))
            except UserError as error:
                return Found(number, error=error)

        self.context.background.run(work, self._read, self._broken)

    @Slot(object)
    def _read(self, found: Found) -> None:
        if found.number != self._number:
            return
        self._late.stop()
        if found.data is not None:
            self._report().show_data(found.data)
            self.pages.setCurrentIndex(_REPORT)
            if found.data.run_id == self._wanted:
                self._wanted = None
                self._report().show_comparison()
        elif found.error is not None:
            self._tell("▲ " + sentence(found.error), "", tone="warn")

    @Slot(object)
    def _broken(self, error: Exception) -> None:
        """Reading met what nobody expected: it is over, and the reporter tells of it."""
        self._late.stop()
        unexpected = UserError("program.unexpected", reason=f"{type(error).__name__}: {error}")
        self._tell("▲ " + sentence(unexpected), "", tone="warn")
        raise error

    def _report(self) -> ReportPanel:
        """The report's panel, made with the first run that is looked at: most starts of the program need none."""
        if self.report is None:
            from livedesk.ui.workspaces.review.report_panel import ReportPanel

            self.report = ReportPanel(self.context)
            self._column.insertWidget(0, self.report, 1)
        return self.report

    @Slot()
    def _reread(self) -> None:
        current = self.runs.current
        if current is not None:
            self._choose(current)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._tell("▲ " + sentence(error), "", tone="warn")

    @Slot()
    def _go_live(self) -> None:
        if "show_live" in self.context.actions:
            self.context.actions.trigger("show_live")
