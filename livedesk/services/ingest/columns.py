"""The live numbers over time: buckets of ten seconds, read as columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from livedesk.domain.clock import HOUR, MINUTE, SECOND
from livedesk.domain.measures import MAX_HOLD
from livedesk.domain.numbers import Curve, Unit

STEP = 10 * SECOND
MOST_BUCKETS = 12 * HOUR // STEP
_HOLD = MAX_HOLD // STEP


@dataclass(slots=True)
class Bucket:
    """What happened in ten seconds. ``online`` is the newest count in them (None: none came), ``views`` the
    largest; ``people`` those who interacted for the first time."""

    comments: int = 0
    people: int = 0
    online_at: tuple[int, str] = (0, "")
    online: int | None = None
    views: int = 0
    gmv: int = 0
    units: int = 0
    orders: int = 0


class Columns:
    """Dense columns from the first bucket to the last. ``totals`` are the sums over the whole show: what of them
    is in no bucket any more came before the first."""

    def __init__(self, buckets: Mapping[int, Bucket], totals: Mapping[str, int]) -> None:
        first, last = (min(buckets), max(buckets)) if buckets else (0, -1)
        first = max(first, last - MOST_BUCKETS + 1)
        empty = Bucket()
        self._places = range(first, last + 1)
        found = [buckets.get(place, empty) for place in self._places]
        self._found = found
        self._gmv = _sums([each.gmv for each in found], totals.get("gmv_fen", 0))
        self._units = _sums([each.units for each in found], totals.get("units", 0))
        self._orders = _sums([each.orders for each in found], totals.get("orders", 0))
        self._people = _sums([each.people for each in found], totals.get("people", 0))
        self._views: list[int] = []
        self._online: list[int | None] = []
        views, online, age = 0, None, 0
        for each in found:
            views = max(views, each.views)
            online, age = (each.online, 0) if each.online is not None else (online, age + 1)
            self._views.append(views)
            self._online.append(online if age < _HOLD else None)

    def until(self, at_ms: int) -> dict[str, float]:
        """What was known at an earlier instant; a name is missing where there was nothing yet."""
        place = at_ms // STEP - self._places.start
        if place < 0 or not self._places:
            return {}
        place = min(place, len(self._places) - 1)
        values: dict[str, float] = {
            "gmv_fen": self._gmv[place],
            "units": self._units[place],
            "orders": self._orders[place],
            "interacting": self._people[place],
            "views": self._views[place],
        }
        online = self._online[place]
        return values if online is None else values | {"online": online}

    def average(self) -> dict[str, float]:
        """The average of people online and ∫online·dt, by the buckets."""
        known = [count for count in self._online if count is not None]
        area = sum(known) * STEP
        return {"online_average": sum(known) / len(known), "online_ms": area} if known else {}

    def units_between(self, after_ms: int, until_ms: int) -> int:
        """Units of the buckets after one instant and up to another."""
        inside = range(after_ms // STEP + 1, until_ms // STEP + 1)
        return sum(each.units for place, each in zip(self._places, self._found, strict=True) if place in inside)

    def recent_comments(self, now_ms: int) -> int:
        """Comments of the last minute."""
        inside = range((now_ms - MINUTE) // STEP + 1, now_ms // STEP + 1)
        return sum(each.comments for place, each in zip(self._places, self._found, strict=True) if place in inside)

    def curves(self, events_until_ms: int | None, orders_until_ms: int | None) -> tuple[Curve, ...]:
        """One point for each ten seconds, at their end: people online, comments a minute, and, up to where order
        files tell, money and units so far and the money of these ten seconds (``sales``)."""
        at = [(place + 1) * STEP for place in self._places]
        told = [instant for instant in at if instant - STEP <= (events_until_ms or 0)]
        spoken = [each.comments for each in self._found]
        rate = tuple(float(sum(spoken[max(0, place - 5) : place + 1])) for place in range(len(told)))
        paid = bisect_right(at, (orders_until_ms or 0) + STEP) if orders_until_ms is not None else 0
        seen = [(instant, count) for instant, count in zip(at, self._online, strict=True) if count is not None]
        money = tuple(at[:paid])
        return (
            Curve("online", Unit.COUNT, tuple(x for x, _ in seen), tuple(float(y) for _, y in seen)),
            Curve("gmv_fen", Unit.FEN, money, tuple(map(float, self._gmv[:paid]))),
            Curve("units", Unit.COUNT, money, tuple(map(float, self._units[:paid]))),
            Curve("sales", Unit.FEN, money, tuple(float(each.gmv) for each in self._found[:paid])),
            Curve("comments", Unit.COUNT, tuple(told), rate),
        )


def _sums(values: list[int], total: int) -> list[int]:
    """Running sums that end at ``total``."""
    running = total - sum(values)
    sums = []
    for value in values:
        running += value
        sums.append(running)
    return sums
