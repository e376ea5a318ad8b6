"""What the world is asked to do for an entry of the journal. Effects are derived, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.events import (
    Entry,
    PromotionEnded,
    PromotionStarted,
    SceneSwitched,
    StandbyCalled,
    StandbyEnded,
    Taken,
    TakenBack,
)
from livedesk.domain.rundown import TransitionKind


@dataclass(frozen=True, slots=True)
class ObsTake:
    """Switch OBS to a scene. ``product_id`` names the product whose card is staged before the switch (empty:
    no change of card); ``urgent`` takes wait for no acknowledgement of the journal."""

    take: int
    scene: str
    transition: TransitionKind = TransitionKind.CUT
    transition_ms: int = 0
    product_id: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class PlanPromotionEnd:
    """End a promotion at ``t_ms`` of the run's time."""

    promotion_id: str
    t_ms: int


@dataclass(frozen=True, slots=True)
class CancelPromotionEnd:
    """The promotion ended before its time."""

    promotion_id: str


Effect = ObsTake | PlanPromotionEnd | CancelPromotionEnd


def effects(entry: Entry) -> tuple[Effect, ...]:
    """The effects of one entry, in order. A take without a scene leaves OBS alone."""
    event = entry.event
    match event:
        case Taken():
            product = event.products[0].id if event.products else ""
            take = ObsTake(event.take, event.scene, event.transition, event.transition_ms, product)
            return (take,) if event.scene else ()
        case StandbyCalled():
            return (ObsTake(event.take, event.scene, urgent=event.panic),) if event.scene else ()
        case StandbyEnded() | TakenBack() | SceneSwitched():
            return (ObsTake(event.take, event.scene),) if event.scene else ()
        case PromotionStarted():
            return (PlanPromotionEnd(event.promotion_id, event.ends_ms),) if event.ends_ms is not None else ()
        case PromotionEnded():
            return (CancelPromotionEnd(event.promotion_id),)
        case _:
            return ()
