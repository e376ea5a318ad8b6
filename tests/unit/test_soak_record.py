"""The soak's comparison of a log with OBS's record finds what either leaves out, and what came in another order."""

from __future__ import annotations

import pytest

from livedesk.domain.asrun import AsRunRow
from tests.soak.record import Log, Span, Told, compare
from tests.soak.recorder import Witness

SWITCHED = Span("collection", 10_000, 24_000)


def _log(*told: tuple[int, str]) -> Log:
    rows = enumerate(told, 1)
    return Log(told=[Told(at, scene, AsRunRow(seq, 0, "manual", "", 0, "OBS")) for seq, (at, scene) in rows])


def _obs(*scenes: tuple[int, str]) -> list[Witness]:
    return [Witness(0, 60_000, [(0, "A"), *scenes])]


@pytest.mark.parametrize(
    ("log", "obs"),
    [
        (_log((12_900, "B")), _obs()),
        (_log(), _obs((12_900, "B"))),
        (_log((12_900, "B")), _obs((14_000, "B"))),
        (_log((30_000, "B"), (31_500, "C")), _obs((30_000, "C"), (31_500, "B"))),
    ],
    ids=["told and never seen", "seen and never told", "told at another time", "told in another order"],
)
def test_what_does_not_agree_is_found(log: Log, obs: list[Witness]) -> None:
    with pytest.raises(AssertionError):
        compare(log, obs, [])


def test_what_agrees_is_counted_also_where_a_trouble_draws_it_apart() -> None:
    seen = _obs((12_808, "B"), (15_168, "A"), (19_150, "B"), (21_945, "A"))
    told = _log((12_900, "B"), (15_200, "A"), (19_190, "B"), (23_139, "A"))
    assert compare(told, seen, [SWITCHED]) == {"manual": 4}
    assert compare(_log((5_000, "A")), _obs(), []) == {"on air already": 1}


def test_a_change_without_a_row_is_excused_where_the_log_says_that_there_was_no_link() -> None:
    log = _log()
    log.blind.append(Span("obs.lost", 12_000, 14_000))
    assert compare(log, _obs((12_900, "B")), []) == {"while there was no link": 1}
