"""What a sheet says something of: what it is silent about stays as a show has it that the sheet is put into."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from livedesk.domain.carrying import EVERYTHING, PLAN_WORDS, Carries
from livedesk.domain.rundown import Standby
from livedesk.services.importers.columns import Columns
from livedesk.services.importers.preview import Heading

_SEGMENT: Mapping[str, tuple[str, ...]] = {
    "group": ("group_id",),
    "fixed": ("number",),
    "time": ("duration_ms", "hard_start"),
    "end": ("duration_ms",),
    "duration": ("duration_ms",),
    "hard": ("hard_start",),
    "title": ("title",),
    "kind": ("kind",),
    "goal": ("goal",),
    "product": ("product_ids",),
    "script": ("script",),
    "cohost": ("script",),
    "interaction": ("interaction",),
    "scene": ("scene",),
    "transition": ("transition",),
    "items": ("items",),
    "cues": ("cues",),
    "person": ("person",),
    "co_host": ("co_host",),
    "owner": ("owner",),
    "note": ("note",),
    "alerts": ("warn_ms", "alarm_ms"),
    "warn": ("warn_ms",),
    "alarm": ("alarm_ms",),
    "end_mode": ("end_mode", "count_to"),
    "state": ("skipped",),
    "skipped": ("skipped",),
    "plan": ("fallback",),
}
_PLAN: Mapping[str, tuple[str, ...]] = {
    "product": ("product_id",),
    "transition": ("transition",),
    "items": ("items",),
    "cues": ("cues",),
}
_PRODUCT: Mapping[str, tuple[str, ...]] = {
    "points": ("selling_points",),
    "forbidden": ("do_not_say",),
    "platform_id": ("platform_ids",),
    "code": ("codes",),
}
_ROW_PRICES = ("live_price", "list_price", "stock")
_SHEETS = {
    "products": "products",
    "promotions": "promotions",
    "checks": "checklist",
    "overrides": "claim_overrides",
}


def carries_of(
    columns: Columns,
    others: Mapping[str, Columns],
    heading: Heading,
    *,
    plans: Sequence[Standby],
    groups: bool,
    numbered: bool,
) -> Carries:
    """The fields that the columns of a file carry; ``heading`` are the facts that it states, ``plans`` are its
    standby plans, ``groups`` says whether it names groups, ``numbered`` whether it fixes numbers."""
    segment = {name for field in columns.at for name in _SEGMENT.get(field, ())}
    segment |= {"note"} if columns.noted else set()
    segment |= {"group_id"} if groups else set()
    segment |= {"number"} if numbered else set()
    show = {_SHEETS[name] for name in others if name in _SHEETS}
    show |= {"standbys"} if plans or "standbys" in others else set()
    facts = {
        "title": heading.title,
        "planned_start": heading.start or heading.date,
        "hard_end": heading.end,
        "host": heading.host,
        "platform": heading.platform,
        "room": heading.room,
        "zone": heading.zone,
    }
    show |= {name for name, said in facts.items() if said}
    product = set(_ROW_PRICES) & set(columns.at)
    if found := others.get("products"):
        product |= {name for field in found.at for name in _product_fields(field)}
    found_in = set(columns.at) | set(others["standbys"].at if "standbys" in others else ())
    standby = {name for field in found_in for name in _PLAN.get(field, ())}
    # No column is for messages alone: a sheet without any says nothing of them.
    standby |= {"message"} if any(plan.message for plan in plans) else set()
    return Carries(frozenset(show), frozenset(segment), frozenset(product), PLAN_WORDS | standby)


def _product_fields(field: str) -> Collection[str]:
    if field in _PRODUCT:
        return _PRODUCT[field]
    # One cell may say what a product is for, how it sells and with what it goes together.
    return ("role", "type", "combo") if field in ("role", "type", "combo") else {field} & EVERYTHING.product
