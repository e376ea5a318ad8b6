"""Two people change one show: what an edit touches, and whether edits made meanwhile touch the same.

An edit made on an older revision is applied to the newest one where nothing that it touches was touched since;
otherwise it is refused, and a person chooses field by field (:func:`conflicts`).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields
from enum import Enum
from typing import Final

from livedesk.domain.claims import ClaimOverride
from livedesk.domain.edits import (
    SEGMENT_FIELDS,
    Batch,
    ChangeSegments,
    ChangeShow,
    Edit,
    InsertSegment,
    MoveProduct,
    MoveSegment,
    PlaceSegments,
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
from livedesk.domain.rundown import Show

ALL = "*"
ORDER = "order"
SHOW = "show"
ITEM = "item"
PRODUCT = "product"
PLANS = "plans"


@dataclass(frozen=True, slots=True)
class Touch:
    """What an edit touches: ``kind`` is ``item`` (a segment or standby plan), ``product``, ``show`` or ``order``;
    ``id`` names one of them, ``field`` one field; ``*`` is all."""

    kind: str
    id: str = ""
    field: str = ALL

    def meets(self, other: Touch) -> bool:
        """Whether both touch the same."""
        if ALL in (self.kind, other.kind):
            return True
        same = self.kind == other.kind and (self.id == other.id or ALL in (self.id, other.id))
        return same and (self.field == other.field or ALL in (self.field, other.field))


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field of a segment (empty id: of the show itself) that both changed: as it was, as it stands now, as this
    edit wants it."""

    segment_id: str
    field: str
    before: object
    theirs: object
    mine: object


def touches(edit: Edit) -> tuple[Touch, ...]:
    """Everything that an edit touches."""
    match edit:
        case Batch(edits):
            return tuple(dict.fromkeys(touch for one in edits for touch in touches(one)))
        case ChangeSegments(changes):
            return tuple(Touch(ITEM, change.segment_id, name) for change in changes for name in change.values)
        case SpliceScript(item_id):
            # It may be a standby plan's, which the show holds as one field.
            return (Touch(ITEM, item_id, "script"), Touch(PLANS, item_id, "script"))
        case ReplaceSegment(segment):
            return (Touch(ITEM, segment.id),)
        case PutSegments() | InsertSegment():
            return (Touch(ORDER),)
        case TakeSegments(segment_ids):
            return (Touch(ORDER), *(Touch(ITEM, one) for one in segment_ids))
        case RemoveSegment(segment_id):
            return (Touch(ORDER), Touch(ITEM, segment_id))
        case PlaceSegments(places):
            return (Touch(ORDER), *(Touch(ITEM, place.segment_id, "group_id") for place in places))
        case MoveSegment(segment_id):
            return (Touch(ORDER), Touch(ITEM, segment_id, "group_id"))
        case ReplaceProduct(product):
            return (Touch(PRODUCT, product.id),)
        case MoveProduct():
            return (Touch(SHOW, "", "products"), Touch(PRODUCT, ALL, "order"))
        case ChangeShow(values):
            found = [Touch(SHOW, "", name) for name in values]
            if "products" in values:
                found.append(Touch(PRODUCT, ALL))
            if "standbys" in values:
                found.append(Touch(PLANS))
            return tuple(found)
        case SetApproval():
            return (Touch(SHOW, "", "approval"),)
        case _:
            return (Touch(ALL),)


def clashes(mine: Edit, since: Iterable[Edit]) -> bool:
    """Whether an edit touches what the edits ``since`` its revision have touched."""
    own = touches(mine)
    return any(one.meets(other) for edit in since for other in touches(edit) for one in own)


def conflicts(mine: Edit, base: Show, current: Show) -> tuple[FieldConflict, ...]:
    """The fields that ``mine`` sets on ``base`` and that read otherwise in ``current``: what a person chooses
    between. Segments that are gone from either are left out. A splice of a script counts as its new script."""
    of_show = tuple(
        FieldConflict("", name, getattr(base, name), getattr(current, name), value)
        for one in _members(mine)
        if isinstance(one, ChangeShow)
        for name, value in one.values.items()
        if merged(getattr(base, name), getattr(current, name), value) is CONFLICT
    )
    wanted = _wanted(mine, base)
    now = {segment.id: segment for segment in current.segments if segment.id in wanted}
    was = {segment.id: segment for segment in base.segments if segment.id in wanted}
    found = []
    for segment_id, values in wanted.items():
        if segment_id not in now or segment_id not in was:
            continue
        for name, value in values.items():
            theirs, before = getattr(now[segment_id], name), getattr(was[segment_id], name)
            if theirs not in (before, value):
                found.append(FieldConflict(segment_id, name, before, theirs, value))
    return (*of_show, *found)


def settled(mine: Edit, base: Show, current: Show, keep_theirs: frozenset[tuple[str, str]]) -> Edit | None:
    """The edit for ``current`` that a person has settled on: all of ``mine``, made on ``base``, but the fields in
    ``keep_theirs`` (segment id, field). None where nothing is left of it, or where it cannot be told what would be
    meant now: the rows that it moves stand otherwise."""
    parts: list[Edit] = []
    try:
        for one in _members(mine):
            part = _for(one, base, current, keep_theirs)
            base = apply(base, one)[0]
            if part is not None:
                current = apply(current, part)[0]
                parts.append(part)
    except (_Unsettled, UserError):
        return None
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Batch(tuple(parts))


class _Unsettled(Exception):  # noqa: N818 (it is caught here and tells of no error)
    """An edit has no meaning on another state of the document."""


def _members(edit: Edit) -> tuple[Edit, ...]:
    """The edits of a batch, all the way down; any other edit alone."""
    return tuple(one for part in edit.edits for one in _members(part)) if isinstance(edit, Batch) else (edit,)


