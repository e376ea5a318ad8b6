"""Servers that are not OBS, or not well: on the loopback interface, beside the bare library where it fails."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import monotonic

import pytest
from obswebsocket import obsws, requests
from websocket import WebSocketException

from livedesk.domain.events import TakeResult
from livedesk.domain.status import LinkState
from livedesk.services.obs.client import Event, Execution, ObsClient
from livedesk.services.obs.failures import (
    ForeignError,
    LinkLostError,
    NoAnswerError,
    ObsError,
    SilentError,
    UnreachableError,
)
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.wire import MESSAGE_LIMIT, Wire
from tests.integration.desk import Desk
from tests.integration.obs import free_port, wait_for
from tests.integration.relay import Busy, Listener, Peer, Scripted
from tests.integration.scripted_obs import ScriptedObs, answer


@pytest.fixture
def loop() -> Iterator[Loop]:
    """A running loop."""
    made = Loop("test")
    made.start()
    yield made
    made.stop()


class Client:
    """A client of a scripted server, with what it was told."""

    def __init__(self, server: Scripted, loop: Loop) -> None:
        self.events: list[Event] = []
        self.lost: list[str] = []
        wire = Wire.open("127.0.0.1", server.port, "", 0)
        self.client = ObsClient(wire, loop, on_event=self.events.append, on_lost=self.lost.append)


def test_a_server_without_hello_is_given_up_in_two_seconds() -> None:
    """The bare library's connect() waits for ever on the same server, whatever its time-out says."""
    server = Scripted(Peer.wait_for_end)
    bare = obsws("127.0.0.1", server.port, "", timeout=1)

    def connect() -> None:
        with suppress(WebSocketException):
            bare.connect()

    hanging = threading.Thread(target=connect, daemon=True)
    hanging.start()
    began = monotonic()
    with pytest.raises(SilentError):
        Wire.open("127.0.0.1", server.port, "", 0)
    assert 1.9 < monotonic() - began < 2.5
    assert hanging.is_alive()
    bare.ws.sock.shutdown(socket.SHUT_RDWR)
    hanging.join(2)
    server.close()


@pytest.mark.parametrize("text", ["not json", "[]", '{"op": 99, "d": {}}', '{"op": 0}'])
def test_a_hello_of_something_else_is_not_obs(text: str) -> None:
    def script(peer: Peer) -> None:
        peer.send_text(text)
        peer.sock.close()

    server = Scripted(script)
    with pytest.raises(ForeignError):
        Wire.open("127.0.0.1", server.port, "", 0)
    server.close()


def test_an_empty_challenge_is_no_way_in() -> None:
    def script(peer: Peer) -> None:
        peer.send(0, {"authentication": {}})
        peer.sock.close()

    server = Scripted(script)
    with pytest.raises(UnreachableError):
        Wire.open("127.0.0.1", server.port, "", 0)
    server.close()


def test_nobody_listens() -> None:
    with pytest.raises(UnreachableError) as told:
        Wire.open("127.0.0.1", free_port(), "", 0)
    assert not isinstance(told.value, ForeignError)


@pytest.mark.parametrize("after", ["", "HTTP/1.1 101 Switching"])
def test_an_end_before_the_first_answer_is_complete_is_no_other_program(after: str) -> None:
    """So ends an OBS that is killed while we come in."""

    class Ending(Listener):
        def serve(self, sock: socket.socket, index: int) -> None:
            sock.recv(4096)
            sock.sendall(after.encode())
            sock.close()

    server = Ending()
    with pytest.raises(UnreachableError) as told:
        Wire.open("127.0.0.1", server.port, "", 0)
    assert not isinstance(told.value, ForeignError)
    server.close()


def test_a_server_that_answers_503_is_tried_again(desk: Desk) -> None:
    """The bare library stops its retries for ever after one of these."""

    server = Busy()
    service = desk.serve(server.port)
    desk.until(lambda: server.accepted >= 3, 4, "tried again")
    assert service.status.link is LinkState.ABSENT
    assert desk.faults() == ["obs.absent"]
    server.close()


