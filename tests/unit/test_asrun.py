"""What the as-run log says of each take."""

from __future__ import annotations

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain.asrun import AsRunRow, as_run
from livedesk.domain.rundown import Standby
from tests.unit.shows import Desk, at, segment, show

START = "2026-11-25 20:00"


def room() -> Desk:
    """Three segments of five minutes and the panic plan, not on air yet."""
    rundown = show(
        START,
        segment(1, 5),
        segment(2, 5),
        segment(3, 5),
        standbys=(Standby("b1", "断网", "safe", panic=True), Standby("b2", "断货", "b")),
    )
    return Desk(rundown, at(START))


def rows(desk: Desk, kind: str) -> list[AsRunRow]:
    return [row for row in as_run(desk.entries) if row.kind == kind]


def test_a_scene_is_noted_with_what_brought_it() -> None:
    desk = room().do(c.Panic()).do(c.GoLive())
    for command in (c.SwitchScene("scene 9"), c.TakeAgain(), c.Panic(), c.Panic(), c.EndStandby()):
        desk.do(command)
    desk.do(c.CallStandby("b2")).do(c.CallStandby("b2")).do(c.EndShow()).do(c.Panic())
    assert [(row.scene, row.note) for row in rows(desk, "scene")] == [
        ("safe", "panic"),
        ("scene 9", ""),
        ("scene 9", "again"),
        ("safe", "panic again"),
        ("b", "again"),
        ("safe", "panic"),
    ]


def test_what_obs_says_of_a_take_joins_its_note() -> None:
    desk = room().do(c.GoLive()).do(c.Panic())
    desk.do(c.ReportTake(2, e.TakeResult.UNKNOWN, None, "timeout"))
    desk.do(c.ReportTake(2, e.TakeResult.CONFIRMED, 1500.0, "late"))
    assert [(row.result, row.note) for row in rows(desk, "standby")] == [("confirmed", "panic; timeout; late")]
