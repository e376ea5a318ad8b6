"""A show that is over: its clocks stand still, the clock on the wall goes on."""

from __future__ import annotations

from dataclasses import replace

from bare_desk import Desk
from live_room import Room
from live_show import MID_T, mid_show, snapshot

from livedesk.domain.events import RunEnded
from livedesk.services.session.snapshot import Journalled
from livedesk.ui.models.promotions import PromotionState
from livedesk.ui.window import MainWindow

MINUTE = 60_000


def over(desk: Desk, wait_ms: int) -> object:
    """The sample show, ended in its fourth segment, some time ago."""
    journal = mid_show()
    journal.add(MID_T, RunEnded())
    told = snapshot(journal)
    run = replace(told.state.run, boot="boot")
    desk.clock.wall_ms = run.instant(MID_T) + wait_ms
    desk.clock.mono_ms = run.origin_mono_ms + MID_T + wait_ms
    return replace(told, state=replace(told.state, run=run))


def test_the_time_on_air_stands_and_the_clock_goes_on(window: MainWindow, desk: Desk) -> None:
    desk.publish(over(desk, 0))
    clocks = window.top_bar.clocks
    before = clocks["elapsed"].value.text(), clocks["offset_end"].value.text()
    now = clocks["now"].value.text()
    assert before[0] == "0:20:36"
    desk.clock.advance(MINUTE)
    window.ticker.tick()
    assert (clocks["elapsed"].value.text(), clocks["offset_end"].value.text()) == before
    assert clocks["now"].value.text() != now


def test_what_is_not_done_grows_no_later(window: MainWindow, desk: Desk, room: Room) -> None:
    desk.publish(over(desk, 0))
    live = room.desk
    live.on_tick(window.ticker.now())
    rows = live.right.console.model.rows
    desk.clock.advance(5 * MINUTE)
    live.on_tick(window.ticker.now())
    assert live.right.console.model.rows == rows
    assert live.right.console.late == 0
    assert "▲" not in live.right.console.facts.text()


def test_promotions_that_ran_are_over_with_the_show(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    running = [row.key for row in room.desk.right.promotions.model.rows if row.state is PromotionState.RUNNING]
    assert running
    journal.add(MID_T, RunEnded())
    run_id = snapshot(journal).run_id
    assert run_id is not None
    room.context_desk.publish(Journalled(run_id, tuple(journal.entries)))
    room.show(journal, MID_T + MINUTE)
    states = {row.key: row.state for row in room.desk.right.promotions.model.rows}
    assert {states[key] for key in running} == {PromotionState.OVER}
