"""The labelled sentences, and how well a checker does on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from livedesk.domain.claims import Category, Claim, ClaimChecker

HERE = Path(__file__).resolve().parent
OPEN, HELD_OUT, PARAPHRASED = HERE / "open.txt", HERE / "held_out.txt", HERE / "paraphrased.txt"
_MARKED = re.compile(r"\[(?:([a-z_]+):)?([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Expected:
    """A stretch [``start``, ``end``) that is refused, and in which category."""

    start: int
    end: int
    category: Category


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its section, and what is to be found in it (nothing: an innocent look-alike)."""

    text: str
    section: Category
    expected: tuple[Expected, ...]


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
    section = Category.HOUSE
    for line in content.splitlines():
        if line.startswith("== "):
            section = Category(line[3:])
        elif line and not line.startswith("#"):
            yield _sentence(line, section)


def _sentence(line: str, section: Category) -> Sentence:
    text, last = "", 0
    expected: list[Expected] = []
    for match in _MARKED.finditer(line):
        text += line[last : match.start()]
        expected.append(
            Expected(len(text), len(text) + len(match[2]), Category(match[1]) if match[1] else section)
        )
        text += match[2]
        last = match.end()
    return Sentence(text + line[last:], section, tuple(expected))


def score(checker: ClaimChecker, sentences: Iterable[Sentence]) -> dict[Category, Score]:
    """What the checker finds in the sentences, by category. A claim is right where it overlaps a marked stretch of its
    category."""
    scores: dict[Category, Score] = {}
    for sentence in sentences:
        claims = checker.line(sentence.text)
        scores.setdefault(sentence.section, Score())
        for expected in sentence.expected:
            of_category = scores.setdefault(expected.category, Score())
            if any(_same(claim, expected) for claim in claims):
                of_category.right += 1
            else:
                of_category.missed.append(sentence.text)
        for claim in claims:
            if not any(_same(claim, expected) for expected in sentence.expected):
                scores.setdefault(claim.rule.category, Score()).wrong.append(f"{sentence.text} ({claim.words})")
    return scores


def overall(scores: Iterable[Score]) -> Score:
    """All categories together."""
    whole = Score()
    for one in scores:
        whole.right += one.right
        whole.wrong += one.wrong
        whole.missed += one.missed
    return whole


def _same(claim: Claim, expected: Expected) -> bool:
    return claim.rule.category is expected.category and claim.start < expected.end and expected.start < claim.end
