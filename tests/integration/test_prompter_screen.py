"""The prompter on a screen of its own that is unplugged and plugged in again, under a real X server."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from livedesk.domain.commands import ClearFault, ShowFault
from livedesk.domain.status import LinkState
from livedesk.ui.prompter.view import View, read_view, write_view
from tests.integration.obs import Display
from tests.integration.prompter_desk import PromptDesk, feed, until

HOST = "host"
ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.obs


@pytest.fixture
def screens(display: Display, monkeypatch: pytest.MonkeyPatch) -> Iterator[Display]:
    """The X server's one screen as the desk's monitor, and its right half as the host's."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", display.name)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    plug(display)
    yield display
    subprocess.run(["xrandr", "--delmonitor", HOST], check=False, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PromptDesk]:
    made = PromptDesk(tmp_path)
    yield made
    made.stop()
    for process in psutil.process_iter(["cmdline"]):
        if process.info["cmdline"] and str(tmp_path) in process.info["cmdline"]:
            process.kill()
            process.wait(5)


def plug(display: Display) -> None:
    """Add the host's monitor."""
    command = ["xrandr", "--display", display.name, "--setmonitor", HOST, "640/170x720/190+640+0", "none"]
    subprocess.run(command, check=True, capture_output=True)


def test_a_screen_that_goes_is_told_and_comes_back_with_the_text(
    screens: Display, desk: PromptDesk, tmp_path: Path
) -> None:
    write_view(tmp_path, View(full_screen=True, screen=HOST))
    desk.service.show(feed(1))
    desk.service.open()
    assert until(lambda: desk.link is LinkState.READY and desk.statuses[-1].screens == 1, 15), desk.statuses
    subprocess.run(["xrandr", "--delmonitor", HOST], check=True)
    assert until(lambda: desk.statuses[-1].screens == 0, 5)
    assert until(lambda: ShowFault("prompter.unseen") in desk.commands, 5)
    assert read_view(tmp_path) == View(full_screen=True, screen=HOST), "what Qt chose is not kept"
    plug(screens)
    assert until(lambda: desk.statuses[-1].screens == 1, 5)
    assert until(lambda: ClearFault("prompter.unseen") in desk.commands, 5)
