"""A panel on a screen of its own that is unplugged and plugged in again, under a real X server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from time import monotonic
from typing import Any

import pytest

from tests.integration.obs import Display

FIRST, SECOND = "first", "second"
ROOT = Path(__file__).resolve().parents[2]
PLACE = [700, 60, 400, 300]
pytestmark = pytest.mark.obs


def xrandr(display: Display, *words: str, check: bool = True) -> None:
    """Ask the X server for other monitors."""
    subprocess.run(["xrandr", "--display", display.name, *words], check=check, capture_output=True)


def plug(display: Display) -> None:
    """Add the second monitor: the right half of the X server's screen."""
    xrandr(display, "--setmonitor", SECOND, "640/170x720/190+640+0", "none")


def unplug(display: Display) -> None:
    """Take it away."""
    xrandr(display, "--delmonitor", SECOND, check=False)


class Screens:
    """The desk's process, and what it tells."""

    def __init__(self, data: Path, display: Display) -> None:
        environment = {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "tests.integration.screens_desk", str(data)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        self._lines: Queue[dict[str, Any]] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(json.loads(line))

    def see(self, check: Callable[[dict[str, Any]], bool], seconds: float, what: str) -> dict[str, Any]:
        """Wait for a line for which ``check`` holds."""
        end, last = monotonic() + seconds, {}
        while monotonic() < end:
            try:
                last = self._lines.get(timeout=0.5)
            except Empty:
                assert self._process.poll() is None, "the desk has ended"
                continue
            if check(last):
                return last
        raise AssertionError(f"not within {seconds} s: {what}; last: {last}")

    def kill(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait(10)


@pytest.fixture
def screens(display: Display) -> Iterator[Display]:
    xrandr(display, "--setmonitor", FIRST, "640/170x720/190+0+0", "screen")
    plug(display)
    yield display
    unplug(display)
    xrandr(display, "--delmonitor", FIRST, check=False)


def test_a_panel_s_screen_that_goes_is_told_and_the_panel_goes_back_with_it(
    screens: Display, tmp_path: Path
) -> None:
    desk = Screens(tmp_path, screens)
    try:
        there = desk.see(lambda line: line["place"] == PLACE and line["kept"] != "", 40, "the panel stands")
        assert there["screen"] == SECOND
        assert there["kept"].startswith(SECOND)
        unplug(screens)
        told = desk.see(lambda line: "desk.screen_lost" in line["faults"], 10, "the alarm")
        assert told["kept"].startswith(SECOND), "what Qt chose is not kept"
        seen = desk.see(lambda line: line["place"][0] + line["place"][2] <= 640, 10, "it is seen")
        assert seen["screen"] != SECOND
        plug(screens)
        back = desk.see(
            lambda line: line["place"] == PLACE and line["screen"] == SECOND, 10, "it is back in place"
        )
        assert back["kept"].startswith(SECOND)
        desk.see(lambda line: "desk.screen_lost" not in line["faults"], 10, "the alarm is over")
    finally:
        desk.kill()
    again = Screens(tmp_path, screens)
    try:
        again.see(
            lambda line: line["place"] == PLACE and line["screen"] == SECOND, 40, "it stands there after a restart"
        )
    finally:
        again.kill()
