"""A suspend of the machine: its clock since boot runs on while nothing of the program does."""

from __future__ import annotations

import time

import pytest

from livedesk.domain import commands as c
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.events import ClockStepped, GapNoted, RunKind
from livedesk.domain.run import FollowStop, RunState
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.session import Session
from tests.services.session_desk import START, Bench
from tests.services.test_session import events
from tests.unit.shows import at


class Machine:
    """The clocks that the system gives: the wall, the one since boot, and the one that stands still in a suspend."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wall, self.boottime, self.monotonic = at(START), 500_000, 500_000
        monkeypatch.setattr(time, "time_ns", lambda: self.wall * 1_000_000)
        monkeypatch.setattr(time, "monotonic_ns", lambda: self.monotonic * 1_000_000)
        monkeypatch.setattr(time, "clock_gettime_ns", self._read)

    def _read(self, which: int) -> int:
        return (self.boottime if which == time.CLOCK_BOOTTIME else self.monotonic) * 1_000_000

    def run(self, session: Session, ms: int) -> None:
        """Let time go on, with the show thread awake in it."""
        for _ in range(ms // 400):
            self.wall += 400
            self.boottime += 400
            self.monotonic += 400
            session.wake()

    def suspend(self, ms: int) -> None:
        """Sleep: the wall and the clock since boot go on without the program."""
        self.wall += ms
        self.boottime += ms


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="no clock here counts suspend")
@pytest.mark.parametrize(("into_ms", "due"), [(MINUTE, ""), (4 * MINUTE + 30 * SECOND, "s3")])
def test_a_suspend_of_a_minute_is_told_counts_as_time_on_air_and_is_not_caught_up(
    monkeypatch: pytest.MonkeyPatch, into_ms: int, due: str
) -> None:
    machine = Machine(monkeypatch)
    bench = Bench(run=RunState())
    clock = SystemClock()
    bench.session = Session(
        bench.session.state,
        run_id=7,
        clock=clock,
        append=lambda _, entries: bench.around.appended.append(entries),
        publish=bench.around.published.append,
        obs=bench.around,
    )
    bench.do(c.OpenRun(RunKind.LIVE))
    bench.live()
    bench.do(c.Go())
    machine.run(bench.session, into_ms)
    began = bench.session.state.run.time(clock.now())
    machine.suspend(MINUTE)
    bench.session.wake()
    machine.run(bench.session, 2 * SECOND)

    (gap,) = (entry.event for entry in events(bench, GapNoted))
    assert isinstance(gap, GapNoted)
    assert gap.length_ms == pytest.approx(MINUTE, abs=SECOND)
    assert gap.due_segment == due
    run = bench.session.state.run
    assert run.time(clock.now()) - began == MINUTE + 2 * SECOND
    assert len(run.airings) == 2
    assert (run.follow_stopped is FollowStop.STOOD_STILL) is bool(due)
    assert events(bench, ClockStepped) == []
