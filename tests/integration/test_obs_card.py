"""The card on a collection that livedesk lays out by itself: twins, items, and the tools of the card's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest

from livedesk.domain.card import CardSlot, CardTexts, card_texts
from livedesk.domain.card_mapping import CardInventory, CardMapping
from livedesk.domain.commands import Back, CallStandby, Command, EndStandby, Go, GoLive, Panic, TakeAgain
from livedesk.domain.effects import ObsTake, effects
from livedesk.domain.errors import UserError
from livedesk.domain.events import TakeResult
from livedesk.domain.product import Product
from livedesk.domain.ready_scenes import ReadyScene
from livedesk.domain.rundown import ItemWish, Standby, TransitionKind
from livedesk.services.obs.service import ObsService
from tests.integration.desk import Desk
from tests.integration.obs import Director, RealObs, wait_for
from tests.unit.shows import Desk as Rules
from tests.unit.shows import at, segment, show

pytestmark = pytest.mark.obs
TALK, CLOSE, PANIC = (
    ReadyScene("讲品", card=True),
    ReadyScene("特写", card=True),
    ReadyScene("紧急画面", plain=True),
)
SCENES = (TALK, CLOSE, PANIC)
LABELS = {CardSlot.LIST_PRICE: "日常价", CardSlot.STOCK: "库存"}
BAR = "促销条"


@pytest.fixture
def service(real_obs: RealObs, desk: Desk) -> Iterator[ObsService]:
    """A service on a collection that it laid out itself."""
    made = desk.ready(real_obs)
    name, mapping = made.card_tools.create_collection(SCENES, LABELS)
    made.map_cards({name: mapping})
    desk.until(lambda: desk.inventories[-1].mapping == mapping and desk.inventories[-1].by_hand, 5, "its mapping")
    desk.until(lambda: made.status.program == TALK.name and not made.status.switching, 5, "it is there")
    desk.until(lambda: _complete(desk.inventories[-1]), 5, "every twin is known, with all that it shows")
    # That another collection came was somebody's hand; what follows is not.
    desk.commands.clear()
    yield made
    desk.close()
    with Director(real_obs) as director:
        director.do("SetCurrentSceneCollection", sceneCollectionName="livedesk")


def card(name: str) -> CardTexts:
    return CardTexts(((CardSlot.NAME, name), (CardSlot.LIVE_PRICE, f"¥{len(name)}")))


def twin_of(desk: Desk, scene: str) -> str:
    return next(each.twin for each in desk.inventories[-1].mapping.twins if each.scene == scene)


def test_the_collection_has_twins_with_a_bank_each(service: ObsService, real_obs: RealObs, desk: Desk) -> None:
    told = desk.inventories[-1]
    assert service.status.scenes == tuple(scene.name for scene in SCENES)
    assert [twin.scene for twin in told.mapping.twins] == [TALK.name, CLOSE.name]
    assert told.missing == told.mixing == ()
    assert {slot.slot for slot in told.mapping.inputs if slot.a and slot.b} == set(CardSlot)
    price = told.mapping.of(CardSlot.LIVE_PRICE)
    with Director(real_obs) as director:
        items = [_items(director, scene) for scene in (TALK.name, twin_of(desk, TALK.name))]
        assert [item["sceneItemTransform"] for item in items[0]] == [
            item["sceneItemTransform"] for item in items[1]
        ]
        assert [told.mapping.other_bank(item["sourceName"]) or item["sourceName"] for item in items[0]] == [
            item["sourceName"] for item in items[1]
        ]
        looks = [director.do("GetInputSettings", inputName=name) for name in (price.a, price.b)]
        assert looks[0] == looks[1]
    texts = {each.name: each.scenes for each in told.inputs}
    assert set(texts[price.a]) == {TALK.name, CLOSE.name}
    assert set(texts[price.b]) == {twin_of(desk, TALK.name), twin_of(desk, CLOSE.name)}


def test_a_take_to_the_scene_on_air_goes_to_its_twin_with_one_switch(
    service: ObsService, real_obs: RealObs, desk: Desk
) -> None:
    with Director(real_obs, events=True) as director:
        service.take(ObsTake(1, TALK.name), card("修护霜"))
        assert desk.report(1).result is TakeResult.CONFIRMED
        assert director.program() == twin_of(desk, TALK.name)
        assert service.status.program == TALK.name
        wait_for(lambda: director.text("商品名称") == "修护霜", 2, "the bank off air catches up")
        director.events.clear()
        service.take(ObsTake(2, TALK.name), card("水乳套装"))
        assert desk.report(2).result is TakeResult.CONFIRMED
        assert director.program() == TALK.name
        wait_for(lambda: director.saw("SceneTransitionEnded"), 2, "the switch is over")
        assert [event["eventType"] for event in director.events].count("SceneTransitionStarted") == 1
    assert desk.manual() == []


def test_a_hand_on_a_twin_is_told_by_its_scene(service: ObsService, real_obs: RealObs, desk: Desk) -> None:
    twin = twin_of(desk, TALK.name)
    with Director(real_obs) as director:
        director.do("SetCurrentProgramScene", sceneName=twin)
        service.take(ObsTake(1, CLOSE.name), card("修护霜"))
        assert desk.report(1).result is TakeResult.CONFIRMED
        assert desk.manual() == [], "from a scene to its twin: the rundown knows them as one"
        director.do("SetCurrentProgramScene", sceneName=twin)
        desk.until(lambda: desk.manual() == [TALK.name], 2, "a hand, told by the scene")
        assert service.status.program == TALK.name
        service.take(ObsTake(2, PANIC.name, urgent=True), CardTexts())
        assert desk.report(2).result is TakeResult.CONFIRMED
        assert director.program() == PANIC.name
        director.do("SetSceneName", sceneName=twin, newSceneName="副本")
        desk.until(lambda: desk.inventories[-1].mapping.twins[0].twin == "副本", 2, "the mapping follows")
        assert "副本" not in service.status.scenes


def test_items_change_off_air_and_stay_so_in_the_twin(service: ObsService, real_obs: RealObs, desk: Desk) -> None:
    twin, takes = twin_of(desk, TALK.name), count(1)

    def take(scene: str, *items: ItemWish) -> str:
        number = next(takes)
        service.take(ObsTake(number, scene, items=items), card(f"商品{number}"))
        assert desk.report(number).result is TakeResult.CONFIRMED
        return desk.report(number).detail

    with Director(real_obs) as director:
        assert take(CLOSE.name) == ""
        assert take(TALK.name, ItemWish(BAR, shown=False)) == ""
        assert not _shown(director, TALK.name)
        assert take(TALK.name) == ""
        assert not _shown(director, twin), "hidden by one segment, it is hidden for the next on this scene"
        wait_for(lambda: director.program() == twin, 2, "the twin is on air")
        label = next(item for item in _items(director, twin) if item["sourceName"] == "字 库存")
        director.do(
            "SetSceneItemEnabled", sceneName=twin, sceneItemId=label["sceneItemId"], sceneItemEnabled=False
        )
        hidden = {"sceneName": twin, "sceneItemId": label["sceneItemId"]}
        wait_for(lambda: not director.do("GetSceneItemEnabled", **hidden)["sceneItemEnabled"], 2, "by a hand")
        desk.until(lambda: not _known(service, twin, "字 库存"), 2, "OBS has told it")
        assert take(TALK.name, ItemWish(BAR), ItemWish("没有", shown=False)) == "item_missing 没有"
        assert _shown(director, TALK.name)
        assert not _shown(director, TALK.name, "字 库存"), "what a hand hid in the twin stays hidden"
        director.do("RemoveScene", sceneName=twin)
        desk.until(lambda: desk.inventories[-1].mixing == (TALK.name,), 10, "the scene has no twin any more")
        assert take(TALK.name, ItemWish(BAR, shown=False)) == f"item_on_air {BAR}"
        assert _shown(director, TALK.name), "it cannot change unseen, and is left"
        mapping = service.card_tools.make_twin(TALK.name, desk.inventories[-1].mapping)
        assert mapping == desk.inventories[-1].mapping
        desk.until(lambda: desk.inventories[-1].mixing == (), 10, "its twin is there again")


def test_back_the_end_of_a_plan_and_take_again_bring_the_items_back(
    service: ObsService, real_obs: RealObs, desk: Desk
) -> None:
    """Each time a hand in OBS has shown meanwhile what the segment hides."""
    hides = segment(1, 5, scene=TALK.name, items=(ItemWish(BAR, shown=False),))
    rules = Rules(
        show(
            "2026-11-25 20:00",
            hides,
            segment(2, 5, scene=CLOSE.name),
            standbys=(Standby("b1", "断网", PANIC.name, panic=True),),
        ),
        at("2026-11-25 20:00"),
    )
    with Director(real_obs) as director:

        def do(command: Command) -> None:
            known = len(rules.entries)
            for effect in (each for entry in rules.do(command).entries[known:] for each in effects(entry)):
                if isinstance(effect, ObsTake):
                    service.take(effect, card(f"商品{effect.take}"))
                    assert desk.report(effect.take).result is TakeResult.CONFIRMED

        def shown_by_hand() -> None:
            for scene in (TALK.name, twin_of(desk, TALK.name)):
                bar = next(item for item in _items(director, scene) if item["sourceName"] == BAR)["sceneItemId"]
                director.do("SetSceneItemEnabled", sceneName=scene, sceneItemId=bar, sceneItemEnabled=True)
                desk.until(lambda scene=scene: _known(service, scene, BAR), 2, "OBS has told it")

        do(GoLive())
        for away, home in ((Go(), Back()), (Panic(), EndStandby()), (None, TakeAgain())):
            if away is not None:
                do(away)
            shown_by_hand()
            do(home)
            wait_for(lambda: director.program() in (TALK.name, twin_of(desk, TALK.name)), 2, "it is back")
            assert not _shown(director, director.program()), home


@pytest.mark.parametrize("scene", [TALK.name, CLOSE.name])
def test_a_plan_comes_whole_in_one_switch_and_f4_brings_the_segment_back(
    service: ObsService, real_obs: RealObs, desk: Desk, scene: str
) -> None:
    cream, mask = Product("p1", "修护霜", live_price=12_900), Product("p2", "补水面膜", live_price=5_900)
    plan = Standby("b1", "断货", scene, items=(ItemWish(BAR, shown=False),), product_id="p2")
    safe = replace(plan, id="b9", title="紧急", scene=PANIC.name, panic=True)
    first = segment(1, 5, scene=TALK.name, product_ids=("p1",))
    made = show("2026-11-25 20:00", first, products=(cream, mask), standbys=(plan, safe))
    rules = Rules(made, at("2026-11-25 20:00"))
    with Director(real_obs, events=True) as director:

        def do(command: Command) -> tuple[str, bool, int]:
            """The card's name on air, whether the bar is there, and how many switches it took."""
            wait_for(director.idle, 3, "OBS is at rest")
            director.events.clear()
            known = len(rules.entries)
            for effect in (each for entry in rules.do(command).entries[known:] for each in effects(entry)):
                assert isinstance(effect, ObsTake), "everything goes with the take"
                service.take(effect, card_texts(made, effect.product_id, (), {}))
                assert desk.report(effect.take).result is TakeResult.CONFIRMED
                assert desk.report(effect.take).detail == ""
            wait_for(lambda: director.saw("SceneTransitionEnded"), 2, "the switch is over")
            switches = [event["eventType"] for event in director.events].count("SceneTransitionStarted")
            on_air = director.program()
            name = next((one for one in map(_source, _items(director, on_air)) if one.startswith("商品名称")), "")
            return director.text(name) if name else "", bool(name) and _shown(director, on_air), switches

        assert do(GoLive()) == ("修护霜", True, 1)
        assert do(CallStandby("b1")) == ("补水面膜", False, 1)
        assert do(EndStandby()) == ("修护霜", True, 1)
        do(CallStandby("b1"))
        assert do(Panic()) == ("", False, 1)
        assert director.program() == PANIC.name
        assert do(EndStandby()) == ("修护霜", True, 1)
    assert desk.manual() == []


