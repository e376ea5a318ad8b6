"""Two forms of one show that were made of the same one, put together: what only one of them changed holds, what both
changed otherwise is in dispute.

Rows are known by their ids and go together field by field. What one added stands behind the row that it was put
behind, wherever that row stands now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from typing import Any

from livedesk.domain.diff import LISTS, Kind
from livedesk.domain.numbering import between, fixed
from livedesk.domain.rebase_order import woven
from livedesk.domain.rundown import Segment, Show

Key = tuple[str, str]
"""What a field in dispute is known by: its row (empty: the show itself) and its name."""

_FACTS = tuple(one.name for one in fields(Show) if one.name not in {"id", "approval", *LISTS.values()})
_PLACE = frozenset({"group_id"})
"""Fields of a segment that only say where it stands: whoever removes it need not ask about them."""


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field that both changed: as it was, as it stands now, as this edit wants it.

    ``kind`` is the kind of its row (None: the show itself). Where one removed the row that the other changed,
    ``field`` is the list's name and the values are rows, None for the removed one.
    """

    kind: Kind | None
    item_id: str
    field: str
    before: Any
    theirs: Any
    mine: Any

    @property
    def segment_id(self) -> str:
        """The segment; empty where it is about anything else."""
        return self.item_id if self.kind is Kind.SEGMENT else ""

    @property
    def whole(self) -> bool:
        """Whether it is about the row as such."""
        return self.kind is not None and self.field == LISTS[self.kind]

    @property
    def key(self) -> Key:
        """What it is known by in choices."""
        return row_key(self.kind, self.item_id), self.field


@dataclass(frozen=True, slots=True)
class Together:
    """Both in one: the ``show``, with mine wherever it is in dispute and not chosen otherwise; what is in dispute;
    and the segments that I moved."""

    show: Show
    disputes: tuple[FieldConflict, ...]
    moved: frozenset[str]


def row_key(kind: Kind | None, item_id: str) -> str:
    """The row of a :data:`Key`: a segment's id, of other rows with their list before it."""
    return item_id if kind in (None, Kind.SEGMENT) else f"{LISTS[kind]}/{item_id}"


def together(
    base: Show, theirs: Show, mine: Show, keep_theirs: Collection[Key] = (), moved: Collection[str] = ()
) -> Together:
    """What they and I made of ``base``. ``keep_theirs`` are the fields that stay theirs, ``moved`` the segments that
    I am known to have moved. The approval is theirs."""
    return _Merge(base, theirs, mine, frozenset(keep_theirs)).run(frozenset(moved))


