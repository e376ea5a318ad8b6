"""One run: its headline, its measures, and three tables."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livedesk.domain.events import RunKind
from livedesk.services.reports.data import ReportData
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.report_words import report_words
from livedesk.ui.theme import GAP, TEXT, TITLE
from livedesk.ui.widgets.labels import Elided, label, pill, show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.widgets.table import LinesModel, LinesView
from livedesk.ui.widgets.tile import TileStrip
from livedesk.ui.workspaces.review.compare_panel import ComparePanel
from livedesk.ui.workspaces.review.lines import (
    log_columns,
    log_lines,
    moment_columns,
    moment_lines,
    product_columns,
    product_lines,
    segment_columns,
    segment_lines,
)

MEASURES = ("gmv_fen", "orders", "buyers", "refund_fen", "online_peak", "views", "comments", "interaction_rate")

_TITLE_WIDTH = 460


class ReportPanel(QWidget):
    """Filled with :meth:`show_data`."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        family, theme = context.family, context.theme
        words = report_words()
        self._reasons, self._basis = words.reasons, words.basis
        self.head = Panel(family)
        self._title = Elided(family, size=TITLE, bold=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._title.setMaximumWidth(_TITLE_WIDTH)
        self._kind = pill(family)
        self._times = Elided(family, size=TEXT, tone="dim")
        self._note = label(family, size=TEXT, tone="warn")
        self._note.setWordWrap(True)
        top = QHBoxLayout()
        top.setContentsMargins(14, 12, 14, 10)
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addWidget(self._kind)
        top.addWidget(self._times, 1)
        self.head.body.addLayout(top)
        noted = QHBoxLayout()
        noted.setContentsMargins(14, 0, 14, 10)
        noted.addWidget(self._note)
        self._noted = QWidget()
        self._noted.setLayout(noted)
        self.head.body.addWidget(self._noted)
        rule = QFrame()
        rule.setProperty("role", "line")
        rule.setFixedHeight(1)
        self.head.body.addWidget(rule)
        self.strip = TileStrip(family, {name: words.measures.get(name, name) for name in MEASURES})
        self.tiles = self.strip.tiles
        self.head.body.addWidget(self.strip)
        self.segments = LinesModel(segment_columns(), theme, family, self)
        self.products = LinesModel(product_columns(), theme, family, self)
        self.moments = LinesModel(moment_columns(), theme, family, self)
        self.log = LinesModel(log_columns(), theme, family, self)
        self.compare = ComparePanel(context)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self.head)
        box.addWidget(self._tables(family), 1)

    def show_data(self, data: ReportData) -> None:
        """Show a run."""
        self._title.setText(data.title)
        rehearsal = data.kind is RunKind.REHEARSAL
        words = self.tr("Rehearsal") if rehearsal else self.tr("Live show")
        show(self._kind, words, "next" if rehearsal else "go")
        self._times.setText(self._times_of(data))
        self._note.setText(self._noted_of(data))
        self._noted.setVisible(bool(self._note.text()))
        for name, tile in self.tiles.items():
            measure = data.measures.get(name)
            reason = measure.reason if measure is not None else ""
            tile.set_measure(measure, self._reasons.get(reason, reason))
            basis = measure.basis if measure is not None else ""
            tile.setToolTip(self._basis.get(basis, basis))
        self.strip.fit()
        self.segments.fill(segment_lines(data))
        self.products.fill(product_lines(data))
        self.moments.fill(moment_lines(data))
        self.log.fill(log_lines(data.entries, data.zone))
        self.compare.show_run(data.entries)

    def show_comparison(self) -> None:
        """Turn to the run against the plan, with the durations that it speaks for."""
        at = self._pages.indexOf(self.compare)
        self.tabs.button(at).setChecked(True)
        self._turn(at)

    def _times_of(self, data: ReportData) -> str:
        ended = "…" if data.ended is None else fmt.clock(data.ended, data.zone)[:5]
        actual = f"{fmt.clock(data.started, data.zone)[:5]}–{ended}"
        parts = [self.tr("on air {0}").format(actual)]
        parts.append(self.tr("planned end {0}").format(fmt.clock(data.planned_end, data.zone)[:5]))
        if data.ended is not None:
            parts.append(self.tr("ended {0}").format(fmt.offset(data.ended - data.planned_end)))
        if data.cues_all:
            parts.append(self.tr("console cues {0}/{1}").format(data.cues_done, data.cues_all))
        return " · ".join(parts)

    def _noted_of(self, data: ReportData) -> str:
        notes = []
        if data.ended is None:
            notes.append(self.tr("This run has not ended: this is how it stood when the page was opened."))
        if data.override_reason and not data.overridden:
            text = self.tr("▲ Went on air far from the planned start: {0}, by {1}")
            notes.append(text.format(data.override_reason, data.override_by))
        elif data.override_reason:
            text = self.tr("▲ Went on air over open checks ({0}): {1}, by {2}")
            notes.append(text.format("、".join(data.overridden), data.override_reason, data.override_by))
        return "\n".join(notes)

    def _tables(self, family: str) -> Panel:
        panel = Panel(family)
        line = QHBoxLayout()
        line.setContentsMargins(8, 6, 8, 6)
        line.setSpacing(4)
        self.tabs = QButtonGroup(self)
        self._pages = QStackedWidget()
        views = (
            (self.tr("Plan against actual"), self.segments, ""),
            (self.tr("Money by product"), self.products, self.tr("The show has no products.")),
            (self.tr("Moments and warnings"), self.moments, self.tr("Nothing was marked: K marks on the desk.")),
            (self.tr("As-run log"), self.log, ""),
        )
        for at, (title, model, empty) in enumerate(views):
            button = QPushButton(title)
            button.setCheckable(True)
            button.setChecked(at == 0)
            self.tabs.addButton(button, at)
            line.addWidget(button)
            view = LinesView(model, family, row=32)
            view.empty = empty
            view.setAccessibleName(title)
            self._pages.addWidget(view)
        durations = QPushButton(self.tr("Better durations"))
        durations.setCheckable(True)
        self.tabs.addButton(durations, self._pages.addWidget(self.compare))
        line.addWidget(durations)
        line.addStretch(1)
        panel.body.addLayout(line)
        panel.body.addWidget(self._pages, 1)
        self.tabs.idClicked.connect(self._turn)
        return panel

    @Slot(int)
    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        view = self._pages.currentWidget()
        if view is not None:
            view.setFocus(Qt.FocusReason.TabFocusReason)
