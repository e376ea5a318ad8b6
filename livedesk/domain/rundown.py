"""The show as one document: groups, segments, standby plans, products, promotions, checks.

The document is an immutable tree. It changes only by :mod:`livedesk.domain.edits`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.checklist import CheckItem
from livedesk.domain.claim_rules import ClaimOverride
from livedesk.domain.clock import WallTime
from livedesk.domain.product import Product, Promotion
from livedesk.domain.script import Script


class SegmentKind(StrEnum):
    """What a segment is for; colours and graphs go by it."""

    OPENING = "opening"
    PRODUCT = "product"
    FLASH = "flash"
    INTERACTION = "interaction"
    DRAW = "draw"
    COUPON = "coupon"
    TALK = "talk"
    LINK_UP = "link_up"
    RETURN = "return"
    TRANSITION = "transition"
    CLOSING = "closing"
    MILESTONE = "milestone"


class EndMode(StrEnum):
    """How a segment ends: by hand, by itself when its time is up, or at a fixed wall time."""

    MANUAL = "manual"
    AUTO_FOLLOW = "auto_follow"
    COUNT_TO = "count_to"


MAX_FADE_MS = 500
"""A longer fade would keep a panic cut waiting, which has to wait for its end."""
USUAL_FADE_MS = 300
"""How long a fade is where nobody says."""


class TransitionKind(StrEnum):
    """The transitions of OBS that livedesk drives."""

    CUT = "cut"
    FADE = "fade"


@dataclass(frozen=True, slots=True)
class Transition:
    """How the scene of a segment comes on air; ``duration_ms`` is that of a fade, at most :data:`MAX_FADE_MS`."""

    kind: TransitionKind = TransitionKind.CUT
    duration_ms: int = 0


class ConsoleAction(StrEnum):
    """What the console operator does on the platform: 上架, 下架, 弹讲解卡, 改价, 改库存, 发券, 福袋, other."""

    LIST = "list"
    UNLIST = "unlist"
    PIN = "pin"
    PRICE = "price"
    STOCK = "stock"
    COUPON = "coupon"
    LUCKY_BAG = "lucky_bag"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ConsoleCue:
    """A console action, due ``offset_ms`` after its segment or standby plan goes on air."""

    id: str
    action: ConsoleAction
    text: str
    offset_ms: int = 0


@dataclass(frozen=True, slots=True)
class ItemWish:
    """A source in the scene of a segment or standby plan that is shown, or hidden, when that is taken. What neither
    asks for stays as it is in OBS."""

    source: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """A named stretch of the rundown (开场, 讲品, 返场)."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One row of the rundown. ``duration_ms`` ≥ 0 (a milestone has 0). ``hard_start`` pins its start;
    ``count_to`` its end where ``end_mode`` is COUNT_TO. ``scene`` is an OBS scene, empty to leave OBS alone.
    ``product_ids`` are in the order in which they are presented; the first goes on air with the segment.
    ``number`` is the number that a person fixed for it (04, 04A), empty to be counted by its place. ``owner`` is
    who answers for it beside the host. ``warn_ms`` and ``alarm_ms`` are what is left of it when its clock turns
    yellow and red (None: the desk's own). ``fallback`` says what is done when it cannot go as planned; ``items``
    what is shown and hidden in its scene."""

    id: str
    title: str
    kind: SegmentKind
    duration_ms: int
    group_id: str = ""
    hard_start: WallTime | None = None
    end_mode: EndMode = EndMode.MANUAL
    count_to: WallTime | None = None
    scene: str = ""
    transition: Transition = Transition()
    product_ids: tuple[str, ...] = ()
    script: Script = Script()
    interaction: str = ""
    goal: str = ""
    person: str = ""
    cues: tuple[ConsoleCue, ...] = ()
    skipped: bool = False
    note: str = ""
    number: str = ""
    co_host: str = ""
    owner: str = ""
    warn_ms: int | None = None
    alarm_ms: int | None = None
    fallback: str = ""
    items: tuple[ItemWish, ...] = ()


class StandbyMode(StrEnum):
    """PAUSE holds the segment on air and goes on with it after; REPLACE takes what is left of its time."""

    PAUSE = "pause"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Standby:
    """A contingency plan: outside the timetable, called at any moment. ``panic`` marks the one behind F9.

    With its scene come ``items`` (shown and hidden in it), ``transition`` and the card of ``product_id`` (empty: the
    card stays as it is); the panic plan is a bare cut whatever they say. ``cues`` are due from its start and asked for
    while it is on air. ``message`` stands on the host's screen for as long (empty: none)."""

    id: str
    title: str
    scene: str
    mode: StandbyMode = StandbyMode.PAUSE
    duration_ms: int | None = None
    trigger: str = ""
    owner: str = ""
    script: Script = Script()
    panic: bool = False
    transition: Transition = Transition()
    items: tuple[ItemWish, ...] = ()
    product_id: str = ""
    cues: tuple[ConsoleCue, ...] = ()
    message: str = ""

    @property
    def product_ids(self) -> tuple[str, ...]:
        """Its product as a segment names its own: one or none."""
        return (self.product_id,) if self.product_id else ()


PANIC_SCENE = "紧急画面"
IMPLIED_PANIC = Standby("panic", PANIC_SCENE, PANIC_SCENE, panic=True)
"""Behind F9 of a show that marks no plan of its own: the scene that rooms keep for it."""


class Approval(StrEnum):
    """How far a script has come. LOCKED and ARCHIVED refuse edits until a person unlocks it; that it is live is
    told by its run and stands beside this."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    LOCKED = "locked"
    ARCHIVED = "archived"

    @property
    def closed(self) -> bool:
        """Whether edits are refused."""
        return self in (Approval.LOCKED, Approval.ARCHIVED)


@dataclass(frozen=True, slots=True)
class Show:
    """The whole document. ``zone`` is an IANA name; ``planned_start`` and ``hard_end`` are wall times in it.
    ``host`` is a role or a name as the sheet has it. The order of ``segments`` is the order on air.
    ``claim_overrides`` are the refused wordings, and doubted prices and gifts, that a person lets stand."""

    id: str
    title: str
    zone: str
    planned_start: WallTime
    hard_end: WallTime | None = None
    host: str = ""
    platform: str = ""
    room: str = ""
    groups: tuple[Group, ...] = ()
    segments: tuple[Segment, ...] = ()
    standbys: tuple[Standby, ...] = ()
    products: tuple[Product, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    checklist: tuple[CheckItem, ...] = ()
    approval: Approval = Approval.DRAFT
    claim_overrides: tuple[ClaimOverride, ...] = ()

    def segment(self, segment_id: str) -> Segment | None:
        """The segment with this id, or None."""
        return next((item for item in self.segments if item.id == segment_id), None)

    def standby(self, standby_id: str) -> Standby | None:
        """The standby plan with this id (the implied panic plan is one), or None."""
        implied = IMPLIED_PANIC if standby_id == IMPLIED_PANIC.id else None
        return next((item for item in self.standbys if item.id == standby_id), implied)

    def product(self, product_id: str) -> Product | None:
        """The product with this id, or None."""
        return next((item for item in self.products if item.id == product_id), None)

    def group(self, group_id: str) -> Group | None:
        """The group with this id, or None."""
        return next((item for item in self.groups if item.id == group_id), None)

    @property
    def airable(self) -> tuple[Segment | Standby, ...]:
        """Everything that can go on air: the segments, then the standby plans."""
        return (*self.segments, *self.standbys)

    @property
    def panic(self) -> Standby:
        """The standby plan behind the panic key: the marked one, else the implied one."""
        return next((plan for plan in self.standbys if plan.panic), IMPLIED_PANIC)

    @property
    def scenes(self) -> tuple[str, ...]:
        """Every OBS scene that the rundown, a standby plan or the panic key uses, in order of first use."""
        planned = [plan.scene for plan in (*self.standbys, self.panic)]
        used = [segment.scene for segment in self.segments] + planned
        return tuple(dict.fromkeys(scene for scene in used if scene))
