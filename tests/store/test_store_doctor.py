"""The doctor reads a folder in any state and never fails; the salt is kept and told to nobody."""

from __future__ import annotations

import json
import os
import sqlite3
from dataclasses import asdict
from pathlib import Path

import pytest
from store_samples import START_MS, append, child, finish, held, new_run, opened

from livedesk.store.doctor import examine
from livedesk.store.folder import DataFolder
from livedesk.store.schema import SCHEMA
from livedesk.store.store import Store


def test_a_sound_folder(store: Store) -> None:
    append(store, new_run(store), opened(1), held(2))
    store.media.keep("a1b2c3", {"a.png": b"12345"})
    store.backups.make(at_ms=START_MS)
    findings = examine(store.folder, at_ms=START_MS + 60_000)
    assert findings.healthy
    assert findings.sqlite_version == sqlite3.sqlite_version
    assert (findings.schema, findings.schema_known, findings.owner_pid) == (SCHEMA.head, SCHEMA.head, os.getpid())
    assert (findings.backups, findings.backup_age_ms, findings.media_size) == (1, 60_000, 5)
    assert findings.counts == {
        "shows": 1,
        "edits": 0,
        "runs": 1,
        "journal": 2,
        "feed_events": 0,
        "order_rows": 0,
    }
    assert findings.free
    assert findings.database_size
    assert json.loads(json.dumps(asdict(findings)))["reserve"] is True


def test_looking_does_not_take_the_owners_locks_away(store: Store) -> None:
    """A process that opens and closes a file loses its locks on it: then others would take over the log."""
    append(store, new_run(store), opened(1))
    examine(store.folder, at_ms=START_MS)
    store.backups.make(at_ms=START_MS)
    code = """
import sqlite3
connection = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("PRAGMA journal_mode=DELETE")
    print("taken over")
except sqlite3.OperationalError as error:
    print(error)
"""
    assert finish(child(code, store.folder.database)) == "database is locked\n"


@pytest.mark.parametrize("way", ["nothing", "empty", "foreign", "damaged"])
def test_a_folder_in_trouble(root: Path, way: str) -> None:
    if way != "nothing":
        with Store.open(root) as store:
            append(store, new_run(store), opened(1), *(held(seq) for seq in range(2, 500)))
            store.backups.make(at_ms=START_MS)
    database = root / "livedesk.db"
    if way == "empty":
        os.truncate(database, 0)
    elif way == "foreign":
        database.write_text("环节,商品")
    elif way == "damaged":
        os.truncate(database, 20_000)
    findings = examine(DataFolder(root), at_ms=START_MS)
    codes = {"nothing": "store.missing", "empty": "store.empty_file"}
    assert [problem.code for problem in findings.problems] == [codes.get(way, f"store.{way}")]
    assert (findings.newest_backup is None) == (way == "nothing")
    assert findings.owner_pid is None


def test_a_spoiled_backup_is_named(store: Store) -> None:
    first = store.backups.make(at_ms=START_MS)
    second = store.backups.make(at_ms=START_MS + 1)
    os.truncate(second.path, 9_000)
    findings = examine(store.folder, at_ms=START_MS)
    assert [(problem.code, problem.detail) for problem in findings.problems] == [
        ("backup.damaged", str(second.path))
    ]
    assert findings.newest_backup == str(first.path)


def test_the_salt_is_secret_and_lasts(root: Path, tmp_path: Path) -> None:
    with Store.open(root) as store, Store.open(tmp_path / "other") as other:
        salt = store.secret_salt()
        assert len(salt) == 32
        assert salt != other.secret_salt()
    with Store.open(root, read_only=True) as store:
        assert store.secret_salt() == salt
