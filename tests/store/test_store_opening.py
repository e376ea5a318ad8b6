"""A database that is not fit is refused with a reason, and never written to."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store_samples import LEAVE_A_LOG, append, child, finish, held, new_run, opened, order

from livedesk.domain.errors import UserError
from livedesk.store.schema import APPLICATION_ID
from livedesk.store.store import Store


@pytest.fixture
def database(root: Path) -> Path:
    """The database of a store that was used and closed, with one backup beside it."""
    with Store.open(root) as store:
        run_id = new_run(store)
        append(store, run_id, opened(1), *(held(seq) for seq in range(2, 500)))
        rows = [order(f"{number}-1") for number in range(500)]
        store.feeds.add_orders(
            run_id, rows, file="a", sha256="", read=500, problems=(), window=(0, 2**53), at_ms=0
        )
        store.backups.make(at_ms=1_795_608_000_000)
        return store.folder.database


def _refused(root: Path, *, read_only: bool = False) -> UserError:
    """Opening is refused, and the file is as it was."""
    database = root / "livedesk.db"
    before = database.read_bytes()
    with pytest.raises(UserError) as caught:
        Store.open(root, read_only=read_only)
    assert database.read_bytes() == before
    return caught.value


@pytest.mark.parametrize("read_only", [False, True])
def test_an_emptied_file(root: Path, database: Path, read_only: bool) -> None:
    os.truncate(database, 0)
    error = _refused(root, read_only=read_only)
    assert error.code == "store.empty_file"
    assert error.params["path"] == str(database)
    assert str(error.params["backup"]).startswith(str(root / "backups"))


def test_a_log_without_its_database_is_no_place_for_a_new_one(root: Path, database: Path) -> None:
    database.rename(root / "moved.db")
    (root / "livedesk.db-wal").write_bytes(b"something")
    with pytest.raises(UserError, match=r"store\.missing"):
        Store.open(root)
    assert not database.exists()


@pytest.mark.parametrize("kept", [50, 150, 4_096, 30_000])
def test_a_truncated_file(root: Path, database: Path, kept: int) -> None:
    os.truncate(database, kept)
    assert _refused(root).code == "store.damaged"


def test_a_bad_page(root: Path, database: Path) -> None:
    with database.open("r+b") as file:
        file.seek(0, os.SEEK_END)
        middle = file.tell() // 4096 // 2 * 4096
        file.seek(middle)
        file.write(os.urandom(4_096))
    for read_only in (False, True):
        error = _refused(root, read_only=read_only)
        assert error.code == "store.damaged"
        assert Path(str(error.params["backup"])).is_file()


def test_a_wiped_header(root: Path, database: Path) -> None:
    with database.open("r+b") as file:
        file.write(bytes(4_096))
    assert _refused(root).code == "store.damaged"


def test_a_bad_page_under_a_log_that_a_crash_left(root: Path) -> None:
    """Even looking at the file must not move the log into it."""
    finish(child(LEAVE_A_LOG, root))
    log = root / "livedesk.db-wal"
    kept = log.read_bytes()
    assert len(kept) > 10_000
    with (root / "livedesk.db").open("r+b") as file:
        file.seek(4_096)
        file.write(b"\xff" * 40_960)
    assert _refused(root).code == "store.damaged"
    assert log.read_bytes() == kept


@pytest.mark.parametrize("content", [b"%PDF-1.7 and so on" * 20, "环节,商品\n".encode("gbk") * 30, b"x"])
def test_a_file_that_is_no_database(root: Path, database: Path, content: bytes) -> None:
    database.write_bytes(content)
    assert _refused(root).code == "store.foreign"


def test_a_database_of_another_program(root: Path, database: Path) -> None:
    database.unlink()
    with closing(sqlite3.connect(database)) as other:
        other.execute("CREATE TABLE contacts (name TEXT)")
        other.commit()
    assert _refused(root).code == "store.foreign"


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_schema(root: Path, database: Path, read_only: bool) -> None:
    with closing(sqlite3.connect(database)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
        newer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    error = _refused(root, read_only=read_only)
    assert error.code == "store.newer"
    assert (error.params["found"], error.params["known"]) == ("9999", "0002")


def test_a_backup_that_is_bad_too_is_not_offered(root: Path, database: Path) -> None:
    for backup in (root / "backups").iterdir():
        os.truncate(backup, 10_000)
    os.truncate(database, 0)
    assert _refused(root).params["backup"] == ""


def test_reading_needs_a_database(root: Path) -> None:
    with pytest.raises(UserError, match=r"store\.missing"):
        Store.open(root, read_only=True)
    assert not root.exists()


def test_a_new_database_is_ours_and_private(store: Store) -> None:
    database = store.folder.database
    assert database.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")
    if os.name == "posix":
        assert (database.stat().st_mode & 0o777, store.folder.root.stat().st_mode & 0o777) == (0o600, 0o700)


# As root, permission bits bind nobody: the child gives up its rights first, after all is imported.
ORDINARY = """
import os
from pathlib import Path
import alembic.command, alembic.config
from livedesk.domain.errors import UserError
from livedesk.store.store import Store

if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
root = Path(sys.argv[1])
try:
    Store.open(root)
except UserError as error:
    print(error.code)
if (root / "livedesk.db").exists():
    with Store.open(root, read_only=True) as store:
        print(len(store.runs.entries(1)))
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A place that other users may enter (pytest's own is closed to them)."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place)
        subprocess.run(["chmod", "-R", "u+w", place], check=True)


def _write_protect(root: Path) -> None:
    for path in (root, *root.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def test_a_folder_that_cannot_be_made(shared: Path) -> None:
    shared.chmod(0o555)
    assert finish(child(ORDINARY, shared / "data")) == "folder.not_writable\n"


def test_a_folder_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(UserError, match=r"folder\.not_writable"):
        Store.open(tmp_path / "file" / "data")


def test_a_folder_without_permission_to_write_can_be_read(shared: Path) -> None:
    with Store.open(shared / "data") as store:
        append(store, new_run(store), opened(1), held(2))
    _write_protect(shared / "data")
    assert finish(child(ORDINARY, shared / "data")) == "folder.not_writable\n2\n"


def test_a_database_without_permission_to_write(shared: Path) -> None:
    root = shared / "data"
    with Store.open(root) as store:
        append(store, new_run(store), opened(1))
    _write_protect(root)
    for place in (root, *(path for path in root.iterdir() if path.is_dir())):
        place.chmod(0o777)
    (root / "livedesk.lock").unlink()
    assert finish(child(ORDINARY, root)) == "store.not_writable\n1\n"
