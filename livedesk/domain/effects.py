"""What the world is asked to do for an entry of the journal. Effects are derived, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.events import (
    Entry,
    ProductOnAir,
    ProductPresented,
    PromotionEnded,
    PromotionStarted,
    RunEnded,
    SceneSwitched,
    StandbyCalled,
    StandbyEnded,
    Taken,
    TakenBack,
)
from livedesk.domain.events_desk import CardAsked, ItemsAsked, MuteAsked, OutputAsked, OutputKind, ReplayAsked
from livedesk.domain.rundown import ItemWish, TransitionKind


@dataclass(frozen=True, slots=True)
class ObsTake:
    """Switch OBS to a scene. ``product_id`` names the product that it brings (empty: none): the card is staged before
    the switch. ``urgent`` takes wait for no acknowledgement of the journal and leave the card alone; ``items`` are
    shown and hidden in the scene with it. ``again`` sends once more what is wanted on air already: then they are also
    where they are seen changing."""

    take: int
    scene: str
    transition: TransitionKind = TransitionKind.CUT
    transition_ms: int = 0
    product_id: str = ""
    urgent: bool = False
    items: tuple[ItemWish, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class ObsCard:
    """Show the card in OBS, in whatever scene is on air; ``product_id`` as in a take."""

    product_id: str


@dataclass(frozen=True, slots=True)
class ObsCardAnew:
    """What the card says of its product may have changed: show it as it is now."""


@dataclass(frozen=True, slots=True)
class ObsOutput:
    """Start or stop an output of OBS."""

    output: OutputKind
    on: bool


@dataclass(frozen=True, slots=True)
class ObsMute:
    """Mute an input of OBS, or take its mute off."""

    input: str
    muted: bool


@dataclass(frozen=True, slots=True)
class ObsReplay:
    """Let OBS keep its last seconds in a file."""


@dataclass(frozen=True, slots=True)
class ObsItems:
    """Show and hide items in a scene, if it is the one on air."""

    scene: str
    items: tuple[ItemWish, ...]


@dataclass(frozen=True, slots=True)
class ObsTexts:
    """Write the texts of these inputs of the card once more, whatever they say."""

    inputs: tuple[str, ...]


Effect = ObsTake | ObsItems | ObsCard | ObsCardAnew | ObsTexts | ObsOutput | ObsMute | ObsReplay


def effects(entry: Entry) -> tuple[Effect, ...]:
    """The effects of one entry, in order. A take without a scene leaves OBS alone but for the card."""
    event = entry.event
    match event:
        case Taken():
            product = event.products[0] if event.products else None
            return (_scene(event, product) if event.scene else ObsCard(_id(product)),)
        case StandbyCalled(panic=True) | SceneSwitched(panic=True):
            return (ObsTake(event.take, event.scene, urgent=True),) if event.scene else ()
        case StandbyEnded() | TakenBack():
            return (_scene(event, event.product) if event.scene else ObsCard(_id(event.product)),)
        case StandbyCalled() | SceneSwitched():
            return (_scene(event, event.product),) if event.scene else _card(event.product)
        case ProductPresented():
            return _card(event.product)
        case PromotionStarted() | PromotionEnded() | RunEnded():
            return (ObsCardAnew(),)
        case OutputAsked():
            return (ObsOutput(event.output, event.on),)
        case MuteAsked():
            return (ObsMute(event.input, event.muted),)
        case ItemsAsked():
            return (ObsItems(event.scene, event.items),)
        case CardAsked():
            return (ObsTexts(tuple(each.input for each in event.texts)),)
        case ReplayAsked():
            return (ObsReplay(),)
        case _:
            return ()


def _scene(
    event: Taken | TakenBack | StandbyCalled | StandbyEnded | SceneSwitched, product: ProductOnAir | None
) -> ObsTake:
    return ObsTake(
        event.take,
        event.scene,
        event.transition,
        event.transition_ms,
        _id(product),
        items=event.items,
        again=isinstance(event, SceneSwitched) and event.again,
    )


def _id(product: ProductOnAir | None) -> str:
    return "" if product is None else product.id


def _card(product: ProductOnAir | None) -> tuple[Effect, ...]:
    return () if product is None else (ObsCard(product.id),)
