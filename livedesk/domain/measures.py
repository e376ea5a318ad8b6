"""The measures of a show, from its audience events and order rows.

Each measure carries its definition in ``basis``. ``gmv_fen`` is Σ 订单应付金额 of rows that have 支付完成时间,
``orders`` the distinct 主订单编号 among them, ``refund_fen`` the refund amount where the file has one, else the
amount of rows whose 售后状态 is 退款成功. Rates have the field's usual numerators and denominators (成交 ÷ 观看,
互动 ÷ 观看); those of money are whole fen, rounded half-even. What no feed gives is None with a reason, never zero.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from livedesk.domain.attribution import OnAir, ProductMatcher
from livedesk.domain.clock import MINUTE
from livedesk.domain.feed import FeedEvent, FeedKind, OrderRow
from livedesk.domain.numbers import Measure, Unit
from livedesk.domain.product import Product

Window = tuple[int, int]
MAX_HOLD = 2 * MINUTE
INTERACTING = frozenset(
    {FeedKind.COMMENT, FeedKind.LIKE, FeedKind.FOLLOW, FeedKind.GIFT, FeedKind.FAN_CLUB, FeedKind.SHARE}
)
ORDER_MEASURES = ("gmv_fen", "refund_fen", "net_gmv_fen", "orders", "buyers", "units", "aov_fen")
PLATFORM_MEASURES = ("click_to_pay", "product_click_rate", "entry_rate")
BASIS: Mapping[str, str] = {
    "gmv_fen": "Σ 订单应付金额, rows with 支付完成时间",
    "refund_fen": "退款金额, rows with 支付完成时间",
    "net_gmv_fen": "gmv_fen − refund_fen",
    "orders": "distinct 主订单编号, rows with 支付完成时间",
    "buyers": "distinct buyers, rows with 支付完成时间",
    "units": "Σ 商品数量, rows with 支付完成时间",
    "aov_fen": "gmv_fen ÷ orders",
    "comments": "relay messages of type 1",
    "likes": "Σ Count of relay messages of type 2",
    "enters": "relay messages of type 3",
    "follows": "relay messages of type 4",
    "gifts": "Σ GiftCount of relay messages of type 5",
    "gift_value": "Σ GiftCount × DiamondCount of relay messages of type 5",
    "fan_club": "relay messages of type 7 that are joins",
    "shares": "relay messages of type 8",
    "online": "newest OnlineUserCount",
    "online_peak": "largest OnlineUserCount",
    "online_average": "∫online·dt ÷ time; a count holds for at most two minutes",
    "views": "TotalUserCount: the largest; its growth within a part of the show",
    "interacting": "distinct people with a comment, like, follow, gift, join or share",
    "interaction_rate": "interacting ÷ views",
    "follow_rate": "follows ÷ views",
    "view_to_pay": "buyers ÷ views",
    "uv_value_fen": "gmv_fen ÷ views",
    "gpm_fen": "gmv_fen × 1000 ÷ views",
    "stay_ms": "∫online·dt ÷ views",
}

REFUND_BY_STATE = "订单应付金额 of rows with 售后状态 退款成功 and 支付完成时间"
REFUND_MIXED = f"退款金额 where the file has it, else {REFUND_BY_STATE}"
VIEW_TO_PAY_BY_ORDERS = "orders ÷ views (the order file names no buyers)"
_UNITS = {"aov_fen": Unit.FEN, "uv_value_fen": Unit.FEN, "gpm_fen": Unit.FEN, "stay_ms": Unit.MS}
_QUOTIENTS: tuple[tuple[str, str, str, int], ...] = (
    ("aov_fen", "gmv_fen", "orders", 1),
    ("interaction_rate", "interacting", "views", 1),
    ("follow_rate", "follows", "views", 1),
    ("view_to_pay", "buyers", "views", 1),
    ("uv_value_fen", "gmv_fen", "views", 1),
    ("gpm_fen", "gmv_fen", "views", 1_000),
    ("stay_ms", "online_ms", "views", 1),
)


@dataclass(frozen=True, slots=True)
class Known:
    """Which inputs there are at all: without one, its measures are None and not zero."""

    relay: bool = False
    people: bool = False
    statistics: bool = False
    views: bool = False
    orders: bool = False
    buyers: bool = False
    refund_basis: str = BASIS["refund_fen"]


def refund_basis(rows: Iterable[OrderRow]) -> str:
    """What counts as the refund in these rows."""
    ways = {row.refund_known for row in rows}
    return BASIS["refund_fen"] if ways == {True} else REFUND_MIXED if len(ways) == 2 else REFUND_BY_STATE


@dataclass(slots=True)
class Money:
    """Sums over paid order rows, or items of them."""

    gmv: int = 0
    refund: int = 0
    units: int = 0
    orders: set[str] = field(default_factory=set)
    buyers: set[str] = field(default_factory=set)

    def add(self, row: OrderRow, amount: int, refunded: int, units: int) -> None:
        """Count an item of a row."""
        self.gmv += amount
        self.refund += refunded
        self.units += units
        self.orders.add(row.order)
        if row.buyer:
            self.buyers.add(row.buyer)

    def values(self) -> dict[str, int]:
        """The values by name."""
        return {
            "gmv_fen": self.gmv,
            "refund_fen": self.refund,
            "net_gmv_fen": self.gmv - self.refund,
            "orders": len(self.orders),
            "buyers": len(self.buyers),
            "units": self.units,
        }


@dataclass(slots=True)
class Audience:
    """Sums over audience events."""

    counts: Counter[str] = field(default_factory=Counter)
    people: set[str] = field(default_factory=set)

    def add(self, event: FeedEvent) -> None:
        """Count an event."""
        counts = self.counts
        match event.kind:
            case FeedKind.COMMENT:
                counts["comments"] += 1
            case FeedKind.LIKE:
                counts["likes"] += event.count
            case FeedKind.ENTER:
                counts["enters"] += 1
            case FeedKind.FOLLOW:
                counts["follows"] += 1
            case FeedKind.GIFT:
                counts["gifts"] += event.count
                counts["gift_value"] += event.count * event.value
            case FeedKind.FAN_CLUB:
                counts["fan_club"] += event.text != "upgrade"
            case FeedKind.SHARE:
                counts["shares"] += 1
            case FeedKind.STATS | FeedKind.ENDED:
                return
        if event.user and event.kind in INTERACTING:
            self.people.add(event.user)

    def values(self) -> dict[str, int]:
        """The values by name."""
        names = ("comments", "likes", "enters", "follows", "gifts", "gift_value", "fan_club", "shares")
        return {name: self.counts[name] for name in names} | {"interacting": len(self.people)}


class Online:
    """The room's own counts over time: people online, and everybody who came so far."""

    def __init__(self, events: Iterable[FeedEvent]) -> None:
        # Of several counts at one instant the order of arrival must not matter: the largest key's is taken.
        samples = {e.at_ms: e for e in sorted(events, key=lambda e: (e.at_ms, e.key)) if e.kind is FeedKind.STATS}
        self._at = list(samples)
        self._online = [event.count for event in samples.values()]
        totals = [(event.at_ms, event.total) for event in samples.values() if event.total is not None]
        self._total_at = [at for at, _total in totals]
        self._totals: list[int] = []
        for _at, total in totals:
            self._totals.append(max(total, self._totals[-1] if self._totals else 0))

    def values(self, first: int, last: int, *, whole: bool) -> dict[str, float]:
        """Peak, average, ∫online·dt with the time that it covers, and views between two instants (``last`` counts
        only in the ``whole`` show); a name is missing where there is no sample for it."""
        upper = bisect_right if whole else bisect_left
        low, high = bisect_left(self._at, first), upper(self._at, last)
        found: dict[str, float] = {}
        if low < high:
            found["online_peak"] = max(self._online[low:high])
        area, time = self._area(max(low - 1, 0), high, first, last)
        if time:
            found |= {"online_average": area / time, "online_ms": area, "counted_ms": time}
        if whole and self._totals:
            found["views"] = self._totals[-1]
        elif self._totals and (after := upper(self._total_at, last)):
            before = bisect_left(self._total_at, first)
            found["views"] = self._totals[after - 1] - (self._totals[before - 1] if before else self._totals[0])
        return found

    def _area(self, low: int, high: int, first: int, last: int) -> tuple[int, int]:
        area = time = 0
        edges = [*self._at[low:high], last]
        for place, (begin, end) in enumerate(pairwise(edges), low):
            length = min(end, begin + MAX_HOLD, last) - max(begin, first)
            if length > 0:
                area += self._online[place] * length
                time += length
        return area, time


