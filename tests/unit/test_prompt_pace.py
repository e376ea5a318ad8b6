"""Speeds: what fits a time, and what is learned of a host."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.prompt_pace import FASTEST, SHORTEST_S, SLOWEST, LearnedPace, Stretch, fit

paces = st.integers(SLOWEST, FASTEST)
lengths = st.floats(SHORTEST_S, 600)
stretches = st.builds(Stretch, st.floats(-1_000, 20_000), st.floats(0.001, 3_600))


@given(st.floats(-10, 100_000), st.floats(-100, 10_000))
def test_a_fit_is_within_the_limits_and_ends_in_time_where_it_says_so(characters: float, seconds: float) -> None:
    found = fit(characters, seconds)
    assert SLOWEST <= found.cpm <= FASTEST
    if found.whole and characters > 0:
        assert characters / found.cpm * 60 == pytest.approx(seconds, rel=0.01)
    if not found.whole:
        assert found.cpm in (SLOWEST, FASTEST)


def test_a_fit_is_the_speed_that_is_needed() -> None:
    assert fit(300, 60) == fit(150, 30)
    assert (fit(300, 60).cpm, fit(300, 60).whole) == (300, True)
    assert (fit(300, 10).cpm, fit(300, 10).whole) == (FASTEST, False)
    assert (fit(300, 0).cpm, fit(300, 0).whole) == (FASTEST, False)
    assert (fit(10, 600).cpm, fit(10, 600).whole) == (SLOWEST, False)
    assert (fit(0, 20).cpm, fit(0, 20).whole) == (SLOWEST, True)


@given(paces, paces, st.lists(lengths, min_size=1, max_size=10))
def test_it_comes_to_the_pace_that_is_read_whatever_was_before(before: int, now: int, times: list[float]) -> None:
    learned = LearnedPace(before * 30.0, 1_800.0)
    lasting = [Stretch(now / 60 * seconds, seconds) for seconds in times]
    far = abs((learned.cpm or 0) - now)
    for stretch in lasting:
        learned = learned.after([stretch])
        assert abs((learned.cpm or 0) - now) <= far
        far = abs((learned.cpm or 0) - now)
    learned = learned.after([Stretch(now * 10.0, 600.0)] * 16)
    assert learned.cpm == pytest.approx(now, abs=2)


@given(st.lists(stretches, max_size=30))
def test_it_stays_within_the_limits_and_small(given_: list[Stretch]) -> None:
    learned = LearnedPace().after(given_)
    assert learned.cpm is None or SLOWEST <= learned.cpm <= FASTEST
    assert learned.seconds <= 2 * 3_600 + 1_400


@given(paces, st.floats(0.001, SHORTEST_S - 0.01), st.floats(0, 20_000))
def test_what_is_short_or_read_by_nobody_teaches_nothing(pace: int, seconds: float, characters: float) -> None:
    learned = LearnedPace().after([Stretch(pace * 1.0, 60.0)])
    assert learned.after([Stretch(characters, seconds)]) == learned
    assert learned.after([Stretch(0.0, 60.0), Stretch(-50.0, 60.0), Stretch(9_000.0, 60.0)]) == learned


def test_of_nobody_nothing_is_known() -> None:
    assert LearnedPace().cpm is None
