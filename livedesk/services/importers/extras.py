"""The sheets beside the rundown: promotions, the equipment checklist, wordings that are let stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from livedesk.domain.checklist import CheckGroup, CheckItem
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.clock import to_ms
from livedesk.domain.errors import UserError
from livedesk.domain.let_stand import product_rule
from livedesk.domain.product import Promotion
from livedesk.domain.rundown import Standby
from livedesk.services.importers.catalogue import Catalogue
from livedesk.services.importers.grid import Row
from livedesk.services.importers.preview import RowKind
from livedesk.services.importers.reader import Table
from livedesk.services.probes import PROBES
from livedesk.services.sheets.names import SegmentIndex, find_item
from livedesk.services.sheets.times import format_duration, parse_duration
from livedesk.services.sheets.values import Value, nothing, parse_count, parse_price, text_of
from livedesk.services.sheets.words import PROMOTIONS as PROMOTION_NAMES
from livedesk.services.sheets.words import check_group, name_of, promotion_kind, yes

_BEFORE = re.compile(r"^(?:开播前|直播前|提前|T-|t-)\s*|前$")


def read_promotions(table: Table, segments: SegmentIndex, catalogue: Catalogue) -> tuple[Promotion, ...]:
    """The promotions of a sheet."""
    table.check_header()
    found: list[Promotion] = []
    for row in _rows(table):
        title = table.line(row, "title")
        if not title:
            table.ignored(row, "no_title")
            continue
        kind = promotion_kind(table.line(row, "kind"), title)
        if kind is None:
            table.error(row.number, "kind", "sheet.promotion_kind", value=table.line(row, "kind") or title)
            continue
        where = table.said_line(row, "segment")
        segment_id = segments.find(where) if where else ""
        if segment_id is None:
            table.error(row.number, "segment", "sheet.segment_unknown", value=where)
        about = table.said_line(row, "product")
        product = None
        if about and (product := catalogue.known(about)) is None:
            table.error(row.number, "product", "sheet.product_unknown", value=about)
        promotion = Promotion(
            id=f"m{len(found) + 1}",
            title=title,
            kind=kind,
            segment_id=segment_id or "",
            duration_ms=table.read(row, "duration", _open_duration),
            price=table.read(row, "price", parse_price),
            cap=table.read(row, "cap", parse_count),
            product_id=product.id if product else "",
        )
        found.append(promotion)
        fields = (
            ("title", title),
            ("kind", name_of(kind, PROMOTION_NAMES)),
            ("segment", where),
            ("duration", "" if promotion.duration_ms is None else format_duration(promotion.duration_ms)),
            ("product", about),
        )
        table.understood(row.number, RowKind.PROMOTION, fields)
    return tuple(found)


def _open_duration(value: Value) -> int | None:
    text = text_of(value)
    return None if nothing(text) or text in ("全场", "长期", "至下播") else parse_duration(value)


def read_checks(table: Table) -> tuple[CheckItem, ...]:
    """The equipment checklist of a sheet; a group stands until the next one."""
    table.check_header()
    found: list[CheckItem] = []
    group: CheckGroup | None = None
    for row in _rows(table):
        title = table.line(row, "title", own=True)
        named = table.line(row, "group")
        if named and (known := check_group(named)) is not None:
            group = known
        elif named and title:
            table.error(row.number, "group", "sheet.check_group", value=named)
            continue
        if not title:
            table.ignored(row, "no_title")
            continue
        if group is None:
            table.error(row.number, "group", "sheet.check_group", value="")
            continue
        critical = yes(table.line(row, "critical"))
        if critical is None:
            table.error(row.number, "critical", "sheet.yes_no", value=table.line(row, "critical"))
        probe = table.line(row, "probe")
        if nothing(probe):
            probe = ""
        elif probe not in PROBES:
            table.warn(row.number, "probe", "sheet.probe_unknown", value=probe)
            probe = ""
        item = CheckItem(
            id=f"c{len(found) + 1:02d}",
            group=group,
            title=title,
            how=table.text(row, "how"),
            critical=bool(critical),
            owner=table.line(row, "owner"),
            probe=probe,
        )
        due = table.read(row, "due", _parse_due)
        found.append(item if due is None else replace(item, due_ms=due))
        fields = (
            ("group", named),
            ("title", title),
            ("critical", "是" if critical else ""),
            ("owner", item.owner),
            ("probe", probe),
        )
        table.understood(row.number, RowKind.CHECK, fields)
    return tuple(found)


def read_overrides(
    table: Table, segments: SegmentIndex, plans: Sequence[Standby], catalogue: Catalogue, zone: str
) -> tuple[ClaimOverride, ...]:
    """The wordings, prices and gifts that a sheet lets stand. A row that does not say where, what and against which
    rule, or whose rule is about a product that is not there, is told and left out: the checker goes on warning."""
    table.check_header()
    found: list[ClaimOverride] = []
    for row in _rows(table):
        where, words, rule = table.line(row, "item"), table.text(row, "words"), table.line(row, "rule")
        if not where or not words or not rule:
            table.warn(row.number, "", "sheet.override_incomplete")
            continue
        item = find_item(where, segments, plans)
        if item is None:
            table.warn(row.number, "item", "sheet.segment_unknown", value=where)
            continue
        about = product_rule(rule)
        if about is not None:
            product = catalogue.known(about[1])
            if product is None:
                table.warn(row.number, "rule", "sheet.product_unknown", value=about[1])
                continue
            rule = about[0] + product.id
        since = table.read(row, "at", lambda value: _instant(value, zone)) or 0
        found.append(ClaimOverride(item, rule, words, table.text(row, "reason"), table.line(row, "by"), since))
        table.understood(row.number, RowKind.OVERRIDE, (("title", words), ("product", where)))
    return tuple(found)


def _instant(value: Value, zone: str) -> int:
    """An instant (epoch ms), in the show's zone where it names no offset."""
    try:
        moment = datetime.fromisoformat(text_of(value))
        return to_ms(moment if moment.tzinfo is not None else moment.replace(tzinfo=ZoneInfo(zone)))
    except (ValueError, OverflowError) as error:
        raise UserError("sheet.time_unreadable", value=text_of(value)) from error


def _parse_due(value: Value) -> int | None:
    if not isinstance(value, str):
        return parse_duration(value)
    text = text_of(value)
    if nothing(text):
        return None
    try:
        return parse_duration(_BEFORE.sub("", _BEFORE.sub("", text)))
    except UserError as error:
        raise UserError("sheet.duration_unreadable", value=text) from error


def _rows(table: Table) -> list[Row]:
    kept = []
    for row in table.grid.rows:
        if row.number > table.columns.row and not table.skip_hidden(row):
            table.check_cells(row)
            kept.append(row)
    return kept
