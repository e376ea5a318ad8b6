"""What the pictures of scenes cost OBS: how often they are asked for, and over which connection."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from time import monotonic

import pytest

from livedesk.domain.status import LinkState
from livedesk.services.obs.service import ObsService
from tests.integration.desk import Desk
from tests.integration.scripted_obs import ScriptedObs, Shot

WATCHED_S = 3.0


@pytest.fixture
def obs() -> Iterator[ScriptedObs]:
    played = ScriptedObs()
    yield played
    played.server.close()


def _ready(desk: Desk, obs: ScriptedObs) -> ObsService:
    service = desk.serve(obs.server.port)
    desk.until(lambda: service.status.link is LinkState.READY, 3, "READY")
    return service


def _alone(shots: list[Shot], linked: set[int]) -> set[int]:
    """The connections of the pictures, none of them the link's own (``linked``), and never two at once."""
    assert {shot.connections for shot in shots} == {len(linked) + 1}
    own = {shot.connection for shot in shots}
    assert not own & linked
    return own


def _of(shots: list[Shot], scenes: str) -> float:
    """How many pictures of these scenes were asked for in a second."""
    times = [shot.at for shot in shots if shot.scene in scenes]
    return (len(times) - 1) / (times[-1] - times[0])


def test_pictures_are_asked_for_five_and_two_times_a_second_over_a_connection_of_their_own(
    desk: Desk, obs: ScriptedObs
) -> None:
    service = _ready(desk, obs)
    linked = set(obs.connections)
    service.watch(program=True, preview="乙")
    desk.until(lambda: obs.shots[-1:] != [] and obs.shots[-1].at - obs.shots[0].at > WATCHED_S, 8, "pictures")
    shots = list(obs.shots)
    assert 4 <= _of(shots, "甲") <= 6
    assert 1.5 <= _of(shots, "乙") <= 2.5
    first = _alone(shots, linked)
    assert len(first) == 1
    service.watch(program=False)
    desk.until(lambda: obs.connections == linked, 3, "their connection ends")
    service.watch(program=True)
    desk.until(lambda: obs.shots[-1].connection not in first, 3, "another one begins")
    _alone(obs.shots[-1:], linked)


def test_whoever_looks_through_the_scenes_asks_no_more_often(desk: Desk, obs: ScriptedObs) -> None:
    """A held arrow key chooses a scene thirty times a second."""
    service = _ready(desk, obs)
    linked = set(obs.connections)
    began, chosen = monotonic(), cycle("乙丙")

    def looked_through() -> bool:
        service.watch(program=True, preview=next(chosen))
        return monotonic() - began > WATCHED_S

    desk.until(looked_through, 8, "many scenes")
    shots = list(obs.shots)
    assert 4 <= _of(shots, "甲") <= 6
    assert 1.5 <= _of(shots, "乙丙") <= 2.5
    assert len(_alone(shots, linked)) == 1


def test_the_next_picture_is_asked_for_when_the_one_before_has_come(desk: Desk, obs: ScriptedObs) -> None:
    obs.shot_s = 0.3
    service = _ready(desk, obs)
    linked = set(obs.connections)
    service.watch(program=True, preview="乙")
    desk.until(lambda: len(obs.shots) >= 5, 5, "pictures that take long")
    assert {shot.scene for shot in obs.shots} == {"甲", "乙"}
    assert not any(shot.hurried for shot in obs.shots)
    assert len(_alone(obs.shots, linked)) == 1
