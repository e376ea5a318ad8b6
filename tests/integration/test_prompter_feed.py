"""The feed on the loopback: who may read it, and what a slow or silent reader costs."""

from __future__ import annotations

import json
import os
import socket
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.domain.prompt import PROMPT_VERSION, PromptPacket, PromptPlace, PromptReport
from livedesk.domain.status import LinkState
from livedesk.services.prompter import server
from livedesk.services.prompter.credentials import Credentials, read_credentials, write_credentials
from tests.integration.prompter_desk import NO_PROMPTER, PromptDesk, Reader, feed, until


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PromptDesk]:
    made = PromptDesk(tmp_path, NO_PROMPTER)
    yield made
    made.stop()


def test_the_file_is_for_its_owner_only(desk: PromptDesk, tmp_path: Path) -> None:
    path = tmp_path / "prompter.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert set(json.loads(path.read_bytes())) == {"port", "token"}
    assert not list(tmp_path.glob("*.new"))


def test_a_wrong_token_is_refused(desk: PromptDesk, tmp_path: Path) -> None:
    desk.service.show(feed(1))
    reader = Reader(tmp_path, token="guessed")
    assert reader.packet() == PromptPacket(PROMPT_VERSION, refused="token")
    assert reader.lines.readline() == b""
    assert desk.service.pids == ()
    reader.close()


@pytest.mark.parametrize("version", [1, 99])
def test_another_version_is_refused_with_that_word(desk: PromptDesk, tmp_path: Path, version: int) -> None:
    reader = Reader(tmp_path, version=version)
    assert reader.packet().refused == "version"
    reader.close()


@pytest.mark.parametrize(
    "nonsense", [b"GET / HTTP/1.1\r\n\r\n", b"\xff\xfe\n", b"[" * 5_000 + b"\n", b"x" * 200_000]
)
def test_nonsense_ends_only_its_own_line(desk: PromptDesk, tmp_path: Path, nonsense: bytes) -> None:
    known = read_credentials(tmp_path)
    assert known is not None
    with socket.create_connection(("127.0.0.1", known.port), timeout=5) as stranger:
        try:
            stranger.sendall(nonsense)
            assert stranger.recv(100) == b""
        except ConnectionResetError:
            pass
    reader = Reader(tmp_path)
    assert not reader.packet().refused
    reader.close()


def test_feed_heartbeat_report(desk: PromptDesk, tmp_path: Path) -> None:
    desk.service.show(feed(1))
    reader = Reader(tmp_path)
    first = reader.packet()
    assert first.feed is not None
    assert first.feed.seq == 1
    assert reader.packet() == PromptPacket(PROMPT_VERSION)
    reader.send(PromptReport(1, acknowledged=4, run=first.feed.run))
    assert until(lambda: bool(desk.statuses) and desk.statuses[-1].acknowledged == 4, 2)
    assert (desk.link, desk.statuses[-1].screens) == (LinkState.READY, 1)
    reader.close()


def test_what_was_confirmed_in_one_run_is_not_confirmed_in_the_next(desk: PromptDesk, tmp_path: Path) -> None:
    desk.service.show(feed(1))
    reader = Reader(tmp_path)
    reader.send(PromptReport(1, acknowledged=4, run=feed(1).run))
    assert until(lambda: bool(desk.statuses) and desk.statuses[-1].acknowledged == 4, 2)
    desk.service.show(feed(2, run="show@2"))
    reader.send(PromptReport(2, acknowledged=4, run=feed(1).run))
    assert until(lambda: (desk.statuses[-1].screens, desk.statuses[-1].acknowledged) == (2, 0), 2)
    reader.close()


def test_what_was_confirmed_in_one_run_is_not_told_to_a_new_prompter_in_the_next(
    desk: PromptDesk, tmp_path: Path
) -> None:
    desk.service.show(feed(1))
    before = Reader(tmp_path)
    before.send(PromptReport(1, acknowledged=4, run=feed(1).run))
    assert until(lambda: desk.status.acknowledged == 4, 2)
    before.close()
    assert until(lambda: not desk.service.pids, 2)
    desk.service.show(feed(2, run="show@2"))
    after = Reader(tmp_path)
    assert after.packet().acknowledged == 0
    after.close()


