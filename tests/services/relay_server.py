"""A relay of the tests: a real WebSocket server on the loopback, with the ways in which relays go wrong."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterable

from aiohttp import WSMsgType, web

from livedesk.services.aio import AsyncLoop


class RelayServer:
    """Serves ``ws://127.0.0.1:port/``. What clients send is kept in ``heard`` (it must stay empty)."""

    def __init__(self, loop: AsyncLoop, port: int = 0) -> None:
        self._loop = loop
        self._sockets: list[web.WebSocketResponse] = []
        self.heard: list[object] = []
        self.connections = 0
        self.refuse = False
        self.astray = False
        self._runner = loop.run(self._serve(port))

    async def _serve(self, port: int) -> web.AppRunner:
        app = web.Application()
        app.router.add_get("/", self._talk)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        self.port: int = runner.addresses[0][1]
        return runner

    @property
    def address(self) -> str:
        """Where clients connect."""
        return f"ws://127.0.0.1:{self.port}/"

    async def _talk(self, request: web.Request) -> web.StreamResponse:
        self.connections += 1
        if self.refuse:
            return web.Response(status=403)
        if self.astray:
            raise web.HTTPFound(str(request.url))
        socket_ = web.WebSocketResponse()
        await socket_.prepare(request)
        self._sockets.append(socket_)
        async for message in socket_:
            if message.type in (WSMsgType.TEXT, WSMsgType.BINARY):
                self.heard.append(message.data)
        return socket_

    def send(self, messages: Iterable[str | bytes]) -> None:
        """Send to every client."""
        self._loop.run(self._send(list(messages)), 30)

    async def _send(self, messages: list[str | bytes]) -> None:
        for each in self._sockets:
            for message in messages:
                if isinstance(message, str):
                    await each.send_str(message)
                else:
                    await each.send_bytes(message)

    def hang_up(self) -> None:
        """Close every connection, in the protocol's way."""
        self._loop.run(self._close())

    async def _close(self) -> None:
        sockets, self._sockets = self._sockets, []
        for each in sockets:
            await each.close()

    def stop(self) -> None:
        """End the server."""
        self._loop.run(self._runner.cleanup(), 10)


class HalfOpen:
    """Forwards to a relay until :meth:`freeze`; then it holds the connection and passes nothing on. ``slow`` sends
    a byte at a time."""

    def __init__(self, loop: AsyncLoop, port: int, *, slow_s: float = 0.0) -> None:
        self._loop, self._port, self._slow_s = loop, port, slow_s
        self._frozen = False
        self._server = loop.run(self._serve())

    async def _serve(self) -> asyncio.Server:
        server = await asyncio.start_server(self._forward, "127.0.0.1", 0)
        self.port: int = server.sockets[0].getsockname()[1]
        return server

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        to_reader, to_writer = await asyncio.open_connection("127.0.0.1", self._port)
        await asyncio.gather(self._pipe(reader, to_writer, 0.0), self._pipe(to_reader, writer, self._slow_s))
        writer.close()

    async def _pipe(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, slow_s: float) -> None:
        while data := await reader.read(1 if slow_s else 65_536):
            if self._frozen:
                continue
            writer.write(data)
            if slow_s:
                await asyncio.sleep(slow_s)
        writer.close()

    def freeze(self) -> None:
        """Stop passing on, in both directions."""
        self._frozen = True

    def stop(self) -> None:
        """End the server."""
        self._loop.call(self._server.close)


def free_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(condition: Callable[[], bool], loop: AsyncLoop, timeout_s: float = 8.0) -> None:
    """Wait in the loop until a condition holds. Raises TimeoutError."""

    async def poll() -> None:
        async with asyncio.timeout(timeout_s):
            while not condition():
                await asyncio.sleep(0.01)

    loop.run(poll(), timeout_s + 2)
