"""Two people change one show: what an edit touches, and whether edits made meanwhile touch the same.

An edit made on an older revision is applied to the newest one where nothing that it touches was touched since;
otherwise it is refused. What of it met nothing is done again then (:func:`settled`), and between what both changed a
person chooses field by field (:func:`conflicts`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import cast

from livedesk.domain.editing import rewrite
from livedesk.domain.edits import (
    SHOW_FIELDS,
    Batch,
    ChangeSegments,
    ChangeShow,
    Edit,
    InsertSegment,
    MoveProduct,
    MoveSegment,
    Place,
    PlaceSegments,
    Put,
    PutSegments,
    RemoveSegment,
    ReplaceProduct,
    ReplaceSegment,
    SegmentChange,
    SetApproval,
    SpliceScript,
    TakeSegments,
    apply,
)
from livedesk.domain.errors import UserError
from livedesk.domain.product import Product
from livedesk.domain.rebase_merge import FieldConflict, Key, Together, together
from livedesk.domain.rundown import Approval, Segment, Show, Standby

__all__ = ["FieldConflict", "Key", "Together", "Touch", "clashes", "conflicts", "rebased", "settled", "touches"]

ALL = "*"
ORDER = "order"
SHOW = "show"
ITEM = "item"
PRODUCT = "product"
PLANS = "plans"
GROUP = "group"
"""Being in a group: whoever takes it away meets whoever puts a row into it."""
OFFER = "offer"
"""A product on a segment (the field), a promotion or a standby plan: whoever takes products away meets whoever puts one
there."""
TIE = "tie"
"""What hangs on a segment: whoever removes it meets whoever hangs something on it."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What an edit touches: ``kind`` is one of the names above, ``item`` a segment or standby plan; ``id`` names one
    of them, ``field`` one field; ``*`` is all."""

    kind: str
    id: str = ""
    field: str = ALL

    def meets(self, other: Touch) -> bool:
        """Whether both touch the same."""
        if ALL in (self.kind, other.kind):
            return True
        same = self.kind == other.kind and (self.id == other.id or ALL in (self.id, other.id))
        return same and (self.field == other.field or ALL in (self.field, other.field))


def touches(edit: Edit) -> tuple[Touch, ...]:
    """Everything that an edit touches."""
    match edit:
        case Batch(edits):
            return tuple(dict.fromkeys(touch for one in edits for touch in touches(one)))
        case ChangeSegments(changes):
            found = [Touch(ITEM, change.segment_id, name) for change in changes for name in change.values]
            groups = [str(change.values["group_id"]) for change in changes if "group_id" in change.values]
            offers = [
                Touch(OFFER, str(one), change.segment_id)
                for change in changes
                for one in cast("tuple[str, ...]", change.values.get("product_ids", ()))
            ]
            return (*found, *_inside(groups), *offers)
        case SpliceScript(item_id):
            # It may be a standby plan's, which the show holds as one field.
            return (Touch(ITEM, item_id, "script"), Touch(PLANS, item_id, "script"))
        case ReplaceSegment(segment):
            return (Touch(ITEM, segment.id), *_offers([segment]))
        case PutSegments(puts):
            rows = [put.segment for put in puts]
            return (Touch(ORDER), *_inside(one.group_id for one in rows), *_offers(rows))
        case InsertSegment(_, segment):
            return (Touch(ORDER), *_inside([segment.group_id]), *_offers([segment]))
        case TakeSegments(segment_ids):
            return (Touch(ORDER), *(Touch(kind, one) for one in segment_ids for kind in (ITEM, TIE)))
        case RemoveSegment(segment_id):
            return (Touch(ORDER), Touch(ITEM, segment_id), Touch(TIE, segment_id))
        case PlaceSegments(places):
            found = [Touch(ITEM, place.segment_id, "group_id") for place in places]
            return (Touch(ORDER), *found, *_inside(place.group_id for place in places))
        case MoveSegment(segment_id, _, group_id):
            return (Touch(ORDER), Touch(ITEM, segment_id, "group_id"), *_inside([group_id]))
        case ReplaceProduct(product):
            return (Touch(PRODUCT, product.id),)
        case MoveProduct():
            return (Touch(SHOW, "", "products"), Touch(PRODUCT, ALL, "order"))
        case ChangeShow(values):
            found = [Touch(SHOW, "", name) for name in values]
            if "products" in values:
                found += [Touch(PRODUCT, ALL), Touch(OFFER, ALL)]
            if "promotions" in values:
                found.append(Touch(OFFER, ALL, "promotions"))
            if "standbys" in values:
                found += [Touch(PLANS, ALL), Touch(OFFER, ALL, "standbys")]
            if "groups" in values:
                found.append(Touch(GROUP, ALL))
            if not values.keys().isdisjoint(("promotions", "claim_overrides", "standbys")):
                found.append(Touch(TIE, ALL))
            return tuple(found)
        case SetApproval():
            return (Touch(SHOW, "", "approval"),)
        case _:
            return (Touch(ALL),)


def _inside(groups: Iterable[str]) -> tuple[Touch, ...]:
    return tuple(Touch(GROUP, one) for one in dict.fromkeys(groups) if one)


def _offers(segments: Iterable[Segment]) -> tuple[Touch, ...]:
    return tuple(Touch(OFFER, one, segment.id) for segment in segments for one in segment.product_ids)


def clashes(mine: Edit, since: Iterable[Edit]) -> bool:
    """Whether an edit touches what the edits ``since`` its revision have touched."""
    own = touches(mine)
    return any(one.meets(other) for edit in since for other in touches(edit) for one in own)


def conflicts(mine: Edit, base: Show, current: Show) -> tuple[FieldConflict, ...]:
    """What ``mine`` changed on ``base`` and that others changed otherwise, as it reads in ``current``: what a person
    chooses between. A splice of a script counts as its new script."""
    both = rebased(mine, base, current)
    return () if both is None else both.disputes


def settled(mine: Edit, base: Show, current: Show, keep_theirs: Collection[Key]) -> Edit | None:
    """The edit for ``current`` that a person has settled on: all of ``mine``, made on ``base``, but the fields in
    ``keep_theirs``. None where nothing is left of it, or where it cannot be told what was meant: it does not fit
    ``base`` either."""
    members = _members(mine)
    approvals: list[Edit] = [one for one in members if isinstance(one, SetApproval)]
    parts = []
    if len(approvals) < len(members):
        both = rebased(mine, base, current, keep_theirs)
        if both is None:
            return None
        parts = _leading(current, both)
    # What unlocks the script comes before what needs that.
    parts = [*approvals, *parts] if current.approval.closed else [*parts, *approvals]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Batch(tuple(parts))


def rebased(mine: Edit, base: Show, current: Show, keep_theirs: Collection[Key] = ()) -> Together | None:
    """``current`` with what ``mine`` did to ``base`` in it; None where it does not fit ``base``."""
    show, moved = replace(base, approval=Approval.DRAFT), set()
    try:
        for one in _members(mine):
            match one:
                case SetApproval():
                    continue
                case PlaceSegments(places):
                    moved |= {place.segment_id for place in places}
                case MoveSegment(segment_id):
                    moved.add(segment_id)
            show = apply(show, one)[0]
    except UserError:
        return None
    return together(base, current, show, keep_theirs, moved)


def _members(edit: Edit) -> tuple[Edit, ...]:
    """The edits of a batch, all the way down; any other edit alone."""
    return tuple(one for part in edit.edits for one in _members(part)) if isinstance(edit, Batch) else (edit,)


def _leading(current: Show, both: Together) -> list[Edit]:
    """The edits that make ``current`` the show that both have become. They name no more than they must: what else is
    done meanwhile goes together with them."""
    wanted = both.show
    parts: list[Edit] = []
    values: dict[str, object] = {}
    for field in fields(Show):
        old, new = getattr(current, field.name), getattr(wanted, field.name)
        if field.name not in SHOW_FIELDS or old == new:
            continue
        if field.name == "products" and _same_rows(old, new):
            parts += [ReplaceProduct(one) for was, one in zip(old, new, strict=True) if was != one]
        elif field.name == "standbys" and _same_rows(old, new) and _words_only(old, new):
            splices = (rewrite(one.id, was.script, one.script) for was, one in zip(old, new, strict=True))
            parts += [one for one in splices if one is not None]
        else:
            values[field.name] = new
    if values:
        parts.insert(0, ChangeShow(values))
    if wanted.segments != current.segments:
        parts += _rows(current.segments, wanted.segments, both.moved)
    return parts


def _same_rows(old: Sequence[Product | Standby], new: Sequence[Product | Standby]) -> bool:
    """Whether the same rows stand in the same order, and each can be named."""
    ids = [one.id for one in old]
    return ids == [one.id for one in new] and len(set(ids)) == len(ids)


def _words_only(old: Sequence[Standby], new: Sequence[Standby]) -> bool:
    """Whether the plans differ in their scripts alone."""
    return all(replace(was, script=one.script) == one for was, one in zip(old, new, strict=True))


def _rows(old: Sequence[Segment], new: Sequence[Segment], moved: frozenset[str]) -> list[Edit]:
    """The edits of the rundown: rows go, move and come, then their fields change."""
    was, now = {one.id: one for one in old}, {one.id: one for one in new}
    parts: list[Edit] = []
    taken = tuple(one.id for one in old if one.id not in now)
    if taken:
        parts.append(TakeSegments(taken))
    left = [one for one in new if one.id in was]
    shifted: frozenset[str] = frozenset()
    if [one.id for one in left] != [one.id for one in old if one.id in now]:
        shifted = moved
        parts.append(
            PlaceSegments(tuple(Place(one.id, at, one.group_id) for at, one in enumerate(left) if one.id in moved))
        )
    put = tuple(Put(at, one) for at, one in enumerate(new) if one.id not in was)
    if put:
        parts.append(PutSegments(put))
    changes = []
    for one in left:
        before = was[one.id]
        if before is one or before == one:
            continue
        values = {
            field.name: getattr(one, field.name)
            for field in fields(Segment)
            if getattr(before, field.name) != getattr(one, field.name)
            and not (field.name == "group_id" and one.id in shifted)
        }
        if values:
            changes.append(SegmentChange(one.id, values))
    if changes:
        parts.append(ChangeSegments(tuple(changes)))
    return parts