def test_a_new_prompter_is_told_where_the_last_one_was(desk: PromptDesk, tmp_path: Path) -> None:
    desk.service.show(feed(1))
    reader = Reader(tmp_path)
    place = PromptPlace("show@1", 1, "s01", 30, True, 280)
    reader.send(PromptReport(1, place=place))
    assert until(lambda: desk.service.place == place, 2)
    reader.close()
    following = Reader(tmp_path)
    assert following.packet().place == place
    following.close()


def test_a_reader_that_does_not_read_holds_nobody_up(desk: PromptDesk, tmp_path: Path) -> None:
    desk.service.show(feed(1))
    slow, quick = Reader(tmp_path), Reader(tmp_path)
    assert quick.packet().feed is not None
    big = replace(feed(2), gifts="赠" * 200_000)
    for seq in range(2, 60):
        desk.service.show(replace(big, seq=seq))
        while (packet := quick.packet()).feed is None or packet.feed.seq < seq:
            pass
    held_back = []
    while not held_back or held_back[-1] < 59:
        waiting = slow.packet()
        held_back += [waiting.feed.seq] if waiting.feed is not None else []
    assert held_back[-1] == 59
    assert len(held_back) < 30, "only the newest is kept for a slow reader"
    slow.close()
    quick.close()


def test_a_reader_that_never_reads_is_let_go(
    desk: PromptDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "UNREAD_S", 0.3)
    deaf = Reader(tmp_path)
    deaf.packet()
    for seq in range(2, 40):
        desk.service.show(feed(seq, gifts="赠" * 200_000))
    assert until(lambda: desk.service.pids == (os.getpid(),), 2)
    for seq in range(40, 80):
        desk.service.show(feed(seq, gifts="赠" * 200_000))
        if until(lambda: desk.service.pids == (), 0.1):
            break
    assert until(lambda: desk.service.pids == (), 5)
    deaf.close()


def test_a_feed_from_before_the_start_is_not_lost(tmp_path: Path) -> None:
    desk = PromptDesk(tmp_path, NO_PROMPTER, started=False)
    desk.service.show(feed(5))
    desk.service.start()
    reader = Reader(tmp_path)
    first = reader.packet()
    assert first.feed is not None
    assert first.feed.seq == 5
    reader.close()
    desk.stop()


def test_a_known_port_and_token_are_kept(tmp_path: Path) -> None:
    first = PromptDesk(tmp_path)
    known = read_credentials(tmp_path)
    first.stop()
    second = PromptDesk(tmp_path)
    assert read_credentials(tmp_path) == known
    second.stop()


def test_a_taken_port_gives_another(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        write_credentials(tmp_path, Credentials(port, "kept"))
        desk = PromptDesk(tmp_path)
        known = read_credentials(tmp_path)
        assert known is not None
        assert known.token == "kept"
        assert known.port != port
        desk.stop()


@pytest.mark.parametrize("content", [b"", b"{}", b'{"port": 70000, "token": "x"}', b'{"port": 1, "token": ""}'])
def test_a_damaged_file_is_written_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "prompter.json").write_bytes(content)
    assert read_credentials(tmp_path) is None
    desk = PromptDesk(tmp_path)
    assert read_credentials(tmp_path) is not None
    desk.stop()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "gone").write_text("a file, no folder")
    desk = PromptDesk(tmp_path / "gone")
    assert until(lambda: desk.link is LinkState.LOST and bool(desk.statuses[-1].detail), 2)
    desk.stop()


def test_a_prompter_that_cannot_start_says_why(tmp_path: Path) -> None:
    desk = PromptDesk(tmp_path, ["/nowhere/prompter"])
    desk.service.open()
    assert until(lambda: desk.link is LinkState.LOST and "nowhere" in desk.statuses[-1].detail, 3)
    desk.stop()
