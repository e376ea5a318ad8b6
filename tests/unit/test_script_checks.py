"""What is wrong with a script: prices, gifts, variables, scenes, people, gaps; and what only looks wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.claims import ClaimChecker, ClaimOverride, ClaimRule
from livedesk.domain.clock import MINUTE
from livedesk.domain.edits import apply
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.prompting import spoken_number
from livedesk.domain.rundown import PANIC_SCENE, EndMode, SegmentKind, Show, Standby
from livedesk.domain.script import LineKind, Script, ScriptLine, parse_script
from livedesk.domain.script_checks import (
    Around,
    Gravity,
    ItemChecks,
    ProblemKind,
    ScriptProblem,
    interaction_gaps,
)
from livedesk.domain.script_prices import PriceRole, chinese_number, spoken_prices, wrong_prices
from livedesk.domain.timetable import plan
from tests.unit import shows as small
from tests.unit.edit_samples import edits, shows

RULE = ClaimRule("absolute", "《广告法》", "绝对化用语", ("最佳", "第一"))
CREAM = Product(
    "p1", "修护霜", list_price=19_900, live_price=12_900, hand_price=9_900, stock=300, gifts="洁面小样"
)


def evening(*texts: str, **more: object) -> Show:
    rows = [
        small.segment(at, 5, product_ids=("p1",), script=parse_script(text), person="主播一", interaction="扣 1")
        for at, text in enumerate(texts, 1)
    ]
    made = small.show("2026-11-25T20:00", *rows, products=(CREAM,), host="主播一")
    return replace(made, **more)  # type: ignore[arg-type]  # the fields of a show


def found(show: Show, around: Around | None = None) -> list[ScriptProblem]:
    return list(ItemChecks(ClaimChecker((RULE,))).check(show, plan(show), around or Around()))


def kinds(show: Show, around: Around | None = None) -> list[str]:
    return [problem.kind.value for problem in found(show, around)]


@pytest.mark.parametrize(
    "text",
    [
        "今天直播间只要 129 元",
        "到手价 ¥99",
        "平时专柜要199元，今天129元",
        "日常价一百九十九元",
        "今晚一百二十九块带走",
        "满 199 减 40 元",
        "领 20 元券再下单",
        "立减30块",
        "比平时省70元",
        "运费 12 元我们出",
        "3 元以内的差价",
        "今天 {{直播价}}",
        "一块面膜就能敷透",
        "两件到手 218 元",
        "还有问润唇膏的，现在是日常价 39 元",
    ],
)
def test_a_price_that_is_right_or_none_is_left_alone(text: str) -> None:
    balm = Product("p2", "润唇膏", list_price=3_900)
    rest = small.segment(9, 5, product_ids=("p2",), script=parse_script("你好"), interaction="扣 1")
    show = evening(text, products=(CREAM, balm))
    assert kinds(replace(show, segments=(*show.segments, rest))) == []


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("今天直播间只要 119 元", "119 元", 12_900),
        ("到手价¥89.9", "¥89.9", 9_900),
        ("平时专柜要 299 元", "299 元", 19_900),
        ("今晚一百一十九块带走", "一百一十九块", 12_900),
        ("原价 129 元", "129 元", 19_900),
    ],
)
def test_a_price_that_the_product_does_not_have_is_found(text: str, words: str, right: int) -> None:
    (problem,) = found(evening(text))
    assert (problem.kind, problem.gravity) == (ProblemKind.PRICE, Gravity.GRAVE)
    assert text[problem.start : problem.end] == words
    assert (problem.facts["said"], problem.facts["right_fen"]) == (words, right)


@pytest.mark.parametrize("sold", [("p3",), (), ("p3", "p1")])
@pytest.mark.parametrize(("text", "right"), [("修护霜现在只要119元", 12_900), ("修护霜原价299元", 19_900)])
def test_a_wrong_price_of_a_product_that_only_the_words_name(sold: tuple[str, ...], text: str, right: int) -> None:
    plain = Product("p3", "洁面乳")
    show = evening(text, products=(plain, CREAM))
    show = replace(show, segments=(replace(show.segments[0], product_ids=sold),))
    (problem,) = [one for one in found(show) if one.kind is ProblemKind.PRICE]
    assert problem.facts["right_fen"] == right


def test_a_line_is_told_the_price_of_the_product_that_it_names() -> None:
    milk = Product("p3", "氨基酸洁面", live_price=5_900)
    show = evening("氨基酸洁面现在只要49元", products=(CREAM, milk))
    (problem,) = [one for one in found(show) if one.kind is ProblemKind.PRICE]
    assert problem.facts["right_fen"] == 5_900


@pytest.mark.parametrize("words", ["3号链接", "三号链接", "3号品"])
def test_a_product_is_named_by_its_link_too(words: str) -> None:
    milk = Product("p3", "洁面", 3, live_price=5_900)
    assert kinds(evening(f"{words}现在只要59元", products=(CREAM, milk))) == ["product_unused"]
    assert "price" in kinds(evening(f"{words}现在只要49元", products=(CREAM, milk)))
    assert "price" in kinds(evening("4号链接现在只要59元", products=(CREAM, milk)))


def test_the_price_of_a_promotion_may_be_said() -> None:
    flash = Promotion("q", "秒杀", PromotionKind.FLASH, "s1", price=8_900)
    assert kinds(evening("秒杀价 89 元", promotions=(flash,))) == []
    later = replace(flash, segment_id="s2", product_id="p1")
    assert kinds(evening("秒杀价 89 元", "你好", promotions=(later,))) == []
    assert kinds(evening("秒杀价 89 元")) == ["price"]


@given(st.integers(0, 99_999_999))
def test_numerals_read_back(value: int) -> None:
    assert all(chinese_number(words) == value for words in spoken_number(value))


@given(st.text("今天只要平时129元¥.,块十百减", max_size=14))
def test_places_lie_in_the_text(text: str) -> None:
    for price in spoken_prices(text):
        assert 0 <= price.start < price.end <= len(text)
        assert price.role in PriceRole
    assert wrong_prices(text, (), ()) == ()


def test_a_gift_that_is_out_is_not_promised() -> None:
    out = replace(CREAM, gift_stock=0)
    show = evening("再送你洁面小样", "{{赠品}} 一起带走", "今天的修护霜", products=(out,))
    assert [(one.kind, one.item_id) for one in found(show)] == [
        (ProblemKind.GIFT_OUT, "s1"),
        (ProblemKind.GIFT_OUT, "s2"),
    ]
    assert kinds(evening("再送你洁面小样", products=(replace(CREAM, gift_stock=5),))) == []


@pytest.mark.parametrize(
    "text",
    [
        "顺丰配送到家",
        "我们送货上门，送到门口",
        "小样送完了",
        "赠品已经送完，不再送了",
        "今天没有赠品",
        "把问题发送到评论区",
        "送给评论区的姐妹一句话",
        "送给妈妈、送闺蜜都合适",
        "过节送礼很体面",
        "关注就送10元券",
        "现在洁面小样没有了",
        "欢送主播二",
    ],
)
def test_no_gift_is_promised(text: str) -> None:
    assert kinds(evening(text, products=(replace(CREAM, gift_stock=0),))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("拍下就送", "送"),
        ("今天加赠一份", "赠"),
        ("赠送给大家", "赠"),
        ("再送你一份", "送"),
        ("送给你们每个人", "送"),
        ("送券，再送小样", "送"),
        ("每单都有赠品", "有赠品"),
        ("送礼盒", "送礼盒"),
        ("面膜送完了，洁面小样还在", "洁面小样"),
        ("顺丰配送，{{赠品}}一起", "{{赠品}}"),
        ("送老客户一份", "送"),
    ],
)
def test_a_gift_is_promised(text: str, words: str) -> None:
    (problem,) = found(evening(text, products=(replace(CREAM, gift_stock=0),)))
    assert problem.kind is ProblemKind.GIFT_OUT
    assert text[problem.start : problem.end].startswith(words)


def test_a_promotion_that_gives_what_there_is_none_of_is_told() -> None:
    gift = Promotion("q", "买就送小样", PromotionKind.GIFT, "s1")
    out = replace(CREAM, gift_stock=0)
    (problem,) = found(evening("你好", products=(out,), promotions=(gift,)))
    assert (problem.kind, problem.item_id, problem.about) == (ProblemKind.GIFT_PROMOTION, "s1", "q")
    assert kinds(evening("你好", promotions=(replace(gift, cap=0),))) == ["gift_promotion"]
    assert kinds(evening("你好", promotions=(gift,))) == []
    other = Product("p2", "润唇膏", gift_stock=3)
    named = replace(gift, product_id="p2")
    show = evening("你好", products=(out, other), promotions=(named,))
    assert "gift_promotion" not in kinds(show)
    assert "gift_promotion" not in kinds(replace(show, promotions=(replace(gift, kind=PromotionKind.DRAW),)))
    elsewhere = replace(gift, segment_id="s2")
    bare = replace(small.segment(2, 5, script=parse_script("你好"), interaction="扣 1"), person="主播一")
    show = evening("你好", products=(out,), promotions=(elsewhere,))
    assert kinds(replace(show, segments=(*show.segments, bare))) == []


def test_what_is_on_no_segment_is_told() -> None:
    loose = Product("p9", "防晒")
    nowhere = Promotion("q", "满减", PromotionKind.THRESHOLD, "")
    show = evening("你好", products=(CREAM, loose), promotions=(nowhere,))
    assert kinds(show) == ["product_unused", "promotion_loose"]
    skipped = replace(show, segments=(replace(show.segments[0], skipped=True),))
    assert kinds(skipped) == ["product_unused", "product_unused", "promotion_loose"]


def test_scenes_are_told_only_where_obs_has_said_which_it_has() -> None:
    show = evening("你好", standbys=(Standby("b", "断货", "没有的场景"),))
    assert kinds(show) == []
    assert kinds(show, Around(scenes=frozenset({"scene 1", PANIC_SCENE}))) == ["scene_missing"]
    assert kinds(show, Around(scenes=frozenset({"没有的场景", PANIC_SCENE}))) == ["scene_missing"]


def test_the_panic_key_of_a_show_without_a_plan_for_it_needs_its_scene() -> None:
    show = evening("你好", standbys=(Standby("b", "断货", "scene 1"),))
    assert kinds(show) == []
    (problem,) = found(show, Around(scenes=frozenset({"scene 1"})))
    assert (problem.kind, problem.gravity, problem.item_id) == (ProblemKind.PANIC_MISSING, Gravity.GRAVE, "")
    assert problem.facts["scene"] == PANIC_SCENE
    marked = replace(show, standbys=(replace(show.standbys[0], panic=True),))
    assert kinds(marked, Around(scenes=frozenset({"scene 1"}))) == []


def test_an_end_at_a_time_needs_the_time() -> None:
    show = evening("你好")
    counting = replace(show.segments[0], end_mode=EndMode.COUNT_TO)
    assert kinds(replace(show, segments=(counting,))) == ["no_end_time"]
    timed = replace(counting, count_to=small.wall("2026-11-25T20:05"))
    assert kinds(replace(show, segments=(timed,))) == []


def test_a_segment_needs_a_person_words_and_values() -> None:
    bare = small.segment(1, 5, script=parse_script("今天 {{直播价}} 带走"))
    show = small.show("2026-11-25T20:00", bare, small.segment(2, 5, interaction="扣 1"))
    assert kinds(show) == ["no_person", "variable", "no_person", "no_words"]
    assert kinds(replace(show, host="主播一")) == ["variable", "no_words"]
    unknown = evening("{{直播價}} 带走")
    (problem,) = found(unknown)
    assert (problem.facts["name"], problem.start, problem.end) == ("直播價", 0, 7)


LINES = st.builds(
    ScriptLine,
    st.sampled_from(LineKind),
    st.sampled_from(["好", "……"]),
    st.sampled_from(["", "主播", "主播二", "助播", "助播一"]),
)
CELLS = st.sampled_from(["", "主播二", "主播一、助播一", "主播一/", "助播一", "主播一和助播一", "小美、小丽"])


@given(st.lists(LINES, max_size=4), CELLS, CELLS, CELLS)
def test_lines_of_a_co_host_without_a_name_need_somebody(
    lines: list[ScriptLine], person: str, co_host: str, host: str
) -> None:
    one = small.segment(1, 5, script=Script(tuple(lines)), person=person, co_host=co_host, interaction="扣 1")
    show = small.show("2026-11-25T20:00", one, host=host)
    named = bool(co_host) or any("助播" in cell or "、" in cell for cell in (person, host))
    said = [line for line in lines if line.text == "好" and line.kind is not LineKind.NOTE]
    asked = any(line.speaker == "助播" for line in said)
    assert kinds(show).count("no_co_host") == (asked and not named)


def test_a_co_host_who_comes_or_goes_is_noticed() -> None:
    show, checks = evening("你好\n助播：好", "你好\n助播一：好"), ItemChecks(ClaimChecker((RULE,)))

    def told(now: Show) -> list[tuple[str, str, Gravity]]:
        found = checks.check(now, plan(now), Around())
        return [(one.kind.value, one.item_id, one.gravity) for one in found]

    first, second = show.segments
    assert told(show) == [("no_co_host", "s1", Gravity.WARN)]
    assert told(replace(show, segments=(replace(first, co_host="小美"), second))) == []
    assert told(replace(show, segments=(replace(first, person=""), second), host="主播一、小美")) == []
    assert told(replace(show, segments=(replace(first, person=""), second))) == [
        ("no_co_host", "s1", Gravity.WARN)
    ]
    assert told(replace(show, segments=(replace(first, skipped=True), second))) == [
        ("no_co_host", "s1", Gravity.HINT)
    ]


def test_notes_are_not_checked() -> None:
    assert kinds(evening("你好\n【备注】最佳，只要 1 元，{{没有}}")) == []


def test_words_that_do_not_fit_and_times_that_do_not_hold() -> None:
    show = evening("你好", "你好", hard_end=small.wall("2026-11-25T20:05"))
    pinned = replace(show.segments[1], hard_start=small.wall("2026-11-25T20:03"))
    show = replace(show, segments=(show.segments[0], pinned))
    problems = found(show, Around(overfull={"s1": 12_000}))
    assert [(one.kind, dict(one.facts)) for one in problems] == [
        (ProblemKind.WORDS_LONG, {"over_ms": 12_000}),
        (ProblemKind.SHORTFALL, {"late_ms": 2 * MINUTE}),
        (ProblemKind.OVERRUN, {"late_ms": 5 * MINUTE}),
    ]


@pytest.mark.parametrize(("time", "late"), [("20:04", 1), ("20:05", 0), ("20:09", 0)])
def test_a_time_to_count_to_that_is_over_before_it_begins_is_told(time: str, late: int) -> None:
    show = evening("你好", "你好")
    counting = replace(
        show.segments[1], end_mode=EndMode.COUNT_TO, count_to=small.wall(f"2026-11-25T{time}"), hard_start=None
    )
    problems = found(replace(show, segments=(show.segments[0], counting)))
    told = [dict(one.facts) for one in problems if one.kind is ProblemKind.COUNT_PASSED]
    assert told == ([{"late_ms": late * MINUTE}] if late else [])


def test_a_wording_is_let_stand_for_these_words_only() -> None:
    override = ClaimOverride("s1", "absolute", "最佳", "检测报告原话", "运营", 1)
    problems = found(evening("评测给了最佳，第一", claim_overrides=(override,)))
    assert [(one.facts["words"], one.open) for one in problems] == [("最佳", False), ("第一", True)]


def test_a_room_without_anything_to_do_is_told() -> None:
    rows = [small.segment(at, 5, interaction="扣 1" if at == 4 else "") for at in range(1, 8)]
    show = small.show("2026-11-25T20:00", *rows)
    layout = plan(show)
    assert [(one.item_id, one.facts["gap_ms"]) for one in interaction_gaps(show, layout)] == [
        ("s1", 15 * MINUTE),
        ("s5", 15 * MINUTE),
    ]
    drawn = replace(show, segments=(*rows[:5], replace(rows[5], kind=SegmentKind.DRAW), rows[6]))
    assert [one.item_id for one in interaction_gaps(drawn, layout)] == ["s1"]


fens = st.sampled_from([None, 0, 8_800, 12_900, 19_900])
PRODUCTS = st.tuples(
    *(
        st.builds(
            Product, st.just(f"p{at}"), st.just(name), list_price=fens, live_price=fens, hand_price=fens,
            gifts=st.sampled_from(["", "小样"]), stock=st.sampled_from([None, 0, 3]),
            gift_stock=st.sampled_from([None, 0, 3]),
        )
        for at, name in ((1, "修护霜"), (2, "洁面乳"))
    )
)  # fmt: skip
SAID = st.lists(
    st.sampled_from(
        ["修护霜", "洁面乳", "现在只要", "原价", "99元", "¥88", "一百二十九块", "，", "{{直播价}}", "送小样"]
    ),
    max_size=8,
).map("".join)


@given(shows(most=4), PRODUCTS, st.lists(SAID, min_size=4, max_size=4), fens)
def test_whatever_a_script_says_is_checked(
    show: Show, products: tuple[Product, ...], said: list[str], price: int | None
) -> None:
    rows = tuple(replace(one, script=parse_script(text)) for one, text in zip(show.segments, said, strict=False))
    flash = Promotion("q", "秒杀", PromotionKind.FLASH, "s1", price=price, product_id="p2")
    made = replace(show, segments=rows, products=products, promotions=(flash,))
    for problem in found(made):
        if problem.kind is ProblemKind.PRICE:
            assert isinstance(problem.facts["right_fen"], int)
            assert f"{problem.facts['said']}" in said[int(problem.item_id[1:])]


@given(shows(), st.data())
def test_what_is_remembered_is_what_would_be_found_anew(show: Show, data: st.DataObject) -> None:
    checks = ItemChecks(ClaimChecker((RULE,)))
    checks.check(show, plan(show), Around())
    changed, _ = apply(show, data.draw(edits(show)))
    assert list(checks.check(changed, plan(changed), Around())) == found(changed)
