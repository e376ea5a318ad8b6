"""Making a database, and bringing an older one up to date.

Both work on a copy beside the database that takes its place in one step at the end: killed at any moment, the old
file is as it was. The old one is also kept among the backups.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, create_engine, insert, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from livedesk.domain.errors import UserError
from livedesk.store.driver import checkpoint, connect_reading
from livedesk.store.errors import disk_error
from livedesk.store.opening import integrity
from livedesk.store.schema import APPLICATION_ID, Schema
from livedesk.store.tables import meta

SALT = "salt"


def create(path: Path, schema: Schema) -> None:
    """Make a new database where no file is. Raises UserError ``store.disk_full``, ``store.not_writable``."""
    part = _part(path)
    _remove(part)
    try:
        _upgrade(part, schema)
        _write_meta(part)
        _settle(part)
        if path.exists():
            raise FileExistsError(str(path))
        part.rename(path)
    except (sqlite3.Error, DBAPIError, OSError) as error:
        raise disk_error(error, path) from error
    finally:
        _remove(part)
    sync_folder(path.parent)


def migrate(path: Path, schema: Schema, kept: Path) -> None:
    """Bring the database at ``path`` to the head of ``schema``; the one before is kept as ``kept``.

    Nobody else may have the database open. Raises UserError ``store.disk_full``, ``store.damaged`` and the like;
    then the database is as it was.
    """
    part = _part(path)
    _remove(part)
    try:
        copy_database(path, kept)
        copy_database(path, part)
        _upgrade(part, schema)
        _settle(part)
        put_in_place(part, path)
    except (sqlite3.Error, DBAPIError, OSError) as error:
        raise disk_error(error, path) from error
    finally:
        _remove(part)


def copy_database(source: Path, target: Path) -> None:
    """Copy a database as it stands now, log included, into one sound file of its own; ``target`` appears whole or
    not at all. It may be in use meanwhile.

    Raises UserError ``store.damaged`` where the copy does not pass ``quick_check``, and sqlite3.Error or OSError.
    """
    part = target.with_name(target.name + ".part")
    _remove(part)
    try:
        with closing(connect_reading(source)) as origin, closing(sqlite3.connect(part)) as copy:
            origin.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        found = integrity(part)
        if found:
            raise UserError("store.damaged", path=str(source), reason=found[0])
        part.chmod(0o600)
        _sync(part)
        part.replace(target)
    finally:
        _remove(part)
    sync_folder(target.parent)


def put_in_place(part: Path, path: Path, *, sound: bool = True) -> None:
    """Let ``part`` take the place of the database at ``path`` in one step. An old log must not be replayed over
    the new file: what it holds is moved into the old one first (where that is ``sound``) and the log removed."""
    if sound:
        checkpoint(path)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable (Windows does so by itself)."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _upgrade(path: Path, schema: Schema) -> None:
    # Only here: Alembic takes a tenth of a second to import, and most starts need none of it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(schema.scripts).replace("%", "%%"))
    engine = _engine(path)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, schema.head)
    finally:
        engine.dispose()


def _engine(path: Path) -> Engine:
    return create_engine(
        "sqlite+pysqlite://",
        creator=lambda: sqlite3.connect(path, isolation_level=None),
        poolclass=NullPool,
        hide_parameters=True,
    )


def _write_meta(path: Path) -> None:
    engine = _engine(path)
    try:
        with engine.begin() as connection:
            connection.execute(insert(meta).values(name=SALT, value=secrets.token_bytes(32)))
            connection.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))
    finally:
        engine.dispose()


def _settle(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    found = integrity(path)
    if found:
        raise UserError("store.damaged", path=str(path), reason=found[0])
    path.chmod(0o600)
    _sync(path)


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _part(path: Path) -> Path:
    return path.with_name(path.name + ".new")


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
