"""What a difference says: names of fields and rows, values as they are read, and how much of what."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.domain.checklist import CheckGroup
from livedesk.domain.diff import Counts, ItemDiff, Kind, ShowDiff
from livedesk.domain.product import ProductType
from livedesk.domain.rundown import Show
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.live.product_words import type_words
from livedesk.ui.workspaces.prepare.words import group_words
from livedesk.ui.workspaces.script.words import field_name, field_value

_FIELDS: Mapping[str, object] = {
    "name": QT_TRANSLATE_NOOP("ScriptDiff", "Name"),
    "link": QT_TRANSLATE_NOOP("ScriptDiff", "Link number"),
    "brand": QT_TRANSLATE_NOOP("ScriptDiff", "Brand"),
    "spec": QT_TRANSLATE_NOOP("ScriptDiff", "Size"),
    "role": QT_TRANSLATE_NOOP("ScriptDiff", "Role"),
    "type": QT_TRANSLATE_NOOP("ScriptDiff", "Sells by"),
    "combo": QT_TRANSLATE_NOOP("ScriptDiff", "Combination"),
    "list_price": QT_TRANSLATE_NOOP("ScriptDiff", "List price"),
    "live_price": QT_TRANSLATE_NOOP("ScriptDiff", "Live price"),
    "hand_price": QT_TRANSLATE_NOOP("ScriptDiff", "Price in hand"),
    "cost": QT_TRANSLATE_NOOP("ScriptDiff", "Cost"),
    "offer": QT_TRANSLATE_NOOP("ScriptDiff", "Offer"),
    "gifts": QT_TRANSLATE_NOOP("ScriptDiff", "Gifts"),
    "gift_stock": QT_TRANSLATE_NOOP("ScriptDiff", "Gifts in stock"),
    "stock": QT_TRANSLATE_NOOP("ScriptDiff", "Stock"),
    "limit": QT_TRANSLATE_NOOP("ScriptDiff", "At most a buyer"),
    "selling_points": QT_TRANSLATE_NOOP("ScriptDiff", "Selling points"),
    "do_not_say": QT_TRANSLATE_NOOP("ScriptDiff", "Do not say"),
    "image": QT_TRANSLATE_NOOP("ScriptDiff", "Picture"),
    "platform_ids": QT_TRANSLATE_NOOP("ScriptDiff", "Product ids"),
    "codes": QT_TRANSLATE_NOOP("ScriptDiff", "Codes"),
    "segment_id": QT_TRANSLATE_NOOP("ScriptDiff", "Segment"),
    "product_id": QT_TRANSLATE_NOOP("ScriptDiff", "Product"),
    "price": QT_TRANSLATE_NOOP("ScriptDiff", "Price"),
    "cap": QT_TRANSLATE_NOOP("ScriptDiff", "How many"),
    "group": QT_TRANSLATE_NOOP("ScriptDiff", "Group"),
    "how": QT_TRANSLATE_NOOP("ScriptDiff", "How"),
    "critical": QT_TRANSLATE_NOOP("ScriptDiff", "Critical"),
    "due_ms": QT_TRANSLATE_NOOP("ScriptDiff", "Due before the start"),
    "probe": QT_TRANSLATE_NOOP("ScriptDiff", "Automatic"),
    "item_id": QT_TRANSLATE_NOOP("ScriptDiff", "Text of"),
    "rule_id": QT_TRANSLATE_NOOP("ScriptDiff", "Rule"),
    "words": QT_TRANSLATE_NOOP("ScriptDiff", "Words"),
    "reason": QT_TRANSLATE_NOOP("ScriptDiff", "Reason"),
    "by": QT_TRANSLATE_NOOP("ScriptDiff", "By"),
    "at_ms": QT_TRANSLATE_NOOP("ScriptDiff", "At"),
}
_KINDS: Mapping[Kind, object] = {
    Kind.SEGMENT: QT_TRANSLATE_NOOP("ScriptDiff", "Segments"),
    Kind.GROUP: QT_TRANSLATE_NOOP("ScriptDiff", "Groups"),
    Kind.STANDBY: QT_TRANSLATE_NOOP("ScriptDiff", "Standby plans"),
    Kind.PRODUCT: QT_TRANSLATE_NOOP("ScriptDiff", "Products"),
    Kind.PROMOTION: QT_TRANSLATE_NOOP("ScriptDiff", "Promotions"),
    Kind.CHECK: QT_TRANSLATE_NOOP("ScriptDiff", "Checklist"),
    Kind.OVERRIDE: QT_TRANSLATE_NOOP("ScriptDiff", "Wordings let stand"),
}
_PRICES = frozenset({"list_price", "live_price", "hand_price", "cost", "price"})


def said(text: str) -> str:
    """A text of this file's context in the language of the interface."""
    return QCoreApplication.translate("ScriptDiff", text)


def field_title(kind: Kind | None, field: str) -> str:
    """The name of a field of a row, or (None) of the show itself."""
    own = _FIELDS.get(field)
    if own is not None and kind in (Kind.PRODUCT, Kind.PROMOTION, Kind.CHECK, Kind.OVERRIDE):
        return said(str(own))
    return field_name(field)


def kind_title(kind: Kind) -> str:
    """The heading over rows of a kind."""
    return said(str(_KINDS[kind]))


def item_title(one: ItemDiff) -> str:
    """What a row is called: its number (of a segment) and title."""
    item = one.item
    title = getattr(item, "title", "") or getattr(item, "name", "") or getattr(item, "words", "")
    title = title or QCoreApplication.translate("ScriptDiff", "untitled")
    return f"{one.now or one.was} {title}" if one.kind is Kind.SEGMENT else str(title)


def value(show: Show, field: str, held: object) -> str:
    """What a field holds, in words; ids become titles of ``show``. A dash for nothing."""
    match held:
        case ProductType():
            return type_words(held)
        case CheckGroup():
            return group_words(held)
        case bool():
            return field_value(show, field, held)
        case int() if field == "at_ms":
            return fmt.clock(held, show.zone)
        case int() if field in _PRICES:
            return fmt.money(held)
        case int() if field.endswith("_ms"):
            return fmt.duration(held)
        case int():
            return fmt.count(held)
        case str() if held and field in ("segment_id", "item_id"):
            found = show.segment(held) or show.standby(held)
            return held if found is None else found.title
        case str() if held and field == "product_id":
            product = show.product(held)
            return held if product is None else product.name
        case _:
            return field_value(show, field, held)


def counts_words(counts: Counts) -> str:
    """How much of what, in one line: 新增 2 · 删除 1 · 移动 3 · 修改 12."""
    parts = (
        (counts.added, QCoreApplication.translate("ScriptDiff", "{0} added")),
        (counts.removed, QCoreApplication.translate("ScriptDiff", "{0} removed")),
        (counts.moved, QCoreApplication.translate("ScriptDiff", "{0} moved")),
        (counts.changed, QCoreApplication.translate("ScriptDiff", "{0} changed")),
        (counts.facts, QCoreApplication.translate("ScriptDiff", "{0} of the show itself")),
    )
    told = [text.format(fmt.count(count)) for count, text in parts if count]
    return " · ".join(told) or QCoreApplication.translate("ScriptDiff", "No difference")


def summary(found: ShowDiff) -> str:
    """The whole difference in one line."""
    return counts_words(found.counts)
