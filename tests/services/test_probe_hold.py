"""A check of OBS's figures changes only when its answer stands; every other at once."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain.checklist import CheckGroup, CheckItem, CheckMark, CheckState
from livedesk.domain.commands import MarkCheck
from livedesk.services.probe_hold import HOLD_MS, ProbeHold
from tests.unit.shows import segment, show

ITEMS = tuple(CheckItem(name, CheckGroup.OBS, name, probe=name) for name in ("obs.dropped", "obs.scenes"))
SHOW = replace(show("2026-11-25 20:00", segment(1, 5)), checklist=ITEMS)
GOOD = {item.id: CheckMark(CheckState.PASSED, "", "probe", 0) for item in ITEMS}
FAILED = MarkCheck("obs.dropped", CheckState.FAILED, "3.0%")
STEP = 3_000


def ask(hold: ProbeHold, at: int, *marks: MarkCheck, linked: bool = True, asked: bool = False) -> list[str]:
    return [mark.check_id for mark in hold.ripe(marks, SHOW, GOOD, at, linked=linked, asked=asked)]


def test_a_figure_fails_only_when_it_has_been_poor_for_long_enough() -> None:
    hold = ProbeHold()
    told = {at: ask(hold, at, FAILED) for at in range(0, HOLD_MS + STEP, STEP)}
    assert [at for at, ids in told.items() if ids] == [HOLD_MS]


def test_a_break_begins_anew() -> None:
    hold = ProbeHold()
    for at in range(0, 10 * HOLD_MS, 2 * STEP):
        assert ask(hold, at, FAILED) == []
        assert ask(hold, at + STEP) == []


def test_what_is_no_figure_counts_at_once_and_so_does_what_a_person_asked_or_a_lost_link() -> None:
    scenes = MarkCheck("obs.scenes", CheckState.FAILED, "1/2")
    assert ask(ProbeHold(), 0, scenes, FAILED) == ["obs.scenes"]
    assert ask(ProbeHold(), 0, FAILED, asked=True) == ["obs.dropped"]
    assert ask(ProbeHold(), 0, FAILED, linked=False) == ["obs.dropped"]


def test_the_first_pass_counts_at_once_and_the_first_failure_waits() -> None:
    passed = replace(FAILED, state=CheckState.PASSED)
    assert ProbeHold().ripe((passed,), SHOW, {}, 0, linked=True, asked=False) == (passed,)
    assert ProbeHold().ripe((FAILED,), SHOW, {}, 0, linked=True, asked=False) == ()
