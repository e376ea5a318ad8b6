"""Fixtures over a real OBS: one for the session, and one of its own for tests that kill or stop it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration import obs
from tests.integration.desk import Desk


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without OBS Studio its tests are skipped and say why; on a CI machine they run, and fail, all the same."""
    if obs.available() or os.environ.get("CI"):
        return
    skip = pytest.mark.skip(reason="needs OBS Studio and Xvfb: apt-get install obs-studio xvfb")
    for item in items:
        if item.get_closest_marker("obs"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def display() -> Iterator[obs.Display]:
    """A private display for every OBS of the session."""
    shown = obs.Display()
    yield shown
    shown.close()


@pytest.fixture(scope="session")
def shared_obs(display: obs.Display, tmp_path_factory: pytest.TempPathFactory) -> Iterator[obs.RealObs]:
    """One OBS for the session."""
    real = obs.RealObs(tmp_path_factory.mktemp("obs"), display)
    real.start()
    yield real
    real.kill()


@pytest.fixture
def real_obs(shared_obs: obs.RealObs) -> obs.RealObs:
    """The session's OBS, on its first scene, with a cut and without studio mode."""
    shared_obs.settle()
    return shared_obs


@pytest.fixture
def own_obs(display: obs.Display, tmp_path: Path) -> Iterator[obs.RealObs]:
    """An OBS laid out but not started, for tests that start, stop and kill it."""
    real = obs.RealObs(tmp_path / "obs", display)
    yield real
    real.kill()


@pytest.fixture
def desk() -> Iterator[Desk]:
    """What the rest of livedesk would be told by the OBS service."""
    made = Desk()
    yield made
    made.close()
