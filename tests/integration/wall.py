"""A wall clock that is somebody else's: libfaketime under one process, stepped while it runs. Its monotonic clocks
stay the machine's, as on a machine whose clock is set."""

from __future__ import annotations

import time
from pathlib import Path

from livedesk.domain.clock import SECOND

LIBRARIES = "*/faketime/libfaketimeMT.so.1"
"""The one for threads: the other reads the file in two of them at once."""


class Wall:
    """The wall clock of the processes that are started with :attr:`environment`, which ``zone`` is their machine's.
    It begins as the real one."""

    def __init__(self, folder: Path, zone: str = "Asia/Shanghai") -> None:
        library = next((each for root in ("/usr/lib", "/usr/lib64") for each in Path(root).glob(LIBRARIES)), None)
        assert library is not None, "libfaketime is not installed: see packaging/system-packages.txt"
        self._file = folder / "wall"
        self.step(0)
        self.environment = {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            # Else waits on a monotonic clock, which is not faked, are none at all, and Python's lock spins.
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",
            # The times of files are what the disk says.
            "NO_FAKE_STAT": "1",
            "TZ": zone,
        }

    def step(self, ms: int) -> None:
        """So far from the real clock from now on, in milliseconds."""
        # In one go: a reading never finds half of it.
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{ms / SECOND:+.3f}", encoding="ascii")
        fresh.replace(self._file)

    def set(self, instant_ms: int) -> None:
        """This instant (epoch ms) is now; it runs on from there."""
        self.step(instant_ms - time.time_ns() // 1_000_000)
