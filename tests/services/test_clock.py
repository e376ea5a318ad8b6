"""The machine's clock: what it counts and how it knows the boot."""

from __future__ import annotations

import time
from pathlib import Path

from livedesk.services.session.clock import SystemClock

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


# Where a system has no clock that counts suspend, and no id of the boot, the program has to do without as well.
COUNTS_SUSPEND = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def test_it_counts_suspend_and_knows_the_boot() -> None:
    clock = SystemClock()
    before = time.clock_gettime_ns(COUNTS_SUSPEND) // 1_000_000
    now = clock.now()
    assert before <= now.mono_ms <= time.clock_gettime_ns(COUNTS_SUSPEND) // 1_000_000
    known = BOOT_ID.read_text(encoding="ascii").strip() if BOOT_ID.exists() else now.boot
    assert now.boot == known == SystemClock().now().boot


def test_its_wall_reading_is_the_systems() -> None:
    before = time.time_ns() // 1_000_000
    assert before <= SystemClock().now().wall_ms <= time.time_ns() // 1_000_000
