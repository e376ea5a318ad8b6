"""Between two scene collections OBS 29 can crash of a question about a scene: nothing of the kind is asked then."""

from __future__ import annotations

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.events import TakeResult
from livedesk.domain.status import LinkState
from tests.integration.desk import Desk
from tests.integration.scripted_obs import ScriptedObs

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