class _Merge:
    """One merge; the disputes gather in it."""

    def __init__(self, base: Show, theirs: Show, mine: Show, keep: frozenset[Key]) -> None:
        self._base, self._theirs, self._mine, self._keep = base, theirs, mine, keep
        self._found: list[FieldConflict] = []

    def run(self, named: frozenset[str]) -> Together:
        values: dict[str, Any] = self._values(None, "", self._base, self._theirs, self._mine, _FACTS)
        moved: frozenset[str] = frozenset()
        for kind, name in LISTS.items():
            versions = [getattr(show, name) for show in (self._base, self._theirs, self._mine)]
            if versions[2] is versions[0] or versions[2] == versions[0]:
                continue
            keyed = [_keyed(kind, rows) for rows in versions]
            old, there, here = keyed
            if any(len(rows) != len(by_id) for rows, by_id in zip(versions, keyed, strict=True)):
                # Rows that cannot be told apart go as one.
                values |= self._values(None, "", self._base, self._theirs, self._mine, (name,))
                continue
            kept: dict[str, Any] = {}
            for key in dict.fromkeys((*there, *here)):
                row = self._row(kind, key, old.get(key), there.get(key), here.get(key))
                if row is not None:
                    kept[key] = row
            order, shifted = woven(list(old), list(there), list(here), kept, named)
            values[name] = tuple(kept[key] for key in order)
            if kind is Kind.SEGMENT:
                moved = shifted
        made = self._tied(replace(self._theirs, **values))
        return Together(made, tuple(self._found), moved)

    def _row(self, kind: Kind, key: str, was: Any, their: Any, my: Any) -> Any:
        """One row (None: it is not there)."""
        if my is was or my == was:
            return their
        if my is not None and their is not None:
            # Both added a row of one id (one is a removal undone): they differ in what they differ in.
            before = their if was is None else was
            names = [one.name for one in fields(my)]
            changes = self._values(kind, key, before, their, my, names, new=was is None)
            return replace(their, **changes) if changes else their
        if my is None and their is None:
            return None
        left = their if my is None else my
        if was is None:
            return left
        kept = (row_key(kind, key), LISTS[kind]) in self._keep
        if not _touched(kind, was, left):
            return their if kept else None
        self._found.append(FieldConflict(kind, key, LISTS[kind], was, their, my))
        return their if kept else my

    def _values(
        self,
        kind: Kind | None,
        item_id: str,
        was: Any,
        their: Any,
        my: Any,
        names: Iterable[str],
        *,
        new: bool = False,
    ) -> dict[str, Any]:
        """The fields in which what holds is not theirs. ``new``: there is nothing that it was before."""
        row = row_key(kind, item_id)
        changes: dict[str, Any] = {}
        for name in names:
            before, there, here = getattr(was, name), getattr(their, name), getattr(my, name)
            if here == there or (here == before and not new):
                continue
            if new or there != before:
                self._found.append(FieldConflict(kind, item_id, name, before, there, here))
            if (row, name) not in self._keep:
                changes[name] = here
        return changes

    def _tied(self, show: Show) -> Show:
        """What hangs on a row that has gone with one version and stayed with the other goes or stays with it."""
        if show.segments is not self._theirs.segments:
            show = replace(show, segments=self._numbered(show.segments))
        show = self._offered(replace(show, segments=self._grouped(show)))
        stays = _items(show)
        gone, went = _items(self._theirs) - stays, _items(self._mine) - stays
        whole = (one for one in self._found if one.kind in (Kind.SEGMENT, Kind.STANDBY) and one.whole)
        back = {one.item_id for one in whole} & stays
        if not gone and not went and not back:
            return show
        was = {one.id: one.segment_id for one in self._base.promotions}
        mine = {one.id: one.segment_id for one in self._mine.promotions}
        theirs = {one.id: one.segment_id for one in self._theirs.promotions}
        promotions = []
        for one in show.promotions:
            before = was.get(one.id, "")
            tied = before if not one.segment_id and before in back else one.segment_id
            loose = (tied in gone and mine.get(one.id) != tied) or (tied in went and theirs.get(one.id) != tied)
            promotions.append(replace(one, segment_id="" if loose else tied))
        own, other = set(self._mine.claim_overrides), set(self._theirs.claim_overrides)
        overrides = [
            one
            for one in show.claim_overrides
            if (one.item_id not in gone or one in own) and (one.item_id not in went or one in other)
        ]
        overrides += [
            one for one in self._base.claim_overrides if one.item_id in back and one not in show.claim_overrides
        ]
        return replace(show, promotions=tuple(promotions), claim_overrides=tuple(overrides))

    def _grouped(self, show: Show) -> tuple[Segment, ...]:
        """No row is in a group that went with the other version."""
        there = {group.id for group in show.groups}
        known = {group.id for one in (self._base, self._theirs, self._mine) for group in one.groups}
        lost = known - there
        if not lost:
            return show.segments
        loose = {
            segment.id: segment.group_id
            for one in (self._theirs, self._mine)
            for groups in ({group.id for group in one.groups},)
            for segment in one.segments
            if segment.group_id not in groups
        }
        return tuple(
            replace(one, group_id="") if one.group_id in lost and loose.get(one.id) != one.group_id else one
            for one in show.segments
        )

    def _offered(self, show: Show) -> Show:
        """No row presents or promotes a product that went with the other version."""
        versions = (self._base, self._theirs, self._mine)
        lost = {one.id for each in versions for one in each.products} - {one.id for one in show.products}
        if not lost:
            return show
        kept: set[tuple[str, str]] = set()
        for each in versions[1:]:
            missing = lost - {one.id for one in each.products}
            kept |= {(row.id, one) for row in each.segments for one in row.product_ids if one in missing}
            kept |= {(row.id, row.product_id) for row in each.promotions if row.product_id in missing}
            kept |= {(row.id, row.product_id) for row in each.standbys if row.product_id in missing}

        def stays(row_id: str, product_id: str) -> bool:
            return product_id not in lost or (row_id, product_id) in kept

        return replace(
            show,
            segments=tuple(
                one
                if lost.isdisjoint(one.product_ids)
                else replace(one, product_ids=tuple(each for each in one.product_ids if stays(one.id, each)))
                for one in show.segments
            ),
            promotions=tuple(
                one if stays(one.id, one.product_id) else replace(one, product_id="") for one in show.promotions
            ),
            standbys=tuple(
                one if stays(one.id, one.product_id) else replace(one, product_id="") for one in show.standbys
            ),
        )

    def _numbered(self, segments: Sequence[Segment]) -> tuple[Segment, ...]:
        """No number that I gave to a new row is taken, and none is missing where they fixed theirs."""
        there = {segment.id for segment in self._theirs.segments}
        own, taken = (Counter(one.number for one in each) for each in (self._mine.segments, segments))
        fixing = fixed(self._theirs.segments) and not fixed(self._mine.segments)

        def asks(one: Segment) -> bool:
            return one.id not in there and (taken[one.number] > own[one.number] if one.number else fixing)

        rows: list[Segment] = []
        left = [one for one in segments if not asks(one)]
        for new, run in groupby(segments, asks):
            many = list(run)
            if new:
                numbers = between([*rows, *left], len(rows), len(many))
                many = [replace(one, number=number) for one, number in zip(many, numbers, strict=True)]
            else:
                del left[: len(many)]
            rows += many
        return tuple(rows)


def _keyed(kind: Kind, rows: Sequence[Any]) -> dict[str, Any]:
    """Rows by what they are known by: fewer than there are rows where two are alike."""
    if kind is Kind.OVERRIDE:
        return {"\n".join((row.item_id, row.rule_id, row.words)): row for row in rows}
    return {row.id: row for row in rows}


def _touched(kind: Kind, was: Any, now: Any) -> bool:
    """Whether a row was changed in anything but its place."""
    place = _PLACE if kind is Kind.SEGMENT else frozenset[str]()
    return any(getattr(was, one.name) != getattr(now, one.name) for one in fields(was) if one.name not in place)


def _items(show: Show) -> set[str]:
    """What promotions and let-stand wordings may hang on: segments and standby plans."""
    return {item.id for item in show.segments} | {plan.id for plan in show.standbys}
