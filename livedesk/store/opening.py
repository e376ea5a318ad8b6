"""What is checked before a database is opened: an empty, damaged, newer or foreign file is refused, and never
written to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from livedesk.domain.errors import UserError
from livedesk.store.engine import connect_reading, connect_writing
from livedesk.store.errors import DAMAGED, LOCKED, NOT_WRITABLE, store_code
from livedesk.store.schema import APPLICATION_ID, Schema

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
MISSING = "store.missing"
EMPTY = "store.empty_file"
FOREIGN = "store.foreign"
NEWER = "store.newer"


def check_file(path: Path, schema: Schema, *, writing: bool, deep: bool = True) -> str:
    """The schema version of a livedesk database that is fit to be opened.

    ``deep`` reads every page (``quick_check``): a bad page opens without complaint and is found by nothing else.
    Raises UserError ``store.missing``, ``store.empty_file``, ``store.foreign``, ``store.damaged``,
    ``store.newer``, ``store.not_writable`` or ``store.locked``, each with ``path``.
    """
    _check_header(path)
    try:
        # By a connection that cannot write: even opening and closing one that can would move an old log into a
        # file that may turn out to be damaged.
        with closing(connect_reading(path)) as connection:
            version = _version(connection)
            if version not in schema.revisions:
                raise UserError(NEWER, path=str(path), found=version, known=schema.head)
            if deep:
                _check_pages(connection, path)
        if writing:
            _check_writable(path)
    except sqlite3.Error as error:
        raise UserError(store_code(error) or DAMAGED, path=str(path), reason=str(error)) from error
    return version


def integrity(path: Path) -> tuple[str, ...]:
    """What ``quick_check`` finds wrong with a database file; nothing for a sound one.

    An emptied file passes ``quick_check``, so it is named here.
    """
    try:
        if path.stat().st_size == 0:
            return ("the file is empty",)
        with closing(connect_reading(path)) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check")]
    except (OSError, sqlite3.Error) as error:
        return (str(error),)
    return () if found == ["ok"] else tuple(found)


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError as error:
        raise UserError(MISSING, path=str(path)) from error
    except OSError as error:
        raise UserError(NOT_WRITABLE, path=str(path), reason=str(error)) from error
    if not header:
        raise UserError(EMPTY, path=str(path))
    ours = header[68:72] == APPLICATION_ID.to_bytes(4, "big")
    if not header.startswith(_MAGIC):
        wiped = not any(header)
        raise UserError(DAMAGED if ours or wiped else FOREIGN, path=str(path), reason="header")
    if not ours:
        raise UserError(FOREIGN, path=str(path), reason="application_id")


def _version(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA quick_check").fetchone()
    if found is None or found[0] != "ok":
        raise UserError(DAMAGED, path=str(path), reason=str(found[0] if found else ""))


def _check_writable(path: Path) -> None:
    """SQLite opens a file it may not write without complaint: only the start of a write tells."""
    with closing(connect_writing(path)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if store_code(error) != LOCKED:
                raise
