"""The link to a bullet-comment relay: a WebSocket client that only listens.

The relay accepts commands; none is ever sent (pings of the protocol aside, which find a half-open link within five
seconds). Lost links are tried again by themselves, ever more slowly.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from urllib.parse import urlsplit

import aiohttp

from livedesk.domain.errors import UserError
from livedesk.domain.status import LinkState
from livedesk.services.aio import AsyncLoop
from livedesk.services.ingest.barrage import MAX_MESSAGE

log = logging.getLogger(__name__)
HEARTBEAT_S = 3.0
CONNECT_S = 3.0
STEADY_S = 10.0
FIRST_WAIT_S = 0.5
LONGEST_WAIT_S = 10.0
_GATEWAY_ERRORS = 500
Received = tuple[int, str]


class Inbox:
    """Messages on their way from the socket to the thread that counts them: at most ``most`` of them and
    ``most_chars`` characters. When it is full the oldest are dropped and counted: the newest say how the room
    stands."""

    def __init__(self, most: int = 20_000, most_chars: int = 32_000_000) -> None:
        self._most, self._most_chars = most, most_chars
        self._messages: deque[Received] = deque()
        self._chars = 0
        self._dropped = 0
        self._lock = threading.Lock()

    def put(self, received_ms: int, message: str) -> None:
        """Add a message."""
        with self._lock:
            self._messages.append((received_ms, message))
            self._chars += len(message)
            while len(self._messages) > self._most or self._chars > self._most_chars:
                self._chars -= len(self._messages.popleft()[1])
                self._dropped += 1

    def take(self, most: int = 2_000) -> list[Received]:
        """Take out the oldest messages."""
        with self._lock:
            taken = [self._messages.popleft() for _ in range(min(most, len(self._messages)))]
            self._chars -= sum(len(message) for _at, message in taken)
            return taken

    @property
    def dropped(self) -> int:
        """How many messages were dropped so far."""
        return self._dropped


class Relay:
    """One relay. ``received`` and ``changed`` are called in the loop's thread and must return at once;
    ``changed`` with the link's state and its detail (where the relay is, or why there is no link). Neither it nor
    the log ever says more of the address than host and port: the rest may hold a password or a token. ``foreign``
    says where something answers that is no relay (empty: nothing does), and is set before ``changed`` is called.

    Raises UserError ``relay.bad_address`` (``address``) for anything but a ws:// or wss:// address.
    """

    def __init__(
        self,
        loop: AsyncLoop,
        address: str,
        received: Callable[[str], None],
        changed: Callable[[LinkState, str], None],
        *,
        first_wait_s: float = FIRST_WAIT_S,
    ) -> None:
        self._loop = loop
        self._url = check_address(address)
        self._place = urlsplit(self._url).netloc.rpartition("@")[2]
        self._received = received
        self._changed = changed
        self._first_wait_s = first_wait_s
        self._future: Future[None] | None = None
        self.foreign = ""

    def start(self) -> None:
        """Connect, and stay connected until :meth:`stop`."""
        self._future = self._loop.spawn(self._stay())

    def stop(self) -> None:
        """Close the link."""
        if self._future is not None:
            self._future.cancel()
            self._future = None
            self._changed(LinkState.OFF, "")

    async def _stay(self) -> None:
        wait, ever = self._first_wait_s, False
        clock = asyncio.get_running_loop().time
        state = LinkState.CONNECTING
        self._changed(state, self._place)
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_S)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                since: float | None = None
                try:
                    async with asyncio.timeout(CONNECT_S):
                        socket = await session.ws_connect(
                            self._url,
                            heartbeat=HEARTBEAT_S,
                            max_msg_size=MAX_MESSAGE,
                            timeout=aiohttp.ClientWSTimeout(ws_close=1.0),
                        )
                    since, ever, self.foreign = clock(), True, ""
                    self._changed(LinkState.READY, self._place)
                    why = await self._listen(socket)
                except TimeoutError:
                    why, self.foreign = "no answer", ""
                except (aiohttp.ClientError, OSError, ValueError) as error:
                    why, self.foreign = _told(error), self._place if _is_foreign(error) else ""
                log.info("relay %s: %s", self._place, why)
                self._changed(LinkState.LOST if ever else LinkState.CONNECTING, why)
                if since is not None and clock() - since > STEADY_S:
                    wait = self._first_wait_s
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT_S)

    async def _listen(self, socket: aiohttp.ClientWebSocketResponse) -> str:
        """Pass messages on until the link ends; returns why it did."""
        try:
            while True:
                message = await socket.receive()
                if message.type is aiohttp.WSMsgType.TEXT:
                    self._received(message.data)
                elif message.type is aiohttp.WSMsgType.BINARY:
                    self._received(message.data.decode("utf-8", "replace"))
                else:
                    return str(socket.exception() or message.data or "closed by the relay")
        finally:
            await socket.close()


def _is_foreign(error: Exception) -> bool:
    """Whether something answered that is no relay, or none for us; a gateway whose relay is away says 502 to 504."""
    return isinstance(error, aiohttp.ClientResponseError) and error.status < _GATEWAY_ERRORS


def _told(error: Exception) -> str:
    """What went wrong, without the address: it may hold a password, and most of the library's errors name it."""
    if isinstance(error, aiohttp.ClientResponseError):
        return f"{error.status or ''} {error.message}".strip() or type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError):
        return error.os_error.strerror or type(error).__name__
    if isinstance(error, OSError) and not isinstance(error, aiohttp.ClientError):
        return error.strerror or type(error).__name__
    return type(error).__name__


def check_address(address: str) -> str:
    """A relay's address, trimmed. Raises UserError ``relay.bad_address``."""
    trimmed = address.strip()
    try:
        parts = urlsplit(trimmed)
        valid = parts.scheme in ("ws", "wss") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        valid = False
    if not valid:
        raise UserError("relay.bad_address", address=address)
    return trimmed
