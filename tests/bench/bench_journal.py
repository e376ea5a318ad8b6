"""Acknowledged journal entries a second, beside raw sqlite3 with the same settings on the same disk.

Both commit durably (WAL, ``synchronous=FULL``) and keep the same discipline: an entry (or a group of them) is
sent, its acknowledgement awaited, then the next one sent. Rounds of both alternate, and the median counts,
so that a busy disk disturbs both alike.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue

from livedesk.domain.clock import WallTime
from livedesk.domain.events import Entry, ProductOnAir, RunKind, Taken, Via
from livedesk.domain.rundown import SegmentKind, Show, TransitionKind
from livedesk.store import journal
from livedesk.store.store import Store
from tests.bench.figures import Figure, table

ROUNDS = 7
TARGET = "≥ 0.5"
_SCHEMA = (
    "CREATE TABLE journal (run_id INTEGER, seq INTEGER, t_ms INTEGER, wall_ms INTEGER, by TEXT, kind TEXT,"
    " payload BLOB, PRIMARY KEY (run_id, seq)) WITHOUT ROWID"
)


def figures() -> list[Figure]:
    """The two figures of the journal: entry by entry, and in groups of a hundred."""
    with tempfile.TemporaryDirectory() as place:
        return [
            _compare(Path(place) / "single", "journal, one entry at a time", group=1, groups=400),
            _compare(Path(place) / "group", "journal, a hundred entries at a time", group=100, groups=60),
        ]


def _compare(place: Path, name: str, *, group: int, groups: int) -> Figure:
    with Store.open(place) as store, closing(_raw_connection(place / "raw.db")) as raw:
        show = Show("bench", "bench", "Asia/Shanghai", WallTime(datetime(2026, 11, 25, 20)))  # noqa: DTZ001 - naive
        store.shows.add(show, by="bench", at_ms=0)
        run_id = store.runs.create("bench", RunKind.REHEARSAL, opened_ms=0)
        ours, theirs = [], []
        for number in range(ROUNDS):
            batches = _batches(number * group * groups + 1, group, groups)
            ours.append(_rate(group * groups, lambda batches=batches: _through_writer(store, run_id, batches)))
            rows = [[journal.to_row(1, entry) for entry in batch] for batch in batches]
            theirs.append(_rate(group * groups, lambda rows=rows: _through_sqlite(raw, rows)))
    value, reference = statistics.median(ours), statistics.median(theirs)
    return Figure(name, value, "acknowledged/s", reference, "raw sqlite3", value / reference, TARGET)


def _batches(first: int, group: int, groups: int) -> list[list[Entry]]:
    return [[_entry(first + number * group + seq) for seq in range(group)] for number in range(groups)]


def _entry(seq: int) -> Entry:
    """A take, the entry that matters most and one of the larger ones."""
    event = Taken(
        airing=seq,
        take=seq,
        segment_id="s07",
        number=7,
        title="面霜：主推讲解与价格揭晓",
        kind=SegmentKind.PRODUCT,
        group="讲品",
        revision=12,
        planned_start_ms=1_795_608_000_000,
        duration_ms=480_000,
        scene="商品特写",
        transition=TransitionKind.FADE,
        transition_ms=300,
        products=(ProductOnAir("p03", "玻色因抗皱面霜", 29_900),),
        via=Via.GO,
    )
    return Entry(seq, seq * 10, 1_795_608_000_000 + seq * 10, "导播", event)


def _rate(count: int, work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return count / (time.perf_counter() - begun)


def _through_writer(store: Store, run_id: int, batches: list[list[Entry]]) -> None:
    heard: SimpleQueue[BaseException | None] = SimpleQueue()
    for batch in batches:
        store.writer.append(run_id, batch, heard.put)
        error = heard.get()
        if error is not None:
            raise error


def _through_sqlite(connection: sqlite3.Connection, batches: list[list[journal.Row]]) -> None:
    for rows in batches:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")


def _raw_connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(_SCHEMA)
    return connection


if __name__ == "__main__":
    print(table(figures()))  # noqa: T201 - the table is what this program is for