def test_a_twin_that_lacks_what_its_scene_shows_is_not_used(
    service: ObsService, real_obs: RealObs, desk: Desk
) -> None:
    with Director(real_obs) as director:
        camera = {"inputKind": "color_source_v3", "inputSettings": {"color": 0xFF00FF00}}
        director.do("CreateInput", sceneName=TALK.name, inputName="机位", **camera)
        desk.until(lambda: desk.inventories[-1].apart == (TALK.name,), 10, "the twin is behind")
        service.take(ObsTake(1, TALK.name), card("修护霜"))
        assert desk.report(1).result is TakeResult.CONFIRMED
        assert director.program() == TALK.name, "the audience keeps the camera"
        assert director.text("商品名称") == "修护霜"
        service.card_tools.make_twin(TALK.name, desk.inventories[-1].mapping)
        desk.until(lambda: desk.inventories[-1].apart == (), 10, "it is as its scene again")
        service.take(ObsTake(2, TALK.name), card("水乳套装"))
        assert desk.report(2).result is TakeResult.CONFIRMED
        assert director.program() == twin_of(desk, TALK.name)
        director.do("RemoveInput", inputName="机位")


def test_the_countdown_is_written_in_the_scene_on_air_alone(
    service: ObsService, real_obs: RealObs, desk: Desk
) -> None:
    service.take(ObsTake(1, CLOSE.name), CardTexts(((CardSlot.COUNTDOWN, "05:00"),)))
    assert desk.report(1).result is TakeResult.CONFIRMED
    names = desk.inventories[-1].mapping.of(CardSlot.COUNTDOWN)
    with Director(real_obs) as director:
        seen = names.b if director.program() != CLOSE.name else names.a
        unseen = names.a if seen == names.b else names.b
        service.countdown("04:59")
        wait_for(lambda: director.text(seen) == "04:59", 2, "the second that went")
        assert director.text(unseen) != "04:59"


