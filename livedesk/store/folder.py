"""The data folder: where everything lies, and the lock by which one process owns it.

One process writes a folder at a time. Reading needs no ownership.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import IO

from livedesk.domain.errors import UserError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

IN_USE = "folder.in_use"
NOT_WRITABLE = "folder.not_writable"
# Windows forbids others to read locked bytes, so the lock lies far behind the process id.
_LOCK_AT = 1 << 30
_TRIES = 4
_PAUSE_S = 0.015


class DataFolder:
    """The layout of a data folder. Making the object touches no disk."""

    def __init__(self, root: Path) -> None:
        self.root = root.absolute()
        self._lock: IO[bytes] | None = None

    @property
    def database(self) -> Path:
        """The database."""
        return self.root / "livedesk.db"

    @property
    def backups(self) -> Path:
        """The rotating backups."""
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        """The program's own log files."""
        return self.root / "logs"

    @property
    def media(self) -> Path:
        """The shows' pictures, one folder a show."""
        return self.root / "media"

    @property
    def reports(self) -> Path:
        """The reports of runs."""
        return self.root / "reports"

    @property
    def settings(self) -> Path:
        """What a person has set for the program."""
        return self.root / "settings.json"

    @property
    def prompter(self) -> Path:
        """The port and token of the prompter's feed."""
        return self.root / "prompter.json"

    @property
    def reserve(self) -> Path:
        """Space kept back for a full disk."""
        return self.root / "reserve.bin"

    @property
    def lock_file(self) -> Path:
        """The file that the owning process has locked; it holds the process id."""
        return self.root / "livedesk.lock"

    def create(self) -> None:
        """Make the folder and its parts where they are missing, for this user alone (0700).

        Raises UserError ``folder.not_writable`` with ``path`` and ``reason``.
        """
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            for part in (self.backups, self.logs, self.media, self.reports):
                part.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise UserError(NOT_WRITABLE, path=str(self.root), reason=error.strerror or str(error)) from error

    def acquire(self) -> None:
        """Own the folder until :meth:`release` or the end of the process, however it ends.

        Raises UserError ``folder.in_use`` with the owner's ``pid`` (0 where it is not known), and
        ``folder.not_writable``. A file that a dead process left behind does not block.
        """
        if self._lock is not None:
            return
        try:
            file = os.fdopen(os.open(self.lock_file, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0)
        except OSError as error:
            raise UserError(NOT_WRITABLE, path=str(self.root), reason=error.strerror or str(error)) from error
        if not _lock_patiently(file):
            pid = _read_pid(file)
            file.close()
            raise UserError(IN_USE, path=str(self.root), pid=pid)
        try:
            file.seek(0)
            file.truncate()
            file.write(str(os.getpid()).encode())
        except OSError:
            # A full disk: the lock holds without the number, which only serves the message to others.
            file.seek(0)
        self._lock = file

    def release(self) -> None:
        """Give the folder up. The file stays: removing it would let two processes lock two different files."""
        if self._lock is not None:
            _unlock(self._lock)
            self._lock.close()
            self._lock = None

    @property
    def owned(self) -> bool:
        """Whether this object owns the folder."""
        return self._lock is not None

    def owner(self) -> int | None:
        """The process id of the owner, 0 for an owner whose id is not known, or None where nobody owns it."""
        if self._lock is not None:
            return os.getpid()
        try:
            file = self.lock_file.open("r+b", buffering=0)
        except OSError:
            return None
        with file:
            if _try_lock(file):
                _unlock(file)
                return None
            return _read_pid(file)


def _lock_patiently(file: IO[bytes]) -> bool:
    """Somebody who only asks for the owner holds the lock for an instant: that is no owner."""
    for _ in range(_TRIES):
        if _try_lock(file):
            return True
        # A file lock has no signal to wait for, and these are 60 ms at most, before anything else runs.
        time.sleep(_PAUSE_S)
    return False


def _read_pid(file: IO[bytes]) -> int:
    file.seek(0)
    text = file.read(32).strip()
    return int(text) if text.isdigit() else 0


if sys.platform == "win32":

    def _try_lock(file: IO[bytes]) -> bool:
        file.seek(_LOCK_AT)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(_LOCK_AT)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)
