"""The feeds of one run while it is on: relay or played audience, order files, live numbers, alerts.

One thread of its own counts what arrives and publishes once a second; the socket loop only receives, the writer
only keeps, and the show thread is never waited for.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from livedesk.domain.alerts import AlertState, Rule, evaluate
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.errors import UserError, name_of_error
from livedesk.domain.events import AlertRaised
from livedesk.domain.feed import BatchReport, FeedEvent, OrderRow
from livedesk.domain.numbers import Numbers
from livedesk.domain.ports import Feeds, Writer
from livedesk.domain.product import Product
from livedesk.domain.status import FeedStatus, LinkState
from livedesk.services.aio import AsyncLoop
from livedesk.services.ingest.audience import Source
from livedesk.services.ingest.barrage import BadMessageError, parse
from livedesk.services.ingest.batches import RELAY, Target, import_orders
from livedesk.services.ingest.keeper import Keeper
from livedesk.services.ingest.live import LiveNumbers
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.ingest.recording import Recorder, unwritable
from livedesk.services.ingest.relay import Inbox, Relay
from livedesk.services.ingest.watcher import FolderWatcher

log = logging.getLogger(__name__)
STEP_S = 0.2
AHEAD_MS = 5 * MINUTE
RECENT = 5_000
MOST_BATCHES = 20


def _nothing(*_: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True)
class Listeners:
    """Who is told what; each is called from one of the service's threads and must return at once. ``imported``
    also hears of a folder that cannot be read and of a recording that cannot be written."""

    status: Callable[[FeedStatus], None] = _nothing
    numbers: Callable[[Numbers], None] = _nothing
    alert: Callable[[AlertRaised], None] = _nothing
    imported: Callable[[Path, BatchReport | UserError], None] = _nothing


@dataclass(frozen=True)
class Wishes:
    """What the person set up: the relay's address (empty: none), the folder that order files are dropped into,
    the file that the relay is recorded to, and the rules of the alerts."""

    relay: str = ""
    folder: Path | None = None
    record_to: Path | None = None
    rules: tuple[Rule, ...] = ()


class IngestService:
    """Feeds of one run. ``now_ms`` is the run's own clock (epoch ms). ``source`` plays an audience where no relay
    is connected. Call :meth:`went_live` when the show goes on air (also on resume, with the instant it did)."""

    def __init__(
        self,
        run_id: int,
        *,
        feeds: Feeds,
        writer: Writer,
        loop: AsyncLoop,
        now_ms: Callable[[], int],
        privacy: Privacy,
        products: Sequence[Product],
        zone: str = "Asia/Shanghai",
        wishes: Wishes = Wishes(),
        source: Source | None = None,
        listeners: Listeners = Listeners(),
    ) -> None:
        self._run_id, self._feeds, self._zone = run_id, feeds, zone
        self._now_ms, self._privacy, self._listeners, self._rules = now_ms, privacy, listeners, wishes.rules
        self._source, self._products = source, tuple(products)
        self._numbers = LiveNumbers(products)
        self._keeper = Keeper(feeds, writer, run_id)
        self._inbox = Inbox()
        self._relay = Relay(loop, wishes.relay, self._received, self._link_changed) if wishes.relay else None
        self._record_to = wishes.record_to if self._relay is not None else None
        self._recorder: Recorder | None = None
        self._watcher = (
            FolderWatcher(wishes.folder, self._import_dropped, self._folder_problem) if wishes.folder else None
        )
        self._status = FeedStatus()
        self._status_lock = threading.Lock()
        self._alerts = AlertState()
        self._live: tuple[int, int | None] | None = None
        self._recent: deque[FeedEvent] = deque(maxlen=RECENT)
        self._todo: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.wrong: Counter[str] = Counter()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feeds", daemon=True)

    @property
    def status(self) -> FeedStatus:
        """How the feeds stand."""
        return self._status

    def start(self) -> None:
        """Begin to listen, to count and to publish."""
        if self._record_to is not None:
            self._record_into(self._record_to)
        self._thread.start()
        if self._relay is not None:
            self._relay.start()
        elif self._source is not None:
            self._change(link=LinkState.READY, detail=self._source.name)
        if self._watcher is not None:
            self._watcher.start()

    def went_live(self, at_ms: int, *, resume: bool = False) -> None:
        """The show went on air at ``at_ms``: count from there, unless it is counted already. Returns at once, but
        with ``resume``: then what the store has of the run is counted again first, in the calling thread."""
        if resume:
            fresh = LiveNumbers(self._products, start_ms=at_ms)
            fresh.load(self._feeds.events(self._run_id, at_ms), self._feeds.orders(self._run_id))
            self._numbers = fresh
        elif self._live is None:
            self._todo.put(lambda: self._begin(at_ms))
        self._live = (at_ms, None)

    def edited(self, products: Sequence[Product]) -> None:
        """The show's products changed: orders are matched to them as they are now. Returns at once."""
        self._products = tuple(products)
        self._todo.put(lambda: self._numbers.match(products))

    def ended(self, at_ms: int) -> None:
        """The show is over; order files are still taken, up to its end."""
        if self._live is not None:
            self._live = (self._live[0], at_ms)

    def snapshot(self) -> Numbers:
        """The numbers now."""
        return self._numbers.snapshot(self._now_ms())

    def import_orders(self, path: Path) -> BatchReport:
        """Import an order file and count it; from a worker's thread, because it reads and waits for the writer.
        Raises UserError ``run.not_aired`` before the show is on air, and ``orders.*``."""
        if self._live is None:
            raise UserError("run.not_aired", run=self._run_id)
        start, end = self._live
        now = self._now_ms()
        window = (start, end if end is not None else now + AHEAD_MS)
        target = Target(self._feeds, self._run_id, window, self._privacy, self._zone)
        imported = import_orders(target, path, at_ms=now, cancelled=self._stopped.is_set)
        self._todo.put(lambda: self._numbers.add_orders(imported.rows, at_ms=now))
        self._change(last_orders_ms=now)
        return imported.report

    def stop(self) -> None:
        """End everything; what arrived is kept first. A fault of the store while doing so is logged."""
        if self._relay is not None:
            self._relay.stop()
        self._stopped.set()
        if self._watcher is not None:
            self._watcher.stop()
        if self._thread.is_alive():
            self._thread.join(5.0)
        if self._recorder is not None:
            self._recorder.close()
        try:
            self._keeper.close()
        except Exception as error:  # noqa: BLE001 - leaving must go on; the log says what could not be kept
            log.warning("the last events of run %d could not be kept: %s", self._run_id, name_of_error(error))

    def _received(self, message: str) -> None:
        self._inbox.put(self._now_ms(), message)

    def _link_changed(self, link: LinkState, detail: str) -> None:
        self._change(link=link, detail=detail, foreign=self._relay.foreign if self._relay is not None else "")

    def _change(self, **fields: object) -> None:
        with self._status_lock:
            self._status = replace(self._status, **fields)  # type: ignore[arg-type]  # the callers name its fields
            status = self._status
        self._listeners.status(status)

    def _run(self) -> None:
        published = 0
        while True:
            last = self._stopped.wait(STEP_S)
            try:
                now = self._now_ms()
                self._take_in(now)
                # A clock that steps back must not silence the numbers.
                if abs(now - published) >= SECOND or last:
                    published = now
                    self._publish(now)
            except Exception:  # one bad moment must not end the numbers of the show; the log holds it
                log.exception("counting the feeds failed")
            if last:
                return

    def _begin(self, at_ms: int) -> None:
        """Count from the moment at which the show went on air: its first events may have come before the word."""
        fresh = LiveNumbers(self._products, start_ms=at_ms)
        fresh.add_events(self._recent)
        self._numbers = fresh

    def _take_in(self, now: int) -> None:
        while not self._todo.empty():
            self._todo.get()()
        for _ in range(MOST_BATCHES):
            messages = self._inbox.take()
            if not messages:
                break
            events: list[FeedEvent] = []
            for received, message in messages:
                self._record(received, message)
                try:
                    events.append(parse(message, received, self._privacy))
                except BadMessageError as error:
                    self.wrong[error.reason] += 1
            self._arrived(RELAY, events, ())
        if self._source is not None and self._live is not None:
            end = self._live[1]
            self._play(self._source, now if end is None else min(now, end))

    def _play(self, source: Source, now: int) -> None:
        try:
            arrivals = source.until(now)
        except UserError as error:
            log.warning("the recorded audience ends here: %s", error)
            self._source = None
            self._change(link=LinkState.LOST, detail=str(error))
            return
        self._arrived(source.name, arrivals.events, arrivals.rows)

    def _arrived(self, source: str, events: Sequence[FeedEvent], rows: Sequence[OrderRow]) -> None:
        numbers = self._numbers
        numbers.add_events(events)
        self._recent.extend(events)
        self._keeper.add(source, events, rows)
        with self._status_lock:
            last, orders = self._status.last_event_ms, self._status.last_orders_ms
            if events:
                last = max(last or 0, *(event.at_ms for event in events))
            if rows:
                orders = max(orders or 0, *(row.paid_ms or row.submitted_ms or 0 for row in rows))
                numbers.add_orders(rows, at_ms=orders)
            self._status = replace(self._status, last_event_ms=last, last_orders_ms=orders)

    def _record_into(self, path: Path) -> None:
        try:
            self._recorder = Recorder(path)
        except UserError as error:
            self._told(path, error)

    def _record(self, received: int, message: str) -> None:
        if self._recorder is None:
            return
        try:
            self._recorder.write(received, message)
        except OSError as error:
            with contextlib.suppress(OSError):
                self._recorder.close()
            self._recorder = None
            if self._record_to is not None:
                self._told(self._record_to, unwritable(self._record_to, error))

    def _publish(self, now: int) -> None:
        self._keeper.flush()
        self._change(dropped=self._inbox.dropped + self._keeper.dropped)
        numbers = self._numbers.snapshot(now)
        self._listeners.numbers(numbers)
        if self._live is None or self._live[1] is not None:
            return
        raised, self._alerts = evaluate(
            self._rules,
            self._alerts,
            numbers,
            live_since_ms=self._live[0],
            products=self._products,
            feed=self._status if self._relay is not None else replace(self._status, link=LinkState.OFF),
        )
        for alert in raised:
            self._listeners.alert(alert)

    def _import_dropped(self, path: Path) -> None:
        try:
            self._listeners.imported(path, self.import_orders(path))
        except UserError as error:
            self._listeners.imported(path, error)

    def _folder_problem(self, problem: UserError | None) -> None:
        if problem is not None and self._watcher is not None:
            self._told(Path(str(problem.params["folder"])), problem)

    def _told(self, path: Path, problem: UserError) -> None:
        log.warning("%s", problem)
        self._listeners.imported(path, problem)
