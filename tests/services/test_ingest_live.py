"""The live numbers: the same totals as the measures, in any order, with changes, ages and bounded memory."""

from __future__ import annotations

import random
import threading
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain.comments import is_complaint, is_question, same_question
from livedesk.domain.feed import FeedEvent, FeedKind, OrderRow, OrderState
from livedesk.domain.measures import measures
from livedesk.domain.product import Product
from livedesk.services.ingest import columns, live
from livedesk.services.ingest.live import LiveNumbers
from tests.services.ingest_samples import START

MINUTE = 60_000
PRODUCTS = (Product("p01", "修护霜", platform_ids=("361",)), Product("p02", "洁面", platform_ids=("362",)))
SAME = (
    "gmv_fen", "refund_fen", "net_gmv_fen", "orders", "buyers", "units", "aov_fen", "comments", "likes", "enters",
    "follows", "gifts", "gift_value", "fan_club", "shares", "online_peak", "views", "interacting",
    "interaction_rate", "view_to_pay", "gpm_fen",
)  # fmt: skip


def event(kind: FeedKind, at: int, key: object = "", **more: object) -> FeedEvent:
    made = FeedEvent(key=f"{kind}:{key or at}", kind=kind, at_ms=START + at)
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


def order(number: int, paid: int, amount: int = 10_000, **more: object) -> OrderRow:
    row = OrderRow(
        f"o{number}", f"i{number}", "修护霜", "361", "", 1, amount, START, START + paid, OrderState.PAID
    )
    return replace(row, **more)  # type: ignore[arg-type]  # fields by name


events_ = st.lists(
    st.builds(
        lambda kind, at, key, user, count, total: event(kind, at, key + 1, user=user, count=count, total=total),
        st.sampled_from(list(FeedKind)), st.integers(0, 60 * MINUTE), st.integers(0, 10**6),
        st.sampled_from(["", "a", "b", "c"]), st.integers(0, 500), st.none() | st.integers(1, 9_000),
    ), min_size=1, max_size=40, unique_by=lambda e: e.key,
)  # fmt: skip
orders_ = st.lists(
    st.builds(
        lambda number, paid, amount, refund, buyer: order(
            number % 7, paid, amount, item=f"i{number}", refund=refund, buyer=buyer,
            state=OrderState.REFUNDED if refund else OrderState.PAID, refund_known=True,
        ),
        st.integers(0, 10**6), st.integers(0, 60 * MINUTE), st.integers(0, 10**7), st.integers(0, 500),
        st.sampled_from(["", "u", "v"]),
    ), min_size=1, max_size=30, unique_by=lambda row: row.item,
)  # fmt: skip


@settings(max_examples=60)
@given(events_, orders_, st.randoms(use_true_random=False))
def test_shuffled_and_repeated_arrivals_converge_to_the_measures(
    events: list[FeedEvent], orders: list[OrderRow], chance: random.Random
) -> None:
    numbers = LiveNumbers(PRODUCTS, start_ms=START)
    older = [replace(row, state=OrderState.UNPAID, paid_ms=None, refund=0, refund_known=False) for row in orders]
    paid = [replace(row, state=OrderState.PAID, refund=0) for row in orders]
    mixed_orders, mixed = orders + orders + older + paid, events + events
    chance.shuffle(mixed_orders)
    chance.shuffle(mixed)
    for each in mixed:
        numbers.add_events([each])
    for row in mixed_orders:
        numbers.add_orders([row], at_ms=START)
    found = numbers.snapshot(START + 61 * MINUTE)
    expected = measures(events, orders, (START, START + 60 * MINUTE))
    for name in SAME:
        assert (name, found.measures[name].value) == (name, expected[name].value)
    again = LiveNumbers(PRODUCTS, start_ms=START)
    again.load(events, orders, orders_at_ms=START)
    reloaded = again.snapshot(START + 61 * MINUTE)
    assert reloaded.curves[1:4] == found.curves[1:4]
    assert {name: reloaded.measures[name].value for name in SAME} == {
        name: found.measures[name].value for name in SAME
    }


def test_changes_are_against_five_minutes_before_and_ages_are_shown() -> None:
    numbers = LiveNumbers(PRODUCTS, start_ms=START)
    numbers.add_events(
        [
            event(FeedKind.STATS, 0, count=1_000, total=1_000),
            event(FeedKind.COMMENT, 1, user="a"),
            event(FeedKind.STATS, 6 * MINUTE, count=1_060, total=2_000),
            *(event(FeedKind.COMMENT, 6 * MINUTE + n, user=f"u{n}") for n in range(59)),
        ]
    )
    numbers.add_orders([order(1, 0, 10_000), order(2, 6 * MINUTE, 2_000)], at_ms=START + 6 * MINUTE)
    found = numbers.snapshot(START + 6 * MINUTE + 500).measures
    assert found["online"].value == 1_060
    assert found["online"].change == pytest.approx(0.06)
    assert found["gmv_fen"].change == pytest.approx(0.2)
    assert found["interaction_rate"].change == pytest.approx(60 / 2_000 - 1 / 1_000)
    assert found["view_to_pay"].change == pytest.approx(2 / 2_000 - 1 / 1_000)
    assert (found["gmv_fen"].age_ms, found["online"].age_ms) == (500, 442)
    assert found["units_per_minute"].value == pytest.approx(1 / 5)
    assert found["click_to_pay"].reason == "needs_platform_file"


