"""The first use of what is read into classes, by several threads at once: the program does not crash."""

from __future__ import annotations

import subprocess
import sys

import pytest

from livedesk.ui.resources import resource

CHILD = """
import sys, threading
from pathlib import Path
from livedesk.domain.codec import decode, encode
from livedesk.domain.rundown import Show
from livedesk.services.claims import load_claims
from tests.unit.shows import segment, show

folder, written = Path(sys.argv[1]), encode(show("2026-11-25 20:00", segment(1, 5)))
works = [lambda: load_claims(folder), lambda: decode(written, Show)] * 3
ready = threading.Barrier(len(works))

def first(work):
    ready.wait()
    work()

sys.setswitchinterval(1e-6)
threads = [threading.Thread(target=first, args=(work,)) for work in works]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


@pytest.mark.parametrize("turn", range(10))
def test_several_threads_read_at_once(turn: int) -> None:
    made = subprocess.run(
        [sys.executable, "-c", CHILD, str(resource("claims"))],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert made.returncode == 0, made.stderr
    assert made.stderr == ""
