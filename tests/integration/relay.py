"""Faults of a network between livedesk and OBS, on the loopback interface: a relay, and scripted servers."""

from __future__ import annotations

import base64
import hashlib
import json
import socket
import struct
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def _reset(sock: socket.socket) -> None:
    """Close with RST, as a router or a crashed machine would, whoever closes first. A thread that reads from it is
    woken before: the kernel keeps the socket for as long as it reads."""
    with suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.shutdown(socket.SHUT_RD)
    sock.close()


class Listener(ABC):
    """Accepts connections on a loopback port and serves each in a thread."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self.accepted = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._server.accept()
            except OSError:
                return
            self.accepted += 1
            threading.Thread(target=self._guarded, args=(sock, self.accepted - 1), daemon=True).start()

    def _guarded(self, sock: socket.socket, index: int) -> None:
        try:
            self.serve(sock, index)
        except OSError:
            sock.close()

    @abstractmethod
    def serve(self, sock: socket.socket, index: int) -> None:
        """Serve one connection; ``index`` counts from 0."""

    def close(self) -> None:
        """Stop accepting."""
        self._server.close()


class Relay(Listener):
    """Forwards to a port. ``hold(i)`` stops what comes back on connection ``i`` (all: None) while both ends stay
    open, ``resume`` lets it go on; ``byte_pause_s`` forwards one byte at a time, ``lag_s`` everything that much later;
    ``reset`` breaks everything."""

    def __init__(self, port: int, *, byte_pause_s: float = 0.0, lag_s: float = 0.0) -> None:
        self._target = port
        self._lag = lag_s
        self._byte_pause = byte_pause_s
        self._held: set[int | None] = set()
        self._flow = threading.Condition()
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._breaking = False
        super().__init__()

    def hold(self, index: int | None = None) -> None:
        """Forward nothing any more."""
        with self._flow:
            self._held.add(index)

    def resume(self) -> None:
        """Forward again, also what has gathered."""
        with self._flow:
            self._held.clear()
            self._flow.notify_all()

    def crawl(self, byte_pause_s: float) -> None:
        """From now on what comes back goes one byte at a time, with this pause after each (0: as it comes)."""
        self._byte_pause = byte_pause_s

    def reset(self) -> None:
        """Break every connection with RST."""
        self._breaking = True
        for pair in self._pairs:
            for sock in pair:
                _reset(sock)
        self._pairs.clear()
        self._breaking = False

    def serve(self, sock: socket.socket, index: int) -> None:
        out = socket.create_connection(("127.0.0.1", self._target))
        self._pairs.append((sock, out))
        threading.Thread(target=self._pump, args=(sock, out, index), daemon=True).start()
        self._pump(out, sock, index, slow=True)

    def _pump(self, source: socket.socket, sink: socket.socket, index: int, *, slow: bool = False) -> None:
        pause = threading.Event()
        try:
            while data := source.recv(65_536):
                with self._flow:
                    self._flow.wait_for(lambda: not self._held & {None, index})
                if slow and self._lag:
                    pause.wait(self._lag)
                if slow and self._byte_pause:
                    for byte in data:
                        sink.sendall(bytes([byte]))
                        pause.wait(self._byte_pause)
                else:
                    sink.sendall(data)
            if not self._breaking:
                sink.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


class Busy(Listener):
    """A server that has no time for anybody (503)."""

    def serve(self, sock: socket.socket, index: int) -> None:
        sock.recv(4096)
        sock.sendall(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")
        sock.close()


class Scripted(Listener):
    """Speaks WebSocket up to where ``script`` takes over, for what a real OBS can't be made to do."""

    def __init__(self, script: Callable[[Peer], object]) -> None:
        self._script = script
        super().__init__()

    def serve(self, sock: socket.socket, index: int) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            more = sock.recv(4096)
            if not more:
                return
            request += more
        key = next(
            line for line in request.decode().split("\r\n") if line.lower().startswith("sec-websocket-key:")
        )
        digest = hashlib.sha1((key.split(":", 1)[1].strip() + GUID).encode()).digest()
        accept = base64.b64encode(digest).decode()
        head = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"]
        sock.sendall("\r\n".join([*head, f"Sec-WebSocket-Accept: {accept}", "", ""]).encode())
        self._script(Peer(sock))


class Peer:
    """One connection of a scripted server."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock

    def send(self, op: int, body: dict) -> None:
        """Send a message of the protocol."""
        self.send_text(json.dumps({"op": op, "d": body}))

    def send_text(self, text: str) -> None:
        """Send any text as one frame."""
        data = text.encode()
        size = struct.pack("!BBH", 0x81, 126, len(data)) if len(data) > 125 else bytes([0x81, len(data)])
        self.sock.sendall(size + data)

    def receive(self) -> dict:
        """The next message of the client, which masks it."""
        head = self._exactly(2)
        size = head[1] & 0x7F
        if size == 126:
            size = int.from_bytes(self._exactly(2), "big")
        mask = self._exactly(4)
        data = bytes(byte ^ mask[i % 4] for i, byte in enumerate(self._exactly(size)))
        if head[0] & 0x0F != 1:
            raise OSError("not a text frame")
        message: dict = json.loads(data)
        return message

    def _exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            more = self.sock.recv(size - len(data))
            if not more:
                raise OSError("closed")
            data += more
        return data

    def greet(self) -> None:
        """Hello, Identify, Identified, without a password."""
        self.send(0, {"obsWebSocketVersion": "5.1.0", "rpcVersion": 1})
        assert self.receive()["op"] == 1
        self.send(2, {"negotiatedRpcVersion": 1})

    def wait_for_end(self) -> None:
        """Say nothing until the client goes."""
        while self.sock.recv(4096):
            pass

    def reset(self) -> None:
        """Break the connection."""
        _reset(self.sock)
