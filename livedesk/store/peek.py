"""A first look at a show while the store is still loading: the window shows a rundown half a second earlier.

Reads with SQLite's own driver, in a transaction of its own, and changes nothing. Whatever is wrong with the file is
for :mod:`livedesk.store.opening` to say: here it only means that there is nothing to see yet.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from livedesk.domain import codec
from livedesk.domain.edits import apply
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show
from livedesk.store.driver import connect_reading

Choose = Callable[[Sequence[tuple[str, int]]], str | None]
_INTERRUPTED = """SELECT show_id FROM runs WHERE kind = 'live' AND started_ms IS NOT NULL AND ended_ms IS NULL
    ORDER BY started_ms DESC, run_id DESC LIMIT 1"""
_SNAPSHOT = "SELECT revision, document FROM snapshots WHERE show_id = ? ORDER BY revision DESC LIMIT 1"
_EDITS = "SELECT revision, kind, payload FROM edits WHERE show_id = ? AND revision > ? ORDER BY revision"


def peek(database: Path, choose: Choose) -> tuple[Show, int] | None:
    """The show of an interrupted run, else the one that ``choose`` names of (id, planned start in epoch ms), with its
    newest revision; None where nothing can be seen."""
    if not database.exists():
        return None
    try:
        with closing(connect_reading(database)) as connection:
            connection.execute("BEGIN")
            return _look(connection, choose)
    except (sqlite3.Error, UserError):
        return None


def _look(connection: sqlite3.Connection, choose: Choose) -> tuple[Show, int] | None:
    interrupted = connection.execute(_INTERRUPTED).fetchone()
    if interrupted is not None:
        show_id = interrupted[0]
    else:
        show_id = choose(connection.execute("SELECT show_id, planned_start_ms FROM shows").fetchall())
    if show_id is None:
        return None
    newest = connection.execute(_SNAPSHOT, (show_id,)).fetchone()
    if newest is None:
        return None
    revision, document = newest
    show = codec.decode(document, Show)
    for number, kind, payload in connection.execute(_EDITS, (show_id, revision)):
        show, _ = apply(show, codec.decode_edit(kind, payload))
        revision = number
    return show, revision
