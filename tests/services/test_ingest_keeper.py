"""Keeping what arrives: in batches, again after a failure, bounded while the disk stands still."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

import pytest

from livedesk.domain.events import Entry
from livedesk.domain.feed import FeedEvent, FeedKind, OrderRow, OrderState
from livedesk.services.ingest.keeper import Keeper
from tests.services.ingest_samples import START, MemoryFeeds


class HeldWriter:
    """A writer whose work is done when the test says so."""

    pending = 0

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], object], Future[object]]] = []
        self.at_once = False

    def append(self, run_id: int, entries: list[Entry], done: Callable[[BaseException | None], None]) -> None:
        raise AssertionError("feeds write no journal")

    def submit(self, work: Callable[[], object]) -> Future[object]:
        future: Future[object] = Future()
        self.waiting.append((work, future))
        if self.at_once:
            self.work()
        return future

    def work(self) -> None:
        for work, future in self.waiting:
            try:
                future.set_result(work())
            except OSError as error:
                future.set_exception(error)
        self.waiting.clear()


def events(*numbers: int) -> list[FeedEvent]:
    return [FeedEvent(f"c:{n}", FeedKind.COMMENT, START + n) for n in numbers]


ROW = OrderRow("o", "i", "x", "", "", 1, 100, START, START, OrderState.PAID)


def test_one_batch_is_on_its_way_at_a_time() -> None:
    feeds, writer = MemoryFeeds(), HeldWriter()
    keeper = Keeper(feeds, writer, 1)
    keeper.flush()
    assert writer.waiting == []
    keeper.add("relay", events(1, 2))
    keeper.flush()
    keeper.add("relay", events(3), [ROW])
    keeper.flush()
    assert len(writer.waiting) == 1
    writer.work()
    assert len(feeds.events(1)) == 2
    keeper.flush()
    writer.work()
    assert (len(feeds.events(1)), feeds.orders(1)) == (3, (ROW,))


@pytest.mark.parametrize("step", ["add_events", "add_orders"])
def test_a_batch_that_fails_is_tried_again_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    feeds, writer = MemoryFeeds(), HeldWriter()
    keeper = Keeper(feeds, writer, 1)
    keeper.add("relay", events(1), [ROW])
    with monkeypatch.context() as broken:
        broken.setattr(feeds, step, lambda *_, **__: (_ for _ in ()).throw(OSError("disk full")))
        keeper.flush()
        writer.work()
    keeper.add("relay", events(2))
    writer.at_once = True
    keeper.close()
    assert (len(feeds.events(1)), feeds.orders(1)) == (2, (ROW,))


def test_while_the_disk_stands_still_the_oldest_are_given_up_and_counted() -> None:
    feeds, writer = MemoryFeeds(), HeldWriter()
    keeper = Keeper(feeds, writer, 1, most=3)
    keeper.add("relay", events(1, 2))
    keeper.add("relay", events(3, 4, 5))
    assert keeper.dropped == 2
    writer.at_once = True
    keeper.close()
    assert [event.key for event in feeds.events(1)] == ["c:3", "c:4", "c:5"]
