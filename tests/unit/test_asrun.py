"""What the as-run log says of each take."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain.asrun import AsRunRow, as_run
from livedesk.domain.clock import MINUTE
from livedesk.domain.codec import decode_event
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import ConsoleAction, ConsoleCue, Standby
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


PLANNED = at("2026-11-25 20:05")


def minutes(desk: Desk, *commands: c.Command) -> Desk:
    """Do these, a minute apart."""
    for command in commands:
        desk.after(MINUTE).do(command)
    return desk


def test_a_segment_that_comes_back_has_its_columns_and_its_own_end() -> None:
    desk = minutes(
        room().do(c.GoLive()), c.Go(), c.Go(), c.Back(), c.Panic(), c.EndStandby(), c.Panic(), c.EndShow()
    )
    (back,), (again,) = rows(desk, "back"), rows(desk, "resume")
    for row in (back, again):
        assert (row.title, row.number, row.revision, row.planned_start_ms) == ("segment 2", 2, 1, PLANNED)
        assert (row.duration_ms, row.scene) == (5 * MINUTE, "scene 2")
    start = at(START)
    assert (back.requested_ms, back.ended_ms) == (start + 3 * MINUTE, start + 4 * MINUTE)
    assert (again.requested_ms, again.ended_ms) == (start + 5 * MINUTE, start + 6 * MINUTE)
    first = next(row for row in rows(desk, "segment") if row.number == 2)
    assert first.ended_ms == start + 7 * MINUTE, "it waited under the plan until the end"


def test_a_plan_has_the_revision_of_its_moment_and_what_was_left() -> None:
    desk = room().do(c.GoLive()).do(c.NoteEdit(7, "ReplaceSegment")).do(c.CallStandby("b2"))
    (row,) = rows(desk, "standby")
    assert (row.title, row.number, row.revision, row.duration_ms) == ("断货", None, 7, None)


def test_a_scene_inside_a_segment_has_the_segments_columns_and_ends_with_the_next_take() -> None:
    desk = minutes(room().do(c.GoLive()), c.Go(), c.SwitchScene("scene 9"), c.ReportManual("scene 8"))
    minutes(desk, c.FollowObs("scene 8"), c.Go(), c.ReportManual("scene 7"))
    start = at(START)
    (scene,), (manual, last), (adopted,) = rows(desk, "scene"), rows(desk, "manual"), rows(desk, "adopted")
    for row in (scene, manual, adopted):
        assert (row.title, row.number, row.revision, row.planned_start_ms) == ("segment 2", 2, 1, PLANNED)
    assert (scene.scene, scene.confirmed_ms, scene.ended_ms) == ("scene 9", None, start + 3 * MINUTE)
    assert (manual.scene, manual.confirmed_ms, manual.ended_ms) == (
        "scene 8",
        start + 3 * MINUTE,
        start + 5 * MINUTE,
    )
    assert (adopted.scene, adopted.ended_ms) == ("scene 8", None), "nothing was put on air by it"
    assert (last.number, last.ended_ms) == (3, None)
    assert rows(desk.do(c.EndShow()), "manual")[-1].ended_ms == start + 6 * MINUTE


def test_under_a_plan_a_scene_belongs_to_the_plan_and_before_air_to_nothing() -> None:
    desk = minutes(room(), c.Panic(), c.GoLive(), c.CallStandby("b2"), c.SwitchScene("scene 9"))
    before, under = rows(desk, "scene")
    assert (before.title, before.number, before.ended_ms) == ("", None, at(START) + 2 * MINUTE)
    assert (under.title, under.number, under.planned_start_ms) == ("断货", None, None)


def test_what_is_done_with_the_time_names_its_segment() -> None:
    desk = room().do(c.GoLive()).do(c.Go()).do(c.ToggleHold()).do(c.ToggleHold()).do(c.AdjustTime(30_000))
    told = {row.kind: (row.number, row.title) for row in as_run(desk.entries)}
    assert (told["hold"], told["release"], told["time"]) == ((2, "segment 2"), (2, "segment 2"), (2, "+30 s"))


def test_a_tick_has_the_number_of_its_own_segment_and_its_action() -> None:
    cues = (ConsoleCue("c1", ConsoleAction.PIN, "弹卡"), ConsoleCue("c2", ConsoleAction.PRICE, "改价"))
    rundown = show(START, segment(1, 5), segment(2, 5, cues=cues), segment(3, 5))
    desk = Desk(rundown, at(START)).do(c.GoLive()).do(c.TickCue("c1")).do(c.Go()).do(c.Go())
    desk.do(c.TickCue("c2")).do(c.TickCue("c2", False))
    ticked = [entry.event for entry in desk.entries if isinstance(entry.event, e.CueTicked)]
    assert [(event.segment_id, event.title, event.airing) for event in ticked] == [
        ("s2", "segment 2", 1),
        ("s2", "segment 2", 3),
        ("s2", "segment 2", 3),
    ]
    assert [(row.number, row.title, row.note, row.result) for row in rows(desk, "console")] == [
        (2, "弹卡", "pin", "done"),
        (2, "改价", "price", "done"),
        (2, "改价", "price", "undone"),
    ]


def test_a_tick_of_an_older_journal_reads_and_names_no_segment() -> None:
    old = decode_event("CueTicked", b'{"cue_id":"c1","airing":3,"text":"list","done":true}')
    assert old == e.CueTicked("c1", 3, "list")
    (row,) = as_run([e.Entry(1, 0, 0, "中控", old)])
    assert (row.number, row.title, row.note) == (None, "list", "")


STEPS: list[c.Command] = [
    c.Go(), c.Jump("s1"), c.Back(), c.Panic(), c.CallStandby("b2"), c.EndStandby(), c.TakeAgain(),
    c.SwitchScene("scene 9"), c.FollowObs("scene 9"), c.ReportManual("scene 8"), c.ToggleHold(), c.EndShow(),
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(STEPS), max_size=25))
def test_every_take_on_air_has_its_segment_and_only_the_last_ones_are_open(steps: list[c.Command]) -> None:
    desk = room().do(c.GoLive())
    for step in steps:
        try:
            desk.after(MINUTE).do(step)
        except UserError:
            continue
    kinds = ("segment", "standby", "back", "resume", "scene", "manual")
    log = [row for row in as_run(desk.entries) if row.kind in kinds]
    for row in log:
        assert row.title or desk.state.run.current is None
        assert row.revision == 1 or not row.title
        assert row.ended_ms is None or row.ended_ms >= row.requested_ms
    current = desk.state.run.airing
    for group in (("scene", "manual"), ("back", "resume")):
        still = [row for row in log if row.kind in group and row.ended_ms is None]
        assert len(still) <= 1
        assert current is None or not still or still[0].seq >= max(r.seq for r in log if r.kind in group)
