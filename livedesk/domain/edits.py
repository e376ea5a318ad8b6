"""Edits of the document: each is pure, ``apply(show, edit) -> (show, inverse)``.

An edit names fields and ids, never whole rows of what it leaves alone, so that two people who change different
things of one show do not get in each other's way (:mod:`livedesk.domain.rebase`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from livedesk.domain.errors import UserError
from livedesk.domain.product import Product
from livedesk.domain.replaced import note
from livedesk.domain.rundown import Approval, Segment, Show
from livedesk.domain.script import Script, ScriptLine


@dataclass(frozen=True, slots=True)
class ReplaceSegment:
    """Put a changed segment in the place of the one with the same id (as older logs have it; what is made now names
    the fields)."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class InsertSegment:
    """Insert a segment before the one at ``index`` (0-based; the length appends)."""

    index: int
    segment: Segment


@dataclass(frozen=True, slots=True)
class RemoveSegment:
    """Remove a segment."""

    segment_id: str


@dataclass(frozen=True, slots=True)
class MoveSegment:
    """Move a segment to ``index`` of the rundown without it, into ``group_id``."""

    segment_id: str
    index: int
    group_id: str


@dataclass(frozen=True, slots=True)
class ReplaceProduct:
    """Put a changed product in the place of the one with the same id."""

    product: Product


@dataclass(frozen=True, slots=True)
class MoveProduct:
    """Move a product to ``index`` of the queue without it."""

    product_id: str
    index: int


@dataclass(frozen=True, slots=True)
class SegmentChange:
    """New values of fields of one segment, by the field's name."""

    segment_id: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ChangeSegments:
    """Change fields of one segment or of many."""

    changes: tuple[SegmentChange, ...]


@dataclass(frozen=True, slots=True)
class Put:
    """A segment and the ``index`` it will have."""

    index: int
    segment: Segment


@dataclass(frozen=True, slots=True)
class PutSegments:
    """Insert segments, each so that it stands at its index afterwards; indexes ascend."""

    puts: tuple[Put, ...]


@dataclass(frozen=True, slots=True)
class TakeSegments:
    """Remove segments."""

    segment_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """The ``index`` that a segment will have, and its group."""

    segment_id: str
    index: int
    group_id: str