def assemble(known: Known, values: Mapping[str, float], *, only_orders: bool = False) -> dict[str, Measure]:
    """Measures of plain values, with quotients, reasons and what only the platform's own files give."""
    found: dict[str, Measure] = {}
    numbers = dict(values)
    estimate: set[str] = {"stay_ms"}
    if not known.buyers and known.orders:
        numbers.pop("buyers", None)
    for name in BASIS:
        if only_orders and name not in ORDER_MEASURES:
            continue
        quotient = next((each for each in _QUOTIENTS if each[0] == name), None)
        unit = _UNITS.get(name, Unit.RATIO if quotient else Unit.FEN if name.endswith("_fen") else Unit.COUNT)
        basis = known.refund_basis if name == "refund_fen" else BASIS[name]
        if quotient is None:
            value = numbers.get(name) if not _reason(name, known) else None
            reason = "" if value is not None else _reason(name, known) or "no_sample"
            found[name] = Measure(name, unit, value, basis=basis, reason=reason)
            continue
        _name, over, under, factor = quotient
        if name == "view_to_pay" and known.orders and not known.buyers:
            over, basis = "orders", VIEW_TO_PAY_BY_ORDERS
            estimate.add(name)
        top, bottom = numbers.get(over), numbers.get(under)
        reason = _reason(over, known) or _reason(under, known)
        if not reason and (top is None or not bottom):
            reason = f"no_{under}" if not bottom else "no_sample"
        value = None if reason or top is None or not bottom else _quotient(top * factor, bottom, unit)
        found[name] = Measure(
            name,
            unit,
            value,
            numerator=None if reason else top,
            denominator=None if reason else bottom,
            basis=basis,
            reason=reason,
            estimate=name in estimate and not reason,
        )
    if not only_orders:
        found |= {name: Measure(name, Unit.RATIO, reason="needs_platform_file") for name in PLATFORM_MEASURES}
    return found


