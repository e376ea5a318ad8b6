"""The session: the one holder of a show's state while it is on the desk.

It belongs to one thread, which calls :meth:`Session.handle` with commands and :meth:`Session.wake` when
:meth:`Session.deadline` is reached. Entries go to the journal first. What they ask of the world, and what is told of
them, is released in order by the journal's acknowledgement, or 100 ms later without one ("not yet saved"). A panic's
take waits for nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from livedesk.domain import commands as c
from livedesk.domain.admission import admit
from livedesk.domain.card import CardSlot, CardTexts, countdown_text, until_next_text_ms
from livedesk.domain.clock import Now
from livedesk.domain.decide import decide
from livedesk.domain.edits import Edit
from livedesk.domain.effects import (
    Effect,
    ObsCard,
    ObsCardAnew,
    ObsItems,
    ObsMute,
    ObsOutput,
    ObsReplay,
    ObsTake,
    ObsTexts,
    effects,
)
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry
from livedesk.domain.evolve import fold
from livedesk.domain.ports import Clock, ObsLink
from livedesk.domain.run import Phase, RunState, State, airs_still
from livedesk.domain.rundown import Show
from livedesk.domain.status import SaveStatus
from livedesk.domain.timetable import Plan, plan, remaining, schedule
from livedesk.services.session.card_on_air import CardOnAir
from livedesk.services.session.snapshot import Journalled, SessionSnapshot

RELEASE_AFTER_MS = 100
TELL_AFTER_MS = 40
GAP_MS = 2_000
STEP_MS = 2_000
LOOK_MS = 500
COUNT_MS = 250
"""The countdown in OBS is written so seldom at least: in a rehearsal at speed its seconds come faster."""

Append = Callable[[int, tuple[Entry, ...]], None]
"""Hands entries to the writer; it answers through :meth:`Session.saved`."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What one command made happen, until the journal has it: its effects, its entries, the run after it."""

    until_ms: int
    effects: tuple[Effect, ...]
    entries: tuple[Entry, ...]
    run: RunState


