"""The labelled sentences about prices, and how well the check does on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from livedesk.domain.script_prices import wrong_prices
from tests.claims.labelled import Score

HERE = Path(__file__).resolve().parent
OPEN, HELD_OUT = HERE / "open.txt", HERE / "held_out.txt"
_MARKED = re.compile(r"\[([^\]]+)\]=([\d.]+)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the prices in fen that its product has, and the wrong ones in it as (start, end, fen)."""

    text: str
    live: tuple[int, ...]
    listed: tuple[int, ...]
    expected: frozenset[tuple[int, int, int]]


def read_sentences(*paths: Path) -> tuple[Sentence, ...]:
    """The labelled sentences of the files, in order."""
    return tuple(sentence for path in paths for sentence in _read(path.read_text("utf-8")))


def _read(content: str) -> Iterator[Sentence]:
    live: tuple[int, ...] = ()
    listed: tuple[int, ...] = ()
    for line in content.splitlines():
        if line.startswith("== "):
            shown, _, everyday = line.removeprefix("== live ").partition(" list ")
            live, listed = _fens(shown), _fens(everyday)
        elif line and not line.startswith("#"):
            yield _sentence(line, live, listed)


def _fens(text: str) -> tuple[int, ...]:
    return tuple(int(Decimal(yuan) * 100) for yuan in text.split())


def _sentence(line: str, live: tuple[int, ...], listed: tuple[int, ...]) -> Sentence:
    text, last = "", 0
    expected: set[tuple[int, int, int]] = set()
    for match in _MARKED.finditer(line):
        text += line[last : match.start()]
        expected.add((len(text), len(text) + len(match[1]), int(Decimal(match[2]) * 100)))
        text += match[1]
        last = match.end()
    return Sentence(text + line[last:], live, listed, frozenset(expected))


def score(sentences: Iterable[Sentence]) -> Score:
    """How well the check does; an amount counts only where place and value are exactly those labelled."""
    made = Score()
    for sentence in sentences:
        found = {
            (one.start, one.end, one.fen) for one in wrong_prices(sentence.text, sentence.live, sentence.listed)
        }
        made.right += len(found & sentence.expected)
        made.wrong += [
            f"{sentence.text} ({sentence.text[a:b]} = {fen})" for a, b, fen in found - sentence.expected
        ]
        made.missed += [
            f"{sentence.text} ({sentence.text[a:b]} = {fen})" for a, b, fen in sentence.expected - found
        ]
    return made
