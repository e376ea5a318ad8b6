"""The sample show's order file and recording: every total of the ``measures`` verb, recomputed here from the raw
files by other means, through a real store."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunEnded, RunKind, RunOpened, Taken, Via, WentLive
from livedesk.domain.feed import BatchReport
from livedesk.domain.rundown import SegmentKind, Show, TransitionKind
from livedesk.domain.timetable import plan
from livedesk.services.importers.sheet import read_sheet
from livedesk.services.ingest.batches import Target, ingest_files
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.ingest.simulator import SimulatedAudience, stretches
from livedesk.services.ingest.summary import By, measures_json
from livedesk.store.store import Store

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
ORDERS, FEED = SAMPLES / "orders.csv", SAMPLES / "feed.jsonl"
ZONE = ZoneInfo("Asia/Shanghai")
Json = dict[str, Any]


def ms(text: str) -> int:
    """An instant of a file as epoch ms."""
    moment = datetime.fromisoformat(text)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZONE)
    return round(aware.timestamp() * 1_000)


def journal(show: Show) -> list[Entry]:
    """A run that went exactly as planned."""
    layout = plan(show)
    events: list[tuple[int, Any]] = [
        (layout.start - 60_000, RunOpened(show.id, show.title, RunKind.LIVE, 1, show.zone, layout.start, "b", 0)),
        (layout.start, WentLive(1, (), layout.end)),
    ]
    for number, (segment, start) in enumerate(zip(show.segments, layout.starts, strict=True), 1):
        assert start is not None
        taken = Taken(
            number, number, segment.id, number, segment.title, SegmentKind.TALK, "", 1, start, 0, "",
            TransitionKind.CUT, 0, (), Via.GO,
        )  # fmt: skip
        events.append((start, taken))
    events.append((layout.end, RunEnded()))
    opened = events[0][0]
    return [Entry(seq, at - opened, at, "导播", event) for seq, (at, event) in enumerate(events, 1)]


class Kept:
    """The sample in a store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        show = read_sheet(SAMPLES / "秋冬护肤专场_20261125_主播一.xlsx").show
        assert show is not None
        self.show = show
        store.shows.add(show, by="导播", at_ms=0)
        self.run_id = store.runs.create(show.id, RunKind.LIVE, opened_ms=0)
        self.entries = journal(show)
        self.window = (plan(show).start, plan(show).end)
        self.report = self.ingest()

    def ingest(self) -> BatchReport:
        target = Target(self.store.feeds, self.run_id, self.window, Privacy(b"salt"), self.show.zone)
        return ingest_files(target, [ORDERS, FEED], at_ms=0)

    def measures(self, by: By | None = None) -> Json:
        feeds = self.store.feeds
        return measures_json(
            self.run_id, self.show, self.entries, feeds.events(self.run_id), feeds.orders(self.run_id), by
        )


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    with Store.open(tmp_path_factory.mktemp("samples") / "data") as store:
        yield Kept(store)


@pytest.fixture(scope="module")
def paid(kept: Kept) -> list[Json]:
    """The rows of the order file that were paid while the show was on air, as text."""
    with ORDERS.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["支付完成时间"] != "-"]
    return [row for row in rows if kept.window[0] <= ms(row["支付完成时间"]) <= kept.window[1]]


@pytest.fixture(scope="module")
def said(kept: Kept) -> list[tuple[int, int, Json]]:
    """The recording's messages while the show was on air: instant, type, data; each message once."""
    found = {}
    for line in FEED.read_text("utf-8").splitlines():
        record = json.loads(line)
        envelope = json.loads(record["message"])
        at, data = ms(record["received"]), json.loads(envelope["Data"])
        if kept.window[0] <= at <= kept.window[1]:
            found.setdefault((envelope["Type"], data["MsgId"]), (at, envelope["Type"], data))
    return list(found.values())


def fen(row: Json) -> int:
    return int(Decimal(row["订单应付金额"].replace(",", "")) * 100)


def units(row: Json) -> int:
    return sum(int(part) for part in row["商品数量"].split(";"))


def test_money_is_what_the_order_file_says(kept: Kept, paid: list[Json]) -> None:
    found = kept.measures()
    assert found["gmv_fen"] == sum(map(fen, paid)) > 0
    assert found["orders"] == len({row["主订单编号"].strip() for row in paid})
    assert found["units"] == sum(map(units, paid))
    assert found["refund_fen"] == sum(fen(row) for row in paid if row["售后状态"] == "退款成功") > 0
    assert found["net_gmv_fen"] == found["gmv_fen"] - found["refund_fen"]
    assert (found["buyers"], found["reasons"]["buyers"]) == (None, "no_buyer_column")
    assert "退款成功" in found["basis"]["refund_fen"]


