"""The socket loop: work from other threads, cancelling, stopping."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from livedesk.services.aio import AsyncLoop


@pytest.fixture
def loop() -> Iterator[AsyncLoop]:
    made = AsyncLoop("test").start()
    yield made
    made.stop()


async def name() -> str:
    return threading.current_thread().name


def test_work_runs_in_the_loops_own_thread(loop: AsyncLoop) -> None:
    assert loop.run(name()) == "test"
    seen: list[str] = []
    done = threading.Event()
    loop.call(lambda: (seen.append(threading.current_thread().name), done.set()))
    assert done.wait(2)
    assert seen == ["test"]


def test_a_wait_that_is_too_long_cancels_the_work(loop: AsyncLoop) -> None:
    cancelled = threading.Event()

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    with pytest.raises(TimeoutError):
        loop.run(forever(), 0.05)
    assert cancelled.wait(2)


def test_stop_lets_running_work_clean_up_and_refuses_more(loop: AsyncLoop) -> None:
    begun, closed = threading.Event(), threading.Event()

    async def holds_a_socket() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            closed.set()

    loop.spawn(holds_a_socket())
    assert begun.wait(2)
    loop.stop()
    loop.stop()
    assert closed.is_set()
    assert not loop.running
    with pytest.raises(RuntimeError):
        loop.spawn(name())
    loop.call(pytest.fail, "called after stop")


def test_waiting_for_oneself_is_refused(loop: AsyncLoop) -> None:
    async def inside() -> str:
        return loop.run(name())

    with pytest.raises(RuntimeError, match="its own thread"):
        loop.run(inside())


def test_a_failure_reaches_the_caller_and_the_log(loop: AsyncLoop, caplog: pytest.LogCaptureFixture) -> None:
    async def fails() -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        loop.run(fails())
    loop.run(name())
    assert "work in the socket loop failed" in caplog.text
