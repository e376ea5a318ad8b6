"""The simulated audience: the same for the same seed, whatever the steps, within stock and inside the plan."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from livedesk.domain.clock import MINUTE, WallTime
from livedesk.domain.feed import FeedEvent, FeedKind, OrderRow
from livedesk.domain.measures import Book
from livedesk.domain.product import Product
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.domain.timetable import plan
from livedesk.services.ingest.audience import Player
from livedesk.services.ingest.simulator import SimulatedAudience, stretches

PRODUCTS = (
    Product("p01", "修护霜", live_price=12_900, stock=20, platform_ids=("361",)),
    Product("p02", "洁面", live_price=2_900, codes=("C2",)),
    Product("p03", "没有价格"),
)
SEGMENTS = (
    Segment("s01", "开场", SegmentKind.OPENING, 5 * MINUTE),
    Segment("s02", "略过", SegmentKind.TALK, 5 * MINUTE, skipped=True),
    Segment("s03", "主推", SegmentKind.FLASH, 10 * MINUTE, product_ids=("p01", "p02")),
    Segment("s04", "无价", SegmentKind.PRODUCT, 5 * MINUTE, product_ids=("p03", "gone")),
)
SHOW = Show("x", "x", "Asia/Shanghai", WallTime(datetime(2026, 11, 25, 20)), segments=SEGMENTS, products=PRODUCTS)  # noqa: DTZ001  a wall time is naive
LAYOUT = plan(SHOW)


def played(step_ms: int, seed: int = 3) -> tuple[list[FeedEvent], list[OrderRow]]:
    events: list[FeedEvent] = []
    rows: list[OrderRow] = []

    def keep(name: str, more: object, orders: object) -> None:
        assert name == "simulated"
        events.extend(more)  # type: ignore[call-overload]  # the player's sink
        rows.extend(orders)  # type: ignore[call-overload]  # the player's sink

    player = Player(SimulatedAudience(stretches(SHOW, LAYOUT), seed=seed), keep)
    for instant in range(LAYOUT.start - step_ms, LAYOUT.end + 10 * step_ms, step_ms):
        player.play_until(instant)
    return events, rows


def test_the_step_of_asking_changes_nothing_and_the_seed_does() -> None:
    assert played(1_000) == played(7_777)
    assert played(1_000) != played(1_000, seed=4)


def test_it_lives_inside_the_plan_and_sells_what_is_presented() -> None:
    events, rows = played(60_000)
    assert LAYOUT.start <= min(e.at_ms for e in events)
    assert max(e.at_ms for e in events) < LAYOUT.end
    assert len({event.key for event in events}) == len(events)
    assert {event.kind for event in events} >= {FeedKind.COMMENT, FeedKind.LIKE, FeedKind.ENTER, FeedKind.STATS}
    selling = LAYOUT.starts[2], (LAYOUT.starts[2] or 0) + 10 * MINUTE
    assert all((selling[0] or 0) <= (row.paid_ms or 0) < selling[1] for row in rows)
    units = Counter[str]()
    for row in rows:
        units[row.product_name] += row.quantity
        assert row.source == "simulated"
        assert row.amount % row.quantity == 0
    assert units["修护霜"] == 20
    assert units["洁面"] > 0
    assert "没有价格" not in units
    book = Book(events, rows, (LAYOUT.start, LAYOUT.end))
    by_product = {row.key: row.measures["units"].value for row in book.by_product(PRODUCTS)}
    assert by_product == {"p01": 20, "p02": units["洁面"], "p03": 0}
    assert 100 < (book.total()["online_peak"].value or 0) < 3_000


def test_a_show_without_segments_has_no_audience() -> None:
    assert SimulatedAudience(()).until(10**15).events == []
