"""A full disk and a disk that fails: the show goes on in memory, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_samples import child, finish

from tests.small_disk import small_disk

# The child makes the disk fail, either by filling it up or by a limit on the size of files (which the system
# reports as a write error), and mends it again.
FAILING = """
import os, resource, signal, time
from pathlib import Path
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, ManualInObs
from livedesk.store.store import Store
from store_samples import Acks, append, held, new_run, opened, show
import threading

root, way, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
expected = {"fill": "store.disk_full", "limit": "store.write_error"}[way]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
filler = root / "filler"

def fail():
    if way == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
        return
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                pass

def mend():
    if way == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    else:
        filler.unlink()

errors = []
changed = threading.Condition()

def listen(status):
    with changed:
        errors.append(status.error)
        changed.notify_all()

with Store.open(root, status=listen) as store:
    run_id = new_run(store)
    append(store, run_id, opened(1))
    reserve = store.folder.reserve
    had_reserve = reserve.exists()
    fail()
    text = "满" * 2_000
    acks, sent = [], 1
    for _ in range(count):
        sent += 1
        acks.append(Acks())
        store.writer.append(run_id, (Entry(sent, sent, sent, "导播", ManualInObs(text)),), acks[-1])
    first_error = next(error for error in acks[-1].wait() if error is not None)
    assert first_error.code == expected, first_error
    assert store.writer.pending > 0
    assert store.writer.status.error == expected
    assert len(store.runs.entries(run_id)) == sent - store.writer.pending
    if way == "fill" and had_reserve:
        assert not reserve.exists()
        assert sent - store.writer.pending > 20, "the reserve made room for these"
    lost = store.writer.submit(lambda: store.shows.add(show("x"), by="", at_ms=0))
    mend()
    for ack in acks:
        with ack._changed:
            assert ack._changed.wait_for(lambda: ack.heard[-1:] == [None], 20)
            assert len(ack.heard) <= 2, ack.heard
    lost.exception(20)
    append(store, run_id, held(sent + 1))
    if way == "fill" and had_reserve:
        assert reserve.exists(), "the reserve is laid down again"
    if way == "limit" or had_reserve:
        assert store.writer.status.error == "", store.writer.status
    print(had_reserve, flush=True)

with Store.open(root, read_only=True) as store:
    assert [entry.seq for entry in store.runs.entries(run_id)] == list(range(1, sent + 2))
"""


# The larger disk has room for a reserve, which the entries (6 kB each) use up.
@pytest.mark.parametrize(("megabytes", "count"), [(1, 20), (8, 400)])
def test_a_full_disk_stops_nothing_and_loses_nothing(tmp_path: Path, megabytes: int, count: int) -> None:
    with small_disk(tmp_path / "disk", megabytes) as disk:
        had_reserve = finish(child(FAILING, disk, "fill", count)).strip()
        assert had_reserve == str(megabytes > 4)


def test_a_write_error_stops_nothing_and_loses_nothing(tmp_path: Path) -> None:
    finish(child(FAILING, tmp_path / "disk", "limit", 100))
