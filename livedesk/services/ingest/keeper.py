"""Hands events and order rows to the database's writer in batches; never waits for it while a show runs."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Sequence
from concurrent.futures import Future

from livedesk.domain.clock import DAY
from livedesk.domain.errors import name_of_error
from livedesk.domain.feed import FeedEvent, OrderRow
from livedesk.domain.ports import Feeds, Writer

log = logging.getLogger(__name__)
MOST_WAITING = 200_000
_Batch = tuple[dict[str, list[FeedEvent]], dict[str, list[OrderRow]]]


class Keeper:
    """Buffers what arrives for one run. One batch is on its way at a time; one that fails is tried again with the
    next (keeping is idempotent). Where the writer stands still so long that more than ``most`` events wait, the
    oldest are given up and counted in ``dropped``."""

    def __init__(self, feeds: Feeds, writer: Writer, run_id: int, *, most: int = MOST_WAITING) -> None:
        self._feeds, self._writer, self._run_id, self._most = feeds, writer, run_id, most
        self._lock = threading.Lock()
        self._events: dict[str, list[FeedEvent]] = {}
        self._rows: dict[str, list[OrderRow]] = {}
        self._flight: Future[object] | None = None
        self.dropped = 0

    def add(self, source: str, events: Sequence[FeedEvent], rows: Sequence[OrderRow] = ()) -> None:
        """Remember what came from a source (``relay``, ``simulated``)."""
        with self._lock:
            waiting = self._events.setdefault(source, [])
            waiting.extend(events)
            self._rows.setdefault(source, []).extend(rows)
            if len(waiting) > self._most:
                self.dropped += len(waiting) - self._most
                del waiting[: -self._most]

    def flush(self) -> None:
        """Send what waits on its way, unless a batch still is."""
        with self._lock:
            if self._flight is not None and not self._flight.done():
                return
            if not any(self._events.values()) and not any(self._rows.values()):
                return
            batch: _Batch = (self._events, self._rows)
            self._events, self._rows = {}, {}
            self._flight = self._writer.submit(lambda: self._write(batch))

    def close(self, timeout_s: float = 10.0) -> None:
        """Keep everything and wait for it. Raises TimeoutError, and what the store raises."""
        if self._flight is not None:
            self._flight.exception(timeout_s)
        self.flush()
        if self._flight is not None:
            self._flight.result(timeout_s)

    def _write(self, batch: _Batch) -> None:
        events, rows = batch
        try:
            for source, each in events.items():
                self._feeds.add_events(self._run_id, source, each)
            for source, orders in rows.items():
                if orders:
                    self._add_rows(source, orders)
        except Exception as error:
            log.warning("keeping what the audience did failed and is tried again: %s", name_of_error(error))
            with self._lock:
                for source, each in events.items():
                    self._events[source] = each + self._events.get(source, [])
                for source, orders in rows.items():
                    self._rows[source] = orders + self._rows.get(source, [])
            raise

    def _add_rows(self, source: str, rows: Sequence[OrderRow]) -> None:
        """Rows that were played, not read from a file, are a batch of their own."""
        times = [each for row in rows for each in (row.paid_ms, row.submitted_ms) if each is not None]
        digest = hashlib.sha256("\n".join(row.item for row in rows).encode()).hexdigest()
        self._feeds.add_orders(
            self._run_id,
            rows,
            file=source,
            sha256=digest,
            read=len(rows),
            problems=(),
            window=(min(times, default=0), max(times, default=0)),
            at_ms=max(times, default=DAY),
        )
