"""A soak takes no longer than it may, and each part gets what it needs as far as there is time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.soak.shares import HANDS_S, KILLS, LEAST_S, LEAST_WHOLE_S, TAKES_S, kills_at_least, shares


@given(st.floats(0, 24 * 3_600))
def test_all_parts_together_take_what_there_is(whole: float) -> None:
    shared = shares(whole)
    assert shared.whole == pytest.approx(max(whole, LEAST_WHOLE_S))
    assert min(shared.hands, shared.kills, shared.takes) >= LEAST_S


@given(st.floats(0, 24 * 3_600))
def test_the_show_goes_before_the_hands_those_before_the_kills_and_those_before_the_takes(whole: float) -> None:
    shared = shares(whole)
    assert shared.speed == 20 or shared.hands < HANDS_S
    assert shared.hands >= HANDS_S or kills_at_least(shared.kills) < KILLS
    assert kills_at_least(shared.kills) == KILLS or shared.takes == LEAST_S


@pytest.mark.parametrize(
    ("minutes", "long"), [(14, 0), (15, 1), (23, 1), (24, 2), (39, 2), (40, 3), (48, 3), (49, 4)]
)
def test_docs_faults_tells_from_when_on_the_parts_have_their_long_forms(minutes: int, long: int) -> None:
    shared = shares(minutes * 60)
    has = (
        shared.speed == 20,
        shared.hands >= HANDS_S,
        kills_at_least(shared.kills) == KILLS,
        shared.takes == TAKES_S,
    )
    assert has == tuple(number < long for number in range(4))
    assert LEAST_WHOLE_S <= 11 * 60
