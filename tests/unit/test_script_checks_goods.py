"""Prices and gifts that the words say, where a segment sells several products or speaks of another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from livedesk.domain.claims import ClaimChecker
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import Show, Standby
from livedesk.domain.script import parse_script
from livedesk.domain.script_checks import Around, ItemChecks, ProblemKind, ScriptProblem
from livedesk.domain.timetable import plan
from tests.unit import shows as small

CREAM = Product("p1", "修护霜", 1, list_price=19_900, live_price=12_900, gifts="小样两支", gift_stock=100)
CLEANSER = Product("p2", "洁面乳", 2, live_price=5_900, gifts="面膜", gift_stock=0)


def evening(text: str, *sold: str, interaction: str = "扣 1", standby: str = "") -> Show:
    one = small.segment(
        1, 5, product_ids=sold, script=parse_script(text), person="主播一", interaction=interaction
    )
    rest = small.segment(2, 5, product_ids=("p1", "p2"), script=parse_script("你好"), interaction="扣 1")
    show = small.show("2026-11-25T20:00", one, rest, products=(CREAM, CLEANSER), host="主播一")
    plans = (Standby("b1", "补位", "全景", script=parse_script(standby)),) if standby else ()
    return replace(show, standbys=plans)


def found(show: Show, kind: ProblemKind) -> list[ScriptProblem]:
    return [one for one in ItemChecks(ClaimChecker(())).check(show, plan(show), Around()) if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "sold", "gone"),
    [
        ("再送{{赠品}}", ("p1", "p2"), []),
        ("再送{{赠品}}", ("p2", "p1"), ["{{赠品}}"]),
        ("送小样两支", ("p1", "p2"), []),
        ("送小样两支，再送面膜", ("p1", "p2"), ["面膜"]),
        ("下单送好礼", ("p1", "p2"), []),
        ("下单送好礼", ("p2",), ["送"]),
        ("送{{赠品:2号}}", ("p1",), ["{{赠品:2号}}"]),
        ("送{{赠品：1号}}", ("p2",), []),
        ("送{{赠品:2号}}，{{赠品:2号}}再送一份", ("p1",), ["{{赠品:2号}}"]),
        ("{{赠品:2号}}送完了", ("p1",), []),
    ],
)
def test_a_gift_is_missed_where_the_words_mean_that_one(text: str, sold: tuple[str, ...], gone: list[str]) -> None:
    problems = found(evening(text, *sold), ProblemKind.GIFT_OUT)
    assert [text[one.start : one.end] for one in problems] == gone
    assert {one.facts["gifts"] for one in problems} <= {"面膜"}
    assert all(one.rule_id == "gift:p2" for one in problems)


def test_what_viewers_are_asked_is_looked_through_too() -> None:
    show = evening("你好", "p1", "p2", interaction="扣 1，到手价88元，再送面膜")
    (price,) = found(show, ProblemKind.PRICE)
    (gift,) = found(show, ProblemKind.GIFT_OUT)
    assert (price.field, price.line, price.words) == ("interaction", None, "88元")
    assert (gift.field, gift.line, gift.words) == ("interaction", None, "面膜")


def test_a_standby_plan_speaks_of_the_products_that_it_names() -> None:
    (problem,) = found(evening("你好", "p1", standby="修护霜现在只要88元\n接下来只要88元"), ProblemKind.PRICE)
    assert (problem.item_id, problem.line, problem.facts["right_fen"]) == ("b1", 0, 12_900)


def test_a_product_that_is_named_may_have_the_price_of_its_promotion() -> None:
    show = evening("修护霜秒杀价 89 元", "p2")
    sale = Promotion("q", "秒杀", PromotionKind.FLASH, "s2", price=8_900, product_id="p1")
    assert found(show, ProblemKind.PRICE)
    assert found(replace(show, promotions=(sale,)), ProblemKind.PRICE) == []
