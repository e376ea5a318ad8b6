"""An audience that never was, for rehearsals without a recording: the same for the same seed and show.

Everything it gives is marked ``simulated``. It follows the plan: people come and go, talk more in draws and
interaction, and buy what is presented while it is, as long as there is stock.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.feed import SIMULATED, FeedEvent, FeedKind, OrderRow, OrderState
from livedesk.domain.product import Product
from livedesk.domain.rundown import SegmentKind, Show
from livedesk.domain.timetable import Plan
from livedesk.services.ingest.audience import Arrivals

_K = SegmentKind
#: How many people stay, talk and buy in a segment, against a plain talk.
_MOOD: Mapping[SegmentKind, tuple[float, float, float]] = {
    _K.OPENING: (0.7, 1.2, 0.2), _K.PRODUCT: (1.0, 0.9, 1.0), _K.FLASH: (1.35, 1.6, 3.0),
    _K.INTERACTION: (1.05, 2.2, 0.4), _K.DRAW: (1.4, 3.0, 0.3), _K.COUPON: (1.15, 1.5, 1.2),
    _K.TALK: (0.95, 1.0, 0.5), _K.LINK_UP: (1.1, 1.3, 0.4), _K.RETURN: (0.9, 0.9, 1.3),
    _K.TRANSITION: (0.9, 0.7, 0.2), _K.CLOSING: (0.6, 0.8, 0.6), _K.MILESTONE: (1.0, 1.0, 0.5),
}  # fmt: skip
_TALK = (
    "来了来了", "想要", "敏感肌可以用吗", "多少钱", "怎么领券", "和上次那款有什么区别", "已拍", "发货快吗",
    "有赠品吗", "主播讲得好细", "孕妇可以用吗", "库存还有吗", "喜欢", "可以叠加优惠吗", "保质期多久",
)  # fmt: skip
_STATISTICS_EVERY = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """A segment of the plan with the products that are presented in it."""

    start_ms: int
    end_ms: int
    kind: SegmentKind
    products: tuple[Product, ...] = ()


def stretches(show: Show, plan: Plan) -> tuple[Stretch, ...]:
    """The plan of a show as the simulator needs it; skipped segments are left out."""
    found = []
    for segment, start, duration in zip(show.segments, plan.starts, plan.durations, strict=True):
        if start is not None and duration:
            products = [show.product(each) for each in segment.product_ids]
            present = tuple(product for product in products if product is not None)
            found.append(Stretch(start, start + duration, segment.kind, present))
    return tuple(found)


class SimulatedAudience:
    """The simulator. ``peak``: about how many people are online at the height of the show."""

    name = SIMULATED

    def __init__(self, plan: Sequence[Stretch], *, seed: int = 1, peak: int = 1_200) -> None:
        self._plan = plan
        self._peak = peak
        self._chance = random.Random(f"{seed}")
        self._place = 0
        self._next_ms = plan[0].start_ms if plan else 0
        self._start_ms = self._next_ms
        self._end_ms = plan[-1].end_ms if plan else 0
        self._online = peak * 0.05
        self._views = int(self._online)
        self._likes = 0
        self._number = 0
        self._sold: Counter[str] = Counter()

    def until(self, instant_ms: int) -> Arrivals:
        """What happens up to and with this instant and was not given before. The step of asking changes nothing:
        the room lives second by second."""
        events: list[FeedEvent] = []
        rows: list[OrderRow] = []
        while self._next_ms <= min(instant_ms, self._end_ms - 1):
            self._second(self._next_ms, events, rows)
            self._next_ms += SECOND
        return Arrivals(events, rows)

    def _second(self, now: int, events: list[FeedEvent], rows: list[OrderRow]) -> None:
        while now >= self._plan[self._place].end_ms and self._place < len(self._plan) - 1:
            self._place += 1
        stretch = self._plan[self._place]
        stay, talk, buy = _MOOD[stretch.kind]
        arrived = 1 - math.exp(-(now - self._start_ms) / (8 * MINUTE))
        target = self._peak * arrived * stay
        self._online = max(5.0, self._online + (target - self._online) * 0.02 + self._chance.gauss(0, 1) * 2)
        came = self._some(self._online / 900 + 0.2)
        self._views += came * 4
        for kind, mean in (
            (FeedKind.ENTER, came),
            (FeedKind.COMMENT, self._some(self._online / 1_500 * talk)),
            (FeedKind.LIKE, self._some(self._online / 1_500 * talk)),
            (FeedKind.FOLLOW, self._some(self._online / 20_000 * talk)),
            (FeedKind.SHARE, self._some(self._online / 60_000)),
            (FeedKind.GIFT, self._some(self._online / 60_000 * talk)),
        ):
            events.extend(self._event(kind, now) for _ in range(mean))
        if (now - self._start_ms) // SECOND % _STATISTICS_EVERY == 0:
            key = f"{SIMULATED}:stats:{now}"
            events.append(FeedEvent(key, FeedKind.STATS, now, count=int(self._online), total=self._views))
        if stretch.products:
            rows.extend(self._orders(stretch, now, self._some(self._online / 12_000 * buy)))

    def _event(self, kind: FeedKind, now: int) -> FeedEvent:
        self._number += 1
        person = self._chance.randrange(max(50, self._views))
        text, count, total = "", 1, None
        if kind is FeedKind.COMMENT:
            text = self._chance.choice(_TALK)
        elif kind is FeedKind.LIKE:
            count = self._chance.randint(1, 15)
            self._likes += count
            total = self._likes
        elif kind is FeedKind.GIFT:
            text = "小心心"
        value = 1 if kind is FeedKind.GIFT else 0
        key = f"{SIMULATED}:{kind.value}:{self._number}"
        return FeedEvent(key, kind, now, f"simulated-{person}", "观**", text, count, total, value)

    def _orders(self, stretch: Stretch, now: int, count: int) -> list[OrderRow]:
        """Orders of what is presented now: the products share their segment's time in their order."""
        length = max(1, stretch.end_ms - stretch.start_ms)
        place = min(len(stretch.products) - 1, (now - stretch.start_ms) * len(stretch.products) // length)
        product = stretch.products[place]
        price = product.live_price if product.live_price is not None else product.list_price
        rows = []
        for _ in range(count):
            quantity = 1 if self._chance.random() < 0.85 else 2
            if price is None or (product.stock is not None and self._sold[product.id] + quantity > product.stock):
                break
            self._sold[product.id] += quantity
            self._number += 1
            refunded = self._chance.random() < 0.02
            rows.append(
                OrderRow(
                    order=f"simulated-{self._number}",
                    item=f"simulated-{self._number}-1",
                    product_name=product.name,
                    product_id=product.platform_ids[0] if product.platform_ids else "",
                    code=product.codes[0] if product.codes else "",
                    quantity=quantity,
                    amount=price * quantity,
                    submitted_ms=now - 3 * SECOND,
                    paid_ms=now,
                    state=OrderState.REFUNDED if refunded else OrderState.PAID,
                    buyer=f"simulated-{self._chance.randrange(max(50, self._views))}",
                    source=SIMULATED,
                )
            )
        return rows

    def _some(self, mean: float) -> int:
        """How many of something that happens ``mean`` times on average (Poisson, by Knuth's method)."""
        limit, product, count = math.exp(-min(mean, 30.0)), self._chance.random(), 0
        while product > limit:
            product *= self._chance.random()
            count += 1
        return count