def test_an_input_is_tried_on_the_spot(service: ObsService, real_obs: RealObs, desk: Desk) -> None:
    service.take(ObsTake(1, CLOSE.name), card("修护霜"))
    assert desk.report(1).result is TakeResult.CONFIRMED
    names = desk.inventories[-1].mapping.of(CardSlot.NAME)
    with Director(real_obs) as director:
        seen, unseen = (names.a, names.b) if director.program() == CLOSE.name else (names.b, names.a)
        wait_for(lambda: director.text(unseen) == "修护霜", 2, "both banks")
        with pytest.raises(UserError, match=r"card\.try_on_air"):
            service.card_tools.try_input(seen, "测试", live=True)
        service.card_tools.try_input(unseen, "测试", live=True)
        assert director.text(unseen) == "测试"
        service.card_tools.try_input(unseen, "测试二", live=True)
        service.card_tools.try_input(seen, "测试", live=False)
        service.card(CardTexts(((CardSlot.NAME, "新品"),)))
        wait_for(lambda: director.text(seen) == "新品", 2, "the card goes on")
        wait_for(
            lambda: director.text(unseen) in ("新品", "修护霜"), 5, "no sample stays, the first or the second"
        )
        assert director.text(seen) == "新品", "what was written meanwhile stays"
        service.take(ObsTake(2, CLOSE.name, TransitionKind.FADE, 800), card("面膜"))
        desk.until(lambda: service.status.transitioning, 2, "the fade runs")
        with pytest.raises(UserError, match=r"card\.try_on_air"):
            service.card_tools.try_input(unseen, "测试", live=True)
        assert director.text(unseen) == "面膜", "it comes on air with the fade"
        assert desk.report(2).result is TakeResult.CONFIRMED


