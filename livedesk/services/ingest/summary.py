"""The JSON of the ``measures`` verb."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from livedesk.domain.attribution import on_air
from livedesk.domain.clock import iso
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry
from livedesk.domain.feed import FeedEvent, OrderRow
from livedesk.domain.measures import Book, Row
from livedesk.domain.numbers import Measure
from livedesk.domain.rundown import Show

By = Literal["minute", "segment", "product"]
_LIVE_ONLY = "online"


def measures_json(
    run_id: int,
    show: Show,
    entries: Iterable[Entry],
    events: Iterable[FeedEvent],
    orders: Iterable[OrderRow],
    by: By | None = None,
) -> dict[str, Any]:
    """Every measure of a run, or ``rows`` of them with their ``key`` (a minute's instant; the id of a segment or
    a product, empty for what belongs to none). ``simulated`` tells that a rehearsal made them up. A measure that
    no feed gives is None, and ``reasons`` says why.
    Raises UserError ``run.not_aired`` for a run that never went live."""
    aired = on_air(entries)
    if aired.window is None:
        raise UserError("run.not_aired", run=run_id)
    book = Book(events, orders, aired.window)
    total = book.total()
    head: dict[str, Any] = {"run": run_id, "simulated": book.simulated}
    head |= {"from": iso(aired.window[0], show.zone), "to": iso(aired.window[1], show.zone)}
    if by is None:
        return head | _values(total) | {"basis": _basis(total)}
    if by == "minute":
        rows = [_row(row, {"key": iso(int(row.key), show.zone)}) for row in book.by_minute()]
    elif by == "segment":
        rows = [_row(row, {"number": row.number, "on_air_ms": row.on_air_ms}) for row in book.by_segment(aired)]
    else:
        rows = [_row(row, {}) for row in book.by_product(show.products)]
    return head | {"by": by, "rows": rows, "basis": _basis(total)}


def _row(row: Row, facts: Mapping[str, Any]) -> dict[str, Any]:
    return {"key": row.key, "title": row.title, **facts} | _values(row.measures)


def _values(measures: Mapping[str, Measure]) -> dict[str, Any]:
    shown = {name: measure for name, measure in measures.items() if name != _LIVE_ONLY}
    values: dict[str, Any] = {name: _plain(measure.value) for name, measure in shown.items()}
    return values | {"reasons": {name: each.reason for name, each in shown.items() if each.value is None}}


def _basis(measures: Mapping[str, Measure]) -> dict[str, str]:
    return {name: measure.basis for name, measure in measures.items() if measure.basis and name != _LIVE_ONLY}


def _plain(value: float | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(value, 6)
