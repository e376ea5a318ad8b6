"""What happened in a run. Events are journalled, never changed; a correction is a new event.

Every event travels in an :class:`Entry` with its number and its two times. Whatever went on air is copied
into the event, so that the log stays true when the document is edited later.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.checklist import CheckState
from livedesk.domain.events_desk import DeskEvent
from livedesk.domain.rundown import ConsoleAction, ItemWish, SegmentKind, StandbyMode, TransitionKind

OBS, PROGRAM = "OBS", "livedesk"
"""Whom an entry is by where that is no person: OBS, or this program itself. (Its services name themselves.)"""


class RunKind(StrEnum):
    """A live run or a rehearsal; a rehearsal never counts among live numbers."""

    LIVE = "live"
    REHEARSAL = "rehearsal"


class Via(StrEnum):
    """What brought a segment on air."""

    GO = "go"
    FOLLOW = "follow"
    JUMP = "jump"


class TakeResult(StrEnum):
    """What became of a take. UNKNOWN: OBS did not answer in time, and the take may still run there.
    WITHHELD: it was not sent (no link to OBS, the scene is missing, a collection is switching)."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    WITHHELD = "withheld"


class MessageKind(StrEnum):
    """A message to the host: from the director, or a question from the audience."""

    DIRECTOR = "director"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class ProductOnAir:
    """A product as it was when it went on air (fen)."""

    id: str
    name: str
    live_price: int | None = None


@dataclass(frozen=True, slots=True)
class RunOpened:
    """A run begins: checks are marked in it, and later it goes on air. ``zone`` and ``planned_start_ms`` are
    the show's at that moment."""

    show_id: str
    title: str
    kind: RunKind
    revision: int
    zone: str
    planned_start_ms: int
    boot: str
    mono_ms: int


@dataclass(frozen=True, slots=True)
class CheckMarked:
    """A check was answered by a person or a probe."""

    check_id: str
    title: str
    state: CheckState
    evidence: str


@dataclass(frozen=True, slots=True)
class WentLive:
    """The show is on air and the plan is frozen: ``baseline`` holds the planned start of every segment in the
    chain, ``baseline_end_ms`` the planned end, ``hard_end_ms`` the hard end if there is one. Going live over
    open critical checks keeps their titles, and who decided so and why; far from the planned start who and why."""

    revision: int
    baseline: tuple[tuple[str, int], ...]
    baseline_end_ms: int
    hard_end_ms: int | None = None
    open_checks: tuple[str, ...] = ()
    override_by: str = ""
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A segment goes on air as airing number ``airing``, its scene asked of OBS under ``take``."""

    airing: int
    take: int
    segment_id: str
    number: int
    title: str
    kind: SegmentKind
    group: str
    revision: int
    planned_start_ms: int
    duration_ms: int
    scene: str
    transition: TransitionKind
    transition_ms: int
    products: tuple[ProductOnAir, ...]
    via: Via
    items: tuple[ItemWish, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The airing on air is voided and the one before goes on with its elapsed time, its product, and what is shown
    and hidden in its scene."""

    airing: int
    take: int
    resumed_airing: int
    scene: str
    product: ProductOnAir | None = None
    items: tuple[ItemWish, ...] = ()
    transition: TransitionKind = TransitionKind.CUT
    transition_ms: int = 0


@dataclass(frozen=True, slots=True)
class StandbyCalled:
    """A standby plan goes on air. ``duration_ms`` is its own, or in REPLACE mode what remained (None: open);
    ``product`` is the one whose card goes with it (None: the card stays)."""

    airing: int
    take: int
    standby_id: str
    title: str
    scene: str
    mode: StandbyMode
    duration_ms: int | None
    panic: bool
    transition: TransitionKind = TransitionKind.CUT
    transition_ms: int = 0
    items: tuple[ItemWish, ...] = ()
    product: ProductOnAir | None = None


@dataclass(frozen=True, slots=True)
class StandbyEnded:
    """A paused segment goes on; its scene, what is shown and hidden in it, and its product's card are asked of OBS
    again."""

    airing: int
    take: int
    resumed_airing: int
    scene: str
    product: ProductOnAir | None = None
    items: tuple[ItemWish, ...] = ()
    transition: TransitionKind = TransitionKind.CUT
    transition_ms: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """The time on air stands still."""

    airing: int


@dataclass(frozen=True, slots=True)
class Released:
    """The time on air runs on after a hold."""

    airing: int


@dataclass(frozen=True, slots=True)
class TimeAdjusted:
    """This airing got ``delta_ms`` more (or less) time."""

    airing: int
    delta_ms: int


