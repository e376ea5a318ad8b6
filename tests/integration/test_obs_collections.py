"""Between two scene collections OBS 29 can crash of a question about a scene: nothing of the kind is asked then."""

from __future__ import annotations

import threading

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.domain.status import LinkState
from livedesk.services.obs.service import ObsService
from livedesk.services.obs.takes import OVERTAKE_S, TAKE_S
from tests.integration.desk import Desk
from tests.integration.scripted_obs import ScriptedObs

PANIC = "丙"
BEAT = {"GetStats", "GetStreamStatus", "GetRecordStatus", "GetStudioModeEnabled"}


def test_nothing_but_the_heartbeat_is_asked_between_two_collections(desk: Desk) -> None:
    obs = ScriptedObs()
    service = desk.serve(obs.server.port)
    desk.until(lambda: service.status.link is LinkState.READY, 3, "READY")
    service.watch(program=True, preview="乙")
    desk.until(lambda: "GetSourceScreenshot" in obs.asked, 3, "pictures are asked for")
    # What comes just before is still to be answered by a question a moment later.
    obs.tell("SceneCreated", sceneName="丁", isGroup=False)
    obs.tell("CurrentProgramSceneChanged", sceneName="乙")
    obs.tell("CurrentSceneCollectionChanging", sceneCollectionName="甲")
    desk.until(lambda: service.status.switching, 1, "the switch is seen")
    before = obs.asked.count("GetStats")
    desk.until(lambda: obs.asked.count("GetStats") > before, 3, "what was on its way has come")
    seen = len(obs.asked)
    service.card(CardTexts(((CardSlot.NAME, "面霜"),)))
    service.sound.mute("麦克风", True)
    service.preview("丙")
    waiting = desk.go(service, "乙")
    desk.until(lambda: obs.asked.count("GetStats") > before + 2, 4, "the heart beats on")
    assert set(obs.asked[seen:]) <= BEAT
    assert service.status.link is LinkState.READY
    assert (desk.report(waiting).result, desk.report(waiting).detail) == (TakeResult.WITHHELD, "switching")

    obs.tell("CurrentSceneCollectionChanged", sceneCollectionName="甲")
    desk.until(lambda: not service.status.switching, 3, "everything is asked anew")
    desk.until(lambda: "GetSourceScreenshot" in obs.asked[seen:], 3, "the pictures come back")
    assert desk.report(desk.go(service, "丙")).result is TakeResult.CONFIRMED
    obs.server.close()


def _switching(desk: Desk) -> tuple[ObsService, ScriptedObs]:
    """A service whose OBS has begun to switch its collection."""
    obs = ScriptedObs()
    service = desk.serve(obs.server.port)
    desk.until(lambda: service.status.link is LinkState.READY, 3, "READY")
    obs.tell("CurrentSceneCollectionChanging", sceneCollectionName="甲")
    desk.until(lambda: service.status.switching, 1, "the switch is seen")
    return service, obs


def test_a_panic_waits_for_the_new_collection(desk: Desk) -> None:
    service, obs = _switching(desk)
    first = desk.go(service, PANIC, urgent=True)
    waited = obs.asked.count("GetStats")
    desk.until(lambda: obs.asked.count("GetStats") > waited + 1, TAKE_S + 3, "longer than any take may wait")
    assert desk.reports(first) == [], "the panic is not given up"
    again = desk.go(service, PANIC, urgent=True)
    assert desk.report(first).detail == "superseded"
    assert obs.takes == []
    obs.tell("CurrentSceneCollectionChanged", sceneCollectionName="甲")
    assert (desk.report(again).result, desk.report(again).detail) == (TakeResult.CONFIRMED, "")
    assert obs.takes == [PANIC]
    obs.server.close()


def test_a_panic_that_a_later_take_ended_does_not_come_with_the_new_collection(desk: Desk) -> None:
    service, obs = _switching(desk)
    panic = desk.go(service, PANIC, urgent=True)
    given_up = desk.go(service, "乙")
    assert (desk.report(panic).result, desk.report(panic).detail) == (TakeResult.WITHHELD, "superseded")
    desk.until(lambda: bool(desk.reports(given_up)), TAKE_S + 1, "a take waits no longer than any may")
    assert (desk.report(given_up).result, desk.report(given_up).detail) == (TakeResult.WITHHELD, "switching")
    obs.tell("CurrentSceneCollectionChanged", sceneCollectionName="甲")
    desk.until(lambda: not service.status.switching, 3, "the switch is over")
    assert desk.report(desk.go(service, "丙")).result is TakeResult.CONFIRMED
    assert obs.takes == ["丙"], "nothing was sent before it"
    obs.server.close()


