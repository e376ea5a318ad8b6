"""The prompter as a real second process: it follows, it outlives its desk, and it is started again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from livedesk.domain.commands import ClearFault, ShowFault
from livedesk.domain.prompt import PromptOrderKind, PromptPlace, PromptReport
from livedesk.domain.status import LinkState
from tests.integration.prompter_desk import PromptDesk, Reader, command, feed, until

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills processes by POSIX signals")


@pytest.fixture(autouse=True)
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder; prompters that still run on it are ended."""
    yield tmp_path
    for process in psutil.process_iter(["cmdline"]):
        if process.info["cmdline"] and str(tmp_path) in process.info["cmdline"]:
            process.kill()
            process.wait(5)


@pytest.fixture
def desk(data: Path) -> Iterator[PromptDesk]:
    made = PromptDesk(data)
    yield made
    made.stop()


def ready(desk: PromptDesk, item: str = "s01") -> int:
    """Open the prompter and wait until it shows; returns its process id."""
    desk.service.show(feed(1, item))
    desk.service.open()
    assert until(lambda: bool(desk.service.pids) and desk.link is LinkState.READY and desk.at(item), 15), (
        desk.statuses
    )
    return desk.service.pids[0]


def test_it_follows_a_go_within_a_second(desk: PromptDesk) -> None:
    ready(desk)
    pressed = time.monotonic()
    desk.service.show(feed(2, "s02", 2))
    assert until(lambda: desk.at("s02"), 1.0)
    assert time.monotonic() - pressed < 1.0
    assert desk.statuses[-1].screens == 1


def test_killed_it_is_lost_at_once_and_started_again_at_the_same_place(desk: PromptDesk) -> None:
    killed = ready(desk, "s02")
    place = desk.service.place
    os.kill(killed, signal.SIGKILL)
    assert until(lambda: desk.link is LinkState.LOST, 1.0)
    assert until(lambda: ShowFault("prompter.lost") in desk.commands, 1.0)
    assert until(lambda: desk.link is LinkState.READY, 15)
    assert desk.service.pids[0] != killed
    assert until(lambda: ClearFault("prompter.lost") in desk.commands, 1.0)
    assert until(lambda: desk.at("s02"), 3.0)
    again = desk.service.place
    assert place is not None
    assert again is not None
    assert (again.airing, again.run, again.running) == (place.airing, place.run, True)


def test_closed_by_the_person_it_stays_closed(desk: PromptDesk) -> None:
    pid = ready(desk)
    desk.service.close()
    assert until(lambda: desk.link is LinkState.OFF and not desk.service.pids, 5)
    assert until(lambda: not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE, 5)
    assert not until(lambda: desk.link is not LinkState.OFF, 1.0)
    assert not [said for said in desk.commands if isinstance(said, ShowFault)]


def test_stopped_it_is_called_hung_and_comes_back(desk: PromptDesk) -> None:
    pid = ready(desk)
    os.kill(pid, signal.SIGSTOP)
    assert until(lambda: desk.link is LinkState.HUNG, 6)
    assert ShowFault("prompter.hung") in desk.commands
    os.kill(pid, signal.SIGCONT)
    assert until(lambda: desk.link is LinkState.READY, 3)
    assert desk.service.pids == (pid,)


def test_a_second_one_on_the_same_folder_steps_back(desk: PromptDesk, data: Path) -> None:
    ready(desk)
    second = subprocess.run(command(data), timeout=20, capture_output=True, check=False)
    assert second.returncode == 3
    assert len(desk.service.pids) == 1


class RunningDesk:
    """A desk in a process of its own."""

    def __init__(self, data: Path, item: str, *more: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.integration.prompter_desk", str(data / "."), item, *more],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            start_new_session=True,
        )

    def told(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line: dict[str, Any] = json.loads(self.process.stdout.readline())
        return line


def test_it_outlives_a_killed_desk_and_attaches_to_the_next(data: Path) -> None:
    first = RunningDesk(data, "s02", "take_over")
    first.told()
    shown = first.told()
    assert (shown["link"], shown["item"], shown["control"]) == ("ready", "s02", "director")
    seq = shown["seq"]
    (pid,) = shown["pids"]
    os.killpg(first.process.pid, signal.SIGKILL)
    first.process.communicate(timeout=5)
    alive = psutil.Process(pid)
    before = alive.cpu_times().user
    assert until(lambda: alive.is_running() and alive.cpu_times().user > before, 3), "its text goes on"
    second = RunningDesk(data, "s02")
    second.told()
    started = time.monotonic()
    shown = second.told()
    assert time.monotonic() - started < 1.5
    assert (shown["link"], shown["item"], shown["pids"]) == ("ready", "s02", [pid])
    assert (shown["control"], shown["seq"]) == ("director", seq), "the prompter has kept who moves it"
    second.process.kill()
    second.process.communicate(timeout=5)


def test_a_hung_one_is_replaced_when_a_person_asks(desk: PromptDesk) -> None:
    hung = ready(desk)
    os.kill(hung, signal.SIGSTOP)
    assert until(lambda: desk.link is LinkState.HUNG, 10)
    desk.service.open()
    assert until(lambda: desk.link is LinkState.READY and desk.service.pids not in ((), (hung,)), 20), (
        desk.statuses
    )
    assert not psutil.pid_exists(hung) or psutil.Process(hung).status() == psutil.STATUS_ZOMBIE


def test_what_the_host_confirmed_outlives_the_prompter(desk: PromptDesk, data: Path) -> None:
    desk.service.show(feed(1))
    before = Reader(data)
    before.send(PromptReport(1, acknowledged=3, place=PromptPlace("show@1", 1, "s01", 0, True, 260), run="show@1"))
    assert until(lambda: desk.status.acknowledged == 3, 5)
    before.close()
    assert until(lambda: not desk.service.pids, 5)
    ready(desk)
    assert until(lambda: [each.acknowledged for each in desk.status.prompters] == [3], 5)
    assert desk.status.acknowledged == 3


def test_what_the_director_set_up_outlives_the_prompter_and_orders_do_not(desk: PromptDesk) -> None:
    killed = ready(desk)
    desk.service.take_over()
    desk.service.blank(True)
    desk.service.order(PromptOrderKind.NUDGE, 3)
    assert until(lambda: bool(desk.status.prompters[0].carried), 5)
    kept, carried = desk.status.stage, desk.status.prompters[0].carried
    assert kept.blank
    os.kill(killed, signal.SIGKILL)
    assert until(lambda: desk.link is LinkState.READY and desk.service.pids not in ((), (killed,)), 20)
    assert until(
        lambda: [(each.staged, each.carried) for each in desk.status.prompters] == [(kept.seq, carried)], 5
    )
    assert desk.status.stage == kept
