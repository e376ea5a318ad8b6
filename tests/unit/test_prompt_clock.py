"""A client's clock against the desk's, by pings that took their time."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.prompt_clock import ROUNDING_MS, ClockOffset, ClockSample, clock_offset

# Microseconds, whole, so that the truth is exact.
shifts = st.integers(-(10**12), 10**12)
ways = st.integers(0, 3_000_000)


@dataclass(frozen=True)
class Trip:
    """A ping sent at ``sent`` of the client's clock, ``up`` on its way to the desk and ``down`` back."""

    sent: int
    up: int
    down: int

    def sample(self, shift: int) -> ClockSample:
        """What both read, each in whole milliseconds."""
        at_desk = self.sent + self.up + shift
        return ClockSample(self.sent // 1000, at_desk // 1000, (self.sent + self.up + self.down) // 1000)


trips = st.builds(Trip, st.integers(0, 10**12), ways, ways)


@given(shifts, st.lists(trips, min_size=1, max_size=20))
def test_the_truth_is_within_the_uncertainty(shift: int, made: list[Trip]) -> None:
    found = clock_offset(trip.sample(shift) for trip in made)
    assert found is not None
    assert abs(found.offset_ms - shift / 1000) <= found.uncertainty_ms


@given(shifts, st.lists(trips, min_size=1, max_size=20))
def test_the_smallest_round_trip_wins(shift: int, made: list[Trip]) -> None:
    samples = [trip.sample(shift) for trip in made]
    found = clock_offset(samples)
    assert found is not None
    assert found.uncertainty_ms == min(each.round_trip_ms for each in samples) / 2 + ROUNDING_MS


@given(shifts, st.lists(trips, min_size=1, max_size=10), trips)
def test_another_sample_makes_it_no_worse(shift: int, made: list[Trip], more: Trip) -> None:
    samples = [trip.sample(shift) for trip in made]
    before, after = clock_offset(samples), clock_offset([*samples, more.sample(shift)])
    assert before is not None
    assert after is not None
    assert after.uncertainty_ms <= before.uncertainty_ms


def test_of_equal_round_trips_the_latest_counts() -> None:
    samples = (ClockSample(0, 1_010, 20), ClockSample(5_000, 6_030, 5_020))
    assert clock_offset(samples) == ClockOffset(1_020, 11.5)


def test_a_clock_that_was_set_back_on_the_way_counts_for_nothing() -> None:
    assert clock_offset([ClockSample(100, 1_000, 40)]) is None
    assert clock_offset([ClockSample(100, 1_000, 40), ClockSample(100, 1_000, 140)]) == ClockOffset(880, 21.5)


def test_without_a_sample_nothing_is_known() -> None:
    assert clock_offset([]) is None


def test_an_instant_of_the_desk_by_the_clients_clock() -> None:
    assert ClockOffset(880.0, 21.5).desk_ms(1_000.5) == 1_880.5
