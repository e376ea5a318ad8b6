"""The facts of a report: every item with what became of it, and the money to the fen."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise

import pytest

from livedesk.domain import commands as c
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.errors import UserError
from livedesk.domain.product import Product
from livedesk.domain.rundown import Standby
from livedesk.domain.timetable import plan
from livedesk.services.exporters.as_run import as_run_csv
from livedesk.services.reports.data import ItemLine, MarkKind, Outcome, ReportData
from livedesk.services.reports.gather import report_data
from tests.services.report_runs import (
    SAMPLES,
    START,
    odd_desk,
    odd_orders,
    odd_report,
    odd_show,
    order,
    sample_report,
    sample_show,
    stats,
)
from tests.unit.shows import Desk, segment, show

BEIJING = timezone(timedelta(hours=8))


@pytest.fixture(scope="module")
def sample() -> ReportData:
    return sample_report()


@pytest.fixture(scope="module")
def odd() -> ReportData:
    return odd_report()


def line(data: ReportData, title: str) -> ItemLine:
    (found,) = [each for each in data.items if each.title == title]
    return found


def test_money_of_the_sample_is_what_the_csv_says(sample: ReportData) -> None:
    """Recomputed from the order file with nothing but csv: which segment was on air when the row was paid."""
    starts = [(datetime.fromtimestamp(start / 1000, BEIJING), index) for index, start in enumerate(_starts())]
    money: dict[int, int] = defaultdict(int)
    orders: dict[int, set[str]] = defaultdict(set)
    units: dict[int, int] = defaultdict(int)
    products: dict[str, int] = defaultdict(int)
    end = starts[0][0] + timedelta(hours=2)
    with (SAMPLES / "orders.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["支付完成时间"].strip() in ("", "-"):
                continue
            paid = datetime.fromisoformat(row["支付完成时间"].strip()).replace(tzinfo=BEIJING)
            if not starts[0][0] <= paid <= end:
                continue
            index = max(index for start, index in starts if start <= paid)
            fen = int(Decimal(row["订单应付金额"].strip().replace(",", "")) * 100)
            money[index] += fen
            orders[index].add(row["主订单编号"].strip())
            units[index] += sum(int(part) for part in row["商品数量"].split(";"))
            if ";" not in row["商品ID"]:
                products[row["商品ID"].strip()] += fen
    found = {each.number: each.sums for each in sample.items}
    count = len(starts)
    assert {number: sums.gmv_fen for number, sums in found.items()} == {n + 1: money[n] for n in range(count)}
    assert {number: sums.orders for number, sums in found.items()} == {n + 1: len(orders[n]) for n in range(count)}
    assert {number: sums.units for number, sums in found.items()} == {n + 1: units[n] for n in range(count)}
    assert sample.measures["gmv_fen"].value == sum(money.values()) > 0
    assert sum(each.gmv_fen or 0 for each in sample.products) == sum(money.values())
    alone = {product.platform_ids[0]: product.id for product in sample_show().products if product.platform_ids}
    for platform_id, fen in products.items():
        (product,) = [each for each in sample.products if each.product_id == alone[platform_id]]
        assert product.gmv_fen is not None
        assert product.gmv_fen >= fen


def _starts() -> list[int]:
    return [start for start in plan(sample_show()).starts if start is not None]


def test_the_sample_ran_on_plan(sample: ReportData) -> None:
    assert [each.title for each in sample.items] == [segment.title for segment in sample_show().segments]
    assert {each.outcome for each in sample.items} == {Outcome.AIRED}
    assert {each.late_ms for each in sample.items} == {0}
    assert (sample.ended, sample.planned_end) == (START + 120 * MINUTE, START + 120 * MINUTE)
    assert sum(each.actual_ms or 0 for each in sample.items) == 120 * MINUTE
    assert sum(each.comments or 0 for each in sample.series) == sample.measures["comments"].value
    assert sample.series[-1].gmv_fen == sample.measures["gmv_fen"].value
    assert sample.overridden
    assert sample.override_reason == "样例"


def test_the_order_is_the_rundowns_and_a_standby_plan_follows_what_it_interrupted(odd: ReportData) -> None:
    titles = [each.title for each in odd.items]
    assert titles == ["开场", "修护霜", "断网", "跳过的", "误切的", "略过的", "后来删掉的", "收尾"]
    standby = line(odd, "断网")
    assert (standby.kind, standby.number, standby.planned_start, standby.late_ms) == (None, None, None, None)
    assert (standby.actual_start, standby.actual_ms) == (START + 8 * MINUTE, 2 * MINUTE)
    assert standby.removed is False


def test_every_item_tells_what_became_of_it(odd: ReportData) -> None:
    assert {each.title: each.outcome for each in odd.items} == {
        "开场": Outcome.AIRED,
        "修护霜": Outcome.AIRED,
        "断网": Outcome.AIRED,
        "跳过的": Outcome.SKIPPED,
        "误切的": Outcome.TAKEN_BACK,
        "略过的": Outcome.NOT_AIRED,
        "后来删掉的": Outcome.AIRED,
        "收尾": Outcome.AIRED,
    }
    mistake = line(odd, "误切的")
    assert (mistake.actual_start, mistake.actual_ms, mistake.airings) == (None, 5 * SECOND, 1)
    twice = line(odd, "修护霜")
    assert (twice.airings, twice.actual_start, twice.late_ms) == (2, START + 6 * MINUTE, MINUTE)
    # 20:06–20:08, 20:10–20:11, 20:11:05–20:15 and 20:20–20:22
    assert twice.actual_ms == (2 + 1 + 4 + 2) * MINUTE - 5 * SECOND
    assert twice.longer_ms == twice.actual_ms - 5 * MINUTE
    assert twice.result == "unknown"
    assert mistake.longer_ms is None
    assert line(odd, "跳过的").actual_ms is None
    assert (odd.cues_done, odd.cues_all) == (1, 1)


def test_the_time_on_air_is_all_of_the_show(odd: ReportData) -> None:
    assert sum(each.actual_ms or 0 for each in odd.items) == odd.end - odd.started == 25 * MINUTE
    assert (odd.bands[0].start, odd.bands[0].end) == (START, START + 6 * MINUTE)
    assert all(left.end == right.start for left, right in pairwise(odd.bands))


def test_money_follows_what_was_on_air_and_ends_with_the_show(odd: ReportData) -> None:
    assert odd.measures["gmv_fen"].value == 12900 + 12900 + 5000 + 100
    assert line(odd, "修护霜").sums.gmv_fen == 12900 + 100
    assert line(odd, "断网").sums.gmv_fen == 12900
    assert line(odd, "后来删掉的").sums.gmv_fen == 5000
    assert {each.product_id: each.gmv_fen for each in odd.products} == {"p1": 25800, "p2": 5000, "": 100}
    assert [each.name for each in odd.products if not each.product_id] == [""]


def test_a_product_is_on_air_while_it_is_presented(odd: ReportData) -> None:
    times = {each.product_id: each.on_air_ms for each in odd.products}
    # p1 20:06–20:07 and 20:20–20:22; p2 20:07–20:08, 20:10–20:15 without the mistake, and with s6 20:15–20:20
    assert times["p1"] == 3 * MINUTE
    assert times["p2"] == (1 + 5 + 5) * MINUTE - 5 * SECOND
    assert times[""] == 0


def test_the_product_of_a_plan_is_on_air_with_it() -> None:
    goods = (Product("p1", "修护霜", live_price=12_900), Product("p2", "面膜", live_price=5_900))
    sold_out = Standby("b1", "断货", "b", product_id="p2")
    document = show("2026-11-25 20:00", segment(1, 9, product_ids=("p1",)), products=goods, standbys=(sold_out,))
    desk = Desk(document, START).do(c.GoLive()).after(2 * MINUTE).do(c.CallStandby("b1"))
    desk.after(3 * MINUTE).do(c.EndStandby()).after(MINUTE).do(c.EndShow())
    told = report_data(7, document, desk.entries, (), ())
    assert {each.product_id: each.on_air_ms for each in told.products} == {
        "p1": 3 * MINUTE,
        "p2": 3 * MINUTE,
    }


def test_what_is_presented_before_air_is_not_on_air() -> None:
    product = Product("p1", "修护霜", live_price=12_900)
    document = show("2026-11-25 20:00", segment(1, 5), segment(2, 5), products=(product,))
    desk = Desk(document, START - 60 * MINUTE).do(c.PresentProduct("p1")).to(START).do(c.GoLive())
    desk.after(5 * MINUTE).do(c.Go()).after(5 * MINUTE).do(c.EndShow())
    told = report_data(7, document, desk.entries, (), ())
    assert {each.product_id: each.on_air_ms for each in told.products}["p1"] == 0


@pytest.mark.parametrize("hours", [1, -1])
def test_an_accepted_clock_makes_nothing_longer_or_shorter(hours: int) -> None:
    document = show("2026-11-25 20:00", segment(1, 10), segment(2, 10))
    desk = Desk(document, START).do(c.GoLive()).after(5 * MINUTE)
    desk.do(c.NoteClockStep(hours * 60 * MINUTE)).do(c.AcceptClock())
    desk.after(5 * MINUTE).do(c.Go()).after(10 * MINUTE).do(c.EndShow())
    told = report_data(7, document, desk.entries, (), ())
    assert [each.actual_ms for each in told.items] == [10 * MINUTE, 10 * MINUTE]


def test_promotions_and_alerts_are_marked(odd: ReportData) -> None:
    kinds = [(mark.kind, mark.start, mark.text) for mark in odd.marks]
    assert (MarkKind.PROMOTION, START + 6 * MINUTE, "优惠券") in kinds
    assert (MarkKind.ALERT, START + 16 * MINUTE, "online.drop") in kinds


def test_what_left_the_document_later_is_told_from_the_journal() -> None:
    document = odd_show()
    kept = tuple(each for each in document.segments if each.id not in ("s1", "s6"))
    data = odd_report(replace(document, segments=kept, standbys=(), products=document.products[:1]))
    assert [each.title for each in data.items][:3] == ["开场", "修护霜", "断网"]
    gone = line(data, "后来删掉的")
    assert (gone.removed, gone.group, gone.number, gone.planned_ms) == (True, "第二轮", None, 5 * MINUTE)
    assert (gone.actual_start, gone.actual_ms, gone.sums.gmv_fen) == (START + 15 * MINUTE, 5 * MINUTE, 5000)
    assert gone.planned_start == START + 20 * MINUTE
    assert line(data, "断网").removed
    assert sum(each.actual_ms or 0 for each in data.items) == 25 * MINUTE


def test_a_title_that_was_changed_later_is_told_as_it_was_on_air() -> None:
    document = odd_show()
    changed = tuple(replace(each, title="新名", duration_ms=MINUTE) for each in document.segments)
    data = odd_report(replace(document, segments=changed))
    assert [each.title for each in data.items].count("新名") == 2
    assert line(data, "开场").planned_ms == 5 * MINUTE


def test_a_run_without_feeds_says_why_it_has_no_numbers() -> None:
    data = report_data(1, odd_show(), odd_desk().entries, [], [])
    assert data.measures["gmv_fen"].reason == "no_orders"
    assert data.measures["online_peak"].reason == "no_relay"
    assert {each.sums.gmv_fen for each in data.items} == {None}
    assert {point.online for point in data.series} == {None}


def test_a_run_still_on_air_stands_as_it_is_now() -> None:
    desk = Desk(odd_show(), START).do(c.GoLive("导播", "急"))
    desk.after(6 * MINUTE).do(c.Go())
    data = report_data(1, odd_show(), desk.entries, [], [])
    assert data.ended is None
    assert data.end == START + 6 * MINUTE
    assert line(data, "修护霜").outcome is Outcome.ON_AIR
    assert line(data, "收尾").outcome is Outcome.NOT_AIRED


def test_a_run_of_one_minute_has_one() -> None:
    desk = Desk(odd_show(), START).do(c.GoLive("导播", "急"))
    desk.after(30 * SECOND).do(c.EndShow())
    data = report_data(1, odd_show(), desk.entries, stats([(0, 5)]), [order("1", START + SECOND, "A1", 1)])
    assert len(data.series) == 1
    assert line(data, "开场").actual_ms == 30 * SECOND


def test_a_run_that_never_went_on_air_has_no_report() -> None:
    with pytest.raises(UserError, match=r"run\.not_aired"):
        report_data(9, odd_show(), Desk(odd_show(), START).entries, [], odd_orders())


def test_the_log_as_csv_holds_every_row_and_no_formula() -> None:
    desk = Desk(odd_show(), START).do(c.GoLive("=cmd()", "+1"), by="@sum(A1)")
    desk.after(MINUTE).do(c.SwitchScene("-2+3"), by="\tx").do(c.AdjustTime(30_000))
    data = report_data(1, odd_show(), desk.entries, [], [])
    text = as_run_csv(data.log, data.zone).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [int(row["seq"]) for row in rows] == [row.seq for row in data.log]
    cells = [cell for row in rows for cell in row.values() if cell]
    assert not [cell for cell in cells if cell[0] in "=+-@\t\r"]
    assert {"'@sum(A1)", "'-2+3", "'\tx", "'+30 s"} <= set(cells)
    assert rows[0]["requested"].startswith("2026-11-25T20:00:00+08:00")
