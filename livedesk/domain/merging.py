"""A sheet that was read anew and a show that is there already: put in its place, or merged row by row.

Both give one edit, which is taken back as one. What a sheet says nothing of stays as the show has it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from livedesk.domain.carrying import EVERYTHING, Carried, Carries, carry, fresh_ids, tied
from livedesk.domain.diff import FieldChange
from livedesk.domain.editing import NewId
from livedesk.domain.edits import Edit, ReplaceShow
from livedesk.domain.rundown import Segment, Show

PARTS = ("groups", "standbys", "products", "promotions", "checklist", "claim_overrides")
"""What is merged as a whole beside segments: a list of the show."""


class MergeKind(StrEnum):
    """What a row of a merge says: a segment that the sheet adds, one that differs, one that is the same at another
    place, one that the sheet does not have; a field or a list of the show itself."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    ONLY_HERE = "only_here"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One choice. ``key`` is the segment's id, or the name of the show's field. ``before`` and ``after`` are the
    segment as the show and as the sheet has it (None: not at all), ``fields`` what differs, ``moved`` that its place
    does too. ``both``: it was changed here as well as in the sheet since ``base``. ``advised``: it is taken unless a
    person says otherwise."""

    key: str
    kind: MergeKind
    before: Segment | None = None
    after: Segment | None = None
    fields: tuple[FieldChange, ...] = ()
    moved: bool = False
    both: bool = False

    @property
    def advised(self) -> bool:
        """Taking it loses nothing that a person wrote here and the sheet does not know of."""
        return self.kind is not MergeKind.ONLY_HERE and not self.both


@dataclass(frozen=True, slots=True)
class MergePlan:
    """Everything in which a sheet differs from a show, in the sheet's order; what only the show has comes after the
    segment it follows."""

    show: Show
    sheet: Show
    rows: tuple[MergeRow, ...]

    @property
    def advised(self) -> frozenset[str]:
        """The rows that are taken unless a person says otherwise."""
        return frozenset(row.key for row in self.rows if row.advised)

    @property
    def everything(self) -> frozenset[str]:
        """All rows: the show becomes the sheet."""
        return frozenset(row.key for row in self.rows)

    def result(self, taken: Collection[str]) -> Show:
        """The show with the rows taken whose keys these are."""
        chosen = set(taken)
        rows = {row.key: row for row in self.rows if row.key in chosen}
        facts = {key: getattr(self.sheet, key) for key, row in rows.items() if row.kind is MergeKind.SHOW}
        segments = _placed(self.show, self.sheet, rows)
        made = replace(self.show, **facts, segments=segments)
        return tied(_with_needed(made, self.show, self.sheet))

    def edit(self, taken: Collection[str]) -> Edit | None:
        """The one edit that takes these rows; None where nothing changes."""
        made = self.result(taken)
        return ReplaceShow(made) if made != self.show else None


def override(show: Show, sheet: Show, carries: Carries = EVERYTHING, new_id: NewId | None = None) -> Edit | None:
    """The edit that puts a sheet in a show's place: its rows, in its order, and no others; every row that the show has
    too keeps its id and what the sheet says nothing of. None where nothing changes."""
    made = _carried(show, sheet, carries, new_id).show
    return ReplaceShow(made) if made != show else None


def merge(
    show: Show,
    sheet: Show,
    base: Show | None = None,
    carries: Carries = EVERYTHING,
    new_id: NewId | None = None,
) -> MergePlan:
    """What a sheet would change in a show, row by row. ``base`` is the show as the sheet was once made of it: what the
    sheet has as it was then is no change, and what was changed on both sides is marked."""
    carried = _carried(show, sheet, carries, new_id)
    made = carried.show
    mine = {item.id: (at, item) for at, item in enumerate(show.segments)}
    old = {item.id: item for item in base.segments} if base is not None else {}
    moved = _moved([mine[item.id][0] for item in made.segments if item.id in mine])
    theirs = {item.id for item in made.segments}
    rows: dict[str, MergeRow] = {}
    behind: dict[str, list[str]] = {}
    above = ""
    for item in show.segments:
        if item.id in theirs:
            above = item.id
        elif base is None or item.id in old:
            rows[item.id] = MergeRow(item.id, MergeKind.ONLY_HERE, item)
            behind.setdefault(above, []).append(item.id)
    ordered = [rows[key] for key in behind.get("", ())]
    for item in made.segments:
        if item.id not in mine:
            ordered.append(MergeRow(item.id, MergeKind.ADDED, None, item))
        elif (row := _changed(mine[item.id][1], item, old.get(item.id), mine[item.id][0] in moved)) is not None:
            ordered.append(row)
        ordered += [rows[key] for key in behind.get(item.id, ())]
    return MergePlan(show, made, (*_facts(show, made, base, carries), *ordered))


def _carried(show: Show, sheet: Show, carries: Carries, new_id: NewId | None) -> Carried:
    return carry(show, sheet, carries, new_id or fresh_ids(show))


def _facts(show: Show, made: Show, base: Show | None, carries: Carries) -> list[MergeRow]:
    """The fields and lists of the show that differ."""
    found = []
    for name in sorted(carries.show | {"products", "groups"}, key=_order):
        before, after = getattr(show, name), getattr(made, name)
        if name == "segments" or before == after:
            continue
        was = getattr(base, name) if base is not None else before
        if base is None or after != was:
            both = base is not None and before != was
            found.append(MergeRow(name, MergeKind.SHOW, fields=(FieldChange(name, before, after),), both=both))
    return found


def _order(name: str) -> tuple[bool, str]:
    return name in PARTS, name


def _changed(before: Segment, after: Segment, old: Segment | None, moved: bool) -> MergeRow | None:
    """What differs in a segment, without what the sheet has as it was in ``old``."""
    changes = []
    both = False
    for name in _FIELDS:
        mine, theirs = getattr(before, name), getattr(after, name)
        if mine == theirs or (old is not None and theirs == getattr(old, name)):
            continue
        both = both or (old is not None and mine != getattr(old, name))
        changes.append(FieldChange(name, mine, theirs))
    if not changes and not moved:
        return None
    kind = MergeKind.CHANGED if changes else MergeKind.MOVED
    return MergeRow(before.id, kind, before, after, tuple(changes), moved, both)


_FIELDS = tuple(name for name in Segment.__slots__ if name != "id")


def _moved(places: Sequence[int]) -> frozenset[int]:
    """The places here of what must move so that all stand in the sheet's order: all but the longest run that rises."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, place in enumerate(places):
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else -1)
        tails[length:] = [place, *tails[length + 1 :]]
        ends[length:] = [at, *ends[length + 1 :]]
    staying = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        staying.add(places[at])
        at = before[at]
    return frozenset(set(places) - staying)


