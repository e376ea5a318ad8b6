"""A show as a JSON file: the document, exact to the millisecond and the fen, with a version, and the pictures of its
products (base64)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from zoneinfo import ZoneInfo

from livedesk.domain.clock import wall_to_ms
from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show
from livedesk.services.importers.workbook import MAX_FILE
from livedesk.services.sheets.pictures import MAX_PICTURE, picture_type

FORMAT = "livedesk.show"
VERSION = 2
"""1 had no pictures; it is read as well."""
MAX_MEDIA = (MAX_FILE - 16 * 2**20) * 3 // 4
"""What all pictures of a file may hold together, so that the file is one that is read: as text they are a third
larger."""
NO_MEDIA: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Head:
    format: str
    version: int


@dataclass(frozen=True, slots=True)
class _ShowFile:
    format: str
    version: int
    show: Show
    media: dict[str, bytes] = field(default_factory=dict)


def export_json(show: Show, media: Mapping[str, bytes] = NO_MEDIA) -> bytes:
    """The document as JSON (UTF-8) with its pictures, by the names that its products use; :func:`import_json` reads
    both back. Raises UserError ``show_file.media_too_large`` (with ``name``, the picture that is too much)."""
    _check_media(show, media)
    return encode(_ShowFile(FORMAT, VERSION, show, dict(media)))


def import_json(data: bytes) -> tuple[Show, Mapping[str, bytes]]:
    """The show of a JSON file and the pictures that it brings.

    Raises UserError ``show_file.unreadable`` (not JSON, not a show, with ``reason``), ``show_file.newer`` (written
    by a later version), ``show_file.broken`` (with ``what``: what does not hang together) or
    ``show_file.media_too_large``.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        head = decode(data, _Head)
        if head.format != FORMAT:
            raise UserError("show_file.unreadable", reason=f"format {head.format[:40]!r}")
        if head.version > VERSION:
            raise UserError("show_file.newer", version=head.version, known=VERSION)
        file = decode(data, _ShowFile)
    except UserError as error:
        if error.code == "data.unreadable":
            raise UserError("show_file.unreadable", reason=error.params.get("reason", "")) from error
        raise
    except RecursionError as error:
        raise UserError("show_file.unreadable", reason="nested too deep") from error
    check_show(file.show)
    _check_media(file.show, file.media)
    return file.show, file.media


def holds(media: Mapping[str, bytes]) -> bool:
    """Whether a file may have all these pictures of its products."""
    sizes = [len(data) for data in media.values()]
    return (
        sum(sizes) <= MAX_MEDIA and max(sizes, default=0) <= MAX_PICTURE and all(map(picture_type, media.values()))
    )


def _check_media(show: Show, media: Mapping[str, bytes]) -> None:
    """Raise UserError where a picture is none, belongs to no product, or is too large."""
    wanted = {product.image for product in show.products}
    total = 0
    for name, data in media.items():
        total += len(data)
        if name not in wanted or not name or not picture_type(data):
            raise _broken(f"picture {name[:80]!r}")
        if len(data) > MAX_PICTURE or total > MAX_MEDIA:
            raise UserError("show_file.media_too_large", name=name)


def check_show(show: Show) -> None:
    """Raise UserError ``show_file.broken`` where ids stand twice, a reference leads nowhere, a duration, a price or
    a count is negative, a fixed number is not one line, two plans claim the panic key, or a time
    does not exist."""
    try:
        ZoneInfo(show.zone)
    except (OSError, ValueError, KeyError) as error:
        raise _broken(f"zone {show.zone!r}") from error
    groups = _ids("group", (group.id for group in show.groups))
    products = _ids("product", (product.id for product in show.products))
    segments = _ids("segment", (segment.id for segment in show.segments))
    # What goes on air is told apart by its id alone.
    items = _ids("segment or standby", [*segments, *(plan.id for plan in show.standbys)])
    _ids("promotion", (promotion.id for promotion in show.promotions))
    _ids("check", (check.id for check in show.checklist))
    _ids("cue", (cue.id for item in show.airable for cue in item.cues))
    if sum(plan.panic for plan in show.standbys) > 1:
        raise _broken("panic")
    for kind, id_, number in _numbers(show):
        if number is not None and number < 0:
            raise _broken(f"{kind} {id_}: {number}")
    for segment in show.segments:
        # It is printed, spoken and a part of headings.
        if len(segment.number.splitlines()) > 1 or segment.number != segment.number.strip():
            raise _broken(f"segment {segment.id}: number {segment.number[:40]!r}")
        if segment.group_id and segment.group_id not in groups:
            raise _broken(f"segment {segment.id}: group {segment.group_id}")
        if missing := set(segment.product_ids) - products:
            raise _broken(f"segment {segment.id}: product {min(missing)}")
    for plan in show.standbys:
        if missing := set(plan.product_ids) - products:
            raise _broken(f"standby {plan.id}: product {min(missing)}")
    for promotion in show.promotions:
        if promotion.segment_id and promotion.segment_id not in segments:
            raise _broken(f"promotion {promotion.id}: segment {promotion.segment_id}")
        if promotion.product_id and promotion.product_id not in products:
            raise _broken(f"promotion {promotion.id}: product {promotion.product_id}")
    for override in show.claim_overrides:
        if override.item_id not in items:
            raise _broken(f"claim override {override.rule_id}: item {override.item_id}")
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
        for number in (segment.duration_ms, segment.warn_ms, segment.alarm_ms):
            yield "segment", segment.id, number
    for plan in show.standbys:
        yield "standby", plan.id, plan.duration_ms
    for promotion in show.promotions:
        for number in (promotion.duration_ms, promotion.price, promotion.cap):
            yield "promotion", promotion.id, number
    for product in show.products:
        prices = (product.list_price, product.live_price, product.hand_price, product.cost)
        for number in (*prices, product.stock, product.limit, product.gift_stock):
            yield "product", product.id, number
    for override in show.claim_overrides:
        yield "claim override", override.rule_id, override.at_ms


def _ids(kind: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen or not one:
            raise _broken(f"{kind} {one!r}")
        seen.add(one)
    return seen


def _broken(what: str) -> UserError:
    return UserError("show_file.broken", what=what)
