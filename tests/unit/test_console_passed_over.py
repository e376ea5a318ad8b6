"""The console's cues of segments that were passed over are counted apart from those that are asked for."""

from __future__ import annotations

from livedesk.domain import commands as c
from livedesk.domain.console import console, passed_over
from livedesk.domain.rundown import ConsoleAction, ConsoleCue
from tests.unit.shows import Desk, at, segment, show

START = "2026-11-25 20:00"


def test_what_is_passed_over_is_not_lost_from_the_count() -> None:
    cues = tuple(ConsoleCue(f"k{n}", ConsoleAction.LIST, f"上架 {n}号") for n in range(3))
    rundown = show(START, segment(1, 5), segment(2, 5, cues=cues[:2]), segment(3, 5, cues=cues[2:]))
    desk = Desk(rundown, at(START)).do(c.GoLive())
    assert (len(console(desk.state.show, desk.state.run, desk.table)), passed_over(rundown, desk.table)) == (3, 0)
    desk.do(c.Jump("s3"))
    assert [one.cue.id for one in console(desk.state.show, desk.state.run, desk.table)] == ["k2"]
    assert passed_over(rundown, desk.table) == 2
