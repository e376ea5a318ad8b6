"""Whatever a director does, the timetable says what the contract says when it is worked out by hand."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain.clock import HOUR, MINUTE, SECOND, wall_to_ms
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import RowState, plan
from tests.unit.shows import Desk
from tests.unit.timing_ledger import Ledger
from tests.unit.timing_shows import STANDBYS, shows


@dataclass(frozen=True)
class Step:
    """What the director does: ``name`` of a key, with a place, a number of ms or a plan where it needs one."""

    name: str
    value: int = 0

    def command(self, rundown: Show) -> c.Command:
        match self.name:
            case "jump":
                return c.Jump(rundown.segments[self.value % len(rundown.segments)].id)
            case "adjust":
                return c.AdjustTime(self.value)
            case "standby":
                return c.CallStandby(STANDBYS[self.value].id)
            case "go":
                return c.Go()
            case "back":
                return c.Back()
            case "hold":
                return c.ToggleHold()
            case "end":
                return c.EndStandby()
        raise AssertionError(self.name)

    def on(self, ledger: Ledger) -> bool:
        match self.name:
            case "jump":
                return ledger.jump(self.value % len(ledger.show.segments))
            case "adjust":
                return ledger.adjust(self.value)
            case "standby":
                return ledger.standby(STANDBYS[self.value].id)
            case "go":
                return ledger.go()
            case "back":
                return ledger.back()
            case "hold":
                return ledger.hold()
        return ledger.end_standby()


steps = st.one_of(
    st.sampled_from((Step("go"), Step("back"), Step("hold"), Step("end"))),
    st.builds(Step, st.just("jump"), st.integers(0, 8)),
    st.builds(Step, st.just("adjust"), st.sampled_from((-HOUR, -MINUTE, -1, SECOND, 5 * MINUTE))),
    st.builds(Step, st.just("standby"), st.integers(0, len(STANDBYS) - 1)),
)
waits = st.one_of(st.integers(0, 5 * MINUTE), st.sampled_from((0, HOUR, 9 * HOUR)))


def agree(desk: Desk, ledger: Ledger) -> None:
    table = desk.table
    expected = ledger.expected
    assert (table.now, table.next) == (ledger.now, ledger.next)
    assert table.remaining == ledger.left(ledger.on)
    assert table.segment_end == ledger.end
    assert {i: x for i, x in enumerate(table.expected) if x is not None} == expected
    assert table.expected_end == ledger.expected_end
    assert table.must_cut_by == ledger.must_cut_by
    assert table.margin == (None if ledger.must_cut_by is None else ledger.must_cut_by - ledger.end)
    following = ledger.next
    behind = ledger.end - ledger.planned_end if following is None else expected[following] - ledger.p[following]
    assert table.offset_now == behind
    hard_end = ledger.show.hard_end
    due = ledger.planned_end if hard_end is None else wall_to_ms(hard_end, ledger.show.zone)
    assert table.offset_end == ledger.expected_end - due
    aired = {i for i, state in enumerate(table.states) if state in (RowState.AIRED, RowState.ON_AIR)}
    assert aired == ledger.aired


@settings(max_examples=300)
@given(shows(), st.integers(-5 * HOUR, 5 * HOUR), st.lists(st.tuples(steps, waits), max_size=25))
def test_any_run_is_timed_as_the_contract_says(rundown: Show, early: int, script: list[tuple[Step, int]]) -> None:
    start = plan(rundown).start + early
    desk = Desk(rundown, start).do(c.GoLive("导播", "试播"))
    ledger = Ledger(rundown, start)
    ledger.take(ledger.chain[0])
    agree(desk, ledger)
    for step, wait in script:
        desk.after(wait)
        ledger.wait(wait)
        agree(desk, ledger)
        done = step.on(ledger)
        try:
            desk.do(step.command(rundown))
        except UserError:
            assert not done
        else:
            assert done
        agree(desk, ledger)


@given(shows())
def test_any_plan_is_laid_out_as_the_contract_says(rundown: Show) -> None:
    layout, ledger = plan(rundown), Ledger(rundown, 0)
    assert {i: p for i, p in enumerate(layout.starts) if p is not None} == ledger.p
    assert layout.end == ledger.planned_end
    arrived = None
    for i in ledger.chain:
        h = ledger.h[i]
        assert layout.slacks[i] == (None if h is None or arrived is None else h - arrived)
        arrived = ledger.p[i] + ledger.length(i, ledger.p[i])
