"""Find and replace over a whole show of 10,000 segments beside 1,000: scripts, titles and notes."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import datetime

from livedesk.domain.clock import WallTime
from livedesk.domain.edits import apply
from livedesk.domain.find import Query
from livedesk.domain.find_show import find_all, replace_all
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.domain.script import parse_script
from tests.bench.figures import Figure, steady

MANY, FEW = 10_000, 1_000
ROUNDS = 7
QUERY = Query("修护霜")


def a_show(count: int) -> Show:
    """A show in which every title, note and script holds what is looked for."""
    segments = tuple(
        Segment(
            f"s{at}",
            f"讲品 {at} · 修护霜",
            SegmentKind.TALK,
            60_000,
            note="备 修护霜",
            script=parse_script(f"今天第 {at} 款\n\n修护霜 五十毫升\n【动作】拿起 修护霜"),
        )
        for at in range(count)
    )
    return Show(
        "show",
        "秋冬护肤专场",
        "Asia/Shanghai",
        WallTime(datetime.fromisoformat("2026-11-25T20:00")),
        segments=segments,
    )


def median_ms(deed: Callable[[], object]) -> float:
    """Milliseconds of work (median) that something takes, done once before."""
    deed()
    times = []
    for _ in range(ROUNDS):
        start = time.thread_time()
        deed()
        times.append(time.thread_time() - start)
    return statistics.median(times) * 1_000


def measured(count: int) -> tuple[float, float]:
    """Milliseconds to find every place, and to make and apply the edit that replaces them."""
    show = a_show(count)

    def replace() -> None:
        edit, _ = replace_all(show, QUERY, "精华")
        assert edit is not None
        apply(show, edit)

    return median_ms(lambda: find_all(show, QUERY)), median_ms(replace)


def figures() -> list[Figure]:
    """The figures of finding and replacing."""
    with steady():
        few, many = measured(FEW), measured(MANY)
    names = ("find: every place of a show", "find: every place of a show replaced")
    return [
        Figure(f"{name}, {MANY:,} segments", big, "ms", small, f"{FEW:,} segments", big / small, "≤ 20")
        for name, small, big in zip(names, few, many, strict=True)
    ]
