"""Finding refused wording: a whole script in one go, or a line at a time while it is being written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from livedesk.domain.claim_cues import cues
from livedesk.domain.claim_rules import Claim, ClaimRule, Severity
from livedesk.domain.folding import plain, squeeze

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# A claim, and what makes it innocent, stand in one sentence. (Marks are those of folded text.)
_SENTENCE = re.compile(r"[^。!?;【】]+")
# How far before a stretch its context is looked for, in characters.
_REACH = 24
# Lines kept: those of a long show's scripts.
_LINES_KEPT = 8_192


class ClaimChecker:
    """The rules made ready. Immutable; a line that was checked before costs a look-up."""

    __slots__ = ("_always", "_by_cue", "_cues", "_line", "_rules", "_searches")

    def __init__(self, rules: tuple[ClaimRule, ...]) -> None:
        self._rules = tuple(_Ready(rule) for rule in rules)
        self._searches: list[tuple[int, str]] = []
        self._always: set[int] = set()
        by_cue: dict[str, dict[int, frozenset[str]]] = {}
        for index, rule in enumerate(rules):
            for source in _sources(rule):
                search = len(self._searches)
                self._searches.append((index, source))
                for first, second in cues(source):
                    if not first:
                        self._always.add(search)
                    for cue in first:
                        searches = by_cue.setdefault(cue, {})
                        searches[search] = searches.get(search, frozenset()) | (second or first)
        self._by_cue = {cue: tuple(searches.items()) for cue, searches in by_cue.items()}
        self._cues = frozenset(by_cue)
        self._line = lru_cache(maxsize=_LINES_KEPT)(self._check)

    def line(self, text: str) -> tuple[Claim, ...]:
        """The claims in one line, in order, none inside another."""
        return self._line(text)

    def lines(self, texts: Iterable[str]) -> tuple[tuple[Claim, ...], ...]:
        """The claims of each line; only those not seen before are searched."""
        return tuple(self._line(text) for text in texts)

    def text(self, text: str) -> tuple[Claim, ...]:
        """The claims in a text of any number of lines; places are those of the whole text."""
        return tuple(
            Claim(claim.start + line.start(), claim.end + line.start(), claim.rule, claim.words)
            for line in _LINE.finditer(text)
            for claim in self._line(line.group())
        )

    def _check(self, line: str) -> tuple[Claim, ...]:
        squeezed = squeeze(line)
        found: list[tuple[int, int, bool, int]] = []
        for sentence in _SENTENCE.finditer(squeezed.text):
            for start, end, index in self._search(sentence.group()):
                warns = self._rules[index].rule.severity is Severity.WARN
                found.append((start + sentence.start(), -(end + sentence.start()), warns, index))
        kept: list[Claim] = []
        free = 0
        # The longest of those that start first; the graver, then the earlier rule, of two alike.
        for start, minus_end, _, index in sorted(found):
            if start >= free:
                free = -minus_end
                low, high = squeezed.start(start), squeezed.end(free)
                kept.append(Claim(low, high, self._rules[index].rule, line[low:high]))
        return tuple(kept)

    def _search(self, sentence: str) -> Iterator[tuple[int, int, int]]:
        """Start, end and rule of everything refused in a sentence."""
        characters = set(sentence)
        wanted = set(self._always)
        for cue in characters & self._cues:
            for search, needed in self._by_cue[cue]:
                if search not in wanted and not needed.isdisjoint(characters):
                    wanted.add(search)
        innocent: dict[int, list[tuple[int, int]]] = {}
        for search in wanted:
            index, source = self._searches[search]
            ready = self._rules[index]
            pattern = _compiled(source)
            stretch = "it" if "it" in pattern.groupindex else 0
            for match in pattern.finditer(sentence):
                start, end = match.span(stretch)
                if start == end or ready.spares(sentence, start, end):
                    continue
                if index not in innocent:
                    innocent[index] = ready.innocent(sentence)
                if not any(low <= start and end <= high for low, high in innocent[index]):
                    yield start, end, index


class _Ready:
    """A rule, and the expressions for what makes its words innocent."""

    __slots__ = ("_after", "_before", "_innocent", "rule")

    def __init__(self, rule: ClaimRule) -> None:
        self.rule = rule
        self._innocent = _any((*map(re.escape, _longest_first(rule.innocent)), *rule.innocent_patterns))
        self._before = _any(rule.before, r"\Z")
        self._after = _any(rule.after)

    def spares(self, sentence: str, start: int, end: int) -> bool:
        """Whether what stands before or after makes the stretch innocent."""
        if self._before and _compiled(self._before).search(sentence, max(0, start - _REACH), start):
            return True
        return self._after != "" and _compiled(self._after).match(sentence, end) is not None

    def innocent(self, sentence: str) -> list[tuple[int, int]]:
        """The stretches of a sentence inside which the rule finds nothing."""
        if not self._innocent:
            return []
        return [match.span() for match in _compiled(self._innocent).finditer(sentence)]


@lru_cache(maxsize=1_024)
def _compiled(source: str) -> re.Pattern[str]:
    """Compiled when first needed: all at once they take longer than a window may wait."""
    return re.compile(source)


def _sources(rule: ClaimRule) -> Iterator[str]:
    """What is searched for: each an expression of its own."""
    if rule.spellings:
        yield rule.spellings
    elif rule.words:
        yield "|".join(map(re.escape, _longest_first(rule.words)))
    yield from rule.patterns


def _longest_first(words: tuple[str, ...]) -> list[str]:
    return sorted(map(plain, words), key=len, reverse=True)


def _any(sources: Iterable[str], tail: str = "") -> str:
    joined = "|".join(f"(?:{source})" for source in sources)
    return f"(?:{joined}){tail}" if joined else ""
