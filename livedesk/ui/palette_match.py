"""How what is typed into the palette finds a row: words in any order, the beginnings of words, letters in between
left out, and Chinese by the initials of its pinyin.

``Matcher("go 07").score("Go to segment 07 …", "去第 07 环节")`` is 0 where a word of the query is found nowhere. A
matcher is made once a query and asked once a row; ten thousand rows are one key's work.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

SHOWN = 50
"""The most rows that the palette lists."""
_WHOLE, _BEGINS, _WORD, _INITIALS, _WITHIN, _LETTER = 100, 90, 80, 75, 65, 20
_SCATTERED = 45
"""Letters with others between them: less by one for every letter that is passed over."""
_PHRASE = 30
_FIRST_LEVEL = (0xB0A1, 0xD7F9)
_FIRST_OF = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
"""The first character of each initial among the 3,755 of GB 2312's first level, which stand in the order of their
pinyin (GB/T 2312-1980); there are no syllables in i, u and v."""
_LETTERS = "abcdefghjklmnopqrstwxyz"
_WORD_STARTS = re.compile(r"[^\W_]+")


def _place(character: str) -> int:
    """Where a character stands in GB 2312, or 0."""
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return 0
    return code[0] << 8 | code[1] if len(code) == 2 else 0


_STARTS = tuple(_place(character) for character in _FIRST_OF)


class _Initials(dict[int, str]):
    """A table for ``str.translate`` that learns a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        place = _place(chr(code))
        known = _FIRST_LEVEL[0] <= place <= _FIRST_LEVEL[1]
        self[code] = _LETTERS[bisect_right(_STARTS, place) - 1] if known else chr(code)
        return self[code]


_INITIAL_OF = _Initials()


def fold(text: str) -> str:
    """A text without what nobody types to find it: case, the wide forms of letters and figures, ``&`` of a key."""
    if text.isascii():
        return text.replace("&", "").lower()
    return unicodedata.normalize("NFKC", text).replace("&", "").casefold()


@lru_cache(maxsize=65_536)
def forms(text: str) -> tuple[str, str]:
    """A text folded, and what stands for it in letters: in Latin script the first letter of each word, else the text
    with the initial of its pinyin in place of each Chinese character. A character with several readings has its
    commonest one; what is rarer than GB 2312's first level stays as it is."""
    folded = fold(text)
    if folded.isascii():
        return folded, "".join(word[0] for word in _WORD_STARTS.findall(folded))
    return folded, folded.translate(_INITIAL_OF)


class _Word:
    """One word of the query."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._latin = text.isascii() and text.isalpha()
        self._long = len(text) > 1
        # Letters may be passed over, but the first begins a word: else anything is found in any sentence.
        begins = r"(?<![^\W_])" if text.isascii() else ""
        first, *later = (re.escape(letter) for letter in text)
        # Up to the next letter, never beyond it: nothing to try again, however often a text repeats itself.
        between = "".join(f"[^{letter}]*{letter}" for letter in later)
        self._scattered = re.compile(begins + first + between).search

    def score(self, known: tuple[str, str]) -> int:
        """How well a text, by its :func:`forms`, answers to this word; 0: not at all."""
        folded, letters = known
        at = folded.find(self.text)
        if at >= 0:
            return self._found(folded, at)
        found = self._by_initials(folded, letters) if self._latin else 0
        return found or (self._passing_over(folded) if self._long else 0)

    def _found(self, folded: str, at: int) -> int:
        text = self.text
        if at == 0:
            return _WHOLE if len(folded) == len(text) else _BEGINS
        while at >= 0:
            if not folded[at - 1].isalnum() or not text.isascii():
                return _WORD
            at = folded.find(text, at + 1)
        return _WITHIN if self._long else _LETTER

    def _by_initials(self, folded: str, letters: str) -> int:
        if folded.isascii():
            return _INITIALS if self._long and letters.startswith(self.text) else 0
        at = letters.find(self.text)
        if at < 0:
            return 0
        if at == 0:
            return _INITIALS
        return _WITHIN - 10 if self._long else _LETTER

    def _passing_over(self, folded: str) -> int:
        found = self._scattered(folded)
        if found is None:
            return 0
        return max(1, _SCATTERED - (found.end() - found.start() - len(self.text)))


class Matcher:
    """What is looked for. An empty query finds everything, all alike."""

    def __init__(self, query: str) -> None:
        self._query = " ".join(fold(query).split())
        self._words = tuple(_Word(word) for word in self._query.split())

    @property
    def empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self._words

    def score(self, title: str, *others: str) -> int:
        """How well a row answers: every word of the query must be found in its title or in one of its other texts
        (less worth). 0: not at all; only the order of scores for one query has a meaning."""
        if not self._words:
            return 1
        head = forms(title)
        rest = [forms(text) for text in others if text]
        total = 0
        for word in self._words:
            best = word.score(head)
            for text in rest:
                if best >= _BEGINS:
                    break
                best = max(best, word.score(text) * 4 // 5)
            if not best:
                return 0
            total += best
        if len(self._words) > 1 and self._query in head[0]:
            total += _PHRASE
        return total


def best(query: str, items: Iterable[T], texts: Callable[[T], tuple[str, ...]], limit: int = SHOWN) -> list[T]:
    """The items that answer best, at most ``limit``; of equal ones the earlier first. ``texts`` gives an item's
    title and what else it is found by."""
    matcher = Matcher(query)
    if matcher.empty:
        return [item for item, _ in zip(items, range(limit), strict=False)]
    found = heapq.nsmallest(limit, _scored(matcher, items, texts), key=lambda scored: scored[:2])
    return [item for _, _, item in found]


def _scored(
    matcher: Matcher, items: Iterable[T], texts: Callable[[T], tuple[str, ...]]
) -> Iterator[tuple[int, int, T]]:
    for number, item in enumerate(items):
        score = matcher.score(*texts(item))
        if score:
            yield -score, number, item
