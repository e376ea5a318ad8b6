"""The price check: how well it finds what is labelled, and how long it takes over a long script."""

from __future__ import annotations

import statistics
import time
from itertools import cycle

from livedesk.domain.script_prices import wrong_prices
from tests.bench.bench_claims import LENGTH, LINE, ROUNDS
from tests.bench.figures import Figure
from tests.prices.labelled import HELD_OUT, OPEN, read_sentences, score

LIVE, LISTED = (12_900, 9_900), (19_900,)


def figures() -> list[Figure]:
    """Precision and recall of all and of those kept apart; the time of a script in which every sentence has a price."""
    every, apart = score(read_sentences(OPEN, HELD_OUT)), score(read_sentences(HELD_OUT))
    kept = "those kept apart"
    lines = [script(turn).split("\n") for turn in range(ROUNDS + 1)]
    _check(lines.pop())
    checked = _median_ms(lines)
    one = _median_ms([[each[turn]] for turn, each in enumerate(lines)])
    return [
        Figure(
            "prices: precision",
            every.precision,
            "part",
            apart.precision,
            kept,
            every.precision / (apart.precision or 1),
            "≥ 0.95 part",
        ),
        Figure(
            "prices: recall",
            every.recall,
            "part",
            apart.recall,
            kept,
            every.recall / (apart.recall or 1),
            "≥ 0.9 part",
        ),
        Figure(
            f"prices: a script of {LENGTH:,} characters", checked, "ms", one, "one line", checked / one, "< 50 ms"
        ),
    ]


def script(turn: int) -> str:
    """A script of labelled sentences, beginning with another one each turn: every one has an amount or looks so."""
    sentences = read_sentences(OPEN, HELD_OUT)
    lines, line, length = [], "", 0
    for sentence in cycle(sentences[turn:] + sentences[:turn]):
        line += sentence.text + "。"
        if len(line) >= LINE:
            lines.append(line)
            length += len(line) + 1
            line = ""
        if length >= LENGTH:
            return "\n".join(lines)[:LENGTH]
    raise AssertionError


def _check(lines: list[str]) -> None:
    for line in lines:
        wrong_prices(line, LIVE, LISTED)


def _median_ms(scripts: list[list[str]]) -> float:
    times = []
    for lines in scripts:
        begun = time.perf_counter()
        _check(lines)
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1_000
