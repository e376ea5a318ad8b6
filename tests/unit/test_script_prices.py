"""Amounts read exactly, and which of them claim to be the product's price."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.prompting import spoken_number
from livedesk.domain.script_prices import PriceRole, spoken_prices, wrong_prices
from livedesk.domain.spoken_amounts import amounts, chinese_number
from tests.prices.labelled import HELD_OUT, OPEN, read_sentences, score

DIGITS = "零一二三四五六七八九"


def read(text: str) -> list[tuple[str, int]]:
    return [(text[one.start : one.end], one.fen) for one in amounts(text) if one.unit]


def written(fen: int) -> list[str]:
    """The usual ways to write and say an amount."""
    yuan, rest = divmod(fen, 100)
    dime, cent = divmod(rest, 10)
    decimal = f"{yuan}.{rest:02d}"
    ways = [f"{decimal}元", f"￥{decimal}", f"¥{yuan:,}.{rest:02d}", f"{yuan:,}.{rest:02d}元", f"{decimal} 块"]
    numbers = [str(yuan), *spoken_number(yuan)]
    if not rest:
        ways += [f"{number}{unit}" for number in numbers for unit in ("元", "块", "块钱", " 元")]
        ways += [f"￥{yuan}", f"¥ {yuan:,}"]
    elif not cent:
        ways += [f"{number}{unit}{dime}" for number in numbers for unit in ("块", "元")]
        ways += [f"{number}块{DIGITS[dime]}" for number in numbers]
        ways += [f"{number}{unit}{dime}{tenth}" for number in numbers for unit in "元块" for tenth in "毛角"]
        ways += [f"{number}块{DIGITS[dime]}毛钱" for number in numbers]
        ways += [f"{decimal[:-1]}元"]
        ways += [f"{words}点{DIGITS[dime]}元" for words in spoken_number(yuan)]
    elif dime:
        ways += [f"{number}块{dime}毛{cent}" for number in numbers]
        ways += [f"{number}元{DIGITS[dime]}角{DIGITS[cent]}分" for number in numbers]
        ways += [f"{number}块{DIGITS[dime]}{DIGITS[cent]}" for number in numbers]
    else:
        ways += [f"{number}块零{DIGITS[cent]}分" for number in numbers]
    if not fen % 10_000 and fen >= 1_000_000:
        myriads = f"{fen // 1_000_000}.{fen // 10_000 % 100:02d}".rstrip("0").rstrip(".")
        ways += [f"{myriads}万元", f"￥{myriads}万", f"{myriads}万块"]
    return ways


@given(
    st.one_of(
        st.integers(0, 99_999),
        st.integers(0, 999_999_999),
        st.integers(0, 9_999_999).map(lambda dimes: dimes * 10),
        st.integers(0, 9_999_999).map(lambda yuan: yuan * 100),
        st.integers(100, 99_999).map(lambda hundreds: hundreds * 10_000),
    ),
    st.sampled_from(["", "今天只要", "到手价", "，", "好的 "]),
    st.sampled_from(["", "，拍", "！", "包邮", "带走", " 19块9"]),
)
def test_an_amount_is_read_back_exactly(fen: int, before: str, after: str) -> None:
    for way in written(fen):
        assert read(before + way + after)[0] == (way, fen)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("9块9一瓶", [("9块9", 990)]),
        ("九块九三盒", [("九块九", 990)]),
        ("10块3双", [("10块", 1_000)]),
        ("99块8点开抢", [("99块", 9_900)]),
        ("199元5折", [("199元", 19_900)]),
        ("十块二十块", [("十块", 1_000), ("二十块", 2_000)]),
        ("4块9 19块9", [("4块9", 490), ("19块9", 1_990)]),
        ("两块半", [("两块半", 250)]),
        ("九毛九", [("九毛九", 99)]),
        ("5毛钱", [("5毛钱", 50)]),
        ("1万2元", [("1万2元", 1_200_000)]),
        ("12万8千元", [("12万8千元", 12_800_000)]),
        ("一百二块", [("一百二块", 12_000)]),
        ("一九九元", [("一九九元", 19_900)]),
        ("统一九十九块", [("九十九块", 9_900)]),
        ("今天,99元", [("99元", 9_900)]),
        ("129.999元", []),
        ("两三百块", []),
        ("百元大钞", []),
        ("三二一元", []),
        ("一块儿看", []),
        ("一元素", []),
        ("SK299元", []),
    ],
)
def test_what_stands_beside_an_amount_is_not_mixed_up_with_it(text: str, read_as: list[tuple[str, int]]) -> None:
    assert read(text) == read_as


@given(st.text("零一二三四五六七八九十百千万两", max_size=9))
def test_numerals_that_say_a_number_say_it_in_one_way(text: str) -> None:
    value = chinese_number(text)
    if value is not None and text in spoken_number(value):
        assert all(chinese_number(words) == value for words in spoken_number(value))
    if any(pair in text for pair in ("一二", "两三", "百百", "十百", "零零")):
        assert value is None


def test_the_labelled_sentences() -> None:
    sentences = read_sentences(OPEN, HELD_OUT)
    innocent = sum(not one.expected for one in sentences)
    assert len(sentences) >= 120
    assert len(sentences) // 3 < innocent < 2 * len(sentences) // 3
    made = score(sentences)
    assert made.precision >= 0.95, made.wrong
    assert made.recall >= 0.9, made.missed


@pytest.mark.parametrize(
    "text",
    [
        "明天就恢复199元",
        "今天一瓶才64.5元（两瓶129元）",
        "今天不是199元",
        "今晚价值299元的礼盒免费送",
        "抽500元免单",
        "现在切一块给大家看",
        "今晚就一块聊聊",
        "现在掰两块尝尝",
        "今天一元硬币大小就够",
        "今天每支才43元",
        "现在单价是每片12块9",
        "今天立减30元",
        "今晚发300元红包",
        "今天满300元再说",
        "今天用20元的券",
        "礼盒399元，用券359元",
        "是99元还是109元，你们猜",
        "昨天到手价109元",
        "会员到手119元",
        "双十一到手119元",
        "第二件半价，到手99元",
        "两件218元，今天到手238元",
        "选套餐二，到手159元",
        "我这条裙子今天500块",
        "直播价：129元 日常价：199元",
        "今天别家要卖159元",
        "到手价99元起",
        "价格在99到109元",
        "现在一百多块",
        "今天三百九十九位",
        "现在只要三分钟",
        "只要扣1",
    ],
)
def test_what_only_looks_like_the_price_is_left_alone(text: str) -> None:
    assert wrong_prices(text, [12_900], [19_900]) == ()


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("这一段99元", 9_900),
        ("页面显示99元", 9_900),
        ("还是99元", 9_900),
        ("这两分钟99元", 9_900),
        ("跳成99元", 9_900),
        ("到手价只要99！", 9_900),
        ("仅需99元", 9_900),
        ("99元带走", 9_900),
        ("99元到手", 9_900),
        ("两件218元，今天一件只要99元", 9_900),
        ("99元的到手价", 9_900),
        ("99元，拍", 9_900),
        ("只花99元", 9_900),
        ("这个价格99元", 9_900),
        ("低至99元", 9_900),
        ("券后99元", 9_900),
        ("领20元券，券后99元", 9_900),
        ("拍下99元", 9_900),
        ("直接给到大家99元", 9_900),
        ("今天只要1.2万元", 1_200_000),
        ("今天三百九十九", 39_900),
        ("到手价，九十九块九！", 9_990),
    ],
)
def test_a_price_from_before_is_found_however_it_is_said(text: str, fen: int) -> None:
    (found,) = wrong_prices(text, [10_900], [19_900])
    assert (found.fen, found.role) == (fen, PriceRole.LIVE)
    assert wrong_prices(text, [fen], [19_900]) == ()


@pytest.mark.parametrize("fen", [6_450, 12_900])
def test_a_piece_may_cost_its_share_of_what_the_text_names(fen: int) -> None:
    text = f"今天一瓶才{fen / 100}元（两瓶129元）"
    assert wrong_prices(text, [12_900], []) == ()
    assert wrong_prices(text.replace("两瓶", "三瓶"), [12_900], []) == (
        () if fen == 12_900 else spoken_prices(text)
    )


def test_what_holds_later_may_be_either_price() -> None:
    for right in ("199元", "129元"):
        assert wrong_prices(f"明天就恢复{right}", [12_900], [19_900]) == ()
    (wrong,) = wrong_prices("明天就恢复99元", [12_900], [19_900])
    assert (wrong.role, wrong.later, wrong.fen) == (PriceRole.LIST, True, 9_900)
    assert wrong_prices("明天就恢复99元", [12_900], []) == ()


def test_the_price_of_a_ticket_is_no_mistake_for_that_of_a_dear_product() -> None:
    assert wrong_prices("今天只要6元", [12_900, 13_900], []) == ()
    assert len(wrong_prices("今天只要7元", [12_900, 13_900], [])) == 1


def test_a_smaller_number_needs_no_unit_where_the_everyday_price_was_said() -> None:
    assert [one.fen for one in spoken_prices("原价199，今天99")] == [19_900, 9_900]
    assert spoken_prices("今天99") == ()


@given(st.text("今天只要平时两瓶一129元¥.,，。块十百万减毛点半券后带走", max_size=30))
def test_prices_stand_in_order_and_apart(text: str) -> None:
    last = 0
    for price in spoken_prices(text):
        assert last <= price.start < price.end <= len(text)
        assert price.fen >= 0
        last = price.end
