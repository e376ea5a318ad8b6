"""A session that is rehearsed on the desk: the run has a time of its own, up to 60 times as fast as the machine's.

What the run does by itself happens at its very instant of that time, in order, however late the machine's clock wakes
the thread: a rehearsal at full speed tells the same times as one that takes the whole evening. What waits for the
world (the journal, OBS, a stall) waits by the machine's clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from livedesk.domain import commands as c
from livedesk.domain.clock import Now
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunKind
from livedesk.domain.ports import Clock, ObsLink
from livedesk.domain.rehearsing import RehearsalWishes, Rehearsing
from livedesk.domain.run import Phase, State
from livedesk.domain.timetable import plan, schedule
from livedesk.services.session.clock import ScaledClock
from livedesk.services.session.robot import ROBOT, leaves_alone, press, press_at
from livedesk.services.session.session import Append, Session
from livedesk.services.session.snapshot import SessionSnapshot

MOST_AT_ONCE = 64
"""So many things that fell due are done in one wake at most: then others have a word."""


class RehearsedSession(Session):
    """A rehearsal of a show, with the planned start for its first instant. :meth:`begin` puts it on air. Without OBS
    (``obs`` None) nothing is sent anywhere."""

    def __init__(
        self,
        state: State,
        *,
        run_id: int,
        clock: Clock,
        append: Append,
        publish: Callable[[object], None],
        wishes: RehearsalWishes,
        obs: ObsLink | None,
    ) -> None:
        self._pace = ScaledClock(plan(state.show).start, wishes.speed, clock, f"rehearsal-{run_id}")
        self._wishes = wishes
        self._moment: Now | None = None
        self._press_ms: int | None = None
        super().__init__(state, run_id=run_id, clock=clock, append=append, publish=publish, obs=obs)

    @property
    def snapshot(self) -> SessionSnapshot:
        """The state as it is published, with how the rehearsal stands."""
        return replace(super().snapshot, rehearsing=Rehearsing(self._pace.lapse, self._wishes))

    def now(self) -> Now:
        """The rehearsal's own time, or the instant of what is being done by itself."""
        return self._pace.now() if self._moment is None else self._moment

    def begin(self, by: str) -> None:
        """Open the run and go on air at its first instant. Raises UserError ``run.no_segments``."""
        self._moment = self._pace.lapse.at(0)
        try:
            self.handle(c.OpenRun(RunKind.REHEARSAL), by)
            self.handle(c.GoLive(), by)
        finally:
            self._moment = None

    def handle(self, command: c.Command, by: str) -> tuple[Entry, ...]:
        """Carry out a command. Raises UserError also where it asks something of an OBS that has no part in this."""
        if self._obs is None and isinstance(command, c.SwitchOutput | c.SaveReplay | c.MuteInput):
            raise UserError("rehearsal.without_obs")
        entries = super().handle(command, by)
        # At the instant of what happened: a moment later, sixty times as fast, short segments are over.
        self._arm_anew()
        return entries

    def steer(
        self, *, speed: int | None = None, paused: bool | None = None, by_itself: bool | None = None
    ) -> None:
        """Go on at another speed, pause, let the robot play or not; what is None stays."""
        self._pace.steer(speed=speed, paused=paused)
        if speed is not None:
            self._wishes = replace(self._wishes, speed=speed)
        if by_itself is not None:
            self._wishes = replace(self._wishes, by_itself=by_itself)
        self._armed = False
        self._publish(self.snapshot)

    def _arm(self) -> None:
        super()._arm()
        run = self.state.run
        self._press_ms = None
        if not self._wishes.by_itself or run.phase is not Phase.ON_AIR or leaves_alone(run):
            return
        t_ms = run.time(self.now())
        table = schedule(self.state.show, run, t_ms, self.plan)
        moment = press_at(table)
        if moment is not None:
            self._press_ms = run.origin_mono_ms + t_ms + max(0, moment - table.now)

    def _due_moments(self) -> list[int]:
        moments = super()._due_moments()
        return moments if self._press_ms is None else [*moments, self._press_ms]

    def _reached(self, mono_ms: int) -> int | None:
        return self._pace.lapse.reached(mono_ms)

    def _do_due(self) -> None:
        now = self._pace.now().mono_ms
        for _ in range(MOST_AT_ONCE):
            due = min(self._due_moments(), default=None)
            if due is None or due > now:
                return
            run = self.state.run
            # Somebody may have done something since: nothing is told before what it followed.
            self._moment = self._pace.lapse.at(max(due, run.origin_mono_ms + run.last_t_ms))
            try:
                self._do_one(due)
            finally:
                self._moment = None

    def _do_one(self, due: int) -> None:
        """Do one thing that falls due at this instant: ends of promotions first, then a follow, then the robot."""
        ending = next((item for item, end in self._promotion_ends() if end <= due), None)
        if ending is not None:
            self.handle(c.EndPromotion(ending), "")
        elif self._press_ms is not None and self._press_ms <= due:
            self._press_ms = None
            run = self.state.run
            self.handle(press(schedule(self.state.show, run, run.time(self.now()), self.plan)), ROBOT)
        else:
            super()._do_due()

    def _note_gap(self, length_ms: int) -> None:
        """A stall is one by the machine's clock; it lasted as many times longer in the rehearsal."""
        if self._pace.lapse.rate:
            super()._note_gap(length_ms * self._pace.lapse.rate)

    def _look_at_wall(self, machine: Now) -> None:
        """The machine's wall has nothing to do with the rehearsal's."""
