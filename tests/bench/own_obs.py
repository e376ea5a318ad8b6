"""A real OBS for one bench, in a folder that goes with it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from tests.integration.obs import Display, RealObs, wait_for


def rest(seconds: float) -> None:
    """Let time go by between two measurements."""
    end = monotonic() + seconds
    wait_for(lambda: monotonic() >= end, seconds + 1, "a rest")


@contextmanager
def own_obs(*, plain: bool = False) -> Iterator[tuple[RealObs, Path]]:
    """A running OBS, and a folder for what the bench keeps. ``plain``: without the sample's collection, on empty
    scenes, so that what OBS itself needs for a switch weighs least."""
    with tempfile.TemporaryDirectory() as place:
        display = Display()
        obs = RealObs(Path(place) / "obs", display)
        try:
            if plain:
                (obs.config / "basic" / "scenes" / "livedesk.json").unlink()
            obs.start()
            yield obs, Path(place)
        finally:
            obs.kill()
            display.close()
