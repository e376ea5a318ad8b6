"""Ten minutes (at most) of mashed takes on a real OBS: the output never freezes (``make soak``)."""

from __future__ import annotations

from random import Random
from time import monotonic

import pytest

from tests.integration.desk import Desk
from tests.integration.obs import Director, RealObs
from tests.integration.take_mashing import mash, settled, type_changes_in_transitions
from tests.soak.shares import Shares

pytestmark = [pytest.mark.soak, pytest.mark.obs]
ROUND_S = 20.0


def test_mashed_takes(own_obs: RealObs, service_desk: Desk, shared: Shares, chance: Random) -> None:
    """In rounds, each followed by a look at the output: a wedge is found where it began."""
    own_obs.start()
    service = service_desk.ready(own_obs)
    end = monotonic() + shared.takes
    while monotonic() < end:
        with Director(own_obs, events=True) as director:
            settled(service, service_desk, director, mash(service, service_desk, chance, ROUND_S))
            assert type_changes_in_transitions(director.events) == []
