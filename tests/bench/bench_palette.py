"""One more letter typed into the palette over 10,000 segments beside 1,000: finding the rows that are shown."""

from __future__ import annotations

import statistics
import time

from livedesk.ui.palette_match import best
from tests.bench.figures import Figure, steady

MANY, FEW = 10_000, 1_000
ROUNDS = 7
QUERIES = ("h", "hu", "修护", "修霜", "xhs", "99", "go 07", "segm 9 xhs", "qqqq")


def letter_ms(count: int) -> float:
    """Milliseconds of work (median over queries) to find the best of ``count`` rows, known titles met before."""
    rows = [
        (f"转到环节 {at:05d} 商品讲解 · 修护霜 50ml 第 {at} 轮", f"Go to segment {at:05d}") for at in range(count)
    ]
    times = []
    with steady():
        for turn in range(ROUNDS + 1):
            for query in QUERIES:
                start = time.thread_time()
                best(query, rows, lambda row: row)
                if turn:
                    times.append(time.thread_time() - start)
    return statistics.median(times) * 1_000


def figures() -> list[Figure]:
    """The figures of the palette."""
    few, many = letter_ms(FEW), letter_ms(MANY)
    name = f"palette: a letter typed, {MANY:,} segments"
    return [Figure(name, many, "ms", few, f"{FEW:,} segments", many / few, "≤ 13")]
