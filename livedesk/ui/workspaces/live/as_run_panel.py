"""The as-run log with its columns, row by row, while the show runs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from livedesk.ui.context import DeskContext
from livedesk.ui.widgets.labels import show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.widgets.table import LinesView
from livedesk.ui.workspaces.live.as_run_table import AsRunTable

ROW = 25
HEADING = 28
ROWS = 4
NOTE = 240
"""The least width of the last column, in which the sentences stand: what is narrower is scrolled."""


class EndView(LinesView):
    """A table that stays at its end while rows are added there, unless somebody has scrolled away from it."""

    def __init__(self, model: AsRunTable, family: str) -> None:
        super().__init__(model, family, row=ROW)
        self.at_end = True
        across = self.horizontalHeader()
        across.setSectionResizeMode(model.columnCount() - 1, QHeaderView.ResizeMode.Interactive)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._grown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note takes the room that the others leave, and at least as much as a sentence needs."""
        super().resizeEvent(event)
        last = self.model().columnCount() - 1
        others = sum(self.columnWidth(at) for at in range(last))
        self.setColumnWidth(last, max(NOTE, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End lead to the first row and the newest one."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.model().rowCount() - 1}
        row = ends.get(Qt.Key(event.key()), -1)
        if row < 0:
            super().keyPressEvent(event)
            return
        self.setCurrentIndex(self.model().index(row, 0))
        self.verticalScrollBar().setValue(0 if row == 0 else self.verticalScrollBar().maximum())

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        self.at_end = value >= self.verticalScrollBar().maximum()

    @Slot(int, int)
    def _grown(self, _least: int, most: int) -> None:
        if self.at_end:
            self.verticalScrollBar().setValue(most)


class AsRunPanel(Panel):
    """Shows the table that :meth:`attach` gives it."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self._family = context.family
        self.title.setText(self.tr("As-run log, row by row"))
        self.view: EndView | None = None

    def attach(self, table: AsRunTable) -> None:
        """Show this log."""
        view = self.view = EndView(table, self._family)
        view.horizontalHeader().setFixedHeight(HEADING)
        view.setMinimumHeight(HEADING + ROWS * ROW)
        view.setAccessibleName(self.title.text())
        view.empty = self.tr("Each take and each act becomes a row here.")
        self.body.addWidget(view, 1)
        view.verticalScrollBar().valueChanged.connect(self._tell)
        view.verticalScrollBar().rangeChanged.connect(self._tell)
        table.rowsInserted.connect(self._tell)
        table.modelReset.connect(self._tell)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """How many rows there are, and how to get to the newest where it is out of sight."""
        view = self.view
        if view is None:
            return
        count = view.model().rowCount()
        rows = self.tr("{0} rows").format(count) if count else ""
        if view.at_end:
            show(self.facts, rows, "dim")
        else:
            show(self.facts, rows + self.tr(" · scrolled back; End: the newest"), "next")
