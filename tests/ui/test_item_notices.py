"""What OBS shows and hides against the segment's wish is told in words, with two ways out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bare_desk import Desk
from window_room import obs_status, offers_of, on_air_snapshot

from livedesk.domain import commands as c
from livedesk.domain.rundown import ItemWish
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.window import MainWindow

WISHES = (ItemWish("价格条"), ItemWish("促销条", shown=False))
RIGHT = (("价格条", True), ("促销条", False), ("机位", True))


def wanting(desk: Desk, *wishes: ItemWish) -> SessionSnapshot:
    """On air with a segment that has wishes."""
    snapshot = on_air_snapshot(desk)
    run = snapshot.state.run
    airing = run.airings[-1]
    airing = replace(airing, own_scene=airing.scene, own_items=wishes)
    run = replace(run, airings=(*run.airings[:-1], airing))
    return replace(snapshot, state=replace(snapshot.state, run=run))


def test_a_hidden_item_is_told_and_the_director_chooses(window: MainWindow, desk: Desk) -> None:
    desk.publish(wanting(desk, *WISHES))
    desk.publish(obs_status(items=RIGHT))
    window.ticker.tick()
    assert window.banners.keys == ()
    desk.publish(obs_status(items=(("价格条", False), *RIGHT[1:])))
    window.ticker.tick()
    banner = window.banners.banner("items")
    assert banner is not None
    assert banner.words.text() == 'OBS hides "价格条": the segment wants it shown.'
    right, leave = offers_of(window, "items")
    right.click()
    desk.later()
    leave.click()
    assert desk.sent == [c.PutItems(), c.LeaveItems()]
    desk.publish(obs_status(items=(("价格条", False), ("促销条", True)), studio=True))
    window.ticker.tick()
    words = banner.words.text()
    assert 'OBS shows "促销条": the segment wants it hidden.' in words
    assert "studio mode" in words
    desk.publish(obs_status(items=RIGHT))
    window.ticker.tick()
    assert window.banners.keys == ()


@pytest.mark.parametrize(
    "changes", [{"transitioning": True}, {"switching": True}, {"program": "双机位"}, {"items": ()}]
)
def test_nothing_is_said_while_obs_is_on_its_way_or_elsewhere(
    window: MainWindow, desk: Desk, changes: dict[str, object]
) -> None:
    desk.publish(wanting(desk, *WISHES))
    desk.publish(obs_status(**{"items": (("价格条", False),), **changes}))  # type: ignore[arg-type]  # its fields
    window.ticker.tick()
    assert "items" not in window.banners.keys


def test_nothing_is_said_of_items_without_a_wish_or_that_were_left(window: MainWindow, desk: Desk) -> None:
    desk.publish(wanting(desk))
    desk.publish(obs_status(items=(("价格条", False),)))
    window.ticker.tick()
    assert window.banners.keys == ()
    snapshot = wanting(desk, *WISHES)
    left = replace(snapshot.state.run, items_left=True)
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=left)))
    window.ticker.tick()
    assert window.banners.keys == ()
