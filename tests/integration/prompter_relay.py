"""A line between a prompter and its desk that can be cut, and that takes its time in either direction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from livedesk.services.aio import AsyncLoop
from livedesk.services.prompter.credentials import Credentials, read_credentials, write_credentials

Delay = Callable[[], float]


def _none() -> float:
    return 0.0


class Relay:
    """Hands on what comes, to the desk after ``up()`` seconds and from it after ``down()``."""

    def __init__(self, target: int, up: Delay = _none, down: Delay = _none) -> None:
        self._target = target
        self._up, self._down = up, down
        self._writers: list[asyncio.StreamWriter] = []
        self._tasks: list[asyncio.Task[None]] = []
        self.server: asyncio.Server | None = None

    async def start(self) -> int:
        self.server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        port: int = self.server.sockets[0].getsockname()[1]
        return port

    async def cut(self) -> None:
        """End every line; new ones may come."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    async def _join(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        far, on = await asyncio.open_connection("127.0.0.1", self._target)
        self._writers += [back, on]
        self._tasks += [
            asyncio.create_task(self._hand_on(near, on, self._up)),
            asyncio.create_task(self._hand_on(far, back, self._down)),
        ]

    async def _hand_on(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, delay: Delay) -> None:
        while data := await source.readline():
            await asyncio.sleep(delay())
            target.write(data)
        target.close()


@contextmanager
def relayed(data: Path) -> Iterator[Callable[[], None]]:
    """Prompters of the folder reach its desk over a relay; gives what cuts their lines."""
    known = read_credentials(data)
    assert known is not None
    loop = AsyncLoop("relay").start()
    relay = Relay(known.port)
    write_credentials(data, Credentials(loop.run(relay.start()), known.token))
    try:
        yield lambda: loop.run(relay.cut())
    finally:
        loop.stop()
