"""A sheet that was read anew and a show that is there already: put in its place, or merged row by row.

Both give one edit, which is taken back as one. What a sheet says nothing of stays as the show has it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from livedesk.domain.carrying import EVERYTHING, Carried, Carries, carry, fresh_ids, tied
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.diff import FieldChange
from livedesk.domain.editing import NewId
from livedesk.domain.edits import Edit, ReplaceShow
from livedesk.domain.rundown import Segment, Show, Standby
from livedesk.domain.script import Script

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
    does too. ``both``: it was changed here as well as in the sheet since ``base``. ``empties``: what the sheet was made
    of is not known, and taking it takes words or entries away. ``advised``: it is taken unless a person says
    otherwise."""

    key: str
    kind: MergeKind
    before: Segment | None = None
    after: Segment | None = None
    fields: tuple[FieldChange, ...] = ()
    moved: bool = False
    both: bool = False
    empties: bool = False

    @property
    def advised(self) -> bool:
        """Taking it loses nothing that a person wrote here and the sheet does not know of."""
        return self.kind is not MergeKind.ONLY_HERE and not self.both and not self.empties


@dataclass(frozen=True, slots=True)
class MergePlan:
    """Everything in which a sheet differs from a show, in the sheet's order; what only the show has comes after the
    segment it follows. ``based``: it is known which version of the show the sheet was made of."""

    show: Show
    sheet: Show
    rows: tuple[MergeRow, ...]
    based: bool = False

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
    sheet has as it was then is no change, and what was changed on both sides is marked. A base that is another show is
    none."""
    if base is None or base.id != show.id:
        carried = _carried(show, sheet, carries, new_id)
        return _Merger(show, carried.show, carried.ids, carries).plan()
    new_id = new_id or fresh_ids(show, base)
    # By the names of its own time, so that what was renamed since is known.
    then = replace(carry(base, sheet, carries, new_id).show, id=show.id)
    carried = carry(show, then, carries, new_id)
    return _Merger(show, carried.show, carried.ids, carries, _Since(base, then)).plan()


def _carried(show: Show, sheet: Show, carries: Carries, new_id: NewId | None) -> Carried:
    return carry(show, sheet, carries, new_id or fresh_ids(show))


class _Since:
    """What the sheet changed since it was made: ``then`` is the sheet in the terms of the show of that time."""

    def __init__(self, base: Show, then: Show) -> None:
        self.base = base
        self.then = then
        self.old = {item.id: item for item in base.segments}
        self.new = {item.id: item for item in then.segments}
        self._places = {item.id: at for at, item in enumerate(base.segments)}

    def moved(self, segments: Sequence[Segment]) -> set[str]:
        """The segments of the base that these have in another order."""
        places = [self._places[item.id] for item in segments if item.id in self._places]
        moved = _moved(places)
        return {ident for ident, at in self._places.items() if at in moved}


class _Merger:
    """Makes the rows of one merge. ``made`` is the sheet in the show's terms, ``ids`` its ids by those of the sheet."""

    def __init__(
        self, show: Show, made: Show, ids: Mapping[str, str], carries: Carries, since: _Since | None = None
    ) -> None:
        self._show = show
        self._made = made
        self._carries = carries
        self._since = since
        self._before = {made_id: ident for ident, made_id in ids.items()}
        self._mine = {item.id: item for item in show.segments}

    def plan(self) -> MergePlan:
        """Everything."""
        rows: dict[str, list[MergeRow]] = {}
        theirs = {item.id for item in self._made.segments}
        above = ""
        for item in self._show.segments:
            if item.id in theirs:
                above = item.id
            elif (row := self._only_here(item)) is not None:
                rows.setdefault(above, []).append(row)
        moved, contested = self._moves()
        ordered = list(rows.get("", ()))
        for item in self._made.segments:
            mine = self._mine.get(item.id)
            made = self._added(item) if mine is None else self._changed(mine, item, moved, contested)
            ordered += [made] if made is not None else []
            ordered += rows.get(item.id, ())
        return MergePlan(self._show, self._made, (*self._facts(), *ordered), self._since is not None)

    def _only_here(self, item: Segment) -> MergeRow | None:
        """What the sheet does not have, unless it was written here since the sheet was made."""
        if self._since is None:
            return MergeRow(item.id, MergeKind.ONLY_HERE, item)
        old = self._since.old.get(item.id)
        return None if old is None else MergeRow(item.id, MergeKind.ONLY_HERE, item, both=old != item)

    def _added(self, item: Segment) -> MergeRow | None:
        """What the show does not have, unless it was taken away here since and the sheet has left it alone."""
        if self._since is None:
            return MergeRow(item.id, MergeKind.ADDED, None, item)
        ident = self._before[item.id]
        old = self._since.old.get(ident)
        if old is not None and old == self._since.new[ident]:
            return None
        return MergeRow(item.id, MergeKind.ADDED, None, item, both=old is not None)

    def _moves(self) -> tuple[set[str], set[str]]:
        """What the sheet has at another place, and what of it was moved here too since."""
        here = {item.id: at for at, item in enumerate(self._show.segments)}
        places = _moved([here[item.id] for item in self._made.segments if item.id in here])
        moved = {ident for ident, at in here.items() if at in places}
        if self._since is None or not moved:
            return moved, set()
        return self._since.moved(self._since.then.segments), self._since.moved(self._show.segments)

    def _changed(
        self, mine: Segment, theirs: Segment, moved: Collection[str], contested: Collection[str]
    ) -> MergeRow | None:
        """What differs in a segment, without what the sheet has as it was when it was made."""
        old = then = None
        if self._since is not None:
            ident = self._before[theirs.id]
            old, then = self._since.old.get(ident), self._since.new[ident]
        changes = []
        at_another = mine.id in moved
        both = at_another and mine.id in contested
        for name in _FIELDS:
            before, after = getattr(mine, name), getattr(theirs, name)
            if before == after or (old is not None and getattr(then, name) == getattr(old, name)):
                continue
            both = both or (self._since is not None and (old is None or before != getattr(old, name)))
            changes.append(FieldChange(name, before, after))
        if not changes and not at_another:
            return None
        kind = MergeKind.CHANGED if changes else MergeKind.MOVED
        empties = self._since is None and any(_empties(change) for change in changes)
        return MergeRow(mine.id, kind, mine, theirs, tuple(changes), at_another, both, empties)

    def _facts(self) -> list[MergeRow]:
        """The fields and lists of the show that differ."""
        found = []
        since = self._since
        for name in sorted(self._carries.show | {"products", "groups"}, key=_order):
            before, after = getattr(self._show, name), getattr(self._made, name)
            if name == "segments" or before == after:
                continue
            was = before if since is None else getattr(since.base, name)
            if since is not None and getattr(since.then, name) == was:
                continue
            change = FieldChange(name, before, after)
            empties = since is None and _empties(change)
            found.append(MergeRow(name, MergeKind.SHOW, fields=(change,), both=before != was, empties=empties))
        return found