def test_an_empty_room_has_reasons_and_no_zeros() -> None:
    found = LiveNumbers(PRODUCTS).snapshot(START)
    assert all(each.value is None and each.reason for each in found.measures.values())
    assert [curve.at_ms for curve in found.curves] == [()] * 5
    assert (found.sold, found.comments, found.comments_per_minute) == ({}, (), 0)


def test_what_came_before_the_show_does_not_count() -> None:
    numbers = LiveNumbers(PRODUCTS)
    numbers.add_events([event(FeedKind.COMMENT, -5_000, user="a")])
    assert numbers.snapshot(START).measures["comments"].value == 1
    numbers.start(START)
    numbers.add_events([event(FeedKind.COMMENT, -4_000), event(FeedKind.COMMENT, 0)])
    numbers.add_orders([order(1, -1), order(2, 0)], at_ms=START)
    found = numbers.snapshot(START)
    assert (found.measures["comments"].value, found.measures["orders"].value) == (1, 1)


def test_curves_stop_where_knowledge_stops() -> None:
    numbers = LiveNumbers(PRODUCTS, start_ms=START)
    numbers.add_events([event(FeedKind.STATS, at * 10_000, count=100 + at) for at in range(30)])
    numbers.add_orders([order(1, 5_000, 100), order(2, 95_000, 50, quantity=3)], at_ms=START)
    curves = {curve.name: curve for curve in numbers.snapshot(START + 300_000).curves}
    assert len(curves["online"].values) == 30
    assert curves["online"].values[:2] == (100.0, 101.0)
    assert curves["gmv_fen"].at_ms == tuple(START + 10_000 * (n + 1) for n in range(10))
    assert curves["gmv_fen"].values == (100.0,) * 9 + (150.0,)
    assert curves["units"].values[-1] == 4


def test_the_same_question_in_other_words_is_counted_once_a_line() -> None:
    numbers = LiveNumbers(PRODUCTS, start_ms=START)
    texts = ["敏感肌可以用吗？", "请问敏感肌可以用吗", "想要想要", "主播 敏感肌可以用吗!!", "券怎么领不了"]
    numbers.add_events([event(FeedKind.COMMENT, n, text=text, nickname="观**") for n, text in enumerate(texts)])
    lines = numbers.snapshot(START + MINUTE).comments
    assert [(line.question, line.complaint, line.same) for line in lines] == [
        (True, False, 3),
        (True, False, 3),
        (False, False, 1),
        (True, False, 3),
        (True, True, 1),
    ]
    assert numbers.snapshot(START + 4).comments_per_minute == 5


@pytest.mark.parametrize(
    ("text", "question", "complaint"),
    [
        ("多少钱", True, False),
        ("和上次那款有什么区别", True, False),
        ("已拍，发货快点", False, False),
        ("上次买的还没发货，投诉", False, True),
        ("好看", False, False),
        ("", False, False),
    ],
)
def test_guesses_about_comments(text: str, question: bool, complaint: bool) -> None:
    assert (is_question(text), is_complaint(text)) == (question, complaint)


@given(st.text())
def test_the_key_of_a_question_is_stable(text: str) -> None:
    assert same_question(text) == same_question(f"  {text}！")


def test_memory_is_bounded_by_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (live, columns):
        monkeypatch.setattr(module, "MOST_BUCKETS", 50)
    monkeypatch.setattr(live, "MOST_KEYS", 100)
    monkeypatch.setattr(live, "MOST_PEOPLE", 30)
    monkeypatch.setattr(live, "MOST_QUESTIONS", 10)
    numbers = LiveNumbers(PRODUCTS, start_ms=START)
    for n in range(2_000):
        text = f"第{n}个问题吗"
        numbers.add_events([event(FeedKind.COMMENT, n * 1_000, user=f"u{n}", text=text)])
    numbers.add_orders([order(1, 0, 700), order(2, 1_999_000, 300)], at_ms=START)
    numbers.add_events([event(FeedKind.STATS, 10**9, count=1, total=2_000)])
    found = numbers.snapshot(START + 10**9)
    assert found.measures["comments"].value == 2_000
    assert (found.measures["gmv_fen"].value, found.measures["interacting"].value) == (1_000, 30)
    assert found.measures["interacting"].estimate
    assert len(found.comments) == 100
    assert all(len(curve.at_ms) <= 50 for curve in found.curves)


def test_threads_may_add_and_read_together() -> None:
    numbers = LiveNumbers(PRODUCTS, start_ms=START)

    def add(part: int) -> None:
        for n in range(500):
            numbers.add_events([event(FeedKind.COMMENT, n, f"{part}-{n}", user=f"u{n}")])
            numbers.add_orders([order(part * 1_000 + n, n)], at_ms=START)

    workers = [threading.Thread(target=add, args=(part,)) for part in range(3)]
    for worker in workers:
        worker.start()
    seen = []
    while any(worker.is_alive() for worker in workers):
        value = numbers.snapshot(START + MINUTE).measures["orders"].value
        seen.append(value or 0)
    for worker in workers:
        worker.join()
    assert seen == sorted(seen)
    found = numbers.snapshot(START + MINUTE)
    assert (found.measures["comments"].value, found.measures["orders"].value) == (1_500, 1_500)
    assert found.sold == {"p01": 1_500}
