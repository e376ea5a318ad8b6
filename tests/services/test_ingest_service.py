"""The feeds of a run put together: a real relay, a real store, dropped files, a restart, alerts."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from livedesk.domain.alerts import Rule, RuleKind
from livedesk.domain.clock import WallTime
from livedesk.domain.errors import UserError
from livedesk.domain.events import AlertRaised, RunKind
from livedesk.domain.feed import BatchReport
from livedesk.domain.numbers import Numbers
from livedesk.domain.product import Product
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.domain.status import FeedStatus, LinkState
from livedesk.services.aio import AsyncLoop
from livedesk.services.ingest.audience import Arrivals, RecordedAudience, Source
from livedesk.services.ingest.batches import Target, ingest_files
from livedesk.services.ingest.orders import open_orders
from livedesk.services.ingest.recording import Recorder, Recording
from livedesk.services.ingest.service import IngestService, Listeners, Wishes
from livedesk.store.store import Store
from tests.services.ingest_samples import HEADER, PRIVACY, START, message, order_line, person
from tests.services.relay_server import RelayServer

PRODUCTS = (Product("p01", "修护霜", live_price=12_900, stock=10, platform_ids=("361",)),)
SHOW = Show(
    "show00000001",
    "秋冬护肤专场",
    "Asia/Shanghai",
    WallTime(datetime(2026, 11, 25, 20)),  # noqa: DTZ001  a wall time is naive
    segments=(Segment("s01", "开场", SegmentKind.OPENING, 60_000),),
    products=PRODUCTS,
)

NO_WISHES = Wishes()


@dataclass
class Desk:
    """A data folder with one run, a relay, and everything that the service says."""

    store: Store
    loop: AsyncLoop
    now: int = START
    statuses: list[FeedStatus] = field(default_factory=list)
    numbers: list[Numbers] = field(default_factory=list)
    alerts: list[AlertRaised] = field(default_factory=list)
    imported: list[tuple[str, BatchReport | UserError]] = field(default_factory=list)
    said: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.store.shows.add(SHOW, by="导播", at_ms=START)
        self.run_id = self.store.runs.create(SHOW.id, RunKind.LIVE, opened_ms=START)

    def hear(self, heap: list) -> Callable[..., None]:
        def listen(*said: object) -> None:
            with self.said:
                heap.append(said[0] if len(said) == 1 else (said[0].name, said[1]))
                self.said.notify_all()

        return listen

    def service(self, wishes: Wishes = NO_WISHES, source: Source | None = None) -> IngestService:
        return IngestService(
            self.run_id,
            feeds=self.store.feeds,
            writer=self.store.writer,
            loop=self.loop,
            now_ms=lambda: self.now,
            privacy=PRIVACY,
            products=PRODUCTS,
            wishes=wishes,
            source=source,
            listeners=Listeners(
                self.hear(self.statuses), self.hear(self.numbers), self.hear(self.alerts), self.hear(self.imported)
            ),
        )

    def wait(self, condition: Callable[[], bool], timeout_s: float = 10.0) -> None:
        with self.said:
            assert self.said.wait_for(condition, timeout_s)

    def value(self, name: str) -> float | None:
        return self.numbers[-1].measures[name].value if self.numbers else None


@pytest.fixture
def loop() -> Iterator[AsyncLoop]:
    made = AsyncLoop("service tests").start()
    yield made
    made.stop()


@pytest.fixture
def desk(tmp_path: Path, loop: AsyncLoop) -> Iterator[Desk]:
    with Store.open(tmp_path / "data") as store:
        yield Desk(store, loop)


@pytest.fixture
def server(loop: AsyncLoop) -> Iterator[RelayServer]:
    made = RelayServer(loop)
    yield made
    made.stop()


def save(path: Path, *lines: str) -> Path:
    path.write_text("\n".join([HEADER, *lines]), encoding="gbk")
    return path


def comments(*numbers: int) -> list[str]:
    return [message(1, MsgId=n, User=person(n), Content=f"第{n}条") for n in numbers]


def test_the_relay_is_counted_kept_and_recorded(desk: Desk, server: RelayServer, tmp_path: Path) -> None:
    tape = tmp_path / "run" / "feed.jsonl"
    service = desk.service(Wishes(relay=server.address, record_to=tape))
    service.went_live(START)
    service.start()
    desk.wait(lambda: bool(desk.statuses) and desk.statuses[-1].link is LinkState.READY)
    statistics = message(6, MsgId=99, User=None, OnlineUserCount=321, TotalUserCount=4_000)
    server.send([*comments(1, 2, 3), "not a message", statistics, *comments(3)])
    desk.now = START + 2_000
    desk.wait(lambda: desk.value("comments") == 3 and desk.value("online") == 321)
    service.stop()
    assert service.wrong == {"not_json": 1}
    kept = desk.store.feeds.events(desk.run_id)
    assert len(kept) == 4
    assert {event.nickname for event in kept} == {"风**", ""}
    assert server.heard == []
    assert tape.stat().st_mode & 0o077 == 0
    recording = Recording(tape, PRIVACY)
    assert len(list(recording)) == 5
    target = Target(desk.store.feeds, desk.run_id, (START, START + 60_000), PRIVACY)
    report = ingest_files(target, [tape], at_ms=START)
    assert (report.read, report.kept, report.duplicate, report.wrong) == (6, 0, 5, 1)


def test_dropped_order_files_become_money_and_refusals_are_told(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    folder.mkdir()
    service = desk.service(Wishes(folder=folder))
    with pytest.raises(UserError) as caught:
        service.import_orders(save(tmp_path / "early.csv", order_line(1, START)))
    assert caught.value.code == "run.not_aired"
    service.went_live(START)
    service.start()
    desk.now = START + 60_000
    save(
        folder / "a.csv",
        order_line(1, START + 1_000),
        order_line(2, START + 2_000, order=1),
        order_line(3, START - 1),
    )
    (folder / "b.csv").write_text("not,an,order file")
    desk.wait(lambda: len(desk.imported) == 2)
    desk.now += 1_000
    desk.wait(lambda: desk.value("gmv_fen") == 25_800)
    service.stop()
    outcome = dict(desk.imported)
    report, refusal = outcome["a.csv"], outcome["b.csv"]
    assert isinstance(report, BatchReport)
    assert (report.read, report.kept, report.outside) == (3, 2, 1)
    assert isinstance(refusal, UserError)
    assert refusal.code == "orders.not_an_order_file"
    assert (desk.value("orders"), desk.value("units"), desk.numbers[-1].sold) == (1, 2, {"p01": 2})
    assert desk.statuses[-1].last_orders_ms == START + 60_000


def test_a_restart_counts_again_what_was_kept(desk: Desk, server: RelayServer, tmp_path: Path) -> None:
    service = desk.service(Wishes(relay=server.address))
    service.went_live(START)
    service.start()
    desk.wait(lambda: bool(desk.statuses) and desk.statuses[-1].link is LinkState.READY)
    server.send(comments(1, 2))
    desk.now = START + 1_000
    desk.wait(lambda: desk.value("comments") == 2)
    service.import_orders(save(tmp_path / "a.csv", order_line(1, START)))
    service.stop()
    again = desk.service()
    again.went_live(START, resume=True)
    found = again.snapshot().measures
    assert (found["comments"].value, found["gmv_fen"].value) == (2, 12_900)


def test_events_before_the_word_that_the_show_is_on_air_count(desk: Desk, server: RelayServer) -> None:
    service = desk.service(Wishes(relay=server.address))
    service.start()
    desk.wait(lambda: bool(desk.statuses) and desk.statuses[-1].link is LinkState.READY)
    server.send(comments(1))
    desk.now = START + 1_000
    desk.wait(lambda: desk.value("comments") == 1)
    desk.now = START + 5_000
    server.send(comments(2, 3))
    desk.now = START + 7_000
    desk.wait(lambda: desk.value("comments") == 3)
    service.went_live(START + 5_000)
    desk.now = START + 8_000
    desk.wait(lambda: desk.value("comments") == 2)
    service.stop()


def test_a_recorded_evening_plays_without_a_network_and_raises_alerts(desk: Desk, tmp_path: Path) -> None:
    tape = tmp_path / "feed.jsonl"
    with Recorder(tape) as recorder:
        for n, text in enumerate(comments(*range(1, 11))):
            recorder.write(START + n * 1_000, text)
    orders = save(tmp_path / "o.csv", *(order_line(n, START + n * 1_000) for n in range(10)))
    rows = open_orders(orders).rows(PRIVACY)
    stock = Rule("stock_low", RuleKind.STOCK, 0.5, "limit_or_unlist")
    service = desk.service(Wishes(rules=(stock,)), RecordedAudience(Recording(tape, PRIVACY), rows))
    service.start()
    desk.now = START + 5_500
    desk.wait(lambda: len(desk.numbers) > 0)
    assert desk.value("comments") is None
    assert desk.statuses[-1].link is LinkState.READY
    service.went_live(START)
    desk.now = START + 7_500
    desk.wait(lambda: desk.value("comments") == 8 and desk.value("orders") == 8)
    desk.wait(lambda: len(desk.alerts) == 1)
    assert dict(desk.alerts[0].params)["left"] == "2"
    service.ended(START + 8_000)
    service.stop()
    assert len(desk.store.feeds.events(desk.run_id)) == 8
    assert len(desk.store.feeds.orders(desk.run_id)) == 8


@pytest.mark.parametrize("place", ["/dev/full", "file/feed.jsonl"])
def test_a_recording_that_cannot_be_written_is_told_and_the_relay_counted(
    desk: Desk, server: RelayServer, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").touch()
    service = desk.service(Wishes(relay=server.address, record_to=tmp_path / place))
    service.went_live(START)
    service.start()
    desk.wait(lambda: bool(desk.statuses) and desk.statuses[-1].link is LinkState.READY)
    server.send(comments(1, 2))
    desk.now = START + 2_000
    desk.wait(lambda: desk.value("comments") == 2)
    service.stop()
    ((name, told),) = desk.imported
    assert isinstance(told, UserError)
    assert (name, told.code) == (Path(place).name, "recording.unwritable")


class AskedUntil:
    """An audience that notes the instants it is asked for."""

    name = "asked"

    def __init__(self) -> None:
        self.instants: list[int] = []

    def until(self, instant_ms: int) -> Arrivals:
        """Nothing happens."""
        self.instants.append(instant_ms)
        return Arrivals()


def test_a_played_audience_ends_with_the_show(desk: Desk) -> None:
    source = AskedUntil()
    service = desk.service(source=source)
    service.went_live(START)
    service.start()
    desk.now = START + 60_000
    desk.wait(lambda: START + 60_000 in source.instants)
    service.ended(START + 90_000)
    desk.now = START + 3_600_000
    desk.wait(lambda: START + 90_000 in source.instants)
    service.stop()
    assert max(source.instants) == START + 90_000


def test_a_recording_that_goes_away_is_told_once(desk: Desk, tmp_path: Path) -> None:
    service = desk.service(source=RecordedAudience(Recording(tmp_path / "gone.jsonl", PRIVACY)))
    service.went_live(START)
    service.start()
    desk.wait(lambda: bool(desk.statuses) and desk.statuses[-1].link is LinkState.LOST)
    assert "recording.unreadable" in desk.statuses[-1].detail
    service.stop()


def test_a_flood_is_counted_or_counted_as_dropped(desk: Desk, server: RelayServer) -> None:
    service = desk.service(Wishes(relay=server.address))
    service.went_live(START)
    service.start()
    desk.wait(lambda: bool(desk.statuses) and desk.statuses[-1].link is LinkState.READY)
    sent = 30_000
    server.send(comments(*range(1, sent + 1)))

    def settled() -> bool:
        desk.now += 1_000
        return (desk.value("comments") or 0) + desk.statuses[-1].dropped == sent

    desk.wait(settled)
    service.stop()
    assert len(desk.store.feeds.events(desk.run_id)) == desk.value("comments")


def test_a_clock_that_steps_back_silences_nothing(desk: Desk, server: RelayServer) -> None:
    service = desk.service(Wishes(relay=server.address))
    desk.now = START + 3_600_000
    service.start()
    desk.wait(lambda: bool(desk.numbers) and desk.statuses[-1].link is LinkState.READY)
    desk.now = START
    server.send(comments(1))
    desk.wait(lambda: desk.value("comments") == 1 or len(desk.numbers) > 1)
    desk.now += 1_000
    desk.wait(lambda: desk.value("comments") == 1)
    service.stop()


def test_products_that_change_in_the_show_sell_what_was_sold(desk: Desk, tmp_path: Path) -> None:
    service = desk.service()
    service.went_live(START)
    service.start()
    desk.now = START + 60_000
    service.import_orders(
        save(tmp_path / "a.csv", order_line(1, START), order_line(2, START, product="9", name="x"))
    )
    desk.wait(lambda: bool(desk.numbers) and desk.numbers[-1].sold == {"p01": 1})
    service.edited((Product("p01", "修护霜"), Product("p02", "洁面", platform_ids=("9",))))
    desk.now = START + 62_000
    desk.wait(lambda: desk.numbers[-1].sold == {"p01": 1, "p02": 1})
    service.stop()


def test_the_recorded_line_is_the_interface(tmp_path: Path) -> None:
    tape = tmp_path / "feed.jsonl"
    with Recorder(tape) as recorder:
        recorder.write(START + 7, "text “x”\n")
    assert json.loads(tape.read_text("utf-8")) == {
        "received": "2026-11-25T12:00:00.007+00:00",
        "message": "text “x”\n",
    }