class Session:
    """Runs one show. ``append`` writes to the journal of ``run_id``; ``publish`` takes snapshots and entries.
    ``state`` is that of everything decided; a snapshot tells no more than what has been released. ``clock`` is the
    machine's, by which it waits for the journal and sees that it stood still; the run has its time from
    :meth:`now`."""

    def __init__(
        self,
        state: State,
        *,
        run_id: int,
        clock: Clock,
        append: Append,
        publish: Callable[[object], None],
        obs: ObsLink | None = None,
        resuming: bool = False,
    ) -> None:
        self.state = state
        self.run_id = run_id
        self.resuming = resuming
        self._clock = clock
        self._append = append
        self._publish = publish
        self._obs = obs
        self._card = CardOnAir(obs, state)
        self._save = SaveStatus(saved_seq=state.run.last_seq)
        self._waiting: deque[_Waiting] = deque()
        self._shown = state.run
        self._untold: list[Entry] = []
        self._tell_at_ms: int | None = None
        self.plan: Plan = plan(state.show)
        self._follow_ms: int | None = None
        self._armed = False
        self._looked_ms = clock.now().mono_ms
        self._counted = ""
        self._count_at_ms: int | None = None

    @property
    def snapshot(self) -> SessionSnapshot:
        """The state as it is published."""
        shown = replace(self.state, run=self._shown)
        return SessionSnapshot(self.run_id, shown, self._save, self.resuming)

    def now(self) -> Now:
        """The time of the run."""
        return self._clock.now()

    def handle(self, command: c.Command, by: str) -> tuple[Entry, ...]:
        """Carry out a command. Raises UserError where it is refused; then nothing has happened."""
        if self.resuming and isinstance(command, c.Panic):
            # Panic asks nobody: whoever presses it goes on with the show.
            self.handle(c.Resume(), by)
        if self.resuming and not isinstance(command, c.Resume | c.EndShow):
            raise UserError("run.resume_first")
        entries = decide(self.state, command, self.now(), by)
        if not entries:
            return ()
        self.resuming = False
        run = fold(entries, self.state.run)
        self.state = replace(self.state, run=run)
        self._save = replace(self._save, pending=self._save.pending + len(entries))
        self._append(self.run_id, entries)
        self._armed = False
        self._count_at_ms = None if self._obs is None else self._looked_ms
        released = tuple(effect for entry in entries for effect in effects(entry))
        if any(isinstance(effect, ObsTake) and effect.urgent for effect in released):
            self._do(released, run)
            released = ()
        until = self._clock.now().mono_ms + RELEASE_AFTER_MS
        self._waiting.append(_Waiting(until, released, entries, run))
        return entries

    def edit(self, edit: Edit, base: int) -> tuple[Show, int]:
        """Apply an edit to revision ``base`` of the document; returns the show and its new revision. Raises
        UserError ``edit.stale`` where the document has moved on, ``edit.aired``, and what the edit itself raises."""
        if base != self.state.revision:
            raise UserError("edit.stale", base=base, current=self.state.revision)
        show, _ = admit(self.state.show, edit)
        airs_still(self.state.run, self.state.show, show)
        self.replace_document(show, base + 1)
        return show, base + 1

    def replace_document(self, show: Show, revision: int) -> None:
        """Go on with another revision of the document. What it changed on the card on air reaches OBS."""
        self.plan = plan(show)
        self.state = replace(self.state, show=show, revision=revision)
        if self._on_air:
            self._card.anew(self.state)
        self._armed = False
        self._publish(self.snapshot)

    def sold(self, units: Mapping[str, int]) -> None:
        """So many were sold so far, by product id: the card on air shows what is left."""
        self._card.sold(units)

    def saved(self, seq: int, pending: int, error: str) -> None:
        """The writer's word: entries up to ``seq`` are on disk, ``pending`` are not; ``error`` says why."""
        self._save = SaveStatus(max(self._save.saved_seq, seq), pending, error)
        while self._waiting and self._waiting[0].entries[-1].seq <= self._save.saved_seq:
            self._release(self._waiting.popleft())
        if self._tell_at_ms is None:
            self._tell()

    @property
    def _on_air(self) -> bool:
        return self.state.run.phase is Phase.ON_AIR and not self.resuming

    @property
    def waiting(self) -> bool:
        """Whether anything waits for the journal's acknowledgement."""
        return bool(self._waiting)

    def deadline(self) -> int:
        """When :meth:`wake` wants to be called at the latest (the machine's monotonic ms). While something waits for
        the journal, or a take is on its way to OBS, nothing else is worked out: it would take the processor from
        those who write and send."""
        if self._waiting:
            return self._waiting[0].until_ms
        if self._tell_at_ms is not None:
            return self._tell_at_ms
        moments = [self._looked_ms + LOOK_MS]
        if self._count_at_ms is not None:
            moments.append(self._count_at_ms)
        reached = (self._reached(due) for due in self._due_moments())
        return min((*moments, *(moment for moment in reached if moment is not None)))

    def wake(self) -> None:
        """Do what is due: note a stall or a step of the wall clock, release what the journal is late with, end
        promotions, follow by itself."""
        now = self._clock.now()
        self._look(now)
        while self._waiting and self._waiting[0].until_ms <= now.mono_ms:
            self._release(self._waiting.popleft())
        if self._tell_at_ms is not None and self._tell_at_ms <= now.mono_ms:
            self._tell()
        self._do_due()
        self._count()
        if self._on_air:
            self._card.look(self.state, now.mono_ms)

    def _count(self) -> None:
        """Let OBS show what is left of the segment, when its text changes."""
        machine = self._clock.now().mono_ms
        if self._obs is None or (self._count_at_ms is not None and machine < self._count_at_ms):
            return
        now = self.now()
        left, text = self._left(now)
        stays = until_next_text_ms(left)
        due = None if stays is None else self._reached(now.mono_ms + stays)
        self._count_at_ms = machine + LOOK_MS if due is None else max(due, machine + COUNT_MS)
        if text != self._counted:
            self._counted = text
            self._obs.countdown(text)

    def _left(self, now: Now) -> tuple[int | None, str]:
        """What is left of the segment on air (ms), and the countdown's text; off air it is empty."""
        run = self.state.run
        if not self._on_air or run.airing is None:
            return None, ""
        left = remaining(self.state.show, run, run.airing, run.time(now), self.plan)
        return left, countdown_text(left)

    def _due_moments(self) -> list[int]:
        """When something of the run falls due by itself (the run's monotonic ms)."""
        self._arm_anew()
        follow = [] if self._follow_ms is None else [self._follow_ms]
        return follow + [end for _, end in self._promotion_ends()]

    def _reached(self, mono_ms: int) -> int | None:
        """When the machine's monotonic clock shows what the run's shows at ``mono_ms``; None: never, as it stands."""
        return mono_ms

    def _do_due(self) -> None:
        """Do what fell due."""
        now = self.now()
        for promotion_id, end in self._promotion_ends():
            if end <= now.mono_ms:
                self.handle(c.EndPromotion(promotion_id), "")
        self._arm_anew()
        if self._follow_ms is not None and now.mono_ms >= self._follow_ms:
            self._armed = False
            airing = self.state.run.airing
            if airing is not None:
                self.handle(c.Follow(airing.number), "")

    def _promotion_ends(self) -> list[tuple[str, int]]:
        """When the running promotions end (monotonic ms): a step of the wall clock moves no price."""
        run = self.state.run
        if not self._on_air:
            return []
        return [
            (promotion.promotion_id, run.origin_mono_ms + promotion.ends_ms)
            for promotion in run.promotions
            if promotion.ends_ms is not None
        ]

    def _look(self, machine: Now) -> None:
        """Note that nobody called for a while, or that the machine's clock moved against the run's."""
        gap = machine.mono_ms - self._looked_ms
        self._looked_ms = machine.mono_ms
        phase = self.state.run.phase
        if self.resuming or phase not in (Phase.PREPARING, Phase.ON_AIR):
            return
        if gap > GAP_MS and phase is Phase.ON_AIR:
            self._note_gap(gap)
        self._look_at_wall(machine)

    def _note_gap(self, length_ms: int) -> None:
        self.handle(c.NoteGap(length_ms), "")

    def _look_at_wall(self, machine: Now) -> None:
        run = self.state.run
        step = machine.wall_ms - run.instant(run.time(machine))
        if abs(step - run.clock_step_ms) > STEP_MS:
            self.handle(c.NoteClockStep(step), "")

    def _arm_anew(self) -> None:
        """Set the timers again where something has happened since."""
        if not self._armed:
            self._arm()
            self._armed = True

    def _arm(self) -> None:
        """Set the timer of an auto-follow from the timetable as it is now."""
        run = self.state.run
        self._follow_ms = None
        if not self._on_air:
            return
        t_ms = run.time(self.now())
        table = schedule(self.state.show, run, t_ms, self.plan)
        if table.follow_at is not None:
            self._follow_ms = run.origin_mono_ms + t_ms + max(0, table.follow_at - table.now)

    def _release(self, waiting: _Waiting) -> None:
        """Let the world know, then whoever watches. What a take changed is told with OBS's word on it, or a moment
        later without: a window that repaints must not take the processor from the take."""
        self._do(waiting.effects, waiting.run)
        self._shown = waiting.run
        self._untold.extend(waiting.entries)
        if self._obs is not None and any(isinstance(effect, ObsTake) for effect in waiting.effects):
            self._tell_at_ms = self._clock.now().mono_ms + TELL_AFTER_MS
        else:
            self._tell()

    def _tell(self) -> None:
        """Publish the state, and what was released since it was published last."""
        told, self._untold, self._tell_at_ms = tuple(self._untold), [], None
        self._publish(self.snapshot)
        if told:
            self._publish(Journalled(self.run_id, told))

    def _do(self, released: tuple[Effect, ...], run: RunState) -> None:
        """Ask the world for these effects; ``run`` is the run right after them."""
        if self._obs is None:
            return
        shown = run.card.shown
        for effect in released:
            match effect:
                case ObsTake(product_id=brought, urgent=urgent):
                    card = CardTexts() if urgent else self._card.staged(self.state, shown, brought=bool(brought))
                    _, self._counted = self._left(self.now())
                    self._count_at_ms = None
                    self._obs.take(effect, CardTexts((*card.texts, (CardSlot.COUNTDOWN, self._counted))))
                case ObsCard(brought):
                    self._card.present(self.state, shown, brought=bool(brought))
                case ObsCardAnew():
                    self._card.anew(self.state)
                case ObsTexts(inputs):
                    self._obs.write_card(inputs)
                case ObsItems(scene, items):
                    self._obs.show_items(scene, items)
                case ObsOutput(output, on):
                    self._obs.switch_output(output, on)
                case ObsMute(name, muted):
                    self._obs.mute(name, muted)
                case ObsReplay():
                    self._obs.save_replay()
