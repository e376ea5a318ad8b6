"""The writer: acknowledges after the durable commit, keeps order, never blocks, gives up nothing."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from sqlalchemy import text
from store_samples import LOCK_DATABASE, Acks, append, child, held, new_run, opened, show

from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, Held, ManualInObs
from livedesk.domain.ports import Writer
from livedesk.domain.status import SaveStatus
from livedesk.store import journal
from livedesk.store.store import Store


class Statuses:
    """A listener that remembers, and lets a test wait for a status."""

    def __init__(self) -> None:
        self.heard: list[SaveStatus] = []
        self._changed = threading.Condition()

    def __call__(self, status: SaveStatus) -> None:
        with self._changed:
            self.heard.append(status)
            self._changed.notify_all()

    def wait_for_error(self, code: str, timeout_s: float = 20) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: bool(self.heard) and self.heard[-1].error == code, timeout_s), (
                self.heard
            )


@contextlib.contextmanager
def locked_by_another_process(store: Store) -> Iterator[None]:
    process = child(LOCK_DATABASE, store.folder.database)
    assert process.stdout is not None
    assert process.stdout.readline() == "locked\n"
    try:
        yield
    finally:
        process.communicate("go\n", timeout=30)


def _stored(store: Store, run_id: int) -> list[int]:
    """The numbers in the journal, by a connection that is not the store's."""
    with contextlib.closing(sqlite3.connect(store.folder.database)) as connection:
        rows = connection.execute("SELECT seq FROM journal WHERE run_id = ? ORDER BY seq", (run_id,))
        return [row[0] for row in rows]


def test_an_acknowledged_entry_is_in_the_database(store: Store) -> None:
    writer: Writer = store.writer
    run_id = new_run(store)
    seen: list[list[int]] = []
    acks = Acks()

    def done(error: BaseException | None) -> None:
        seen.append(_stored(store, run_id))
        acks(error)

    for seq in range(1, 6):
        writer.append(run_id, (held(seq),), done)
        acks.wait(seq)
        assert seq in seen[-1]
    assert acks.heard == [None] * 5
    assert writer.pending == 0
    assert store.writer.status == SaveStatus(saved_seq=5, pending=0, error="")


def test_the_journal_commits_durably(store: Store) -> None:
    with store.writer._engine.connect() as connection:
        assert connection.scalar(text("PRAGMA synchronous")) == 2
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1


def test_what_is_queued_together_is_committed_together_and_in_order(store: Store) -> None:
    run_id = new_run(store)
    acks = Acks()
    with locked_by_another_process(store):
        for seq in range(1, 5_001):
            store.writer.append(run_id, (held(seq),), acks)
        assert store.writer.pending == 5_000
    acks.wait(5_000)
    assert _stored(store, run_id) == list(range(1, 5_001))


def test_a_locked_database_blocks_no_caller_and_is_caught_up(store: Store) -> None:
    statuses = Statuses()
    run_id = new_run(store)
    store.writer.listen(statuses)
    acks = Acks()
    with locked_by_another_process(store):
        begun = time.monotonic()
        for seq in range(1, 101):
            store.writer.append(run_id, (held(seq),), acks)
        future = store.writer.submit(lambda: store.shows.add(show("later"), by="", at_ms=0))
        assert time.monotonic() - begun < 0.5
        statuses.wait_for_error("store.locked")
        assert acks.heard == []
        assert not future.done()
    assert acks.wait(100) == [None] * 100
    assert future.result(20) == 1
    assert statuses.heard[-1].error == ""


def test_work_waits_for_a_lock_and_lets_the_journal_pass(store: Store) -> None:
    statuses = Statuses()
    run_id = new_run(store)
    store.writer.listen(statuses)
    order: list[str] = []
    with locked_by_another_process(store):
        future = store.writer.submit(lambda: store.shows.add(show("later"), by="", at_ms=0))
        future.add_done_callback(lambda _: order.append("work"))
        statuses.wait_for_error("store.locked")
        store.writer.append(run_id, (held(1),), lambda _: order.append("journal"))
    assert future.result(20) == 1
    assert order == ["journal", "work"]


def test_the_journal_goes_before_other_work(store: Store) -> None:
    run_id = new_run(store)
    order: list[str] = []
    gate, busy = threading.Event(), threading.Event()

    def hold() -> None:
        busy.set()
        gate.wait(20)

    store.writer.submit(hold)
    busy.wait(20)
    last: Future[object] = store.writer.submit(lambda: order.append("work"))
    store.writer.append(run_id, (held(1),), lambda _: order.append("journal"))
    gate.set()
    last.result(20)
    assert order == ["journal", "work"]


def test_work_returns_its_result_or_its_error(store: Store) -> None:
    assert store.writer.submit(lambda: store.shows.add(show(), by="", at_ms=0)).result(20) == 1
    failed = store.writer.submit(lambda: store.shows.add(show(), by="", at_ms=0))
    assert isinstance(failed.exception(20), UserError)
    assert store.writer.submit(lambda: threading.current_thread().name).result(20) == "store-writer"