def test_a_panic_of_the_run_before_gives_way_to_one_of_the_next(desk: Desk) -> None:
    """Each run counts its takes from one."""
    service, obs = _switching(desk)
    service.take(ObsTake(57, PANIC, urgent=True), CardTexts())
    service.take(ObsTake(1, "乙", urgent=True), CardTexts())
    assert (desk.report(57).result, desk.report(57).detail) == (TakeResult.WITHHELD, "superseded")
    obs.tell("CurrentSceneCollectionChanged", sceneCollectionName="甲")
    assert desk.report(1).result is TakeResult.CONFIRMED
    assert obs.takes == ["乙"]
    obs.server.close()


def test_a_take_of_the_next_run_ends_a_panic_of_the_run_before(desk: Desk) -> None:
    service, obs = _switching(desk)
    service.take(ObsTake(57, PANIC, urgent=True), CardTexts())
    desk.until(lambda: service._takes.at_work, 1, "it waits")
    threading.Event().wait(OVERTAKE_S)
    service.take(ObsTake(1, "乙"), CardTexts())
    assert (desk.report(57).result, desk.report(57).detail) == (TakeResult.WITHHELD, "superseded")
    obs.server.close()


def test_a_panic_whose_scene_the_new_collection_lacks_says_so(desk: Desk) -> None:
    service, obs = _switching(desk)
    panic = desk.go(service, PANIC, urgent=True)
    obs.scenes = "乙甲"
    obs.tell("CurrentSceneCollectionChanged", sceneCollectionName="乙")
    assert (desk.report(panic).result, desk.report(panic).detail) == (TakeResult.WITHHELD, "scene_missing")
    assert desk.report(desk.go(service, "乙")).result is TakeResult.CONFIRMED
    assert obs.takes == ["乙"]
    obs.server.close()


def test_a_panic_is_given_up_with_the_link(desk: Desk) -> None:
    service, obs = _switching(desk)
    panic = desk.go(service, PANIC, urgent=True)
    obs.server.close()
    service.configure("localhost", obs.server.port)
    assert (desk.report(panic).result, desk.report(panic).detail) == (TakeResult.WITHHELD, "no_link")
    assert obs.takes == []


def test_a_panic_that_obs_refuses_while_it_loads_is_offered_again(desk: Desk) -> None:
    """Later versions of OBS answer 207 before they say that they switch: nothing was done."""
    obs = ScriptedObs()
    service = desk.serve(obs.server.port)
    desk.until(lambda: service.status.link is LinkState.READY, 3, "READY")
    obs.loading = True
    take = desk.go(service, "乙")
    assert (desk.report(take).result, desk.report(take).detail) == (TakeResult.WITHHELD, "switching")
    panic = desk.go(service, PANIC, urgent=True)
    desk.until(lambda: obs.asked.count("SetCurrentProgramScene") >= 3, 3, "it is offered again")
    assert desk.reports(panic) == []
    obs.tell("CurrentSceneCollectionChanging", sceneCollectionName="甲")
    desk.until(lambda: service.status.switching, 1, "the switch is seen")
    obs.loading = False
    obs.tell("CurrentSceneCollectionChanged", sceneCollectionName="甲")
    assert desk.report(panic).result is TakeResult.CONFIRMED
    assert obs.takes == [PANIC]
    obs.server.close()


def test_a_panic_in_the_first_moment_of_a_switch_waits_as_well(desk: Desk) -> None:
    """The switch begins while OBS is asked for everything anew, and its events are kept for later."""
    obs = ScriptedObs()
    service = desk.serve(obs.server.port)
    desk.until(lambda: service.status.link is LinkState.READY, 3, "READY")
    obs.quick.clear()
    asked = obs.asked.count("GetStudioModeEnabled")
    obs.tell("SceneCreated", sceneName="丁", isGroup=False)
    desk.until(
        lambda: obs.asked.count("GetStudioModeEnabled") > asked, 2, "a beat after the snapshot was asked for"
    )
    obs.tell("CurrentSceneCollectionChanging", sceneCollectionName="甲")
    desk.until(lambda: service.status.switching, 1, "the switch is seen")
    panic = desk.go(service, "甲", urgent=True)
    obs.quick.set()
    obs.program = "乙"
    obs.tell("CurrentSceneCollectionChanged", sceneCollectionName="甲")
    assert desk.report(panic).result is TakeResult.CONFIRMED
    assert obs.takes == ["甲"], "the scene that was on air before is taken again"
    obs.server.close()
