"""What a person lets stand goes along with copies of its words, as long as it is about the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from livedesk.domain import editing
from livedesk.domain.claim_rules import ClaimOverride
from livedesk.domain.clipping import Clipping, LeftBehind, clip, left_behind, paste, paste_standbys, taken_out
from livedesk.domain.codec import decode, encode
from livedesk.domain.edits import apply
from livedesk.domain.let_stand import gift_rule, price_rule
from livedesk.domain.product import Product
from livedesk.domain.rundown import Show, Standby
from livedesk.domain.script_prices import PriceRole
from tests.unit import shows as small

GOODS = (Product("p1", "霜", live_price=12900, link=1, image="霜.png"), Product("p2", "洁面", live_price=5900))
WORDS = ("ad-law-9", price_rule(PriceRole.LIVE, (12900,)), gift_rule("p1"), "do_not_say:p1")


def evening(*rules: str, item: str = "s1", **more: Any) -> Show:
    """A segment that sells, and a plan, in one of which it is let stand against these rules."""
    stand = tuple(ClaimOverride(item, rule, "第一", "有报告", "场控", at) for at, rule in enumerate(rules))
    made = small.show(
        "2026-11-25T20:00",
        small.segment(1, 5, product_ids=("p1",)),
        products=GOODS,
        standbys=(Standby("b1", "断流", ""),),
        claim_overrides=stand,
    )
    return replace(made, **more)


def put(show: Show, clipping: Clipping) -> tuple[Show, list[str]]:
    """The show with the copies, and the rules against which something is let stand in them."""
    numbers = count()

    def new_id() -> str:
        return f"n{next(numbers)}"

    clipping = decode(encode(clipping), Clipping)
    standing, plans = paste_standbys(show, clipping, "", new_id)
    edit, ids = paste(show, clipping, len(show.segments), "", new_id)
    both = editing.joined((standing, edit))
    assert both is not None
    pasted, inverse = apply(show, both)
    assert apply(pasted, inverse)[0] == show
    assert pasted.claim_overrides[: len(show.claim_overrides)] == show.claim_overrides
    came = pasted.claim_overrides[len(show.claim_overrides) :]
    assert {one.item_id for one in came} <= {*plans, *ids}
    return pasted, [one.rule_id for one in came]


@pytest.mark.parametrize("item", ["s1", "b1"])
def test_in_the_same_show_everything_goes_along(item: str) -> None:
    show = evening(*WORDS, "gift:gone", item=item)
    pasted, rules = put(show, clip(show, {item}))
    assert rules == [*WORDS, "gift:gone"]
    assert left_behind(clip(show, {item}), show, pasted) == LeftBehind()


def test_products_that_are_added_take_their_reasons_along() -> None:
    origin = evening(*WORDS)
    pasted, rules = put(evening(id="other", products=(), segments=()), clip(origin, {"s1"}))
    (added,) = pasted.products
    assert rules == [WORDS[0], WORDS[1], f"gift:{added.id}", f"do_not_say:{added.id}"]


def test_a_product_that_is_the_same_there_has_the_reasons_too() -> None:
    there = replace(GOODS[0], id="x", link=9, image="别的.png")
    pasted, rules = put(evening(id="other", products=(there,), segments=()), clip(evening(*WORDS), {"s1"}))
    assert rules == [WORDS[0], WORDS[1], "gift:x", "do_not_say:x"]
    assert pasted.products == (there,)


@pytest.mark.parametrize("more", [{"live_price": 9900}, {"gifts": "小样"}, {"do_not_say": ("第一",)}])
def test_a_product_that_is_another_there_keeps_them_off(more: dict[str, Any]) -> None:
    there = replace(GOODS[0], id="x", **more)
    origin, other = evening(*WORDS), evening(id="other", products=(there,), segments=())
    pasted, rules = put(other, clip(origin, {"s1"}))
    assert rules == [WORDS[0]]
    assert left_behind(clip(origin, {"s1"}), other, pasted) == LeftBehind(reasons=3)


def test_a_plan_takes_only_wordings_into_another_show() -> None:
    origin, other = evening(*WORDS, item="b1"), evening(id="other")
    pasted, rules = put(other, clip(origin, {"b1"}))
    assert rules == [WORDS[0]]
    assert left_behind(clip(origin, {"b1"}), other, pasted) == LeftBehind(reasons=3)


def test_what_did_not_come_along_is_named() -> None:
    row = replace(small.segment(1, 5, hard_start=small.wall("2026-11-25T20:00")), title="开场", number="01")
    show = evening(WORDS[0], segments=(row, small.segment(2, 5)))
    pasted, _ = put(show, clip(show, {"s1", "s2"}))
    assert left_behind(clip(show, {"s1", "s2"}), show, pasted) == LeftBehind(("开场",), ("01",))
    cut = taken_out(clip(show, {"s1"}))
    edit = editing.remove(show, {"s1"})
    assert edit is not None
    left, _ = apply(show, edit)
    pasted_back, _ = paste(left, cut, 0, "", lambda: "never")
    assert pasted_back is not None
    back, _ = apply(left, pasted_back)
    assert back == show
    assert left_behind(cut, left, back) == LeftBehind()


def test_a_duplicate_has_the_reasons_of_its_original() -> None:
    show = evening(*WORDS)
    edit = editing.duplicate(show, {"s1"}, lambda: "n1")
    assert edit is not None
    made, inverse = apply(show, edit)
    came = made.claim_overrides[len(WORDS) :]
    assert [(one.item_id, one.rule_id) for one in came] == [("n1", rule) for rule in WORDS]
    assert apply(made, inverse)[0] == show


def test_two_products_that_are_one_elsewhere_are_sold_once_there() -> None:
    twin = replace(GOODS[0], id="p9", link=9)
    show = evening()
    sells = replace(show.segments[0], product_ids=("p1", "p9"))
    source = replace(show, segments=(sells, *show.segments[1:]), products=(*GOODS, twin))
    elsewhere = replace(evening(), id="elsewhere", products=(replace(GOODS[0], id="z1"),), segments=())
    pasted, _ = put(elsewhere, clip(source, {"s1"}))
    assert pasted.segments[0].product_ids == ("z1",)
