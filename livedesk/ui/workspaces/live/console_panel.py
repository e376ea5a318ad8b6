"""The console operator's cues: late ones rise to the top; the key or a box ticks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from livedesk.domain.console import CueState, console
from livedesk.domain.run import Phase
from livedesk.ui.context import DeskContext
from livedesk.ui.models.console import CueList, cue_rows
from livedesk.ui.widgets.labels import key_hint, show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.workspaces.live.row_delegates import CueDelegate
from livedesk.ui.workspaces.live.tick_list import TickList
from livedesk.ui.workspaces.live.view import DeskView

TICK_KEY = "T"


class ConsolePanel(Panel):
    """Tells what its :class:`TickList` tells."""

    ticked = Signal(str, bool)
    again = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Console"))
        self.add_right(key_hint(context.family, self.tr("{0} ticks the first").format(TICK_KEY)))
        self.model = CueList(self)
        self.list = TickList(CueDelegate(context.theme), least=3)
        self.list.setModel(self.model)
        self.list.ticked.connect(self.ticked)
        self.list.again.connect(self.again)
        self.list.empty = self.tr("No console cues in the run sheet")
        self.body.addWidget(self.list, 1)
        self.late = 0

    def show_view(self, view: DeskView) -> None:
        """Show the cues as they are due."""
        rows = cue_rows(console(view.show, view.run, view.table), view.asking, view.table.now)
        self.model.set_rows(rows)
        over = view.run.phase is Phase.ENDED
        self.late = late = 0 if over else sum(row.due.state is CueState.LATE for row in rows)
        due = sum(row.due.state is not CueState.DONE for row in rows)
        if over and due:
            show(self.facts, self.tr("not done: {0}").format(due), "dim")
        elif late:
            show(self.facts, "▲ " + self.tr("late: {0}").format(late), "warn")
        else:
            show(self.facts, self.tr("to do: {0}").format(due) if rows else self.tr("no console cues"), "dim")