def _quotient(top: float, bottom: float, unit: Unit) -> float:
    """A quotient; money is whole fen, the half rounded to the even one."""
    return round(Fraction(top) / Fraction(bottom)) if unit is Unit.FEN else top / bottom


def _reason(name: str, known: Known) -> str:
    """Why a plain value is not known, or empty."""
    if name in ORDER_MEASURES:
        missing = "no_orders" if not known.orders else "no_buyer_column"
        return missing if not known.orders or (name == "buyers" and not known.buyers) else ""
    if not known.relay:
        return "no_relay"
    if name in ("online", "online_peak", "online_average", "online_ms"):
        return "" if known.statistics else "no_statistics"
    if name == "views":
        return "" if known.views else "no_statistics"
    return "no_user_ids" if name == "interacting" and not known.people else ""


Fed = TypeVar("Fed", FeedEvent, OrderRow)


def real(fed: Iterable[Fed]) -> list[Fed]:
    """What really was; all of it where everything was simulated."""
    everything = list(fed)
    return [each for each in everything if not each.simulated] or everything


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of measures. ``key``: the minute's instant (epoch ms as text), or the id of a segment,
    a standby plan or a product; empty for what belongs to none. ``number``: place in the rundown; ``on_air_ms``:
    how long it was on air."""

    key: str
    title: str
    measures: Mapping[str, Measure]
    number: int | None = None
    on_air_ms: int | None = None


class Book:
    """Everything that a run's feeds gave within ``window`` (epoch ms, both ends in it). What a rehearsal simulated
    counts only as long as nothing real of its kind is there; ``simulated`` says that it does."""

    def __init__(self, events: Iterable[FeedEvent], orders: Iterable[OrderRow], window: Window) -> None:
        first, last = self.window = window
        rows = real(orders)
        self._events = real(event for event in events if first <= event.at_ms <= last)
        self.simulated = any(event.simulated for event in self._events[:1]) or any(
            row.simulated for row in rows[:1]
        )
        self._paid = [
            (row.paid_ms, row) for row in rows if row.paid_ms is not None and first <= row.paid_ms <= last
        ]
        self._online = Online(self._events)
        self.known = Known(
            relay=bool(self._events),
            people=any(event.user for event in self._events),
            statistics=any(event.kind is FeedKind.STATS for event in self._events),
            views=any(event.kind is FeedKind.STATS and event.total is not None for event in self._events),
            orders=bool(rows),
            buyers=any(row.buyer for row in rows),
            refund_basis=refund_basis(rows),
        )

    def total(self) -> dict[str, Measure]:
        """The measures of the whole show."""
        audience, money = Audience(), Money()
        for event in self._events:
            audience.add(event)
        for _paid, row in self._paid:
            money.add(row, row.amount, row.refunded, row.quantity)
        values = self._online.values(*self.window, whole=True)
        return assemble(self.known, audience.values() | money.values() | values)

    def by_minute(self) -> list[Row]:
        """A row for each minute of the show, empty ones included."""
        first, last = self.window
        starts = range(first - first % MINUTE, last + 1, MINUTE)
        return [
            Row(str(start), "", self._slice([(start, start + MINUTE)], *sums))
            for start, sums in zip(starts, self._sums(starts, lambda at: at - at % MINUTE), strict=True)
        ]

    def by_segment(self, show: OnAir) -> list[Row]:
        """A row for each segment and standby plan in the order of their first airing, all airings of one
        together, and one with an empty key for what came while none was on air."""
        items = {span.item_id: span for span in reversed(show.spans)}
        keys = list(dict.fromkeys(span.item_id for span in show.spans))

        def key(at_ms: int) -> str:
            span = show.at(at_ms)
            return span.item_id if span else ""

        table = dict(zip([*keys, ""], self._sums([*keys, ""], key), strict=True))
        rows = []
        for item_id in keys:
            times = [(span.start_ms, span.end_ms) for span in show.spans if span.item_id == item_id]
            measures = self._slice(times, *table[item_id])
            length = sum(end - start for start, end in times)
            rows.append(Row(item_id, items[item_id].title, measures, items[item_id].number, length))
        audience, money = table[""]
        if money.orders or audience.counts:
            rows.append(Row("", "", self._slice([], audience, money)))
        return rows

    def by_product(self, products: Sequence[Product]) -> list[Row]:
        """A row for each product of the show in the order of the queue (money only: the audience belongs to no
        product), and one with an empty key for orders of other products."""
        matcher = ProductMatcher(products)
        table: dict[str | None, Money] = {product.id: Money() for product in products}
        for _paid, row in self._paid:
            for part in matcher.parts(row):
                money = table.setdefault(part.product_id, Money())
                money.add(row, part.amount, part.refunded, part.quantity)
        titles = {product.id: product.name for product in products}
        return [
            Row(key or "", titles.get(key or "", ""), assemble(self.known, money.values(), only_orders=True))
            for key, money in table.items()
        ]

    def _sums(self, keys: Iterable[object], key: Callable[[int], object]) -> list[tuple[Audience, Money]]:
        table = {each: (Audience(), Money()) for each in keys}
        for event in self._events:
            table[key(event.at_ms)][0].add(event)
        for paid_ms, row in self._paid:
            table[key(paid_ms)][1].add(row, row.amount, row.refunded, row.quantity)
        return list(table.values())

    def _slice(self, times: Sequence[Window], audience: Audience, money: Money) -> dict[str, Measure]:
        online: dict[str, float] = {}
        for first, last in times:
            part = self._online.values(max(first, self.window[0]), min(last, self.window[1]), whole=False)
            if "online_peak" in part:
                online["online_peak"] = max(part["online_peak"], online.get("online_peak", 0))
            for name in ("online_ms", "counted_ms", "views"):
                if name in part:
                    online[name] = online.get(name, 0) + part[name]
        if "counted_ms" in online:
            online["online_average"] = online["online_ms"] / online["counted_ms"]
        return assemble(self.known, audience.values() | money.values() | online)


def measures(events: Iterable[FeedEvent], orders: Iterable[OrderRow], window: Window) -> dict[str, Measure]:
    """The measures of a whole show."""
    return Book(events, orders, window).total()
