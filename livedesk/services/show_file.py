"""A show as a JSON file: the document, exact to the millisecond and the fen, with a version. Its pictures are files of
their own and are not in it, only their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from livedesk.domain.clock import wall_to_ms
from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show

FORMAT = "livedesk.show"
VERSION = 1


@dataclass(frozen=True, slots=True)
class _Head:
    format: str
    version: int


@dataclass(frozen=True, slots=True)
class _ShowFile:
    format: str
    version: int
    show: Show


def export_json(show: Show) -> bytes:
    """The document as JSON (UTF-8); :func:`import_json` reads the same document back."""
    return encode(_ShowFile(FORMAT, VERSION, show))


def import_json(data: bytes) -> Show:
    """The show of a JSON file.

    Raises UserError ``show_file.unreadable`` (not JSON, not a show, with ``reason``), ``show_file.newer`` (written
    by a later version) or ``show_file.broken`` (with ``what``: what does not hang together).
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        head = decode(data, _Head)
        if head.format != FORMAT:
            raise UserError("show_file.unreadable", reason=f"format {head.format[:40]!r}")
        if head.version > VERSION:
            raise UserError("show_file.newer", version=head.version, known=VERSION)
        show = decode(data, _ShowFile).show
    except UserError as error:
        if error.code == "data.unreadable":
            raise UserError("show_file.unreadable", reason=error.params.get("reason", "")) from error
        raise
    except RecursionError as error:
        raise UserError("show_file.unreadable", reason="nested too deep") from error
    check_show(show)
    return show


def check_show(show: Show) -> None:
    """Raise UserError ``show_file.broken`` where ids stand twice, a reference leads nowhere, a duration, a price or
    a count is negative, two plans claim the panic key, or a time does not exist."""
    try:
        ZoneInfo(show.zone)
    except (OSError, ValueError, KeyError) as error:
        raise _broken(f"zone {show.zone!r}") from error
    groups = _ids("group", (group.id for group in show.groups))
    products = _ids("product", (product.id for product in show.products))
    segments = _ids("segment", (segment.id for segment in show.segments))
    # What goes on air is told apart by its id alone.
    _ids("segment or standby", [*(item.id for item in show.segments), *(plan.id for plan in show.standbys)])
    _ids("promotion", (promotion.id for promotion in show.promotions))
    _ids("check", (check.id for check in show.checklist))
    _ids("cue", (cue.id for segment in show.segments for cue in segment.cues))
    if sum(plan.panic for plan in show.standbys) > 1:
        raise _broken("panic")
    for kind, id_, number in _numbers(show):
        if number is not None and number < 0:
            raise _broken(f"{kind} {id_}: {number}")
    for segment in show.segments:
        if segment.group_id and segment.group_id not in groups:
            raise _broken(f"segment {segment.id}: group {segment.group_id}")
        if missing := set(segment.product_ids) - products:
            raise _broken(f"segment {segment.id}: product {min(missing)}")
    for promotion in show.promotions:
        if promotion.segment_id and promotion.segment_id not in segments:
            raise _broken(f"promotion {promotion.id}: segment {promotion.segment_id}")
        if promotion.product_id and promotion.product_id not in products:
            raise _broken(f"promotion {promotion.id}: product {promotion.product_id}")
    fixed = [segment.hard_start for segment in show.segments] + [segment.count_to for segment in show.segments]
    try:
        for wall in (show.planned_start, show.hard_end, *fixed):
            if wall is not None:
                if wall.local.tzinfo is not None:
                    raise _broken(f"time {wall.local.isoformat()}")
                wall_to_ms(wall, show.zone)
    except (OverflowError, ValueError) as error:
        raise _broken("time") from error


def _numbers(show: Show) -> Iterator[tuple[str, str, int | None]]:
    """Everything that cannot be less than nothing."""
    for segment in show.segments:
        yield "segment", segment.id, segment.duration_ms
    for plan in show.standbys:
        yield "standby", plan.id, plan.duration_ms
    for promotion in show.promotions:
        for number in (promotion.duration_ms, promotion.price, promotion.cap):
            yield "promotion", promotion.id, number
    for product in show.products:
        prices = (product.list_price, product.live_price, product.hand_price, product.cost)
        for number in (*prices, product.stock, product.limit):
            yield "product", product.id, number


def _ids(kind: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen or not one:
            raise _broken(f"{kind} {one!r}")
        seen.add(one)
    return seen


def _broken(what: str) -> UserError:
    return UserError("show_file.broken", what=what)
