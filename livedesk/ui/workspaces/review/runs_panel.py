"""The runs that went on air, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from livedesk.domain.clock import to_local
from livedesk.domain.events import RunKind
from livedesk.domain.ports import RunSummary
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.models.keyed import KeyedListModel
from livedesk.ui.theme import LABEL, TEXT_BIG
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.widgets.row_list import DeskList, RowDelegate


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run in the list, and the zone of its show."""

    run: RunSummary
    zone: str

    @property
    def key(self) -> int:
        """The run's number."""
        return self.run.run_id

    @property
    def text(self) -> str:
        """Title, kind and when."""
        return f"{self.run.title}, {kind_words(self.run)[0]}, {when_words(self.run, self.zone)}"


def kind_words(run: RunSummary) -> tuple[str, str]:
    """Live, rehearsal, or still on air; with the tone."""
    if run.kind is RunKind.REHEARSAL:
        return QCoreApplication.translate("Review", "Rehearsal"), "next"
    if run.started_ms is not None and run.ended_ms is None:
        return QCoreApplication.translate("Review", "Not ended"), "warn"
    return QCoreApplication.translate("Review", "Live show"), "go"


def when_words(run: RunSummary, zone: str) -> str:
    """Day, start and end in the show's zone: 2026-11-25 20:00–22:04."""
    if run.started_ms is None:
        return fmt.NONE
    end = "…" if run.ended_ms is None else fmt.short_clock(run.ended_ms, zone)
    return f"{to_local(run.started_ms, zone):%Y-%m-%d %H:%M}–{end}"


class RunDelegate(RowDelegate):
    """The title over kind and time."""

    height = 60

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one run."""
        if not isinstance(row, RunRow):
            return
        words, tone = kind_words(row.run)
        width = paint.width(words, LABEL) + 18
        inner = rect.adjusted(16, 0, -12, 0)
        chip = QRect(inner.right() - width, rect.y() + 9, width, 20)
        paint.chip(
            painter,
            chip,
            words,
            QColor(self._theme.mix(tone, "panel", 0.2)),
            QColor(self._theme.mix(tone, "text", 0.75)),
        )
        title = QRect(inner.x(), rect.y() + 8, chip.x() - inner.x() - 8, 22)
        paint.text(painter, title, row.run.title, self.ink("text"), TEXT_BIG, bold=True)
        below = QRect(inner.x(), rect.y() + 31, inner.width(), 20)
        paint.text(painter, below, f"{when_words(row.run, row.zone)} · #{row.run.run_id}", self.ink("dim"), LABEL)
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class RunsPanel(Panel):
    """``chosen`` carries the :class:`RunSummary` of the marked run."""

    chosen = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Runs"))
        self.model: KeyedListModel[RunRow] = KeyedListModel(self)
        self.list = DeskList(RunDelegate(context.theme))
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Runs"))
        self.list.empty = self.tr("Nothing was on air yet.")
        self.body.addWidget(self.list, 1)
        self.list.selectionModel().currentChanged.connect(self._moved)

    def show_runs(self, runs: Iterable[RunRow]) -> None:
        """List these runs; the marked one stays marked, else the newest is."""
        self.model.set_rows(tuple(runs))
        count = self.model.rowCount()
        self.facts.setText(self.tr("all: {0}").format(count) if count else "")
        if count and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def mark(self, run_id: int) -> None:
        """Mark a run, where it is listed."""
        at = next((at for at, row in enumerate(self.model.rows) if row.key == run_id), None)
        if at is not None:
            self.list.setCurrentIndex(self.model.index(at, 0))

    @property
    def current(self) -> RunSummary | None:
        """The marked run."""
        index = self.list.currentIndex()
        return self.model.row_at(index.row()).run if index.isValid() else None

    @Slot()
    def _moved(self) -> None:
        current = self.current
        if current is not None:
            self.chosen.emit(current)
