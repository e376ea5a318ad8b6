"""The live numbers: takes events and order rows as they come, and says how the show stands, about once a second.

Each event costs the same whatever came before, and memory is bounded but for the order rows, each of which may still
change: sums, one bucket for every ten seconds of at most twelve hours, and the marks of the newest events, by which
one that comes again is known. It can be filled again from the store after a restart.
"""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict, deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from livedesk.domain.attribution import ProductMatcher
from livedesk.domain.clock import MINUTE
from livedesk.domain.comments import is_complaint, is_question, same_question
from livedesk.domain.feed import FeedEvent, FeedKind, OrderRow
from livedesk.domain.measures import (
    ORDER_MEASURES,
    Audience,
    Known,
    assemble,
    refund_basis,
)
from livedesk.domain.numbers import CommentLine, Measure, Numbers, Unit
from livedesk.domain.product import Product
from livedesk.services.ingest.columns import MOST_BUCKETS, STEP, Bucket, Columns

BACK = 5 * MINUTE
MOST_KEYS = 500_000
MOST_PEOPLE = 500_000
MOST_COMMENTS = 100
MOST_QUESTIONS = 2_000
_COMPARED = (
    "online",
    "gmv_fen",
    "orders",
    "units",
    "aov_fen",
    "views",
    "interaction_rate",
    "view_to_pay",
    "gpm_fen",
)


