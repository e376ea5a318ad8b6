"""What a person lets stand is open no more, for these words, this item and this price only; it can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.claims import ClaimChecker, ClaimOverride, ClaimRule, stands
from livedesk.domain.edits import apply
from livedesk.domain.folding import plain
from livedesk.domain.let_stand import let_stand, price_rule, taken_back
from livedesk.domain.product import Product
from livedesk.domain.rundown import Show
from livedesk.domain.script import parse_script
from livedesk.domain.script_checks import Around, ItemChecks, ProblemKind, ScriptProblem
from livedesk.domain.timetable import plan
from tests.unit import shows as small

CREAM = Product("p1", "修护霜", live_price=12_900, list_price=19_900)
CHECKS = ItemChecks(ClaimChecker((ClaimRule("lowest", "《广告法》", "须有依据", ("全网最低价",)),)))


def show_of(*texts: str) -> Show:
    rows = [
        small.segment(at, 5, product_ids=("p1",), script=parse_script(text), person="主播一", interaction="扣 1")
        for at, text in enumerate(texts, 1)
    ]
    return small.show("2026-11-25T20:00", *rows, products=(CREAM,))


def doubts(show: Show) -> list[ScriptProblem]:
    found = CHECKS.check(show, plan(show), Around())
    return [one for one in found if one.kind in (ProblemKind.PRICE, ProblemKind.CLAIM)]


def kept(show: Show, problem: ScriptProblem, reason: str = "两支装的单支价", at_ms: int = 1) -> Show:
    override = ClaimOverride(problem.item_id, problem.rule_id, problem.words, reason, "运营", at_ms)
    return apply(show, let_stand(show, override))[0]


@pytest.mark.parametrize("text", ["现在只要 119 元", "全网最低价"])
def test_what_is_let_stand_is_listed_with_its_reason_and_open_no_more(text: str) -> None:
    show = show_of(text, text)
    first, second = doubts(show)
    assert first.open
    assert second.open
    after = kept(show, first)
    first, second = doubts(after)
    assert first.override is not None
    assert (first.override.reason, first.override.by) == ("两支装的单支价", "运营")
    assert not first.open
    assert second.open, "it holds for one item"
    assert apply(after, taken_back(after, first.item_id, first.rule_id, first.words))[0] == show


def test_other_words_are_doubted_anew() -> None:
    show = show_of("现在只要 119 元")
    after = kept(show, doubts(show)[0])
    segment = replace(after.segments[0], script=parse_script("现在只要 109 元"))
    assert [one.open for one in doubts(replace(after, segments=(segment,)))] == [True]


def test_a_price_is_doubted_again_when_the_product_has_another_one() -> None:
    show = show_of("现在只要 119 元")
    after = kept(show, doubts(show)[0])
    dearer = replace(after, products=(replace(CREAM, live_price=13_900),))
    assert [one.open for one in doubts(dearer)] == [True]
    assert [one.open for one in doubts(replace(dearer, products=(CREAM,)))] == [False]


def test_what_has_to_be_mended_has_no_rule() -> None:
    show = show_of("{{没有}}")
    (problem,) = [one for one in CHECKS.check(show, plan(show), Around()) if one.kind is ProblemKind.VARIABLE]
    assert (problem.rule_id, problem.words) == ("", "")


overrides = st.builds(
    ClaimOverride,
    st.sampled_from(["s1", "s2"]),
    st.sampled_from([price_rule(12_900), "lowest"]),
    st.sampled_from(["１１９元", "119元", "99元"]),
    st.text(max_size=3),
    st.just("运营"),
    st.integers(0, 9),
)


@given(st.lists(overrides, max_size=6), overrides)
def test_the_newest_word_counts_and_taking_back_leaves_all_others(
    given_: list[ClaimOverride], one: ClaimOverride
) -> None:
    def of(other: ClaimOverride) -> tuple[str, str, str]:
        return other.item_id, other.rule_id, plain(other.words)

    show = replace(show_of("a", "b"), claim_overrides=tuple(given_))
    after, _ = apply(show, let_stand(show, one))
    found = stands(after.claim_overrides, one.item_id, one.rule_id, one.words)
    assert found is not None
    assert found.at_ms == max(other.at_ms for other in after.claim_overrides if of(other) == of(one))
    back, _ = apply(after, taken_back(after, one.item_id, one.rule_id, one.words))
    assert stands(back.claim_overrides, one.item_id, one.rule_id, one.words) is None
    assert list(back.claim_overrides) == [other for other in given_ if of(other) != of(one)]
