"""The feed of the host's screen, from runs that really happened."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain.claims import ClaimOverride, ClaimRule
from livedesk.domain.codec import decode, encode
from livedesk.domain.events import MessageKind
from livedesk.domain.product import Product, Promotion, PromotionKind, script_values
from livedesk.domain.prompt import PromptFeed
from livedesk.domain.prompting import BLOCKS_AFTER, BLOCKS_BEFORE, prompt_block, prompt_feed, spoken_number
from livedesk.domain.rundown import EndMode, Standby, StandbyMode
from livedesk.domain.script import LineKind, fill, parse_script
from livedesk.services.claims import load_claims
from tests.unit.shows import Desk, at, segment, show, wall

RULES = load_claims(Path(__file__).resolve().parents[2] / "resources" / "claims")
CREAM = Product(
    "p1",
    "修护霜 50ml",
    live_price=12_900,
    list_price=19_900,
    gifts="旅行装 ×2",
    stock=388,
    selling_points=("无香精",),
)
TEXT = "这一支 {{商品}}\n【备注】别念这行\n到手 {{直播价}}，平时 {{日常价}}\n全网最低"


def feed(desk: Desk, **more: object) -> PromptFeed:
    run = desk.state.run
    options: dict[str, object] = {"sold": {}, "cpm": 260, "rules": RULES, **more}
    return prompt_feed(desk.state, run.time(desk.now), desk.now, 7, **options)  # type: ignore[arg-type]  # named options


@pytest.fixture
def desk() -> Desk:
    rows = [segment(n, 5) for n in range(1, 5)]
    rows[1] = replace(rows[1], product_ids=("p1",), script=parse_script(TEXT))
    plan = Standby("b1", "断流预案", "紧急画面", StandbyMode.PAUSE, script=parse_script("马上回来"))
    made = show("2026-11-25 20:00", *rows, products=(CREAM,), standbys=(plan,))
    return Desk(made, at("2026-11-25 19:50"))


def test_before_air_it_counts_to_the_planned_start(desk: Desk) -> None:
    shown = feed(desk)
    assert (shown.phase, shown.airing, shown.item_id, shown.remaining_ms) == ("preparing", 0, "", None)
    assert shown.start_in_ms == 10 * 60_000
    assert [block.item_id for block in shown.blocks] == ["s1", "s2", "s3", "s4"]
    assert shown.next_title == "segment 1"
    assert shown.product_name == ""


def test_a_go_brings_segment_product_and_time(desk: Desk) -> None:
    desk.to(at("2026-11-25 20:00")).do(c.GoLive()).after(330_000).do(c.Go()).after(60_000)
    shown = feed(desk)
    assert (shown.phase, shown.airing, shown.item_id) == ("on_air", 2, "s2")
    assert (shown.remaining_ms, shown.counting, shown.behind_ms) == (240_000, True, 30_000)
    assert (shown.product_name, shown.live_price, shown.list_price) == ("修护霜 50ml", 12_900, 19_900)
    assert (shown.points, shown.gifts, shown.stock_left) == (("无香精",), "旅行装 ×2", 388)
    assert (shown.next_title, shown.start_in_ms, shown.mono_ms) == ("segment 3", None, desk.mono_ms)
    assert feed(desk, sold={"p1": 376, "p2": 5}).stock_left == 12


def test_the_price_of_a_promotion_that_runs_is_the_one_to_say(desk: Desk) -> None:
    flash = Promotion("m1", "秒杀 99", PromotionKind.FLASH, duration_ms=60_000, price=9_900, product_id="p1")
    desk.state = replace(desk.state, show=replace(desk.state.show, promotions=(flash,)))
    desk.do(c.GoLive()).do(c.Go()).do(c.StartPromotion("m1"))
    assert (feed(desk).live_price, feed(desk).list_price) == (9_900, 19_900)
    desk.do(c.EndPromotion("m1"))
    assert feed(desk).live_price == 12_900


def test_the_text_is_filled_noteless_and_marked(desk: Desk) -> None:
    desk.do(c.GoLive()).do(c.Go())
    lines = feed(desk).blocks[1].lines
    assert [line.text for line in lines] == ["这一支 修护霜 50ml", "到手 129元，平时 199元", "全网最低"]
    assert [lines[1].text[start:end] for start, end in lines[1].prices] == ["129元"]
    assert [lines[2].text[start:end] for start, end in lines[2].claims] == ["全网最低"]
    assert not any(line.kind is LineKind.NOTE for line in lines)


def test_a_price_that_changes_on_air_changes_the_text(desk: Desk) -> None:
    desk.do(c.GoLive()).do(c.Go())
    cheaper = replace(CREAM, live_price=9_900)
    desk.state = replace(desk.state, show=replace(desk.state.show, products=(cheaper,)))
    shown = feed(desk)
    assert shown.live_price == 9_900
    assert shown.blocks[1].lines[1].text == "到手 99元，平时 199元"


def test_a_hold_stands_still_but_a_count_to_does_not() -> None:
    rows = [segment(1, 5), segment(2, 5, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:30"))]
    desk = Desk(show("2026-11-25 20:00", *rows), at("2026-11-25 20:00")).do(c.GoLive()).do(c.ToggleHold())
    assert not feed(desk).counting
    desk.do(c.Go()).do(c.ToggleHold())
    assert feed(desk).counting
    assert feed(desk).remaining_ms == 30 * 60_000


def test_a_standby_plan_shows_its_own_text_before_what_comes_back(desk: Desk) -> None:
    desk.do(c.GoLive()).do(c.Go()).do(c.CallStandby("b1"))
    shown = feed(desk)
    assert (shown.item_id, shown.standby, shown.airing) == ("b1", True, 3)
    ids = [block.item_id for block in shown.blocks]
    plan = ids.index("b1")
    assert shown.blocks[plan].lines[0].text == "马上回来"
    assert ids[plan - 1 : plan + 2] == ["s1", "b1", "s2"]
    assert shown.next_title == "segment 2"
    desk.do(c.EndStandby())
    assert (feed(desk).item_id, feed(desk).airing, feed(desk).standby) == ("s2", 2, False)


def test_messages_pass_and_the_feed_survives_its_own_json(desk: Desk) -> None:
    desk.do(c.GoLive()).do(c.SendMessage(MessageKind.DIRECTOR, "快一点"))
    shown = feed(desk)
    assert [message.text for message in shown.messages] == ["快一点"]
    assert decode(encode(shown), PromptFeed) == shown


def test_a_long_show_sends_what_is_near() -> None:
    rows = [segment(n, 1) for n in range(1, 201)]
    desk = Desk(show("2026-11-25 20:00", *rows), at("2026-11-25 20:00")).do(c.GoLive()).do(c.Jump("s100"))
    ids = [block.item_id for block in feed(desk).blocks]
    assert ids[0] == f"s{100 - BLOCKS_BEFORE}"
    assert ids[-1] == f"s{100 + BLOCKS_AFTER}"


def test_skipped_segments_are_not_read() -> None:
    rows = [segment(1, 5), segment(2, 5, skipped=True), segment(3, 5)]
    desk = Desk(show("2026-11-25 20:00", *rows), at("2026-11-25 20:00")).do(c.GoLive())
    assert [block.item_id for block in feed(desk).blocks] == ["s1", "s3"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("今天到手 一百二十九，平时一百九十九", ["一百二十九"]),
        ("一千一百二十九不是它", []),
        ("¥129，原价 ¥199", ["¥129"]),
        ("只要129元", ["129元"]),
        ("1290元也不是", []),
        ("129 号机", []),
    ],
)
def test_spoken_prices_are_found(text: str, marked: list[str]) -> None:
    line = prompt_block(segment(1, 1, script=parse_script(text)), CREAM).lines[0]
    assert [line.text[start:end] for start, end in line.prices] == marked


@pytest.mark.parametrize(
    ("text", "said", "marked"),
    [
        ("到手{{直播价}}元，快拍", "到手129元，快拍", ["129元"]),
        ("到手 ¥{{直播价}}", "到手 129元", ["129元"]),
        ("到手￥ {{直播价}}块钱", "到手129元", ["129元"]),
        ("{{直播价}} 元 {{日常价}}块", "129元 199元", ["129元"]),
        ("{{直播价}}￥{{到手价}}", "129元109元", ["129元", "109元"]),
        ("{{ 直播价 }}￥", "129元", ["129元"]),
        ("{{直播价}}元旦特惠", "129元元旦特惠", ["129元"]),
        ("还有{{库存}}块，{{没有}}元", "还有388块，{{没有}}元", []),
        ("{{商品}}元", "修护霜 50ml元", []),
    ],
)
def test_a_filled_price_brings_its_unit_once(text: str, said: str, marked: list[str]) -> None:
    sold = replace(CREAM, hand_price=10_900)
    line = prompt_block(segment(1, 1, script=parse_script(text)), sold).lines[0]
    assert line.text == said
    assert fill(text, script_values(sold)) == said
    assert [line.text[start:end] for start, end in line.prices] == marked


_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1_000}


def read_number(text: str) -> int:
    """An independent reader of Chinese numbers, to hold the writer against."""
    if "万" in text:
        high, low = text.split("万")
        return read_number(high) * 10_000 + (read_number(low) if low else 0)
    total = digit = 0
    for character in re.sub("^十", "一十", text):
        if character in _UNITS:
            total, digit = total + digit * _UNITS[character], 0
        else:
            digit = _DIGITS[character]
    return total + digit


@given(st.integers(0, 99_999_999))
def test_numbers_are_said_as_they_are(value: int) -> None:
    assert {read_number(words) for words in spoken_number(value)} == {value}


@given(st.text(alphabet="到手价{}直播价 129元一百二十九全网最低第一次", max_size=40))
def test_marked_stretches_stay_inside_the_line(text: str) -> None:
    for line in prompt_block(segment(1, 1, script=parse_script(text)), CREAM, RULES).lines:
        for start, end in (*line.prices, *line.claims):
            assert 0 <= start < end <= len(line.text)
        assert all(one[1] <= two[0] for one, two in zip(line.prices, line.prices[1:], strict=False))


def test_a_rule_of_ones_own_is_followed(desk: Desk) -> None:
    rule = ClaimRule("own", "店规", "不说", ("修护霜",))
    desk.do(c.GoLive()).do(c.Go())
    assert feed(desk, rules=(rule,)).blocks[1].lines[0].claims == ((4, 7),)


def test_a_wording_that_somebody_lets_stand_is_not_marked(desk: Desk) -> None:
    rule = ClaimRule("own", "店规", "不说", ("修护霜",))
    desk.do(c.GoLive()).do(c.Go())
    item = desk.show.segments[1]
    allowed = ClaimOverride(item.id, "own", "修护霜", "备案名称", "运营", 1)
    assert prompt_block(item, CREAM, (rule,), (allowed,)).lines[0].claims == ()
    elsewhere = replace(allowed, item_id="other")
    assert prompt_block(item, CREAM, (rule,), (elsewhere,)).lines[0].claims == ((4, 7),)