def test_a_twin_of_a_scene_made_by_hand(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    scene = "商品特写"
    assert scene in desk.inventories[-1].mixing
    mapping = service.card_tools.make_twin(scene, CardMapping())
    service.map_cards({"livedesk": mapping})
    desk.until(lambda: desk.inventories[-1].mapping == mapping, 10, "its mapping")
    desk.until(lambda: _used(desk.inventories[-1], scene), 10, "its twin is known, with all that it shows")
    desk.until(lambda: twin_of(desk, scene) not in service.status.scenes, 5, "the twin is no scene of its own")
    service.take(ObsTake(1, scene), card("修护霜"))
    assert desk.report(1).result is TakeResult.CONFIRMED
    service.take(ObsTake(2, scene), card("水乳套装"))
    assert desk.report(2).result is TakeResult.CONFIRMED
    with Director(real_obs) as director:
        assert director.program() == twin_of(desk, scene)
        with pytest.raises(UserError, match=r"card\.twin_on_air"):
            service.card_tools.make_twin(scene, mapping)
        real_obs.settle()
        director.do("RemoveScene", sceneName=twin_of(desk, scene))


def _complete(told: CardInventory) -> bool:
    return told.mixing == told.apart == told.missing == ()


def _used(told: CardInventory, scene: str) -> bool:
    return scene not in (*told.mixing, *told.apart)


def _items(director: Director, scene: str) -> list[dict[str, object]]:
    items: list[dict[str, object]] = director.do("GetSceneItemList", sceneName=scene)["sceneItems"]
    return items


def _source(item: dict[str, object]) -> str:
    return str(item["sourceName"])


def _shown(director: Director, scene: str, source: str = BAR) -> bool:
    return next(bool(item["sceneItemEnabled"]) for item in _items(director, scene) if item["sourceName"] == source)


def _known(service: ObsService, scene: str, source: str) -> bool:
    return any(item.shown for item in service._mirror.items.of(scene) if item.source == source)