def test_the_audience_is_what_the_recording_says(kept: Kept, said: list[tuple[int, int, Json]]) -> None:
    found = kept.measures()
    types = Counter(kind for _at, kind, _data in said)
    assert (found["comments"], found["enters"], found["follows"]) == (types[1], types[3], types[4])
    assert found["likes"] == sum(data["Count"] for _at, kind, data in said if kind == 2) > 0
    assert found["gifts"] == sum(data["GiftCount"] for _at, kind, data in said if kind == 5)
    assert found["online_peak"] == max(data["OnlineUserCount"] for _at, kind, data in said if kind == 6)
    assert found["views"] == max(data["TotalUserCount"] for _at, kind, data in said if kind == 6)
    people = {data["User"]["Id"] for _at, kind, data in said if kind in (1, 2, 4, 5, 8) or kind == 7}
    assert found["interacting"] == len(people)
    assert found["interaction_rate"] == pytest.approx(len(people) / found["views"], abs=1e-6)
    assert found["online_average"] < found["online_peak"]
    assert found["click_to_pay"] is None


def test_minutes_segments_and_products_are_what_the_rows_say(kept: Kept, paid: list[Json]) -> None:
    rows = kept.measures("minute")["rows"]
    assert len(rows) == (kept.window[1] - kept.window[0]) // 60_000 + 1
    assert rows[0]["key"] == "2026-11-25T20:00:00+08:00"
    by_minute = Counter[str]()
    for row in paid:
        by_minute[row["支付完成时间"][:16].replace(" ", "T") + ":00+08:00"] += fen(row)
    assert {row["key"]: row["gmv_fen"] for row in rows if row["gmv_fen"]} == dict(by_minute)

    layout = plan(kept.show)
    by_segment = Counter[str]()
    for row in paid:
        at = ms(row["支付完成时间"])
        starts = [(start, each.id) for each, start in zip(kept.show.segments, layout.starts, strict=True)]
        by_segment[max((start, key) for start, key in starts if start is not None and start <= at)[1]] += fen(row)
    rows = kept.measures("segment")["rows"]
    assert {row["key"]: row["gmv_fen"] for row in rows if row["gmv_fen"]} == dict(by_segment)
    assert sum(row["on_air_ms"] for row in rows) == kept.window[1] - kept.window[0]

    rows = kept.measures("product")["rows"]
    assert [row["key"] for row in rows if row["key"]] == [product.id for product in kept.show.products]
    assert sum(row["gmv_fen"] for row in rows) == sum(map(fen, paid))
    single = [row for row in paid if ";" not in row["商品数量"]]
    joined = {part.strip() for row in paid if ";" in row["商品数量"] for part in row["商品ID"].split(";")}
    for product in kept.show.products:
        if joined.isdisjoint(product.platform_ids):
            mine = [row for row in single if row["商品ID"].strip() in product.platform_ids]
            (found,) = [row for row in rows if row["key"] == product.id]
            assert (found["gmv_fen"], found["units"]) == (sum(map(fen, mine)), sum(map(units, mine)))


def test_the_same_files_three_times_change_nothing(kept: Kept) -> None:
    before, first = kept.measures(), kept.report
    assert first.read == first.kept + first.duplicate + first.wrong + first.outside
    for _ in range(2):
        again = kept.ingest()
        assert (again.kept, again.read, again.outside) == (0, first.read, first.outside)
    assert kept.measures() == before


def test_what_a_rehearsal_made_up_gives_way_to_what_was(kept: Kept) -> None:
    made_up = SimulatedAudience(stretches(kept.show, plan(kept.show))).until(kept.window[1])
    feeds = kept.store.feeds
    events, rows = feeds.events(kept.run_id), feeds.orders(kept.run_id)
    found = measures_json(kept.run_id, kept.show, kept.entries, [*made_up.events, *events], [*rows, *made_up.rows])
    assert found == kept.measures()
    assert found["simulated"] is False
    alone = measures_json(kept.run_id, kept.show, kept.entries, made_up.events, made_up.rows)
    assert alone["simulated"] is True
    assert alone["gmv_fen"] > 0


def test_a_run_that_never_went_on_air_has_no_measures(kept: Kept) -> None:
    with pytest.raises(UserError) as caught:
        measures_json(1, kept.show, kept.entries[:1], (), ())
    assert caught.value.code == "run.not_aired"
    silent = measures_json(1, kept.show, kept.entries, (), ())
    assert {name for name, value in silent.items() if value is None} == set(silent["reasons"])
    assert silent["gmv_fen"] is None
    json.dumps(silent)
