"""The state of a run: what the journal folds to."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum

from livedesk.domain.card import CardDifference
from livedesk.domain.card_product import CardProduct
from livedesk.domain.checklist import CheckMark
from livedesk.domain.clock import Now
from livedesk.domain.errors import UserError
from livedesk.domain.events import MessageSent, ProductOnAir, PromotionStarted, RunKind, TakeResult
from livedesk.domain.events_desk import MomentMarked, OutputKind
from livedesk.domain.rundown import ItemWish, Segment, Show, StandbyMode, TransitionKind


class Phase(StrEnum):
    """NONE before a run is opened, then PREPARING, ON_AIR, ENDED."""

    NONE = "none"
    PREPARING = "preparing"
    ON_AIR = "on_air"
    ENDED = "ended"


class FollowStop(StrEnum):
    """Why an automatic follow does not fire any more: the program stood still when it fell due, the director came
    back to what had followed already, or vetoed it. Empty: it fires."""

    NONE = ""
    STOOD_STILL = "stood_still"
    CAME_BACK = "came_back"
    VETOED = "vetoed"


class AiringState(StrEnum):
    """ON_AIR (or held) is the one present airing; PAUSED waits under a standby plan; VOIDED was taken back."""

    ON_AIR = "on_air"
    PAUSED = "paused"
    ENDED = "ended"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Airing:
    """One time that a segment or a standby plan was on air. Times are the run's (ms).

    ``duration_ms`` is the planned one at the take (None: open); ``elapsed_ms`` the time on air without holds up
    to ``since_ms``, from which it counts on (None: it stands still); ``adjust_ms`` what was added. ``scene`` and
    ``product`` are those that the rundown wants on air in it now, ``transition`` is how that scene came.
    ``own_scene`` is the one that it was taken with, and ``own_items`` are shown and hidden there. ``card`` is what
    the card shows in it.
    """

    number: int
    item_id: str
    standby: StandbyMode | None
    started_ms: int
    duration_ms: int | None
    scene: str = ""
    product: ProductOnAir | None = None
    state: AiringState = AiringState.ON_AIR
    elapsed_ms: int = 0
    since_ms: int | None = None
    adjust_ms: int = 0
    ended_ms: int | None = None
    transition: TransitionKind = TransitionKind.CUT
    transition_ms: int = 0
    own_scene: str = ""
    own_items: tuple[ItemWish, ...] = ()
    card: CardProduct = CardProduct()

    @property
    def items(self) -> tuple[ItemWish, ...]:
        """What is wanted shown and hidden in the scene that is wanted now: another than its own asks for nothing."""
        return self.items_in(self.scene)

    def items_in(self, scene: str) -> tuple[ItemWish, ...]:
        """What is wanted shown and hidden in this scene when it goes on air within this airing."""
        return self.own_items if scene == self.own_scene else ()

    def elapsed_at(self, t_ms: int) -> int:
        """Time on air without holds at run time ``t_ms`` (e_k of TIMING.md)."""
        return self.elapsed_ms + (t_ms - self.since_ms if self.since_ms is not None else 0)

    @property
    def spent(self) -> bool:
        """Whether its time was up when it last went off or on."""
        return self.duration_ms is not None and self.elapsed_ms >= self.duration_ms + self.adjust_ms


@dataclass(frozen=True, slots=True)
class TakeState:
    """The last request to OBS: its number, the scene, when (run time), and what became of it (None: open)."""

    number: int
    scene: str
    t_ms: int
    result: TakeResult | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CueTick:
    """Who ticked a console cue, and when (epoch ms, by the run's own clock), in which airing."""

    by: str
    at_ms: int
    airing: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """A marked moment with its instant (epoch ms, by the run's own clock) and its note as it stands."""

    at_ms: int
    mark: MomentMarked
    note: str


@dataclass(frozen=True, slots=True)
class RunState:
    """Everything that a run knows. The run's time ``t`` is monotonic milliseconds since RunOpened.

    ``anchor_wall_ms`` and ``anchor_t_ms`` tie the run's time to the schedule's instants: they are set when the
    run opens and again when the show goes on air; ``correction_ms`` is what the director accepted since.
    ``ended_t_ms`` is the run's time of its end. ``outputs_asked`` holds what was asked of OBS's outputs and neither
    told by it yet nor refused; ``volumes`` where OBS's sound sources came to rest (dB, by name).
    ``items_left``: what OBS shows and hides is left so until the next take; ``card_left`` the texts of the card
    that are left as OBS has them. ``product`` is that of the airing on air, ``card`` what the card shows.
    """

    phase: Phase = Phase.NONE
    kind: RunKind = RunKind.LIVE
    show_id: str = ""
    boot: str = ""
    origin_mono_ms: int = 0
    anchor_wall_ms: int = 0
    anchor_t_ms: int = 0
    correction_ms: int = 0
    last_seq: int = 0
    last_t_ms: int = 0
    last_wall_ms: int = 0
    opened_wall_ms: int = 0
    started_wall_ms: int | None = None
    ended_t_ms: int | None = None
    baseline: Mapping[str, int] = field(default_factory=dict)
    baseline_end_ms: int | None = None
    airings: tuple[Airing, ...] = ()
    current: int | None = None
    aired: frozenset[str] = frozenset()
    held: bool = False
    follow_stopped: FollowStop = FollowStop.NONE
    scene: str = ""
    takes: int = 0
    take: TakeState | None = None
    product: ProductOnAir | None = None
    card: CardProduct = CardProduct()
    cues_done: Mapping[str, CueTick] = field(default_factory=dict)
    promotions: tuple[PromotionStarted, ...] = ()
    messages: tuple[MessageSent, ...] = ()
    message_count: int = 0
    moments: tuple[Moment, ...] = ()
    moment_count: int = 0
    items_left: bool = False
    card_left: tuple[CardDifference, ...] = ()
    outputs_asked: Mapping[OutputKind, bool] = field(default_factory=dict)
    volumes: Mapping[str, float] = field(default_factory=dict)
    checks: Mapping[str, CheckMark] = field(default_factory=dict)
    faults: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    clock_step_ms: int = 0

    def time(self, now: Now) -> int:
        """The run's time of a clock reading; after a restart of the machine it goes on by the wall clock."""
        if self.boot == now.boot:
            return now.mono_ms - self.origin_mono_ms
        return self.last_t_ms + max(0, now.wall_ms - self.last_wall_ms)

    def instant(self, t_ms: int) -> int:
        """The schedule's instant (epoch ms) of a run time: the run's own clock of TIMING.md."""
        return self.anchor_wall_ms + (t_ms - self.anchor_t_ms) + self.correction_ms

    def wall(self, t_ms: int) -> int:
        """What the wall showed at a run time (epoch ms), as the run counts it: corrections that were accepted later
        move hard times, never what has happened."""
        return self.anchor_wall_ms + (t_ms - self.anchor_t_ms)

    @property
    def airing(self) -> Airing | None:
        """The airing on air, or None before and after the show."""
        return self.airings[self.current - 1] if self.current is not None else None

    @property
    def before_viewers(self) -> bool:
        """Whether viewers see this run now: it is on air, and no rehearsal."""
        return self.phase is Phase.ON_AIR and self.kind is RunKind.LIVE

    @property
    def items(self) -> tuple[ItemWish, ...]:
        """What is wanted shown and hidden on air now."""
        return () if self.airing is None or self.items_left else self.airing.items

    def card_unsettled(self, found: tuple[CardDifference, ...]) -> tuple[CardDifference, ...]:
        """Of what differs on the card that which nobody has left as it is."""
        return tuple(each for each in found if each not in self.card_left)

    @property
    def paused(self) -> Airing | None:
        """The airing that waits under a pausing standby plan, or None."""
        return next((item for item in reversed(self.airings) if item.state is AiringState.PAUSED), None)


@dataclass(frozen=True, slots=True)
class State:
    """What a session holds: the document at a revision, and the run over it."""

    show: Show
    revision: int
    run: RunState = RunState()


def airs_still(run: RunState, before: Show, after: Show) -> None:
    """Raise UserError ``edit.aired`` where a step takes a segment or standby plan out of the document that this run
    has on air or had: what follows is counted from it."""
    if run.phase is not Phase.ON_AIR:
        return
    aired = _on_air_once(run)
    left = {item.id for item in after.segments} | {plan.id for plan in after.standbys}
    there = [(item.id, item.title) for item in before.segments] + [
        (plan.id, plan.title) for plan in before.standbys
    ]
    for item_id, title in there:
        if item_id in aired and item_id not in left:
            raise UserError("edit.aired", title=title)


def passed_over(run: RunState, before: Show, after: Show) -> tuple[Segment, ...]:
    """The segments that an edit put before what is on air or was, so that they do not come by themselves any more:
    the next one stands behind the furthest that was aired."""
    if run.phase is not Phase.ON_AIR:
        return ()
    aired = _on_air_once(run)
    was, now = _furthest(before, aired), _furthest(after, aired)
    gone = {item.id for item in before.segments[: was + 1]}
    return tuple(item for item in after.segments[: now + 1] if item.id not in gone | aired and not item.skipped)


def _on_air_once(run: RunState) -> Set[str]:
    return run.aired | {airing.item_id for airing in run.airings if airing.state is not AiringState.VOIDED}


def _furthest(show: Show, aired: Set[str]) -> int:
    return max((at for at, item in enumerate(show.segments) if item.id in aired), default=-1)
