"""What the record demands of a hang that the log tells, and of the end of a run."""

from __future__ import annotations

from math import inf

import pytest

from livedesk.domain.asrun import AsRunRow
from tests.soak.record import FOUND_MS, HUNG, SETTLE_MS, Log, Span, Told, compare, missed
from tests.soak.recorder import Witness

HANG = Span("long hang", 100_000, 135_000)


def _log(from_ms: int, until_ms: int, *, what: str = HUNG, take_ms: int = 140_000) -> Log:
    row = AsRunRow(1, 0, "segment", "", 0, "", take=1)
    return Log([Told(take_ms, "A", row)], blind=[Span(what, from_ms - FOUND_MS, until_ms + SETTLE_MS)])


def test_a_hang_that_is_told_until_obs_goes_on_is_as_it_should_be() -> None:
    assert missed(_log(103_000, 131_500), HANG, 30) == Span(HUNG, 103_000, 131_500)


@pytest.mark.parametrize(
    ("log", "why"),
    [
        (Log(), "told once"),
        (_log(99_000, 131_500), "told once"),
        (_log(107_000, 131_500), "told once"),
        (_log(103_000, 131_500, what="obs.lost"), "told once"),
        (_log(103_000, 120_000), "over when OBS goes on"),
        (_log(103_000, 137_000), "over when OBS goes on"),
        (_log(103_000, 131_500, take_ms=120_000), "no take is confirmed"),
    ],
)
def test_a_hang_that_is_not_told_or_not_over_is_found(log: Log, why: str) -> None:
    with pytest.raises(AssertionError, match=why):
        missed(log, HANG, 30)


def test_what_is_switched_after_the_run_has_ended_is_no_row_s() -> None:
    """Nobody writes it down any more; before the end it is missed."""
    witness = Witness(0, 200_000, [(0, "A"), (150_000, "B")])
    assert compare(Log(ended_ms=149_900), [witness], [])["after the end"] == 1
    for ended_ms in (151_000, inf):
        with pytest.raises(AssertionError, match="the log nothing"):
            compare(Log(ended_ms=ended_ms), [witness], [])
