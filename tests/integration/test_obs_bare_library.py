"""What obs-websocket-py itself does where our client must not: the same servers, the bare library.

Each test names the test of ours that would fail on it. The library's own time-outs are long: it is shown to wait far
beyond our deadline, and let go. Two rows of the list stand beside ours (no Hello in ``test_obs_protocol``; a reset in a
take, and the dropped code and comment, in ``test_obs_faults``).
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic

import pytest
from obswebsocket import events, obsws, requests

from livedesk.services.obs.client import ObsClient, Subscription
from livedesk.services.obs.failures import LinkLostError
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.wire import Wire
from tests.integration.obs import free_port, wait_for
from tests.integration.relay import Busy, Peer, Scripted

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
SCENE = {"eventType": "CurrentProgramSceneChanged", "eventIntent": 4, "eventData": {"sceneName": "商品特写"}}
BEYOND_OURS_S = 1.0


@contextmanager
def serving(script: Callable[[Peer], object]) -> Iterator[Scripted]:
    """A scripted server."""
    server = Scripted(script)
    yield server
    server.close()


@contextmanager
def bare(port: int, *, timeout: float = 60.0) -> Iterator[obsws]:
    """The library, connected; its socket is shut under it at the end, so that nothing of it is left."""
    client = obsws("127.0.0.1", port, "", legacy=False, timeout=timeout)
    client.connect()
    thread = client.thread_recv
    yield client
    with suppress(OSError, AttributeError):
        client.ws.sock.shutdown(socket.SHUT_RDWR)
    thread.join(3)


def in_thread(work: Callable[[], object]) -> threading.Thread:
    """Work that may hang, in a thread that holds nobody."""

    def guarded() -> None:
        with suppress(Exception):
            work()

    thread = threading.Thread(target=guarded, daemon=True)
    thread.start()
    return thread


def told_twice(told: threading.Event) -> Callable[[Peer], None]:
    """A server that sends two events, one after the other, when it is told to."""

    def script(peer: Peer) -> None:
        peer.greet()
        told.wait(5)
        peer.send(5, SCENE)
        peer.send(5, SCENE)
        peer.wait_for_end()

    return script


def test_a_call_in_flight_outlives_the_link() -> None:
    """Ours: test_obs_protocol.test_every_open_request_fails_at_once_when_the_link_ends."""

    def script(peer: Peer) -> None:
        peer.greet()
        peer.receive()
        peer.sock.close()

    with serving(script) as server, bare(server.port) as client:
        call = in_thread(lambda: client.call(requests.GetVersion()))
        call.join(BEYOND_OURS_S)
        assert call.is_alive(), "it waits out its minute though nobody will answer"
        for waiting in client.events.values():
            waiting.set()
        call.join(2)


def test_an_exception_of_a_callback_ends_the_thread() -> None:
    """Ours: test_obs_protocol.test_an_event_whose_callback_raises_does_not_end_the_next."""
    told = threading.Event()
    heard: list[object] = []

    def callback(event: object) -> None:
        heard.append(event)
        raise RuntimeError("a defect of somebody's own")

    with serving(told_twice(told)) as server, bare(server.port) as client:
        client.register(callback, events.CurrentProgramSceneChanged)
        told.set()
        client.thread_recv.join(3)
        assert not client.thread_recv.is_alive()
        assert len(heard) == 1


def test_a_value_error_of_a_callback_keeps_the_event_from_the_next() -> None:
    """Ours: as above, each event and each callback by itself."""
    told, called, heard = threading.Event(), list[object](), list[object]()

    def wrong(event: object) -> None:
        called.append(event)
        raise ValueError("not a number")

    with serving(told_twice(told)) as server, bare(server.port) as client:
        client.register(wrong)
        client.register(heard.append)
        told.set()
        wait_for(lambda: len(called) == 2, 3, "both events")
        assert heard == [], "the first one is done with by then"


def test_a_call_in_a_callback_gets_no_answer() -> None:
    """Ours: test_obs_protocol.test_a_waiting_call_on_the_loop_is_refused, at once and aloud."""
    told, outcome = threading.Event(), list[str]()

    def script(peer: Peer) -> None:
        peer.greet()
        told.wait(5)
        peer.send(5, SCENE)
        request = peer.receive()
        body = {"requestId": request["d"]["requestId"], "requestStatus": {"result": True, "code": 100}}
        peer.send(7, body)
        peer.wait_for_end()

    with serving(script) as server, bare(server.port, timeout=BEYOND_OURS_S) as client:

        def callback(_event: object) -> None:
            try:
                client.call(requests.GetVersion())
            except Exception as error:  # noqa: BLE001 - whatever the library says
                outcome.append(type(error).__name__)

        client.register(callback)
        told.set()
        wait_for(lambda: outcome == ["MessageTimeout"], 4, "its own answer cannot come while it waits")


def test_leaving_in_a_callback_joins_itself() -> None:
    """Ours: ObsClient.close never joins the thread it is called on (test_obs_protocol, test_obs_parts)."""
    told, outcome = threading.Event(), list[str]()

    def script(peer: Peer) -> None:
        peer.greet()
        told.wait(5)
        peer.send(5, SCENE)
        peer.sock.recv(4096)
        peer.sock.close()

    with serving(script) as server, bare(server.port) as client:

        def callback(_event: object) -> None:
            try:
                client.disconnect()
            except RuntimeError as error:
                outcome.append(str(error))
                raise

        client.register(callback)
        told.set()
        wait_for(lambda: outcome == ["cannot join current thread"], 3, "it cannot join itself")


def test_leaving_a_frozen_server_takes_seconds_and_ours_none() -> None:
    """A server that answers no close frame: the library waits for it, we shut the socket."""

    def script(peer: Peer) -> None:
        peer.greet()
        threading.Event().wait(6)

    loop = Loop("test")
    loop.start()
    with serving(script) as server, bare(server.port) as client:
        wire = Wire.open("127.0.0.1", server.port, "", 0)
        ours = ObsClient(wire, loop, on_event=lambda event: None, on_lost=lambda reason: None)
        began = monotonic()
        ours.close()
        assert monotonic() - began < BEYOND_OURS_S
        leaving = in_thread(client.disconnect)
        leaving.join(BEYOND_OURS_S)
        assert leaving.is_alive()
        with suppress(OSError, AttributeError):
            client.ws.sock.shutdown(socket.SHUT_RDWR)
        leaving.join(8)
    loop.stop()


def test_a_drop_after_identify_is_hammered() -> None:
    """Ours: test_obs_protocol.test_a_drop_right_after_identify_is_not_hammered."""

    def script(peer: Peer) -> None:
        peer.greet()
        peer.sock.close()

    with serving(script) as server:
        client = obsws("127.0.0.1", server.port, "", legacy=False, authreconnect=1)
        hammering = in_thread(client.connect)
        threading.Event().wait(BEYOND_OURS_S)
        tries = server.accepted
        client.authreconnect = 0
        server.close()
        hammering.join(2)
        assert tries > 30, "a back-off would have tried twice"


def test_one_503_ends_the_tries() -> None:
    """Ours: test_obs_protocol.test_a_server_that_answers_503_is_tried_again."""
    port = free_port()
    client = obsws("127.0.0.1", port, "", legacy=False, authreconnect=0.2)
    client.connect()

    server = Busy()
    client.port = server.port
    wait_for(lambda: server.accepted == 1, 3, "it tries once")
    threading.Event().wait(BEYOND_OURS_S)
    assert server.accepted == 1, "and never again"
    server.close()


def test_leaving_does_not_call_off_a_pending_try() -> None:
    """Ours: test_obs_protocol.test_stopping_ends_a_pending_try_at_once."""
    client = obsws("127.0.0.1", free_port(), "", legacy=False, authreconnect=0.3)
    client.connect()
    client.disconnect()
    with serving(lambda peer: (peer.greet(), peer.wait_for_end())) as server:
        client.port = server.port
        wait_for(lambda: server.accepted == 1, 3, "it connects all the same")
        wait_for(lambda: client.thread_recv is not None, 3, "it receives")
        thread = client.thread_recv
        with suppress(OSError, AttributeError):
            client.ws.sock.shutdown(socket.SHUT_RDWR)
        thread.join(3)


def test_what_is_subscribed_is_fixed_and_ours_is_chosen() -> None:
    """1023 holds no StudioModeStateChanged (1 << 10) and no meters (1 << 16)."""
    asked: list[int] = []

    def script(peer: Peer) -> None:
        peer.send(0, {"obsWebSocketVersion": "5.1.0", "rpcVersion": 1})
        asked.append(peer.receive()["d"]["eventSubscriptions"])
        peer.send(2, {"negotiatedRpcVersion": 1})
        peer.wait_for_end()

    with serving(script) as server:
        with bare(server.port):
            pass
        wanted = Subscription.UI | Subscription.METERS
        Wire.open("127.0.0.1", server.port, "", wanted).shut()
    assert asked == [1023, wanted]
    assert not asked[0] & wanted


def test_the_answer_to_a_batch_is_thrown_away() -> None:
    """Ours: test_obs_protocol.test_a_refusal_keeps_code_and_comment_also_in_a_batch."""
    heard: list[object] = []

    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.receive()
        peer.send(9, {"requestId": request["d"]["requestId"], "results": []})
        peer.send(5, SCENE)
        peer.wait_for_end()

    with serving(script) as server, bare(server.port) as client:
        client.register(heard.append)
        client.ws.send(json.dumps({"op": 8, "d": {"requestId": "batch", "requests": []}}))
        wait_for(lambda: bool(heard), 3, "what came after the answer")
        assert client.answers == {}


def test_a_failed_send_leaves_its_event_behind() -> None:
    """Ours: an open request is taken out of the list by every way it can end."""
    loop = Loop("test")
    loop.start()
    with serving(lambda peer: (peer.greet(), peer.wait_for_end())) as server, bare(server.port) as client:
        client.ws.sock.shutdown(socket.SHUT_RDWR)
        client.thread_recv.join(3)
        with pytest.raises(Exception):  # noqa: B017, PT011 - the library's choice, by version
            client.call(requests.GetVersion())
        assert len(client.events) == 1
        wire = Wire.open("127.0.0.1", server.port, "", 0)
        ours = ObsClient(wire, loop, on_event=lambda event: None, on_lost=lambda reason: None)
        ours.close()
        assert isinstance(ours.ask(requests.GetVersion()).exception(1), LinkLostError)
        assert ours._open == {}
    loop.stop()


def test_a_request_that_cannot_be_written_stays_open_in_the_library() -> None:
    """What is no JSON never leaves: the library waits for its answer for ever, ours for none."""
    loop = Loop("test")
    loop.start()
    unwritten = requests.SetInputSettings(inputName="直播价", inputSettings={"text": object()})
    with serving(lambda peer: (peer.greet(), peer.wait_for_end())) as server, bare(server.port) as client:
        wire = Wire.open("127.0.0.1", server.port, "", 0)
        ours = ObsClient(wire, loop, on_event=lambda event: None, on_lost=lambda reason: None)
        with pytest.raises(TypeError):
            client.call(unwritten)
        assert len(client.events) == 1
        with pytest.raises(TypeError):
            ours.ask(unwritten, 30)
        assert ours._open == {}
        ours.close()
    loop.stop()
