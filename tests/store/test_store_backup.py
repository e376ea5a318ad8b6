"""Backups are sound, rotate without dropping the last good one, and can be put back."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from store_samples import (
    LEAVE_A_LOG,
    START_MS,
    append,
    child,
    ended,
    finish,
    held,
    new_run,
    opened,
    show,
    went_live,
)

from livedesk.domain.clock import DAY, HOUR
from livedesk.domain.errors import UserError
from livedesk.store.backup import KEEP_DAYS, KEEP_NEWEST, Backups, newest, superfluous
from livedesk.store.folder import DataFolder
from livedesk.store.opening import integrity
from livedesk.store.schema import SCHEMA
from livedesk.store.store import Store


def _spoil(path: Path) -> None:
    """A bad page in the middle, which only a look at every page finds."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 4_096 // 2 * 4_096)
        file.write(b"\xff" * 4_096)


def test_a_backup_holds_what_was_committed_log_included(store: Store) -> None:
    run_id = new_run(store)
    append(store, run_id, opened(1), *(held(seq) for seq in range(2, 200)))
    backup = store.backups.make(at_ms=START_MS)
    assert integrity(backup.path) == ()
    assert not list(backup.path.parent.glob("*-wal"))
    with closing(sqlite3.connect(backup.path)) as copy:
        assert copy.execute("SELECT count(*) FROM journal").fetchone() == (199,)
    assert store.backups.all() == (backup,)
    assert store.backups.newest_good() == backup
    if os.name == "posix":
        assert backup.path.stat().st_mode & 0o777 == 0o600


def test_backups_leave_no_more_than_one_file_open(store: Store) -> None:
    """SQLite keeps the one of the first for the next, while others have the database open."""
    append(store, new_run(store), opened(1))
    store.backups.make(at_ms=START_MS)
    files = len(psutil.Process().open_files())
    for number in range(1, 5):
        store.backups.make(at_ms=START_MS + number)
    assert len(psutil.Process().open_files()) <= files


def test_a_backup_may_be_made_while_entries_are_appended(store: Store) -> None:
    run_id = new_run(store)
    append(store, run_id, opened(1))
    stop = threading.Event()

    def go_on() -> None:
        seq = 1
        while not stop.is_set():
            seq += 1
            append(store, run_id, held(seq))

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        made = [store.backups.make(at_ms=START_MS + number) for number in range(8)]
    finally:
        stop.set()
        thread.join(20)
    assert all(integrity(backup.path) == () for backup in made)


def test_two_backups_of_one_moment_are_two(store: Store) -> None:
    first, second = (store.backups.make(at_ms=START_MS) for _ in range(2))
    assert first.path != second.path
    assert len(store.backups.all()) == 2


def test_other_files_beside_the_backups_are_left_alone(store: Store) -> None:
    strangers = [
        store.folder.backups / name for name in ("mine.db", "livedesk-20261399T000000000Z.db", "note.txt")
    ]
    for stranger in strangers:
        stranger.write_text("mine")
    for number in range(KEEP_NEWEST + 5):
        store.backups.make(at_ms=START_MS + number)
    assert len(store.backups.all()) == KEEP_NEWEST
    assert all(stranger.exists() for stranger in strangers)


def test_a_damaged_database_makes_no_backup_and_pushes_none_out(root: Path) -> None:
    """Fourteen good backups, then the file goes bad, then twenty starts."""
    with Store.open(root) as store:
        append(store, new_run(store), opened(1), *(held(seq) for seq in range(2, 900)))
        for number in range(14):
            store.backups.make(at_ms=START_MS + number * DAY)
        good = store.backups.all()
    _spoil(root / "livedesk.db")
    folder = DataFolder(root)
    for number in range(20):
        with pytest.raises(UserError, match=r"store\.damaged"):
            Store.open(root)
        with pytest.raises(UserError, match=r"store\.damaged"):
            Backups(folder).make(at_ms=START_MS + (20 + number) * DAY)
    assert Backups(folder).all() == good
    assert not list(folder.backups.glob("*.part"))


def test_the_newest_good_backup_outlives_newer_bad_ones(store: Store) -> None:
    append(store, new_run(store), opened(1), *(held(seq) for seq in range(2, 900)))
    good = store.backups.make(at_ms=START_MS)
    for number in range(1, KEEP_NEWEST + 5):
        bad = store.backups.place(START_MS + number)
        bad.write_bytes(good.path.read_bytes())
        _spoil(bad)
    assert store.backups.newest_good() == good
    assert len(store.backups.rotate(at_ms=START_MS + 30 * DAY)) == 4
    assert store.backups.newest_good() == good
    for backup in store.backups.all():
        _spoil(backup.path)
    assert store.backups.rotate(at_ms=START_MS + 60 * DAY) == ()


times = st.lists(st.integers(0, 40 * DAY), max_size=60).map(lambda given: sorted(given, reverse=True))


@given(times, st.integers(0, 45 * DAY))
@example([DAY] * 12, DAY)
def test_the_rule_keeps_the_newest_ten_and_one_a_day(made: list[int], now: int) -> None:
    drop = superfluous(made, now)
    kept = [index for index in range(len(made)) if index not in drop]
    assert kept[:KEEP_NEWEST] == list(range(min(KEEP_NEWEST, len(made))))
    for day in range(now // DAY - KEEP_DAYS + 1, now // DAY + 1):
        of_day = [index for index, time in enumerate(made) if time // DAY == day]
        if of_day:
            assert of_day[0] in kept
    assert len(kept) <= KEEP_NEWEST + len({time // DAY for time in made})


@given(st.lists(st.booleans()))
def test_the_newest_good_one_is_found(states: list[bool]) -> None:
    found = newest(states, lambda good: good)
    assert found == (states.index(True) if True in states else None)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3 * DAY), st.booleans()), min_size=5, max_size=30))
