"""The real OBS of the integration tests, and how long a soak may take (``SOAK_MINUTES``)."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from tests.integration.conftest import display, own_obs, pytest_collection_modifyitems
from tests.integration.desk import Desk

__all__ = ["display", "own_obs", "pytest_collection_modifyitems"]


SHOW_S = 450.0
"""The sample show of two hours at 20×, with what comes before and after it."""


def _shares() -> tuple[float, float]:
    """What the show gets of ``SOAK_MINUTES`` (60 where it is not set), and what each of the two others."""
    whole = float(os.environ.get("SOAK_MINUTES", "60")) * 60
    show = min(SHOW_S, whole / 3)
    return show, (whole - show) / 2


@pytest.fixture
def service_desk() -> Iterator[Desk]:
    """What the rest of livedesk would be told by the OBS service."""
    made = Desk()
    yield made
    made.close()


@pytest.fixture
def seconds() -> float:
    """How long one soak of hands lasts."""
    return _shares()[1]


@pytest.fixture
def speed() -> int:
    """How many times as fast the show runs: 20 where there is time for it, else 60, which takes two minutes."""
    return 20 if _shares()[0] >= SHOW_S else 60


@pytest.fixture
def chance() -> random.Random:
    """Chance with a seed that is printed, or taken from ``SOAK_SEED``."""
    seed = int(os.environ.get("SOAK_SEED", random.randrange(1_000_000)))
    print(f"SOAK_SEED={seed}")  # noqa: T201 - pytest shows it with a failure
    return random.Random(seed)
