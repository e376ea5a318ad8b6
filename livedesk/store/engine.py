"""The engines: one connection that writes, several that read.

The writing engine commits durably (``synchronous=FULL``) and begins every transaction with ``BEGIN IMMEDIATE``:
left to its defaults, the driver begins late and loses updates in silence when two transactions cross. It waits
hardly at all for a lock, because the writer handles locks itself. The reading engine cannot write. No engine puts
the values of a statement into its errors: they end in logs, and hold what people wrote.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

WRITE_WAIT_S = 0.01
READ_WAIT_S = 2.0
_BEGIN_IMMEDIATE = "BEGIN IMMEDIATE"


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


def write_engine(path: Path) -> Engine:
    """The engine of the one writer."""
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: connect_writing(path),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


def read_engine(path: Path) -> Engine:
    """The engine of all readers; each transaction sees one state of the database."""
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: connect_reading(path),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin_immediate(connection: Connection) -> None:
    # Straight to the driver: the journal begins thousands of these, and nothing about them needs compiling.
    cursor = connection.connection.cursor()
    try:
        cursor.execute(_BEGIN_IMMEDIATE)
    except sqlite3.Error as error:
        raise OperationalError(_BEGIN_IMMEDIATE, None, error) from error
    finally:
        cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
