"""The pulse of the desk: four times a second the timetable at this moment, computed from the clock."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from livedesk.domain.ports import Clock
from livedesk.domain.run import Phase
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import Plan, plan, schedule
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.bridge import Bridge
from livedesk.ui.context import Tick

TICK_MS = 250


class Ticker(QObject):
    """Keeps the newest snapshot; ``changed`` carries it, ``ticked`` a :class:`livedesk.ui.context.Tick` (at once
    after a change, then every 250 ms). For a run that has ended time stands still: nothing of it lasts longer or
    grows later."""

    changed = Signal(object)
    ticked = Signal(object)

    def __init__(self, bridge: Bridge, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.snapshot: SessionSnapshot | None = None
        self._plan: tuple[Show, Plan] | None = None
        bridge.subscribe(SessionSnapshot, self._take)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Begin to tick."""
        self._timer.start()
        self.tick()

    def now(self) -> Tick:
        """The desk at this moment."""
        now = self._clock.now()
        snapshot = self.snapshot
        if snapshot is None:
            return Tick(None, None, now.wall_ms, now.wall_ms)
        show, run = snapshot.state.show, snapshot.state.run
        if self._plan is None or self._plan[0] is not show:
            self._plan = (show, plan(show))
        run_now = snapshot.now(now)
        run_ms = run_now.wall_ms if run.phase is Phase.NONE else run.time(run_now)
        if run.ended_t_ms is not None:
            run_ms = min(run_ms, run.ended_t_ms)
        return Tick(snapshot, schedule(show, run, run_ms, self._plan[1]), now.wall_ms, run_ms)

    @Slot()
    def tick(self) -> None:
        """Tell the desk to repaint."""
        self.ticked.emit(self.now())

    @Slot(object)
    def _take(self, snapshot: SessionSnapshot) -> None:
        self.snapshot = snapshot
        self.changed.emit(snapshot)
        self.tick()
