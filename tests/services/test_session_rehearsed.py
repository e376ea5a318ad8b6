"""A rehearsed session: what the run does by itself happens at its instants, whatever the machine's clock does."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain.clock import HOUR, MINUTE, SECOND
from livedesk.domain.errors import UserError
from livedesk.domain.events import (
    ClockStepped,
    Entry,
    Event,
    GapNoted,
    PromotionEnded,
    RunEnded,
    RunOpened,
    Taken,
    Via,
)
from livedesk.domain.events_desk import OutputKind
from livedesk.domain.lapse import SPEEDS
from livedesk.domain.rehearsing import RehearsalWishes
from livedesk.domain.run import Phase, State
from livedesk.domain.rundown import EndMode, Show
from livedesk.domain.timetable import plan
from livedesk.services.session.rehearsed import RehearsedSession
from livedesk.services.session.session import RELEASE_AFTER_MS
from livedesk.services.session.snapshot import SessionSnapshot
from tests.services.session_desk import START, Around, small_show
from tests.unit.hand_clock import HandClock
from tests.unit.shows import at, segment, show, wall

E = TypeVar("E", bound=Event)


class Bench:
    """A rehearsal at its first instant."""

    def __init__(self, document: Show | None = None, obs: bool = False, **wishes: object) -> None:
        # The machine's wall is another evening's.
        self.machine, self.around = HandClock(1_700_000_000_000, 77_000), Around()
        self.session = RehearsedSession(
            State(document or small_show(), 1),
            run_id=9,
            clock=self.machine,
            append=lambda _, entries: self.around.appended.append(entries),
            publish=self.around.published.append,
            wishes=replace(RehearsalWishes(speed=60), **wishes),  # type: ignore[arg-type]  # its own fields
            obs=self.around if obs else None,
        )
        self.session.begin("导播")

    def after(self, ms: int, *, late: int = 0) -> None:
        """Let the machine's time go on as the show thread does, waking ``late`` each time."""
        end = self.machine.mono_ms + ms
        while self.machine.mono_ms < end:
            wanted = max(self.machine.mono_ms + 1, self.session.deadline() + late)
            self.machine.mono_ms = min(end, wanted)
            if self.machine.mono_ms >= self.session.deadline():
                self.session.wake()

    @property
    def journal(self) -> list[Entry]:
        return [entry for entries in self.around.appended for entry in entries]

    def events(self, kind: type[E]) -> list[tuple[int, E]]:
        """Such events with their instants on the rehearsal's wall, since the planned start."""
        return [
            (entry.wall_ms - at(START), entry.event) for entry in self.journal if isinstance(entry.event, kind)
        ]


def test_it_begins_at_the_planned_start_on_its_own_clock() -> None:
    bench = Bench()
    ((opened, event),) = bench.events(RunOpened)
    assert (opened, event.kind.value) == (0, "rehearsal")
    bench.after(1_000)
    assert bench.session.now().wall_ms == at(START) + MINUTE
    told = bench.session.snapshot
    assert told.rehearsing is not None
    assert told.now(bench.machine.now()) == bench.session.now()


@pytest.mark.parametrize("late", [0, 40, 90])
def test_a_follow_and_a_promotions_end_fall_on_their_instants_however_late_the_wake(late: int) -> None:
    bench = Bench()
    bench.after(5_000, late=late)  # five minutes
    before = bench.session.now().mono_ms
    bench.session.handle(c.Go(), "导播")
    bench.after(6_000, late=late)
    (_, _, (follow, taken)) = bench.events(Taken)
    assert (follow, taken.via) == (before + 5 * MINUTE, Via.FOLLOW)
    assert [moment for moment, _ in bench.events(PromotionEnded)] == [before + 3 * MINUTE]


