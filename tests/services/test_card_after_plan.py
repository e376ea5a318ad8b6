"""The card in OBS when a standby plan that brought a product of its own goes off air."""

from __future__ import annotations

from dataclasses import replace

import pytest

from livedesk.domain import commands as c
from livedesk.domain.card import CardSlot
from livedesk.domain.clock import SECOND
from livedesk.domain.edits import ReplaceProduct
from livedesk.domain.product import Product
from livedesk.domain.rundown import Standby, StandbyMode
from tests.services.session_desk import Bench, small_show
from tests.unit.shows import segment


def lending(scene: str = "b", mode: StandbyMode = StandbyMode.PAUSE) -> Bench:
    """On air with a segment that sells nothing, and a standby plan that brings a product of its own."""
    products = (Product("p1", "修护霜", live_price=12900), Product("p2", "面膜", live_price=5900))
    plan = Standby("b2", "断货换品", scene, mode, product_id="p2")
    document = small_show()
    bare = replace(document.segments[2], scene="")
    segments = (*document.segments[:2], bare, segment(4, 5))
    return Bench(
        replace(document, products=products, segments=segments, standbys=(*document.standbys, plan))
    ).live()


def on_the_card(bench: Bench, command: c.Command) -> str | None:
    """The name that the command has the card say, None where it leaves the card alone."""
    takes, cards = len(bench.around.takes), len(bench.around.cards)
    bench.do(command)
    bench.save()
    bench.after(SECOND)
    told = [card for _, card in bench.around.takes[takes:]] + bench.around.cards[cards:]
    names = [dict(card.texts)[CardSlot.NAME] for card in told if CardSlot.NAME in dict(card.texts)]
    return names[-1] if names else None


@pytest.mark.parametrize("leaves", [c.Jump("s4"), c.Jump("s3"), c.EndStandby()])
@pytest.mark.parametrize("scene", ["b", ""])
def test_a_plans_product_leaves_the_card_with_its_plan(leaves: c.Command, scene: str) -> None:
    bench = lending(scene)
    assert on_the_card(bench, c.CallStandby("b2")) == "面膜"
    assert on_the_card(bench, leaves) == ""
    assert on_the_card(bench, c.Jump("s2")) == "修护霜"
    assert on_the_card(bench, c.CallStandby("b2")) == "面膜"
    assert on_the_card(bench, c.Panic()) is None
    assert on_the_card(bench, c.Jump("s4")) == "修护霜", "as a take to it leaves it without the plan"
    assert on_the_card(bench, c.Jump("s3")) is None


def test_what_a_person_presents_during_a_plan_stays_on_the_card() -> None:
    bench = lending()
    on_the_card(bench, c.CallStandby("b2"))
    assert on_the_card(bench, c.PresentProduct("p1")) == "修护霜"
    assert on_the_card(bench, c.Jump("s4")) is None


def test_a_plans_product_leaves_the_card_also_after_a_restart() -> None:
    first = lending()
    on_the_card(first, c.CallStandby("b2"))
    again = Bench(first.session.state.show, run=first.session.state.run, resuming=True)
    again.do(c.Resume())
    assert on_the_card(again, c.Jump("s4")) == ""


def test_back_onto_a_plan_lends_its_product_once_more() -> None:
    bench = lending(mode=StandbyMode.REPLACE)
    on_the_card(bench, c.Jump("s2"))
    bench.do(c.CallStandby("b2"))
    bench.save()
    bench.after(SECOND)
    assert on_the_card(bench, c.Jump("s1")) == "修护霜"
    assert on_the_card(bench, c.Back()) == "面膜"
    assert on_the_card(bench, c.Jump("s3")) == "修护霜", "the plan's product goes with the plan"


def test_after_back_and_a_restart_the_card_follows_what_is_on_air() -> None:
    document = small_show()
    products = (Product("p1", "修护霜", live_price=12900), Product("p2", "面膜", live_price=5900))
    first, second, *rest = document.segments
    segments = (replace(first, product_ids=("p1",)), replace(second, product_ids=("p2",)), *rest)
    bench = Bench(replace(document, products=products, segments=segments)).live()
    assert on_the_card(bench, c.Jump(second.id)) == "面膜"
    assert on_the_card(bench, c.Back()) == "修护霜"
    again = Bench(bench.session.state.show, run=bench.session.state.run, resuming=True)
    again.do(c.Resume())
    again.save()
    again.session.sold({"p1": 1, "p2": 1})
    again.after(2 * SECOND)
    assert again.around.cards == [], "nothing has a stock here"
    edited = replace(products[0], name="修护霜 新装")
    again.session.edit(ReplaceProduct(edited), again.session.state.revision)
    again.after(SECOND)
    assert [dict(card.texts)[CardSlot.NAME] for card in again.around.cards] == ["修护霜 新装"]
