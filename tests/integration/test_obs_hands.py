"""Clicks inside a real OBS beside the scene on air: each told once, and never what the desk did itself."""

from __future__ import annotations

import pytest

from livedesk.domain.card import CardTexts
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.domain.events_desk import HandKind
from livedesk.domain.rundown import ItemWish, TransitionKind
from livedesk.services.obs.hands import CALM_S, STIRRED_S
from tests.integration.desk import Desk
from tests.integration.obs import SCENES, Director, RealObs

pytestmark = pytest.mark.obs
SHOWN, PRICE, STOCK = "商品特写", "直播价", "库存"
KINDS = (TransitionKind.CUT, TransitionKind.FADE)


def flick(director: Director, source: str, *, shown: bool, scene: str = SHOWN) -> None:
    """A hand shows or hides an item in OBS."""
    items = director.do("GetSceneItemList", sceneName=scene)["sceneItems"]
    number = next(item["sceneItemId"] for item in items if item["sourceName"] == source)
    director.do("SetSceneItemEnabled", sceneName=scene, sceneItemId=number, sceneItemEnabled=shown)


@pytest.mark.parametrize("studio", [False, True])
def test_twenty_takes_of_the_desk_are_nobody_s_hand(real_obs: RealObs, desk: Desk, studio: bool) -> None:
    service = desk.ready(real_obs)
    service.set_studio(studio)
    desk.until(lambda: service.status.studio is studio, 2, "studio mode")
    for number in range(1, 21):
        scene = SHOWN if number % 2 else SCENES[number // 2 % 3]
        wishes = (ItemWish(PRICE, number % 4 == 1), ItemWish(STOCK, number % 3 == 0)) if scene == SHOWN else ()
        take = ObsTake(number, scene, KINDS[number // 2 % 2], 100, items=wishes)
        service.take(take, CardTexts())
        assert desk.report(number).result is TakeResult.CONFIRMED
        service.preview(SCENES[number % 5])
        if number == 19:
            service.show_items(SHOWN, (ItemWish(PRICE), ItemWish(STOCK)))
            desk.until(lambda: {(PRICE, True), (STOCK, True)} <= set(service.status.items), 2, "put right")
            desk.until(lambda: not service.status.transitioning, 2, "at rest")
    service.set_studio(not studio)
    desk.until(lambda: service.status.studio is not studio, 2, "studio mode the other way")
    service.free_output()
    with Director(real_obs) as director:
        kinds = ("cut_transition", "fade_transition")
        now = director.do("GetCurrentSceneTransition")["transitionName"]
        other = next(name for name in map(director.transition_name, kinds) if name != now)
        director.do("SetCurrentSceneTransition", transitionName=other)
        # Bursts of before, if there were any, have been told by then.
        desk.until(lambda: desk.hands() != [], CALM_S + 3, "the one hand")
    assert desk.hands() == [(HandKind.TRANSITION, other, None)]
    assert desk.manual() == []


def test_each_click_of_a_hand_is_told_once(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    service.take(ObsTake(1, SHOWN, items=(ItemWish(PRICE),)), CardTexts())
    desk.report(1)
    with Director(real_obs) as director:
        for _ in range(5):
            flick(director, PRICE, shown=False)
            flick(director, PRICE, shown=True)
        flick(director, PRICE, shown=False)
        flick(director, STOCK, shown=False)
        desk.until(lambda: len(desk.hands()) == 2, CALM_S + 2, "a burst of each item is one")
        assert desk.hands() == [(HandKind.ITEM, PRICE, False), (HandKind.ITEM, STOCK, False)]
        service.take(ObsTake(2, SCENES[1]), CardTexts())
        desk.report(2)
        flick(director, PRICE, shown=True)
        flick(director, STOCK, shown=True)

        desk.commands.clear()
        fade = director.transition_name("fade_transition")
        director.do("SetCurrentSceneTransition", transitionName=fade)
        desk.until(lambda: desk.hands() == [(HandKind.TRANSITION, fade, None)], CALM_S + 2, "the transition alone")

        desk.commands.clear()
        director.do("SetStudioModeEnabled", studioModeEnabled=True)
        desk.until(
            lambda: desk.hands() == [(HandKind.STUDIO, "", True)], CALM_S + STIRRED_S + 2, "studio mode alone"
        )

        desk.commands.clear()
        director.do("SetCurrentPreviewScene", sceneName="双机位")
        director.do("SetCurrentPreviewScene", sceneName="抽奖转盘")
        desk.until(lambda: desk.hands() == [(HandKind.PREVIEW, "抽奖转盘", None)], CALM_S + 2, "the preview, once")
        director.do("SetStudioModeEnabled", studioModeEnabled=False)


def test_another_collection_is_told_with_its_name_alone(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    with Director(real_obs) as director:
        director.do("CreateSceneCollection", sceneCollectionName="别的")
        desk.until(lambda: desk.hands() == [(HandKind.COLLECTION, "别的", None)], CALM_S + 5, "the collection")
        desk.until(lambda: not service.status.switching, 5, "it is there")
        director.do("SetCurrentSceneCollection", sceneCollectionName="livedesk")
        desk.until(lambda: len(desk.hands()) == 2, CALM_S + 5, "and back")
        assert desk.hands()[1] == (HandKind.COLLECTION, "livedesk", None)
