"""Events of one instant that come in the wrong order, from an OBS that is played: it sends from several threads."""

from __future__ import annotations

from functools import partial
from itertools import permutations
from time import monotonic
from typing import Any

import pytest

from livedesk.domain.events import TakeResult
from livedesk.domain.events_desk import OutputState
from livedesk.domain.status import LinkState
from livedesk.services.obs.program import GRACE_S
from tests.integration.desk import Desk
from tests.integration.obs import ENDED, STARTED, keep_event
from tests.integration.scripted_obs import ScriptedObs
from tests.integration.take_mashing import shows


@pytest.mark.parametrize(
    "steps",
    list(permutations(("SceneTransitionStarted", "SceneTransitionEnded", "CurrentProgramSceneChanged"))),
    ids=lambda steps: "-".join(step.removeprefix("SceneTransition") for step in steps),
)
def test_events_of_one_instant_in_the_wrong_order_hold_up_no_take(desk: Desk, steps: tuple[str, ...]) -> None:
    """OBS sends its events from several threads: the end of a cut may come before its start."""
    obs = ScriptedObs()
    obs.steps = list(steps)
    service = desk.serve(obs.server.port)
    desk.until(lambda: service.status.link is LinkState.READY, 3, "READY")
    for scene in ("乙", "丙", "乙"):
        began = monotonic()
        assert desk.report(desk.go(service, scene)).result is TakeResult.CONFIRMED
        assert monotonic() - began < GRACE_S - 0.2, "the next take did not wait for an end that has come"
        desk.until(partial(shows, service, scene), 1, "shown")
    assert desk.manual() == []
    assert not service.status.stuck
    obs.server.close()


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ([(ENDED, 1), (STARTED, 2)], [STARTED, ENDED]),
        ([(STARTED, 1), (ENDED, 1), (ENDED, 50), (STARTED, 50)], [STARTED, ENDED, STARTED, ENDED]),
        ([(STARTED, 1), (ENDED, 300), (STARTED, 301)], [STARTED, ENDED, STARTED]),
        ([(ENDED, 1), (STARTED, 100)], [ENDED, STARTED]),
    ],
)
def test_the_witness_keeps_a_start_before_its_end(told: list[tuple[str, int]], kept: list[str]) -> None:
    """Else it would wait for the end of a cut that is long over."""
    events: list[dict[str, Any]] = []
    for name, at_ms in told:
        keep_event(events, {"eventType": name, "receivedMs": at_ms})
    assert [event["eventType"] for event in events] == kept


@pytest.mark.parametrize(("way", "there"), [("STARTING", "STARTED"), ("STOPPING", "STOPPED")])
def test_an_output_stays_where_it_was_told_to_be(desk: Desk, way: str, there: str) -> None:
    obs = ScriptedObs()
    service = desk.serve(obs.server.port)
    desk.until(lambda: service.status.link is LinkState.READY, 3, "READY")

    def tell(word: str) -> None:
        obs.tell("StreamStateChanged", outputActive=False, outputState=f"OBS_WEBSOCKET_OUTPUT_{word}")

    tell({"STARTED": "STOPPED", "STOPPED": "STARTED"}[there])
    desk.until(lambda: service.status.outputs.stream.state != there.lower(), 2, "elsewhere")
    tell(there)
    tell(way)
    obs.tell("ReplayBufferSaved", savedReplayPath="after.mkv")
    desk.until(lambda: service.status.outputs.replay.file == "after.mkv", 2, "what came after it")
    assert service.status.outputs.stream.state is OutputState(there.lower())
    obs.server.close()
