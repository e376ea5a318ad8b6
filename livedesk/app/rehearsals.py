"""Rehearsals on the desk: the run that is being prepared steps aside for one, and comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from livedesk.domain import commands as c
from livedesk.domain.errors import UserError
from livedesk.domain.events import PROGRAM, Entry, RunEnded, RunKind
from livedesk.domain.ports import Clock, ObsLink
from livedesk.domain.rehearsing import RehearsalWishes
from livedesk.domain.run import Phase, RunState, State
from livedesk.domain.status import SaveStatus
from livedesk.domain.timetable import plan
from livedesk.services.session.rehearsed import RehearsedSession
from livedesk.services.session.session import Append, Session
from livedesk.services.session.snapshot import Refused, RehearsalOver, SessionSnapshot
from livedesk.services.session.thread import ShowThread
from livedesk.store.store import Store

CLOSE_S = 3.0


class Rehearsals:
    """``append`` and ``publish`` are those of every session, ``attached`` hears of the run that comes on the desk.
    Methods that wait for the store or the show thread say so."""

    def __init__(
        self,
        store: Store,
        thread: ShowThread,
        clock: Clock,
        operator: Callable[[], str],
        publish: Callable[[object], None],
        current: Callable[[], SessionSnapshot | None],
        append: Append,
        attached: Callable[[int, State], None],
        obs: ObsLink,
        saving: Callable[[], SaveStatus],
    ) -> None:
        self._store = store
        self._thread = thread
        self._clock = clock
        self._operator = operator
        self._publish = publish
        self._current = current
        self._append = append
        self._attached = attached
        self._obs = obs
        self._saving = saving
        self._aside: Session | None = None
        self._drives_obs = True

    @property
    def deaf_to_obs(self) -> bool:
        """Whether a rehearsal is on the desk in which OBS has no part."""
        return self._aside is not None and not self._drives_obs

    def begin(self, wishes: RehearsalWishes) -> None:
        """Put a rehearsal of the show on the desk in the place of its run, on air at the planned start. Waits for the
        store. Raises UserError ``show.none``, ``rehearsal.on_air``, ``rehearsal.running``, ``run.resume_first``,
        ``run.no_segments``, and what the store raises."""
        show_id, start_ms = self._admitted()
        run_id = self._store.runs.create(show_id, RunKind.REHEARSAL, opened_ms=start_ms)
        begun: list[Session] = []

        def step_aside(before: Session) -> Session:
            if before.state.run.phase is Phase.ON_AIR or before.state.show.id != show_id:
                raise UserError("rehearsal.on_air")
            session = RehearsedSession(
                replace(before.state, run=RunState()),
                run_id=run_id,
                clock=self._clock,
                append=self._append,
                publish=self._publish,
                wishes=wishes,
                obs=self._obs if wishes.drives_obs else None,
            )
            session.begin(self._operator())
            self._aside, self._drives_obs = before, wishes.drives_obs
            begun.append(session)
            return session

        self._thread.exchange(step_aside).result()
        self._attached(run_id, begun[0].state)

    def _admitted(self) -> tuple[str, int]:
        """The id of the show on the desk, where it may be rehearsed now, and its planned start."""
        snapshot = self._current()
        if snapshot is None or snapshot.run_id is None:
            raise UserError("show.none")
        if self._aside is not None:
            raise UserError("rehearsal.running")
        if snapshot.resuming:
            raise UserError("run.resume_first")
        if snapshot.state.run.phase is Phase.ON_AIR:
            raise UserError("rehearsal.on_air")
        if all(item.skipped for item in snapshot.state.show.segments):
            raise UserError("run.no_segments")
        return snapshot.state.show.id, plan(snapshot.state.show).start

    def steer(
        self, *, speed: int | None = None, paused: bool | None = None, by_itself: bool | None = None
    ) -> None:
        """Change how the rehearsal runs; nothing happens where there is none. Returns at once."""

        def work(session: Session) -> None:
            if isinstance(session, RehearsedSession):
                session.steer(speed=speed, paused=paused, by_itself=by_itself)

        self._thread.ask(work)

    def end(self) -> None:
        """End the rehearsal, wherever it is. Returns at once; :meth:`leave` follows with its end."""

        def work(session: Session) -> None:
            if isinstance(session, RehearsedSession) and session.state.run.phase is not Phase.ENDED:
                session.handle(c.EndShow(), self._operator())

        self._thread.ask(work)

    def leave(self, run_id: int) -> None:
        """A rehearsal has ended: the run that stepped aside comes back, with the show as it is by now. Waits for the
        show thread and the feeds."""
        back: list[Session] = []
        title: list[str] = []

        def come_back(session: Session) -> Session:
            before = self._aside
            if before is None or session.run_id != run_id:
                return session
            state, self._aside = session.state, None
            if before.state.revision != state.revision:
                before.replace_document(state.show, state.revision)
            saving = self._saving()
            before.saved(0, saving.pending, saving.error)
            back.append(before)
            title.append(state.show.title)
            return before

        self._thread.exchange(come_back).result()
        if back:
            self._publish(RehearsalOver(run_id, title[0]))
            self._attached(back[0].run_id, back[0].state)

    def close(self) -> None:
        """The desk closes: a rehearsal ends with it. Waits for the show thread a moment."""
        if self._aside is not None:
            self.end()
            self._thread.ask(lambda _: None).result(CLOSE_S)

    def end_cut_off(self) -> None:
        """End the rehearsals that a crash left open, at the last that is known of them, and say so: a rehearsal is not
        gone on with. Waits for the store."""
        for run in self._store.runs.cut_off_rehearsals():
            last = self._store.runs.entries(run.run_id)[-1]
            ended = Entry(last.seq + 1, last.t_ms, last.wall_ms, PROGRAM, RunEnded())
            self._store.writer.append(run.run_id, (ended,), _nothing)
            self._publish(Refused(None, UserError("rehearsal.cut_off", title=run.title)))


def _nothing(_: BaseException | None) -> None:
    """The end of a rehearsal that nobody watches."""
