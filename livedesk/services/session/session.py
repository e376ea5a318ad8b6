"""The session: the one holder of a show's state while it is on the desk.

It belongs to one thread, which calls :meth:`Session.handle` with commands and :meth:`Session.wake` when
:meth:`Session.deadline` is reached. Entries go to the journal first; what they ask of the world is released by the
journal's acknowledgement, or 100 ms later without one ("not yet saved"). Panic waits for nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from livedesk.domain import commands as c
from livedesk.domain.card import card_texts
from livedesk.domain.decide import decide
from livedesk.domain.edits import Edit, apply
from livedesk.domain.effects import CancelPromotionEnd, Effect, ObsTake, PlanPromotionEnd, effects
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, PromotionStarted
from livedesk.domain.evolve import fold
from livedesk.domain.ports import CardTexts, Clock, ObsLink, Planner
from livedesk.domain.run import Phase, State
from livedesk.domain.rundown import Show
from livedesk.domain.status import SaveStatus
from livedesk.domain.timetable import Plan, plan, schedule
from livedesk.services.session.snapshot import Journalled, SessionSnapshot

RELEASE_AFTER_MS = 100
GAP_MS = 2_000
STEP_MS = 2_000
LOOK_MS = 500

Append = Callable[[int, tuple[Entry, ...]], None]
"""Hands entries to the writer; it answers through :meth:`Session.saved`."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Effects that wait for the journal, and what is told of their entries with them: ``seq`` is the last entry.
    The world comes first: a window that repaints must not take the processor from a take."""

    seq: int
    until_ms: int
    effects: tuple[Effect, ...]
    entries: tuple[Entry, ...]


class Session:
    """Runs one show. ``append`` writes to the journal of ``run_id``; ``publish`` takes snapshots and entries."""

    def __init__(
        self,
        state: State,
        *,
        run_id: int | None,
        clock: Clock,
        append: Append,
        publish: Callable[[object], None],
        planner: Planner,
        obs: ObsLink | None = None,
        resuming: bool = False,
    ) -> None:
        self.state = state
        self.run_id = run_id
        self.resuming = resuming
        self._clock = clock
        self._append = append
        self._publish = publish
        self._planner = planner
        self._obs = obs
        self._save = SaveStatus(saved_seq=state.run.last_seq)
        self._waiting: deque[_Waiting] = deque()
        self.plan: Plan = plan(state.show)
        self._follow_mono: int | None = None
        self._looked_ms = clock.now().mono_ms
        self._arm()

    @property
    def snapshot(self) -> SessionSnapshot:
        """The state as it is published."""
        return SessionSnapshot(self.run_id, self.state, self._save, self.resuming)

    def handle(self, command: c.Command, by: str) -> tuple[Entry, ...]:
        """Carry out a command. Raises UserError where it is refused; then nothing has happened."""
        if self.resuming and not isinstance(command, c.Resume | c.EndShow):
            raise UserError("run.resume_first")
        now = self._clock.now()
        entries = decide(self.state, command, now, by)
        if not entries:
            return ()
        if self.run_id is None:
            raise UserError("run.not_open")
        self.resuming = False
        before = self.state.run
        self.state = replace(self.state, run=fold(entries, before))
        pending = self._save.pending + len(entries)
        self._save = replace(self._save, pending=pending)
        released = tuple(effect for entry in entries for effect in effects(entry))
        self._append(self.run_id, entries)
        self._arm()
        if isinstance(command, c.Resume):
            self._plan_promotions()
        waiting = _Waiting(entries[-1].seq, now.mono_ms + RELEASE_AFTER_MS, released, entries)
        if released and not any(isinstance(effect, ObsTake) and effect.urgent for effect in released):
            self._waiting.append(waiting)
        else:
            self._release(waiting)
        return entries

    def edit(self, edit: Edit, base: int) -> tuple[Show, int]:
        """Apply an edit to revision ``base`` of the document; returns the show and its new revision. Raises
        UserError ``edit.stale`` where the document has moved on, and what the edit itself raises."""
        if base != self.state.revision:
            raise UserError("edit.stale", base=base, current=self.state.revision)
        show, _ = apply(self.state.show, edit)
        self.replace_document(show, base + 1)
        return show, base + 1

    def replace_document(self, show: Show, revision: int) -> None:
        """Go on with another revision of the document."""
        self.plan = plan(show)
        self.state = replace(self.state, show=show, revision=revision)
        self._arm()
        self._publish(self.snapshot)

    def saved(self, seq: int, pending: int, error: str) -> None:
        """The writer's word: entries up to ``seq`` are on disk, ``pending`` are not; ``error`` says why."""
        self._save = SaveStatus(max(self._save.saved_seq, seq), pending, error)
        while self._waiting and self._waiting[0].seq <= self._save.saved_seq:
            self._release(self._waiting.popleft())
        self._publish(self.snapshot)

    @property
    def waiting(self) -> bool:
        """Whether effects wait for the journal's acknowledgement."""
        return bool(self._waiting)

    def deadline(self) -> int:
        """When :meth:`wake` wants to be called at the latest (monotonic ms)."""
        moments = [self._looked_ms + LOOK_MS]
        if self._waiting:
            moments.append(self._waiting[0].until_ms)
        if self._follow_mono is not None:
            moments.append(self._follow_mono)
        return min(moments)

    def wake(self) -> None:
        """Do what is due: note a stall or a step of the wall clock, release effects, follow by itself."""
        now = self._clock.now()
        self._look(now.mono_ms, now.wall_ms)
        while self._waiting and self._waiting[0].until_ms <= now.mono_ms:
            self._release(self._waiting.popleft())
        if self._follow_mono is not None and now.mono_ms >= self._follow_mono:
            self._follow_mono = None
            airing = self.state.run.airing
            if airing is not None:
                self.handle(c.Follow(airing.number), "")
                self._arm()

    def _look(self, mono_ms: int, wall_ms: int) -> None:
        """Note that nobody called for a while, or that the machine's clock moved against the run's."""
        gap = mono_ms - self._looked_ms
        self._looked_ms = mono_ms
        phase = self.state.run.phase
        if self.resuming or phase not in (Phase.PREPARING, Phase.ON_AIR):
            return
        if gap > GAP_MS and phase is Phase.ON_AIR:
            self.handle(c.NoteGap(gap), "")
        run = self.state.run
        step = wall_ms - run.instant(run.time(self._clock.now()))
        if abs(step - run.clock_step_ms) > STEP_MS:
            self.handle(c.NoteClockStep(step), "")

    def _arm(self) -> None:
        """Set the timer of an auto-follow from the timetable as it is now."""
        run = self.state.run
        self._follow_mono = None
        if run.phase is not Phase.ON_AIR or self.resuming:
            return
        t_ms = run.time(self._clock.now())
        table = schedule(self.state.show, run, t_ms, self.plan)
        if table.follow_at is not None:
            self._follow_mono = run.origin_mono_ms + t_ms + max(0, table.follow_at - table.now)

    def _plan_promotions(self) -> None:
        for promotion in self.state.run.promotions:
            self._plan_promotion(promotion)

    def _plan_promotion(self, promotion: PromotionStarted) -> None:
        if promotion.ends_ms is not None:
            self._do(PlanPromotionEnd(promotion.promotion_id, promotion.ends_ms))

    def _release(self, waiting: _Waiting) -> None:
        for effect in waiting.effects:
            self._do(effect)
        assert self.run_id is not None  # entries exist only of a run
        self._publish(self.snapshot)
        self._publish(Journalled(self.run_id, waiting.entries))

    def _do(self, effect: Effect) -> None:
        match effect:
            case ObsTake():
                card = card_texts(self.state.show, effect.product_id) if effect.product_id else CardTexts()
                if self._obs is not None:
                    self._obs.take(effect, card)
            case PlanPromotionEnd(promotion_id, t_ms):
                run = self.state.run
                left = max(0, t_ms - run.time(self._clock.now()))
                self._planner.plan(f"promotion:{promotion_id}", left, c.EndPromotion(promotion_id))
            case CancelPromotionEnd(promotion_id):
                self._planner.cancel(f"promotion:{promotion_id}")
