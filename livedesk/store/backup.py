"""Backups: made while the database is in use, verified, rotated, and put back.

A backup appears whole and sound or not at all; a damaged database makes none, so nothing bad ever pushes a good
one out. Kept are the newest ten and the newest of each of the last fourteen days, and always the newest good one.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from livedesk.domain.clock import DAY, EPOCH, to_ms, to_utc
from livedesk.domain.errors import UserError
from livedesk.store.errors import DAMAGED, disk_error
from livedesk.store.folder import DataFolder
from livedesk.store.migrate import copy_database, put_in_place
from livedesk.store.opening import EMPTY, FOREIGN, NEWER, check_file
from livedesk.store.schema import SCHEMA, Schema

KEEP_NEWEST = 10
KEEP_DAYS = 14
T = TypeVar("T")
_NAME = re.compile(r"^livedesk-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z(-[a-z-]+)?\.db$")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on disk, made at ``at_ms`` (epoch ms)."""

    path: Path
    at_ms: int
    size: int


class Backups:
    """The backups of a data folder."""

    def __init__(self, folder: DataFolder, schema: Schema = SCHEMA) -> None:
        self._folder = folder
        self._schema = schema

    def make(self, *, at_ms: int, label: str = "") -> Backup:
        """Back the database up as it stands and drop what is no longer needed. ``label`` (lower-case letters and
        hyphens) tells an occasion. Takes time: never call it from the GUI or the show thread.

        Raises UserError ``store.damaged``, ``store.disk_full``, ``store.write_error``; then nothing has changed.
        """
        made = self._copy(at_ms, label)
        self.rotate(at_ms=at_ms, known_good={made.path})
        return made

    def place(self, at_ms: int, label: str = "") -> Path:
        """The name that a backup of this moment gets."""
        stamp = to_utc(at_ms).strftime("%Y%m%dT%H%M%S") + f"{at_ms % 1000:03d}Z"
        return self._folder.backups / f"livedesk-{stamp}{'-' + label if label else ''}.db"

    def all(self) -> tuple[Backup, ...]:
        """Every backup, the newest first. Other files in the folder are left out and left alone."""
        found = []
        if self._folder.backups.is_dir():
            for path in self._folder.backups.iterdir():
                at_ms = _time_of(path.name)
                if at_ms is not None and path.is_file():
                    found.append(Backup(path, at_ms, path.stat().st_size))
        return tuple(sorted(found, key=lambda item: (item.at_ms, item.path.name), reverse=True))

    def newest_good(self) -> Backup | None:
        """The newest backup that can be restored, checked now page by page; None where there is none."""
        return next((backup for backup in self.all() if self.good(backup)), None)

    def good(self, backup: Backup) -> bool:
        """Whether a backup can be restored, checked now page by page."""
        try:
            check_file(backup.path, self._schema, writing=False)
        except UserError:
            return False
        return True

    def rotate(self, *, at_ms: int, known_good: Collection[Path] = ()) -> tuple[Path, ...]:
        """Drop the backups that are no longer needed and return which. The newest good one stays in any case;
        where none is good, nothing is dropped."""
        backups = self.all()
        drop = superfluous([backup.at_ms for backup in backups], at_ms)
        if not drop:
            return ()
        best = newest(backups, lambda backup: backup.path in known_good or self.good(backup))
        if best is None:
            return ()
        dropped = tuple(backups[index].path for index in sorted(drop) if index != best)
        for path in dropped:
            path.unlink(missing_ok=True)
        return dropped

    def restore(self, file: Path, *, at_ms: int) -> Path | None:
        """Put the database in ``file`` in the place of the present one, which is kept first: as a backup, or,
        where it is not fit to be one, byte by byte in a folder beside the backups. Returns where (None: there
        was none).

        The folder must be owned and the store closed. Raises UserError ``store.missing``, ``store.foreign``,
        ``store.newer``, ``store.damaged`` … for the file, ``store.disk_full`` … for the folder; then the present
        database is as it was.
        """
        if not self._folder.owned:
            raise RuntimeError("the folder is not owned")
        check_file(file, self._schema, writing=False)
        database = self._folder.database
        part = database.with_name(database.name + ".restored")
        kept = None
        try:
            copy_database(file, part)
            sound = False
            if database.exists():
                kept, sound = self._keep_present(at_ms)
            put_in_place(part, database, sound=sound)
        except (sqlite3.Error, OSError) as error:
            raise disk_error(error, database) from error
        finally:
            part.unlink(missing_ok=True)
        self.rotate(at_ms=at_ms)
        return kept

    def _keep_present(self, at_ms: int) -> tuple[Path, bool]:
        try:
            return self._copy(at_ms, "before-restore").path, True
        except UserError as error:
            if error.code not in (DAMAGED, EMPTY, FOREIGN, NEWER):
                raise
        aside = self.place(at_ms, "damaged").with_suffix("")
        aside.mkdir(mode=0o700, parents=True)
        database = self._folder.database
        for suffix in ("", "-wal", "-shm"):
            source = database.with_name(database.name + suffix)
            if source.exists():
                shutil.copy2(source, aside / source.name)
        return aside, False

    def _copy(self, at_ms: int, label: str) -> Backup:
        moment = at_ms
        while self.place(moment, label).exists():
            moment += 1
        place = self.place(moment, label)
        try:
            self._folder.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
            check_file(self._folder.database, self._schema, writing=False, deep=False)
            copy_database(self._folder.database, place)
        except (sqlite3.Error, OSError) as error:
            raise disk_error(error, self._folder.database) from error
        return Backup(place, moment, place.stat().st_size)


def superfluous(times: Sequence[int], now_ms: int) -> set[int]:
    """Which of the backups made at ``times`` (epoch ms, newest first) the rule does not keep, as indices: all but
    the newest ten and the newest of each of the last fourteen days (UTC)."""
    keep = set(range(min(KEEP_NEWEST, len(times))))
    today = now_ms // DAY
    days: set[int] = set()
    for index, time in enumerate(times):
        day = time // DAY
        if today - day < KEEP_DAYS and day not in days:
            days.add(day)
            keep.add(index)
    return set(range(len(times))) - keep


def newest(items: Sequence[T], good: Callable[[T], bool]) -> int | None:
    """The index of the first good item, or None; looks no further than it must."""
    return next((index for index, item in enumerate(items) if good(item)), None)


def _time_of(name: str) -> int | None:
    match = _NAME.match(name)
    if match is None:
        return None
    year, month, day, hour, minute, second, ms = (int(part) for part in match.groups()[:7])
    try:
        moment = EPOCH.replace(year=year, month=month, day=day, hour=hour, minute=minute, second=second)
    except ValueError:
        return None
    return to_ms(moment) + ms
