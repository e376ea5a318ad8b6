"""Imports of files into a run: one file is one batch, all or nothing; the same file again changes nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from livedesk.domain.errors import UserError
from livedesk.domain.feed import BatchReport, FeedEvent, OrderRow
from livedesk.domain.ports import Feeds
from livedesk.services.ingest.orders import open_orders
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.ingest.recording import MAX_PROBLEMS, Recording, read_lines
from livedesk.services.ingest.text_file import Cancelled, never

EVENTS_AT_ONCE = 2_000
RELAY = "relay"
Window = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Target:
    """Where imports go: a run, its time (epoch ms, closed) and zone."""

    feeds: Feeds
    run_id: int
    window: Window
    privacy: Privacy
    zone: str = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Imported:
    """What one file gave: the report, and its order rows inside the run's time for the live numbers."""

    report: BatchReport
    rows: tuple[OrderRow, ...] = ()


def import_orders(target: Target, path: Path, *, at_ms: int, cancelled: Cancelled = never) -> Imported:
    """Import one order file; it waits for the disk. Rows outside the run's time are counted, not held in memory.
    Raises UserError ``orders.*`` and what the store says; then nothing of the file is kept."""
    file = open_orders(path, cancelled)
    first, last = target.window
    inside: list[OrderRow] = []
    outside: OrderRow | None = None
    passed = 0
    for row in file.rows(target.privacy, target.zone, cancelled):
        when = row.paid_ms if row.paid_ms is not None else row.submitted_ms
        if when is not None and first <= when <= last:
            inside.append(row)
        else:
            outside, passed = row, passed + 1
    # The store counts the rows outside itself: one of them stands for all.
    given: Iterable[OrderRow] = inside
    if outside is not None:
        given = itertools.chain(inside, itertools.repeat(outside, passed))

    report = target.feeds.add_orders(
        target.run_id,
        given,
        file=path.name,
        sha256=file.layout.sha256,
        read=file.read,
        problems=file.problems,
        window=target.window,
        at_ms=at_ms,
    )
    return Imported(report, tuple(inside))


def import_recording(
    target: Target, path: Path, *, source: str = RELAY, cancelled: Cancelled = never
) -> BatchReport:
    """Import a relay's recording. Raises UserError ``recording.unreadable`` and ``orders.cancelled``; then nothing
    of the file is kept: it is read once before anything is written."""
    for number, _line in read_lines(path):
        if number % EVENTS_AT_ONCE == 1 and cancelled():
            raise UserError("orders.cancelled", file=path.name)
    recording = Recording(path, target.privacy)
    first, last = target.window
    kept = outside = 0
    for events in _chunks(recording, EVENTS_AT_ONCE):
        inside = [event for event in events if first <= event.at_ms <= last]
        outside += len(events) - len(inside)
        kept += target.feeds.add_events(target.run_id, source, inside)
    wrong = recording.wrong.total()
    duplicate = recording.read - wrong - outside - kept
    return BatchReport(0, recording.read, kept, duplicate, wrong, outside, tuple(recording.problems))


def ingest_files(
    target: Target, paths: Sequence[Path], *, at_ms: int, cancelled: Cancelled = never
) -> BatchReport:
    """Import files of either kind (``.jsonl``: a recording; else an order file) and sum up. ``batch`` is the
    newest of them (0: recordings only). With several files a problem names its file. The first file that
    cannot be read ends it with its UserError; the files before it stay imported."""
    total = BatchReport(0, 0, 0, 0, 0, 0)
    for path in paths:
        if path.suffix.lower() == ".jsonl":
            report = import_recording(target, path, cancelled=cancelled)
        else:
            report = import_orders(target, path, at_ms=at_ms, cancelled=cancelled).report
        problems = report.problems
        if len(paths) > 1:
            problems = tuple(replace(each, file=path.name) for each in problems)
        total = BatchReport(
            max(total.batch, report.batch),
            total.read + report.read,
            total.kept + report.kept,
            total.duplicate + report.duplicate,
            total.wrong + report.wrong,
            total.outside + report.outside,
            (total.problems + problems)[:MAX_PROBLEMS],
        )
    return total


def _chunks(recording: Recording, size: int) -> Iterator[list[FeedEvent]]:
    events = iter(recording)
    while chunk := list(itertools.islice(events, size)):
        yield chunk
