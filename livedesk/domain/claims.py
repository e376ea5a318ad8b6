"""Wording that the law or a platform's rules refuse, found in a text. It warns, and never changes a text."""

from __future__ import annotations

from collections.abc import Iterable
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
]


def find_claims(text: str, rules: tuple[ClaimRule, ...]) -> tuple[Claim, ...]:
    """Every refused stretch of a text of any number of lines, in order, none inside another. Full and half width,
    letter case, traditional characters, fillers inside a word and characters taken apart make no difference;
    places are those of ``text`` as given."""
    return _checker(rules).text(text)


@lru_cache(maxsize=8)
def _checker(rules: tuple[ClaimRule, ...]) -> ClaimChecker:
    return ClaimChecker(rules)


def standing(
    claims: Iterable[Claim], overrides: Iterable[ClaimOverride], item_id: str
) -> tuple[tuple[Claim, ClaimOverride | None], ...]:
    """Each claim on the item's text, with the newest override that lets it stand: same item, same rule, same words
    (however spelled). None: nobody has let it stand."""
    given = {
        (override.rule_id, plain(override.words)): override
        for override in sorted(overrides, key=lambda override: override.at_ms)
        if override.item_id == item_id
    }
    return tuple((claim, given.get((claim.rule.id, plain(claim.words)))) for claim in claims)