def _for(one: Edit, base: Show, current: Show, keep_theirs: frozenset[tuple[str, str]]) -> Edit | None:
    """One edit for another state; None where nothing is left of it."""
    match one:
        case ChangeShow():
            return _settled_show(one, base, current, keep_theirs)
        case ReplaceProduct(product):
            return _settled_product(product, base, current)
        case ChangeSegments() | ReplaceSegment() | SpliceScript():
            return _settled_segments(one, base, current, keep_theirs)
        case SetApproval():
            return one
        case _ if [item.id for item in base.segments] == [item.id for item in current.segments]:
            return one
        case _:
            raise _Unsettled


def _settled_segments(
    one: Edit, base: Show, current: Show, keep_theirs: frozenset[tuple[str, str]]
) -> Edit | None:
    if isinstance(one, SpliceScript) and all(item.id != one.item_id for item in base.segments):
        # A standby plan's words: they go on where nobody has touched them.
        if base.standby(one.item_id) == current.standby(one.item_id):
            return one
        raise _Unsettled
    wanted = _wanted(one, base)
    now = {segment.id: segment for segment in current.segments if segment.id in wanted}
    changes = []
    for segment_id, values in wanted.items():
        if segment_id not in now:
            continue
        left = {
            name: value
            for name, value in values.items()
            if (segment_id, name) not in keep_theirs and getattr(now[segment_id], name) != value
        }
        if left:
            changes.append(SegmentChange(segment_id, left))
    return ChangeSegments(tuple(changes)) if changes else None


def _settled_product(mine: Product, base: Show, current: Show) -> Edit | None:
    """What was changed of a product, in the product as it stands now."""
    was, theirs = base.product(mine.id), current.product(mine.id)
    if was is None or theirs is None:
        raise _Unsettled
    values = {}
    for field in fields(Product):
        name = field.name
        together = merged(getattr(was, name), getattr(theirs, name), getattr(mine, name))
        if together is CONFLICT:
            raise _Unsettled
        values[name] = together
    made = Product(**values)  # type: ignore[arg-type]  # its own fields by name
    return ReplaceProduct(made) if made != theirs else None


def _wanted(edit: Edit, base: Show) -> dict[str, dict[str, object]]:
    """The values that an edit wants, by segment and field."""
    match edit:
        case ChangeSegments(changes):
            return {change.segment_id: dict(change.values) for change in changes}
        case SpliceScript(item_id):
            try:
                made = apply(base, edit)[0].segment(item_id)
            except UserError:
                # The item went from the base too, or its lines did: nothing of it can be told.
                return {}
            return {} if made is None else {item_id: {"script": made.script}}
        case ReplaceSegment(segment):
            was = base.segment(segment.id)
            if was is None:
                return {}
            names = [name for name in sorted(SEGMENT_FIELDS) if getattr(was, name) != getattr(segment, name)]
            return {segment.id: {name: getattr(segment, name) for name in names}}
        case Batch(edits):
            merged: dict[str, dict[str, object]] = {}
            for one in edits:
                for segment_id, values in _wanted(one, base).items():
                    merged.setdefault(segment_id, {}).update(values)
            return merged
        case _:
            return {}


class _Conflict(Enum):
    CONFLICT = 0


CONFLICT: Final = _Conflict.CONFLICT
"""Two values of which neither holds the other."""


def merged(was: object, theirs: object, mine: object) -> object:
    """A value that both changed, with what each did to it; :data:`CONFLICT` where both did it to the same.

    A list of things with ids (groups, plans, products, promotions, checks, overrides) goes together thing by thing:
    what one added, removed or changed, unless the other changed that very thing otherwise.
    """
    if mine in (was, theirs):
        return theirs
    if theirs == was:
        return mine
    if not (isinstance(was, tuple) and isinstance(theirs, tuple) and isinstance(mine, tuple)):
        return CONFLICT
    old, there, here = (_by_key(value) for value in (was, theirs, mine))
    if old is None or there is None or here is None:
        return CONFLICT
    kept: dict[Hashable, object] = {}
    for key in dict.fromkeys((*there, *here)):
        one = _of_three(old.get(key), there.get(key), here.get(key))
        if one is CONFLICT:
            return CONFLICT
        if one is not None:
            kept[key] = one
    theirs_moved = [key for key in there if key in old] != [key for key in old if key in there]
    leading = there if theirs_moved else here
    order = [key for key in leading if key in kept]
    for key in kept:
        if key not in leading:
            order.append(key)
    return tuple(kept[key] for key in order)


def _of_three(was: object, theirs: object, mine: object) -> object:
    """One thing of a list (None: it is not there)."""
    if mine == was:
        return theirs
    if theirs in (was, mine):
        return mine
    return CONFLICT


def _by_key(things: tuple[object, ...]) -> dict[Hashable, object] | None:
    found: dict[Hashable, object] = {}
    for one in things:
        if isinstance(one, ClaimOverride):
            key: Hashable = (one.item_id, one.rule_id, one.words)
        else:
            key = getattr(one, "id", None)
        if key is None or key in found:
            return None
        found[key] = one
    return found


def _settled_show(
    mine: ChangeShow, base: Show, current: Show, keep_theirs: frozenset[tuple[str, str]]
) -> Edit | None:
    left: dict[str, object] = {}
    for name, value in mine.values.items():
        if ("", name) in keep_theirs:
            continue
        theirs = getattr(current, name)
        together = merged(getattr(base, name), theirs, value)
        chosen = value if together is CONFLICT else together
        if chosen != theirs:
            left[name] = chosen
    return ChangeShow(left) if left else None
