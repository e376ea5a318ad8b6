"""Refused wording as it is said: through variables, by the cards of products, in titles, in what is skipped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.claims import ClaimChecker, ClaimOverride, ClaimRule
from livedesk.domain.product import Product
from livedesk.domain.prompting import prompt_block
from livedesk.domain.rundown import Show, Standby
from livedesk.domain.script import fill, parse_script
from livedesk.domain.script_checks import Around, Gravity, ItemChecks, ProblemKind, ScriptProblem
from livedesk.domain.spoken_claims import CARD_RULE, Spoken, card_checker
from livedesk.domain.timetable import plan
from tests.unit import shows as small

RULE = ClaimRule("lowest", "《广告法》", "须有依据", ("全网最低价", "最佳"))
CREAM = Product("p1", "修护霜", live_price=12_900, offer="全网最低价", do_not_say=("医美级", "…"))
CHECKER = ClaimChecker((RULE,))


def evening(*texts: str, products: tuple[Product, ...] = (CREAM,), standbys: tuple[Standby, ...] = ()) -> Show:
    rows = [
        small.segment(at, 5, product_ids=("p1",), script=parse_script(text), person="主播一", interaction="扣 1")
        for at, text in enumerate(texts, 1)
    ]
    made = small.show("2026-11-25T20:00", *rows, products=products, host="主播一")
    return replace(made, standbys=standbys)


def found(show: Show, checks: ItemChecks | None = None) -> list[ScriptProblem]:
    return list((checks or ItemChecks(CHECKER)).check(show, plan(show), Around()))


def test_what_a_variable_says_is_found_at_the_variable() -> None:
    (problem,) = found(evening("今天{{优惠}}，{{直播价}}带走"))
    assert (problem.kind, problem.gravity) == (ProblemKind.CLAIM, Gravity.GRAVE)
    assert (problem.line, problem.start, problem.end) == (0, 2, 8)
    assert problem.facts["words"] == "全网最低价"


@pytest.mark.parametrize(
    ("text", "offer", "wanted"),
    [
        ("{{直播价}}，最佳", "", ["最佳"]),
        ("{{优惠}}价，最佳", "全网最低", ["{{优惠}}价", "最佳"]),
        ("全网{{优惠}}", "最低价", ["全网{{优惠}}"]),
        ("{{优惠}}最佳", "满减", ["最佳"]),
        ("最佳{{优惠}}", "满减", ["最佳"]),
        ("{{优惠}}", "最佳，全网最低价", ["{{优惠}}", "{{优惠}}"]),
        ("¥{{直播价}}元 最佳", "满减", ["最佳"]),
        ("最佳 {{没有}} 最佳", "满减", ["最佳", "最佳"]),
    ],
)
def test_places_in_a_filled_line_are_those_of_what_is_written(text: str, offer: str, wanted: list[str]) -> None:
    problems = found(evening(text, products=(replace(CREAM, offer=offer),)))
    places = [text[one.start : one.end] for one in problems if one.kind is ProblemKind.CLAIM]
    assert places == wanted


def test_a_change_of_the_product_or_of_what_is_let_stand_is_seen() -> None:
    checks = ItemChecks(CHECKER)
    show = evening("{{优惠}}")
    assert [one.open for one in found(show, checks)] == [True]
    stands = ClaimOverride("s1", "lowest", "全网最低价", "比价报告", "运营", 1)
    assert [one.open for one in found(replace(show, claim_overrides=(stands,)), checks)] == [False]
    assert found(replace(show, products=(replace(CREAM, offer="满199减40"),)), checks) == []
    assert [one.open for one in found(show, checks)] == [True]


def test_the_list_and_the_prompter_find_the_same() -> None:
    show = evening("{{优惠}}")
    (line,) = prompt_block(show.segments[0], CREAM, (RULE,)).lines
    assert line.claims == ((0, 5),)
    stands = ClaimOverride("s1", "lowest", str(found(show)[0].facts["words"]), "比价报告", "运营", 1)
    (line,) = prompt_block(show.segments[0], CREAM, (RULE,), (stands,)).lines
    assert line.claims == ()


def test_what_the_card_of_a_product_says_not_to_say_is_found() -> None:
    show = evening("这是医美级的，医 美 级", "【备注】医美级")
    problems = found(show)
    assert [(one.kind, one.gravity, one.item_id) for one in problems] == [
        (ProblemKind.CLAIM, Gravity.WARN, "s1"),
        (ProblemKind.CLAIM, Gravity.WARN, "s1"),
    ]
    assert (problems[0].facts["product"], problems[0].start, problems[0].end) == ("修护霜", 2, 5)
    stands = ClaimOverride("s1", f"{CARD_RULE}p1", "医美级", "品牌方同意", "运营", 1)
    assert [one.open for one in found(replace(show, claim_overrides=(stands,)))] == [False, False]
    assert found(evening("这是医美级的", products=(replace(CREAM, do_not_say=("…", "")),))) == []
    other = replace(show.segments[0], product_ids=())
    assert found(replace(show, segments=(other, *show.segments[1:]))) == []


def test_every_product_of_a_segment_has_its_say() -> None:
    balm = Product("p2", "润唇膏", do_not_say=("可食用",))
    show = evening("医美级，可食用", products=(CREAM, balm))
    both = replace(show.segments[0], product_ids=("p2", "p1"))
    problems = found(replace(show, segments=(both,)))
    assert [one.facts["product"] for one in problems] == ["修护霜", "润唇膏"]


def test_what_the_law_refuses_and_what_a_card_does_are_told_apart() -> None:
    cards = card_checker((replace(CREAM, do_not_say=("最低价", "第一", "全网最低价了")),))
    spoken = Spoken(CHECKER, "s1", cards)
    text = "全网最低价，第一"
    law, card = "lowest", f"{CARD_RULE}p1"
    assert [(one.rule.id, one.words) for one, _ in spoken.claims(text)] == [
        (law, "全网最低价"),
        (card, "最低价"),
        (card, "第一"),
    ]
    stands = ClaimOverride("s1", law, "全网最低价", "比价报告", "运营", 1)
    found = replace(spoken, overrides=(stands,)).claims(text)
    assert [(one.rule.id, override is None) for one, override in found] == [
        (law, False),
        (card, True),
        (card, True),
    ]


def test_the_same_words_by_the_law_and_two_cards_take_a_reason_each() -> None:
    cream = replace(CREAM, do_not_say=("全网最低价",))
    balm = Product("p2", "润唇膏", do_not_say=("全网最低价",))
    show = evening("今天全网最低价", products=(cream, balm))
    show = replace(show, segments=(replace(show.segments[0], product_ids=("p1", "p2")), *show.segments[1:]))
    rules = ["lowest", f"{CARD_RULE}p1", f"{CARD_RULE}p2"]
    problems = found(show)
    assert [one.rule_id for one in problems] == rules
    assert [one.gravity for one in problems] == [Gravity.GRAVE, Gravity.WARN, Gravity.WARN]
    assert {(one.start, one.end) for one in problems} == {(2, 7)}
    for at, problem in enumerate(problems):
        stands = ClaimOverride("s1", problem.rule_id, problem.words, "有凭证", "运营", 1)
        after = found(replace(show, claim_overrides=(stands,)))
        assert [one.rule_id for one in after] == rules
        assert [one.open for one in after] == [other != at for other in range(3)]


def test_cards_are_the_same_where_they_say_the_same() -> None:
    other = replace(CREAM, live_price=1)
    assert card_checker((CREAM,)) == card_checker((other,))
    assert hash(card_checker((CREAM,))) == hash(card_checker((other,)))
    assert card_checker((CREAM,)) != card_checker((replace(CREAM, do_not_say=("别的",)),))


VALUES = st.fixed_dictionaries(
    {"优惠": st.sampled_from(["满减", "全网", "最低价", "最佳，最佳", "😀最佳", "医美"])}
)
LINES = st.lists(
    st.sampled_from(
        [
            "{{优惠}}",
            "{{没有}}",
            "{{直播价}}",
            "¥",
            "元",
            "全网",
            "最低价",
            "最佳",
            "医美",
            "级",
            "，",
            "。",
            " ",
            "😀",
            "{{",
        ]
    ),
    max_size=8,
).map("".join)


@given(LINES, VALUES)
def test_a_place_says_its_words_once_it_is_filled(text: str, values: dict[str, str]) -> None:
    spoken = Spoken(CHECKER, "s1", card_checker((CREAM,)), values)
    claims = [claim for claim, _ in spoken.claims(text)]
    for claim in claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.words in fill(text[claim.start : claim.end], values)
    assert [one.start for one in claims] == sorted(one.start for one in claims)
    laws = [one for one in claims if one.rule is RULE]
    assert len(laws) == len(CHECKER.text(fill(text, values)))


def test_titles_and_interactions_are_read_too() -> None:
    show = evening("你好", standbys=(Standby("b", "最佳方案", ""),))
    named = replace(show.segments[0], title="医美级，全网最低价", interaction="最佳，扣 1")
    problems = found(replace(show, segments=(named,)))
    assert [(one.item_id, one.field, one.line, one.facts["words"]) for one in problems] == [
        ("s1", "title", None, "医美级"),
        ("s1", "title", None, "全网最低价"),
        ("s1", "interaction", None, "最佳"),
        ("b", "title", None, "最佳方案"[:2]),
    ]


def test_what_is_skipped_is_a_hint() -> None:
    show = evening("全网最低价 {{没有}}", "你好")
    skipped = replace(show.segments[0], skipped=True)
    problems = found(replace(show, segments=(skipped, show.segments[1])))
    assert [(one.kind, one.gravity) for one in problems] == [
        (ProblemKind.CLAIM, Gravity.HINT),
        (ProblemKind.VARIABLE, Gravity.HINT),
    ]
    assert [one.gravity for one in found(show)] == [Gravity.GRAVE, Gravity.GRAVE]


def test_another_product_says_by_its_number_what_it_says() -> None:
    other = Product("p2", "润唇膏", link=2, offer="全网最低价")
    show = evening("先看{{优惠:2号}}", products=(CREAM, other))
    rest = small.segment(2, 5, product_ids=("p2",), script=parse_script("你好"), interaction="扣 1")
    show = replace(show, segments=(*show.segments, rest))
    checks = ItemChecks(CHECKER)
    (problem,) = found(show, checks)
    assert (problem.kind, problem.item_id, problem.start, problem.end) == (ProblemKind.CLAIM, "s1", 2, 11)
    assert found(replace(show, products=(CREAM, replace(other, offer="满减"))), checks) == []


def test_nothing_fills_the_variables_of_a_standby_plan() -> None:
    plans = (Standby("b", "断货", "", script=parse_script("现在{{直播价}}\n【备注】{{直播价}}")),)
    (problem,) = found(evening("你好", standbys=plans))
    assert (problem.kind, problem.gravity, problem.item_id) == (
        ProblemKind.STANDBY_VARIABLE,
        Gravity.GRAVE,
        "b",
    )
    assert (problem.line, problem.start, problem.end, problem.facts["name"]) == (0, 2, 9, "直播价")
