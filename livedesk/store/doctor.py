"""What the doctor finds out about a data folder. It only reads, beside an owner too, and never fails: what it
cannot find out is None, and what is wrong stands in ``problems``."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from livedesk.domain.errors import UserError
from livedesk.store.backup import Backups
from livedesk.store.driver import connect_reading
from livedesk.store.folder import DataFolder
from livedesk.store.opening import check_file
from livedesk.store.reserve import Reserve
from livedesk.store.schema import SCHEMA, Schema
from livedesk.store.tables import edits, feed_events, journal, order_rows, runs, shows

_COUNTED = (shows, edits, runs, journal, feed_events, order_rows)
# Two connections that write and checkpoint at once may damage the log ("WAL-reset bug", https://sqlite.org/wal.html).
_WAL_RESET_FIXED = (3, 51, 3)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: the code of a UserError, and its facts in plain words."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Sizes are bytes. ``schema`` is the version found, ``schema_known`` the one of this program. ``owner_pid``:
    who owns the folder (0: somebody; None: nobody). ``wal_reset_bug``: SQLite's library has a fault that the
    single writer avoids. ``backup_age_ms`` is that of the newest good backup."""

    folder: str
    sqlite_version: str
    wal_reset_bug: bool
    schema_known: str
    schema: str | None = None
    owner_pid: int | None = None
    database_size: int | None = None
    log_size: int | None = None
    backups: int = 0
    backups_size: int = 0
    media_size: int = 0
    free: int | None = None
    reserve: bool = False
    newest_backup: str | None = None
    backup_age_ms: int | None = None
    counts: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def healthy(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def examine(folder: DataFolder, *, at_ms: int, schema: Schema = SCHEMA) -> Findings:
    """Look the folder over at an instant (epoch ms). Reads every page of the database and of its newest
    backups, so it takes time in a large folder."""
    problems: list[Problem] = []
    version = None
    counts: dict[str, int] = {}
    try:
        version = check_file(folder.database, schema, writing=False)
        counts = _counts(folder.database)
    except UserError as error:
        problems.append(Problem(error.code, ", ".join(f"{name}: {value}" for name, value in error.params.items())))
    except sqlite3.Error as error:
        problems.append(Problem("store.damaged", str(error)))
    backups = Backups(folder, schema)
    kept = backups.all()
    best = backups.newest_good()
    if kept and (best is None or best.path != kept[0].path):
        problems.append(Problem("backup.damaged", str(kept[0].path)))
    return Findings(
        folder=str(folder.root),
        sqlite_version=sqlite3.sqlite_version,
        wal_reset_bug=sqlite3.sqlite_version_info < _WAL_RESET_FIXED,
        schema_known=schema.head,
        schema=version,
        owner_pid=folder.owner(),
        database_size=_size(folder.database),
        log_size=_size(folder.database.with_name(folder.database.name + "-wal")),
        backups=len(kept),
        backups_size=sum(backup.size for backup in kept),
        media_size=sum(path.stat().st_size for path in folder.media.rglob("*") if path.is_file()),
        free=shutil.disk_usage(folder.root).free if folder.root.exists() else None,
        reserve=Reserve(folder.reserve).present,
        newest_backup=str(best.path) if best is not None else None,
        backup_age_ms=at_ms - best.at_ms if best is not None else None,
        counts=counts,
        problems=tuple(problems),
    )


def _counts(database: Path) -> dict[str, int]:
    with closing(connect_reading(database)) as connection:
        return {
            table.name: int(connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0])
            for table in _COUNTED
        }


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
