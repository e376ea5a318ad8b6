"""One WebSocket to OBS, from TCP through Identify within a deadline, then whole messages both ways.

Requests, events and the answer to OBS's challenge are obs-websocket-py's; the transport is ours, because the
library's own hangs without a Hello and forgets to end.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Mapping
from enum import IntEnum
from typing import Any

import websocket
from obswebsocket import obsws

from livedesk.services.obs.failures import (
    ForeignError,
    LinkLostError,
    PasswordRefusedError,
    SilentError,
    UnreachableError,
)

CONNECT_S = 2.0
SEND_S = 1.0
MESSAGE_LIMIT = 32 * 1024 * 1024
_CLOSE_AUTHENTICATION_FAILED = 4009
_GATEWAY_ERRORS = 500

Body = Mapping[str, Any]


class Op(IntEnum):
    """The operations of the obs-websocket 5 protocol."""

    HELLO = 0
    IDENTIFY = 1
    IDENTIFIED = 2
    REIDENTIFY = 3
    EVENT = 5
    REQUEST = 6
    REQUEST_RESPONSE = 7
    REQUEST_BATCH = 8
    REQUEST_BATCH_RESPONSE = 9


class _Socket(websocket.WebSocket):
    """Bounds what one message may bring, and gives up a message in pieces only at that bound."""

    def __init__(self) -> None:
        super().__init__(enable_multithread=True)
        self.received = 0

    def _recv(self, bufsize: int) -> bytes:
        receive: Any = super()._recv
        data: bytes = receive(bufsize)
        self.received += len(data)
        if self.received > MESSAGE_LIMIT:
            raise websocket.WebSocketPayloadException("message too large")
        return data


class Wire:
    """An identified connection. ``send`` may be called from any thread, ``receive`` from one."""

    def __init__(self, raw: socket.socket, ws: _Socket, version: str) -> None:
        self._raw = raw
        self._ws = ws
        self.version = version
        self._identified = False

    @classmethod
    def open(cls, host: str, port: int, password: str, subscriptions: int, seconds: float = CONNECT_S) -> Wire:
        """Connect and identify, all within ``seconds``. Raises UnreachableError (ForeignError where another program
        answers), SilentError (a port that does not speak) or PasswordRefusedError."""
        try:
            raw = socket.create_connection((host, port), timeout=seconds)
        except OSError as error:
            raise UnreachableError(error.strerror or str(error)) from error
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # The one deadline that also holds against bytes that trickle in: the socket is shut under the reader.
        late = threading.Event()

        def cut() -> None:
            late.set()
            shut(raw)

        watchdog = threading.Timer(seconds, cut)
        watchdog.daemon = True
        watchdog.start()
        try:
            return cls._identify(raw, host, port, password, subscriptions)
        except PasswordRefusedError:
            _end(raw)
            raise
        except Exception as error:
            _end(raw)
            if late.is_set() or isinstance(error, TimeoutError | websocket.WebSocketTimeoutException):
                raise SilentError(f"{host}:{port}") from error
            if _is_foreign(error):
                raise ForeignError(f"{host}:{port}") from error
            raise UnreachableError(f"{type(error).__name__}: {error}") from error
        finally:
            watchdog.cancel()

    @classmethod
    def _identify(cls, raw: socket.socket, host: str, port: int, password: str, subscriptions: int) -> Wire:
        ws = _Socket()
        connect: Any = ws.connect
        connect(f"ws://{_in_url(host)}:{port}", socket=raw, redirect_limit=0, suppress_origin=True)
        wire = cls(raw, ws, "")
        op, hello = wire.receive()
        if op != Op.HELLO:
            raise ForeignError("no Hello")
        wire.version = str(hello.get("obsWebSocketVersion", ""))
        identify: dict[str, Any] = {"rpcVersion": 1, "eventSubscriptions": subscriptions}
        challenge = hello.get("authentication")
        if challenge:
            bare = obsws(host, port, password)
            identify["authentication"] = bare._build_auth_string(challenge["salt"], challenge["challenge"])
        wire.send(Op.IDENTIFY, identify)
        op, _ = wire.receive()
        if op != Op.IDENTIFIED:
            raise LinkLostError("not identified")
        raw.settimeout(SEND_S)
        wire._identified = True
        return wire

    def send(self, op: Op, body: Body) -> None:
        """Send one message. Raises LinkLostError when it can't be sent within a second."""
        try:
            self._ws.send(json.dumps({"op": int(op), "d": body}, ensure_ascii=False))
        except (OSError, websocket.WebSocketException) as error:
            raise LinkLostError(str(error) or type(error).__name__) from error

    def receive(self) -> tuple[int, Body]:
        """The next message, waiting for it without limit once identified. Raises LinkLostError (for a refused
        password PasswordRefusedError) at the end, ForeignError for what is not obs-websocket's, and
        ValueError for what is not JSON."""
        while True:
            self._ws.received = 0
            opcode, frame = self._frame()
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                code = int.from_bytes(frame.data[:2], "big")
                if code == _CLOSE_AUTHENTICATION_FAILED:
                    raise PasswordRefusedError(str(code))
                raise LinkLostError(f"closed by OBS: {code}")
            message = json.loads(frame.data)
            body = message["d"] if isinstance(message, dict) and "op" in message else None
            if not isinstance(body, dict):
                raise ForeignError("not a message of obs-websocket")
            return int(message["op"]), body

    def _frame(self) -> tuple[int, Any]:
        while True:
            try:
                return self._ws.recv_data_frame()
            except (TimeoutError, websocket.WebSocketTimeoutException):
                # The socket's time-out is there for sending; what came of a frame so far is kept by the library.
                if not self._identified:
                    raise
            except (OSError, websocket.WebSocketException) as error:
                raise LinkLostError(str(error) or type(error).__name__) from error

    def shut(self) -> None:
        """End both directions at once; a reader wakes up. Never waits for OBS."""
        shut(self._raw)

    def release(self) -> None:
        """Give the socket back; for the reader, when it has ended."""
        _end(self._raw)


def _is_foreign(error: Exception) -> bool:
    """Whether something answered that is not obs-websocket, rather than nothing, or an end in the middle."""
    if isinstance(error, websocket.WebSocketBadStatusException):
        # A gateway before OBS says 502, 503 or 504 while OBS is away.
        return int(error.status_code) < _GATEWAY_ERRORS
    return not isinstance(error, LinkLostError | OSError | websocket.WebSocketConnectionClosedException)


def shut(raw: socket.socket) -> None:
    """Shut a socket down without waiting; harmless when it is closed already."""
    try:
        raw.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _end(raw: socket.socket) -> None:
    shut(raw)
    raw.close()


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
