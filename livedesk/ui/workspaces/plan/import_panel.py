"""The import of one file: what was understood, what is wrong, what is missing; kept only when a person says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from livedesk.domain.errors import UserError
from livedesk.domain.merging import MergePlan
from livedesk.domain.ports import ShowSummary
from livedesk.services.importers.preview import Heading, ImportPreview
from livedesk.services.mappings import FieldMapping, keep_mapping
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.ui.context import DeskContext
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, TEXT, TITLE
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.widgets.light import Dot, Mark
from livedesk.ui.widgets.panel import Panel, small
from livedesk.ui.widgets.table import LinesModel, LinesView
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.plan.answers import AnswersForm
from livedesk.ui.workspaces.plan.change_panel import ChangePanel
from livedesk.ui.workspaces.plan.columns_panel import ColumnsPanel
from livedesk.ui.workspaces.plan.preview_lines import columns, lines
from livedesk.ui.workspaces.plan.problems import ProblemList, problem_rows
from livedesk.ui.workspaces.plan.reading import SCRIPTS, Reading, read_one
from livedesk.ui.workspaces.plan.ways import Way, WaysBar
from livedesk.ui.workspaces.plan.words import count_words

LOADING_AFTER_MS = 300
_PROBLEMS_WIDTH = 310
_READ, _WORDS, _COLUMNS = 0, 1, 2


def _told(preview: ImportPreview) -> Heading:
    """What is known of the show: what the title rows say, and the start that the first row gives."""
    heading = preview.heading
    if preview.show is None:
        return heading
    local = preview.show.planned_start.local
    return replace(heading, date=heading.date or local.date(), start=heading.start or local.time())


class ImportPanel(QWidget):
    """``kept`` carries the id and the title of the show that was made or changed, ``left`` that the import was given
    up, ``another`` asks for another file."""

    kept = Signal(str, str)
    left = Signal()
    another = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path: Path | None = None
        self._number = 0
        self._keeping = ""
        self.preview: ImportPreview | None = None
        self.target: DocumentSnapshot | None = None
        self.plan: MergePlan | None = None
        family = context.family
        self._since = QElapsedTimer()
        self._late = QTimer(self)
        self._late.setInterval(LOADING_AFTER_MS)
        self._late.timeout.connect(self._still_reading)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        outer.addWidget(self._make_head(family))
        self.model = LinesModel(columns(), context.theme, family, self)
        self.table = LinesView(self.model, family, row=32)
        self.table.setAccessibleName(self.tr("What was understood"))
        self.problems = ProblemList(context.theme)
        self.problems.setAccessibleName(self.tr("Problems"))
        self.problems.clicked.connect(self._go_to_problem)
        self.problems.activated.connect(self._go_to_problem)
        self._rows = Panel(family, self.tr("What was understood"))
        self._rows.body.addWidget(self.table)
        self._counts = self._rows.facts
        self.changes = ChangePanel(context)
        self.changes.changed.connect(self._allow_keeping)
        self.changes.hide()
        self.side = Panel(family, self.tr("Problems"))
        self.side.body.addWidget(self.problems)
        self.side.setFixedWidth(_PROBLEMS_WIDTH)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._rows, 1)
        row.addWidget(self.changes, 1)
        row.addWidget(self.side)
        self.pages = QStackedWidget()
        self._told = label(family, size=TITLE, tone="dim")
        self._told.setWordWrap(True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages.addWidget(both)
        self.pages.addWidget(self._told)
        self.columns = ColumnsPanel(context)
        self.columns.chosen.connect(self._mapped)
        self.columns.left.connect(self._columns_left)
        self.pages.addWidget(self.columns)
        outer.addWidget(self.pages, 1)

    def show_shows(self, summaries: Iterable[ShowSummary]) -> None:
        """Offer these shows to be put in place of, or merged into."""
        self.ways.show_shows(summaries)

    def read(self, path: Path, show_id: str = "") -> None:
        """Read another file, for this show (empty: for a new one). Nothing of it is kept."""
        self._path = path
        self.preview = None
        self.ways.start(show_id)
        self.ways.only_scripts(path.suffix.lower() == SCRIPTS)
        self.changes.clear()
        self.form.restart()
        self.model.fill(())
        self.problems.problems.set_rows(())
        self._counts.setText("")
        self._head.facts.setText(path.name)
        self._said("")
        self._start()

    @Slot()
    def _start(self) -> None:
        if self._path is None:
            return
        self._number += 1
        self._since.start()
        self._late.start()
        number, path, answers = self._number, self._path, self.form.answers()
        services, show_id, merging = self._context.services, self.ways.target, self.ways.way is Way.MERGE

        def work() -> Reading:
            return read_one(services, number, path, answers, show_id, merging=merging)

        self._allow_keeping()
        self._context.background.run(work, self._read, self._broken)

    @Slot(object)
    def _read(self, reading: Reading) -> None:
        if reading.number != self._number:
            return
        self._late.stop()
        self.target, self.plan = reading.target, reading.plan
        if reading.rows:
            self.preview = None
            self.columns.show_rows(reading.rows)
            self.pages.setCurrentIndex(_COLUMNS)
            self._said(self.tr("No heading is known here. Say which row it is, and what the columns are."), "warn")
        elif reading.error is not None:
            self.preview = None
            self._told.setText("▲ " + sentence(reading.error))
            set_property(self._told, "tone", "warn")
            self.pages.setCurrentIndex(_WORDS)
            self._said("")
        elif reading.preview is not None:
            self._show(reading.preview)
        self._allow_keeping()

    @Slot(object)
    def _broken(self, error: Exception) -> None:
        """Reading met what nobody expected: it is over, and the reporter tells of it."""
        self._late.stop()
        self._said(sentence(UserError("program.unexpected", reason=f"{type(error).__name__}: {error}")), "warn")
        raise error

    def _show(self, preview: ImportPreview) -> None:
        self.preview = preview
        self.form.show_read(_told(preview), preview.asks)
        self.model.fill(lines(preview))
        self.table.setColumnHidden(0, len({row.sheet for row in preview.rows}) < 2)
        self.problems.problems.set_rows(problem_rows(preview))
        errors, warnings = len(preview.errors), len(preview.warnings)
        self.side.setVisible(bool(errors or warnings))
        parts = [self.tr("errors: {0}").format(errors)] if errors else []
        parts += [self.tr("warnings: {0}").format(warnings)] if warnings else []
        show(self.side.facts, " · ".join(parts), "warn" if errors else "dim")
        self._counts.setText(count_words(dict(preview.counts)))
        self.pages.setCurrentIndex(_READ)
        mapped = self.tr("columns as you said before") if preview.mapped else ""
        self.ways.mapped.setText(mapped)
        self.which.setVisible(bool(preview.columns))
        self._show_changes()
        if errors:
            self._said(
                self.tr("Nothing is kept while there is an error. Put the sheet right and read it again."), "warn"
            )
        elif preview.show is None:
            self._said(self.tr("Fill in what the sheet leaves out; it is read again by itself."), "warn")
            self.form.focus_missing()
            return
        elif self.changes.plan is not None:
            self._say_changes()
        elif warnings:
            text = self.tr("Read without errors, but look at the warnings ({0}) before you keep it.")
            self._said(text.format(warnings), "go")
        else:
            self._said(self.tr("Read without errors. Look it over, then keep it."), "go")
        if not self.form.typing:
            (self.table if self.changes.isHidden() else self.changes.table).setFocus()

    def _show_changes(self) -> None:
        """What would change in the show that is chosen, in place of the rows of the file."""
        plan, way = self.plan, self.ways.way
        if plan is not None and way is not Way.NEW:
            self.changes.show_plan(plan, choosing=way is Way.MERGE)
        else:
            self.changes.clear()
        plan = self.changes.plan
        self.changes.setVisible(plan is not None)
        self._rows.setVisible(plan is None)

    def _say_changes(self) -> None:
        plan = self.changes.plan
        if plan is None or not plan.rows:
            self._said(self.tr("The show has all of it already."), "go")
        elif self.ways.way is Way.MERGE and not plan.based:
            text = self.tr(
                "Which version it was written from is not known: it may be older than the show. Look at it."
            )
            self._said(text, "info")
        elif self.ways.way is Way.MERGE:
            self._said(self.tr("Space takes or leaves a row. It is one step: Undo takes all of it back."), "go")
        else:
            self._said(self.tr("All of this changes, in one step: Undo takes all of it back."), "go")

    def _make_head(self, family: str) -> Panel:
        self._head = Panel(family, self.tr("Run sheet"))
        self._dot = Dot(self._context.theme, Mark.OFF)
        self._state = label(family, size=TEXT, tone="dim")
        line = QHBoxLayout()
        line.setContentsMargins(12, 10, 12, 0)
        line.setSpacing(GAP)
        line.addWidget(self._dot)
        line.addWidget(self._state, 1)
        self._head.body.addLayout(line)
        self.ways = WaysBar(family)
        self.ways.changed.connect(self._start)
        self._head.body.addWidget(self.ways)
        self.form = AnswersForm(family)
        self.form.changed.connect(self._start)
        self._head.body.addWidget(self.form)
        self.again = QPushButton(self.tr("Read again"))
        self.other = QPushButton(self.tr("Another file …"))
        self.leave = QPushButton(self.tr("Give up"))
        self.keep = QPushButton(self.tr("Keep this show"))
        self.which = QPushButton(self.tr("Read columns as …"))
        self.which.setObjectName("columns")
        self.which.clicked.connect(self._ask_columns)
        self.which.hide()
        self.keep.setObjectName("keep-show")
        self.keep.setProperty("variant", "go")
        self.again.clicked.connect(self._start)
        self.other.clicked.connect(self.another)
        self.leave.clicked.connect(self._leave)
        self.keep.clicked.connect(self._keep)
        for button in (self.which, self.again, self.other, self.leave):
            button.setProperty("variant", "flat")
        for button in (self.which, self.again, self.other, self.leave, self.keep):
            self._head.add_right(small(button))
        return self._head

    def _said(self, text: str, tone: str = "dim") -> None:
        show(self._state, text, tone)
        self._dot.set_mark({"go": Mark.OK, "warn": Mark.FAULT}.get(tone, Mark.OFF))

    def _allow_keeping(self) -> None:
        """Only a sheet without errors can be kept, and only once it was read with the newest answers."""
        preview = self.preview
        reading = self._late.isActive()
        good = preview is not None and preview.show is not None and not preview.errors
        new = self.ways.way is Way.NEW
        self.keep.setText(self.tr("Keep this show") if new else self.tr("Change the show"))
        changes = new or (self.changes.plan is not None and bool(self.changes.taken))
        self.keep.setEnabled(good and changes and not reading and not self._keeping)

    @Slot()
    def _still_reading(self) -> None:
        name = self._path.name if self._path is not None else ""
        seconds = self._since.elapsed() // 1000
        text = self.tr("Reading {0} … {1} s").format(name, seconds)
        if self.preview is None:
            self._told.setText(text)
            set_property(self._told, "tone", "dim")
            self.pages.setCurrentIndex(_WORDS)
        self._said(text)

    @Slot()
    def _keep(self) -> None:
        preview = self.preview
        if preview is None or preview.show is None or preview.errors:
            return
        services, target, edit = self._context.services, self.target, self.changes.edit
        if self.ways.way is Way.NEW:
            self._keeping = preview.show.title
            self._context.background.run(lambda: services.keep_sheet(preview), self._was_kept, self._not_kept)
        elif target is not None and edit is not None:
            self._keeping = self.changes.title_after or target.show.title

            def change() -> str:
                if preview.media:
                    services.media.keep(target.show.id, preview.media)
                services.edit(target.show.id, edit, target.revision)
                return target.show.id

            self._context.background.run(change, self._was_kept, self._not_kept)
        self._allow_keeping()

    @Slot(object)
    def _was_kept(self, show_id: str) -> None:
        title, self._keeping = self._keeping, ""
        self._path = self.preview = None
        self.kept.emit(show_id, title)

    @Slot(object)
    def _not_kept(self, error: Exception) -> None:
        self._keeping = ""
        self._allow_keeping()
        if not isinstance(error, UserError):
            raise error
        self._said(sentence(error), "warn")

    @Slot()
    def _ask_columns(self) -> None:
        if self.preview is not None:
            self.columns.show_columns(self.preview.columns)
            self.pages.setCurrentIndex(_COLUMNS)

    @Slot()
    def _columns_left(self) -> None:
        if self.preview is not None:
            self.pages.setCurrentIndex(_READ)
            self.which.setFocus()
        else:
            self._leave()

    @Slot(object)
    def _mapped(self, mapping: FieldMapping) -> None:
        """Remember what the columns are, and read the file so."""
        services, by = self._context.services, self._context.operator()
        at_ms = self._context.clock.now().wall_ms
        self._context.background.run(
            lambda: keep_mapping(services.kept, mapping, by=by, at_ms=at_ms), self._remembered, self._not_kept
        )

    @Slot(object)
    def _remembered(self, _nothing: object) -> None:
        self._start()

    @Slot()
    def _leave(self) -> None:
        self._number += 1
        self._late.stop()
        self._path = self.preview = None
        self.left.emit()

    @Slot(QModelIndex)
    def _go_to_problem(self, index: QModelIndex) -> None:
        wanted = self.problems.problems.row_at(index.row()).line
        for at, line in enumerate(self.model.lines):
            if line.key == wanted:
                self.table.selectRow(at)
                self.table.scrollTo(self.model.index(at, 0))
