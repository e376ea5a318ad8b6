"""Two hundred takes on a real OBS, recorded: no frame on air mixes two cues (``make soak``)."""

from __future__ import annotations

from random import Random

import pytest

from tests.integration import frames
from tests.integration.desk import Desk
from tests.integration.obs import Director, RealObs

pytestmark = [pytest.mark.soak, pytest.mark.obs]
TAKES, ROUNDS = 50, 4


def test_no_frame_of_two_hundred_takes_mixes_two_cues(
    own_obs: RealObs, service_desk: Desk, chance: Random
) -> None:
    """In rounds, each a recording of its own: a mixed frame is found near where it was made. Every second one is in
    studio mode, and before each the scene's own fade is back."""
    own_obs.start()
    with Director(own_obs) as director:
        frames.build(director)
        for number in range(ROUNDS):
            director.do("SetStudioModeEnabled", studioModeEnabled=number % 2 == 1)
            frames.reset(director)
            service = service_desk.ready(own_obs)
            cues = frames.cues(TAKES, seed=chance.randrange(1_000_000))
            shown = frames.record(
                service_desk, service, director, frames.mapping(), cues, first=number * TAKES + 1
            )
            service.stop()
            assert frames.mixed(shown, cues) == []
            assert frames.blended(shown) > 0, "a fade is seen as one"
