"""The machine's clock: what it counts and how it knows the boot."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from livedesk.services.session.clock import SystemClock

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="this system has no clock that counts suspend")
def test_it_counts_suspend_and_knows_the_boot() -> None:
    clock = SystemClock()
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    now = clock.now()
    assert before <= now.mono_ms <= time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    assert now.boot == BOOT_ID.read_text(encoding="ascii").strip()


def test_its_wall_reading_is_the_systems() -> None:
    before = time.time_ns() // 1_000_000
    assert before <= SystemClock().now().wall_ms <= time.time_ns() // 1_000_000
