"""The list of what a file would change in a show, each row taken or left by a person."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from livedesk.domain.edits import Edit
from livedesk.domain.merging import MergePlan
from livedesk.ui.context import DeskContext
from livedesk.ui.widgets.panel import Panel, small
from livedesk.ui.widgets.table import LinesModel, LinesView
from livedesk.ui.workspaces.plan.change_lines import columns, lines


class ChangePanel(Panel):
    """``changed``: rows were taken or left. Space takes or leaves the marked row; where nothing can be chosen (the
    file in the show's place) every row is taken."""

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("What will change"))
        self.plan: MergePlan | None = None
        self.taken: frozenset[str] = frozenset()
        self._choosing = True
        self.model = LinesModel(columns(), context.theme, context.family, self)
        self.table = _Changes(self.model, context.family)
        self.table.setAccessibleName(self.tr("What will change"))
        self.table.empty = self.tr("The show has all of it already. Nothing will change.")
        self.body.addWidget(self.table)
        self.all = QPushButton(self.tr("Take all"))
        self.none = QPushButton(self.tr("Leave all"))
        for button, name in ((self.all, "take-all"), (self.none, "leave-all")):
            button.setObjectName(name)
            button.setProperty("variant", "flat")
            self.add_right(small(button))
        self.all.clicked.connect(self._take_all)
        self.none.clicked.connect(self._leave_all)
        self.table.toggled.connect(self._toggle)
        self.table.clicked.connect(self._clicked)

    def show_plan(self, plan: MergePlan, *, choosing: bool) -> None:
        """Show a merge. Without ``choosing`` everything is taken."""
        self.plan = plan
        self._choosing = choosing
        self.taken = plan.advised if choosing else plan.everything
        self.all.setVisible(choosing)
        self.none.setVisible(choosing)
        self._fill()
        if plan.rows:
            self.table.selectRow(0)

    def clear(self) -> None:
        """There is none."""
        self.plan = None
        self.taken = frozenset()
        self.model.fill(())
        self.facts.setText("")

    @property
    def edit(self) -> Edit | None:
        """The edit of the rows that are taken; None where nothing changes."""
        return None if self.plan is None else self.plan.edit(self.taken)

    @property
    def title_after(self) -> str:
        """The show's title once the taken rows are in it; empty without a merge."""
        return "" if self.plan is None else self.plan.result(self.taken).title

    def _fill(self) -> None:
        if self.plan is None:
            return
        row = self.table.currentIndex().row()
        self.model.fill(lines(self.plan, self.taken))
        if 0 <= row < self.model.rowCount():
            self.table.selectRow(row)
        self.facts.setText(self.tr("{0} of {1} taken").format(len(self.taken), len(self.plan.rows)))

    def _take(self, taken: frozenset[str]) -> None:
        if self._choosing and self.plan is not None:
            self.taken = taken
            self._fill()
            self.changed.emit()

    @Slot()
    def _take_all(self) -> None:
        if self.plan is not None:
            self._take(self.plan.everything)

    @Slot()
    def _leave_all(self) -> None:
        self._take(frozenset())

    @Slot(int)
    def _toggle(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self._take(self.taken ^ {self.model.lines[row].key})

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._toggle(index.row())


class _Changes(LinesView):
    """The list; Space tells of the marked row."""

    toggled = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes or leaves; everything else is the list's own."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