def _order(name: str) -> tuple[bool, str]:
    return name in PARTS, name


_WORDS = ("script", "interaction", "goal", "note", "fallback", "cues")
_PLAN_WORDS = ("script", "cues", "message")


def _empties(change: FieldChange) -> bool:
    """Whether a change takes the last word out of a field, or entries out of a list of the show."""
    if change.field in PARTS:
        before, after = _entries(change.before), _entries(change.after)
        return any(key not in after or _loses_words(one, after[key]) for key, one in before.items())
    return change.field in _WORDS and _says(change.before) and not _says(change.after)


def _entries(listed: object) -> dict[object, object]:
    """The entries of a list of the show by what names them."""
    found: dict[object, object] = {}
    for one in listed if isinstance(listed, tuple) else ():
        key = (one.item_id, one.rule_id, one.words) if isinstance(one, ClaimOverride) else one.id
        found[key] = one
    return found


def _loses_words(before: object, after: object) -> bool:
    if not isinstance(before, Standby) or not isinstance(after, Standby):
        return False
    return any(_says(getattr(before, one)) and not _says(getattr(after, one)) for one in _PLAN_WORDS)


def _says(value: object) -> bool:
    return any(line.text.strip() for line in value.lines) if isinstance(value, Script) else bool(value)


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
    sold = {one for item in made.airable for one in item.product_ids}
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
