"""Items of the scene on air on a real OBS: known as they are, and put right where viewers see it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.domain.rundown import ItemWish, TransitionKind
from tests.integration.desk import Desk
from tests.integration.obs import Director, RealObs, wait_for

pytestmark = pytest.mark.obs
SCENE, BAR = "商品特写", "库存"


def flick(director: Director, shown: bool) -> None:
    """A hand shows or hides the bar in OBS."""
    items = director.do("GetSceneItemList", sceneName=SCENE)["sceneItems"]
    number = next(item["sceneItemId"] for item in items if item["sourceName"] == BAR)
    director.do("SetSceneItemEnabled", sceneName=SCENE, sceneItemId=number, sceneItemEnabled=shown)


def shown(director: Director) -> bool:
    """Whether OBS shows the bar."""
    items = director.do("GetSceneItemList", sceneName=SCENE)["sceneItems"]
    return next(bool(item["sceneItemEnabled"]) for item in items if item["sourceName"] == BAR)


def test_what_each_scene_draws_is_known_before_its_take(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    other = next(scene for scene in service.status.scenes if BAR not in service.status.sources[scene])
    assert BAR in service.status.sources[SCENE]
    with Director(real_obs) as director:
        added = director.do("CreateSceneItem", sceneName=other, sourceName=BAR)
        desk.until(lambda: BAR in service.status.sources[other], 2, "the source is in the scene")
        director.do("RemoveSceneItem", sceneName=other, sceneItemId=added["sceneItemId"])
        desk.until(lambda: BAR not in service.status.sources[other], 2, "and is gone again")


@pytest.mark.parametrize("studio", [False, True])
def test_what_a_hand_hid_is_known_and_put_right(real_obs: RealObs, desk: Desk, studio: bool) -> None:
    service = desk.ready(real_obs)
    wish = ItemWish(BAR)
    with Director(real_obs, events=True) as director:
        director.do("SetStudioModeEnabled", studioModeEnabled=studio)
        desk.until(lambda: service.status.studio is studio, 2, "studio mode")
        service.take(ObsTake(1, SCENE, items=(wish,)), CardTexts())
        desk.report(1)
        desk.until(lambda: (BAR, True) in service.status.items, 2, "the items of the scene on air")
        flick(director, shown=False)
        desk.until(lambda: (BAR, False) in service.status.items, 2, "the hand is seen")
        service.show_items("双机位", (wish,))
        director.events.clear()
        service.show_items(SCENE, (wish,))
        desk.until(lambda: (BAR, True) in service.status.items, 2, "right again")
        assert shown(director)
        if studio:
            wait_for(lambda: director.saw("SceneTransitionEnded"), 3, "the copy on air is made anew")
            assert director.program() == SCENE
        desk.until(lambda: not service.status.transitioning, 2, "at rest")
    assert desk.manual() == []
    assert [report.take for report in desk.reports(1)] == [1]


def test_a_take_waits_until_the_copy_on_air_was_made_anew(real_obs: RealObs, desk: Desk) -> None:
    """Another kind of transition into one that begins would freeze OBS's output."""
    service = desk.ready(real_obs)
    wish = ItemWish(BAR)
    with Director(real_obs, events=True) as director:
        director.do("SetStudioModeEnabled", studioModeEnabled=True)
        desk.until(lambda: service.status.studio, 2, "studio mode")
        service.take(ObsTake(1, SCENE, TransitionKind.FADE, 300, items=(wish,)), CardTexts())
        assert desk.report(1).result is TakeResult.CONFIRMED
        for take in range(2, 8, 2):
            flick(director, shown=False)
            desk.until(lambda: (BAR, False) in service.status.items, 2, "the hand is seen")
            # OBS tells of the scene before it tells of the end of the fade to it.
            desk.until(lambda: not service.status.transitioning, 2, "the fade is over")
            director.do("GetStudioModeEnabled")
            director.events.clear()
            service.show_items(SCENE, (wish,))
            service.take(ObsTake(take, "双机位", TransitionKind.CUT, 0), CardTexts())
            assert desk.report(take).result is TakeResult.CONFIRMED
            director.do("GetStudioModeEnabled")
            steps = [event["eventType"] for event in director.events]
            steps = [name for name in steps if name in ("SceneTransitionStarted", "SceneTransitionEnded")]
            assert steps[:3] == ["SceneTransitionStarted", "SceneTransitionEnded", "SceneTransitionStarted"]
            service.take(ObsTake(take + 1, SCENE, TransitionKind.FADE, 300, items=(wish,)), CardTexts())
            assert desk.report(take + 1).result is TakeResult.CONFIRMED
    assert not service.status.stuck


@pytest.mark.parametrize("studio", [False, True])
def test_a_take_leaves_what_a_hand_hid_on_air_and_take_again_puts_it_right(
    real_obs: RealObs, desk: Desk, studio: bool
) -> None:
    service = desk.ready(real_obs)
    with Director(real_obs, events=True) as director:
        director.do("SetStudioModeEnabled", studioModeEnabled=studio)
        desk.until(lambda: service.status.studio is studio, 2, "studio mode")
        first = ObsTake(1, SCENE, items=(ItemWish(BAR),))
        service.take(first, CardTexts())
        assert desk.report(1).result is TakeResult.CONFIRMED
        flick(director, shown=False)
        desk.until(lambda: (BAR, False) in service.status.items, 2, "the hand is seen")
        service.take(replace(first, take=2), CardTexts())
        assert (desk.report(2).result, desk.report(2).detail) == (TakeResult.CONFIRMED, f"item_on_air {BAR}")
        assert not shown(director), "a GO to the same scene changes nothing that is seen"
        director.events.clear()
        service.take(replace(first, take=3, again=True), CardTexts(((CardSlot.NAME, "修护精华"),)))
        assert (desk.report(3).result, desk.report(3).detail) == (TakeResult.CONFIRMED, "")
        assert shown(director)
        assert director.text("商品名称") == "修护精华"
        assert director.saw("SceneTransitionEnded") is studio, "where a copy is on air it is made anew"
        desk.until(lambda: (BAR, True) in service.status.items, 2, "OBS has told it")
        desk.until(lambda: not service.status.transitioning, 2, "at rest")
    assert desk.manual() == []
    assert [len(desk.reports(take)) for take in (1, 2, 3)] == [1, 1, 1]