def test_no_rotation_drops_the_last_good_backup(made: list[tuple[int, bool]]) -> None:
    with tempfile.TemporaryDirectory() as place, Store.open(Path(place)) as store:
        template = store.backups.make(at_ms=0).path.read_bytes()
        now = 0
        for step, good in made:
            now += step + HOUR
            path = store.backups.place(now)
            path.write_bytes(template)
            if not good:
                os.truncate(path, 5_000)
            before = store.backups.newest_good()
            store.backups.rotate(at_ms=now)
            assert store.backups.newest_good() == before


def _with_one_show(root: Path) -> Path:
    """A folder with one show and a backup of it; then a second show came."""
    with Store.open(root) as store:
        store.shows.add(show("first"), by="", at_ms=0)
        backup = store.backups.make(at_ms=START_MS).path
        store.shows.add(show("second"), by="", at_ms=0)
        return backup


def _restore(root: Path, file: Path) -> Path | None:
    folder = DataFolder(root)
    folder.create()
    folder.acquire()
    try:
        return Backups(folder).restore(file, at_ms=START_MS + HOUR)
    finally:
        folder.release()


def _shows(root: Path) -> set[str]:
    with Store.open(root) as store:
        return {item.show_id for item in store.shows.summaries()}


def test_a_backup_is_put_back_and_the_present_one_kept(root: Path) -> None:
    backup = _with_one_show(root)
    with Store.open(root, read_only=True) as store:
        salt = store.secret_salt()
    kept = _restore(root, backup)
    assert kept is not None
    assert _shows(root) == {"first"}
    assert _restore(root, kept) is not None
    assert _shows(root) == {"first", "second"}
    with Store.open(root, read_only=True) as store:
        assert store.secret_salt() == salt


def test_a_backup_replaces_a_damaged_database_which_is_set_aside(root: Path) -> None:
    backup = _with_one_show(root)
    database = root / "livedesk.db"
    _spoil(database)
    spoiled = database.read_bytes()
    with pytest.raises(UserError) as caught:
        Store.open(root)
    assert caught.value.params["backup"] == str(backup)
    kept = _restore(root, backup)
    assert kept is not None
    assert (kept / "livedesk.db").read_bytes() == spoiled
    assert _shows(root) == {"first"}


def test_an_old_log_is_not_replayed_over_a_restored_database(root: Path) -> None:
    backup = _with_one_show(root)
    finish(child(LEAVE_A_LOG, root))
    assert (root / "livedesk.db-wal").stat().st_size > 0
    kept = _restore(root, backup)
    assert _shows(root) == {"first"}
    assert integrity(root / "livedesk.db") == ()
    assert kept is not None
    _restore(root, kept)
    assert _shows(root) == {"first", "second", "third"}


def test_an_old_log_is_not_replayed_where_its_database_was_damaged(root: Path) -> None:
    backup = _with_one_show(root)
    finish(child(LEAVE_A_LOG, root))
    with (root / "livedesk.db").open("r+b") as file:
        file.seek(4_096)
        file.write(b"\xff" * 40_960)
    kept = _restore(root, backup)
    assert kept is not None
    assert (kept / "livedesk.db-wal").stat().st_size > 0
    assert _shows(root) == {"first"}
    assert integrity(root / "livedesk.db") == ()


def test_a_backup_can_be_restored_into_an_empty_folder(root: Path, tmp_path: Path) -> None:
    backup = _with_one_show(root)
    assert _restore(tmp_path / "other", backup) is None
    assert _shows(tmp_path / "other") == {"first"}


@pytest.mark.parametrize("way", ["missing", "empty", "damaged", "foreign", "newer"])
def test_what_is_no_good_backup_is_refused_and_changes_nothing(root: Path, tmp_path: Path, way: str) -> None:
    file = tmp_path / "offered.db"
    backup = _with_one_show(root)
    if way != "missing":
        file.write_bytes(backup.read_bytes())
    if way == "empty":
        os.truncate(file, 0)
    elif way == "damaged":
        _spoil(file)
    elif way == "foreign":
        file.write_text("环节,商品")
    elif way == "newer":
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
            connection.commit()
    before = (root / "livedesk.db").read_bytes()
    with pytest.raises(UserError) as caught:
        _restore(root, file)
    code = {"empty": "store.empty_file"}.get(way, f"store.{way}")
    assert (caught.value.code, caught.value.params["path"]) == (code, str(file))
    assert (root / "livedesk.db").read_bytes() == before
    assert not list(root.glob("livedesk.db.*"))


def test_a_folder_that_is_not_owned_is_not_restored_into(root: Path) -> None:
    backup = _with_one_show(root)
    with pytest.raises(RuntimeError):
        Backups(DataFolder(root), SCHEMA).restore(backup, at_ms=START_MS)


def test_a_run_goes_on_after_a_backup(store: Store) -> None:
    run_id = new_run(store)
    append(store, run_id, opened(1), went_live(2))
    store.backups.make(at_ms=START_MS)
    append(store, run_id, ended(3))
    assert store.runs.summary(run_id).ended_ms is not None
