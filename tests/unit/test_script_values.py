"""What stands for the variables of a script: its product, what starts with it, and other products by number."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from livedesk.domain import commands as c
from livedesk.domain.claims import ClaimChecker
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.prompting import prompt_feed
from livedesk.domain.rundown import Show, Standby
from livedesk.domain.script import fill, parse_script
from livedesk.domain.script_checks import Around, ItemChecks, ProblemKind
from livedesk.domain.script_values import NAMES, ScriptValues, parted, values_on
from livedesk.domain.timetable import plan
from livedesk.services.reports.sheet import script_blocks
from livedesk.services.reports.words import Words
from tests.unit.shows import Desk, at, segment, show

CREAM = Product("p1", "修护霜", link=1, live_price=12_900, stock=388)
SERUM = Product("p2", "精华液", link=2, live_price=15_900, hand_price=13_900, gifts="小样")
MASK = Product("p3", "面膜", link=3, live_price=4_990)
FLASH = Promotion("m1", "限时秒杀", PromotionKind.FLASH, "s1", price=9_900)
TEXT = "现在{{秒杀价}}元，连同 {{直播价:2号}}\n{{赠品：2}}，{{库存:9号}}，{{直播价:x}}"
WORDS = Words("zh_CN", *({},) * (len(fields(Words)) - 2), tell=lambda code, _facts: code)


def made(*promotions: Promotion, products: tuple[Product, ...] = (CREAM, SERUM, MASK)) -> Show:
    rows = [segment(n, 5, product_ids=(f"p{n}",), script=parse_script(TEXT)) for n in (1, 2, 3)]
    calm = Standby("b1", "断流", "紧急", script=parse_script("{{商品:3号}}还有，{{直播价}}"))
    return show("2026-11-25 20:00", *rows, products=products, promotions=promotions, standbys=(calm,))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("直播价", ("直播价", None)),
        ("直播价:2号", ("直播价", 2)),
        ("直播价： 12 号链接", ("直播价", 12)),
        ("库存:2", ("库存", 2)),
        ("库存:二号", ("库存:二号", None)),
    ],
)
def test_a_number_is_parted_from_the_name(name: str, parts: tuple[str, int | None]) -> None:
    assert parted(name) == parts


def test_the_price_of_what_starts_with_the_segment_comes_before_that_of_its_product() -> None:
    own = replace(FLASH, id="m2", segment_id="", product_id="p1", price=8_800)
    draw = Promotion("m3", "抽奖", PromotionKind.DRAW, "s1")
    full = made(own, draw, FLASH)
    assert values_on(full, full.segments[0])["秒杀价"] == "99元"
    only = made(own, draw)
    assert values_on(only, only.segments[0])["秒杀价"] == "88元"
    assert "秒杀价" not in values_on(only, only.segments[1])


def test_of_several_that_start_the_product_s_own_comes_first_then_a_flash_sale() -> None:
    group = Promotion("m4", "团购", PromotionKind.GROUP, "s1", price=7_900)
    other = Promotion("m5", "秒杀二号", PromotionKind.FLASH, "s1", price=6_900, product_id="p2")
    shown = made(other, group, FLASH)
    values = values_on(shown, shown.segments[0])
    assert values["秒杀价"] == "99元"
    assert values["秒杀价:2号"] == "69元"
    assert "秒杀价:3号" not in values
    tied = made(FLASH, replace(group, product_id="p1"))
    assert values_on(tied, tied.segments[0])["秒杀价"] == "79元"


def test_a_number_is_the_link_of_the_segment_s_products_first() -> None:
    twin = Product("p4", "另一款", link=2, live_price=100)
    whole = made(products=(CREAM, SERUM, MASK, twin))
    first = replace(whole.segments[0], product_ids=("p1", "p4"))
    assert values_on(whole, first)["商品:2号"] == "另一款"
    assert values_on(whole, whole.segments[0])["商品:2号"] == "精华液"
    assert values_on(whole, first).numbers == (1, 2, 3)


def test_where_no_product_has_a_link_a_number_is_its_place() -> None:
    bare = tuple(replace(one, link=None) for one in (CREAM, SERUM, MASK))
    placed = made(products=bare)
    values = values_on(placed, placed.segments[0])
    assert [values.get(f"商品:{n}号") for n in range(5)] == [None, "修护霜", "精华液", "面膜", None]
    some = made(products=(CREAM, *bare[1:]))
    assert "商品:2号" not in values_on(some, some.segments[0])


def test_what_nothing_fills_stays_as_it_is_written() -> None:
    shown = made(FLASH)
    said = fill(TEXT, values_on(shown, shown.segments[0]))
    assert said == "现在99元，连同 159元\n小样，{{库存:9号}}，{{直播价:x}}"
    assert "名字:2号" not in values_on(shown, shown.segments[0])
    assert values_on(shown, replace(shown.segments[0], id="s9", product_ids=())), "other products have values"
    assert not ScriptValues(None)
    assert set(ScriptValues(CREAM)) == {"商品", "直播价", "库存"} <= set(NAMES)


def test_what_nothing_fills_is_listed_and_what_something_fills_is_not() -> None:
    shown = made(FLASH)
    found = ItemChecks(ClaimChecker(())).check(shown, plan(shown), Around())
    open_ = [(one.item_id, one.facts["name"]) for one in found if one.kind is ProblemKind.VARIABLE]
    everywhere = ("库存:9号", "直播价:x")
    assert [name for item, name in open_ if item == "s1"] == [*everywhere]
    assert [name for item, name in open_ if item == "s2"] == ["秒杀价", *everywhere]


def test_the_prompter_and_the_printed_script_fill_alike() -> None:
    desk = Desk(made(FLASH), at("2026-11-25 20:00")).do(c.GoLive())
    run = desk.state.run
    feed = prompt_feed(desk.state, run.time(desk.now), desk.now, 1, sold={}, cpm=260)
    first = feed.blocks[0].lines[0]
    assert first.text == "现在99元，连同 159元"
    assert [first.text[start:end] for start, end in first.prices] == ["99元", "159元"]
    printed = script_blocks(desk.show, plan(desk.show), WORDS)
    assert [line.text for line in printed[0].lines] == [line.text for line in feed.blocks[0].lines]
    assert [line.text for line in printed[-1].lines] == ["面膜还有，{{直播价}}"]
    cheaper = replace(desk.show, products=(CREAM, replace(SERUM, live_price=100), MASK))
    desk.state = replace(desk.state, show=cheaper)
    again = prompt_feed(desk.state, run.time(desk.now), desk.now, 2, sold={}, cpm=260)
    assert again.blocks[0].lines[0].text == "现在99元，连同 1元"
