"""A take that did not go through, or not whole, on a real OBS: the card says what the rundown sells all the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Event

import pytest

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.domain.rundown import ItemWish, TransitionKind
from livedesk.domain.status import LinkState
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.service import ObsService
from tests.integration.desk import Desk
from tests.integration.obs import Director, RealObs, wait_for
from tests.integration.relay import Relay

pytestmark = pytest.mark.obs
SCENE, OTHER, BAR, PRICE = "商品特写", "双机位", "库存", "直播价"


def card(price: str) -> CardTexts:
    return CardTexts(((CardSlot.LIVE_PRICE, price),))


def mistake(service: ObsService, change: Callable[[Mirror], object]) -> Mirror:
    """Let the service believe something of OBS that is not so any more: no event tells it."""
    done = Event()

    def work() -> None:
        change(service._mirror)
        done.set()

    service._loop.post(work)
    assert done.wait(2)
    return service._mirror


def test_the_card_of_a_take_that_was_withheld_is_on_air_when_the_link_comes_back(
    real_obs: RealObs, desk: Desk
) -> None:
    """The scene is the same: nothing else would say that the price is the one of the product before."""
    relay = Relay(real_obs.port)
    service = desk.ready(real_obs, port=relay.port)
    service.take(ObsTake(1, SCENE), card("¥99"))
    assert desk.report(1).result is TakeResult.CONFIRMED
    with Director(real_obs) as director:
        relay.hold()
        relay.reset()
        desk.until(lambda: service.status.link is not LinkState.READY, 3, "the link is gone")
        service.take(ObsTake(2, SCENE), card("¥199"))
        assert (desk.report(2).result, desk.report(2).detail) == (TakeResult.WITHHELD, "no_link")
        assert director.text(PRICE) == "¥99"
        relay.resume()
        wait_for(lambda: director.text(PRICE) == "¥199", 10, "the price of what is sold now")
    relay.close()


def test_the_card_of_a_take_to_a_scene_that_is_gone_is_on_air(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    service.take(ObsTake(1, SCENE), card("¥99"))
    assert desk.report(1).result is TakeResult.CONFIRMED
    service.take(ObsTake(2, "没有这个场景"), card("¥199"))
    assert (desk.report(2).result, desk.report(2).detail) == (TakeResult.WITHHELD, "scene_missing")
    with Director(real_obs) as director:
        wait_for(lambda: director.text(PRICE) == "¥199", 3, "the price of what is sold now")


def test_a_fade_that_obs_has_no_more_keeps_neither_the_card_nor_the_items_from_the_take(
    real_obs: RealObs, desk: Desk
) -> None:
    service = desk.ready(real_obs)
    with Director(real_obs) as director:
        service.take(ObsTake(1, OTHER), card("¥99"))
        assert desk.report(1).result is TakeResult.CONFIRMED
        known = service._mirror.names[TransitionKind.FADE]
        mirror = mistake(service, lambda one: one.names.update({TransitionKind.FADE: "改过名的淡入"}))
        fade = ObsTake(2, SCENE, TransitionKind.FADE, 200, items=(ItemWish(BAR, shown=False),))
        service.take(fade, card("¥199"))
        assert (desk.report(2).result, desk.report(2).detail) == (TakeResult.CONFIRMED, "transition_missing")
        assert director.text(PRICE) == "¥199"
        desk.until(lambda: (BAR, False) in service.status.items, 2, "the bar is hidden, as the take has it")
        desk.until(lambda: mirror.names[TransitionKind.FADE] == known, 3, "OBS is read anew")
        service.take(replace(fade, take=3, scene=OTHER, items=()), card("¥99"))
        assert (desk.report(3).result, desk.report(3).detail) == (TakeResult.CONFIRMED, "")
        service.take(ObsTake(4, SCENE, items=(ItemWish(BAR),)), CardTexts())
        assert desk.report(4).result is TakeResult.CONFIRMED


def test_an_item_that_could_not_be_hidden_is_not_taken_for_hidden(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    service.take(ObsTake(1, OTHER), card("¥99"))
    assert desk.report(1).result is TakeResult.CONFIRMED

    def renumber(mirror: Mirror) -> None:
        items = mirror.items._items
        items[SCENE] = tuple(replace(item, number=4_711) if item.source == BAR else item for item in items[SCENE])

    mirror = mistake(service, renumber)
    assert [item.shown for item in mirror.items.of(SCENE) if item.source == BAR] == [True]
    service.take(ObsTake(2, SCENE, items=(ItemWish(BAR, shown=False),)), card("¥199"))
    assert (desk.report(2).result, desk.report(2).detail) == (TakeResult.CONFIRMED, f"item_missing {BAR}")
    desk.until(lambda: service.status.program == SCENE, 2, "on air")
    assert (BAR, True) in service.status.items
    with Director(real_obs) as director:
        assert director.text(PRICE) == "¥199"
