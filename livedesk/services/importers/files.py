"""One way in for every kind of file that holds a show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as day_type
from datetime import datetime, time
from pathlib import Path

from livedesk.domain.errors import UserError
from livedesk.domain.reschedule import reschedule
from livedesk.domain.rundown import Show
from livedesk.services.importers.preview import Heading, ImportPreview, PreviewRow, RowKind
from livedesk.services.importers.sheet import read_bytes, read_sheet
from livedesk.services.mappings import NO_MAPPINGS, Mappings
from livedesk.services.sheets.times import format_duration
from livedesk.services.show_file import check_show, import_json


def read_file(
    path: Path | str,
    *,
    date: day_type | None = None,
    title: str | None = None,
    host: str | None = None,
    zone: str = "Asia/Shanghai",
    start: time | None = None,
    today: day_type | None = None,
    mappings: Mappings = NO_MAPPINGS,
) -> ImportPreview:
    """Read a run sheet (xlsx, csv, tsv) or a show file (json) into a preview. The answers are those of
    :func:`read_sheet`; those given for a show file move the whole show to another date or start.

    Raises UserError as :func:`read_sheet`, and those of :func:`import_json` for a show file.
    """
    file = Path(path)
    if file.suffix.lower() != ".json":
        return read_sheet(
            file, date=date, title=title, host=host, zone=zone, start=start, today=today, mappings=mappings
        )
    document, media = import_json(read_bytes(file))
    show = _moved(document, date, start)
    show = replace(show, title=title or show.title, host=host or show.host)
    counts = {
        "segments": len(show.segments),
        "groups": len(show.groups),
        "standby": len(show.standbys),
        "products": len(show.products),
        "promotions": len(show.promotions),
        "checks": len(show.checklist),
    }
    local = show.planned_start.local
    heading = Heading(
        show.title, local.date(), show.host, local.time(), None, None, show.platform, show.room, show.zone
    )
    asks = () if show.host else ("host",)
    return ImportPreview(file.name, show, _rows(show), (), asks, counts, heading, media)


def _moved(show: Show, day: day_type | None, start: time | None) -> Show:
    if day is None and start is None:
        return show
    old = show.planned_start.local
    try:
        moved = reschedule(show, datetime.combine(day or old.date(), start or old.time()))
    except OverflowError as error:
        raise UserError("show_file.broken", what="time") from error
    check_show(moved)
    return moved


def _rows(show: Show) -> tuple[PreviewRow, ...]:
    """The items of the document in their order, numbered from 1."""
    groups = {group.id: group.title for group in show.groups}
    names = {product.id: product.name for product in show.products}
    rows: list[tuple[RowKind, tuple[tuple[str, str], ...]]] = []
    for segment in show.segments:
        fields = (
            ("duration", format_duration(segment.duration_ms)),
            ("title", segment.title),
            ("kind", segment.kind.value),
            ("group", groups.get(segment.group_id, "")),
            ("products", "、".join(names.get(product, product) for product in segment.product_ids)),
            ("scene", segment.scene),
        )
        rows.append((RowKind.SEGMENT, fields))
    rows += [(RowKind.STANDBY, (("title", plan.title), ("scene", plan.scene))) for plan in show.standbys]
    rows += [(RowKind.PRODUCT, (("name", product.name),)) for product in show.products]
    rows += [(RowKind.PROMOTION, (("title", promotion.title),)) for promotion in show.promotions]
    rows += [(RowKind.CHECK, (("title", check.title),)) for check in show.checklist]
    return tuple(
        PreviewRow(at, kind, tuple(pair for pair in fields if pair[1]))
        for at, (kind, fields) in enumerate(rows, 1)
    )