class LiveNumbers:
    """Numbers of one run. Every method may be called from any thread.

    ``start_ms``: events and payments before it do not count (None: all do, until :meth:`start` says when the
    show went on air).
    """

    def __init__(self, products: Sequence[Product], *, start_ms: int | None = None) -> None:
        self._lock = threading.Lock()
        self._matcher = ProductMatcher(products)
        self._reset(start_ms)

    def _reset(self, start_ms: int | None) -> None:
        self._start_ms = start_ms
        self._audience = Audience()
        self._buckets: dict[int, Bucket] = {}
        self._keys: set[int] = set()
        self._older_keys: set[int] = set()
        self._comments: deque[tuple[FeedEvent, str]] = deque(maxlen=MOST_COMMENTS)
        self._questions: OrderedDict[str, int] = OrderedDict()
        self._rows: dict[str, OrderRow] = {}
        self._refund_ways: dict[bool, OrderRow] = {}
        self._orders: Counter[str] = Counter()
        self._buyers: Counter[str] = Counter()
        self._sold: Counter[str] = Counter()
        self._money: Counter[str] = Counter()
        self._online: tuple[int, str, int] | None = None
        self._peak = 0
        self._views = 0
        self._any_people = self._any_views = False
        self._last_event_ms: int | None = None
        self._last_orders_ms: int | None = None
        self._orders_until_ms: int | None = None

    def start(self, at_ms: int) -> None:
        """The show went on air: count from here."""
        with self._lock:
            self._reset(at_ms)

    def match(self, products: Sequence[Product]) -> None:
        """The show's products changed: what was sold is told by them from now on."""
        with self._lock:
            self._matcher = ProductMatcher(products)
            self._sold.clear()
            for row in self._rows.values():
                if row.paid_ms is not None and row.paid_ms >= (self._start_ms or 0):
                    self._sell(row, 1)

    def load(
        self, events: Iterable[FeedEvent], orders: Iterable[OrderRow], *, orders_at_ms: int | None = None
    ) -> None:
        """Fill again from the store."""
        self.add_events(events)
        rows = list(orders)
        if rows or orders_at_ms is not None:
            newest = max((row.paid_ms or row.submitted_ms or 0 for row in rows), default=0)
            self.add_orders(rows, at_ms=orders_at_ms if orders_at_ms is not None else newest)

    def add_events(self, events: Iterable[FeedEvent]) -> None:
        """Count events; one that comes again is counted once, as long as it is among the newest ``MOST_KEYS``."""
        with self._lock:
            for event in events:
                if event.at_ms >= (self._start_ms or 0) and self._is_new(event.key):
                    self._count(event)

    def _is_new(self, key: str) -> bool:
        mark = hash(key)
        if mark in self._keys or mark in self._older_keys:
            return False
        if len(self._keys) >= MOST_KEYS:
            self._older_keys, self._keys = self._keys, set()
        self._keys.add(mark)
        return True

    def add_orders(self, rows: Iterable[OrderRow], *, at_ms: int) -> None:
        """Count order rows of a file that came at ``at_ms``; a row that is known already replaces the older one
        where it has come further."""
        with self._lock:
            self._last_orders_ms = max(at_ms, self._last_orders_ms or 0)
            for row in rows:
                known = self._rows.get(row.item)
                if known is not None:
                    if row.progress <= known.progress:
                        continue
                    self._pay(known, -1)
                self._rows[row.item] = row
                self._refund_ways.setdefault(row.refund_known, row)
                self._pay(row, 1)

    def _count(self, event: FeedEvent) -> None:
        bucket = self._bucket(event.at_ms)
        self._last_event_ms = max(event.at_ms, self._last_event_ms or 0)
        people = self._audience.people
        before = len(people)
        self._any_people = self._any_people or bool(event.user)
        self._audience.add(event if before < MOST_PEOPLE else replace(event, user=""))
        bucket.people += len(people) - before
        if event.kind is FeedKind.COMMENT:
            bucket.comments += 1
            self._note_comment(event)
        elif event.kind is FeedKind.STATS:
            self._note_online(event, bucket)

    def _note_online(self, event: FeedEvent, bucket: Bucket) -> None:
        place = (event.at_ms, event.key)
        self._peak = max(self._peak, event.count)
        if self._online is None or place > self._online[:2]:
            self._online = (*place, event.count)
        if bucket.online is None or place > bucket.online_at:
            bucket.online_at, bucket.online = place, event.count
        if event.total is not None:
            self._any_views = True
            self._views = max(self._views, event.total)
            bucket.views = max(bucket.views, event.total)

    def _note_comment(self, event: FeedEvent) -> None:
        question = same_question(event.text) if is_question(event.text) else ""
        self._comments.append((event, question))
        if question:
            self._questions[question] = self._questions.pop(question, 0) + 1
            if len(self._questions) > MOST_QUESTIONS:
                self._questions.popitem(last=False)

    def _pay(self, row: OrderRow, sign: int) -> None:
        """Add a row to the sums, or take it out of them."""
        when = row.paid_ms if row.paid_ms is not None else row.submitted_ms
        if when is not None:
            self._orders_until_ms = max(when, self._orders_until_ms or 0)
        if row.paid_ms is None or row.paid_ms < (self._start_ms or 0):
            return
        bucket = self._bucket(row.paid_ms)
        distinct = _turn(self._orders, row.order, sign)
        bucket.orders += distinct
        self._money["orders"] += distinct
        bucket.gmv += sign * row.amount
        bucket.units += sign * row.quantity
        self._money["gmv_fen"] += sign * row.amount
        self._money["refund_fen"] += sign * row.refunded
        self._money["units"] += sign * row.quantity
        if row.buyer:
            self._money["buyers"] += _turn(self._buyers, row.buyer, sign)
        self._sell(row, sign)

    def _sell(self, row: OrderRow, sign: int) -> None:
        for part in self._matcher.parts(row):
            if part.product_id is not None:
                self._sold[part.product_id] += sign * part.quantity

    def _bucket(self, at_ms: int) -> Bucket:
        place = at_ms // STEP
        bucket = self._buckets.get(place)
        if bucket is None:
            if len(self._buckets) >= MOST_BUCKETS:
                del self._buckets[min(self._buckets)]
            bucket = self._buckets[place] = Bucket()
        return bucket

    def snapshot(self, now_ms: int) -> Numbers:
        """The numbers at ``now_ms``."""
        with self._lock:
            columns = Columns(self._buckets, {**self._money, "people": len(self._audience.people)})
            known = self._known()
            measures = assemble(known, self._values(columns))
            earlier = assemble(known, self._earlier(columns, now_ms - BACK))
            for name in measures:
                measures[name] = self._aged(measures[name], earlier[name], now_ms)
            measures["units_per_minute"] = self._speed(columns)
            return Numbers(
                at_ms=now_ms,
                measures=measures,
                curves=columns.curves(self._last_event_ms, self._orders_until_ms),
                sold={key: units for key, units in self._sold.items() if units},
                comments=self._lines(),
                comments_per_minute=columns.recent_comments(now_ms),
            )

    def _known(self) -> Known:
        return Known(
            relay=self._last_event_ms is not None,
            people=self._any_people,
            statistics=self._online is not None,
            views=self._any_views,
            orders=self._last_orders_ms is not None,
            buyers=self._money["buyers"] > 0,
            refund_basis=refund_basis(self._refund_ways.values()),
        )

    def _values(self, columns: Columns) -> dict[str, float]:
        money = self._money
        values: dict[str, float] = {**self._audience.values()}
        values |= {name: money[name] for name in ("gmv_fen", "refund_fen", "units", "orders", "buyers")}
        values["net_gmv_fen"] = money["gmv_fen"] - money["refund_fen"]
        if self._online is not None:
            values |= {"online": self._online[2], "online_peak": self._peak} | columns.average()
        if self._any_views:
            values["views"] = self._views
        return values

    def _earlier(self, columns: Columns, at_ms: int) -> dict[str, float]:
        """What was known of the compared measures at an earlier instant (buyers are not kept by time)."""
        values = columns.until(at_ms)
        return values if self._any_views else {name: values[name] for name in values if name != "views"}

    def _aged(self, now: Measure, before: Measure, now_ms: int) -> Measure:
        if now.value is None:
            return now
        money = now.name in ORDER_MEASURES or now.name in ("view_to_pay", "gpm_fen", "uv_value_fen")
        last = self._last_orders_ms if money else self._last_event_ms
        change: float | None = None
        if now.name in _COMPARED and before.value is not None:
            if now.unit is Unit.RATIO:
                change = now.value - before.value
            elif before.value:
                change = now.value / before.value - 1
        full = len(self._audience.people) >= MOST_PEOPLE and now.name in ("interacting", "interaction_rate")
        age = None if last is None else max(0, now_ms - last)
        return replace(now, change=change, age_ms=age, estimate=now.estimate or full)

    def _speed(self, columns: Columns) -> Measure:
        """Units a minute over the last five minutes that order files tell of."""
        until = self._orders_until_ms
        if until is None:
            return Measure("units_per_minute", Unit.COUNT, reason="no_orders")
        units = columns.units_between(until - BACK, until)
        return Measure("units_per_minute", Unit.COUNT, units / (BACK / MINUTE), basis="units of 5 minutes ÷ 5")

    def _lines(self) -> tuple[CommentLine, ...]:
        found = sorted(self._comments, key=lambda pair: pair[0].at_ms)
        return tuple(
            CommentLine(
                event.at_ms,
                event.nickname,
                event.text,
                question=bool(question),
                complaint=is_complaint(event.text),
                same=self._questions.get(question, 1),
            )
            for event, question in found
        )


def _turn(counts: Counter[str], key: str, sign: int) -> int:
    """Count a row of an order or a buyer; by how much the number of distinct ones changed (−1, 0, 1)."""
    before = counts[key]
    counts[key] = before + sign
    return (counts[key] > 0) - (before > 0)
