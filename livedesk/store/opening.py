"""What is checked before a database is opened: an empty, damaged, newer or foreign file is refused, and never
written to."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from livedesk.domain.errors import UserError
from livedesk.store.driver import connect_reading
from livedesk.store.errors import DAMAGED, NOT_WRITABLE, store_code
from livedesk.store.schema import APPLICATION_ID, Schema

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
    _check_there(path)
    try:
        # By a connection that cannot write: even opening and closing one that can would move an old log into a
        # file that may turn out to be damaged. And not by reading the file: closing it would take away the locks
        # of every other connection that this process has to it.
        with closing(connect_reading(path)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise UserError(FOREIGN, path=str(path), reason="application_id")
            version = _version(connection)
            if version not in schema.revisions:
                raise UserError(NEWER, path=str(path), found=version, known=schema.head)
            if deep:
                _check_pages(connection, path)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            raise UserError(_what_it_is(path), path=str(path), reason=str(error)) from error
        raise UserError(store_code(error) or DAMAGED, path=str(path), reason=str(error)) from error
    # SQLite opens a file that it may not write without complaint, and even begins to write it.
    if writing and not os.access(path, os.W_OK):
        raise UserError(NOT_WRITABLE, path=str(path), reason="permission")
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


def _check_there(path: Path) -> None:
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise UserError(MISSING, path=str(path)) from error
    except OSError as error:
        raise UserError(NOT_WRITABLE, path=str(path), reason=error.strerror or str(error)) from error
    if size == 0:
        raise UserError(EMPTY, path=str(path))


def _what_it_is(path: Path) -> str:
    """Whether a file that is no database was one of ours, as far as its first bytes tell."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    ours = header[68:72] == APPLICATION_ID.to_bytes(4, "big")
    return DAMAGED if ours or not any(header) else FOREIGN


def _version(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA quick_check").fetchone()
    if found is None or found[0] != "ok":
        raise UserError(DAMAGED, path=str(path), reason=str(found[0] if found else ""))
