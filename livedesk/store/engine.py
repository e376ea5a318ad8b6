"""The engines: one connection that writes, several that read.

The writing engine commits durably (``synchronous=FULL``) and begins every transaction with ``BEGIN IMMEDIATE``:
left to its defaults, the driver begins late and loses updates in silence when two transactions cross. It waits
hardly at all for a lock, because the writer handles locks itself. The reading engine cannot write. No engine puts
the values of a statement into its errors: they end in logs, and hold what people wrote.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from livedesk.store.driver import connect_reading, connect_writing

BEGIN_IMMEDIATE = "BEGIN IMMEDIATE"


def write_engine(path: Path) -> Engine:
    """The engine of the one writer."""
    return _engine(lambda: connect_writing(path), _begin_immediate, kept=1, more=0)


def read_engine(path: Path) -> Engine:
    """The engine of all readers; each transaction sees one state of the database."""
    return _engine(lambda: connect_reading(path), _begin, kept=4, more=8)


def _engine(
    connect: Callable[[], sqlite3.Connection], begin: Callable[[Connection], None], *, kept: int, more: int
) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=kept,
        max_overflow=more,
        hide_parameters=True,
    )
    event.listen(engine, "begin", begin)
    return engine


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection under one of SQLAlchemy's."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # these engines have no other
    return driver


def _begin_immediate(connection: Connection) -> None:
    # Straight to the driver: the journal begins thousands of these, and nothing about them needs compiling.
    cursor = connection.connection.cursor()
    try:
        cursor.execute(BEGIN_IMMEDIATE)
    except sqlite3.Error as error:
        raise OperationalError(BEGIN_IMMEDIATE, None, error) from error
    finally:
        cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
