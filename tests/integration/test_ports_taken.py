"""Ports that another program has: OBS's and the relay's, with a real server behind each."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from livedesk.app.opened import look_at_obs
from livedesk.domain.commands import ClearFault
from livedesk.domain.status import LinkState
from livedesk.services.aio import AsyncLoop
from tests.integration.desk import Desk
from tests.integration.obs import RealObs, free_port
from tests.integration.on_air import advance, go_live, quiet, whole
from tests.integration.on_air import desk as desk_on
from tests.integration.relay import Listener
from tests.services.relay_server import RelayServer


class Banner(Listener):
    """Speaks first, and in lines: a mail server, SSH, FTP."""

    def serve(self, sock: socket.socket, index: int) -> None:
        sock.sendall(b"220 mail ready\r\n")
        while sock.recv(4096):
            pass
        sock.close()


class Mute(Listener):
    """Takes what comes and never says a word."""

    def serve(self, sock: socket.socket, index: int) -> None:
        while sock.recv(4096):
            pass
        sock.close()


class Page(BaseHTTPRequestHandler):
    """A page for everybody."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"hi")

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@contextmanager
def web_server(port: int = 0) -> Iterator[int]:
    """A web server of the standard library; gives its port."""
    server = ThreadingHTTPServer(("127.0.0.1", port), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def test_a_web_server_on_obs_s_port_is_named_as_another_program(desk: Desk) -> None:
    with web_server() as port:
        service = desk.serve(port)
        desk.until(lambda: desk.faults() == ["obs.port_taken"], 2, "told")
        assert service.status.link is LinkState.ABSENT
        assert look_at_obs("127.0.0.1", port, "").why == "obs.port_taken"
    desk.until(lambda: desk.faults() == ["obs.absent"], 5, "it is gone")


def test_a_program_that_speaks_first_is_named_as_another_program(desk: Desk) -> None:
    server = Banner()
    desk.serve(server.port)
    desk.until(lambda: desk.faults() == ["obs.port_taken"], 2, "told")
    server.close()


def test_a_port_without_a_word_is_told_as_such_and_not_as_an_obs_that_hangs(desk: Desk) -> None:
    server = Mute()
    desk.serve(server.port)
    desk.until(lambda: desk.faults() == ["obs.port_silent"], 3, "told")
    assert ClearFault("obs.hung") not in desk.all(ClearFault)
    server.close()


@pytest.mark.obs
def test_the_desk_says_that_the_port_is_taken_and_goes_on_once_obs_has_it(
    own_obs: RealObs, tmp_path: Path
) -> None:
    """The program that has the port is there before OBS, as when it was started first on the machine."""
    with desk_on(tmp_path, own_obs) as process:
        with web_server(own_obs.port):
            process.until(phase="preparing")
            process.told("端口被占用", str(own_obs.port), "WebSocket")
            go_live(process)
            advance(process)
            process.see(lambda line: line["take"]["result"] == "withheld", 3, "the take is withheld")
        own_obs.start()
        process.until(20, obs="ready")
        quiet(process, "端口被占用")
        line = advance(process)
        process.see(lambda now: now["program"] == line["scene"], 5, "taken")
        process.until(5, pending=0)
    whole(tmp_path, process)


def test_a_program_in_the_relay_s_place_is_told_until_the_relay_is_there(tmp_path: Path) -> None:
    loop = AsyncLoop("relay of the test").start()
    port = free_port()
    with desk_on(tmp_path, relay_url=f"ws://user:canary-1@127.0.0.1:{port}/") as process:
        with web_server(port):
            line = process.told("不是可用的弹幕转发", f"127.0.0.1:{port}", "端口", seconds=30)
            assert "relay.no_relay" in line["faults"]
            assert not any("canary" in text for text in line["notices"])
            go_live(process)
            advance(process)
        relay = RelayServer(loop, port)
        process.until(20, feed="ready")
        quiet(process, "弹幕转发")
        relay.stop()
        process.until(5, pending=0)
    loop.stop()
    whole(tmp_path, process)
    assert b"canary" not in (tmp_path / "logs" / "livedesk.log").read_bytes()
