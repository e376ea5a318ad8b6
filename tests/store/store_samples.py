"""What the store's tests keep: shows, entries, events and orders, and child processes that act on a folder."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

from livedesk.domain.clock import WallTime
from livedesk.domain.events import Entry, Event, Held, RunEnded, RunKind, RunOpened, WentLive
from livedesk.domain.feed import OrderRow, OrderState
from livedesk.domain.product import Product
from livedesk.domain.rundown import Group, Segment, SegmentKind, Show
from livedesk.store.store import Store

START_MS = 1_795_608_000_000
ROOT = Path(__file__).resolve().parents[2]


def segment(number: int, title: str = "") -> Segment:
    return Segment(f"s{number:02d}", title or f"环节{number}", SegmentKind.PRODUCT, 60_000, group_id="g1")


def show(show_id: str = "a1b2c3", *, title: str = "秋冬护肤专场", segments: int = 3, hour: int = 20) -> Show:
    return Show(
        id=show_id,
        title=title,
        zone="Asia/Shanghai",
        planned_start=WallTime(datetime(2026, 11, 25, hour)),  # noqa: DTZ001 - a wall time is naive
        groups=(Group("g1", "讲品"),),
        segments=tuple(segment(number) for number in range(1, segments + 1)),
        products=(Product("p01", "面霜", live_price=12_900), Product("p02", "精华")),
    )


def opened(seq: int = 1, *, title: str = "秋冬护肤专场") -> Entry:
    event = RunOpened("a1b2c3", title, RunKind.LIVE, 1, "Asia/Shanghai", START_MS, "boot", 5_000)
    return Entry(seq, 0, START_MS - 600_000, "导播", event)


def went_live(seq: int, wall_ms: int = START_MS) -> Entry:
    return Entry(seq, 600_000, wall_ms, "导播", WentLive(1, (("s01", START_MS),), START_MS + 7_200_000))


def ended(seq: int, wall_ms: int = START_MS + 7_200_000) -> Entry:
    return Entry(seq, 7_800_000, wall_ms, "导播", RunEnded())


def held(seq: int) -> Entry:
    return entry(seq, Held(seq))


def entry(seq: int, event: Event) -> Entry:
    return Entry(seq, seq * 10, START_MS + seq * 10, "导播", event)


def order(item: str, **changes: object) -> OrderRow:
    values: dict[str, object] = {
        "order": item.partition("-")[0],
        "item": item,
        "product_name": "面霜",
        "product_id": "6917001",
        "code": "MS-1",
        "quantity": 1,
        "amount": 12_900,
        "submitted_ms": START_MS + 1_000,
        "paid_ms": START_MS + 2_000,
        "state": OrderState.PAID,
        "buyer": "b0b0",
        "source": "直播间",
    }
    return OrderRow(**{**values, **changes})  # type: ignore[arg-type]  # the fields are spelled out above


def new_run(store: Store, kind: RunKind = RunKind.LIVE, show_id: str = "a1b2c3") -> int:
    """A run of the sample show, which is added where it is not there yet."""
    if show_id not in {item.show_id for item in store.shows.summaries()}:
        store.shows.add(show(show_id), by="编导", at_ms=START_MS)
    return store.runs.create(show_id, kind, opened_ms=START_MS - 600_000)


class Acks:
    """A ``done`` callback that remembers what it heard and lets a test wait for it."""

    def __init__(self) -> None:
        self.heard: list[BaseException | None] = []
        self._changed = threading.Condition()

    def __call__(self, error: BaseException | None) -> None:
        with self._changed:
            self.heard.append(error)
            self._changed.notify_all()

    def wait(self, count: int = 1, timeout_s: float = 20) -> list[BaseException | None]:
        """What was heard, once it is ``count`` words."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.heard) >= count, timeout_s), self.heard
            return list(self.heard)


def append(store: Store, run_id: int, *entries: Entry) -> None:
    """Append entries and wait until they are durable."""
    acks = Acks()
    store.writer.append(run_id, entries, acks)
    assert acks.wait() == [None]


def child(code: str, *args: object) -> subprocess.Popen[str]:
    """A process of its own that runs ``code`` with the tests' samples at hand; its pipes are text."""
    lines = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]\n{code}"
    return subprocess.Popen(
        [sys.executable, "-c", lines, *map(str, args)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str], timeout_s: float = 60) -> str:
    """What a child wrote, after it ended well."""
    out, err = process.communicate(timeout=timeout_s)
    assert process.returncode == 0, err
    return out


LEAVE_A_LOG = """
import os
from pathlib import Path
from store_samples import append, held, new_run, opened
from livedesk.store.store import Store
store = Store.open(Path(sys.argv[1]))
append(store, new_run(store, show_id="third"), opened(1), *(held(seq) for seq in range(2, 300)))
os._exit(0)
"""
"""A child that appends 299 entries to a run of the show "third" and ends as a crash does: all is in the log."""

LOCK_DATABASE = """
import sqlite3
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
"""
"""A child that holds the database's write lock until a line comes in."""
