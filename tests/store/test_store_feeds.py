"""Audience events and orders: idempotent, and the same in whatever order they come."""

from __future__ import annotations

import dataclasses
import itertools
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from store_samples import START_MS, new_run, order

from livedesk.domain.feed import BatchReport, FeedEvent, FeedKind, OrderRow, OrderState, RowProblem
from livedesk.domain.ports import Feeds
from livedesk.store.feeds import _EVENT_FIELDS, _ORDER_FIELDS
from livedesk.store.store import Store

WINDOW = (START_MS, START_MS + 7_200_000)
PAID, UNPAID, CANCELLED, REFUNDED = OrderState.PAID, OrderState.UNPAID, OrderState.CANCELLED, OrderState.REFUNDED


def _keep(
    store: Store, run_id: int, rows: list[OrderRow], *, wrong: int = 0, problems: tuple[RowProblem, ...] = ()
) -> BatchReport:
    return store.feeds.add_orders(
        run_id,
        iter(rows),
        file="订单.csv",
        sha256="ab" * 32,
        read=len(rows) + wrong,
        problems=problems,
        window=WINDOW,
        at_ms=START_MS,
    )


def _counts(report: BatchReport) -> tuple[int, int, int, int, int]:
    return report.read, report.kept, report.duplicate, report.wrong, report.outside


def _events(count: int) -> list[FeedEvent]:
    kinds = list(FeedKind)
    return [
        FeedEvent(
            f"m{number}", kinds[number % len(kinds)], START_MS + number, "u1", "小*", f"第{number}条", 2, None, 3
        )
        for number in range(count)
    ]


def test_events_come_back_in_order_of_time(store: Store) -> None:
    feeds: Feeds = store.feeds
    run_id, other = new_run(store), new_run(store)
    events = _events(2_500)
    shuffled = random.Random(1).sample(events, len(events))
    assert feeds.add_events(run_id, "barrage", shuffled) == 2_500
    assert feeds.events(run_id) == tuple(events)
    assert feeds.events(run_id, START_MS + 2_498) == tuple(events[2_498:])
    assert feeds.events(other) == ()
    assert feeds.add_events(run_id, "barrage", []) == 0


def test_the_same_event_twice_is_one_within_its_source(store: Store) -> None:
    run_id = new_run(store)
    events = _events(30)
    assert store.feeds.add_events(run_id, "barrage", events[:20]) == 20
    assert store.feeds.add_events(run_id, "barrage", [*events[10:], *events[10:]]) == 10
    assert store.feeds.add_events(run_id, "other", events[:5]) == 5
    assert len(store.feeds.events(run_id)) == 35


def test_events_of_no_run_are_refused(store: Store) -> None:
    with pytest.raises(IntegrityError):
        store.feeds.add_events(99, "barrage", _events(1))


def test_an_order_row_comes_back_as_it_was(store: Store, root: Path) -> None:
    rows = [
        order("1-1", quantities=(2, 3), quantity=5, product_name="面霜;精华", refund=5, refund_known=True),
        order("2-1", submitted_ms=None, paid_ms=START_MS + 9_000, state=REFUNDED),
        order("3-1", paid_ms=None, submitted_ms=START_MS + 500, state=UNPAID, buyer=""),
    ]
    run_id = new_run(store)
    report = _keep(store, run_id, rows, wrong=1, problems=(RowProblem(4, "not_a_quantity", "商品数量"),))
    assert _counts(report) == (4, 3, 0, 1, 0)
    assert report.problems == (RowProblem(4, "not_a_quantity", "商品数量"),)
    store.close()
    with Store.open(root) as again:
        assert again.feeds.orders(run_id) == (rows[2], rows[0], rows[1])
    # A field that the table does not know would be lost in silence.
    assert tuple(item.name for item in dataclasses.fields(OrderRow)) == _ORDER_FIELDS
    assert tuple(item.name for item in dataclasses.fields(FeedEvent)) == _EVENT_FIELDS


def test_rows_outside_the_run_are_counted_and_not_kept(store: Store) -> None:
    run_id = new_run(store)
    rows = [
        order("first", paid_ms=WINDOW[0]),
        order("last", paid_ms=WINDOW[1]),
        order("before", paid_ms=WINDOW[0] - 1),
        order("after", paid_ms=WINDOW[1] + 1),
        order("unpaid before", paid_ms=None, submitted_ms=WINDOW[0] - 1, state=UNPAID),
        order("never", paid_ms=None, submitted_ms=None, state=UNPAID),
    ]
    assert _counts(_keep(store, run_id, rows)) == (6, 2, 0, 0, 4)
    assert [row.item for row in store.feeds.orders(run_id)] == ["first", "last"]


def test_the_same_file_three_times_is_one(store: Store) -> None:
    run_id = new_run(store)
    rows = [order(f"{number}-1") for number in range(1_500)]
    reports = [_keep(store, run_id, rows) for _ in range(3)]
    assert [_counts(report)[1:3] for report in reports] == [(1_500, 0), (0, 1_500), (0, 1_500)]
    assert len({report.batch for report in reports}) == 3
    assert len(store.feeds.orders(run_id)) == 1_500


def test_a_row_that_moved_on_is_brought_up_to_date(store: Store) -> None:
    run_id = new_run(store)
    unpaid = order("1-1", state=UNPAID, paid_ms=None)
    assert _counts(_keep(store, run_id, [unpaid, order("2-1")]))[1:3] == (2, 0)
    refunded = order("2-1", refund=5_000, refund_known=True)
    assert _counts(_keep(store, run_id, [order("1-1"), refunded]))[1:3] == (2, 0)
    assert _counts(_keep(store, run_id, [unpaid, order("2-1")]))[1:3] == (0, 2)
    assert set(store.feeds.orders(run_id)) == {order("1-1"), refunded}


def test_a_batch_is_kept_whole_or_not_at_all(store: Store) -> None:
    run_id = new_run(store)
    rows = [order(f"{number}-1") for number in range(1_200)]
    rows.append(order("bad", amount=2**70))
    with pytest.raises(OverflowError):
        _keep(store, run_id, rows)
    assert store.feeds.orders(run_id) == ()
    with pytest.raises(ValueError, match="more rows"):
        store.feeds.add_orders(run_id, rows, file="", sha256="", read=0, problems=(), window=WINDOW, at_ms=0)
    assert _counts(_keep(store, run_id, rows[:10]))[1] == 10


_STAGES = (
    {"state": UNPAID, "paid_ms": None},
    {"state": CANCELLED, "paid_ms": None},
    {"state": PAID},
    {"state": PAID, "refund": 1_000, "refund_known": True},
    {"state": PAID, "refund": 2_000, "refund_known": True},
    {"state": REFUNDED},
    {"state": REFUNDED, "refund": 12_900, "refund_known": True},
)
rows_seen = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(_STAGES)), min_size=1, max_size=25)


@settings(max_examples=20, deadline=None)
@given(rows_seen, st.randoms(use_true_random=False), st.integers(1, 4))
def test_files_converge_in_whatever_order_they_come(
    seen: list[tuple[int, dict[str, object]]], chance: random.Random, files: int
) -> None:
    rows = [order(f"{number}-1", **stage) for number, stage in seen]
    with tempfile.TemporaryDirectory() as place, Store.open(Path(place)) as store:
        results = []
        for _ in range(3):
            run_id = new_run(store)
            for part in range(files):
                _keep(store, run_id, rows[part::files])
            results.append(set(store.feeds.orders(run_id)))
            chance.shuffle(rows)
        assert all(a == b for a, b in itertools.pairwise(results))
