"""The feeds of the run on the desk, as its settings and the room's own files have them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.app.latest import Latest
from livedesk.app.paths import resource
from livedesk.app.run_feeds import Imported, RunFeeds
from livedesk.domain.alerts import Rule
from livedesk.domain.clock import MINUTE
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunKind, WentLive
from livedesk.domain.numbers import Numbers
from livedesk.domain.rehearsing import RehearsalWishes
from livedesk.domain.run import State
from livedesk.domain.settings import Settings
from livedesk.domain.status import FeedStatus, LinkState, SaveStatus
from livedesk.domain.timetable import plan
from livedesk.services.aio import AsyncLoop
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.rehearsed import RehearsedSession
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.store.store import Store
from tests.integration.prompter_desk import until
from tests.services.ingest_samples import message
from tests.services.relay_server import RelayServer
from tests.unit.shows import segment, show

SAMPLES = resource("samples")


@pytest.fixture
def loop() -> Iterator[AsyncLoop]:
    made = AsyncLoop("run feeds").start()
    yield made
    made.stop()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data") as opened:
        yield opened


def feeds_of(store: Store, loop: AsyncLoop, said: list[object], settings: Settings) -> RunFeeds:
    presets = resource("alerts", "default.toml")
    return RunFeeds(
        store, settings, SystemClock(), Latest(), loop, said.append, lambda *_: None, presets, lambda _: None
    )


def test_a_bad_file_of_alerts_is_told_and_the_feeds_run(store: Store, loop: AsyncLoop) -> None:
    said: list[object] = []
    (store.folder.root / "alerts.toml").write_text("[[alert]]\nkind = 3\n")
    document = show("2026-11-25 20:00", segment(1, 10))
    store.shows.add(document, by="导播", at_ms=0)
    feeds = feeds_of(store, loop, said, Settings())
    feeds.attach(store.runs.create(document.id, RunKind.LIVE, opened_ms=0), State(document, 1))
    assert until(lambda: any(isinstance(each, FeedStatus) for each in said), 5)
    feeds.stop()
    (told,) = [each for each in said if isinstance(each, Imported)]
    assert isinstance(told.outcome, UserError)
    assert (told.file, told.outcome.code) == ("alerts.toml", "alerts.unreadable")


def test_a_relay_is_recorded_once_a_person_asks(store: Store, loop: AsyncLoop) -> None:
    server = RelayServer(loop)
    said: list[object] = []
    document = show("2026-11-25 20:00", segment(1, 10))
    store.shows.add(document, by="导播", at_ms=0)
    run_id = store.runs.create(document.id, RunKind.LIVE, opened_ms=0)
    recording = store.folder.root / "recordings" / f"run-{run_id}.jsonl"
    feeds = feeds_of(store, loop, said, Settings(relay_url=server.address))
    feeds.attach(run_id, State(document, 1))

    def ready() -> bool:
        statuses = [each for each in said if isinstance(each, FeedStatus)]
        return bool(statuses) and statuses[-1].link is LinkState.READY

    assert until(ready, 5)
    assert not recording.exists()
    said.clear()
    feeds.configure(Settings(relay_url=server.address, record_relay=True))
    assert until(lambda: server.connections == 2 and ready(), 5)
    server.hang_up()
    said.clear()
    assert until(lambda: server.connections == 3 and ready(), 5)
    server.send([message(1, MsgId=1, Content="在")])
    assert until(lambda: recording.exists() and "MsgId" in recording.read_text("utf-8"), 5)
    feeds.stop()
    server.stop()


def test_a_show_that_goes_live_while_its_feeds_are_made_is_counted(
    store: Store, loop: AsyncLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = RelayServer(loop)
    said: list[object] = []
    document = show("2026-11-25 20:00", segment(1, 10))
    store.shows.add(document, by="导播", at_ms=0)
    feeds = feeds_of(store, loop, said, Settings(relay_url=server.address))
    rules = feeds._rules

    def slow(own: Path) -> tuple[Rule, ...]:
        feeds.journalled((Entry(2, 1, 1_000, "导播", WentLive(1, (), 0)),))
        return rules(own)

    monkeypatch.setattr(feeds, "_rules", slow)
    feeds.attach(store.runs.create(document.id, RunKind.LIVE, opened_ms=0), State(document, 1))
    assert until(lambda: server.connections == 1, 5)
    server.send([message(1, MsgId=1, Content="在")])

    def comments() -> int | None:
        heard = [each for each in said if isinstance(each, Numbers)]
        return heard[-1].measures["comments"].value if heard else None

    assert until(lambda: comments() == 1, 10)
    feeds.stop()
    server.stop()


def test_a_rehearsal_has_its_own_audience_and_nothing_of_the_real_one(
    store: Store, loop: AsyncLoop, tmp_path: Path
) -> None:
    server, latest = RelayServer(loop), Latest()
    said: list[object] = []
    told: list[object] = []
    orders = tmp_path / "orders"
    orders.mkdir()
    (orders / "orders.csv").write_bytes((SAMPLES / "orders.csv").read_bytes())
    document = show("2026-11-25 20:00", segment(1, 10))
    store.shows.add(document, by="导播", at_ms=0)
    run_id = store.runs.create(document.id, RunKind.REHEARSAL, opened_ms=0)
    session = RehearsedSession(
        State(document, 1),
        run_id=run_id,
        clock=SystemClock(),
        append=lambda _, entries: told.append(entries),
        publish=latest.take,
        wishes=RehearsalWishes(speed=60),
        obs=None,
    )
    session.begin("导播")
    session.saved(session.state.run.last_seq, 0, "")
    settings = Settings(relay_url=server.address, orders_folder=str(orders), record_relay=True)
    presets = resource("alerts", "default.toml")
    feeds = RunFeeds(
        store, settings, SystemClock(), latest, loop, said.append, lambda *_: None, presets, lambda _: None
    )
    feeds.attach(run_id, session.state)

    def comments() -> int:
        heard = [each for each in said if isinstance(each, Numbers)]
        return int(heard[-1].measures["comments"].value or 0) if heard else 0

    # Ten minutes of the rehearsal, in the time of the rehearsal.
    assert until(lambda: comments() > 10, 10)
    latest.take(SessionSnapshot(run_id + 1, State(document, 1), SaveStatus()))
    before = len(said)
    feeds.stop()
    after = [each for each in said[before:] if isinstance(each, Numbers)]
    assert not after, "what comes when another run is on the desk is no number of that run"
    assert server.connections == 0
    assert not [each for each in said if isinstance(each, Imported)]
    assert not (store.folder.root / "recordings").exists()
    store.writer.submit(lambda: None).result(10)
    events = store.feeds.events(run_id)
    assert {event.key.split(":")[0] for event in events} == {"simulated"}
    start = plan(document).start
    assert all(start <= event.at_ms <= session.now().wall_ms < start + 10 * MINUTE for event in events)
    server.stop()
