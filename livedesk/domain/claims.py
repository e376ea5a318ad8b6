"""Wording that the law or a platform's rules refuse, found in a text. It warns, and never changes a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from livedesk.domain.claim_checker import ClaimChecker
from livedesk.domain.claim_rules import Category, Claim, ClaimOverride, ClaimRule, Severity
from livedesk.domain.folding import plain

__all__ = [
    "Category",
    "Claim",
    "ClaimChecker",
    "ClaimOverride",
    "ClaimRule",
    "Severity",
    "find_claims",
    "standing",
    "stands",
]


def find_claims(text: str, rules: tuple[ClaimRule, ...]) -> tuple[Claim, ...]:
    """Every refused stretch of a text of any number of lines, in order, none inside another. Full and half width,
    letter case, traditional characters, fillers inside a word and characters taken apart make no difference;
    places are those of ``text`` as given."""
    return _checker(rules).text(text)


@lru_cache(maxsize=8)
def _checker(rules: tuple[ClaimRule, ...]) -> ClaimChecker:
    return ClaimChecker(rules)


def stands(overrides: Iterable[ClaimOverride], item_id: str, rule_id: str, words: str) -> ClaimOverride | None:
    """The newest override that lets these words (however spelled) stand in an item against a rule; None: there is
    none."""
    folded = plain(words)
    found = [
        one
        for one in overrides
        if one.item_id == item_id and one.rule_id == rule_id and plain(one.words) == folded
    ]
    return max(reversed(found), key=lambda one: one.at_ms, default=None)


def standing(
    claims: Iterable[Claim], overrides: Sequence[ClaimOverride], item_id: str
) -> tuple[tuple[Claim, ClaimOverride | None], ...]:
    """Each claim on the item's text with what lets it stand."""
    return tuple((claim, stands(overrides, item_id, claim.rule.id, claim.words)) for claim in claims)
