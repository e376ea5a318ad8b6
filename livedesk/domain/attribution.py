"""What was on air when, and to which segment and product money belongs.

Orders carry no key of the show: a row belongs to what was on air at the instant of its payment, and to the
product that its platform id, the merchant's code or its name points to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from livedesk.domain.events import (
    ClockAccepted,
    Entry,
    RunEnded,
    RunOpened,
    StandbyCalled,
    StandbyEnded,
    Taken,
    TakenBack,
    WentLive,
)
from livedesk.domain.feed import OrderRow
from livedesk.domain.money import split_by_weight
from livedesk.domain.product import Product
from livedesk.domain.text import comparable


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the show with one thing on air: a segment (``number`` is its place in the rundown) or a standby
    plan (None). It holds instants from ``start_ms`` up to, not with, ``end_ms``. ``voided`` airings stay: what
    was on air was on air, also when it was taken back."""

    start_ms: int
    end_ms: int
    airing: int
    item_id: str
    title: str
    number: int | None
    voided: bool = False


@dataclass(frozen=True, slots=True)
class OnAir:
    """The whole time on air, in order of the spans' starts, without gaps. Only a correction of the clock that was
    accepted leaves one, or an overlap, of its own length: each span lasts as long as it was on air. ``start_ms``
    None: it never went live; ``ended`` False: it still runs, and ``end_ms`` is the last that is known."""

    spans: tuple[Span, ...] = ()
    start_ms: int | None = None
    end_ms: int | None = None
    ended: bool = False

    @property
    def window(self) -> tuple[int, int] | None:
        """The run's own time, both ends in it, or None where it never went live."""
        return None if self.start_ms is None or self.end_ms is None else (self.start_ms, self.end_ms)

    def at(self, instant_ms: int) -> Span | None:
        """What was on air at an instant; where the clock was put back, by the corrected clock. The end of the show
        still belongs to its last span."""
        place = bisect_right(self.spans, instant_ms, key=lambda span: span.start_ms)
        for span in reversed(self.spans[:place]):
            if instant_ms < span.end_ms or instant_ms == span.end_ms == self.end_ms:
                return span
        return None


@dataclass(frozen=True, slots=True)
class _What:
    airing: int
    item_id: str
    title: str
    number: int | None


def instants(entries: Iterable[Entry]) -> Iterator[tuple[int, Entry]]:
    """Each entry with its instant (epoch ms) by the run's own clock: the wall as it was when the show went live,
    monotonic time since, and what corrections were accepted up to it. How long something lasted is told by the
    run's time (``t_ms``) alone."""
    anchor: int | None = None
    for entry in entries:
        if anchor is None or isinstance(entry.event, RunOpened | WentLive):
            anchor = entry.wall_ms - entry.t_ms
        yield anchor + entry.t_ms, entry
        if isinstance(entry.event, ClockAccepted):
            anchor += entry.event.delta_ms


def on_air(entries: Iterable[Entry], *, now_ms: int | None = None) -> OnAir:
    """What was on air when, from the journal of a run. Instants follow the run's own clock (:func:`instants`),
    so that a step of the machine's clock moves no money. ``now_ms`` is the end of a run that is still on air
    (else: its last entry).
    """
    spans: list[Span] = []
    known: dict[int, _What] = {}
    voided: set[int] = set()
    current: _What | None = None
    since = start = end = 0
    live = ended = False
    for instant, entry in instants(entries):
        event, end = entry.event, instant
        change: _What | None = None
        match event:
            case WentLive():
                live, start, since = True, end, end
            case Taken():
                change = _What(event.airing, event.segment_id, event.title, event.number)
            case StandbyCalled():
                change = _What(event.airing, event.standby_id, event.title, None)
            case TakenBack():
                voided.add(event.airing)
                change = known.get(event.resumed_airing)
            case StandbyEnded():
                change = known.get(event.resumed_airing)
            case ClockAccepted():
                # The same goes on under the corrected clock.
                _close(spans, current, since, end)
                end += event.delta_ms
                since = end
            case RunEnded():
                ended = True
        if change is not None:
            known[change.airing] = change
            _close(spans, current, since, end)
            current, since = change, end
        if ended:
            break
    if not live:
        return OnAir()
    if not ended and now_ms is not None:
        end = max(end, now_ms)
    _close(spans, current, since, end)
    marked = tuple(
        replace(span, voided=span.airing in voided) for span in sorted(spans, key=lambda span: span.start_ms)
    )
    first = min((span.start_ms for span in marked), default=start)
    last = max((span.end_ms for span in marked), default=end)
    return OnAir(marked, min(start, first), max(end, last), ended)


