"""Connections of SQLite's own driver, for the engines and for what must not wait for SQLAlchemy to load."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

WRITE_WAIT_S = 0.01
READ_WAIT_S = 2.0


def connect_writing(path: Path) -> sqlite3.Connection:
    """A driver connection that may write an existing database. Never creates a file."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=WRITE_WAIT_S,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def connect_reading(path: Path) -> sqlite3.Connection:
    """A driver connection that only reads. A folder that this user may not write, and in which nobody left a
    log behind, is read without the shared-memory file that SQLite would otherwise have to create there."""
    try:
        return _connect_reading(path, "")
    except sqlite3.OperationalError:
        if path.with_name(path.name + "-wal").exists():
            raise
        return _connect_reading(path, "&immutable=1")


def _connect_reading(path: Path, option: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro{option}",
        uri=True,
        timeout=READ_WAIT_S,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA query_only=ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def checkpoint(path: Path) -> None:
    """Move what is in the write-ahead log into the database, as far as readers let it, and empty the log."""
    with closing(connect_writing(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
