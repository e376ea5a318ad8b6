"""A rehearsal: the session on a simulated clock, with a robot that presses GO at each expected start.

It leaves the same journal, log and report as a live show. ``speed`` is how many times as fast it runs; None never
waits, but for OBS's word on each take and for the journal before it.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from livedesk.domain import commands as c
from livedesk.domain.errors import UserError
from livedesk.domain.events import OBS, RunKind
from livedesk.domain.run import Phase
from livedesk.domain.timetable import Timetable, schedule
from livedesk.services.session.clock import SimulatedClock
from livedesk.services.session.robot import ROBOT, press, press_at
from livedesk.services.session.session import RELEASE_AFTER_MS, Session

AUDIENCE_STEP_MS = 1_000
TAKE_PATIENCE_S = 3.0


class Audience(Protocol):
    """Whoever plays the audience: called with the schedule's instant as the rehearsal goes on."""

    def play_until(self, instant_ms: int, table: Timetable) -> None:
        """Let everything happen that is due up to ``instant_ms`` (epoch ms)."""
        ...


@dataclass(frozen=True, slots=True)
class RehearsalEnd:
    """How a rehearsal went: segments on air, and the instants (epoch ms) of its planned and its real end."""

    aired: int
    planned_end_ms: int
    ended_ms: int


class Rehearsal:
    """Plays one show from going on air to its end. ``post`` may be called from any thread."""

    def __init__(
        self,
        clock: SimulatedClock,
        *,
        speed: float | None,
        audience: Audience,
        drives_obs: bool,
    ) -> None:
        self._clock = clock
        self._speed = speed
        self._audience = audience
        self._drives_obs = drives_obs
        self._inbox: queue.SimpleQueue[Callable[[Session], None]] = queue.SimpleQueue()
        self._next_audience = 0

    def post(self, work: Callable[[Session], None]) -> None:
        """Let the rehearsal's thread do something with the session: a report of OBS, a word of the writer."""
        self._inbox.put(work)

    def post_command(self, command: c.Command) -> None:
        """Post a command from a service."""

        def act(session: Session) -> None:
            session.handle(command, OBS)

        self.post(act)

    def play(self, session: Session) -> RehearsalEnd:
        """Play the show; returns at its end. Raises what opening the run and going on air refuse."""
        session.handle(c.OpenRun(RunKind.REHEARSAL), ROBOT)
        session.handle(c.GoLive(), ROBOT)
        planned_end = self._table(session).plan.end
        self._next_audience = self._clock.now().mono_ms
        while session.state.run.phase is Phase.ON_AIR:
            self._settle(session)
            self._act(session)
            if session.state.run.phase is Phase.ON_AIR:
                self._pass_time(session)
        self._settle(session)
        run = session.state.run
        ended = run.last_t_ms if run.ended_t_ms is None else run.ended_t_ms
        return RehearsalEnd(len(run.aired), planned_end, run.instant(ended))

    def _table(self, session: Session) -> Timetable:
        run = session.state.run
        return schedule(session.state.show, run, run.time(self._clock.now()), session.plan)

    def _act(self, session: Session) -> None:
        """Do everything that is due now."""
        now = self._clock.now().mono_ms
        if now >= session.deadline():
            session.wake()
        table = self._table(session)
        if now >= self._next_audience:
            self._audience.play_until(table.now, table)
            self._next_audience = now + AUDIENCE_STEP_MS
        moment = press_at(table)
        if moment is not None and table.now >= moment:
            session.handle(press(table), ROBOT)

    def _pass_time(self, session: Session) -> None:
        """Let simulated time go on to the next moment at which something is due."""
        now = self._clock.now().mono_ms
        table = self._table(session)
        moments = [session.deadline(), self._next_audience]
        robot = press_at(table)
        if robot is not None:
            moments.append(now + robot - table.now)
        following = max(now + 1, min(moments))
        if self._speed is None:
            self._clock.advance_to(following)
            return
        began = time.monotonic()
        self._take_post(session, (following - now) / 1000 / self._speed)
        passed = round((time.monotonic() - began) * 1000 * self._speed)
        self._clock.advance_to(min(following, now + max(1, passed)))

    def _settle(self, session: Session) -> None:
        """Take what was posted; at full speed also wait for the journal and for OBS's word on the last take."""
        while self._take_post(session, 0):
            pass
        if self._speed is not None:
            return
        until = time.monotonic() + RELEASE_AFTER_MS / 1000
        while session.waiting and self._take_post(session, until - time.monotonic()):
            pass
        until = time.monotonic() + TAKE_PATIENCE_S
        while self._drives_obs and self._open_take(session):
            if not self._take_post(session, until - time.monotonic()):
                return

    def _open_take(self, session: Session) -> bool:
        take = session.state.run.take
        return take is not None and take.result is None and not session.waiting

    def _take_post(self, session: Session, wait_s: float) -> bool:
        """Do one posted piece of work, waiting for it at most ``wait_s``; False: there was none."""
        try:
            work = self._inbox.get(block=wait_s > 0, timeout=max(0.0, wait_s) or None)
        except queue.Empty:
            return False
        try:
            work(session)
        except UserError:
            # A report that comes after the show has ended changes nothing.
            return True
        return True