@dataclass(frozen=True, slots=True)
class SceneSwitched:
    """The director put a scene on air by its button (or again), inside the segment; ``product`` is the one whose
    card goes with it (None: the card stays). ``panic``: it is the safe scene; ``again``: what is wanted on air
    already was sent once more. ``transition_ms`` is the length of a fade; ``items`` are shown and hidden in the scene
    with it."""

    take: int
    scene: str
    product: ProductOnAir | None = None
    panic: bool = False
    transition: TransitionKind = TransitionKind.CUT
    transition_ms: int = 0
    items: tuple[ItemWish, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class TakeReported:
    """What became of a take: ``latency_ms`` from request to OBS's own scene event, ``detail`` OBS's words or
    the reason why it was withheld."""

    take: int
    result: TakeResult
    latency_ms: float | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ManualInObs:
    """Somebody switched the scene inside OBS."""

    scene: str


@dataclass(frozen=True, slots=True)
class SceneAdopted:
    """The director left OBS as it is: the rundown wants this scene from now on (empty: none)."""

    scene: str


@dataclass(frozen=True, slots=True)
class ProductPresented:
    """Another product of the queue is presented."""

    product: ProductOnAir


@dataclass(frozen=True, slots=True)
class CueTicked:
    """A console cue was done on the platform (``done`` False: the tick was taken back) while ``airing`` was on air
    (0: nothing yet). ``segment_id`` is the cue's own segment with its place, counted from 1, and its title (a standby
    plan has no place); ``action`` is what was done. Older journals have none of these four."""

    cue_id: str
    airing: int
    text: str
    done: bool = True
    segment_id: str = ""
    number: int | None = None
    title: str = ""
    action: ConsoleAction | None = None


@dataclass(frozen=True, slots=True)
class PromotionStarted:
    """A promotion runs; it ends at ``ends_ms`` of the run's time, or with the show (None)."""

    promotion_id: str
    title: str
    ends_ms: int | None


@dataclass(frozen=True, slots=True)
class PromotionEnded:
    """A promotion is over."""

    promotion_id: str
    title: str


@dataclass(frozen=True, slots=True)
class MessageSent:
    """A message for the host's screen. ``airing`` is that of the standby plan it belongs to, and with which it goes
    (0: somebody sent it)."""

    message_id: int
    kind: MessageKind
    text: str
    airing: int = 0


@dataclass(frozen=True, slots=True)
class MessageCleared:
    """A message left the host's screen."""

    message_id: int


@dataclass(frozen=True, slots=True)
class AlertRaised:
    """A rule on the numbers fired; ``code`` and ``params`` are told in the interface's words."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FaultShown:
    """A service failed while the show goes on."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FaultCleared:
    """The fault is over."""

    code: str


@dataclass(frozen=True, slots=True)
class ClockStepped:
    """The machine's clock moved against the run's by ``delta_ms``; no timer moved."""

    delta_ms: int


@dataclass(frozen=True, slots=True)
class ClockAccepted:
    """The director accepted a step: hard times are held against the corrected clock from now on."""

    delta_ms: int


@dataclass(frozen=True, slots=True)
class GapNoted:
    """The show thread, the machine or the program stood still for ``length_ms``; ``due_segment`` fell due in
    it and was not taken (empty: none)."""

    length_ms: int
    due_segment: str = ""


@dataclass(frozen=True, slots=True)
class RunResumed:
    """The program was started again in the middle of the run. ``mono_ms`` is the reading of the monotonic clock
    of ``boot`` at this entry's run time."""

    boot: str
    mono_ms: int
    same_boot: bool


@dataclass(frozen=True, slots=True)
class ShowEdited:
    """The document changed while the run was open."""

    revision: int
    summary: str


@dataclass(frozen=True, slots=True)
class RunEnded:
    """The show is over."""


Event = (
    RunOpened | CheckMarked | WentLive | Taken | TakenBack | StandbyCalled | StandbyEnded | Held | Released
    | TimeAdjusted | SceneSwitched | TakeReported | ManualInObs | SceneAdopted | ProductPresented | CueTicked
    | PromotionStarted | PromotionEnded | MessageSent | MessageCleared | AlertRaised | FaultShown | FaultCleared
    | ClockStepped | ClockAccepted | GapNoted | RunResumed | ShowEdited | RunEnded | DeskEvent
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in the journal of a run: ``seq`` counts from 1 without gaps, ``t_ms`` is the run's time
    (monotonic, since RunOpened), ``wall_ms`` the machine's clock, ``by`` who (a role)."""

    seq: int
    t_ms: int
    wall_ms: int
    by: str
    event: Event
