"""The timeline and the times of the rundown, kept in step with the document and, while it runs, with the run."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain import editing
from livedesk.domain.errors import UserError
from livedesk.domain.replan import replan
from livedesk.domain.run import Phase
from livedesk.domain.timetable import Plan, RowState, Timetable, plan, schedule
from livedesk.ui.context import DeskContext, Tick
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.rundown_panel import ScriptRundownPanel
from livedesk.ui.workspaces.script.timeline import DurationDragged, OrderDragged, Timeline


class Band(QObject):
    """Gives the plan to ``timeline`` and ``rundown``, and what is dragged there to the document."""

    refused = Signal(object)
    """The UserError of a document that has no plan: a time that its zone skips."""

    def __init__(
        self, context: DeskContext, document: ScriptDocument, rundown: ScriptRundownPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._rundown = rundown
        self._layout: Plan | None = None
        self._live = False
        self._tick: Tick | None = None
        self.timeline = Timeline(context.theme, context.family)
        self.timeline.chosen.connect(self._choose)
        self.timeline.lengthened.connect(self._lengthen)
        self.timeline.moved.connect(self._move)
        document.changed.connect(self._changed)
        document.chose.connect(self._chose)

    @property
    def layout(self) -> Plan | None:
        """The plan of what is shown."""
        return self._layout

    def on_tick(self, tick: Tick) -> None:
        """The run has gone on: playhead and actuals, where it is a run of what is shown."""
        self._tick = tick
        table = self._running()
        if table is not None:
            self.timeline.set_timetable(table)
            self._rundown.set_timetable(table)
        elif self._live and self._layout is not None:
            self.timeline.set_timetable(None)
            self._rundown.set_timetable(planned(self._layout))
        self._live = table is not None

    def _running(self) -> Timetable | None:
        """The timetable of the run at the last tick, of the document as it is shown: the session may not have an
        edit yet. None where what is shown is not on air."""
        show, layout, tick = self._document.show, self._layout, self._tick
        if show is None or layout is None or tick is None or tick.snapshot is None:
            return None
        shown, run = tick.snapshot.state.show, tick.snapshot.state.run
        if shown.id != show.id or run.phase is not Phase.ON_AIR:
            return None
        if tick.timetable is not None and show.segments is shown.segments:
            return tick.timetable
        return schedule(show, run, tick.run_ms, layout)

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        before, known = changed.before, self._layout
        if before is None:
            self._live = False
            self.timeline.set_timetable(None)
        try:
            if before is None or known is None:
                self._layout = plan(changed.show)
            else:
                self._layout = replan(before, known, changed.show)
        except UserError as error:
            self._layout = None
            self.refused.emit(error)
            return
        if self._live and before is not None and len(before.segments) == len(changed.show.segments):
            # What ran stays as it is shown until the next tick.
            pass
        elif self._layout is not known or before is None:
            table = self._running() if self._live else None
            self._rundown.set_timetable(table or planned(self._layout))
        self.timeline.set_show(changed.show, self._layout)
        if before is None:
            self.timeline.fit()

    @Slot()
    def _chose(self) -> None:
        self.timeline.set_chosen(frozenset(self._document.chosen))

    @Slot(object)
    def _choose(self, ids: frozenset[str]) -> None:
        show = self._document.show
        if show is not None:
            chosen = tuple(item.id for item in show.segments if item.id in ids)
            current = self._document.current
            self._document.choose(chosen, current if current in ids else "")

    @Slot(object)
    def _lengthen(self, dragged: DurationDragged) -> None:
        show = self._document.show
        if show is not None:
            self._document.do(editing.set_field(show, (dragged.segment_id,), "duration_ms", dragged.duration_ms))

    @Slot(object)
    def _move(self, dragged: OrderDragged) -> None:
        show = self._document.show
        if show is not None:
            self._document.do(editing.move_before(show, dragged.ids, dragged.before_id))


def planned(layout: Plan) -> Timetable:
    """A timetable of the plan alone: nothing has been on air yet."""
    states, nothing = _blank(len(layout.starts))
    return Timetable(
        plan=layout,
        states=states,
        expected=layout.starts,
        actual=nothing,
        aired_ms=nothing,
        now=layout.start,
    )


@lru_cache(maxsize=8)
def _blank(many: int) -> tuple[tuple[RowState, ...], tuple[int | None, ...]]:
    """The columns of a run that has not begun; the very same ones for the same length."""
    return (RowState.UPCOMING,) * many, (None,) * many
