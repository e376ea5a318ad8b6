"""A process killed in the middle of its appends loses nothing that was acknowledged."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest
from store_samples import append, child, held, new_run, opened

from livedesk.store.store import Store

APPENDING = """
from pathlib import Path
from store_samples import held, show
from livedesk.store.store import Store

store = Store.open(Path(sys.argv[1]))
run_id, first = int(sys.argv[2]), int(sys.argv[3])

def acknowledge(seq):
    def done(error):
        if error is None:
            print(seq, flush=True)
    return done

for seq in range(first, first + 100_000):
    store.writer.append(run_id, (held(seq),), acknowledge(seq))
    if seq % 50 == 0:
        store.writer.submit(lambda: store.shows.add(show(f"k{seq}"), by="", at_ms=0))
    while store.writer.pending > 20:
        pass
"""


@pytest.mark.parametrize("round_number", range(12))
def test_kill_9_loses_no_acknowledged_entry(root: Path, round_number: int) -> None:
    with Store.open(root) as store:
        run_id = new_run(store)
        append(store, run_id, opened(1))
    chance = random.Random(round_number)
    process = child(APPENDING, root, run_id, 2)
    assert process.stdout is not None
    acknowledged = 1
    for _ in range(chance.randint(1, 400)):
        acknowledged = int(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    # Not communicate(): it forgets what readline() has taken out of the pipe already.
    rest = process.stdout.read()
    process.communicate(timeout=20)
    # The last line may have been cut off in the middle.
    for line in rest.splitlines(keepends=True):
        if line.endswith("\n"):
            acknowledged = int(line)
    with Store.open(root) as store:
        kept = store.runs.entries(run_id)
        assert [entry.seq for entry in kept] == list(range(1, len(kept) + 1))
        assert len(kept) >= acknowledged
        assert kept[1:] == tuple(held(seq) for seq in range(2, len(kept) + 1))
        assert store.runs.unfinished() is not None