def test_a_repository_may_be_called_from_any_thread_that_may_wait(store: Store) -> None:
    run_id = new_run(store)
    threads = [
        threading.Thread(target=lambda number=number: store.shows.add(show(f"t{number}"), by="", at_ms=0))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    append(store, run_id, *(held(seq) for seq in range(1, 200)))
    for thread in threads:
        thread.join(20)
    assert len(store.shows.summaries()) == 9


def test_a_taken_number_is_refused_and_the_rest_kept(store: Store) -> None:
    run_id, other = new_run(store), new_run(store)
    append(store, run_id, opened(1))
    good, bad, missing = Acks(), Acks(), Acks()
    gate, busy = threading.Event(), threading.Event()
    store.writer.submit(lambda: (busy.set(), gate.wait(20)))
    busy.wait(20)
    store.writer.append(run_id, (held(1),), bad)
    store.writer.append(9_999, (held(1),), missing)
    store.writer.append(run_id, (held(2),), good)
    store.writer.append(other, (opened(1),), good)
    gate.set()
    assert good.wait(2) == [None, None]
    for refused in (bad, missing):
        (error,) = refused.wait()
        assert isinstance(error, UserError)
        assert error.code == "journal.conflict"
    assert store.runs.entries(run_id) == (opened(1), held(2))


def test_values_that_no_database_takes_do_not_stop_the_journal(store: Store) -> None:
    run_id = new_run(store)
    bad, good = Acks(), Acks()
    store.writer.append(run_id, (Entry(1, 2**80, 0, "导播", Held(1)),), bad)
    store.writer.append(run_id, (Entry(1, 0, 0, "导播\ud800", Held(1)),), bad)
    store.writer.append(run_id, (Entry(1, 0, 0, "导播", ManualInObs("\ud800")),), bad)
    store.writer.append(run_id, (held(1),), good)
    assert good.wait() == [None]
    assert [getattr(error, "code", None) for error in bad.wait(3)] == ["journal.conflict"] * 3


def test_a_fault_of_no_known_kind_loses_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run_id = new_run(store)
    statuses, acks = Statuses(), Acks()
    store.writer.listen(statuses)

    def fail(*_: object) -> None:
        raise RuntimeError("nobody thought of this")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "append", fail)
        store.writer.append(run_id, (held(1),), acks)
        statuses.wait_for_error("store.write_error")
    assert acks.wait(2)[1] is None
    assert _stored(store, run_id) == [1]


def test_entries_written_already_are_acknowledged_again(store: Store) -> None:
    """A commit whose answer was lost is written again: the same rows must not count as a clash."""
    run_id = new_run(store)
    append(store, run_id, opened(1), held(2))
    append(store, run_id, opened(1), held(2))
    assert store.runs.entries(run_id) == (opened(1), held(2))


def test_no_entries_are_acknowledged_too(store: Store) -> None:
    append(store, new_run(store))


def test_stopping_writes_what_is_queued(root: Path) -> None:
    store = Store.open(root)
    run_id = new_run(store)
    acks = Acks()
    for seq in range(1, 2_001):
        store.writer.append(run_id, (held(seq),), acks)
    future = store.writer.submit(lambda: store.shows.add(show("later"), by="", at_ms=0))
    assert store.close() == 0
    assert acks.heard == [None] * 2_000
    assert future.result(0) == 1
    with Store.open(root, read_only=True) as again:
        assert len(again.runs.entries(run_id)) == 2_000


def test_stopping_gives_up_after_its_time_and_says_so(store: Store) -> None:
    run_id = new_run(store)
    acks = Acks()
    with locked_by_another_process(store):
        store.writer.append(run_id, (held(1), held(2)), acks)
        future = store.writer.submit(lambda: store.shows.add(show("later"), by="", at_ms=0))
        assert store.writer.stop(timeout_s=0.3) == 2
    assert [getattr(error, "code", None) for error in acks.wait()] == ["store.closed"]
    assert getattr(future.exception(1), "code", None) == "store.closed"


def test_after_stopping_nothing_is_taken(store: Store) -> None:
    run_id = new_run(store)
    store.writer.stop()
    acks = Acks()
    store.writer.append(run_id, (held(1),), acks)
    assert [getattr(error, "code", None) for error in acks.heard] == ["store.closed"]
    assert isinstance(store.writer.submit(lambda: None).exception(1), UserError)


def test_a_faulty_callback_or_listener_does_not_end_the_writer(store: Store) -> None:
    run_id = new_run(store)

    def fail(_: object) -> None:
        raise RuntimeError("a fault of the caller")

    store.writer.listen(fail)
    store.writer.append(run_id, (held(1),), fail)
    append(store, run_id, held(2))
    assert _stored(store, run_id) == [1, 2]


def test_sql_in_a_text_stays_a_text(store: Store) -> None:
    payloads = ["'; DROP TABLE journal; --", '" OR 1=1 --', "\\'; x", "%s %(a)s ? :by", "零\x00宽", "😀" * 50]
    run_id = new_run(store)
    entries = tuple(
        Entry(seq, 0, 0, payload, ManualInObs(payload)) for seq, payload in enumerate(payloads, start=1)
    )
    append(store, run_id, *entries)
    assert store.runs.entries(run_id) == entries
    for payload in payloads:
        store.shows.add(show(payload, title=payload), by=payload, at_ms=0)
        assert store.shows.load(payload)[0].title == payload
        assert store.runs.unfinished(payload) is None


def test_a_store_opened_for_reading_writes_nothing(store: Store) -> None:
    run_id = new_run(store)
    append(store, run_id, opened(1))
    with Store.open(store.folder.root, read_only=True) as reader:
        append(store, run_id, held(2))
        assert reader.runs.entries(run_id) == (opened(1), held(2))
        for write in (lambda: reader.shows.add(show("x"), by="", at_ms=0), lambda: reader.writer):
            with pytest.raises(UserError, match=r"store\.read_only"):
                write()
