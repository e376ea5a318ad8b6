"""The claim checker: how well it finds what is labelled, and how long it takes over a long script."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path

from livedesk.domain.claims import ClaimChecker, ClaimRule
from livedesk.services.claims import load_claims
from tests.bench.figures import Figure
from tests.claims.labelled import HELD_OUT, OPEN, PARAPHRASED, Score, overall, read_sentences, score

LENGTH = 20_000
ROUNDS = 15
LIST = Path(__file__).resolve().parents[2] / "resources" / "claims"
# Lines as long as those of a spoken script, in characters.
LINE = 60


def figures() -> list[Figure]:
    """Precision and recall per category, of all and of those kept apart, and of wording that avoids the list's words;
    the time of a script and of a line."""
    begun = time.perf_counter()
    rules = load_claims(LIST)
    checker = ClaimChecker(rules)
    ready = (time.perf_counter() - begun) * 1_000
    every = score(checker, read_sentences(OPEN, HELD_OUT))
    apart = score(checker, read_sentences(HELD_OUT))
    rows: list[Figure] = []
    for category in sorted(every):
        rows += _quality(category.value, every[category], apart.get(category, Score()), 0.90, 0.85)
    rows += _quality("overall", overall(every.values()), overall(apart.values()), 0.97, 0.95)
    rows += _quality(
        "paraphrases", overall(score(checker, read_sentences(PARAPHRASED)).values()), overall(apart.values())
    )
    return rows + _times(checker, rules, ready)


def _quality(
    name: str, all_of_it: Score, apart: Score, precision: float | None = None, recall: float | None = None
) -> list[Figure]:
    """The figure of the whole set beside that of the sentences the list was not mended to."""
    kept = "those kept apart"
    return [
        Figure(
            f"claims: precision, {name}",
            all_of_it.precision,
            "part",
            apart.precision,
            kept,
            _over(all_of_it.precision, apart.precision),
            _at_least(precision),
        ),
        Figure(
            f"claims: recall, {name}",
            all_of_it.recall,
            "part",
            apart.recall,
            kept,
            _over(all_of_it.recall, apart.recall),
            _at_least(recall),
        ),
    ]


def _at_least(part: float | None) -> str:
    return "info" if part is None else f"≥ {part} part"


def _over(value: float, reference: float) -> float:
    return value / reference if reference else 0.0


def _times(checker: ClaimChecker, rules: tuple[ClaimRule, ...], ready: float) -> list[Figure]:
    words = [word for rule in rules for word in rule.words]
    texts = [script(turn) for turn in range(ROUNDS)]
    checker.text(script(ROUNDS))  # what is made ready when first needed

    whole = _median_ms([partial(checker.text, text) for text in texts])
    plain = _median_ms([partial(_sought, text, words) for text in texts])
    changed = [[*texts[0].split("\n"), f"今天全网最低，第{turn}回改这一句"] for turn in range(ROUNDS)]
    checker.lines(changed[0][:-1])
    one = _median_ms([partial(checker.lines, lines) for lines in changed])
    what = f"{len(words)} words sought as written"
    return [
        Figure(f"claims: a script of {LENGTH:,} characters", whole, "ms", plain, what, whole / plain, "< 50 ms"),
        Figure("claims: the same, one line changed", one, "ms", whole, "the whole script", one / whole, "< 0.1"),
        Figure("claims: reading the list, once", ready, "ms", whole, "the whole script", ready / whole, "info"),
    ]


def script(turn: int) -> str:
    """A script of labelled sentences, half of them refused: worse than any that is written. No line of one turn is
    also in another."""
    mark = chr(0x4E00 + turn)
    lines, line, length = [], "", 0
    for sentence in cycle(read_sentences(OPEN, HELD_OUT)):
        line += sentence.text + "。"
        if len(line) >= LINE:
            lines.append(mark + line)
            length += len(line) + 2
            line = ""
        if length >= LENGTH:
            return "\n".join(lines)[:LENGTH]
    raise AssertionError


def _sought(text: str, words: Sequence[str]) -> list[int]:
    return [text.find(word) for word in words]


def _median_ms(actions: list[Callable[[], object]]) -> float:
    times = []
    for action in actions:
        begun = time.perf_counter()
        action()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1_000
