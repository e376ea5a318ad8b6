"""The feed's server on the loopback: JSON lines, a token, the latest state only. Lives in the asyncio loop."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.domain.prompt import (
    PROMPT_VERSION,
    PromptAnchor,
    PromptFeed,
    PromptHello,
    PromptOrder,
    PromptPacket,
    PromptPlace,
    PromptPong,
    PromptReport,
    PromptStage,
    is_prompter_name,
    orders_after,
)

HOST = "127.0.0.1"
HEARTBEAT_S = 1.0
HELLO_S = 3.0
UNREAD_S = 30.0
# So long an order waits for a prompter that is just attaching again; later it would surprise the host.
ORDER_S = 3.0
LINE_LIMIT = 65_536
log = logging.getLogger(__name__)


class Client:
    """One attached prompter: what it said last, and when (loop time). ``carried`` is the newest order that it has
    no more need of."""

    def __init__(self, writer: asyncio.StreamWriter, hello: PromptHello, carried: int, heard: float) -> None:
        self.writer = writer
        self.pid = hello.pid
        self.name = hello.name
        self.fresh = hello.carried is None
        self.carried = carried
        self.heard = heard
        self.report = PromptReport(screens=0)
        self.due = asyncio.Event()
        self.sent_seq: int | None = None
        self.closing = False


class PromptServer:
    """Serves the newest feed to every prompter that shows the token.

    ``changed`` is called in the loop when a prompter attaches, reports or leaves (with the one that left). A
    client that does not read gets the newest feed when it reads again, and holds nobody up; one that has read
    nothing for half a minute is let go. ``now_ms`` reads the clock of the feed's instants.
    """

    def __init__(self, token: str, changed: Callable[[Client | None], None], now_ms: Callable[[], int]) -> None:
        self._token = token
        self._now_ms = now_ms
        self._changed = changed
        self._server: asyncio.Server | None = None
        self._feed: PromptFeed | None = None
        self._packet = b""
        self._stage = PromptStage()
        self._lead: PromptAnchor | None = None
        self._orders: deque[tuple[float, PromptOrder]] = deque()
        self._ordered = 0
        self._kept: dict[str, tuple[PromptPlace | None, int]] = {}
        self.clients: list[Client] = []

    async def start(self, port: int) -> int:
        """Listen on ``port`` if it is free, else on any; returns the port. Raises OSError where none is free."""
        try:
            self._server = await self._listen(port)
        except OSError:
            if port == 0:
                raise
            self._server = await self._listen(0)
        found: int = self._server.sockets[0].getsockname()[1]
        return found

    async def _listen(self, port: int) -> asyncio.Server:
        return await asyncio.start_server(self._serve, HOST, port, limit=LINE_LIMIT)

    def show(self, feed: PromptFeed) -> None:
        """Send this feed to every client; one that is still busy gets the newest when it is ready."""
        self._feed = feed
        self._packet = b""
        self._wake()

    def stage(self, stage: PromptStage) -> None:
        """Send this stage to every client."""
        self._stage = stage
        self._packet = b""
        self._wake()

    def lead(self, anchor: PromptAnchor | None) -> None:
        """Tell every client how the text moves on the prompter that leads."""
        if anchor != self._lead:
            self._lead = anchor
            self._packet = b""
            self._wake()

    def order(self, order: PromptOrder) -> None:
        """Have every client carry this out, also those that attach again within a moment."""
        self._orders.append((_now(), order))
        self._ordered = order.seq
        self._wake()

    def _wake(self) -> None:
        for client in self.clients:
            client.due.set()

    def keep(self, name: str, place: PromptPlace | None, acknowledged: int) -> None:
        """Where a prompter of this name that is started again goes on, and what its host had confirmed."""
        self._kept[name] = (place, acknowledged)

    def ask_to_close(self, name: str) -> None:
        """Ask the prompters of this name to end."""
        for client in self.clients:
            client.closing = client.closing or client.name == name
        self._wake()

    async def close(self) -> None:
        """Stop listening and leave the clients; their text goes on."""
        if self._server is not None:
            self._server.close()
        for client in tuple(self.clients):
            client.writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        client: Client | None = None
        sender: asyncio.Task[None] | None = None
        try:
            async with asyncio.timeout(HELLO_S):
                hello = decode(await reader.readline(), PromptHello)
            refused = self._refusal(hello)
            if refused:
                writer.write(_line(PromptPacket(PROMPT_VERSION, refused=refused)))
                await writer.drain()
                return
            writer.transport.set_write_buffer_limits(high=0)
            # What a process before it was told is not repeated to one that begins anew.
            carried = self._ordered if hello.carried is None else hello.carried
            client = Client(writer, hello, carried, _now())
            self.clients.append(client)
            self._changed(None)
            sender = asyncio.create_task(self._send(client))
            await self._listen_to(client, reader)
        except (OSError, UserError, ValueError, TimeoutError) as error:
            log.info("a prompter's line ended: %s", error)
        finally:
            if sender is not None:
                sender.cancel()
            writer.close()
            if client is not None:
                self.clients.remove(client)
                self._changed(client)

    def _refusal(self, hello: PromptHello) -> str:
        if not hmac.compare_digest(hello.token.encode(), self._token.encode()):
            return "token"
        if hello.version != PROMPT_VERSION:
            return "version"
        return "" if is_prompter_name(hello.name) else "name"

    async def _listen_to(self, client: Client, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            client.report = decode(line, PromptReport)
            self._answer(client.writer, client.report.ping_ms)
            client.carried = max(client.carried, client.report.carried or 0)
            client.heard = _now()
            self._changed(None)

    def _answer(self, writer: asyncio.StreamWriter, ping_ms: float | None) -> None:
        """Tell the time at once, but not into a line that is full: the answer would say little when it comes."""
        if ping_ms is not None and not writer.transport.get_write_buffer_size():
            pong = PromptPong(ping_ms, self._now_ms())
            writer.write(_line(replace(self._word(), pong=pong)))

    async def _send(self, client: Client) -> None:
        client.writer.write(_line(self._first(client)))
        client.sent_seq = self._feed.seq if self._feed else None
        with contextlib.suppress(OSError):
            while True:
                try:
                    async with asyncio.timeout(UNREAD_S):
                        await client.writer.drain()
                except TimeoutError:
                    log.info("a prompter that reads nothing is let go; it may attach again")
                    client.writer.transport.abort()
                    return
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(HEARTBEAT_S):
                        await client.due.wait()
                client.due.clear()
                client.writer.write(self._next(client))

    def _word(self) -> PromptPacket:
        """What stands in every packet."""
        return PromptPacket(PROMPT_VERSION, stage=self._stage, lead=self._lead)

    def _first(self, client: Client) -> PromptPacket:
        place, acknowledged = self._kept.get(client.name, (None, 0))
        return replace(
            self._word(),
            feed=self._feed,
            place=place,
            acknowledged=acknowledged,
            orders=self._due(client),
            carried=client.carried if client.fresh else None,
        )

    def _next(self, client: Client) -> bytes:
        """The feed where it is new, and then what the client is still to do: it may name what is new in the text."""
        if client.closing:
            return _line(PromptPacket(PROMPT_VERSION, close=True))
        orders = self._due(client)
        shown = b""
        if self._feed is not None and client.sent_seq != self._feed.seq:
            client.sent_seq = self._feed.seq
            self._packet = self._packet or _line(replace(self._word(), feed=self._feed))
            shown = self._packet
        if shown and not orders:
            return shown
        return shown + _line(replace(self._word(), orders=orders))

    def _due(self, client: Client) -> tuple[PromptOrder, ...]:
        while self._orders and _now() - self._orders[0][0] > ORDER_S:
            self._orders.popleft()
        return orders_after((order for _, order in self._orders), client.carried)


def _line(packet: PromptPacket) -> bytes:
    return encode(packet) + b"\n"


def _now() -> float:
    return asyncio.get_running_loop().time()
