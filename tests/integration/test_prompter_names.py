"""Several prompters at once: each has its name, its place, its faults and its process."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from livedesk.domain.commands import ClearFault, ShowFault
from livedesk.domain.prompt import PromptAnchor, PromptPlace, PromptReport
from livedesk.domain.status import LinkState
from livedesk.services.prompter import keeper
from livedesk.services.prompter.process import named, prompter_command
from tests.integration.prompter_desk import NO_PROMPTER, PromptDesk, Reader, feed, until

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
    """A desk that starts prompters as the program does."""
    made = PromptDesk(data, list(prompter_command(data)))
    yield made
    made.stop()


@pytest.fixture
def bare(data: Path) -> Iterator[PromptDesk]:
    """A desk whose prompters are bare sockets of the test."""
    made = PromptDesk(data, NO_PROMPTER)
    made.service.show(feed(1))
    yield made
    made.stop()


def opened(desk: PromptDesk, *names: str) -> dict[str, int]:
    desk.service.show(feed(1, "s02"))
    for name in names:
        desk.service.open(name)
    assert until(lambda: desk.link is LinkState.READY and desk.service.places.keys() == set(names), 30), (
        desk.statuses
    )
    assert until(lambda: desk.status.screens == len(names), 5)
    return by_name(names, desk)


def by_name(names: tuple[str, ...], desk: PromptDesk) -> dict[str, int]:
    """The attached processes by what their command lines say."""
    found = {}
    for pid in desk.service.pids:
        line = psutil.Process(pid).cmdline()
        found[line[line.index("--prompter") + 1] if "--prompter" in line else ""] = pid
    assert found.keys() == set(names)
    return found


def test_two_at_once_each_with_its_own_files(desk: PromptDesk, data: Path) -> None:
    opened(desk, "", "左")
    assert sorted(each.name for each in desk.status.prompters) == ["", "左"]
    for path in ("prompter.lock", "prompters/左/prompter.lock", "logs/prompter.log", "logs/prompter-左.log"):
        assert (data / path).exists(), path
    assert not (data / "prompters" / "左" / "prompter.json").exists(), "the credentials are those of the folder"
    again = subprocess.run(named(prompter_command(data), "左"), timeout=30, capture_output=True, check=False)
    assert again.returncode == 3
    assert len(desk.service.pids) == 2


def test_one_is_killed_is_named_and_comes_back_while_the_other_goes_on(desk: PromptDesk) -> None:
    pids = opened(desk, "", "left")
    os.kill(pids["left"], signal.SIGKILL)
    assert until(lambda: ShowFault("prompter.lost", (("prompter", "left"),)) in desk.commands, 1.0)
    assert [each.name for each in desk.status.prompters] == [""]
    assert desk.link is LinkState.LOST
    assert until(lambda: desk.link is LinkState.READY and len(desk.service.pids) == 2, 20)
    assert until(lambda: ClearFault("prompter.lost") in desk.commands, 1.0)
    after = by_name(("", "left"), desk)
    assert after[""] == pids[""]
    assert after["left"] != pids["left"]


def test_one_is_closed_and_the_other_stays(desk: PromptDesk) -> None:
    pids = opened(desk, "left", "right")
    desk.service.close("left")
    assert until(lambda: desk.service.pids == (pids["right"],), 5)
    assert not until(lambda: len(desk.service.pids) != 1, 1.0)
    assert desk.link is LinkState.READY
    desk.service.close()
    assert until(lambda: desk.link is LinkState.OFF and not desk.service.pids, 5)
    assert not [said for said in desk.commands if isinstance(said, ShowFault)]


def test_only_the_one_that_hangs_makes_room(desk: PromptDesk) -> None:
    pids = opened(desk, "left", "right")
    os.kill(pids["left"], signal.SIGSTOP)
    assert until(lambda: ShowFault("prompter.hung", (("prompter", "left"),)) in desk.commands, 10)
    assert desk.link is LinkState.HUNG
    desk.service.open("left")
    assert until(lambda: desk.link is LinkState.READY and len(desk.service.pids) == 2, 20)
    assert desk.service.pids[0] == pids["right"]
    assert desk.service.pids[1] != pids["left"]


def test_both_attach_to_the_next_desk(desk: PromptDesk, data: Path) -> None:
    pids = opened(desk, "", "left")
    desk.stop()
    following = PromptDesk(data, NO_PROMPTER)
    assert until(lambda: following.link is LinkState.READY and len(following.service.pids) == 2, 5)
    assert by_name(("", "left"), following) == pids
    following.stop()


def test_each_goes_on_at_its_own_place_with_its_own_confirmations(bare: PromptDesk, data: Path) -> None:
    places = {name: PromptPlace("show@1", 1, "s01", 10 * len(name), True, 260) for name in ("", "left", "right")}
    readers = {name: Reader(data, name=name) for name in places}
    for number, (name, reader) in enumerate(readers.items()):
        reader.packet()
        reader.send(PromptReport(1, acknowledged=number, place=places[name], run="show@1"))
    assert until(lambda: bare.service.places == places, 2)
    assert bare.service.place == places[""]
    assert until(lambda: bare.status.acknowledged == 2, 2)
    assert [(each.name, each.acknowledged) for each in bare.status.prompters] == [
        ("", 0),
        ("left", 1),
        ("right", 2),
    ]
    for number, (name, reader) in enumerate(readers.items()):
        reader.close()
        again = Reader(data, name=name)
        first = again.packet()
        assert (first.place, first.acknowledged) == (places[name], number)
        again.close()


def test_the_whole_stands_as_the_worst_one_and_says_why(bare: PromptDesk, data: Path) -> None:
    first = Reader(data)
    assert until(lambda: bare.link is LinkState.READY, 2)
    bare.service.open("left")
    assert until(lambda: (bare.link, bare.status.detail) == (LinkState.LOST, "exit 0"), 5)
    bare.service.close("left")
    assert until(lambda: (bare.link, bare.status.detail) == (LinkState.READY, ""), 5)
    first.close()


def test_the_first_one_leads_those_that_only_follow(bare: PromptDesk, data: Path) -> None:
    page = Reader(data, name="a-tablet", pid=0)
    page.send(PromptReport(1, anchor=PromptAnchor("s03", 0.0, 1.0, 0)))
    left, first = Reader(data, name="left"), Reader(data)
    there, here = PromptAnchor("s01", 12.5, 4.5, 1_000), PromptAnchor("s02", 3.0, -4.5, 2_000)
    left.send(PromptReport(1, anchor=there))
    first.send(PromptReport(1, anchor=here))
    assert page.packet_with(lambda packet: packet.lead == here)
    assert left.packet_with(lambda packet: packet.lead == here)
    late = Reader(data, name="late", pid=0)
    assert late.packet().lead == here, "the first packet has it too"
    bare.service.show(feed(2))
    assert late.packet_with(lambda packet: packet.feed).lead == here
    first.close()
    assert page.packet_with(lambda packet: packet.lead != here).lead == there
    left.close()
    assert page.packet_with(lambda packet: packet.lead != there).lead is None
    for each in (page, late):
        each.close()


def test_two_that_are_lost_are_both_named(bare: PromptDesk, data: Path) -> None:
    readers = [Reader(data, name=name) for name in ("", "left")]
    for reader in readers:
        reader.send(PromptReport(1))
    assert until(lambda: bare.status.screens == 2, 2)
    for reader in readers:
        reader.close()
    assert until(lambda: ShowFault("prompter.lost", (("prompter", "1, left"),)) in bare.commands, 2)
    first = Reader(data)
    assert until(lambda: bare.commands[-1] == ShowFault("prompter.lost", (("prompter", "left"),)), 2)
    first.close()


def test_a_page_that_is_no_process_of_this_machine_is_neither_missed_nor_ended(
    bare: PromptDesk, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(keeper, "end_process", ended.append)
    monkeypatch.setattr(keeper, "SILENT_S", 0.3)
    hung = ShowFault("prompter.hung", (("prompter", "tablet"),))
    page = Reader(data, name="tablet", pid=0)
    assert until(lambda: hung in bare.commands, 2), "it says nothing"
    assert (bare.link, bare.service.pids) == (LinkState.HUNG, ())
    page.close()
    assert until(lambda: bare.link is LinkState.OFF and ClearFault("prompter.hung") in bare.commands, 2)
    assert not (data / "logs" / "prompter-tablet.log").exists(), "none was started in its place"
    page = Reader(data, name="tablet", pid=0)
    assert until(lambda: bare.link is LinkState.HUNG, 2)
    bare.service.open("tablet")
    assert until(lambda: (data / "logs" / "prompter-tablet.log").exists(), 2), "a person may ask for one"
    assert ended == []
    page.close()


@pytest.mark.parametrize("name", ["../x", "a b", "x" * 33])
def test_what_cannot_be_a_name_is_refused(bare: PromptDesk, data: Path, name: str) -> None:
    reader = Reader(data, name=name)
    assert reader.packet().refused == "name"
    reader.close()
    with pytest.raises(ValueError, match=r".*"):
        bare.service.open(name)
