"""The names of what a script is made of, in the language of the interface: kinds, modes, parts, states.

``name(SegmentKind.FLASH)`` gives one, ``names(SegmentKind)`` all of them in the order in which they are offered;
``field_name("duration_ms")`` names a field, ``field_value`` says what stands in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.domain.checklist import CheckItem
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.clock import WallTime, is_ambiguous
from livedesk.domain.item_wishes import item_text
from livedesk.domain.product import Product, ProductRole, ProductType, Promotion, PromotionKind
from livedesk.domain.rundown import (
    Approval,
    ConsoleAction,
    ConsoleCue,
    EndMode,
    Group,
    ItemWish,
    Segment,
    SegmentKind,
    Show,
    Standby,
    StandbyMode,
    Transition,
    TransitionKind,
)
from livedesk.domain.script import LineKind, Script, ScriptPart, script_text
from livedesk.ui import format as fmt
from livedesk.ui.reading import time_text

K = TypeVar("K", bound=StrEnum)
CONTEXT = "ScriptWords"

_NAMES: Mapping[type[StrEnum], Mapping[StrEnum, object]] = {
    SegmentKind: {
        SegmentKind.OPENING: QT_TRANSLATE_NOOP("ScriptWords", "Opening"),
        SegmentKind.PRODUCT: QT_TRANSLATE_NOOP("ScriptWords", "Product talk"),
        SegmentKind.FLASH: QT_TRANSLATE_NOOP("ScriptWords", "Flash sale"),
        SegmentKind.INTERACTION: QT_TRANSLATE_NOOP("ScriptWords", "Interaction"),
        SegmentKind.DRAW: QT_TRANSLATE_NOOP("ScriptWords", "Prize draw"),
        SegmentKind.COUPON: QT_TRANSLATE_NOOP("ScriptWords", "Coupon"),
        SegmentKind.TALK: QT_TRANSLATE_NOOP("ScriptWords", "Talk, questions"),
        SegmentKind.LINK_UP: QT_TRANSLATE_NOOP("ScriptWords", "Link-up"),
        SegmentKind.RETURN: QT_TRANSLATE_NOOP("ScriptWords", "Return round"),
        SegmentKind.TRANSITION: QT_TRANSLATE_NOOP("ScriptWords", "Bridge"),
        SegmentKind.CLOSING: QT_TRANSLATE_NOOP("ScriptWords", "Closing"),
        SegmentKind.MILESTONE: QT_TRANSLATE_NOOP("ScriptWords", "Milestone"),
    },
    EndMode: {
        EndMode.MANUAL: QT_TRANSLATE_NOOP("ScriptWords", "By hand"),
        EndMode.AUTO_FOLLOW: QT_TRANSLATE_NOOP("ScriptWords", "By itself"),
        EndMode.COUNT_TO: QT_TRANSLATE_NOOP("ScriptWords", "At a fixed time"),
    },
    TransitionKind: {
        TransitionKind.CUT: QT_TRANSLATE_NOOP("ScriptWords", "Cut"),
        TransitionKind.FADE: QT_TRANSLATE_NOOP("ScriptWords", "Fade"),
    },
    ConsoleAction: {
        ConsoleAction.LIST: QT_TRANSLATE_NOOP("ScriptWords", "List for sale"),
        ConsoleAction.UNLIST: QT_TRANSLATE_NOOP("ScriptWords", "Unlist"),
        ConsoleAction.PIN: QT_TRANSLATE_NOOP("ScriptWords", "Pin card"),
        ConsoleAction.PRICE: QT_TRANSLATE_NOOP("ScriptWords", "Change price"),
        ConsoleAction.STOCK: QT_TRANSLATE_NOOP("ScriptWords", "Change stock"),
        ConsoleAction.COUPON: QT_TRANSLATE_NOOP("ScriptWords", "Give coupons"),
        ConsoleAction.LUCKY_BAG: QT_TRANSLATE_NOOP("ScriptWords", "Lucky bag"),
        ConsoleAction.OTHER: QT_TRANSLATE_NOOP("ScriptWords", "Other"),
    },
    StandbyMode: {
        StandbyMode.PAUSE: QT_TRANSLATE_NOOP("ScriptWords", "Pause the segment"),
        StandbyMode.REPLACE: QT_TRANSLATE_NOOP("ScriptWords", "Replace the segment"),
    },
    LineKind: {
        LineKind.SPEECH: QT_TRANSLATE_NOOP("ScriptWords", "Speech"),
        LineKind.ACTION: QT_TRANSLATE_NOOP("ScriptWords", "Action"),
        LineKind.INTERACTION: QT_TRANSLATE_NOOP("ScriptWords", "Interaction"),
        LineKind.PROMOTION: QT_TRANSLATE_NOOP("ScriptWords", "Promotion"),
        LineKind.BENEFIT: QT_TRANSLATE_NOOP("ScriptWords", "Benefit"),
        LineKind.PRICE: QT_TRANSLATE_NOOP("ScriptWords", "Price"),
        LineKind.HOLD_BACK: QT_TRANSLATE_NOOP("ScriptWords", "Hold back"),
        LineKind.PUSH: QT_TRANSLATE_NOOP("ScriptWords", "Push to buy"),
        LineKind.TRANSITION: QT_TRANSLATE_NOOP("ScriptWords", "Bridge"),
        LineKind.NOTE: QT_TRANSLATE_NOOP("ScriptWords", "Note"),
        LineKind.WELCOME: QT_TRANSLATE_NOOP("ScriptWords", "Welcome"),
        LineKind.PRODUCT: QT_TRANSLATE_NOOP("ScriptWords", "Presentation"),
        LineKind.PAIN_POINT: QT_TRANSLATE_NOOP("ScriptWords", "Pain point"),
        LineKind.SELLING_POINT: QT_TRANSLATE_NOOP("ScriptWords", "Selling point"),
        LineKind.TESTIMONY: QT_TRANSLATE_NOOP("ScriptWords", "Testimony"),
        LineKind.CHAT: QT_TRANSLATE_NOOP("ScriptWords", "Chat"),
        LineKind.RAPID: QT_TRANSLATE_NOOP("ScriptWords", "Rapid round"),
        LineKind.FAREWELL: QT_TRANSLATE_NOOP("ScriptWords", "Farewell"),
    },
    ScriptPart: {
        ScriptPart.OPENING: QT_TRANSLATE_NOOP("ScriptWords", "Beginning"),
        ScriptPart.BODY: QT_TRANSLATE_NOOP("ScriptWords", "Body"),
        ScriptPart.ENDING: QT_TRANSLATE_NOOP("ScriptWords", "Ending"),
    },
    ProductRole: {
        ProductRole.TRAFFIC: QT_TRANSLATE_NOOP("ScriptWords", "Traffic"),
        ProductRole.BENEFIT: QT_TRANSLATE_NOOP("ScriptWords", "Welfare"),
        ProductRole.HERO: QT_TRANSLATE_NOOP("ScriptWords", "Hero"),
        ProductRole.PROFIT: QT_TRANSLATE_NOOP("ScriptWords", "Profit"),
        ProductRole.IMAGE: QT_TRANSLATE_NOOP("ScriptWords", "Brand image"),
        ProductRole.RETURN: QT_TRANSLATE_NOOP("ScriptWords", "Return round"),
    },
    ProductType: {
        ProductType.TREND: QT_TRANSLATE_NOOP("ScriptWords", "Trend"),
        ProductType.PREMIUM: QT_TRANSLATE_NOOP("ScriptWords", "Premium"),
        ProductType.PRICE: QT_TRANSLATE_NOOP("ScriptWords", "Low price"),
        ProductType.BRAND: QT_TRANSLATE_NOOP("ScriptWords", "Brand"),
    },
    PromotionKind: {
        PromotionKind.THRESHOLD: QT_TRANSLATE_NOOP("ScriptWords", "Money off from a sum"),
        PromotionKind.PERCENT: QT_TRANSLATE_NOOP("ScriptWords", "Percent off"),
        PromotionKind.CASHBACK: QT_TRANSLATE_NOOP("ScriptWords", "Cashback"),
        PromotionKind.FLASH: QT_TRANSLATE_NOOP("ScriptWords", "Flash sale"),
        PromotionKind.GIFT: QT_TRANSLATE_NOOP("ScriptWords", "Gift"),
        PromotionKind.GROUP: QT_TRANSLATE_NOOP("ScriptWords", "Group purchase"),
        PromotionKind.DRAW: QT_TRANSLATE_NOOP("ScriptWords", "Prize draw"),
        PromotionKind.COUPON: QT_TRANSLATE_NOOP("ScriptWords", "Coupon"),
        PromotionKind.LUCKY_BAG: QT_TRANSLATE_NOOP("ScriptWords", "Lucky bag"),
    },
    Approval: {
        Approval.DRAFT: QT_TRANSLATE_NOOP("ScriptWords", "Draft"),
        Approval.IN_REVIEW: QT_TRANSLATE_NOOP("ScriptWords", "In review"),
        Approval.APPROVED: QT_TRANSLATE_NOOP("ScriptWords", "Approved"),
        Approval.LOCKED: QT_TRANSLATE_NOOP("ScriptWords", "Locked"),
        Approval.ARCHIVED: QT_TRANSLATE_NOOP("ScriptWords", "Archived"),
    },
}
"""By class: members of two classes that are written alike are equal."""

_FIELDS: Mapping[str, object] = {
    "title": QT_TRANSLATE_NOOP("ScriptWords", "Title"),
    "number": QT_TRANSLATE_NOOP("ScriptWords", "Number"),
    "kind": QT_TRANSLATE_NOOP("ScriptWords", "Kind"),
    "duration_ms": QT_TRANSLATE_NOOP("ScriptWords", "Duration"),
    "hard_start": QT_TRANSLATE_NOOP("ScriptWords", "Hard start"),
    "end_mode": QT_TRANSLATE_NOOP("ScriptWords", "Ends"),
    "count_to": QT_TRANSLATE_NOOP("ScriptWords", "Counts to"),
    "scene": QT_TRANSLATE_NOOP("ScriptWords", "OBS scene"),
    "transition": QT_TRANSLATE_NOOP("ScriptWords", "Transition"),
    "items": QT_TRANSLATE_NOOP("ScriptWords", "Show or hide"),
    "product_ids": QT_TRANSLATE_NOOP("ScriptWords", "Products"),
    "script": QT_TRANSLATE_NOOP("ScriptWords", "Script"),
    "person": QT_TRANSLATE_NOOP("ScriptWords", "Host"),
    "co_host": QT_TRANSLATE_NOOP("ScriptWords", "Co-host"),
    "owner": QT_TRANSLATE_NOOP("ScriptWords", "Owner"),
    "cues": QT_TRANSLATE_NOOP("ScriptWords", "Console cues"),
    "group_id": QT_TRANSLATE_NOOP("ScriptWords", "Group"),
    "interaction": QT_TRANSLATE_NOOP("ScriptWords", "Interaction"),
    "goal": QT_TRANSLATE_NOOP("ScriptWords", "Goal"),
    "warn_ms": QT_TRANSLATE_NOOP("ScriptWords", "Yellow at"),
    "alarm_ms": QT_TRANSLATE_NOOP("ScriptWords", "Red at"),
    "fallback": QT_TRANSLATE_NOOP("ScriptWords", "Fallback"),
    "skipped": QT_TRANSLATE_NOOP("ScriptWords", "Skipped"),
    "note": QT_TRANSLATE_NOOP("ScriptWords", "Note"),
    "mode": QT_TRANSLATE_NOOP("ScriptWords", "Mode"),
    "trigger": QT_TRANSLATE_NOOP("ScriptWords", "Trigger"),
    "panic": QT_TRANSLATE_NOOP("ScriptWords", "Panic key"),
    "product_id": QT_TRANSLATE_NOOP("ScriptWords", "Product card"),
    "message": QT_TRANSLATE_NOOP("ScriptWords", "To the host"),
    "planned_start": QT_TRANSLATE_NOOP("ScriptWords", "Planned start"),
    "hard_end": QT_TRANSLATE_NOOP("ScriptWords", "Hard end"),
    "zone": QT_TRANSLATE_NOOP("ScriptWords", "Time zone"),
    "host": QT_TRANSLATE_NOOP("ScriptWords", "Show host"),
    "platform": QT_TRANSLATE_NOOP("ScriptWords", "Platform"),
    "room": QT_TRANSLATE_NOOP("ScriptWords", "Room"),
    "groups": QT_TRANSLATE_NOOP("ScriptWords", "Groups"),
    "standbys": QT_TRANSLATE_NOOP("ScriptWords", "Standby plans"),
    "products": QT_TRANSLATE_NOOP("ScriptWords", "Products"),
    "promotions": QT_TRANSLATE_NOOP("ScriptWords", "Promotions"),
    "checklist": QT_TRANSLATE_NOOP("ScriptWords", "Checks"),
    "claim_overrides": QT_TRANSLATE_NOOP("ScriptWords", "Wordings let stand"),
    "approval": QT_TRANSLATE_NOOP("ScriptWords", "State"),
}
_DURATIONS = frozenset({"duration_ms", "warn_ms", "alarm_ms"})
_BETWEEN = " · "


def name(member: StrEnum) -> str:
    """The name of a kind, a mode, a part or a state."""
    return _said(_NAMES[type(member)][member])


def names(kind: type[K]) -> tuple[tuple[K, str], ...]:
    """Every member of a class with its name, in the order in which they are offered."""
    return tuple((member, name(member)) for member in kind)


def called(segment: Segment) -> str:
    """What a segment is, in words: its kind, and whether it is skipped."""
    return f"{name(segment.kind)} {field_name('skipped')}" if segment.skipped else name(segment.kind)


def _said(source: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(source))


def field_name(field: str) -> str:
    """The name of a field of a segment, a standby plan or the show; an unknown one by its own name."""
    return _said(_FIELDS[field]) if field in _FIELDS else field


def field_value(show: Show, field: str, value: object) -> str:
    """What stands in a field, in words; a dash for nothing. Times are those of the show's zone, products, groups
    and promotions are named, scripts are their text."""
    match value:
        case None if field in ("warn_ms", "alarm_ms"):
            return QCoreApplication.translate("ScriptWords", "as the desk has it")
        case bool():
            return yes_no(value)
        case int() if field in _DURATIONS:
            return fmt.duration(value)
        case WallTime():
            return wall_text(show, value)
        case Transition():
            return transition_text(value)
        case Script():
            return script_text(value) or fmt.NONE
        case StrEnum():
            return name(value)
        case str() if field == "group_id":
            group = show.group(value)
            return fmt.NONE if group is None else group.title
        case tuple():
            return "\n".join(_entry(show, field, one) for one in value) or fmt.NONE
        case None | "":
            return fmt.NONE
        case _:
            return str(value)


def yes_no(value: bool) -> str:
    """Yes or no."""
    return _said(QT_TRANSLATE_NOOP("ScriptWords", "Yes") if value else QT_TRANSLATE_NOOP("ScriptWords", "No"))


def wall_text(show: Show, wall: WallTime | None) -> str:
    """A wall time of the show, with its day where that is not plain, and which pass of an hour that comes twice."""
    if wall is None:
        return fmt.NONE
    text = time_text(wall.local, show.planned_start.local)
    if not is_ambiguous(wall.local, show.zone):
        return text
    return text + _BETWEEN + pass_name(wall.fold)


def pass_name(fold: int) -> str:
    """Which pass of an hour that happens twice."""
    if fold:
        return QCoreApplication.translate("ScriptWords", "second pass")
    return QCoreApplication.translate("ScriptWords", "first pass")


def transition_text(transition: Transition) -> str:
    """A transition in words, ``Fade 300 ms``."""
    if transition.kind is TransitionKind.CUT:
        return name(transition.kind)
    return f"{name(transition.kind)} {transition.duration_ms} ms"


def cue_line(cue: ConsoleCue) -> str:
    """A console cue in a line: when, what, its text."""
    due = f"+{fmt.duration(cue.offset_ms)}"
    said = (
        () if cue.text.startswith(name(cue.action)) or cue.action is ConsoleAction.OTHER else (name(cue.action),)
    )
    return "  ".join((due, *said, cue.text))


def product_line(product: Product) -> str:
    """A product in a line: its link, its name."""
    return product.name if product.link is None else f"{product.link}{_BETWEEN}{product.name}"


def promotion_line(promotion: Promotion) -> str:
    """A promotion in a line: title, kind, how long, price and how many."""
    parts = [promotion.title, name(promotion.kind)]
    if promotion.duration_ms is not None:
        parts.append(fmt.duration(promotion.duration_ms))
    if promotion.price is not None:
        parts.append(fmt.money(promotion.price))
    if promotion.cap is not None:
        parts.append(f"× {fmt.count(promotion.cap)}")
    return _BETWEEN.join(parts)


def _entry(show: Show, field: str, entry: object) -> str:
    """One of the entries of a field that has several."""
    match entry:
        case str() if field == "product_ids":
            product = show.product(entry)
            return entry if product is None else product_line(product)
        case ConsoleCue():
            return cue_line(entry)
        case ItemWish():
            return item_text(entry)
        case Product():
            return product_line(entry)
        case Promotion():
            return promotion_line(entry)
        case Group() | Standby() | CheckItem():
            return entry.title
        case ClaimOverride():
            return f"{entry.words}{_BETWEEN}{entry.reason}"
        case _:
            return str(entry)