def test_a_drop_right_after_identify_is_not_hammered(desk: Desk) -> None:
    """The bare library reconnects hundreds of times a second here."""

    def script(peer: Peer) -> None:
        peer.greet()
        peer.sock.close()

    server = Scripted(script)
    service = desk.serve(server.port)
    threading.Event().wait(2.5)
    # Two connections a try, at 0, 0.25, 0.75, 1.75 s.
    assert 4 <= server.accepted <= 10
    assert service.status.link is not LinkState.READY
    assert desk.faults() == ["obs.absent"]
    server.close()


def test_stopping_ends_a_pending_try_at_once(desk: Desk) -> None:
    service = desk.serve(free_port())
    desk.until(lambda: desk.faults() == ["obs.absent"], 2, "absent")
    began = monotonic()
    service.stop()
    assert monotonic() - began < 0.5
    assert service.status.link is LinkState.OFF
    assert desk.statuses[-1][1].link is LinkState.ABSENT
    names = ("obs", "obs-supervisor", "obs-receive")
    wait_for(lambda: not any(thread.name in names for thread in threading.enumerate()), 2, "no thread is left")


def test_an_answer_too_late_is_no_answer_and_harms_nothing(loop: Loop) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        first, second = peer.receive(), peer.receive()
        answer(peer, first, data={"n": 1})
        answer(peer, second, data={"n": 2})
        peer.wait_for_end()

    server = Scripted(script)
    here = Client(server, loop)
    began = monotonic()
    with pytest.raises(NoAnswerError):
        here.client.call(requests.GetStats(), 0.2)
    assert monotonic() - began < 0.5
    assert here.client.call(requests.GetStats()) == {"n": 2}
    here.client.close()
    wait_for(lambda: here.lost == ["closed"], 1, "told once")
    server.close()


def test_a_refusal_keeps_code_and_comment_also_in_a_batch(loop: Loop) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        answer(peer, peer.receive(), code=600, comment="No source was found.")
        batch = peer.receive()
        assert batch["op"] == 8
        assert batch["d"]["executionType"] == 1
        assert batch["d"]["haltOnFailure"] is True
        results = [
            {"requestType": "A", "requestStatus": {"result": True, "code": 100}, "responseData": {"a": 1}},
            {"requestType": "B", "requestStatus": {"result": False, "code": 604, "comment": "no"}},
        ]
        peer.send(9, {"requestId": batch["d"]["requestId"], "results": results})
        again = peer.receive()
        assert again == {"op": 3, "d": {"eventSubscriptions": 0x7FF}}
        peer.send(2, {"negotiatedRpcVersion": 1})
        peer.wait_for_end()

    server = Scripted(script)
    client = Client(server, loop).client
    request = requests.SetCurrentProgramScene(sceneName="x")
    with pytest.raises(ObsError) as refused:
        client.call(request)
    assert (refused.value.code, refused.value.comment) == (600, "No source was found.")
    assert request.status is False
    batch = [requests.GetStats(), requests.GetVirtualCamStatus()]
    answered = client.ask_batch(batch, execution=Execution.SERIAL_FRAME).result(2)
    assert answered[0] == {"a": 1}
    assert isinstance(answered[1], ObsError)
    assert answered[1].code == 604
    assert client.subscribe(0x7FF).result(2) is None
    client.close()
    server.close()


@pytest.mark.parametrize("end", [lambda peer: peer.sock.close(), Peer.reset, lambda peer: peer.send_text("{]")])
def test_every_open_request_fails_at_once_when_the_link_ends(loop: Loop, end: Callable[[Peer], object]) -> None:
    """However it ends: end of file, a reset, or garbage. The bare library keeps its callers for a minute."""

    def script(peer: Peer) -> None:
        peer.greet()
        for _ in range(3):
            peer.receive()
        end(peer)
        threading.Event().wait(0.5)

    server = Scripted(script)
    here = Client(server, loop)
    began = monotonic()
    open_requests = [here.client.ask(requests.GetStats(), 30) for _ in range(3)]
    for future in open_requests:
        with pytest.raises(LinkLostError):
            future.result(2)
    assert monotonic() - began < 0.5
    with pytest.raises(LinkLostError):
        here.client.ask(requests.GetStats()).result(1)
    wait_for(lambda: len(here.lost) == 1, 1, "told once")
    server.close()


