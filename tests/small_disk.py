"""A disk so small that a test can fill it: a mounted one, or what a ballast leaves of the machine's own small one."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

SHARED = Path("/dev/shm")
LARGEST_MB = 512
"""The ballast is memory: no larger one is made."""
MB = 1 << 20


@contextlib.contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """A disk with so much room: mounted at ``place`` where that is allowed, else a folder of SHARED, which is filled
    but for that. Says which. Where neither can be had the test is skipped."""
    with contextlib.ExitStack() as undo:
        if _mount(place, megabytes, undo):
            way, root = "mounted", place
        elif (why := _ballast(megabytes, undo)) == "":
            way, root = f"what a ballast leaves of {SHARED}", Path(tempfile.mkdtemp(dir=SHARED))
            undo.callback(shutil.rmtree, root)
        else:
            pytest.skip(f"no small disk to fill: none may be mounted, and {why}")
        print(f"a disk of {megabytes} MB: {way}")  # noqa: T201 - shown with a failure, and by pytest -rP
        yield root


def _mount(place: Path, megabytes: int, undo: contextlib.ExitStack) -> bool:
    """Mount a disk; whether that is allowed."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        return False
    undo.callback(subprocess.run, ["umount", "--lazy", str(place)], check=True)
    return True


def _ballast(megabytes: int, undo: contextlib.ExitStack) -> str:
    """Fill SHARED but for so much; why that cannot be (empty: it is done). The ballast has no name: also the end of a
    killed test removes it."""
    if not os.access(SHARED, os.W_OK):
        return f"{SHARED} may not be written"
    there = os.statvfs(SHARED)
    free = there.f_bavail * there.f_frsize
    if free > LARGEST_MB * MB:
        return f"{SHARED} is too large to be filled ({free // MB} MB)"
    if free < megabytes * MB:
        return f"{SHARED} has no room ({free // MB} MB)"
    if free > megabytes * MB:
        ballast = undo.enter_context(tempfile.TemporaryFile(dir=SHARED))  # noqa: SIM115 - closed by undo
        os.posix_fallocate(ballast.fileno(), 0, free - megabytes * MB)
    return ""
