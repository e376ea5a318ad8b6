"""The card in OBS when a standby plan that brought a product of its own goes off air."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain.card import CardSlot
from livedesk.domain.clock import SECOND
from livedesk.domain.edits import ReplaceProduct
from livedesk.domain.errors import UserError
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
    again.after(2 * SECOND)
    said = [dict(card.texts)[CardSlot.NAME] for card in again.around.cards]
    assert said == ["修护霜"], (
        "nobody knows what OBS was told before; once is enough, for nothing has a stock here"
    )
    again.around.cards.clear()
    edited = replace(products[0], name="修护霜 新装")
    again.session.edit(ReplaceProduct(edited), again.session.state.revision)
    again.after(SECOND)
    assert [dict(card.texts)[CardSlot.NAME] for card in again.around.cards] == ["修护霜 新装"]


def selling(*sold: str) -> Bench:
    """On air with a segment for each of these, a product's id or nothing, and plans with and without a product."""
    products = tuple(Product(f"p{at}", f"商品{at}", live_price=100 * at) for at in range(1, 5))
    plans = (
        Standby("b2", "换品", "b", product_id="p4"),
        Standby("b3", "换品不停", "", StandbyMode.REPLACE, product_id="p3"),
        Standby("b4", "聊天", "b", StandbyMode.REPLACE),
    )
    document = small_show()
    segments = tuple(segment(at, 5, product_ids=(one,) if one else ()) for at, one in enumerate(sold, 1))
    return Bench(
        replace(
            document, products=products, segments=segments, standbys=(*document.standbys, *plans), promotions=()
        )
    ).live()


def restarted(bench: Bench) -> Bench:
    again = Bench(bench.session.state.show, run=bench.session.state.run, resuming=True)
    again.do(c.Resume())
    again.save()
    again.after(SECOND)
    return again


def on_card_after_edit(bench: Bench) -> list[str]:
    """The names that the card says when every product gets another name: whose the card is."""
    told = len(bench.around.cards)
    state = bench.session.state
    renamed = tuple(replace(product, name=f"新{product.name}") for product in state.show.products)
    bench.session.replace_document(replace(state.show, products=renamed), state.revision + 1)
    return [dict(card.texts)[CardSlot.NAME] for card in bench.around.cards[told:]]


def test_back_onto_a_segment_that_sells_nothing_says_what_was_there_before() -> None:
    bench = selling("", "p1")
    assert on_the_card(bench, c.Go()) == "商品1"
    assert on_the_card(bench, c.Back()) == ""
    assert on_card_after_edit(bench) == on_card_after_edit(restarted(bench)) == []
    bench = selling("p1", "", "p2")
    assert on_the_card(bench, c.Go()) is None
    assert on_the_card(bench, c.Go()) == "商品2"
    assert on_the_card(bench, c.Back()) == "商品1"
    assert on_card_after_edit(restarted(bench)) == on_card_after_edit(bench) == ["新商品1"]


def test_what_a_person_presents_during_a_plan_stays_also_after_a_restart() -> None:
    bench = selling("p1", "")
    assert on_the_card(bench, c.CallStandby("b2")) == "商品4"
    assert on_the_card(bench, c.PresentProduct("p2")) == "商品2"
    again = restarted(bench)
    assert on_the_card(again, c.Jump("s2")) is None
    assert on_card_after_edit(again) == ["新商品2"]


def test_what_a_person_presents_during_a_plan_stays_after_its_end_where_nothing_is_sold() -> None:
    bench = selling("", "p1")
    on_the_card(bench, c.CallStandby("b2"))
    assert on_the_card(bench, c.PresentProduct("p2")) == "商品2"
    assert on_the_card(bench, c.EndStandby()) is None
    assert on_card_after_edit(restarted(bench)) == on_card_after_edit(bench) == ["新商品2"]


def test_the_panic_scene_comes_without_the_card_of_a_go_that_is_not_saved_yet() -> None:
    bench = selling("", "p1")
    taken = len(bench.around.takes)
    bench.do(c.Go())
    bench.do(c.Panic())
    bench.save()
    cards = [(take.urgent, dict(card.texts).get(CardSlot.NAME)) for take, card in bench.around.takes[taken:]]
    assert cards == [(True, None), (False, "商品1")]


def test_a_plans_product_stays_lent_under_the_panic_scene() -> None:
    bench = selling("", "")
    assert on_the_card(bench, c.CallStandby("b3")) == "商品3"
    assert on_the_card(bench, c.Panic()) is None
    assert on_the_card(restarted(bench), c.EndStandby()) == "商品3"
    assert on_the_card(bench, c.EndStandby()) == "商品3"
    assert on_the_card(restarted(bench), c.Jump("s2")) == ""
    assert on_the_card(bench, c.Jump("s2")) == ""


COMMANDS = (
    *(c.Jump(f"s{at}") for at in range(1, 5)),
    *(c.CallStandby(f"b{at}") for at in range(2, 5)),
    *(c.PresentProduct(f"p{at}") for at in range(1, 5)),
    c.Go(),
    c.Back(),
    c.Back(),
    c.EndStandby(),
    c.Panic(),
    c.TakeAgain(),
)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(["", "", "p1", "p2"]), min_size=4, max_size=4),
    st.lists(st.tuples(st.sampled_from(COMMANDS), st.booleans()), max_size=12),
)
def test_whatever_happened_the_card_says_what_it_would_after_a_restart(
    sold: list[str], happened: list[tuple[c.Command, bool]]
) -> None:
    bench = selling(*sold)
    for command, saves in happened:
        with suppress(UserError):
            bench.do(command)
        if saves:
            bench.save()
    bench.save()
    run = bench.session.state.run
    assert run.product is None or run.product.id == run.card.shown
    anew = restarted(bench)
    assert on_card_after_edit(bench) == on_card_after_edit(anew)


@given(
    st.lists(st.sampled_from(["", "", "p1", "p2"]), min_size=4, max_size=4),
    st.lists(st.sampled_from(COMMANDS), max_size=12),
)
def test_whatever_happened_obs_was_told_the_card_of_the_run(sold: list[str], happened: list[c.Command]) -> None:
    bench = selling(*sold)
    said = sold[0].replace("p", "商品")
    for command in happened:
        with suppress(UserError):
            told = on_the_card(bench, command)
            said = said if told is None else told
        assert said == bench.session.state.run.card.shown.replace("p", "商品")
