"""The show on the desk: its session and its journal."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from livedesk.app.documents import Documents
from livedesk.app.rehearsals import Rehearsals
from livedesk.app.scene_follower import SceneFollower
from livedesk.domain import commands as c
from livedesk.domain.clock import HOUR
from livedesk.domain.commands import Command
from livedesk.domain.decide import decide
from livedesk.domain.errors import UserError
from livedesk.domain.events import OBS, PROGRAM, Entry, RunKind, RunOpened
from livedesk.domain.evolve import fold
from livedesk.domain.ports import Clock, ObsLink
from livedesk.domain.rehearsing import RehearsalWishes
from livedesk.domain.run import Phase, RunState, State
from livedesk.domain.status import SaveStatus
from livedesk.domain.timetable import plan
from livedesk.services.session.session import Session
from livedesk.services.session.snapshot import DocumentSnapshot, SessionSnapshot
from livedesk.services.session.thread import ShowThread

if TYPE_CHECKING:
    from livedesk.store.store import Store

OF_OBS = "obs."
"""How the codes of OBS's faults begin."""
STALE_AFTER_MS = 12 * HOUR


class Stage:
    """Puts shows on the desk and keeps what happens there. ``attached`` hears of every run that comes on the desk;
    ``current`` gives the newest snapshot; ``documents`` are those of the desk and all others, ``rehearsals`` those on
    the desk. Writing methods wait for the store: not for the GUI or the show thread."""

    def __init__(
        self,
        store: Store,
        thread: ShowThread,
        clock: Clock,
        operator: Callable[[], str],
        publish: Callable[[object], None],
        current: Callable[[], SessionSnapshot | None],
        attached: Callable[[int, State], None],
        obs: ObsLink,
    ) -> None:
        self._store = store
        self._thread = thread
        self._clock = clock
        self._publish = publish
        self._current = current
        self._attached = attached
        self._obs = obs
        self._opening = threading.Lock()
        self._faults: dict[str, Command] = {}
        self._renames: list[Command] = []
        self._save_error = ""
        self.documents = Documents(
            store.shows, store.writer, thread, clock, operator, self._changed, current, self._edit_fault
        )
        self.scene_names = SceneFollower(self.documents, self._on_desk, self.tell)
        self.rehearsals = Rehearsals(
            store,
            thread,
            clock,
            operator,
            publish,
            current,
            self._append,
            self._came_back,
            obs,
            lambda: store.writer.status,
        )
        store.writer.listen(self._saving)

    # Runs.

    def open_interrupted(self) -> bool:
        """Put the run that a crash left on air on the desk, if there is one; it waits for a person to say whether
        to go on with it."""
        interrupted = self._store.runs.interrupted()
        if interrupted is None:
            return False
        self._put(interrupted.show_id, interrupted.run_id, fold(self._store.runs.entries(interrupted.run_id)))
        return True

    def open_show(self, show_id: str) -> None:
        """Put a show on the desk: its open run if it has one of this evening, else a new one. Nothing changes where
        that run is on the desk already."""
        with self._opening:
            snapshot = self._current()
            if snapshot is not None and snapshot.rehearsing is not None:
                raise UserError("rehearsal.running")
            if snapshot is not None and snapshot.state.run.phase is Phase.ON_AIR:
                raise UserError("run.on_air_elsewhere", title=snapshot.state.show.title)
            if not self.documents.kept(show_id):
                raise UserError("edit.waiting")
            unfinished = self._store.runs.unfinished(show_id)
            here = snapshot is not None and unfinished is not None and snapshot.run_id == unfinished.run_id
            # Its end may be on its way to the disk still: the desk knows of it first.
            over = here and snapshot is not None and snapshot.state.run.phase is Phase.ENDED
            if unfinished is not None and not over and not self._closed_as_stale(show_id, unfinished.run_id):
                if here:
                    return
                self._put(show_id, unfinished.run_id, fold(self._store.runs.entries(unfinished.run_id)))
                return
            run_id = self._store.runs.create(show_id, RunKind.LIVE, opened_ms=self._clock.now().wall_ms)
            self._put(show_id, run_id, RunState())
            self._thread.dispatch(c.OpenRun(RunKind.LIVE)).result()
            self.tell_faults()

    def rehearse(self, wishes: RehearsalWishes) -> None:
        """Put a rehearsal of the show on the desk; see :meth:`Rehearsals.begin`."""
        with self._opening:
            self.rehearsals.begin(wishes)

    def leave_rehearsal(self, run_id: int) -> None:
        """A rehearsal has ended: what it took the place of comes back."""
        with self._opening:
            self.rehearsals.leave(run_id)

    def _came_back(self, run_id: int, state: State) -> None:
        """A rehearsal came, or the run before it: it hears of the faults that stand now, and no other."""
        self._attached(run_id, state)
        for code in tuple(state.run.faults):
            if code not in self._faults:
                self._thread.tell(c.ClearFault(code), PROGRAM)
        self.tell_faults()

    def _closed_as_stale(self, show_id: str, run_id: int) -> bool:
        """End a run whose checks are another evening's: they say nothing about tonight."""
        entries = self._store.runs.entries(run_id)
        run = fold(entries)
        opening = next((entry for entry in entries if isinstance(entry.event, RunOpened)), None)
        if run.phase is not Phase.PREPARING or opening is None or not isinstance(opening.event, RunOpened):
            return False
        show, revision = self._store.shows.load(show_id)
        now = self._clock.now()
        same_start = opening.event.planned_start_ms == plan(show).start
        if same_start and now.wall_ms - opening.wall_ms < STALE_AFTER_MS:
            return False
        ended = decide(State(show, revision, run), c.EndShow(), now, PROGRAM)
        self._store.writer.append(run_id, ended, _nothing)
        return True

    def _put(self, show_id: str, run_id: int, run: RunState) -> None:
        # An edit comes before or after, never in between: the session would go on with what was before it.
        with self.documents.held(show_id) as document:
            state = State(document.show, document.revision, run)
            session = Session(
                state,
                run_id=run_id,
                clock=self._clock,
                append=self._append,
                publish=self._publish,
                obs=self._obs,
                resuming=run.phase is Phase.ON_AIR,
            )
            self._thread.put(session).result()
        self.scene_names.shown(show_id)
        saving = self._store.writer.status
        if saving.error:
            self._thread.ask(lambda session: session.saved(0, saving.pending, saving.error))
        self._attached(run_id, state)
        if run.phase is Phase.PREPARING:
            self._thread.dispatch(c.Resume()).result()
        if run.phase is not Phase.NONE:  # a run that is still to be opened takes nothing
            self.tell_faults()

    # The journal.

    def _append(self, run_id: int, entries: tuple[Entry, ...]) -> None:
        def done(error: BaseException | None) -> None:
            seq = entries[-1].seq if error is None else 0
            code = error.code if isinstance(error, UserError) else self._store.writer.status.error
            pending = self._store.writer.pending
            self._thread.ask(
                lambda session: session.saved(seq, pending, code) if session.run_id == run_id else None
            )

        self._store.writer.append(run_id, entries, done)

    def _saving(self, status: SaveStatus) -> None:
        """The writer's own word: a lock is waited for without any answer to an append."""
        if status.error != self._save_error:
            self._save_error = status.error
            self._thread.ask(lambda session: session.saved(0, status.pending, status.error))

    # Services' words.

    def tell(self, command: Command, by: str) -> None:
        """A service's word. Faults are remembered, so that a show that is opened later knows of them; a scene's new
        name goes into the document as well."""
        if isinstance(command, c.ShowFault):
            self._faults[command.code] = command
        elif isinstance(command, c.ClearFault):
            self._faults.pop(command.code, None)
        if not (by == OBS and self.rehearsals.deaf_to_obs):
            self._thread.tell(command, by)
        if isinstance(command, c.ReportRenamed):
            self.scene_names.renamed(command.before, command.after)
            snapshot = self._current()
            if snapshot is not None and snapshot.resuming:
                self._renames.append(command)

    def resumed(self) -> None:
        """A run that waited for a person's word took none of a service's: the standing faults and the new names of
        scenes are told to it now."""
        renames, self._renames = self._renames, []
        for rename in renames:
            self._thread.tell(rename, OBS)
        self.tell_faults()

    def tell_faults(self) -> None:
        """Tell the standing faults to the session (again)."""
        for code, fault in tuple(self._faults.items()):
            if not (code.startswith(OF_OBS) and self.rehearsals.deaf_to_obs):
                self._thread.tell(fault, PROGRAM)

    def _on_desk(self) -> str:
        snapshot = self._current()
        return snapshot.state.show.id if snapshot is not None and snapshot.run_id is not None else ""

    def _changed(self, item: object) -> None:
        if isinstance(item, DocumentSnapshot):
            self.scene_names.document(item)
        self._publish(item)

    def _edit_fault(self, code: str) -> None:
        if code:
            self.tell(c.ShowFault("edit.not_saved", (("reason", code),)), PROGRAM)
        else:
            self.tell(c.ClearFault("edit.not_saved"), PROGRAM)


def _nothing(_: BaseException | None) -> None:
    """The end of a run that nobody watches."""
