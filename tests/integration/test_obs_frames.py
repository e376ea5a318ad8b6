"""What was really on air: takes on a real OBS are recorded, and every frame of the recording shows one cue whole."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from tests.integration import frames
from tests.integration.desk import Desk
from tests.integration.obs import Director, RealObs
from tests.integration.relay import Relay

pytestmark = pytest.mark.obs

TAKES = 24
# OBS draws a frame or two between what is staged and the switch, so that whatever is staged on air is recorded.
LAG_S = 0.06


@pytest.fixture
def director(real_obs: RealObs) -> Iterator[Director]:
    """A second client, on an OBS whose collection shows cues that pixels tell."""
    with Director(real_obs) as made:
        frames.build(made)
        yield made
        made.do("SetCurrentSceneCollection", sceneCollectionName="livedesk")


def test_no_frame_on_air_mixes_two_cues(real_obs: RealObs, desk: Desk, director: Director) -> None:
    relay = Relay(real_obs.port, lag_s=LAG_S)
    service = desk.ready(real_obs, port=relay.port)
    cues = frames.cues(TAKES, seed=4)
    stays = [before.scene == after.scene for before, after in itertools.pairwise(cues)]
    assert any(before and after for before, after in itertools.pairwise(stays)), "twice in a row"
    shown = frames.record(desk, service, director, frames.mapping(), cues)
    relay.close()
    assert frames.mixed(shown, cues) == []


def test_without_twins_a_card_changes_within_a_frame_while_the_scene_stays(
    real_obs: RealObs, desk: Desk, director: Director
) -> None:
    service = desk.ready(real_obs)
    scene = next(iter(frames.TINTS))
    cues = [frames.Cue(scene, cue.lit) for cue in frames.cues(TAKES // 2, seed=5)]
    shown = frames.record(desk, service, director, frames.mapping(twins=False), cues)
    assert frames.mixed(shown, cues) == []
