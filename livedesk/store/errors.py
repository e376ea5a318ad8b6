"""SQLite's own errors as errors a person can put right."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from livedesk.domain.errors import UserError

LOCKED = "store.locked"
DISK_FULL = "store.disk_full"
WRITE_ERROR = "store.write_error"
DAMAGED = "store.damaged"
NOT_WRITABLE = "store.not_writable"

_CODES = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_IOERR: WRITE_ERROR,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_READONLY: NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: NOT_WRITABLE,
    sqlite3.SQLITE_PERM: NOT_WRITABLE,
}


def store_code(error: BaseException) -> str | None:
    """The code (``store.locked`` …) of an error of the database or the disk, or None for any other error."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, sqlite3.Error):
        # The low byte is the primary result; the rest says more (SQLITE_IOERR_WRITE is an IOERR).
        primary = getattr(origin, "sqlite_errorcode", 0) & 0xFF
        return _CODES.get(primary)
    return None


def disk_error(error: Exception, path: Path) -> UserError:
    """The UserError for an error of the database or of the disk at ``path``; ``store.write_error`` where SQLite
    has no better word for it."""
    code = store_code(error)
    if code is None:
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        code = DISK_FULL if full else WRITE_ERROR
    return UserError(code, path=str(path), reason=str(getattr(error, "orig", error)))
