"""What changed in a text, word by word: Chinese by character, Latin by word, a variable as one.

Lines are matched first, so that a line that was put in does not make every line after it look changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from livedesk.domain.script import Script, ScriptLine

# A variable, a number with its separators, a Latin word, blanks, else one character.
_TOKEN = re.compile(r"\{\{[^{}]*\}\}|\d+(?:[.,:]\d+)*|[A-Za-zÀ-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*|\s+|.", re.DOTALL)
# Two lines are one that was changed where they share this part of their tokens.
_ALIKE = 0.4
# Above so many pairs the exact way costs too long: lines pair up in order, words by their rare ones.
_PAIRS = 4_000_000
_LINE_PAIRS = 2_500


class Mark(StrEnum):
    """What became of a stretch: it stayed, went out, came in, or (of a line) was changed."""

    SAME = "same"
    OUT = "out"
    IN = "in"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that stayed, went or came."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class LineDiff:
    """What became of a line. ``runs`` are the words of a line that stands in both."""

    mark: Mark
    before: ScriptLine | None
    after: ScriptLine | None
    runs: tuple[Run, ...] = ()


def tokens(text: str) -> list[str]:
    """A text in its words; joined they are the text."""
    return _TOKEN.findall(text)


def words(before: str, after: str) -> tuple[Run, ...]:
    """The stretches of both texts in reading order: SAME and OUT are ``before``, SAME and IN are ``after``."""
    if before == after:
        return (Run(Mark.SAME, before),) if before else ()
    old, new = tokens(before), tokens(after)
    start, tail = _ends(old, new)
    runs = [(Mark.SAME, old[:start])]
    runs += _between(old[start : len(old) - tail], new[start : len(new) - tail])
    runs.append((Mark.SAME, old[len(old) - tail :]))
    return tuple(_joined(_eased(runs)))


def lines(before: Script, after: Script) -> tuple[LineDiff, ...]:
    """The lines of both scripts in reading order, each with its words."""
    old, new = before.lines, after.lines
    start, tail = _ends(old, new)
    found = [_stays(line) for line in old[:start]]
    middle_old, middle_new = old[start : len(old) - tail], new[start : len(new) - tail]
    matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=len(middle_old) * len(middle_new) > _PAIRS)
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            found += [_stays(line) for line in middle_old[i1:i2]]
        else:
            found += _replaced(middle_old[i1:i2], middle_new[j1:j2])
    found += [_stays(line) for line in old[len(old) - tail :]]
    return tuple(found)


def _stays(line: ScriptLine) -> LineDiff:
    return LineDiff(Mark.SAME, line, line, (Run(Mark.SAME, line.text),) if line.text else ())


def _ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How much is the same at the start and at the end of both."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    left = most - start
    return start, next((at for at in range(left) if old[-1 - at] != new[-1 - at]), left)


def _between(old: list[str], new: list[str]) -> Iterator[tuple[Mark, list[str]]]:
    rough = len(old) * len(new) > _PAIRS
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=rough).get_opcodes():
        if what == "equal":
            yield Mark.SAME, old[i1:i2]
        else:
            yield Mark.OUT, old[i1:i2]
            yield Mark.IN, new[j1:j2]


def _eased(runs: list[tuple[Mark, list[str]]]) -> list[tuple[Mark, list[str]]]:
    """One token that stayed by chance between two changes belongs to them: 的 between other words helps nobody."""
    runs = [run for run in runs if run[1]]
    eased: list[tuple[Mark, list[str]]] = []
    for at, (mark, held) in enumerate(runs):
        inside = 0 < at < len(runs) - 1
        if mark is Mark.SAME and inside and len(held) == 1 and _wide(runs[:at][::-1]) and _wide(runs[at + 1 :]):
            eased += [(Mark.OUT, held), (Mark.IN, held)]
        else:
            eased.append((mark, held))
    return eased


def _wide(beside: Iterable[tuple[Mark, list[str]]]) -> bool:
    """Whether the change next to a token is one of more than one token."""
    total = 0
    for mark, held in beside:
        if mark is Mark.SAME:
            break
        total += len(held)
    return total > 2


def _joined(runs: list[tuple[Mark, list[str]]]) -> Iterator[Run]:
    """The runs as text: between two that stayed, all that went before all that came."""
    out: list[str] = []
    new: list[str] = []
    for mark, held in [*runs, (Mark.SAME, [])]:
        if mark is Mark.OUT:
            out += held
        elif mark is Mark.IN:
            new += held
        else:
            if out:
                yield Run(Mark.OUT, "".join(out))
            if new:
                yield Run(Mark.IN, "".join(new))
            if held:
                yield Run(Mark.SAME, "".join(held))
            out, new = [], []


def _replaced(old: Sequence[ScriptLine], new: Sequence[ScriptLine]) -> list[LineDiff]:
    """Lines in place of others: those that are alike are one line that was changed."""
    found: list[LineDiff] = []
    i = j = 0
    for at, to in [*_pairs(old, new), (len(old), len(new))]:
        found += [LineDiff(Mark.OUT, line, None) for line in old[i:at]]
        found += [LineDiff(Mark.IN, None, line) for line in new[j:to]]
        if at < len(old):
            found.append(LineDiff(Mark.CHANGED, old[at], new[to], words(old[at].text, new[to].text)))
        i, j = at + 1, to + 1
    return found


def _pairs(old: Sequence[ScriptLine], new: Sequence[ScriptLine]) -> list[tuple[int, int]]:
    """Which lines are alike, in order: the best sum of likeness, or place by place where there are very many."""
    counted = [Counter(tokens(line.text)) for line in old], [Counter(tokens(line.text)) for line in new]
    if len(old) * len(new) > _LINE_PAIRS:
        every = zip(range(len(old)), range(len(new)), strict=False)
        return [(i, j) for i, j in every if _alike(counted[0][i], counted[1][j]) >= _ALIKE]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    like = [[_alike(a, b) for b in counted[1]] for a in counted[0]]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            paired = like[i][j] + best[i + 1][j + 1] if like[i][j] >= _ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    chosen: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if like[i][j] >= _ALIKE and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            chosen.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return chosen


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """The share of tokens that two lines have in common (Dice), 0–1; two empty lines are alike."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
