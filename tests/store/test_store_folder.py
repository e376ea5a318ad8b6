"""One process owns a data folder; others may read."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from store_samples import append, child, finish, held, new_run, opened

from livedesk.domain.errors import UserError
from livedesk.store.folder import DataFolder
from livedesk.store.store import Store

OWNING = """
from pathlib import Path
from livedesk.store.store import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
store.close()
"""

OPENING = """
from pathlib import Path
from livedesk.domain.errors import UserError
from livedesk.store.store import Store
try:
    Store.open(Path(sys.argv[1])).close()
    print("opened")
except UserError as error:
    print(error.code, error.params["pid"])
with Store.open(Path(sys.argv[1]), read_only=True) as store:
    print([run.run_id for run in store.runs.summaries()], len(store.runs.entries(1)))
"""


def test_a_second_process_is_refused_and_may_read(store: Store) -> None:
    append(store, new_run(store), opened(1), held(2))
    assert finish(child(OPENING, store.folder.root)) == f"folder.in_use {os.getpid()}\n[] 2\n"
    assert store.runs.unfinished() is not None


def test_the_owner_is_known_while_it_lives(root: Path) -> None:
    folder = DataFolder(root)
    assert folder.owner() is None
    process = child(OWNING, root)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    assert folder.owner() == process.pid
    with pytest.raises(UserError) as caught:
        folder.acquire()
    assert (caught.value.code, caught.value.params["pid"]) == ("folder.in_use", process.pid)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=20)
    assert folder.lock_file.read_text() == str(process.pid)
    assert folder.owner() is None
    folder.acquire()
    assert (folder.owned, folder.owner()) == (True, os.getpid())
    folder.acquire()
    folder.release()
    assert (folder.owned, folder.owner()) == (False, None)


def test_asking_for_the_owner_is_no_owning(root: Path) -> None:
    folder, other = DataFolder(root), DataFolder(root)
    folder.create()
    folder.acquire()
    folder.release()
    for _ in range(50):
        assert other.owner() is None
        folder.acquire()
        assert other.owner() == os.getpid()
        folder.release()


def test_two_objects_of_one_process_are_two_owners(root: Path) -> None:
    with Store.open(root), pytest.raises(UserError, match=r"folder\.in_use"):
        Store.open(root)
    Store.open(root).close()


def test_a_refused_opening_gives_the_folder_up(root: Path) -> None:
    root.mkdir()
    (root / "livedesk.db").touch()
    with pytest.raises(UserError, match=r"store\.empty_file"):
        Store.open(root)
    assert DataFolder(root).owner() is None


def test_closing_leaves_one_file_and_may_be_done_twice(root: Path) -> None:
    store = Store.open(root)
    append(store, new_run(store), opened(1))
    assert (store.close(), store.close()) == (0, 0)
    assert not list(root.glob("livedesk.db-*"))


def test_the_layout(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    folder.create()
    assert {path.name for path in folder.root.iterdir()} == {"backups", "logs", "media", "reports"}
    assert folder.database.name == "livedesk.db"
    assert folder.settings.name == "settings.json"
    assert folder.prompter.name == "prompter.json"