@pytest.mark.parametrize("speed", SPEEDS)
def test_the_robot_plays_the_plan_to_the_millisecond(speed: int) -> None:
    bench = Bench(by_itself=True, speed=speed)
    bench.after(15 * MINUTE // speed + 1_000, late=37)
    assert [moment for moment, _ in bench.events(Taken)] == [0, 5 * MINUTE, 10 * MINUTE]
    assert [moment for moment, _ in bench.events(RunEnded)] == [15 * MINUTE]
    assert not bench.events(GapNoted)
    assert not bench.events(ClockStepped)


def test_the_robot_waits_for_a_hard_start() -> None:
    document = show(START, segment(1, 5), segment(2, 5, hard_start=wall("2026-11-25 20:08")))
    bench = Bench(document, by_itself=True)
    bench.after(14_000)
    assert [moment for moment, _ in bench.events(Taken)] == [0, 8 * MINUTE]
    assert [moment for moment, _ in bench.events(RunEnded)] == [13 * MINUTE]


def test_the_robot_leaves_a_hold_and_a_pausing_plan_to_people() -> None:
    bench = Bench(by_itself=True)
    bench.after(1_000)
    bench.session.handle(c.ToggleHold(), "导播")
    bench.after(30_000)
    assert len(bench.events(Taken)) == 1
    bench.session.handle(c.ToggleHold(), "导播")
    bench.session.handle(c.Panic(), "导播")
    bench.after(30_000)
    assert len(bench.events(Taken)) == 1
    bench.session.handle(c.EndStandby(), "导播")
    bench.after(4_000)
    (_, (second, _)) = bench.events(Taken)
    assert second == 65 * MINUTE  # four minutes were left, after a minute and two half hours


def test_a_robot_that_is_let_in_late_presses_at_once_and_one_that_is_sent_away_not_at_all() -> None:
    bench = Bench()
    bench.after(6_000)
    bench.session.steer(by_itself=True)
    bench.after(1)
    assert [moment for moment, _ in bench.events(Taken)][1] == 6 * MINUTE
    bench.session.steer(by_itself=False)
    bench.after(5_000)
    # The follow is the show's own.
    assert [event.via for _, event in bench.events(Taken)] == [Via.GO, Via.GO, Via.FOLLOW]
    bench.after(30_000)
    assert bench.session.state.run.phase is Phase.ON_AIR


def test_a_stall_of_the_machine_that_is_none_is_no_gap_at_full_speed() -> None:
    bench = Bench()
    bench.after(4_000)
    bench.session.wake()
    bench.machine.mono_ms += 1_900  # nearly two minutes of the rehearsal
    bench.session.wake()
    assert not bench.events(GapNoted)
    bench.machine.mono_ms += 2_100
    bench.session.wake()
    ((_, gap),) = bench.events(GapNoted)
    assert gap.length_ms == 2_100 * 60


def test_a_step_of_the_machines_wall_means_nothing() -> None:
    bench = Bench()
    bench.machine.wall_ms += HOUR
    bench.after(2_000)
    assert not bench.events(ClockStepped)
    assert bench.session.now().wall_ms == at(START) + 2 * MINUTE


def test_paused_nothing_falls_due_and_nothing_is_a_gap() -> None:
    bench = Bench(by_itself=True)
    bench.after(1_000)
    bench.session.steer(paused=True)
    bench.machine.mono_ms += 90_000
    bench.session.wake()
    assert bench.session.now().wall_ms == at(START) + MINUTE
    assert not bench.events(GapNoted)
    bench.session.steer(paused=False, speed=20)
    bench.after(12_000)
    assert [moment for moment, _ in bench.events(Taken)] == [0, 5 * MINUTE]


def test_the_journal_is_waited_for_by_the_machines_clock() -> None:
    bench = Bench(obs=True)
    bench.after(RELEASE_AFTER_MS - 1)
    assert not bench.around.takes
    bench.after(1)
    assert [take.scene for take, _ in bench.around.takes] == ["scene 1"]


def test_without_obs_nothing_is_sent_and_its_outputs_are_refused() -> None:
    bench = Bench()
    bench.after(1_000)
    assert not bench.around.takes
    with pytest.raises(UserError, match=r"rehearsal\.without_obs"):
        bench.session.handle(c.SwitchOutput(OutputKind.STREAM, True), "导播")
    with_obs = Bench(obs=True)
    with_obs.session.handle(c.SwitchOutput(OutputKind.STREAM, True), "导播")
    with_obs.after(200)
    assert with_obs.around.outputs == [(OutputKind.STREAM, True)]


def test_it_never_starts_an_output_by_itself() -> None:
    bench = Bench(obs=True, by_itself=True)
    bench.after(20_000)
    assert bench.session.state.run.phase is Phase.ENDED
    assert not bench.around.outputs


def test_what_is_told_says_how_it_stands() -> None:
    bench = Bench()
    bench.session.steer(speed=5, by_itself=True)
    told = [item for item in bench.around.published if isinstance(item, SessionSnapshot)][-1]
    assert told.rehearsing is not None
    assert (told.rehearsing.lapse.speed, told.rehearsing.wishes.speed, told.rehearsing.wishes.by_itself) == (
        5,
        5,
        True,
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 400), st.sampled_from((EndMode.MANUAL, EndMode.AUTO_FOLLOW))), min_size=1),
    st.sampled_from(SPEEDS),
    st.integers(0, 300),
)
def test_any_show_that_is_played_by_itself_ends_on_plan(
    lengths: list[tuple[int, EndMode]], speed: int, late: int
) -> None:
    document = show(
        START, *(segment(at, seconds / 60, end_mode=mode) for at, (seconds, mode) in enumerate(lengths, 1))
    )
    bench = Bench(document, by_itself=True, speed=speed)
    layout = plan(document)
    bench.after((layout.end - layout.start) // speed + 20 * SECOND, late=late)
    starts = [(start or 0) - layout.start for start in layout.starts]
    assert [moment for moment, _ in bench.events(Taken)] == starts
    assert [moment for moment, _ in bench.events(RunEnded)] == [layout.end - layout.start]
