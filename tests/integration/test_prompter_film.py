"""The text as film on a real display: the same picture as the painter's, at the clock's place, and deaf to no key."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.obs import Display

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.obs


def test_the_scene_graph_shows_what_the_painter_would_where_the_clock_wants_it(
    display: Display, tmp_path: Path
) -> None:
    surroundings = {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.integration.film_probe", str(tmp_path)]
    told = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=120, check=True)
    found = json.loads(told.stdout.splitlines()[-1])
    assert found["filmed"]
    assert abs(found["deviation_px"]) < 2, "by more than a frame or two it runs by another clock"
    assert found["held_by_key"], "the film lies over the window, and its keys still reach it"
    assert found["straight"] < 2
    assert found["mirrored"] < 2