@dataclass(frozen=True, slots=True)
class PlaceSegments:
    """Move segments, each so that it stands at its index afterwards; indexes ascend."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class SpliceScript:
    """Put ``lines`` in place of ``count`` lines from ``start`` of the script of a segment or standby plan."""

    item_id: str
    start: int
    count: int
    lines: tuple[ScriptLine, ...]


@dataclass(frozen=True, slots=True)
class ChangeShow:
    """New values of fields of the show itself, by the field's name: title, times, groups, standby plans,
    products, promotions, checks. Segments and the approval have edits of their own."""

    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SetApproval:
    """Move the script to another state of its approval; ``reason`` is what the person said."""

    approval: Approval
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReplaceShow:
    """Put another document in the place of this one (a restored revision, a sheet read anew). Its id and its
    approval stay."""

    show: Show


@dataclass(frozen=True, slots=True)
class Batch:
    """Several edits as one step, in order."""

    edits: tuple[Edit, ...]


Edit = (
    ReplaceSegment
    | InsertSegment
    | RemoveSegment
    | MoveSegment
    | ReplaceProduct
    | MoveProduct
    | ChangeSegments
    | PutSegments
    | TakeSegments
    | PlaceSegments
    | SpliceScript
    | ChangeShow
    | SetApproval
    | ReplaceShow
    | Batch
)

SEGMENT_FIELDS = frozenset(field.name for field in fields(Segment)) - {"id"}
SHOW_FIELDS = frozenset(field.name for field in fields(Show)) - {"id", "segments", "approval"}


def apply(show: Show, edit: Edit) -> tuple[Show, Edit]:
    """Apply an edit and return the changed show with the edit that takes it back.

    Raises UserError ``edit.closed`` for a locked or archived show, ``edit.missing`` where the target is gone,
    ``edit.exists`` for an id that is there already, ``edit.bad_place`` for an index outside,
    ``edit.bad_duration`` for a negative duration, ``edit.bad_field`` for a field that there is none of. Times are
    taken as they are: :func:`livedesk.domain.admission.admit` looks at those of a new edit.
    """
    if isinstance(edit, SetApproval):
        return replace(show, approval=edit.approval), SetApproval(show.approval)
    if show.approval.closed:
        raise UserError("edit.closed", state=show.approval.value)
    match edit:
        case Batch(edits):
            inverses: list[Edit] = []
            for one in edits:
                show, inverse = apply(show, one)
                inverses.append(inverse)
            return show, Batch(tuple(reversed(inverses)))
        case ReplaceShow(other):
            return replace(other, id=show.id, approval=show.approval), ReplaceShow(show)
        case ChangeShow(values):
            _known(values, SHOW_FIELDS)
            changed = replace(show, **values)  # type: ignore[arg-type]  # its own fields by name
            return changed, ChangeShow({name: getattr(show, name) for name in values})
        case ReplaceProduct(product):
            at = _product_at(show, product.id)
            products = (*show.products[:at], product, *show.products[at + 1 :])
            return replace(show, products=products), ReplaceProduct(show.products[at])
        case MoveProduct(product_id, index):
            at = _product_at(show, product_id)
            remaining = (*show.products[:at], *show.products[at + 1 :])
            _within(index, len(remaining))
            products = (*remaining[:index], show.products[at], *remaining[index:])
            return replace(show, products=products), MoveProduct(product_id, at)
        case SpliceScript():
            return _splice(show, edit)
        case _:
            return _apply_to_segments(show, edit)


def _apply_to_segments(show: Show, edit: Edit) -> tuple[Show, Edit]:
    match edit:
        case ChangeSegments(changes):
            return _change(show, changes)
        case PutSegments(puts):
            return _put(show, puts), TakeSegments(tuple(put.segment.id for put in puts))
        case TakeSegments(segment_ids):
            return _take(show, segment_ids)
        case PlaceSegments(places):
            return _place(show, places)
        case ReplaceSegment(segment):
            at = _segment_at(show, segment.id)
            _valid(segment)
            segments = (*show.segments[:at], segment, *show.segments[at + 1 :])
            return replace(show, segments=segments), ReplaceSegment(show.segments[at])
        case InsertSegment(index, segment):
            _within(index, len(show.segments))
            return _put(show, (Put(index, segment),)), RemoveSegment(segment.id)
        case RemoveSegment(segment_id):
            at = _segment_at(show, segment_id)
            segments = (*show.segments[:at], *show.segments[at + 1 :])
            return replace(show, segments=segments), InsertSegment(at, show.segments[at])
        case MoveSegment(segment_id, index, group_id):
            at = _segment_at(show, segment_id)
            _within(index, len(show.segments) - 1)
            moved, _ = _place(show, (Place(segment_id, index, group_id),))
            return moved, MoveSegment(segment_id, at, show.segments[at].group_id)
        case _:
            raise TypeError(f"not an edit: {edit!r}")


def _change(show: Show, changes: tuple[SegmentChange, ...]) -> tuple[Show, Edit]:
    wanted = {change.segment_id: change.values for change in changes}
    if len(wanted) != len(changes):
        raise UserError("edit.exists", id=changes[0].segment_id)
    segments = list(show.segments)
    before: list[SegmentChange] = []
    places: list[int] = []
    for at, segment in enumerate(show.segments):
        if segment.id not in wanted:
            continue
        places.append(at)
        values = wanted.pop(segment.id)
        _known(values, SEGMENT_FIELDS)
        before.append(SegmentChange(segment.id, {name: getattr(segment, name) for name in values}))
        segments[at] = replace(segment, **values)  # type: ignore[arg-type]  # its own fields by name
        _valid(segments[at])
        if not wanted:
            break
    if wanted:
        raise UserError("edit.missing", id=next(iter(wanted)))
    changed = tuple(segments)
    note(show.segments, changed, tuple(places))
    return replace(show, segments=changed), ChangeSegments(tuple(before))


def _put(show: Show, puts: tuple[Put, ...]) -> Show:
    new = [put.segment.id for put in puts]
    known = set(new)
    if len(known) != len(new):
        raise UserError("edit.exists", id=new[0])
    for segment in show.segments:
        if segment.id in known:
            raise UserError("edit.exists", id=segment.id)
    for put in puts:
        _valid(put.segment)
    return replace(show, segments=_woven(show.segments, [(put.index, put.segment) for put in puts]))


def _take(show: Show, segment_ids: tuple[str, ...]) -> tuple[Show, Edit]:
    gone = set(segment_ids)
    puts = tuple(Put(at, segment) for at, segment in enumerate(show.segments) if segment.id in gone)
    if len(puts) != len(segment_ids):
        found = {put.segment.id for put in puts}
        raise UserError("edit.missing", id=next((one for one in segment_ids if one not in found), segment_ids[0]))
    left = tuple(segment for segment in show.segments if segment.id not in gone)
    return replace(show, segments=left), PutSegments(puts)


def _place(show: Show, places: tuple[Place, ...]) -> tuple[Show, Edit]:
    wanted = {place.segment_id: place for place in places}
    left: list[Segment] = []
    back: list[Place] = []
    moved: dict[str, Segment] = {}
    for at, segment in enumerate(show.segments):
        place = wanted.get(segment.id)
        if place is None:
            left.append(segment)
            continue
        back.append(Place(segment.id, at, segment.group_id))
        same = segment.group_id == place.group_id
        moved[segment.id] = segment if same else replace(segment, group_id=place.group_id)
    if len(moved) != len(places):
        raise UserError("edit.missing", id=next((one for one in wanted if one not in moved), places[0].segment_id))
    woven = _woven(left, [(place.index, moved[place.segment_id]) for place in places])
    return replace(show, segments=woven), PlaceSegments(tuple(back))


def _woven(left: Iterable[Segment], entries: list[tuple[int, Segment]]) -> tuple[Segment, ...]:
    """``left`` with the entries at their indexes."""
    rest = list(left)
    woven: list[Segment] = []
    used = 0
    for index, segment in entries:
        take = index - len(woven)
        if take < 0 or used + take > len(rest):
            raise UserError("edit.bad_place", index=index, length=len(rest) + len(entries))
        woven += rest[used : used + take]
        used += take
        woven.append(segment)
    return (*woven, *rest[used:])


def _splice(show: Show, edit: SpliceScript) -> tuple[Show, Edit]:
    for at, segment in enumerate(show.segments):
        if segment.id == edit.item_id:
            script, inverse = _spliced(segment.script, edit)
            changed = replace(segment, script=script)
            return replace(show, segments=(*show.segments[:at], changed, *show.segments[at + 1 :])), inverse
    for at, plan in enumerate(show.standbys):
        if plan.id == edit.item_id:
            script, inverse = _spliced(plan.script, edit)
            standby = replace(plan, script=script)
            return replace(show, standbys=(*show.standbys[:at], standby, *show.standbys[at + 1 :])), inverse
    raise UserError("edit.missing", id=edit.item_id)


def _spliced(script: Script, edit: SpliceScript) -> tuple[Script, SpliceScript]:
    end = edit.start + edit.count
    if not 0 <= edit.start <= end <= len(script.lines):
        raise UserError("edit.bad_place", index=end, length=len(script.lines))
    lines = (*script.lines[: edit.start], *edit.lines, *script.lines[end:])
    back = SpliceScript(edit.item_id, edit.start, len(edit.lines), script.lines[edit.start : end])
    return Script(lines), back


def _known(values: Mapping[str, object], known: frozenset[str]) -> None:
    for name in values:
        if name not in known:
            raise UserError("edit.bad_field", field=name)


def _segment_at(show: Show, segment_id: str) -> int:
    for index, segment in enumerate(show.segments):
        if segment.id == segment_id:
            return index
    raise UserError("edit.missing", id=segment_id)


def _product_at(show: Show, product_id: str) -> int:
    for index, product in enumerate(show.products):
        if product.id == product_id:
            return index
    raise UserError("edit.missing", id=product_id)


def _within(index: int, length: int) -> None:
    if not 0 <= index <= length:
        raise UserError("edit.bad_place", index=index, length=length)


def _valid(segment: Segment) -> None:
    if segment.duration_ms < 0:
        raise UserError("edit.bad_duration", id=segment.id, value=segment.duration_ms)
