"""A disk that is broken for one thread: what it writes is answered EIO by strace, which stands between it and the
kernel for a while."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

WRITES = "pwrite64,fsync,fdatasync"


@contextmanager
def broken_disk(thread: int, told: Path) -> Iterator[None]:
    """Every write and sync of this thread (the kernel's id) fails meanwhile; ``told`` gets each of them. The test is
    skipped where the system lets nobody be traced."""
    strace = shutil.which("strace")
    assert strace is not None, "strace is not installed: see packaging/system-packages.txt"
    command = [
        strace,
        "-p",
        str(thread),
        "-o",
        str(told),
        "-e",
        f"trace={WRITES}",
        "-e",
        f"inject={WRITES}:error=EIO",
    ]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert tracer.stderr is not None
        first = tracer.stderr.readline()
        if "attached" not in first:
            pytest.skip(f"no disk to break: no process may be traced here ({first.strip()})")
        yield
        assert "EIO (Input/output error) (INJECTED)" in told.read_text(encoding="ascii")
    finally:
        # It lets go of the thread as it ends.
        tracer.terminate()
        tracer.communicate(timeout=10)
