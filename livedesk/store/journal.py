"""The journal's SQL: appending entries, and the columns of the run that follow from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sqlalchemy import ClauseElement, Connection, bindparam, insert, select, update
from sqlalchemy.dialects import sqlite

from livedesk.domain.codec import decode_event, encode_event
from livedesk.domain.events import Entry, RunEnded, RunOpened, WentLive
from livedesk.store.tables import journal, runs

Row = tuple[int, int, int, int, str, str, bytes]
"""run_id, seq, t_ms, wall_ms, by, kind, payload: the columns of the table in order."""


def _text(statement: ClauseElement) -> str:
    """A statement for the driver, compiled once: half of the cost of a small commit would otherwise be spent on
    building the same text and on the bookkeeping around it."""
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="qmark")))


_APPEND = _text(insert(journal).values({column.name: bindparam(column.name) for column in journal.columns}))
_OPENED, _STARTED, _ENDED = (
    _text(update(runs).values({column.name: bindparam("value")}).where(runs.c.run_id == bindparam("run")))
    for column in (runs.c.title, runs.c.started_ms, runs.c.ended_ms)
)


def to_row(run_id: int, entry: Entry) -> Row:
    """An entry as a row of the journal."""
    kind, payload = encode_event(entry.event)
    return run_id, entry.seq, entry.t_ms, entry.wall_ms, entry.by, kind, payload


def append(driver: sqlite3.Connection, run_id: int, entries: Sequence[Entry], rows: list[Row]) -> None:
    """Append entries (``rows`` are the same ones, encoded) and bring the run's own columns up to date, in the
    transaction of the caller.

    Raises sqlite3.IntegrityError where a number is taken or the run does not exist.
    """
    if not rows:
        return
    driver.executemany(_APPEND, rows)
    for entry in entries:
        match entry.event:
            case RunOpened(title=title):
                driver.execute(_OPENED, (title, run_id))
            case WentLive():
                driver.execute(_STARTED, (entry.wall_ms, run_id))
            case RunEnded():
                driver.execute(_ENDED, (entry.wall_ms, run_id))
            case _:
                pass


def stored(connection: Connection, run_id: int, rows: list[Row]) -> bool:
    """Whether exactly these rows are in the journal already. The outcome of a commit that failed in the middle
    is not known: such rows are written again, and may turn out to be there."""
    columns = (journal.c.run_id, journal.c.seq, journal.c.t_ms, journal.c.wall_ms, journal.c.by, journal.c.kind)
    query = (
        select(*columns, journal.c.payload)
        .where(journal.c.run_id == run_id, journal.c.seq.in_([row[1] for row in rows]))
        .order_by(journal.c.seq)
    )
    found = [tuple(row) for row in connection.execute(query)]
    return found == rows


def read(connection: Connection, run_id: int) -> tuple[Entry, ...]:
    """The journal of a run in order."""
    query = (
        select(journal.c.seq, journal.c.t_ms, journal.c.wall_ms, journal.c.by, journal.c.kind, journal.c.payload)
        .where(journal.c.run_id == run_id)
        .order_by(journal.c.seq)
    )
    return tuple(
        Entry(seq, t_ms, wall_ms, by, decode_event(kind, payload))
        for seq, t_ms, wall_ms, by, kind, payload in connection.execute(query)
    )
