"""The real OBS of the integration tests, and how long a soak may take (``SOAK_MINUTES``)."""

from __future__ import annotations

import os
import random

import pytest

from tests.integration.conftest import display, own_obs, pytest_collection_modifyitems

__all__ = ["display", "own_obs", "pytest_collection_modifyitems"]


@pytest.fixture
def seconds() -> float:
    """How long one soak lasts: an equal share of ``SOAK_MINUTES`` (60 where it is not set)."""
    return float(os.environ.get("SOAK_MINUTES", "60")) * 60 / 3


@pytest.fixture
def chance() -> random.Random:
    """Chance with a seed that is printed, or taken from ``SOAK_SEED``."""
    seed = int(os.environ.get("SOAK_SEED", random.randrange(1_000_000)))
    print(f"SOAK_SEED={seed}")  # noqa: T201 - pytest shows it with a failure
    return random.Random(seed)
