"""The link to a relay against a real server: floods, stalls, hang-ups, lies, and never a word from us."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from livedesk.domain.errors import UserError
from livedesk.domain.status import LinkState
from livedesk.services.aio import AsyncLoop
from livedesk.services.ingest import relay as relay_module
from livedesk.services.ingest.barrage import MAX_MESSAGE
from livedesk.services.ingest.relay import Inbox, Relay, check_address
from tests.services.ingest_samples import message
from tests.services.relay_server import HalfOpen, RelayServer, free_port, wait_for


@pytest.fixture(scope="module")
def loop() -> Iterator[AsyncLoop]:
    made = AsyncLoop("relay tests").start()
    yield made
    made.stop()


@pytest.fixture
def server(loop: AsyncLoop) -> Iterator[RelayServer]:
    made = RelayServer(loop)
    yield made
    made.stop()


class Desk:
    """A relay with everything that it said."""

    def __init__(self, loop: AsyncLoop, address: str) -> None:
        self.messages: list[str] = []
        self.states: list[tuple[LinkState, str]] = []
        self._loop = loop
        self.relay = Relay(
            loop, address, self.messages.append, lambda *state: self.states.append(state), first_wait_s=0.05
        )
        self.relay.start()

    @property
    def state(self) -> LinkState:
        return self.states[-1][0] if self.states else LinkState.OFF

    def wait(self, condition: Callable[[], bool]) -> None:
        wait_for(condition, self._loop)

    def wait_state(self, state: LinkState) -> None:
        self.wait(lambda: self.state is state)


@pytest.fixture
def connect(loop: AsyncLoop) -> Iterator[Callable[[str], Desk]]:
    desks: list[Desk] = []

    def make(address: str) -> Desk:
        desks.append(Desk(loop, address))
        return desks[-1]

    yield make
    for desk in desks:
        desk.relay.stop()


def test_messages_arrive_and_nothing_is_ever_sent(server: RelayServer, connect: Callable[[str], Desk]) -> None:
    desk = connect(server.address)
    desk.wait_state(LinkState.READY)
    server.send([message(1, MsgId=1, Content="在"), "未必是 JSON", b"\xff\x00", "二进制".encode()])
    desk.wait(lambda: len(desk.messages) == 4)
    assert desk.messages[1:] == ["未必是 JSON", "\ufffd\x00", "二进制"]
    desk.relay.stop()
    assert desk.state is LinkState.OFF
    assert server.heard == []


def test_a_relay_that_starts_later_or_again_is_found(loop: AsyncLoop, connect: Callable[[str], Desk]) -> None:
    port = free_port()
    desk = connect(f"ws://127.0.0.1:{port}/")
    desk.wait(lambda: len(desk.states) > 2)
    assert {state for state, _ in desk.states} == {LinkState.CONNECTING}
    server = RelayServer(loop, port)
    desk.wait_state(LinkState.READY)
    server.stop()
    desk.wait_state(LinkState.LOST)
    again = RelayServer(loop, port)
    desk.wait_state(LinkState.READY)
    again.send(["back"])
    desk.wait(lambda: desk.messages == ["back"])
    again.stop()


def test_hang_ups_are_survived_ever_more_slowly(server: RelayServer, connect: Callable[[str], Desk]) -> None:
    desk = connect(server.address)
    for times in range(1, 4):
        desk.wait(lambda expected=times: server.connections == expected and desk.state is LinkState.READY)
        server.hang_up()
        desk.wait(lambda expected=times: len([s for s, _ in desk.states if s is LinkState.LOST]) >= expected)
    desk.wait_state(LinkState.READY)


def test_a_server_that_refuses_says_why(server: RelayServer, connect: Callable[[str], Desk]) -> None:
    server.refuse = True
    desk = connect(server.address)
    desk.wait(lambda: len(desk.states) > 1)
    assert desk.state is LinkState.CONNECTING
    assert "403" in desk.states[-1][1]
    server.refuse = False
    desk.wait_state(LinkState.READY)


def test_passwords_and_tokens_of_an_address_are_never_told(
    loop: AsyncLoop, server: RelayServer, connect: Callable[[str], Desk], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("ERROR", "aiohttp.access")  # the log of the test's own server
    caplog.set_level("DEBUG")
    server.refuse = True
    desk = connect(f"ws://user:canary-1@127.0.0.1:{server.port}/?token=canary-2")
    desk.wait(lambda: len(desk.states) > 2)
    server.refuse, server.astray = False, True
    seen = len(desk.states)
    desk.wait(lambda: len(desk.states) > seen + 1)
    server.astray = False
    desk.wait_state(LinkState.READY)
    server.hang_up()
    desk.wait_state(LinkState.LOST)
    closed = connect(f"ws://user:canary-1@127.0.0.1:{free_port()}/?token=canary-2")
    closed.wait(lambda: len(closed.states) > 2)
    assert (LinkState.READY, f"127.0.0.1:{server.port}") in desk.states
    assert f"relay 127.0.0.1:{server.port}: 403" in caplog.text
    assert "canary" not in caplog.text
    assert "canary" not in str(desk.states + closed.states)


def test_a_message_without_end_closes_the_link_and_not_the_program(
    server: RelayServer, connect: Callable[[str], Desk]
) -> None:
    desk = connect(server.address)
    desk.wait_state(LinkState.READY)
    server.send(["x" * (MAX_MESSAGE + 1)])
    desk.wait(lambda: LinkState.LOST in [state for state, _ in desk.states])
    desk.wait(lambda: server.connections == 2 and desk.state is LinkState.READY)
    assert desk.messages == []


def test_a_half_open_link_is_found_within_five_seconds(
    loop: AsyncLoop, server: RelayServer, connect: Callable[[str], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert relay_module.HEARTBEAT_S * 1.5 <= 5
    monkeypatch.setattr(relay_module, "HEARTBEAT_S", 0.4)
    between = HalfOpen(loop, server.port)
    desk = connect(f"ws://127.0.0.1:{between.port}/")
    desk.wait_state(LinkState.READY)
    between.freeze()
    desk.wait_state(LinkState.LOST)
    between.stop()


def test_frames_in_pieces_are_put_together(
    loop: AsyncLoop, server: RelayServer, connect: Callable[[str], Desk]
) -> None:
    between = HalfOpen(loop, server.port, slow_s=0.001)
    desk = connect(f"ws://127.0.0.1:{between.port}/")
    desk.wait_state(LinkState.READY)
    server.send(["一个字节一个字节地来"])
    desk.wait(lambda: desk.messages == ["一个字节一个字节地来"])
    between.stop()


def test_a_flood_is_taken_in_whole(server: RelayServer, connect: Callable[[str], Desk]) -> None:
    desk = connect(server.address)
    desk.wait_state(LinkState.READY)
    flood = [message(1, MsgId=n, Content="在") for n in range(1, 20_001)]
    server.send(flood)
    desk.wait(lambda: len(desk.messages) == 20_000)
    assert desk.messages == flood
    assert desk.state is LinkState.READY


def test_an_inbox_keeps_the_newest_and_counts_the_rest() -> None:
    inbox = Inbox(most=3, most_chars=10)
    for number in range(5):
        inbox.put(number, f"m{number}")
    assert inbox.take(2) == [(2, "m2"), (3, "m3")]
    assert inbox.dropped == 2
    inbox.put(9, "x" * 9)
    assert (inbox.take(), inbox.dropped) == ([(9, "x" * 9)], 3)
    inbox.put(9, "x" * 11)
    assert (inbox.take(), inbox.dropped) == ([], 4)


@pytest.mark.parametrize(
    "address", ["", "127.0.0.1:8888", "http://127.0.0.1", "ws://", "ws://host:0", "ws://[", "ws://a:b"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(UserError) as caught:
        check_address(address)
    assert caught.value.code == "relay.bad_address"
    assert check_address(" ws://127.0.0.1:8888 ") == "ws://127.0.0.1:8888"
