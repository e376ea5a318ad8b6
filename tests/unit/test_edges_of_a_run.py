"""The edges of a run: what is told after its end, after the way back, after a clock was corrected."""

from __future__ import annotations

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain.clock import HOUR, MINUTE, SECOND
from livedesk.domain.console import CueState, console
from livedesk.domain.rundown import (
    PANIC_SCENE,
    ConsoleAction,
    ConsoleCue,
    EndMode,
    Standby,
    StandbyMode,
)
from tests.unit.shows import Desk, at, segment, show, wall

START = "2026-11-25 20:00"


def live(*segments: object, **more: object) -> Desk:
    return Desk(show(START, *segments, **more), at(START)).do(c.GoLive())  # type: ignore[arg-type]  # segments


def test_the_way_back_out_of_a_follow_is_not_followed_again() -> None:
    desk = live(segment(1, 1, end_mode=EndMode.AUTO_FOLLOW), segment(2, 5), segment(3, 5)).after(MINUTE)
    desk.do(c.Follow(1)).after(5 * SECOND).do(c.Back())
    assert desk.state.run.airing is not None
    assert desk.state.run.airing.item_id == "s1"
    assert desk.table.follow_at is None
    desk.after(HOUR)
    assert desk.table.follow_at is None
    assert desk.do(c.Go()).state.run.airing is not None


def test_the_way_back_into_time_that_is_left_follows_at_its_end() -> None:
    desk = live(segment(1, 1, end_mode=EndMode.AUTO_FOLLOW), segment(2, 5), segment(3, 5)).after(40 * SECOND)
    desk.do(c.Go()).after(5 * SECOND).do(c.Back())
    assert desk.table.follow_at == at(START) + 65 * SECOND


def test_taking_more_time_than_is_left_lets_a_follow_go_at_once() -> None:
    desk = live(segment(1, 2, end_mode=EndMode.AUTO_FOLLOW), segment(2, 5)).after(MINUTE)
    desk.do(c.AdjustTime(-5 * MINUTE))
    assert desk.table.remaining == 0
    assert desk.table.follow_at == at(START) + MINUTE
    assert desk.do(c.Follow(1)).state.run.airing is not None
    assert desk.state.run.airing.item_id == "s2"


def test_what_is_told_after_the_end_moves_nothing() -> None:
    desk = live(segment(1, 5), segment(2, 5)).after(4 * MINUTE).do(c.Go()).after(5 * MINUTE).do(c.EndShow())
    ended = desk.table
    desk.after(HOUR).do(c.ShowFault("obs.lost"))
    after = desk.table
    assert (ended.expected_end, ended.offset_end, ended.show_elapsed) == (
        at("2026-11-25 20:09"),
        -MINUTE,
        9 * MINUTE,
    )
    assert (after.expected_end, after.offset_end, after.show_elapsed) == (
        ended.expected_end,
        ended.offset_end,
        ended.show_elapsed,
    )


def test_an_accepted_clock_makes_no_cue_late() -> None:
    cue = ConsoleCue("c1", ConsoleAction.PIN, "弹讲解卡", 4 * MINUTE)
    desk = live(segment(1, 10, cues=(cue,))).after(MINUTE)
    for delta in (10 * MINUTE, -10 * MINUTE):
        desk.do(c.NoteClockStep(delta)).do(c.AcceptClock())
        (due,) = console(desk.state.show, desk.state.run, desk.table)
        assert due.state is CueState.COMING
        assert due.due - desk.table.now == 3 * MINUTE


def test_a_segment_that_counts_to_a_time_is_kept_with_what_it_took() -> None:
    counting = segment(2, 0, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:30"))
    desk = live(segment(1, 10), counting).after(14 * MINUTE).do(c.Go())
    (taken,) = [x.event for x in desk.entries if isinstance(x.event, e.Taken) and x.event.segment_id == "s2"]
    assert taken.duration_ms == 16 * MINUTE
    assert desk.table.remaining == 16 * MINUTE


def test_the_scene_behind_the_panic_key_is_one_of_the_show() -> None:
    assert show(START, segment(1, 5)).scenes == ("scene 1", PANIC_SCENE)
    marked = Standby("b1", "紧急", "safe", panic=True)
    assert show(START, segment(1, 5), standbys=(marked,)).scenes == ("scene 1", "safe")


def test_a_panic_plan_pauses_whatever_the_sheet_says() -> None:
    replacing = Standby("b1", "紧急", "safe", mode=StandbyMode.REPLACE, panic=True)
    for command in (c.Panic(), c.CallStandby("b1")):
        desk = live(segment(1, 5), segment(2, 5), standbys=(replacing,)).after(MINUTE).do(command)
        assert desk.state.run.paused is not None
        desk.after(MINUTE).do(c.EndStandby())
        assert desk.table.current == 0
        assert desk.table.remaining == 4 * MINUTE


def test_time_can_be_added_to_a_standby_plan() -> None:
    plan = Standby("b1", "补光", "fault", duration_ms=MINUTE)
    desk = live(segment(1, 5), standbys=(plan,)).do(c.CallStandby("b1")).after(30 * SECOND)
    assert desk.do(c.AdjustTime(MINUTE)).table.remaining == 90 * SECOND
