"""Takes on a real OBS: what is sent, in which order, and how each is told."""

from __future__ import annotations

import threading
from time import monotonic

import pytest

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.commands import ReportTake
from livedesk.domain.events import TakeResult
from livedesk.domain.status import LinkState
from livedesk.services.obs.program import GRACE_S
from livedesk.services.obs.takes import TAKE_S
from tests.integration.desk import Desk
from tests.integration.obs import SCENES, Director, RealObs, wait_for
from tests.integration.relay import Relay
from tests.integration.take_mashing import type_changes_in_transitions

pytestmark = pytest.mark.obs


def test_connecting_fetches_everything(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    status = service.status
    assert set(SCENES) <= set(status.scenes)
    assert status.program == SCENES[0]
    assert {"商品名称", "直播价"} <= set(status.inputs)
    assert status.version.startswith("29.")
    assert (status.outputs.stream.runs, status.outputs.record.runs, status.studio) == (False, False, False)
    desk.until(lambda: service.status.health is not None, 3, "health")
    health = service.status.health
    assert health is not None
    assert health.target_fps == 30
    assert health.disk_free_mb > 1
    assert desk.faults() == []
    assert desk.all(ReportTake) == []


def test_a_cut_is_confirmed_by_the_scene_event(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    before = monotonic()
    take = desk.go(service, "主播近景")
    assert monotonic() - before < 0.5, "a take is asked for, not waited for"
    report = desk.report(take)
    assert (report.result, report.detail) == (TakeResult.CONFIRMED, "")
    assert report.latency_ms is not None
    assert 0 < report.latency_ms < 1_000
    assert service.status.program == "主播近景"
    with Director(real_obs) as director:
        assert director.program() == "主播近景"
    assert desk.manual() == []


def test_the_card_is_staged_before_the_switch(real_obs: RealObs, desk: Desk) -> None:
    """A second client reads the card at the very moment when OBS says that the scene is on air."""
    service = desk.ready(real_obs)
    with Director(real_obs, events=True) as director:
        take = desk.go(
            service,
            "商品特写",
            (CardSlot.NAME, "修护精华"),
            (CardSlot.LIVE_PRICE, "¥129"),
            (CardSlot.COUNTDOWN, "x"),
        )
        director.await_event("SceneTransitionStarted")
        assert director.text("商品名称") == "修护精华"
        assert director.text("直播价") == "¥129"
    assert desk.report(take).result is TakeResult.CONFIRMED
    assert desk.report(take).detail == ""


def test_the_scene_on_air_gets_only_its_texts(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    with Director(real_obs, events=True) as director:
        take = desk.go(service, SCENES[0], (CardSlot.LIVE_PRICE, "¥88"))
        assert desk.report(take).result is TakeResult.CONFIRMED
        assert director.text("直播价") == "¥88"
        assert not director.saw("SceneTransitionStarted")


def test_a_card_that_is_asked_for_during_a_take_follows_it(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    with Director(real_obs) as director:
        take = desk.go(service, "商品特写", (CardSlot.NAME, "修护精华"), fade_ms=300)
        service.card(CardTexts(((CardSlot.NAME, "水乳套装"),)))
        assert desk.report(take).result is TakeResult.CONFIRMED
        wait_for(lambda: director.text("商品名称") == "水乳套装", 2, "the newer card")
        fade = desk.go(service, "主播近景", fade_ms=300)
        service.card(CardTexts(((CardSlot.NAME, "防晒乳"),)))
        last = desk.go(service, "商品特写", (CardSlot.NAME, "眼霜"))
        assert desk.report(fade).result is TakeResult.CONFIRMED
        assert desk.report(last).result is TakeResult.CONFIRMED
        assert director.text("商品名称") == "眼霜", "a later take brings its own"


def test_a_missing_scene_is_withheld(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    take = desk.go(service, "没有这个场景")
    report = desk.report(take)
    assert (report.result, report.detail) == (TakeResult.WITHHELD, "scene_missing")
    assert service.status.program == SCENES[0]


def test_a_scene_removed_at_that_moment_is_rejected_with_600(real_obs: RealObs, desk: Desk) -> None:
    """OBS has lost the scene, and its event has not reached us yet: a relay holds the events back."""
    with Director(real_obs) as director:
        director.ask("CreateScene", sceneName="短命")
        relay = Relay(real_obs.port)
        service = desk.ready(real_obs, port=relay.port)
        assert "短命" in service.status.scenes
        relay.hold(0)
        director.do("RemoveScene", sceneName="短命")
        wait_for(lambda: director.ask("GetSceneItemList", sceneName="短命") is None, 2, "OBS has let go of it")
        report = desk.report(desk.go(service, "短命"))
        assert report.result is TakeResult.REJECTED
        assert report.detail.startswith("600 ")
        relay.resume()
        desk.until(lambda: "短命" not in service.status.scenes, 2, "the list has learnt it")
        relay.close()


def test_renamed_and_new_scenes_are_followed(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    with Director(real_obs) as director:
        director.do("CreateScene", sceneName="新场景")
        desk.until(lambda: "新场景" in service.status.scenes, 2, "a new scene is listed")
        director.do("SetSceneName", sceneName="新场景", newSceneName="改名后")
        desk.until(lambda: "改名后" in service.status.scenes, 2, "the new name is listed")
        assert "新场景" not in service.status.scenes
        director.do("SetSceneName", sceneName=SCENES[0], newSceneName="开场改名")
        desk.until(lambda: service.status.program == "开场改名", 2, "the program scene has its new name")
        director.do("SetSceneName", sceneName="开场改名", newSceneName=SCENES[0])
        desk.until(lambda: service.status.program == SCENES[0], 2, "and its old one")
        director.do("RemoveScene", sceneName="改名后")
        desk.until(lambda: "改名后" not in service.status.scenes, 2, "the removed scene is gone")
    assert desk.manual() == []


def test_a_hand_in_obs_is_told(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    with Director(real_obs) as director:
        director.do("SetCurrentProgramScene", sceneName="双机位")
    desk.until(lambda: desk.manual() == ["双机位"], 2, "told as manual")
    desk.until(lambda: service.status.program == "双机位", 1, "shown")
    assert desk.all(ReportTake) == []


def test_studio_mode_is_nobody_s_hand_and_takes_go_to_program(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    with Director(real_obs) as director:
        director.do("SetStudioModeEnabled", studioModeEnabled=True)
        desk.until(lambda: service.status.studio, 2, "studio mode is seen")
        director.do("SetCurrentPreviewScene", sceneName="抽奖转盘")
        take = desk.go(service, "连线双屏")
        assert desk.report(take).result is TakeResult.CONFIRMED
        assert director.program() == "连线双屏"
        director.do("SetStudioModeEnabled", studioModeEnabled=False)
        desk.until(lambda: not service.status.studio, 2, "studio mode is off")
        # The read-back of the scene event that OBS sends here takes 50 ms; a take after it is in order.
        assert desk.report(desk.go(service, "主播近景")).result is TakeResult.CONFIRMED
    assert desk.manual() == []


def test_a_cut_into_a_running_fade_waits_for_its_end(real_obs: RealObs, desk: Desk) -> None:
    """The transition's type never changes between SceneTransitionStarted and SceneTransitionEnded."""
    service = desk.ready(real_obs)
    with Director(real_obs, events=True) as director:
        fade = desk.go(service, "主播近景", fade_ms=400)
        director.await_event("SceneTransitionStarted")
        panic = desk.go(service, "紧急画面", urgent=True)
        assert desk.report(fade).result is TakeResult.CONFIRMED
        assert desk.report(panic).result is TakeResult.CONFIRMED
        wait_for(lambda: director.program() == "紧急画面", 2, "the safe scene is on air")
        names = [event["eventType"] for event in director.events]
    assert type_changes_in_transitions(director.events) == []
    assert names.count("SceneTransitionStarted") == 2
    latency = desk.report(fade).latency_ms
    assert latency is not None
    assert latency >= 380


def test_a_transition_of_the_scene_s_own_gives_way_to_the_rundown(real_obs: RealObs, desk: Desk) -> None:
    """OBS prefers it to the current one: a take's cut would be a fade of 1.3 seconds."""
    with Director(real_obs) as director:
        own = {"transitionName": director.transition_name("fade_transition"), "transitionDuration": 1_300}
        director.do("SetSceneSceneTransitionOverride", sceneName="双机位", **own)
        service = desk.ready(real_obs)
        report = desk.report(desk.go(service, "双机位"))
        assert (report.result, report.detail) == (TakeResult.CONFIRMED, "")
        assert report.latency_ms is not None
        assert report.latency_ms < 700
        desk.report(desk.go(service, SCENES[0]))
        fade = desk.report(desk.go(service, "双机位", fade_ms=300))
        assert (fade.result, fade.detail) == (TakeResult.CONFIRMED, "")
        assert fade.latency_ms is not None
        assert 280 < fade.latency_ms < 900
        none = {"transitionName": None, "transitionDuration": None}
        director.do("SetSceneSceneTransitionOverride", sceneName="双机位", **none)


def test_twenty_takes_in_a_second_end_on_the_last(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    pause = threading.Event()
    takes = []
    for index in range(20):
        takes.append(desk.go(service, SCENES[1 + index % 8]))
        pause.wait(0.05)
    last = SCENES[1 + 19 % 8]
    desk.until(lambda: all(desk.reports(take) for take in takes), 5, "every take has its report")
    desk.until(lambda: service.status.program == last, 2, "the last scene is on air")
    for take in takes:
        assert len(desk.reports(take)) == 1
        report = desk.reports(take)[0]
        assert report.result is TakeResult.CONFIRMED or report.detail == "superseded"
    assert desk.reports(takes[-1])[0].result is TakeResult.CONFIRMED
    with Director(real_obs) as director:
        assert director.program() == last
    assert desk.manual() == []


def test_a_burst_supersedes_what_waits_and_panic_overtakes(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    takes = [desk.go(service, scene) for scene in SCENES[1:7]]
    last = desk.go(service, "紧急画面", urgent=True)
    assert desk.report(last).result is TakeResult.CONFIRMED
    desk.until(lambda: all(desk.reports(take) for take in takes), 3, "every take has its report")
    assert {desk.reports(take)[0].detail for take in takes} <= {"", "superseded"}
    assert [desk.reports(take)[0].detail for take in takes].count("superseded") >= 4
    # A GO that had waited for its journal entry comes after the panic that it was pressed before.
    desk.go(service, "双机位", urgent=True)
    late = desk.go_as(service, takes[-1], "抽奖转盘")
    desk.until(lambda: len(desk.reports(late)) == 2, 3, "the late GO is told")
    assert desk.reports(late)[-1].detail == "superseded"
    desk.until(lambda: service.status.program == "双机位", 2, "the panic stays on air")


@pytest.mark.parametrize("urgent", [True, False])
def test_takes_wait_while_a_collection_is_switched(real_obs: RealObs, desk: Desk, urgent: bool) -> None:
    service = desk.ready(real_obs)
    desk.report(desk.go(service, "主播近景", (CardSlot.LIVE_PRICE, "¥99")))
    with Director(real_obs, events=True) as director:
        director.do("CreateSceneCollection", sceneCollectionName=f"另一套 {urgent}")
        desk.until(lambda: "主播近景" not in service.status.scenes, 5, "the other collection is listed")
        assert desk.report(desk.go(service, "主播近景")).detail == "scene_missing"
        assert desk.report(desk.go(service, "紧急画面", urgent=True)).detail == "scene_missing"
        back = threading.Thread(
            target=lambda: director.do("SetCurrentSceneCollection", sceneCollectionName="livedesk")
        )
        back.start()
        desk.until(lambda: service.status.switching, 5, "the switch is seen")
        scene = "紧急画面" if urgent else "双机位"
        take = desk.go(service, scene, *([] if urgent else [(CardSlot.LIVE_PRICE, "¥199")]), urgent=urgent)
        waited = desk.until(lambda: not service.status.switching, 10, "the other collection is there")
        back.join(10)
    report = desk.report(take, 5)
    if report.detail == "switching":
        # A slow machine: a take waits no longer than any may, and is never sent after that; a panic waits on.
        assert (report.result, urgent) == (TakeResult.WITHHELD, False)
        assert waited > TAKE_S / 2
        assert desk.report(desk.go(service, scene)).result is TakeResult.CONFIRMED
    else:
        assert (report.result, report.detail) == (TakeResult.CONFIRMED, "")
    assert service.status.link is LinkState.READY
    with Director(real_obs) as director:
        assert director.program() == scene
        service.card(CardTexts(((CardSlot.NAME, "到了"),)))
        wait_for(lambda: director.text("商品名称") == "到了", 3, "everything before it was written")
        assert director.text("直播价") == ("¥99" if urgent else "¥199"), "of what is sold now"


def test_a_fade_that_a_switch_of_the_collection_cuts_short_is_no_frozen_output(
    real_obs: RealObs, desk: Desk
) -> None:
    """OBS says when it begins, and nothing of its end."""
    service = desk.ready(real_obs)
    desk.report(desk.go(service, SCENES[0]))
    with Director(real_obs, events=True) as director:
        director.do("CreateSceneCollection", sceneCollectionName="还有一套")
        director.do("SetCurrentSceneCollection", sceneCollectionName="livedesk")
        desk.until(lambda: SCENES[1] in service.status.scenes and not service.status.switching, 5, "back")
        fade = director.transition_name("fade_transition")
        director.do("SetCurrentSceneTransition", transitionName=fade)
        director.do("SetCurrentSceneTransitionDuration", transitionDuration=800)
        director.do("SetCurrentProgramScene", sceneName=SCENES[1])
        desk.until(lambda: service.status.transitioning, 2, "the fade runs")
        began = monotonic()
        director.do("SetCurrentSceneCollection", sceneCollectionName="还有一套")
        director.do("SetCurrentSceneCollection", sceneCollectionName="livedesk")
        desk.until(lambda: SCENES[1] in service.status.scenes and not service.status.switching, 5, "back again")
        director.do("SetCurrentSceneTransition", transitionName=fade)
        director.do("SetCurrentSceneTransitionDuration", transitionDuration=300)
    assert desk.report(desk.go(service, SCENES[2])).result is TakeResult.CONFIRMED
    desk.until(lambda: monotonic() - began > 0.8 + GRACE_S + 0.3, 3, "the fade's time is over")
    assert not any(status.stuck for _, status in desk.statuses)


@pytest.mark.parametrize("seen", [True, False])
def test_a_transition_that_a_hand_gave_a_scene_meanwhile_is_seen_before_the_switch(
    real_obs: RealObs, desk: Desk, seen: bool
) -> None:
    """OBS tells nobody of it, and it would win over the cut. It is asked each second, and before a switch that stages
    something (such a take comes before OBS was asked)."""
    service = desk.ready(real_obs)
    desk.report(desk.go(service, "主播近景"))
    with Director(real_obs, events=True) as director:
        fade = {"transitionName": director.transition_name("fade_transition"), "transitionDuration": 300}
        director.do("SetSceneSceneTransitionOverride", sceneName="双机位", **fade)
        if seen:
            desk.until(lambda: "双机位" in service._mirror.overrides, 3, "OBS was asked")
        director.events.clear()
        texts = [] if seen else [(CardSlot.LIVE_PRICE, "¥77")]
        report = desk.report(desk.go(service, "双机位", *texts))
        assert (report.result, report.detail) == (TakeResult.CONFIRMED, "")
        wait_for(lambda: director.saw("SceneTransitionEnded"), 3, "the transition is over")
        began = next(each for each in director.events if each["eventType"] == "SceneTransitionStarted")
        assert began["eventData"]["transitionName"] == director.transition_name("cut_transition")
        none = {"transitionName": None, "transitionDuration": None}
        director.do("SetSceneSceneTransitionOverride", sceneName="双机位", **none)


def test_a_hand_that_overrides_a_take_ends_it(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    with Director(real_obs, events=True) as director:
        take = desk.go(service, "主播近景", fade_ms=500)
        director.await_event("SceneTransitionStarted")
        wait_for(lambda: director.do("GetCurrentSceneTransitionCursor")["transitionCursor"] > 0.3, 2, "half-way")
        director.do("SetCurrentProgramScene", sceneName="抽奖转盘")
        report = desk.report(take, 1.2)
    assert (report.result, report.detail) == (TakeResult.UNKNOWN, "overridden")
    assert desk.manual() == ["抽奖转盘"]
    assert desk.report(desk.go(service, "双机位")).result is TakeResult.CONFIRMED


def test_pictures_come_only_while_asked_for(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    service.watch(program=True, preview="商品特写")
    desk.until(lambda: {picture.program for picture in desk.pictures} == {True, False}, 5, "both pictures")
    assert all(picture.jpeg.startswith(b"\xff\xd8") for picture in desk.pictures)
    assert {(picture.program, picture.scene) for picture in desk.pictures} == {
        (True, SCENES[0]),
        (False, "商品特写"),
    }
    desk.until(lambda: len(desk.pictures) >= 9, 4, "they go on coming")
    service.watch(program=False)
    desk.until(lambda: not any(t.name == "obs-thumbnails" for t in threading.enumerate()), 3, "its end")


def test_a_callback_that_raises_stops_nothing(
    real_obs: RealObs, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    service = desk.ready(real_obs)
    desk.raising = True
    desk.go(service, "主播近景")
    desk.until(lambda: service.status.program == "主播近景", 3, "it goes on air all the same")
    desk.raising = False
    assert desk.report(desk.go(service, "双机位")).result is TakeResult.CONFIRMED
    assert "a callback that raises" in caplog.text
