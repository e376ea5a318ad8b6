"""Audience events and orders of a run (the port ``Feeds``).

Both are idempotent: the same event or file twice is one. Order files converge in whatever sequence they come,
because a row only ever moves forward: unpaid, cancelled, paid, refunded; then a known refund over a guessed one,
and a larger one over a smaller.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, func, insert, select, tuple_, update
from sqlalchemy.dialects import sqlite

from livedesk.domain import codec
from livedesk.domain.feed import BatchReport, FeedEvent, FeedKind, OrderRow, OrderState, RowProblem
from livedesk.store.gate import Gate
from livedesk.store.tables import feed_events, order_batches, order_rows

T = TypeVar("T")
MOST_PROBLEMS = 100
_CHUNK = 1_000
_KINDS = {kind.value: kind for kind in FeedKind}
_STATES = {state.value: state for state in OrderState}

_EVENT_FIELDS = ("key", "kind", "at_ms", "user", "nickname", "text", "count", "total", "value")
_ADD_EVENTS = sqlite.insert(feed_events).on_conflict_do_nothing()

# As the fields of OrderRow are.
_ORDER_FIELDS = (
    "order",
    "item",
    "product_name",
    "product_id",
    "code",
    "quantity",
    "amount",
    "submitted_ms",
    "paid_ms",
    "state",
    "refund",
    "refund_known",
    "buyer",
    "source",
    "quantities",
)
_NEW_ORDER = sqlite.insert(order_rows)
_PROGRESS = ("rank", "refund_known", "refund")
_KEEP_ORDERS = _NEW_ORDER.on_conflict_do_update(
    index_elements=["run_id", "item"],
    set_={
        column.name: _NEW_ORDER.excluded[column.name]
        for column in order_rows.columns
        if column.name not in ("run_id", "item")
    },
    where=tuple_(*(_NEW_ORDER.excluded[name] for name in _PROGRESS))
    > tuple_(*(order_rows.c[name] for name in _PROGRESS)),
)


class StoredFeeds:
    """Implements the port ``Feeds``. Write methods follow the rule of :mod:`livedesk.store.gate`."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def add_events(self, run_id: int, source: str, events: Sequence[FeedEvent]) -> int:
        """Keep events; returns how many were new (``key`` is unique within run and source). A run that does not
        exist is an IntegrityError: it is a fault of the program, not of a person."""
        rows = [
            {"run_id": run_id, "source": source, **{name: getattr(event, name) for name in _EVENT_FIELDS}}
            for event in events
        ]

        def work(connection: Connection) -> int:
            before = _changes(connection)
            for chunk in _chunks(rows):
                connection.execute(_ADD_EVENTS, chunk)
            return _changes(connection) - before

        return self._gate.write(work) if rows else 0

    def add_orders(
        self,
        run_id: int,
        rows: Iterable[OrderRow],
        *,
        file: str,
        sha256: str,
        read: int,
        problems: Sequence[RowProblem],
        window: tuple[int, int],
        at_ms: int,
    ) -> BatchReport:
        """Keep one order file as a batch, all or nothing.

        ``read`` counts every row of the file; those that are not among ``rows`` are the wrong ones. Rows whose
        paid (else submitted) time lies outside ``window`` (epoch ms, closed), or that have neither, count as
        outside and are not kept; a row known already by ``item`` is a duplicate, unless its state or refund moved
        on: then it is brought up to date and counts as kept. Raises ValueError where ``read`` is less than the
        rows given.
        """
        inside, given = [], 0
        for row in rows:
            given += 1
            when = row.paid_ms if row.paid_ms is not None else row.submitted_ms
            if when is not None and window[0] <= when <= window[1]:
                inside.append(row)
        if read < given:
            raise ValueError("more rows than were read")
        listed = tuple(problems[:MOST_PROBLEMS])

        def work(connection: Connection) -> BatchReport:
            batch = _open_batch(connection, run_id, file, sha256, read, given - len(inside), at_ms, listed)
            before = _changes(connection)
            for chunk in _chunks(inside):
                connection.execute(_KEEP_ORDERS, [_to_row(run_id, batch, row) for row in chunk])
            kept = _changes(connection) - before
            report = BatchReport(
                batch=batch,
                read=read,
                kept=kept,
                duplicate=len(inside) - kept,
                wrong=read - given,
                outside=given - len(inside),
                problems=listed,
            )
            connection.execute(
                update(order_batches)
                .where(order_batches.c.batch == batch)
                .values(kept=report.kept, duplicate=report.duplicate, wrong=report.wrong)
            )
            return report

        return self._gate.write(work)

    def events(self, run_id: int, since_ms: int | None = None) -> tuple[FeedEvent, ...]:
        """The events of a run in order of time, from ``since_ms`` on (epoch ms, included; None: all)."""
        query = select(*(feed_events.c[name] for name in _EVENT_FIELDS)).where(feed_events.c.run_id == run_id)
        if since_ms is not None:
            query = query.where(feed_events.c.at_ms >= since_ms)
        query = query.order_by(feed_events.c.at_ms, feed_events.c.source, feed_events.c.key)
        with self._gate.read() as connection:
            return tuple(FeedEvent(key, _KINDS[kind], *rest) for key, kind, *rest in connection.execute(query))

    def orders(self, run_id: int) -> tuple[OrderRow, ...]:
        """The order rows of a run in order of payment; one not paid stands at the time it was submitted."""
        query = (
            select(*(order_rows.c[name] for name in _ORDER_FIELDS))
            .where(order_rows.c.run_id == run_id)
            .order_by(func.coalesce(order_rows.c.paid_ms, order_rows.c.submitted_ms), order_rows.c.item)
        )
        with self._gate.read() as connection:
            return tuple(
                OrderRow(*(*plain, _STATES[state], refund, bool(known), buyer, source, _quantities(quantities)))
                for *plain, state, refund, known, buyer, source, quantities in connection.execute(query)
            )


def _quantities(text: str) -> tuple[int, ...]:
    return () if text == "[]" else tuple(json.loads(text))


def _to_row(run_id: int, batch: int, row: OrderRow) -> dict[str, object]:
    return {
        "run_id": run_id,
        "item": row.item,
        "batch": batch,
        "order": row.order,
        "product_name": row.product_name,
        "product_id": row.product_id,
        "code": row.code,
        "quantity": row.quantity,
        "quantities": json.dumps(row.quantities),
        "amount": row.amount,
        "submitted_ms": row.submitted_ms,
        "paid_ms": row.paid_ms,
        "state": row.state,
        "rank": row.progress[0],
        "refund": row.refund,
        "refund_known": int(row.refund_known),
        "buyer": row.buyer,
        "source": row.source,
    }


def _open_batch(
    connection: Connection,
    run_id: int,
    file: str,
    sha256: str,
    read: int,
    outside: int,
    at_ms: int,
    problems: tuple[RowProblem, ...],
) -> int:
    row = insert(order_batches).values(
        run_id=run_id,
        file=file,
        sha256=sha256,
        at_ms=at_ms,
        read=read,
        kept=0,
        duplicate=0,
        wrong=0,
        outside=outside,
        problems=codec.encode(problems),
    )
    return int(connection.execute(row.returning(order_batches.c.batch)).scalar_one())


def _changes(connection: Connection) -> int:
    """How many rows this connection has changed so far. An insert that leaves a known row alone changes none."""
    return int(connection.scalar(select(func.total_changes())) or 0)


def _chunks(items: Sequence[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
