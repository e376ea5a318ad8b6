"""Wording that the law or a platform's rules refuse, found in a text. The list is data; this is the matching."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# What people put inside a word to slip past a filter: blanks, joiners, dots, dashes, stars, emoji selectors.
_FILLER = r"[\s\u200b-\u200d\u2060\ufe0f·•・*_\-~]{0,3}"


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """One rule: ``words`` are refused, unless an ``innocent`` phrase covers them (第一次, 最佳赏味期). ``article``
    cites the rule, ``reason`` says why in a sentence."""

    id: str
    article: str
    reason: str
    words: tuple[str, ...]
    innocent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A refused stretch [``start``, ``end``) of a text, and the rule that refuses it."""

    start: int
    end: int
    rule: ClaimRule


@dataclass(frozen=True, slots=True)
class ClaimOverride:
    """A refused wording that ``by`` lets stand in an item (segment or standby plan), and why. It holds for this
    rule and these words only. ``at_ms``: epoch ms."""

    item_id: str
    rule_id: str
    words: str
    reason: str
    by: str
    at_ms: int


def find_claims(text: str, rules: tuple[ClaimRule, ...]) -> tuple[Claim, ...]:
    """Every refused stretch in order, none inside another. Full and half width, letter case and fillers inside a
    word make no difference; places are those of ``text`` as given."""
    folded = _fold(text)
    found = []
    for rule in rules:
        refused, innocent = _patterns(rule)
        spared = [match.span() for match in innocent.finditer(folded)] if innocent else []
        for match in refused.finditer(folded):
            start, end = match.span()
            if not any(low <= start and end <= high for low, high in spared):
                found.append(Claim(start, end, rule))
    found.sort(key=lambda claim: (claim.start, -claim.end))
    kept: list[Claim] = []
    for claim in found:
        if not kept or claim.start >= kept[-1].end:
            kept.append(claim)
    return tuple(kept)


def _fold(text: str) -> str:
    """The text in plain width and lower case, character for character (so that places stay true)."""
    return "".join(_fold_one(character) for character in text)


@lru_cache(maxsize=8_192)
def _fold_one(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).lower()
    return plain if len(plain) == 1 else character


@lru_cache(maxsize=256)
def _patterns(rule: ClaimRule) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    return _pattern(rule.words), _pattern(rule.innocent) if rule.innocent else None


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(_FILLER.join(re.escape(_fold(c)) for c in word) for word in longest_first))
