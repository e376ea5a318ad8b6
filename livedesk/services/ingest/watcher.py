"""Watches a folder for order files that are dropped into it."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path

from livedesk.domain.errors import UserError

log = logging.getLogger(__name__)
SUFFIXES = (".csv", ".txt")
_Stamp = tuple[int, int]


class FolderWatcher:
    """Looks into a folder every ``every_s`` seconds, in a thread of its own, and hands over each file that is new
    or changed, once its size and time have stood still for one look (a browser writes a download in pieces).
    A file that stays as it is, is handed over once, also where importing it failed. ``problem`` is told the
    folder's state: None, or why it cannot be looked into."""

    def __init__(
        self,
        folder: Path,
        found: Callable[[Path], None],
        problem: Callable[[UserError | None], None],
        *,
        every_s: float = 1.0,
    ) -> None:
        self._folder = folder
        self._found = found
        self._problem = problem
        self._every_s = every_s
        self._seen: dict[str, _Stamp] = {}
        self._done: dict[str, _Stamp] = {}
        self._failing = False
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="order files", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """End watching; a file that is being imported is finished first."""
        self._stopped.set()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(timeout_s)

    def look(self) -> None:
        """One look into the folder."""
        try:
            now = {entry.name: _stamp(entry) for entry in os.scandir(self._folder) if _wanted(entry)}
        except OSError as error:
            if not self._failing:
                self._failing = True
                self._problem(UserError("orders.folder_unreadable", folder=str(self._folder), reason=str(error)))
            return
        if self._failing:
            self._failing = False
            self._problem(None)
        for name in sorted(now):
            stamp = now[name]
            if self._seen.get(name) == stamp and self._done.get(name) != stamp and not self._stopped.is_set():
                self._done[name] = stamp
                self._found(self._folder / name)
        self._seen = now
        self._done = {name: stamp for name, stamp in self._done.items() if name in now}

    def _run(self) -> None:
        while not self._stopped.wait(self._every_s):
            try:
                self.look()
            except Exception:  # the watcher must outlive one bad file; the log holds what happened
                log.exception("looking into the folder of order files failed")


def _wanted(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(SUFFIXES) and not entry.name.startswith(".") and entry.is_file()


def _stamp(entry: os.DirEntry[str]) -> _Stamp:
    stat = entry.stat()
    return stat.st_size, stat.st_mtime_ns