def _placed(show: Show, sheet: Show, rows: Mapping[str, MergeRow]) -> tuple[Segment, ...]:
    """The segments with the rows taken: what stays in its order, and behind each what the sheet has behind it."""
    going = {key for key, row in rows.items() if row.kind is MergeKind.ONLY_HERE or row.moved}
    left = [_taken(item, rows.get(item.id)) for item in show.segments if item.id not in going]
    followers: dict[str, list[Segment]] = {}
    standing = {item.id for item in left}
    above = ""
    for item in sheet.segments:
        row = rows.get(item.id)
        if item.id in standing:
            above = item.id
        elif row is not None and row.kind is MergeKind.ADDED:
            followers.setdefault(above, []).append(item)
        elif row is not None and row.before is not None:
            followers.setdefault(above, []).append(_taken(row.before, row))
    made = list(followers.get("", ()))
    for item in left:
        made += [item, *followers.get(item.id, ())]
    return tuple(made)


def _taken(item: Segment, row: MergeRow | None) -> Segment:
    if row is None or not row.fields:
        return item
    return replace(item, **{change.field: change.after for change in row.fields})  # type: ignore[arg-type]  # its own fields by name


def _with_needed(made: Show, show: Show, sheet: Show) -> Show:
    """The show with the groups and products that its segments need and that were not taken as a list; what the sheet's
    list does not have stays while a segment needs it."""
    homes = {item.group_id for item in made.segments}
    sold = {one for item in made.segments for one in item.product_ids}
    groups, products = list(made.groups), list(made.products)
    have = {group.id for group in groups}
    for group in (*sheet.groups, *show.groups):
        if group.id in homes and group.id not in have:
            have.add(group.id)
            groups.append(group)
    known = {product.id for product in products}
    for product in (*sheet.products, *show.products):
        if product.id in sold and product.id not in known:
            known.add(product.id)
            products.append(product)
    return replace(made, groups=tuple(groups), products=tuple(products))