def _close(spans: list[Span], what: _What | None, since: int, end: int) -> None:
    if what is not None and end > since:
        spans.append(Span(since, end, what.airing, what.item_id, what.title, what.number))


@dataclass(frozen=True, slots=True)
class OrderPart:
    """One item of an order row: its product (None: none of the show's), units, and its share of the money."""

    product_id: str | None
    name: str
    quantity: int
    amount: int
    refunded: int


class ProductMatcher:
    """Ties order rows to the show's products: by platform id, by the merchant's code, else by name (equal, or
    the one longest product name that stands inside the shop's longer title)."""

    def __init__(self, products: Sequence[Product]) -> None:
        self._by_id: dict[str, str] = {}
        self._by_code: dict[str, str] = {}
        self._names: list[tuple[str, str]] = []
        self._prices = {product.id: product.live_price for product in products}
        self._found: dict[tuple[str, str, str], str | None] = {}
        for product in products:
            for each in product.platform_ids:
                self._by_id.setdefault(each.strip(), product.id)
            for each in product.codes:
                self._by_code.setdefault(each.strip().casefold(), product.id)
            if name := comparable(product.name):
                self._names.append((name, product.id))
        self._names.sort(key=lambda pair: (-len(pair[0]), pair[0]))

    def product(self, platform_id: str, code: str, name: str) -> str | None:
        """The id of the show's product, or None."""
        key = (platform_id, code, name)
        if key not in self._found:
            if len(self._found) > 10_000:
                self._found.clear()
            self._found[key] = (
                self._by_id.get(platform_id) or self._by_code.get(code.casefold()) or self._named(name)
            )
        return self._found[key]

    def _named(self, name: str) -> str | None:
        title = comparable(name)
        found = [(len(each), product_id) for each, product_id in self._names if each in title] if title else []
        longest = [product_id for length, product_id in found if length == found[0][0]]
        return longest[0] if len(set(longest)) == 1 else None

    def parts(self, row: OrderRow) -> Iterator[OrderPart]:
        """The items of a row. The money of a row with several is split in proportion to live price × units where
        every price is known, else to units, to the fen."""
        if not row.quantities:
            product_id = self.product(row.product_id, row.code, row.product_name)
            yield OrderPart(product_id, row.product_name, row.quantity, row.amount, row.refunded)
            return
        count = len(row.quantities)
        ids, codes, names = (_aligned(text, count) for text in (row.product_id, row.code, row.product_name))
        found = [self.product(*each) for each in zip(ids, codes, names, strict=True)]
        prices = [self._prices.get(each) if each else None for each in found]
        weights = tuple(
            quantity * (price or 0 if None not in prices else 1)
            for quantity, price in zip(row.quantities, prices, strict=True)
        )
        amounts, refunds = split_by_weight(row.amount, weights), split_by_weight(row.refunded, weights)
        for place, product_id in enumerate(found):
            yield OrderPart(product_id, names[place], row.quantities[place], amounts[place], refunds[place])


def _aligned(text: str, count: int) -> list[str]:
    """The joined values; where there are not as many as quantities, each item has what stands at its place."""
    parts = text.split(";") if text else []
    return (parts + [""] * count)[:count]
