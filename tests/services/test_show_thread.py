"""The show thread: commands from everywhere, errors that stop nobody, timers that come back after one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from livedesk.domain import commands as c
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunKind
from livedesk.domain.run import Phase, State
from livedesk.domain.timetable import Timetable, schedule
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.session import Session
from livedesk.services.session.snapshot import Journalled, Refused, SessionSnapshot
from livedesk.services.session.thread import ShowThread
from tests.services.session_desk import Bench, small_show


class Told:
    """Collects what a show thread publishes, and can be waited for."""

    def __init__(self) -> None:
        self.items: list[object] = []
        self._more = threading.Condition(threading.RLock())

    def __call__(self, item: object) -> None:
        with self._more:
            self.items.append(item)
            self._more.notify_all()

    def until(self, seen: Callable[[], object]) -> None:
        """Wait until what was published makes this true."""
        with self._more:
            assert self._more.wait_for(seen, 5)

    @property
    def refused(self) -> list[tuple[str, object]]:
        """Codes and reasons of the errors that were told."""
        with self._more:
            told = [item.error for item in self.items if isinstance(item, Refused)]
        return [(error.code, error.params.get("reason")) for error in told]


def test_a_command_without_a_show_on_the_desk_is_refused_aloud() -> None:
    told = Told()
    thread = ShowThread(SystemClock(), told, lambda: "导播")
    early = thread.dispatch(c.Go())  # a key before the store is open: the thread does not run yet
    thread.start()
    assert isinstance(early.exception(5), UserError)
    assert [(item.command, item.error.code) for item in told.items if isinstance(item, Refused)] == [
        (c.Go(), "show.none")
    ]
    thread.stop()


def test_the_show_thread_serves_commands_from_many_threads() -> None:
    told, clock = Told(), SystemClock()
    thread = ShowThread(clock, told, lambda: "导播").start()
    bench = Bench()
    appended: list[Entry] = []

    def append(_: int, entries: tuple[Entry, ...]) -> None:
        appended.extend(entries)
        thread.ask(lambda session: session.saved(entries[-1].seq, 0, ""))

    session = Session(
        State(small_show(), 1),
        run_id=1,
        clock=clock,
        append=append,
        publish=told,
    )
    try:
        with pytest.raises(UserError, match=r"show\.none"):
            thread.dispatch(c.GoLive()).result(5)
        thread.put(session).result(5)
        thread.dispatch(c.OpenRun(bench.session.state.run.kind)).result(5)
        thread.dispatch(c.GoLive("导播", "与计划不同日")).result(5)
        airing = session.state.run.current
        pressed = [threading.Thread(target=thread.dispatch, args=(c.Go(airing),)) for _ in range(8)]
        for key in pressed:
            key.start()
        for key in pressed:
            key.join()
        thread.ask(lambda _: None).result(5)
        assert len(session.state.run.airings) == 2
        with pytest.raises(UserError):
            thread.dispatch(c.Jump("nowhere"), "场控").result(5)
        assert {entry.by for entry in appended} == {"导播"}
        assert any(isinstance(item, Refused) for item in told.items)
        journalled = [entry for item in told.items if isinstance(item, Journalled) for entry in item.entries]
        assert journalled == appended
        assert [item.state.run.phase for item in told.items if isinstance(item, SessionSnapshot)][
            -1
        ] is Phase.ON_AIR
    finally:
        thread.stop()


class Faulty:
    """A timetable that cannot be worked out so many times."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        self.asked = 0
        monkeypatch.setattr("livedesk.services.session.session.schedule", self._schedule)

    def _schedule(self, *given: Any) -> Timetable:
        self.asked += 1
        if self.times:
            self.times -= 1
            raise ValueError("no timetable")
        return schedule(*given)


class OnAir:
    """The small show on air in a show thread; its second segment is followed by itself."""

    def __init__(self) -> None:
        self.told, self.fault = Told(), ""
        clock = SystemClock()
        self.thread = ShowThread(clock, self.publish, lambda: "导播").start()
        self.session = Session(
            State(small_show(), 1), run_id=1, clock=clock, append=self._append, publish=self.told
        )
        self.thread.put(self.session).result(5)
        self.thread.dispatch(c.OpenRun(RunKind.LIVE)).result(5)
        self.thread.dispatch(c.GoLive("导播", "与计划不同日")).result(5)
        self.thread.dispatch(c.Go(self.session.state.run.current)).result(5)

    def publish(self, item: object) -> None:
        """What the thread tells, unless that fails."""
        if self.fault:
            raise RuntimeError(self.fault)
        self.told(item)

    def _append(self, _: int, entries: tuple[Entry, ...]) -> None:
        self.thread.post(lambda: self.session.saved(entries[-1].seq, 0, ""))


@pytest.fixture
def on_air() -> Iterator[OnAir]:
    made = OnAir()
    yield made
    made.thread.stop()


def test_an_error_of_a_timer_is_told_and_the_timer_comes_back(
    on_air: OnAir, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = Faulty(monkeypatch)
    faulty.times = 1
    on_air.thread.dispatch(c.AdjustTime(-299_000)).result(5)
    airing = on_air.session.state.run.current
    on_air.told.until(lambda: on_air.session.state.run.current != airing)
    assert on_air.told.refused == [("program.unexpected", "ValueError: no timetable")]


def test_a_timer_that_fails_for_good_is_told_once_and_tried_calmly(
    on_air: OnAir, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = Faulty(monkeypatch)
    faulty.times = 1_000_000
    on_air.thread.dispatch(c.ToggleHold()).result(5)
    on_air.told.until(lambda: on_air.told.refused)
    first = faulty.asked
    threading.Event().wait(1.0)
    assert 2 <= faulty.asked - first <= 8
    on_air.thread.dispatch(c.MarkMoment(note="高光")).result(5)  # commands are carried out as ever
    assert on_air.told.refused == [("program.unexpected", "ValueError: no timetable")]


def test_a_command_that_breaks_is_told_to_whoever_pressed(on_air: OnAir, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("s9")

    monkeypatch.setattr("livedesk.services.session.session.decide", broken)
    with pytest.raises(KeyError):
        on_air.thread.dispatch(c.Go(2)).result(5)
    assert on_air.told.refused == [("program.unexpected", "KeyError: 's9'")]


def test_whoever_waits_for_a_session_hears_that_it_could_not_be_told(on_air: OnAir) -> None:
    on_air.fault = "nobody listens"
    with pytest.raises(RuntimeError, match="nobody listens"):
        on_air.thread.put(on_air.session).result(5)
    on_air.thread.post(lambda: on_air.publish("and an error that cannot be told either"))
    on_air.thread.ask(lambda _: None).result(5)
    on_air.fault = ""
    assert on_air.thread.ask(lambda session: session).result(5) is on_air.session
