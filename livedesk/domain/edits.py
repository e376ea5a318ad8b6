"""Edits of the document: each is pure, ``apply(show, edit) -> (show, inverse)``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from livedesk.domain.errors import UserError
from livedesk.domain.product import Product
from livedesk.domain.rundown import Segment, Show


@dataclass(frozen=True, slots=True)
class ReplaceSegment:
    """Put a changed segment in the place of the one with the same id."""

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


Edit = ReplaceSegment | InsertSegment | RemoveSegment | MoveSegment | ReplaceProduct | MoveProduct


def apply(show: Show, edit: Edit) -> tuple[Show, Edit]:
    """Apply an edit and return the changed show with the edit that takes it back.

    Raises UserError ``edit.missing`` where the target is gone, ``edit.exists`` for an id that is there already,
    ``edit.bad_place`` for an index outside, ``edit.bad_duration`` for a negative duration.
    """
    match edit:
        case ReplaceSegment(segment):
            at = _segment_at(show, segment.id)
            _valid(segment)
            segments = (*show.segments[:at], segment, *show.segments[at + 1 :])
            return replace(show, segments=segments), ReplaceSegment(show.segments[at])
        case InsertSegment(index, segment):
            if show.segment(segment.id) is not None:
                raise UserError("edit.exists", id=segment.id)
            _valid(segment)
            _within(index, len(show.segments))
            segments = (*show.segments[:index], segment, *show.segments[index:])
            return replace(show, segments=segments), RemoveSegment(segment.id)
        case RemoveSegment(segment_id):
            at = _segment_at(show, segment_id)
            segments = (*show.segments[:at], *show.segments[at + 1 :])
            return replace(show, segments=segments), InsertSegment(at, show.segments[at])
        case MoveSegment(segment_id, index, group_id):
            at = _segment_at(show, segment_id)
            segment = show.segments[at]
            rest = (*show.segments[:at], *show.segments[at + 1 :])
            _within(index, len(rest))
            moved = replace(segment, group_id=group_id)
            segments = (*rest[:index], moved, *rest[index:])
            return replace(show, segments=segments), MoveSegment(segment_id, at, segment.group_id)
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
