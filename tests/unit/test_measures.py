"""The measures: definitions, reasons, tables that add up, order that does not matter."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.attribution import OnAir, Span
from livedesk.domain.feed import FeedEvent, FeedKind, OrderRow, OrderState
from livedesk.domain.measures import REFUND_BY_STATE, REFUND_MIXED, Book, measures
from livedesk.domain.product import Product

START = 1_795_608_000_000
MINUTE = 60_000
WINDOW = (START, START + 10 * MINUTE)
PRODUCTS = (
    Product("p01", "修护霜", live_price=12_900, platform_ids=("361",)),
    Product("p02", "洁面", live_price=2_900, codes=("C-2",)),
    Product("p03", "防晒乳"),
)


def event(kind: FeedKind, at: int, key: object = "", **more: object) -> FeedEvent:
    made = FeedEvent(key=f"{kind}:{key or at}", kind=kind, at_ms=START + at)
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


def order(number: int, paid: int | None, amount: int = 10_000, **more: object) -> OrderRow:
    at = None if paid is None else START + paid
    state = OrderState.UNPAID if at is None else OrderState.PAID
    row = OrderRow(f"o{number}", f"i{number}", "修护霜", "361", "", 1, amount, START, at, state)
    return replace(row, **more)  # type: ignore[arg-type]  # fields by name


def test_money_follows_the_definitions() -> None:
    rows = [
        order(1, 0, 12_900),
        replace(order(1, 0, 2_900), item="i1b", quantity=2),
        order(2, 5 * MINUTE, 5_000, state=OrderState.REFUNDED),
        order(3, None, 99_900),
        order(4, None, 99_900, state=OrderState.REFUNDED),
        order(5, 11 * MINUTE, 99_900),
        order(6, 10 * MINUTE, 100),
    ]
    found = measures([], rows, WINDOW)
    names = ("gmv_fen", "refund_fen", "net_gmv_fen", "orders", "units", "aov_fen")
    assert [found[name].value for name in names] == [20_900, 5_000, 15_900, 3, 5, 6_967]
    assert (found["buyers"].value, found["buyers"].reason) == (None, "no_buyer_column")
    assert found["refund_fen"].basis == REFUND_BY_STATE


def test_a_refund_column_wins_over_the_state() -> None:
    row = order(1, 0, 10_000, state=OrderState.REFUNDED, refund=4_000, refund_known=True, buyer="b1")
    assert measures([], [row], WINDOW)["refund_fen"].value == 4_000
    found = measures([], [row, order(2, 0, 500, state=OrderState.REFUNDED, buyer="b1")], WINDOW)
    assert (found["refund_fen"].value, found["refund_fen"].basis) == (4_500, REFUND_MIXED)
    assert found["buyers"].value == 1


def test_quotients_of_money_are_whole_fen_and_halves_go_to_the_even_one() -> None:
    for fen, whole in ((5, 2), (7, 4), (6, 3), (2**61 + 1, 2**60)):
        value = measures([], [order(1, 0, fen), order(2, 0, 0)], WINDOW)["aov_fen"].value
        assert (value, type(value)) == (whole, int)
    seen = [event(FeedKind.STATS, 1, count=1, total=3)]
    found = measures(seen, [order(1, 0, 1_000)], WINDOW)
    assert (found["uv_value_fen"].value, found["gpm_fen"].value) == (333, 333_333)


def test_without_a_feed_there_is_a_reason_and_no_zero() -> None:
    found = measures([], [], WINDOW)
    assert {name for name, each in found.items() if each.value is not None} == set()
    reasons = {name: each.reason for name, each in found.items()}
    assert reasons["gmv_fen"] == reasons["aov_fen"] == "no_orders"
    assert reasons["comments"] == reasons["online_peak"] == "no_relay"
    assert reasons["click_to_pay"] == "needs_platform_file"
    found = measures([event(FeedKind.COMMENT, 1)], [], WINDOW)
    assert (found["comments"].value, found["gifts"].value) == (1, 0)
    assert found["online_peak"].reason == found["views"].reason == "no_statistics"
    assert found["interaction_rate"].reason == "no_user_ids"


def test_the_audience_is_counted_by_kind() -> None:
    events = [
        event(FeedKind.COMMENT, 1, user="a"),
        event(FeedKind.LIKE, 2, user="a", count=30, total=900),
        event(FeedKind.LIKE, 3, user="b", count=12, total=912),
        event(FeedKind.ENTER, 4, user="c"),
        event(FeedKind.FOLLOW, 5, user="d"),
        event(FeedKind.GIFT, 6, user="d", count=3, value=10),
        event(FeedKind.FAN_CLUB, 7, text="join"),
        event(FeedKind.FAN_CLUB, 8, text="upgrade"),
        event(FeedKind.SHARE, 9),
        event(FeedKind.COMMENT, -1, user="early"),
        event(FeedKind.STATS, 10, count=50, total=200),
        event(FeedKind.ENDED, 11),
    ]
    found = measures(events, [order(1, 1, 4_000)], WINDOW)
    names = ("comments", "likes", "enters", "follows", "gifts", "gift_value", "fan_club", "shares", "interacting")
    assert [found[name].value for name in names] == [1, 42, 1, 1, 3, 30, 1, 1, 3]
    assert found["interaction_rate"].value == 3 / 200
    assert (found["interaction_rate"].numerator, found["interaction_rate"].denominator) == (3, 200)
    assert (found["gpm_fen"].value, found["uv_value_fen"].value) == (20_000, 20)
    assert (found["view_to_pay"].value, found["view_to_pay"].estimate) == (1 / 200, True)


def test_online_is_an_integral_over_time() -> None:
    events = [
        event(FeedKind.STATS, 0, count=100, total=10),
        event(FeedKind.STATS, MINUTE, count=300, total=40),
        event(FeedKind.STATS, 2 * MINUTE, count=200, total=30),
        event(FeedKind.STATS, 9 * MINUTE, count=0, total=90),
    ]
    book = Book(events, [], WINDOW)
    found = book.total()
    # 1 min at 100, 1 at 300, 2 at 200 (held no longer), 1 at 0
    assert found["online_average"].value == pytest.approx((100 + 300 + 400) / 5)
    assert (found["online_peak"].value, found["views"].value) == (300, 90)
    assert found["stay_ms"].value == pytest.approx(800 * MINUTE / 90)
    assert found["stay_ms"].estimate
    minutes = book.by_minute()
    assert [row.measures["online_peak"].value for row in minutes[:4]] == [100, 300, 200, None]
    assert [row.measures["online_average"].value for row in minutes[:5]] == [100, 300, 200, 200, None]
    assert [row.measures["views"].value for row in minutes[:3]] == [0, 30, 0]


def test_segments_share_the_show_without_rest() -> None:
    show = OnAir(
        (
            Span(START, START + 4 * MINUTE, 1, "s01", "开场", 1),
            Span(START + 4 * MINUTE, START + 5 * MINUTE, 2, "b1", "断网", None),
            Span(START + 5 * MINUTE, START + 7 * MINUTE, 1, "s01", "开场", 1),
            Span(START + 7 * MINUTE, WINDOW[1], 3, "s02", "主推", 2),
        ),
        *WINDOW,
        ended=True,
    )
    rows = [order(n, n * MINUTE, 100 * (n + 1)) for n in range(11)]
    comments = [event(FeedKind.COMMENT, n * MINUTE) for n in range(11)]
    table = Book(comments, rows, WINDOW).by_segment(show)
    assert [(row.key, row.number, row.on_air_ms) for row in table] == [
        ("s01", 1, 6 * MINUTE),
        ("b1", None, MINUTE),
        ("s02", 2, 3 * MINUTE),
    ]
    assert [row.measures["gmv_fen"].value for row in table] == [100 + 200 + 300 + 400 + 600 + 700, 500, 3_800]
    assert [row.measures["comments"].value for row in table] == [6, 1, 4]


def test_products_are_found_by_id_code_and_name_and_the_rest_has_its_row() -> None:
    rows = [
        order(1, 0, 12_900),
        order(2, 0, 2_900, product_id="", code="c-2", product_name="?"),
        order(3, 0, 6_900, product_id="x", product_name="【直播专享】 防晒乳 SPF50+ 50ml"),
        order(4, 0, 500, product_id="x", product_name="赠品"),
        order(5, 0, 15_800, product_id="361;x", product_name="a;洁面", code=";", quantity=3, quantities=(1, 2)),
    ]
    table = {row.key: row.measures for row in Book([], rows, WINDOW).by_product(PRODUCTS)}
    # 15,800 split in proportion to 12,900 × 1 and 2,900 × 2
    assert [table[key]["gmv_fen"].value for key in ("p01", "p02", "p03", "")] == [23_799, 7_801, 6_900, 500]
    assert [table[key]["units"].value for key in ("p01", "p02", "p03", "")] == [2, 3, 1, 1]
    assert "comments" not in table["p01"]
    empty = Book([], [], WINDOW).by_product(PRODUCTS)
    assert [(row.key, row.measures["gmv_fen"].value) for row in empty] == [
        ("p01", None),
        ("p02", None),
        ("p03", None),
    ]


kinds = st.sampled_from(list(FeedKind))
events_ = st.lists(
    st.builds(
        lambda kind, at, key, user, count, total: event(kind, at, key + 1, user=user, count=count, total=total),
        kinds, st.integers(-MINUTE, 11 * MINUTE), st.integers(0, 10**6), st.sampled_from(["", "a", "b", "c"]),
        st.integers(0, 500), st.none() | st.integers(0, 9_000),
    ), max_size=40, unique_by=lambda e: e.key,
)  # fmt: skip
orders_ = st.lists(
    st.builds(
        lambda number, paid, amount, refunded, many: order(
            number % 7, paid, amount, item=f"i{number}",
            state=OrderState.REFUNDED if refunded else OrderState.PAID,
            quantities=many, quantity=sum(many) or 1, product_id="361;x;y",
        ),
        st.integers(0, 10**6), st.none() | st.integers(-MINUTE, 11 * MINUTE), st.integers(0, 10**7), st.booleans(),
        st.sampled_from([(), (1, 2), (3, 1, 5)]),
    ), max_size=30,
)  # fmt: skip


@given(events_, orders_, st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_matter(
    events: list[FeedEvent], orders: list[OrderRow], chance: random.Random
) -> None:
    book = Book(events, orders, WINDOW)
    mixed = Book(chance.sample(events, len(events)), chance.sample(orders, len(orders)), WINDOW)
    assert mixed.total() == book.total()
    assert mixed.by_minute() == book.by_minute()


@given(events_, orders_)
def test_every_table_adds_up_to_the_total(events: list[FeedEvent], orders: list[OrderRow]) -> None:
    book = Book(events, orders, WINDOW)
    show = OnAir((Span(START + 1, START + 5 * MINUTE, 1, "s01", "", 1),), *WINDOW)
    total = book.total()
    for name in ("gmv_fen", "refund_fen", "units", "comments", "likes", "gifts"):
        for rows in (book.by_minute(), book.by_segment(show), book.by_product(PRODUCTS)):
            parts = [row.measures[name].value for row in rows if name in row.measures]
            if parts and total[name].value is not None:
                assert sum(part or 0 for part in parts) == total[name].value


@given(events_)
def test_the_online_average_lies_between_the_extremes(events: list[FeedEvent]) -> None:
    average = measures(events, [], WINDOW)["online_average"].value
    samples = [e.count for e in events if e.kind is FeedKind.STATS and WINDOW[0] <= e.at_ms <= WINDOW[1]]
    if average is not None:
        assert min(samples) <= average + 1e-9
        assert average <= max(samples) + 1e-9
