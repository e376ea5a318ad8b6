"""Prices and gifts that the words say, where a segment sells several products or speaks of another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from livedesk.domain.claims import ClaimChecker
from livedesk.domain.money import format_yuan
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import Show, Standby
from livedesk.domain.script import fill, parse_script
from livedesk.domain.script_checks import Around, ItemChecks, ProblemKind, ScriptProblem
from livedesk.domain.script_values import values_on
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
        ("再送{{赠品}}", ("p1", "p2"), ["{{赠品}}"]),
        ("再送{{赠品}}", ("p1",), []),
        ("再送{{赠品}}", ("p2", "p1"), ["{{赠品}}"]),
        ("送小样两支", ("p1", "p2"), []),
        ("送小样两支，再送面膜", ("p1", "p2"), ["面膜"]),
        ("下单送好礼", ("p1", "p2"), []),
        ("下单送好礼", ("p2",), ["送"]),
        ("洁面乳下单就送礼品", ("p1", "p2"), ["送礼品"]),
        ("说到洁面乳，下单就送礼品", ("p1", "p2"), ["送礼品"]),
        ("修护霜下单就送礼品", ("p1", "p2"), []),
        ("今天买一送一", ("p2",), []),
        ("这个价格送给大家", ("p2",), []),
        ("给大家送福利", ("p2",), []),
        ("买一赠一", ("p2",), []),
        ("买2盒送1盒", ("p2",), []),
        ("买一 送一", ("p2",), []),
        ("买一送面膜", ("p2",), ["面膜"]),
        ("拍一送一份好礼", ("p2",), ["送"]),
        ("直播价送好礼", ("p2",), ["送"]),
        ("今天送粉丝福利小样", ("p2",), ["送"]),
        ("买一送一再送礼品", ("p2",), ["送礼品"]),
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
    assert (gift.field, gift.line, gift.words) == ("interaction", None, "再送面膜")
    assert price.facts["variable"] == ""


def test_nothing_is_filled_in_what_viewers_are_asked() -> None:
    show = evening("你好", "p2", interaction="扣 1，到手价{{直播价}}，再送{{赠品}}")
    assert [one.facts["name"] for one in found(show, ProblemKind.VARIABLE)] == ["直播价", "赠品"]


def test_a_standby_plan_speaks_of_the_products_that_it_names() -> None:
    (problem,) = found(evening("你好", "p1", standby="修护霜现在只要88元\n接下来只要88元"), ProblemKind.PRICE)
    assert (problem.item_id, problem.line, problem.facts["right_fen"]) == ("b1", 0, 12_900)
    assert problem.facts["variable"] == "{{直播价:1号}}"
    show = evening("你好", "p1", standby="修护霜现在只要{{直播价:1号}}，{{直播价}}")
    assert found(show, ProblemKind.PRICE) == []
    assert [one.facts["name"] for one in found(show, ProblemKind.STANDBY_VARIABLE)] == ["直播价"]


def test_a_product_that_is_named_may_have_the_price_of_its_promotion() -> None:
    show = evening("修护霜秒杀价 89 元", "p2")
    sale = Promotion("q", "秒杀", PromotionKind.FLASH, "s2", price=8_900, product_id="p1")
    assert found(show, ProblemKind.PRICE)
    assert found(replace(show, promotions=(sale,)), ProblemKind.PRICE) == []


def test_of_a_product_without_such_a_price_nothing_is_wrong() -> None:
    show = evening("玻尿酸精华直播价88元", "p1", "p3")
    bare = Product("p3", "玻尿酸精华", 3)
    show = replace(show, products=(CREAM, CLEANSER, bare))
    assert found(show, ProblemKind.PRICE) == []


def test_where_the_words_leave_a_doubt_no_variable_is_told() -> None:
    show = evening("现在只要88元的是修护霜和洁面乳", "p1", "p2")
    (problem,) = found(show, ProblemKind.PRICE)
    assert problem.facts["variable"] == ""


SETS = replace(CREAM, gifts="小样两支，面膜一片、旅行装", gift_stock=0)
TOWEL = Product("p3", "洗脸巾", 3, gifts="面膜两片", gift_stock=5)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("下单再送小样两支，面膜一片、旅行装", ["小样两支"]),
        ("今天送旅行装", ["旅行装"]),
        ("旅行装也好看", []),
        ("旅行装也好看，下单送福袋", []),
        ("旅行装下单送面膜两片", []),
        ("再送面膜两片", []),
        ("再送面膜一片", ["面膜一片"]),
    ],
)
def test_one_gift_of_several_is_enough_and_the_longest_words_count(text: str, gone: list[str]) -> None:
    show = evening(text, "p1", "p3")
    show = replace(show, products=(SETS, TOWEL, replace(CLEANSER, gifts="", gift_stock=None)))
    assert [text[one.start : one.end] for one in found(show, ProblemKind.GIFT_OUT)] == gone


def test_words_of_a_gift_within_those_of_another_are_the_others() -> None:
    show = evening("再送面膜两片", "p2", "p3")
    show = replace(show, products=(CREAM, CLEANSER, TOWEL))
    assert found(show, ProblemKind.GIFT_OUT) == []


@pytest.mark.parametrize(
    ("text", "variable", "fen"),
    [
        ("修护霜现在只要 109 元", "{{直播价}}", 12_900),
        ("修护霜到手价 109 元", "{{到手价}}", 11_900),
        ("修护霜秒杀价只要 89 元", "{{秒杀价}}", 9_900),
        ("修护霜日常价 299 元", "{{日常价}}", 19_900),
        ("洁面乳只要 79 元", "{{直播价:2号}}", 5_900),
        ("现在只要 109 元", "{{直播价}}", 12_900),
        ("到手价119元，秒杀价88元", "{{秒杀价}}", 9_900),
        ("秒杀价99元，直播价150元", "{{直播价}}", 12_900),
        ("到手价119元，直播价139元", "{{直播价}}", 12_900),
        ("刚才秒杀结束了，现在直播价139元", "{{直播价}}", 12_900),
        ("限时直播价139元", "{{直播价}}", 12_900),
        ("修护霜直播价129元，洁面乳直播价88元", "{{直播价:2号}}", 5_900),
        ("1号链接直播价129元，2号链接直播价88元", "{{直播价:2号}}", 5_900),
        ("洁面乳直播价59元，修护霜日常价288元", "{{日常价}}", 19_900),
    ],
)
def test_what_to_write_for_a_wrong_price_says_the_price_that_is_meant(text: str, variable: str, fen: int) -> None:
    sale = Promotion("q", "秒杀", PromotionKind.FLASH, "s1", price=9_900, product_id="p1")
    show = evening(text, "p1", "p2")
    show = replace(show, promotions=(sale,), products=(replace(CREAM, hand_price=11_900), CLEANSER))
    (problem,) = found(show, ProblemKind.PRICE)
    assert (problem.facts["variable"], problem.facts["right_fen"]) == (variable, fen)
    written = text[: problem.start] + variable + text[problem.end :]
    segment = replace(show.segments[0], script=parse_script(written))
    assert fill(written, values_on(show, segment)).count(format_yuan(fen, sign="") + "元") == 1
    assert found(replace(show, segments=(segment, *show.segments[1:])), ProblemKind.PRICE) == []
