"""Of what a person lets stand copies have what counts for them; what does not is counted as left behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from livedesk.domain import editing
from livedesk.domain.claim_rules import ClaimOverride
from livedesk.domain.claims import ClaimChecker
from livedesk.domain.clipping import Clipping, LeftBehind, clip, left_behind, paste, taken_out
from livedesk.domain.edits import Edit, apply
from livedesk.domain.let_stand import gift_rule, let_stand, price_rule, taken_back
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import Show
from livedesk.domain.script import parse_script
from livedesk.domain.script_checks import Around, ItemChecks, ProblemKind, ScriptProblem
from livedesk.domain.script_prices import PriceRole
from livedesk.domain.timetable import plan
from tests.unit import shows as small

CREAM = Product("p1", "修护霜", live_price=12_950, gifts="小样", gift_stock=0, do_not_say=("最好",))
SALE = Promotion("q1", "秒杀", PromotionKind.FLASH, "s1", price=9_900)
CARD = ClaimOverride("s1", "do_not_say:p1", "最好", "有报告", "场控", 1)
GIFT = ClaimOverride("s1", gift_rule("p1"), "再送小样", "仓库还有", "场控", 2)
WORDS = ClaimOverride("s1", "ad-law-9", "第一", "有报告", "场控", 3)


def evening(*stand: ClaimOverride, text: str = "", **more: Any) -> Show:
    made = small.show(
        "2026-11-25T20:00",
        small.segment(1, 5, product_ids=("p1",), script=parse_script(text), interaction="直播价 119 元扣 1"),
        products=(CREAM,),
        claim_overrides=stand,
    )
    return replace(made, **more)


def prices(show: Show) -> list[ScriptProblem]:
    found = ItemChecks(ClaimChecker(())).check(show, plan(show), Around())
    return [one for one in found if one.kind is ProblemKind.PRICE]


def priced(text: str = "直播价 109 元\n【备注】直播价 99 元", **more: Any) -> Show:
    """A show whose segment says prices that are all let stand."""
    show = evening(text=text, **more)
    for one in prices(show):
        kept = ClaimOverride(one.item_id, one.rule_id, one.words, "券后", "运营", 1)
        show = apply(show, let_stand(show, kept))[0]
    assert len(show.claim_overrides) == 2
    return show


def done(show: Show, edit: Edit | None) -> Show:
    assert edit is not None
    after, inverse = apply(show, edit)
    assert apply(after, inverse)[0] == show
    return after


def ids() -> Callable[[], str]:
    numbers = count()
    return lambda: f"n{next(numbers)}"


def put(show: Show, clipping: Clipping) -> Show:
    return done(show, paste(show, clipping, len(show.segments), "", ids())[0])


def came(before: Show, after: Show) -> list[tuple[str, str]]:
    there = {item.id for item in before.segments}
    return [(one.item_id, one.rule_id) for one in after.claim_overrides if one.item_id not in there]


def without_the_product(show: Show) -> Show:
    segments = tuple(replace(item, product_ids=()) for item in show.segments)
    stand = tuple(one for one in show.claim_overrides if one not in (CARD, GIFT))
    return replace(show, products=(), segments=segments, claim_overrides=stand)


def test_what_was_cut_out_finds_its_product_under_the_id_that_it_has_now() -> None:
    show = evening(WORDS, CARD, GIFT)
    cut = taken_out(clip(show, {"s1"}))
    gone = without_the_product(done(show, editing.remove(show, {"s1"})))
    back = put(gone, cut)
    (product,) = back.products
    assert product.id != "p1"
    rules = ["ad-law-9", f"do_not_say:{product.id}", gift_rule(product.id)]
    assert came(gone, back) == [("s1", rule) for rule in rules]
    assert left_behind(cut, gone, back) == LeftBehind()
    again = done(back, paste(back, cut, 1, "", lambda: "m1")[0])
    assert came(back, again) == [("m1", rule) for rule in rules], "a copy of it has them as they are now"
    assert left_behind(cut, back, again) == LeftBehind()
    less = done(back, taken_back(back, "s1", gift_rule(product.id), GIFT.words))
    again = done(less, paste(less, cut, 1, "", lambda: "m1")[0])
    assert came(less, again) == [("m1", rule) for rule in rules[:2]]


def test_what_went_with_its_product_was_not_taken_back() -> None:
    show = evening(WORDS, CARD, GIFT)
    copied, gone = clip(show, {"s1"}), without_the_product(show)
    after = put(gone, copied)
    (product,) = after.products
    rules = [rule for _, rule in came(gone, after)]
    assert rules == ["ad-law-9", f"do_not_say:{product.id}", gift_rule(product.id)]
    assert left_behind(copied, gone, after) == LeftBehind()


def test_a_duplicate_has_no_reason_for_a_price_that_only_the_original_has() -> None:
    show = priced(promotions=(SALE,))
    copied = clip(show, {"s1"})
    made = done(show, editing.duplicate(show, {"s1"}, ids()))
    assert came(show, made) == []
    assert [one.open for one in prices(made)] == [False, False, True, True]
    assert left_behind(copied, show, made) == LeftBehind(reasons=2)
    pasted = put(show, copied)
    assert [one.open for one in prices(pasted)] == [False] * 4, "a paste takes the promotion along"
    assert left_behind(copied, show, pasted) == LeftBehind()


@pytest.mark.parametrize("promotion", [(), (replace(SALE, product_id="p1"),)])
def test_a_duplicate_of_the_same_prices_has_the_reasons(promotion: tuple[Promotion, ...]) -> None:
    show = priced(promotions=promotion)
    made = done(show, editing.duplicate(show, {"s1"}, ids()))
    assert [one.open for one in prices(made)] == [False] * 4
    assert left_behind(clip(show, {"s1"}), show, made) == LeftBehind()


@pytest.mark.parametrize(
    ("role", "words"), [(PriceRole.LIST, "119 元"), (PriceRole.LIVE, "79 元"), (PriceRole.LIVE, "99 元")]
)
def test_what_is_not_said_as_that_price_goes_along_as_it_is(role: PriceRole, words: str) -> None:
    stand = ClaimOverride("s1", price_rule(role, (19_900,)), words, "旧包装", "场控", 1)
    show = evening(stand, text="【备注】直播价 99 元")
    assert [(one.rule_id, one.words) for one in prices(show)] == [("price:live:12950", "119 元")]
    made = done(show, editing.duplicate(show, {"s1"}, ids()))
    assert [rule for _, rule in came(show, made)] == [stand.rule_id]


def test_in_a_show_with_another_promotion_a_price_is_asked_anew() -> None:
    copied = clip(priced(), {"s1"})
    there = replace(SALE, segment_id="", product_id="p1", price=8_800)
    other = evening(id="other", segments=(), promotions=(there,))
    after = put(other, copied)
    assert came(other, after) == []
    assert [one.open for one in prices(after)] == [True, True]
    assert left_behind(copied, other, after) == LeftBehind(reasons=2)
    same = replace(other, promotions=())
    after = put(same, copied)
    assert [one.open for one in prices(after)] == [False, False]
    assert left_behind(copied, same, after) == LeftBehind()


def test_in_the_same_show_a_price_that_is_another_now_is_asked_anew() -> None:
    show = priced()
    copied, dearer = clip(show, {"s1"}), replace(show, products=(replace(CREAM, live_price=13_900),))
    after = put(dearer, copied)
    assert came(dearer, after) == []
    assert left_behind(copied, dearer, after) == LeftBehind(reasons=2)


def test_what_was_taken_back_since_does_not_stand_in_a_copy() -> None:
    show = evening(WORDS, CARD)
    copied = clip(show, {"s1"})
    now = done(show, taken_back(show, "s1", "do_not_say:p1", "最好"))
    after = put(now, copied)
    assert [rule for _, rule in came(now, after)] == ["ad-law-9"]
    assert left_behind(copied, now, after) == LeftBehind(), "nothing of what stands stayed behind"


def test_a_copy_has_the_reason_that_stands_now() -> None:
    show = evening(WORDS)
    copied, anew = clip(show, {"s1"}), replace(WORDS, reason="换了报告", at_ms=9)
    after = put(done(show, let_stand(show, anew)), copied)
    assert [one.reason for one in after.claim_overrides] == ["换了报告"] * 2


def test_what_is_copied_and_removed_keeps_its_reasons() -> None:
    show = evening(WORDS, CARD)
    copied, left = clip(show, {"s1"}), done(show, editing.remove(show, {"s1"}))
    after = put(left, copied)
    assert [rule for _, rule in came(left, after)] == ["ad-law-9", "do_not_say:p1"]


def test_a_reason_that_was_given_twice_is_one() -> None:
    show = evening(WORDS, replace(WORDS, at_ms=5), WORDS)
    after = put(show, clip(show, {"s1"}))
    assert len(came(show, after)) == 1
    assert left_behind(clip(show, {"s1"}), show, after) == LeftBehind()


def test_how_many_are_left_makes_no_other_product_of_it() -> None:
    live = ClaimOverride("s1", price_rule(PriceRole.LIVE, (12_950,)), "119 元", "券后", "场控", 4)
    copied = clip(evening(CARD, GIFT, live), {"s1"})
    other = evening(id="other", segments=(), products=(replace(CREAM, stock=5),))
    after = put(other, copied)
    assert [rule for _, rule in came(other, after)] == [CARD.rule_id, GIFT.rule_id, live.rule_id]
    assert left_behind(copied, other, after) == LeftBehind()
    gifts = replace(other, products=(replace(CREAM, gift_stock=3),))
    after = put(gifts, copied)
    assert [rule for _, rule in came(gifts, after)] == [CARD.rule_id, live.rule_id], "a gift is let stand as it is"
    assert left_behind(copied, gifts, after) == LeftBehind(reasons=1)
