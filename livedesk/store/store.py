"""The store put together: a data folder opened for writing by its one owner, or for reading beside it."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, select

from livedesk.domain.errors import UserError
from livedesk.domain.status import SaveStatus
from livedesk.store.backup import Backups
from livedesk.store.driver import checkpoint
from livedesk.store.engine import read_engine, write_engine
from livedesk.store.errors import DAMAGED
from livedesk.store.feeds import StoredFeeds
from livedesk.store.folder import DataFolder
from livedesk.store.kept import StoredKept
from livedesk.store.media import FolderMedia
from livedesk.store.migrate import SALT, create, migrate
from livedesk.store.opening import EMPTY, FOREIGN, NEWER, check_file
from livedesk.store.reserve import Reserve
from livedesk.store.runs import StoredRuns
from livedesk.store.schema import SCHEMA, Schema
from livedesk.store.shows import StoredShows
from livedesk.store.tables import meta
from livedesk.store.writer import JournalWriter

T = TypeVar("T")
OLDER = "store.older"
READ_ONLY = "store.read_only"
_log = logging.getLogger(__name__)
_OFFER_BACKUP = (DAMAGED, EMPTY, FOREIGN, NEWER)


class Store:
    """Everything that is kept. ``shows``, ``runs``, ``feeds`` and ``kept`` implement the ports; so do ``writer``
    (not on a store opened for reading) and ``media``. ``backups`` are those of the folder.

    Reading methods work on any thread. Writing ones wait for the disk: from the GUI or the show thread they go
    through ``writer.submit`` (see :mod:`livedesk.store.gate`).
    """

    def __init__(self, folder: DataFolder, schema: Schema, *, read_only: bool) -> None:
        self.folder = folder
        self.read_only = read_only
        self._readers = read_engine(folder.database)
        self._writers = None if read_only else write_engine(folder.database)
        self._writer: JournalWriter | None = None
        if self._writers is not None:
            self._writer = JournalWriter(self._writers, folder.database, Reserve(folder.reserve))
        self.shows = StoredShows(self)
        self.runs = StoredRuns(self)
        self.feeds = StoredFeeds(self)
        self.kept = StoredKept(self)
        self.media = FolderMedia(folder.media)
        self.backups = Backups(folder, schema)

    @classmethod
    def open(
        cls,
        folder: DataFolder | Path,
        *,
        read_only: bool = False,
        status: Callable[[SaveStatus], None] | None = None,
        schema: Schema = SCHEMA,
    ) -> Self:
        """Open a data folder: for writing as its owner (made where it is missing; an older database is brought
        up to date, the one before kept among the backups), or only for reading, also beside an owner.

        Raises UserError ``folder.in_use``, ``folder.not_writable``; ``store.empty_file``, ``store.damaged``,
        ``store.newer``, ``store.foreign`` (each with ``backup``, the newest good one or empty),
        ``store.not_writable``, ``store.disk_full``, ``store.write_error``; for reading also ``store.missing``
        and ``store.older`` (only an owner brings it up to date). The file is never overwritten then.
        """
        place = folder if isinstance(folder, DataFolder) else DataFolder(folder)
        if read_only:
            _prepare_reading(place, schema)
            return cls(place, schema, read_only=True)
        owned_before = place.owned
        place.create()
        place.acquire()
        try:
            _prepare_writing(place, schema)
            store = cls(place, schema, read_only=False)
        except BaseException:
            if not owned_before:
                place.release()
            raise
        store.writer.listen(status)
        return store

    @property
    def writer(self) -> JournalWriter:
        """The one writer. Raises UserError ``store.read_only`` on a store opened for reading."""
        if self._writer is None:
            raise UserError(READ_ONLY, path=str(self.folder.root))
        return self._writer

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that reads (see Gate)."""
        with self._readers.begin() as connection:
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in one durable transaction (see Gate)."""
        return self.writer.write(work)

    def secret_salt(self) -> bytes:
        """The key of the hashes under which buyers and users are kept. It lies in the database, so that a
        restored backup goes on recognising them; it goes into no export."""
        with self.read() as connection:
            return bytes(connection.execute(select(meta.c.value).where(meta.c.name == SALT)).scalar_one())

    def close(self, timeout_s: float = 10.0) -> int:
        """Write what is queued, close and give the folder up; returns how many journal entries could not be
        written in time. Closing twice is harmless."""
        left = self._writer.stop(timeout_s) if self._writer is not None else 0
        self._readers.dispose()
        if self._writers is not None and self.folder.owned:
            self._writers.dispose()
            try:
                # Leaves one file, so that whoever copies it has everything.
                checkpoint(self.folder.database)
            except sqlite3.Error as error:
                _log.warning("the log was not moved into the database: %s", error)
            self.folder.release()
        return left

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _prepare_writing(folder: DataFolder, schema: Schema) -> None:
    database = folder.database
    if not _there(database):
        create(database, schema)
        return
    version = _checked(folder, schema, writing=True)
    if version != schema.head:
        now_ms = time.time_ns() // 1_000_000
        migrate(database, schema, Backups(folder, schema).place(now_ms, "before-migration"))


def _prepare_reading(folder: DataFolder, schema: Schema) -> None:
    if not _there(folder.database):
        raise UserError("store.missing", path=str(folder.database))
    # Beside an owner, who has read every page at the start, there is no need to do so again.
    version = _checked(folder, schema, writing=False, deep=folder.owner() is None)
    if version != schema.head:
        raise UserError(OLDER, path=str(folder.database), found=version, known=schema.head)


def _checked(folder: DataFolder, schema: Schema, *, writing: bool, deep: bool = True) -> str:
    try:
        return check_file(folder.database, schema, writing=writing, deep=deep)
    except UserError as error:
        if error.code not in _OFFER_BACKUP:
            raise
        backup = Backups(folder, schema).newest_good()
        params = {**error.params, "backup": str(backup.path) if backup is not None else ""}
        raise UserError(error.code, **params) from error


def _there(database: Path) -> bool:
    """Whether a database is there. A log without its database is what is left of one: that is no place for a
    new one either."""
    return database.exists() or database.is_symlink() or database.with_name(database.name + "-wal").exists()
