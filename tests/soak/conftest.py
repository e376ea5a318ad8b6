"""The real OBS of the integration tests, and how long a soak may take (``SOAK_MINUTES``)."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from tests.integration import conftest
from tests.integration.conftest import display, own_obs
from tests.integration.desk import Desk
from tests.soak.shares import Shares, shares

__all__ = ["display", "own_obs"]
ORDER = [f"test_soak_{part}.py" for part in ("show", "desk", "takes", "frames", "outputs")]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The show comes first, before all other parts of the soak."""
    conftest.pytest_collection_modifyitems(items)
    items.sort(key=lambda item: ORDER.index(item.path.name) if item.path.name in ORDER else -1)


@pytest.fixture(scope="session")
def shared() -> Shares:
    """What each part has of ``SOAK_MINUTES`` (60 where it is not set)."""
    made = shares(float(os.environ.get("SOAK_MINUTES", "60")) * 60)
    print(made)  # noqa: T201 - shown by pytest -rP
    return made


@pytest.fixture
def service_desk() -> Iterator[Desk]:
    """What the rest of livedesk would be told by the OBS service."""
    made = Desk()
    yield made
    made.close()


@pytest.fixture
def chance() -> random.Random:
    """Chance with a seed that is printed, or taken from ``SOAK_SEED``."""
    seed = int(os.environ.get("SOAK_SEED", random.randrange(1_000_000)))
    print(f"SOAK_SEED={seed}")  # noqa: T201 - pytest shows it with a failure
    return random.Random(seed)
