"""How well the word list does on sentences labelled for it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from livedesk.domain.claims import Category, ClaimChecker, Severity
from livedesk.services.claims import load_claims
from tests.claims.labelled import HELD_OUT, OPEN, overall, read_sentences, score

RULES = load_claims(Path(__file__).resolve().parents[2] / "resources" / "claims")
CHECKER = ClaimChecker(RULES)
SENTENCES = read_sentences(OPEN, HELD_OUT)
SCORES = score(CHECKER, SENTENCES)
CATEGORIES = sorted(set(Category) - {Category.HOUSE})


@pytest.mark.parametrize("category", CATEGORIES)
def test_each_category_is_found_and_little_else(category: Category) -> None:
    one = SCORES[category]
    assert one.precision >= 0.95, one.wrong
    assert one.recall >= 0.95, one.missed


def test_all_together_are_found_and_hardly_anything_else() -> None:
    whole = overall(SCORES.values())
    assert whole.precision >= 0.97, whole.wrong
    assert whole.recall >= 0.95, whole.missed


def test_sentences_the_list_was_not_mended_to_do_nearly_as_well() -> None:
    held_out = score(CHECKER, read_sentences(HELD_OUT))
    whole = overall(held_out.values())
    assert whole.precision >= 0.95, whole.wrong
    assert whole.recall >= 0.95, whole.missed
    for category in CATEGORIES:
        one = held_out[category]
        assert one.precision >= 0.85, one.wrong
        assert one.recall >= 0.85, one.missed


def test_the_set_is_large_and_holds_both_kinds_of_each_category() -> None:
    assert len(SENTENCES) >= 360
    assert len({sentence.text for sentence in SENTENCES}) == len(SENTENCES)
    kinds = Counter((sentence.section, bool(sentence.expected)) for sentence in SENTENCES)
    assert min(kinds[category, violates] for category in CATEGORIES for violates in (True, False)) >= 15


def test_every_entry_is_seen_at_work() -> None:
    """Each rule finds something that is labelled, or it is not needed."""
    at_work = {
        claim.rule.id
        for sentence in SENTENCES
        for claim in CHECKER.line(sentence.text)
        if any(claim.start < one.end and one.start < claim.end for one in sentence.expected)
    }
    assert {rule.id for rule in RULES} - at_work == set()


def test_what_depends_on_a_ground_only_warns() -> None:
    severity = {rule.id: rule.severity for rule in RULES}
    assert severity["price_was"] is severity["scarcity_last"] is Severity.WARN
    assert severity["lowest_price"] is severity["medical"] is Severity.REFUSED
