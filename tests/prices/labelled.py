"""The labelled sentences about prices, and how well the check does on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from livedesk.domain.script_prices import wrong_prices

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


@dataclass(slots=True)
class Score:
    """What was found and is right, what is innocent and was found, what was missed."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was found, the part that is right."""
        return self.right / (self.right + len(self.wrong)) if self.right or self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what is there, the part that was found."""
        return self.right / (self.right + len(self.missed)) if self.right or self.missed else 1.0


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
