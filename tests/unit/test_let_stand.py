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
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import Show
from livedesk.domain.script import parse_script
from livedesk.domain.script_checks import Around, ItemChecks, ProblemKind, ScriptProblem
from livedesk.domain.script_prices import PriceRole
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
    edit = taken_back(after, first.item_id, first.rule_id, first.words)
    assert edit is not None
    assert apply(after, edit)[0] == show
    assert taken_back(show, first.item_id, first.rule_id, first.words) is None


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


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("到手价 109 元", {"hand_price": 8_900}),
        ("现在只要 109 元", {"hand_price": 8_900}),
        ("日常价 299 元", {"list_price": 29_000}),
    ],
)
def test_any_price_that_it_was_compared_with_opens_it_again(text: str, change: dict[str, int]) -> None:
    show = show_of(text)
    show = replace(show, products=(replace(CREAM, hand_price=11_900),))
    after = kept(show, doubts(show)[0])
    assert [one.open for one in doubts(after)] == [False]
    assert [one.open for one in doubts(replace(after, products=(replace(after.products[0], **change),)))] == [True]


def test_the_price_of_a_product_that_only_the_words_name_and_of_a_promotion_count_too() -> None:
    other = Product("p2", "洁面乳", live_price=5_900)
    show = show_of("洁面乳只要 79 元")
    show = replace(show, products=(CREAM, other))
    after = kept(show, doubts(show)[0])
    assert [one.open for one in doubts(after)] == [False]
    assert [one.open for one in doubts(replace(after, products=(CREAM, replace(other, live_price=4_900))))] == [
        True
    ]
    sale = Promotion("q", "秒杀", PromotionKind.FLASH, "s1", price=9_900, product_id="p1")
    show = replace(show_of("秒杀价只要 89 元"), promotions=(sale,))
    after = kept(show, doubts(show)[0])
    assert [one.open for one in doubts(after)] == [False]
    assert [one.open for one in doubts(replace(after, promotions=(replace(sale, price=7_900),)))] == [True]


def test_a_price_that_stands_is_that_of_its_product_and_its_kind() -> None:
    other = Product("p2", "洁面乳", live_price=5_900)
    show = show_of("修护霜直播价88元\n洁面乳直播价88元")
    show = replace(show, products=(CREAM, other))
    first, second = doubts(show)
    assert [one.open for one in doubts(kept(show, first))] == [False, True]
    assert [one.open for one in doubts(kept(show, second))] == [True, False]
    same = replace(show_of("日常价99元\n直播价99元"), products=(replace(CREAM, list_price=12_900),))
    assert [one.open for one in doubts(kept(same, doubts(same)[0]))] == [False, True]


def test_a_promise_of_a_gift_stands_for_its_clause_and_this_gift() -> None:
    gone = replace(CREAM, gifts="小样", gift_stock=0)
    show = replace(show_of("下单再送{{赠品}}"), products=(gone,))

    def promised(show: Show) -> list[ScriptProblem]:
        return [one for one in CHECKS.check(show, plan(show), Around()) if one.kind is ProblemKind.GIFT_OUT]

    (problem,) = promised(show)
    assert problem.words == "下单再送小样"
    counted = replace(show_of("只剩{{库存}}件再送{{赠品}}"), products=(replace(gone, stock=5),))
    stands = kept(counted, promised(counted)[0])
    assert [one.open for one in promised(replace(stands, products=(replace(gone, stock=4),)))] == [False]
    after = kept(show, problem)
    assert [one.open for one in promised(after)] == [False]
    other = replace(after, products=(replace(gone, gifts="正装面霜一瓶"),))
    assert [one.open for one in promised(other)] == [True]
    segment = replace(after.segments[0], script=parse_script("前一百名再送一台手机"))
    assert [one.open for one in promised(replace(after, segments=(segment,)))] == [True]


def test_what_has_to_be_mended_has_no_rule() -> None:
    show = show_of("{{没有}}")
    (problem,) = [one for one in CHECKS.check(show, plan(show), Around()) if one.kind is ProblemKind.VARIABLE]
    assert (problem.rule_id, problem.words) == ("", "")


def test_a_reason_takes_the_place_of_what_others_gave_for_the_same() -> None:
    show = show_of("现在只要 119 元\n全网最低价", "现在只要 119 元")
    for one in doubts(show):
        show = kept(show, one)
    (first,) = [one for one in show.claim_overrides if (one.item_id, one.rule_id) == ("s1", "price:live:12900")]
    mine = replace(first, words="１１９ 元", reason="运费券后", by="主播", at_ms=0)
    after, inverse = apply(show, let_stand(show, mine))
    assert after.claim_overrides == (*(one for one in show.claim_overrides if one != first), mine)
    assert apply(after, inverse)[0] == show


overrides = st.builds(
    ClaimOverride,
    st.sampled_from(["s1", "s2"]),
    st.sampled_from([price_rule(PriceRole.LIVE, (12_900,)), "lowest"]),
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
    edit = taken_back(after, one.item_id, one.rule_id, one.words)
    assert edit is not None
    back, _ = apply(after, edit)
    assert taken_back(back, one.item_id, one.rule_id, one.words) is None, "once is enough"
    assert stands(back.claim_overrides, one.item_id, one.rule_id, one.words) is None
    assert list(back.claim_overrides) == [other for other in given_ if of(other) != of(one)]
