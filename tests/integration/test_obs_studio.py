"""Studio mode, the preview, the scene before, and panic in the middle of everything, on a real OBS."""

from __future__ import annotations

import signal
import threading
from random import Random

import pytest

from livedesk.domain.commands import ReportTake
from livedesk.domain.events import TakeResult
from livedesk.services.obs.service import ObsService
from tests.integration.desk import Desk
from tests.integration.obs import SCENES, Director, RealObs, wait_for
from tests.integration.take_mashing import SAFE, mash, settled, type_changes_in_transitions

pytestmark = pytest.mark.obs
MASH_S = 6.0


def test_preview_and_studio_mode_follow_obs_whoever_changes_them(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    assert (service.status.studio, service.status.preview) == (False, "")
    service.preview("双机位")
    service.set_studio(True)
    desk.until(lambda: service.status.studio and service.status.preview == SCENES[0], 3, "studio mode")
    service.preview("双机位")
    desk.until(lambda: service.status.preview == "双机位", 2, "what was asked for")
    with Director(real_obs) as director:
        assert director.program() == SCENES[0]
        director.do("SetCurrentPreviewScene", sceneName="抽奖转盘")
        desk.until(lambda: service.status.preview == "抽奖转盘", 2, "somebody's hand in OBS")
        take = desk.go(service, service.status.preview, fade_ms=200)
        assert desk.report(take).result is TakeResult.CONFIRMED
        assert director.program() == "抽奖转盘"
        desk.until(lambda: service.status.preview == SCENES[0], 2, "OBS itself puts the scene before into it")
        service.preview("抽奖转盘")
        desk.until(lambda: service.status.preview == "抽奖转盘", 2, "the one on air, too")
        director.do("SetSceneName", sceneName="抽奖转盘", newSceneName="转盘")
        desk.until(lambda: service.status.preview == "转盘", 2, "its new name")
        director.do("SetSceneName", sceneName="转盘", newSceneName="抽奖转盘")
        desk.until(lambda: service.status.preview == "抽奖转盘", 2, "its old one")
        director.do("SetStudioModeEnabled", studioModeEnabled=False)
        desk.until(lambda: (service.status.studio, service.status.preview) == (False, ""), 2, "off again")
    assert desk.manual() == []
    assert desk.all(ReportTake) == [desk.report(take)]


def test_the_scene_before_is_known_and_goes_with_its_name(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    desk.report(desk.go(service, "双机位"))
    desk.until(lambda: service.status.previous == SCENES[0], 2, "the first one")
    with Director(real_obs) as director:
        director.do("SetCurrentProgramScene", sceneName="主播近景")
        desk.until(lambda: service.status.previous == "双机位", 2, "before a hand in OBS, too")
        director.do("SetSceneName", sceneName="双机位", newSceneName="双机")
        desk.until(lambda: service.status.previous == "双机", 2, "renamed")
        director.do("SetSceneName", sceneName="双机", newSceneName="双机位")
        desk.until(lambda: service.status.previous == "双机位", 2, "and back")
    desk.report(desk.go(service, service.status.previous))
    desk.until(lambda: (service.status.program, service.status.previous) == ("双机位", "主播近景"), 2, "back")


def test_what_is_no_take_waits_for_the_end_of_a_fade(real_obs: RealObs, desk: Desk) -> None:
    """And for the end of studio mode: a preview that OBS gets at that moment goes on air."""
    service = desk.ready(real_obs)
    with Director(real_obs, events=True) as director:
        for scene in ("主播近景", "秒杀倒计时", "主播近景", "秒杀倒计时"):
            service.set_studio(True)
            desk.until(lambda: bool(service.status.preview), 3, "studio mode")
            fade = desk.go(service, scene, fade_ms=150)
            director.await_event("SceneTransitionStarted")
            service.preview("双机位")
            service.set_studio(False)
            service.preview("抽奖转盘")
            assert desk.report(fade).result is TakeResult.CONFIRMED
            desk.until(lambda: not service.status.studio, 2, "the newest wish, after the fade")
            assert director.idle()
            assert director.program() == scene, "a late preview must not go on air"
    assert type_changes_in_transitions(director.events) == []
    assert desk.manual() == []
    assert desk.faults() == []


@pytest.mark.parametrize("studio", [False, True], ids=["direct", "studio"])
def test_panic_in_a_fade_and_while_obs_is_slow(real_obs: RealObs, desk: Desk, studio: bool) -> None:
    service = desk.ready(real_obs)
    service.set_studio(studio)
    desk.until(lambda: service.status.studio is studio, 3, "the mode")
    with Director(real_obs, events=True) as director:
        desk.go(service, "主播近景", fade_ms=500)
        director.await_event("SceneTransitionStarted")
        panic = desk.go(service, SAFE, urgent=True)
        report = desk.report(panic, 1.5)
        assert report.result is TakeResult.CONFIRMED
        wait_for(lambda: director.program() == SAFE, 1, "the safe scene")

        desk.report(desk.go(service, "双机位"))
        real_obs.send(signal.SIGSTOP)
        slow = desk.go(service, SAFE, urgent=True)
        threading.Event().wait(0.6)
        real_obs.send(signal.SIGCONT)
        assert desk.report(slow, 2).result is TakeResult.CONFIRMED
        assert director.program() == SAFE
        assert type_changes_in_transitions(director.events) == []


def test_mashed_keys_never_wedge_the_output(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    with Director(real_obs, events=True) as director:
        takes = mash(service, desk, Random(20_261_128), MASH_S)
        assert len(takes) > 10
        settled(service, desk, director, takes)
        assert type_changes_in_transitions(director.events) == []


def test_pictures_of_a_hung_obs_do_not_pile_up(real_obs: RealObs, desk: Desk) -> None:
    """One request is open, whatever happens: what comes when OBS goes on is that one."""
    service: ObsService = desk.ready(real_obs)
    service.watch(program=True, preview="商品特写")
    desk.until(lambda: len(desk.pictures) >= 4, 5, "pictures come")
    real_obs.send(signal.SIGSTOP)
    try:
        threading.Event().wait(0.3)
        before = len(desk.pictures)
        threading.Event().wait(1.6)
        assert len(desk.pictures) <= before
    finally:
        real_obs.send(signal.SIGCONT)
    threading.Event().wait(0.15)
    assert len(desk.pictures) - before <= 4
    desk.until(lambda: len(desk.pictures) >= before + 4, 5, "they go on")
    assert sum(thread.name == "obs-thumbnails" for thread in threading.enumerate()) == 1
