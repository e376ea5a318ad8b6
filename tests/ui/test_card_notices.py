"""What a hand typed on the card in OBS is told in words, with two ways out; so is an input that OBS has not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bare_desk import Desk
from window_room import obs_status, offers_of, on_air_snapshot

from livedesk.domain import commands as c
from livedesk.domain.card import CardDifference, CardSlot
from livedesk.ui.card_mapping.door import CARD
from livedesk.ui.context import GoTo
from livedesk.ui.window import MainWindow

TYPED = CardDifference(CardSlot.LIVE_PRICE, "直播价", "¥1", "¥99")
NAMED = CardDifference(CardSlot.NAME, "商品名称", "", "修护精华" * 20)


def test_a_typed_price_is_told_and_the_director_chooses(window: MainWindow, desk: Desk) -> None:
    desk.publish(on_air_snapshot(desk))
    desk.publish(obs_status(card=(TYPED, NAMED)))
    window.ticker.tick()
    banner = window.banners.banner("card")
    assert banner is not None
    price, name = 'Live price on the card: OBS shows "¥1", the rundown says "¥99".', "Product name on the card"
    assert banner.words.text().startswith(f'{price} {name}: OBS shows "—", the rundown says "修护精华')
    assert len(banner.words.text()) < 200
    again, leave = offers_of(window, "card")
    again.click()
    desk.later()
    leave.click()
    assert desk.sent == [c.PutCard((TYPED, NAMED)), c.LeaveCard((TYPED, NAMED))]
    desk.publish(obs_status())
    window.ticker.tick()
    assert window.banners.keys == ()


def test_what_was_left_is_not_told_again(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    left = replace(snapshot.state.run, card_left=(TYPED,))
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=left)))
    desk.publish(obs_status(card=(TYPED,)))
    window.ticker.tick()
    assert window.banners.keys == ()
    desk.publish(obs_status(card=(replace(TYPED, shown="¥2"),)))
    window.ticker.tick()
    assert window.banners.keys == ("card",)


def test_it_is_told_beside_another_scene_than_the_rundown_s(window: MainWindow, desk: Desk) -> None:
    desk.publish(on_air_snapshot(desk))
    desk.publish(obs_status("双机位", card=(TYPED,)))
    window.ticker.tick()
    assert set(window.banners.keys) == {"scene", "card"}


@pytest.mark.parametrize("changes", [{"transitioning": True}, {"switching": True}])
def test_nothing_is_said_while_obs_is_on_its_way(
    window: MainWindow, desk: Desk, changes: dict[str, object]
) -> None:
    desk.publish(on_air_snapshot(desk))
    desk.publish(obs_status(card=(TYPED,), card_missing=((CardSlot.STOCK, "库存"),), **changes))
    window.ticker.tick()
    assert not {"card", "card_missing"} & set(window.banners.keys)


def test_an_input_that_obs_has_not_is_told_with_where_to_choose_another(window: MainWindow, desk: Desk) -> None:
    desk.publish(on_air_snapshot(desk))
    desk.publish(obs_status(card_missing=((CardSlot.STOCK, "库存"),)))
    window.ticker.tick()
    banner = window.banners.banner("card_missing")
    assert banner is not None
    assert 'Stock ("库存")' in banner.words.text()
    (choose,) = offers_of(window, "card_missing")
    assert choose.offer.does == GoTo("settings", CARD)
    desk.publish(obs_status())
    window.ticker.tick()
    assert window.banners.keys == ()
