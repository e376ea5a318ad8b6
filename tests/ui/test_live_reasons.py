"""What the desk does not do now says why: plans off air, the end of a plan that is not on, a cue that is not due."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from live_room import SHIFT, K, Room
from live_show import MID_T, Journal, mid_show

from livedesk.domain import commands as c
from livedesk.domain.events import CueTicked, RunEnded, StandbyCalled
from livedesk.domain.rundown import StandbyMode
from livedesk.ui.context import Tick


def refusals(room: Room) -> list[tuple[str, str]]:
    """What is refused from now on, and why."""
    told: list[tuple[str, str]] = []
    room.desk.context.actions.refused.connect(lambda name, why: told.append((name, why)))
    return told


def ticked(*cues: str) -> Journal:
    """The show with these cues done."""
    journal = mid_show()
    for cue in cues:
        journal.add(MID_T, CueTicked(cue, 4, "x"))
    return journal


def test_a_plan_off_air_says_why_on_its_button_and_when_it_is_pressed(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    button = room.desk.rundown.standby.buttons["b2"]
    button.click()
    assert room.sent == [c.CallStandby("b2")]
    assert "not on air" not in button.toolTip()
    journal.add(MID_T, RunEnded())
    room.show(journal, MID_T + 1_000)
    told = refusals(room)
    button.click()
    assert told == [("standby_2", "The show is not on air")]
    assert "The show is not on air" in button.toolTip()
    assert button.property("dimmed") == "true"
    assert room.sent == [c.CallStandby("b2")]


@pytest.mark.parametrize(
    ("mode", "why"),
    [
        (None, "No standby plan is on air"),
        (StandbyMode.REPLACE, "This plan takes the item's place; GO goes on"),
    ],
)
def test_the_end_of_a_plan_that_is_not_on_air_says_why(room: Room, mode: StandbyMode | None, why: str) -> None:
    journal = mid_show()
    if mode is not None:
        journal.add(MID_T, StandbyCalled(5, 5, "b1", "断网", "优惠券贴片", mode, 60_000, False))
    room.show(journal, MID_T + 100)
    told = refusals(room)
    room.key(K.Key_F4)
    assert (told, room.sent) == ([("end_standby", why)], [])


def test_without_a_show_too(room: Room) -> None:
    room.desk.on_tick(Tick(None, None, 0, 0))
    told = refusals(room)
    room.key(K.Key_F4)
    room.key(K.Key_F5)
    assert told == [("end_standby", "Open a show first"), ("standby_1", "Open a show first")]


def test_a_key_without_a_plan_says_so_and_where_plans_are_made(room: Room) -> None:
    journal = mid_show()
    journal.show = replace(journal.show, standbys=tuple(item for item in journal.show.standbys if item.panic))
    room.show(journal)
    told = refusals(room)
    room.key(K.Key_F6)
    room.key(K.Key_F8, SHIFT)
    why = "no plan is on this key; the page Script has “Add a standby plan”"
    assert (told, room.sent) == ([("standby_2", why), ("standby_8", why)], [])


def test_t_ticks_what_presses_and_says_what_comes_where_nothing_does(room: Room) -> None:
    told = refusals(room)
    room.show(ticked("q1"))
    room.key(K.Key_T)
    assert (room.sent, told) == ([c.TickCue("q2")], [])
    room.show(ticked("q1", "q2"), MID_T + 100)
    room.later()
    room.key(K.Key_T)
    (first,) = told
    assert first[0] == "tick_cue"
    assert "放库存 300 件" in first[1]
    assert re.search(r"at 20:\d\d:\d\d", first[1]), first
    assert len(room.sent) == 1, "nothing that is still to come was ticked"
    room.show(ticked("q1", "q2", "q3", "q4"), MID_T + 200)
    room.later()
    room.key(K.Key_T)
    assert told[-1] == ("tick_cue", "every cue is ticked")