def test_a_message_without_end_is_cut_off(loop: Loop) -> None:
    """The buffer is bounded: a frame that claims four gigabytes ends the connection at 32 MB."""
    sent: list[int] = []

    def script(peer: Peer) -> None:
        peer.greet()
        peer.sock.sendall(bytes([0x81, 127]) + (4 << 30).to_bytes(8, "big"))
        block = b" " * 65_536
        while True:
            peer.sock.sendall(block)
            sent.append(len(block))

    server = Scripted(script)
    here = Client(server, loop)
    wait_for(lambda: bool(here.lost), 10, "cut off")
    assert sum(sent) < 2 * MESSAGE_LIMIT
    server.close()


def test_split_frames_are_put_together(loop: Loop) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.receive()
        whole: list[bytes] = []
        real, peer.sock = peer.sock, _Collect(whole)
        answer(peer, request, data={"text": "修护精华" * 50})
        pause = threading.Event()
        for byte in b"".join(whole):
            real.sendall(bytes([byte]))
            if byte % 97 == 0:
                pause.wait(0.01)
        peer.sock = real
        peer.wait_for_end()

    server = Scripted(script)
    here = Client(server, loop)
    assert here.client.call(requests.GetStats(), 10) == {"text": "修护精华" * 50}
    here.client.close()
    server.close()


class _Collect(socket.socket):
    """Keeps what is sent instead of sending it."""

    def __init__(self, whole: list[bytes]) -> None:
        super().__init__()
        self._whole = whole

    def sendall(self, data: bytes) -> None:
        self._whole.append(data)


def test_a_waiting_call_on_the_loop_is_refused(loop: Loop) -> None:
    server = Scripted(lambda peer: (peer.greet(), peer.wait_for_end()))
    here = Client(server, loop)
    raised: list[BaseException] = []

    def call() -> None:
        try:
            here.client.call(requests.GetStats())
        except RuntimeError as error:
            raised.append(error)

    loop.post(call)
    wait_for(lambda: bool(raised), 1, "refused")
    # Closing from a callback on the loop neither joins itself nor waits for a server that says nothing.
    loop.post(here.client.close)
    wait_for(lambda: here.lost == ["closed"], 1, "closed from the loop")
    server.close()


def test_a_frozen_output_is_called_stuck_and_can_be_freed(desk: Desk) -> None:
    obs = ScriptedObs(frozen=True)
    service = desk.serve(obs.server.port)
    desk.until(lambda: service.status.link is LinkState.READY, 3, "READY")
    report = desk.report(desk.go(service, "乙"))
    assert (report.result, report.detail) == (TakeResult.UNKNOWN, "stuck")
    desk.until(lambda: desk.faults() == ["obs.stuck"], 1, "told")
    assert service.status.stuck
    assert service.status.program == "甲"
    service.free_output()
    desk.until(lambda: obs.asked.count("SetStudioModeEnabled") == 2, 2, "studio mode there and back")
    assert desk.report(desk.go(service, "丙", urgent=True)).result is TakeResult.CONFIRMED
    desk.until(lambda: desk.faults() == [], 1, "over")
    assert obs.asked.count("SetCurrentProgramScene") == 2
    obs.server.close()


def test_an_event_whose_callback_raises_does_not_end_the_next(loop: Loop) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        for index in range(3):
            peer.send(5, {"eventType": "VendorEvent", "eventIntent": 1, "eventData": {"index": index}})
        peer.wait_for_end()

    server = Scripted(script)
    seen: list[int] = []

    def on_event(event: Event) -> None:
        seen.append(event.data["index"])
        raise ValueError("a callback that raises")

    wire = Wire.open("127.0.0.1", server.port, "", 0)
    client = ObsClient(wire, loop, on_event=on_event, on_lost=lambda reason: None)
    wait_for(lambda: seen == [0, 1, 2], 2, "all three")
    client.close()
    server.close()
