"""A time that runs faster: it never goes back, loses nothing when its speed changes, and says when it comes to what."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.clock import MINUTE, Now
from livedesk.domain.lapse import SPEEDS, Lapse


@dataclass(frozen=True)
class Steer:
    """What happens after so many of the machine's milliseconds; its wall may have been moved meanwhile."""

    after_ms: int
    speed: int | None
    paused: bool | None
    wall_step_ms: int


STEERS = st.lists(
    st.builds(
        Steer,
        st.integers(0, 10 * MINUTE),
        st.none() | st.sampled_from(SPEEDS),
        st.none() | st.booleans(),
        st.integers(-4_000_000, 4_000_000),
    ),
    max_size=12,
)


@given(STEERS, st.integers(0, 10**9), st.integers(0, 10**9))
def test_it_is_continuous_and_never_goes_back(steers: list[Steer], since: int, wall: int) -> None:
    lapse = Lapse(wall, "rehearsal", 20, since_ms=since)
    machine = Now(wall, since, "boot")
    passed = 0
    for steer in steers:
        before = lapse.now(machine)
        machine = Now(machine.wall_ms + steer.wall_step_ms, machine.mono_ms + steer.after_ms, "boot")
        passed += steer.after_ms * lapse.rate
        here = lapse.now(machine)
        assert here.mono_ms >= before.mono_ms
        lapse = lapse.steered(machine, speed=steer.speed, paused=steer.paused)
        assert lapse.now(machine) == here == Now(wall + passed, passed, "rehearsal")


@given(STEERS, st.integers(0, 10 * MINUTE))
def test_it_is_there_at_the_first_reading_that_it_names(steers: list[Steer], ahead: int) -> None:
    lapse, machine = Lapse(0, "rehearsal", 5), Now(0, 0, "boot")
    for steer in steers:
        machine = Now(0, machine.mono_ms + steer.after_ms, "boot")
        lapse = lapse.steered(machine, speed=steer.speed, paused=steer.paused)
    wanted = lapse.now(machine).mono_ms + ahead
    reached = lapse.reached(wanted)
    if reached is None:
        assert lapse.paused
        assert ahead > 0
        return
    assert lapse.now(Now(0, max(reached, machine.mono_ms), "boot")).mono_ms >= wanted
    if reached > machine.mono_ms:
        assert lapse.now(Now(0, reached - 1, "boot")).mono_ms < wanted


def test_a_pause_keeps_the_speed() -> None:
    start = Now(0, 100, "boot")
    lapse = Lapse(1_000, "rehearsal", 20, since_ms=100).steered(start, paused=True)
    assert lapse.now(Now(0, 9_100, "boot")).mono_ms == 0
    on = lapse.steered(Now(0, 9_100, "boot"), paused=False)
    assert on.now(Now(0, 9_200, "boot")) == Now(3_000, 2_000, "rehearsal")


def test_a_machine_that_reads_earlier_moves_nothing_back() -> None:
    lapse = Lapse(0, "rehearsal", 60, since_ms=500).steered(Now(0, 900, "boot"), speed=1)
    assert lapse.now(Now(0, 700, "boot")).mono_ms == 24_000
    again = lapse.steered(Now(0, 700, "boot"), paused=False)
    assert again.now(Now(0, 1_000, "boot")).mono_ms == 24_100
