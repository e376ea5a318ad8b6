"""Files of a run: the report as HTML or PDF, the log as CSV, and order files read into the run on the desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from livedesk.domain.clock import to_utc
from livedesk.domain.errors import UserError
from livedesk.domain.feed import BatchReport
from livedesk.domain.ports import RunSummary
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import GAP, TEXT
from livedesk.ui.widgets.choose import choose_file, fit_name, open_file
from livedesk.ui.widgets.labels import Elided, show
from livedesk.ui.words import row_problem, sentence


def file_name(run: RunSummary, ending: str) -> str:
    """The name of a run's file: title, day and number, without what a file system refuses."""
    day = to_utc(run.started_ms or run.opened_ms).astimezone().strftime("%Y%m%d")
    return f"{fit_name(run.title)}_{day}_{run.run_id}{ending}"


class FilesBar(QFrame):
    """``imported`` is emitted when orders were read: the numbers have changed."""

    imported = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._context = context
        self._run: RunSummary | None = None
        self._on_desk = self._working = False
        self._written: Path | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(GAP)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        self.html = self._button(self.tr("Report as HTML"), "write-html", self._write_html)
        self.pdf = self._button(self.tr("Report as PDF"), "write-pdf", self._write_pdf)
        self.csv = self._button(self.tr("Log as CSV"), "write-csv", self._write_csv)
        self.orders = self._button(self.tr("Import orders …"), "import-orders", self._choose_orders)
        self.html.setProperty("variant", "primary")
        for button in (self.html, self.pdf, self.csv, self.orders):
            line.addWidget(button)
        self.words = Elided(context.family, size=TEXT, tone="dim")
        line.addWidget(self.words, 1)
        self.open_file = self._button(self.tr("Open the file"), "open-file", self._open_file)
        self.open_folder = self._button(self.tr("Open the folder"), "open-folder", self._open_folder)
        for button in (self.open_file, self.open_folder):
            button.setProperty("variant", "flat")
            button.hide()
            line.addWidget(button)
        box.addLayout(line)

    def set_run(self, run: RunSummary | None, *, on_desk: bool) -> None:
        """Work for this run. Orders go into the run on the desk only."""
        if run is None or self._run is None or run.run_id != self._run.run_id:
            self._say("")
        self._run, self._on_desk = run, on_desk
        self._allow()
        why = self.tr("Orders are read into the run on the desk: open its show there first.")
        self.orders.setToolTip("" if on_desk else why)

    def _allow(self) -> None:
        """One thing at a time: two writes of one file would spoil each other."""
        free = self._run is not None and not self._working
        for button in (self.html, self.pdf, self.csv):
            button.setEnabled(free)
        self.orders.setEnabled(free and self._on_desk)

    def import_orders(self, path: Path) -> None:
        """Read an order file into the run on the desk."""
        services = self._context.services
        self._busy(self.tr("Reading {0} …").format(path.name))
        self._context.background.run(lambda: services.import_orders(path), self._orders_read, self._failed)

    def _button(self, text: str, name: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def _write(self, ending: str) -> None:
        run, services = self._run, self._context.services
        if run is None:
            return
        path = services.data_folder / "reports" / file_name(run, ending)
        self._busy(self.tr("Writing {0} …").format(path.name))

        def work() -> Path:
            path.parent.mkdir(parents=True, exist_ok=True)
            return services.write_report(run.run_id, path)

        self._context.background.run(work, self._was_written, self._failed)

    def _busy(self, text: str) -> None:
        self._say(text)
        self._working = True
        self._allow()

    def _say(self, text: str, tone: str = "dim", file: Path | None = None) -> None:
        show(self.words, text, tone)
        self._written = file
        self.open_file.setVisible(file is not None)
        self.open_folder.setVisible(file is not None)
        self._working = False
        self._allow()

    @Slot()
    def _write_html(self) -> None:
        self._write(".html")

    @Slot()
    def _write_pdf(self) -> None:
        self._write(".pdf")

    @Slot()
    def _write_csv(self) -> None:
        self._write(".csv")

    @Slot()
    def _choose_orders(self) -> None:
        kinds = self.tr("Order files") + " (*.csv)"
        choose_file(self, self.tr("Import orders"), kinds, self._orders_chosen)

    @Slot(str)
    def _orders_chosen(self, path: str) -> None:
        self.import_orders(Path(path))

    @Slot(object)
    def _was_written(self, path: Path) -> None:
        self._say(self.tr("Written: {0}").format(path), "go", path)

    @Slot(object)
    def _orders_read(self, report: BatchReport) -> None:
        text = self.tr("{0} rows read: {1} kept, {2} known already, {3} wrong, {4} outside this run's time")
        numbers = (report.read, report.kept, report.duplicate, report.wrong, report.outside)
        words = text.format(*(fmt.count(number) for number in numbers))
        if report.problems:
            first = report.problems[0]
            words += self.tr("; first: row {0}, {1}").format(first.row, row_problem(first))
        self._say(("▲ " if report.wrong else "") + words, "warn" if report.wrong else "go")
        if report.kept:
            self.imported.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            path = self._context.services.data_folder / "reports"
            error = UserError("file.not_written", path=str(path), reason=error.strerror or str(error))
        if not isinstance(error, UserError):
            self._say("")
            raise error
        self._say("▲ " + sentence(error), "warn")

    @Slot()
    def _open_file(self) -> None:
        self._show_in_system(self._written)

    @Slot()
    def _open_folder(self) -> None:
        self._show_in_system(self._written.parent if self._written is not None else None)

    def _show_in_system(self, path: Path | None) -> None:
        if path is not None and not open_file(path):
            self._say(self.tr("▲ This system has no program for it. The file lies at {0}").format(path), "warn")
