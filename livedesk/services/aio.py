"""The one asyncio loop, in a thread of its own. It owns every socket but OBS's."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")
log = logging.getLogger(__name__)


class AsyncLoop:
    """An asyncio loop that other threads hand work to. Start it once, stop it once; every method may be called
    from any thread but :meth:`run`, which waits and so must not be called from the loop's own thread."""

    def __init__(self, name: str = "sockets") -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(self._report)
        self._thread = threading.Thread(target=self._main, name=name, daemon=True)
        self._up = threading.Event()
        self._closing = False

    def start(self) -> AsyncLoop:
        """Start the thread and wait until the loop runs."""
        self._thread.start()
        self._up.wait()
        return self

    def spawn(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Run a coroutine in the loop; cancelling the future cancels it there. An error that nobody asks the
        future for is logged. Raises RuntimeError after :meth:`stop`."""
        if self._closing:
            work.close()
            raise RuntimeError("the loop has been stopped")
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        future.add_done_callback(_log_failure)
        return future

    def run(self, work: Coroutine[Any, Any, T], timeout_s: float | None = 5.0) -> T:
        """Run a coroutine in the loop and wait for its result. Raises TimeoutError, and what the work raises."""
        if threading.current_thread() is self._thread:
            work.close()
            raise RuntimeError("run() would wait for its own thread")
        future = self.spawn(work)
        try:
            return future.result(timeout_s)
        except TimeoutError:
            future.cancel()
            raise

    def call(self, function: Callable[..., object], *args: object) -> None:
        """Call a function in the loop's thread soon; nothing happens after :meth:`stop`."""
        if not self._closing:
            self._loop.call_soon_threadsafe(function, *args)

    @property
    def running(self) -> bool:
        """Whether the loop takes work."""
        return self._thread.is_alive() and not self._closing

    def stop(self, timeout_s: float = 5.0) -> None:
        """Cancel what still runs, give it time to close its sockets, and end the thread. Safe to call twice."""
        if self._closing or not self._thread.is_alive():
            return
        self._closing = True
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            log.warning("the thread %s did not end within %.1f s", self._thread.name, timeout_s)

    def _main(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.call_soon(self._up.set)
        try:
            self._loop.run_forever()
        finally:
            self._drain()
            self._loop.close()

    def _drain(self) -> None:
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        if tasks:
            self._loop.run_until_complete(asyncio.wait(tasks, timeout=2.0))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())

    def _report(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        log.error("in the socket loop: %s", context.get("message"), exc_info=context.get("exception"))


def _log_failure(future: Future[T]) -> None:
    if not future.cancelled() and (error := future.exception()) is not None:
        log.error("work in the socket loop failed", exc_info=error)
