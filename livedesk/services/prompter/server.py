"""The feed's server on the loopback: JSON lines, a token, the latest state only. Lives in the asyncio loop."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
from collections.abc import Callable

from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.domain.prompt import (
    PROMPT_VERSION,
    PromptFeed,
    PromptHello,
    PromptPacket,
    PromptPlace,
    PromptReport,
)

HOST = "127.0.0.1"
HEARTBEAT_S = 1.0
HELLO_S = 3.0
UNREAD_S = 30.0
LINE_LIMIT = 65_536
log = logging.getLogger(__name__)


class Client:
    """One attached prompter: what it said last, and when (loop time)."""

    def __init__(self, writer: asyncio.StreamWriter, pid: int, heard: float) -> None:
        self.writer = writer
        self.pid = pid
        self.heard = heard
        self.report = PromptReport(screens=0)
        self.due = asyncio.Event()
        self.sent_seq: int | None = None
        self.closing = False


class PromptServer:
    """Serves the newest feed to every prompter that shows the token.

    ``changed`` is called in the loop when a prompter attaches, reports or leaves (with the one that left). A
    client that does not read gets the newest feed when it reads again, and holds nobody up; one that has read
    nothing for half a minute is let go.
    """

    def __init__(self, token: str, changed: Callable[[Client | None], None]) -> None:
        self._token = token
        self._changed = changed
        self._server: asyncio.Server | None = None
        self._feed: PromptFeed | None = None
        self._packet = b""
        self._place: PromptPlace | None = None
        self._acknowledged = 0
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
        self._packet = _line(PromptPacket(PROMPT_VERSION, feed))
        for client in self.clients:
            client.due.set()

    def keep(self, place: PromptPlace, acknowledged: int) -> None:
        """Where a prompter that is started again goes on, and what its host had confirmed."""
        self._place, self._acknowledged = place, acknowledged

    def ask_to_close(self) -> None:
        """Ask every prompter to end."""
        for client in self.clients:
            client.closing = True
            client.due.set()

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
            client = Client(writer, hello.pid, _now())
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
        return "" if hello.version == PROMPT_VERSION else "version"

    async def _listen_to(self, client: Client, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            client.report = decode(line, PromptReport)
            client.heard = _now()
            self._changed(None)

    async def _send(self, client: Client) -> None:
        client.writer.write(_line(PromptPacket(PROMPT_VERSION, self._feed, self._place, self._acknowledged)))
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

    def _next(self, client: Client) -> bytes:
        if client.closing:
            return _line(PromptPacket(PROMPT_VERSION, close=True))
        if self._feed is None or client.sent_seq == self._feed.seq:
            return _line(PromptPacket(PROMPT_VERSION))
        client.sent_seq = self._feed.seq
        return self._packet


def _line(packet: PromptPacket) -> bytes:
    return encode(packet) + b"\n"


def _now() -> float:
    return asyncio.get_running_loop().time()
