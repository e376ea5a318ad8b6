"""What is different between two forms of a show, as a person would say it.

Rows are known by their ids, so that a row that was moved is one move and keeps its changes. What both shows share
(the same object) is not looked into: two forms of a large show that differ in little are compared quickly.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Show


class Kind(StrEnum):
    """What an :class:`ItemDiff` is about."""

    SEGMENT = "segment"
    GROUP = "group"
    STANDBY = "standby"
    PRODUCT = "product"
    PROMOTION = "promotion"
    CHECK = "check"
    OVERRIDE = "override"


LISTS: Mapping[Kind, str] = {
    Kind.SEGMENT: "segments",
    Kind.GROUP: "groups",
    Kind.STANDBY: "standbys",
    Kind.PRODUCT: "products",
    Kind.PROMOTION: "promotions",
    Kind.CHECK: "checklist",
    Kind.OVERRIDE: "claim_overrides",
}
"""The fields of the show that hold rows."""
FACTS = tuple(field.name for field in fields(Show) if field.name not in {"id", *LISTS.values()})
"""The fields of the show itself: title, times, host, room, approval."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field as it was and as it is."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class ItemDiff:
    """One row that differs. ``before`` is None where it was added, ``after`` where it was removed; ``was`` and
    ``now`` are its number or place as people see it (empty: none). ``fields`` are what changed in it."""

    kind: Kind
    id: str
    before: Any
    after: Any
    was: str = ""
    now: str = ""
    moved: bool = False
    fields: tuple[FieldChange, ...] = ()

    @property
    def added(self) -> bool:
        """Whether it is new."""
        return self.before is None

    @property
    def removed(self) -> bool:
        """Whether it is gone."""
        return self.after is None

    @property
    def item(self) -> Any:
        """The row as it is, or as it was where it is gone."""
        return self.before if self.after is None else self.after


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows were added, removed, moved, and changed in a field; a row both moved and changed counts in
    both. ``facts`` are fields of the show itself."""

    added: int = 0
    removed: int = 0
    moved: int = 0
    changed: int = 0
    facts: int = 0


@dataclass(frozen=True, slots=True)
class ShowDiff:
    """Everything in which two shows differ. ``items`` go by kind, segments first, each in its own order; what is
    gone stands behind what it stood behind."""

    facts: tuple[FieldChange, ...] = ()
    items: tuple[ItemDiff, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the shows are the same."""
        return not self.facts and not self.items

    @property
    def counts(self) -> Counts:
        """How many of what."""
        return Counts(
            sum(one.added for one in self.items),
            sum(one.removed for one in self.items),
            sum(one.moved for one in self.items),
            sum(bool(one.fields) for one in self.items),
            len(self.facts),
        )


def diff(before: Show, after: Show) -> ShowDiff:
    """How ``after`` differs from ``before``. The ids of the two shows do not matter."""
    if before is after:
        return ShowDiff()
    items: list[ItemDiff] = []
    for kind, part in LISTS.items():
        old, new = getattr(before, part), getattr(after, part)
        if old is not new and old != new:
            items += _items(kind, old, new)
    return ShowDiff(_changes(before, after, FACTS), tuple(items))


def _changes(before: object, after: object, names: Iterable[str]) -> tuple[FieldChange, ...]:
    found = []
    for name in names:
        old, new = getattr(before, name), getattr(after, name)
        if old is not new and old != new:
            found.append(FieldChange(name, old, new))
    return tuple(found)


def _names(row: Any) -> list[str]:
    return [field.name for field in fields(row) if field.name != "id"]


def _items(kind: Kind, old: Sequence[Any], new: Sequence[Any]) -> list[ItemDiff]:
    old_keys, new_keys = _keys(kind, old), _keys(kind, new)
    old_at = {key: at for at, key in enumerate(old_keys)}
    new_at = {key: at for at, key in enumerate(new_keys)}
    moved = _moved([old_at[key] for key in new_keys if key in old_at])
    was, now = _numbers(kind, old), _numbers(kind, new)
    found: list[ItemDiff] = []
    # What is gone stands behind what stood before it, in the order in which it stood.
    gone: dict[int, list[int]] = {}
    behind = -1
    for at, key in enumerate(old_keys):
        if key in new_at:
            behind = at
        else:
            gone.setdefault(behind, []).append(at)

    def removed(place: int) -> list[ItemDiff]:
        return [ItemDiff(kind, old_keys[one], old[one], None, was[one], "") for one in gone.get(place, ())]

    found += removed(-1)
    for at, key in enumerate(new_keys):
        place = old_at.get(key)
        if place is None:
            found.append(ItemDiff(kind, key, None, new[at], "", now[at]))
            continue
        one, other = old[place], new[at]
        same = one is other or one == other
        if not same or place in moved:
            changed = () if same else _changes(one, other, _names(other))
            found.append(ItemDiff(kind, key, one, other, was[place], now[at], place in moved, changed))
        found += removed(place)
    return found


def _keys(kind: Kind, rows: Sequence[Any]) -> list[str]:
    """What a row is known by: its id, an override's item, rule and words. The same once more is told apart."""
    if kind is not Kind.OVERRIDE:
        return [row.id for row in rows]
    seen: dict[str, int] = {}
    keys = []
    for row in rows:
        key = "\n".join((row.item_id, row.rule_id, row.words))
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}\n{seen[key]}")
    return keys


def _numbers(kind: Kind, rows: Sequence[Any]) -> Sequence[str]:
    if kind is Kind.SEGMENT:
        return shown_numbers(rows)
    return [str(at) for at in range(1, len(rows) + 1)]


def _moved(places: Sequence[int]) -> frozenset[int]:
    """Which of the old places are out of order in ``places``: all but a longest ascending run of them.
    Source: patience sorting, O(n log n)."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = [-1] * len(places)
    for at, place in enumerate(places):
        pile = bisect_left(tails, place)
        before[at] = last[pile - 1] if pile else -1
        if pile == len(tails):
            tails.append(place)
            last.append(at)
        else:
            tails[pile] = place
            last[pile] = at
    stays = set()
    at = last[-1] if last else -1
    while at >= 0:
        stays.add(places[at])
        at = before[at]
    return frozenset(places) - stays
