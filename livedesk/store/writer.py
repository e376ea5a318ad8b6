"""The one writer of the database, in a thread of its own.

Two lanes: journal entries, and other work. The journal goes first, and everything queued in it is committed
together (up to a limit), so that a slow disk costs one wait for many entries. An entry is acknowledged after its
durable commit and never before; what cannot be written stays in memory, in order, and is tried again. Callers
never wait, except in :meth:`JournalWriter.write`, which is for those who may.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import (
    DBAPIError,
)

from livedesk.domain.errors import UserError, name_of_error
from livedesk.domain.events import Entry
from livedesk.domain.status import SaveStatus
from livedesk.store import journal
from livedesk.store.driver import checkpoint
from livedesk.store.engine import BEGIN_IMMEDIATE, driver_of
from livedesk.store.errors import DISK_FULL, LOCKED, WRITE_ERROR, disk_error, store_code
from livedesk.store.reserve import Reserve

T = TypeVar("T")
Done = Callable[[BaseException | None], None]
CLOSED = "store.closed"
CONFLICT = "journal.conflict"
MOST_AT_ONCE = 4_096
LOCKED_PAUSE_S = (0.005, 0.05)
FAULT_PAUSE_S = (0.1, 1.0)
# What is refused because of the values, and would be every time. All else is a fault of the disk.
_BAD_VALUES = (ValueError, TypeError, OverflowError)
_REFUSED = (
    sqlite3.IntegrityError,
    sqlite3.DataError,
    sqlite3.ProgrammingError,
    sqlite3.NotSupportedError,
    *_BAD_VALUES,
)
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Append:
    run_id: int
    entries: tuple[Entry, ...]
    rows: list[journal.Row]
    done: Done
    told: bool = False


class JournalWriter:
    """Implements the ports ``Writer`` and, for the repositories, ``Gate.write``.

    ``status`` is called from the writer's thread after every change: entries saved, entries pending, and the
    code of what is wrong, if anything. ``done`` callbacks too run on the writer's thread and must not block. An
    append that meets a full disk or a write error hears of it once (``done(error)``) and again (``done(None)``)
    when a later try has written it; a locked database is only waited for. After a full disk the status goes on
    saying so until there is room for the reserve again, even while the reserve's space lets writing go on. An
    append that can never be written, because a number of it is taken by another entry, its run does not exist or
    no JSON can hold it, hears ``journal.conflict`` and is dropped.
    """

    def __init__(
        self, engine: Engine, path: Path, reserve: Reserve, status: Callable[[SaveStatus], None] | None = None
    ) -> None:
        self._engine = engine
        self._path = path
        self._reserve = reserve
        self._listener = status
        self._lock = threading.Lock()
        self._wake: SimpleQueue[None] = SimpleQueue()
        self._journal: deque[_Append] = deque()
        self._work: deque[tuple[Callable[[], object], Future[object]]] = deque()
        self._pending = 0
        self._stopping = False
        self._stop_by = float("inf")
        self._limit = MOST_AT_ONCE
        self._room_made = False
        self._status = SaveStatus()
        self._connection: Connection | None = None
        self._in_transaction = False
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def append(self, run_id: int, entries: Sequence[Entry], done: Done) -> None:
        """Queue entries for the journal and return at once; see the class for ``done``. No entries: nothing to
        wait for but those before them."""
        try:
            rows = [journal.to_row(run_id, entry) for entry in entries]
        except _BAD_VALUES as error:
            done(UserError(CONFLICT, run=run_id, seq=entries[0].seq, reason=name_of_error(error)))
            return
        item = _Append(run_id, tuple(entries), rows, done)
        with self._lock:
            closed = self._stopping
            if not closed:
                self._journal.append(item)
                self._pending += len(rows)
        if closed:
            done(UserError(CLOSED))
        else:
            self._wake.put(None)

    def submit(self, work: Callable[[], object]) -> Future[object]:
        """Queue work that writes through a repository. Its future carries the result or the error; work that
        failed is not tried again by itself."""
        future: Future[object] = Future()
        with self._lock:
            closed = self._stopping
            if not closed:
                self._work.append((work, future))
        if closed:
            future.set_exception(UserError(CLOSED))
        else:
            self._wake.put(None)
        return future

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in one durable transaction on the writer's thread and wait for it (see Gate)."""
        if threading.current_thread() is self._thread:
            return self._transact(work)
        results: list[T] = []
        self.submit(lambda: results.append(self._transact(work))).result()
        return results[0]

    @property
    def pending(self) -> int:
        """How many journal entries are not on disk yet."""
        return self._pending

    @property
    def status(self) -> SaveStatus:
        """How saving stands now."""
        return self._status

    def listen(self, status: Callable[[SaveStatus], None] | None) -> None:
        """Set who hears of changes of the status (called on the writer's thread)."""
        self._listener = status

    def stop(self, timeout_s: float = 10.0) -> int:
        """Write what is queued and end the thread; returns how many entries could not be written in time (their
        callbacks have heard ``store.closed``)."""
        with self._lock:
            self._stopping = True
            self._stop_by = time.monotonic() + timeout_s
        self._wake.put(None)
        self._thread.join()
        return self._pending

    def _run(self) -> None:
        self._reserve.restore()
        while not self._late():
            with self._lock:
                to_write = bool(self._journal)
                job = self._work.popleft() if self._work and not to_write else None
                idle = not to_write and job is None
                if idle and self._stopping:
                    break
            if to_write:
                self._flush_patiently()
            elif job is not None:
                self._do(*job)
            else:
                self._wake.get()
        self._close_connection()
        for item in self._journal:
            self._tell(item, UserError(CLOSED))
        for _, future in self._work:
            if future.set_running_or_notify_cancel():
                future.set_exception(UserError(CLOSED))

    def _late(self) -> bool:
        return self._stopping and time.monotonic() >= self._stop_by

    def _flush_patiently(self) -> bool:
        """Write the journal's queue, as often as it takes; returns whether it is empty, which it is not where
        the writer is to stop and its time is up."""
        tries = 0
        while self._journal:
            batch = self._batch()
            try:
                self._commit(batch)
            except Exception as error:  # noqa: BLE001 - whatever happens, the thread goes on and keeps the entries
                again = self._write_singly(batch) if isinstance(error, _REFUSED) else self._failed(error, batch)
            else:
                self._written(batch)
                again = True
            if again:
                tries = 0
                continue
            if not self._pause(tries):
                return False
            tries += 1
        return True

    def _batch(self) -> list[_Append]:
        batch: list[_Append] = []
        rows = 0
        with self._lock:
            for item in self._journal:
                if batch and rows + len(item.entries) > self._limit:
                    break
                batch.append(item)
                rows += len(item.entries)
        return batch

    def _write_singly(self, batch: list[_Append]) -> bool:
        """One append of the batch is refused: find out which, and keep the others. False where the disk failed
        meanwhile."""
        self._close_connection()
        for item in batch:
            try:
                with self._transaction() as connection:
                    if not journal.stored(connection, item.run_id, item.rows):
                        journal.append(driver_of(connection), item.run_id, item.entries, item.rows)
            except _REFUSED as error:
                self._refuse(item, error)
            except Exception as error:  # noqa: BLE001 - the thread goes on, the entries are kept
                self._failed(error, [item])
                return False
            else:
                self._written([item])
        return True

    def _refuse(self, item: _Append, error: Exception) -> None:
        reason = name_of_error(error)
        _log.error("the journal of run %d refuses entries: %s", item.run_id, reason)
        self._take_off([item])
        self._publish(error=self._after_success())
        self._tell(item, UserError(CONFLICT, run=item.run_id, seq=item.entries[0].seq, reason=reason))

    def _written(self, batch: list[_Append]) -> None:
        self._take_off(batch)
        self._limit = min(MOST_AT_ONCE, self._limit * 2)
        if self._status.error:
            _log.info("the journal is written again")
        newest = next((item.entries[-1].seq for item in reversed(batch) if item.entries), self._status.saved_seq)
        self._publish(saved_seq=newest, error=self._after_success())
        for item in batch:
            self._tell(item, None)

    def _take_off(self, batch: list[_Append]) -> None:
        with self._lock:
            for item in batch:
                self._journal.popleft()
                self._pending -= len(item.entries)

    def _failed(self, error: Exception, batch: list[_Append]) -> bool:
        """Deal with a fault of the disk; returns whether to try again at once, with the reserve's room or with
        less. Nobody hears of a fault that this may mend."""
        code = store_code(error) or WRITE_ERROR
        if self._status.error != code:
            _log.warning("the journal waits: %s (%s)", code, name_of_error(error))
        again = False
        if code == DISK_FULL:
            again = self._make_room() or len(batch) > 1
            # A little may still fit where much does not.
            self._limit = max(1, sum(len(item.entries) for item in batch) // 2)
        if code != LOCKED:
            self._close_connection()
            if not again:
                self._tell_all(disk_error(error, self._path))
        self._publish(error=code)
        return again

    def _tell_all(self, error: UserError) -> None:
        with self._lock:
            untold = [item for item in self._journal if not item.told]
        for item in untold:
            item.told = True
            self._tell(item, error)

    def _make_room(self) -> bool:
        """Give back the reserve, and let the write-ahead log begin anew instead of growing. Returns whether there
        was a reserve, so that the next try may well succeed."""
        self._room_made = True
        helped = self._reserve.release()
        try:
            checkpoint(self._path)
        except sqlite3.Error as error:
            _log.info("no checkpoint on a full disk: %s", error)
        return helped

    def _after_success(self) -> str:
        """What is wrong still, though writing works: a disk that was full and has no room for the reserve yet."""
        if self._room_made:
            self._room_made = not self._reserve.restore()
        return DISK_FULL if self._room_made else ""

    def _pause(self, tries: int) -> bool:
        """Wait before the next try, longer each time. False where the writer is to stop and its time is up."""
        shortest, longest = LOCKED_PAUSE_S if self._status.error == LOCKED else FAULT_PAUSE_S
        until = min(time.monotonic() + min(longest, shortest * 2 ** min(tries, 8)), self._stop_by)
        while (left := min(until, self._stop_by) - time.monotonic()) > 0:
            with suppress(Empty):
                self._wake.get(timeout=left)
        return not self._late()

    def _do(self, work: Callable[[], object], future: Future[object]) -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it belongs to whoever asked for the work
            future.set_exception(error)
        else:
            future.set_result(result)

    def _transact(self, work: Callable[[Connection], T]) -> T:
        if self._in_transaction and self._connection is not None:
            return work(self._connection)
        tries = 0
        while True:
            begun = False
            try:
                with self._transaction() as connection:
                    begun = True
                    result = work(connection)
            except DBAPIError as error:
                code = store_code(error)
                if code is None:
                    raise
                if begun or code != LOCKED:
                    self._close_connection()
                    if code == DISK_FULL and self._make_room():
                        continue
                    raise disk_error(error, self._path) from error
                self._publish(error=LOCKED)
            else:
                self._publish(error=self._after_success())
                return result
            # The journal goes first as soon as the lock is gone.
            if not self._pause(tries) or not self._flush_patiently():
                raise UserError(LOCKED, path=str(self._path))
            tries += 1

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if self._connection is None:
            self._connection = self._engine.connect()
        with self._connection.begin():
            self._in_transaction = True
            try:
                yield self._connection
            finally:
                self._in_transaction = False

    def _commit(self, batch: list[_Append]) -> None:
        """Write appends in one transaction straight on the driver: the journal's commits are small and many."""
        if self._connection is None:
            self._connection = self._engine.connect()
        driver = driver_of(self._connection)
        driver.execute(BEGIN_IMMEDIATE)
        try:
            for item in batch:
                journal.append(driver, item.run_id, item.entries, item.rows)
            driver.commit()
        except BaseException:
            driver.rollback()
            raise

    def _close_connection(self) -> None:
        """After a fault of the disk the next try begins with a new connection."""
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None

    def _publish(self, *, error: str, saved_seq: int | None = None) -> None:
        saved = self._status.saved_seq if saved_seq is None else saved_seq
        status = SaveStatus(saved, self._pending, error)
        if status == self._status:
            return
        self._status = status
        if self._listener is not None:
            try:
                self._listener(status)
            except Exception:  # noqa: BLE001 - a faulty listener must not end the writer
                _log.exception("a listener of the writer failed")

    def _tell(self, item: _Append, error: BaseException | None) -> None:
        try:
            item.done(error)
        except Exception:  # noqa: BLE001 - a faulty callback must not end the writer
            _log.exception("a callback of the journal failed")
