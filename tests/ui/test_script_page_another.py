"""Another show is opened: nothing that was found in the one before is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from script_page_room import PageRoom, script_page_room, script_sample
from test_script_page_checks import computed, write

from livedesk.domain import editing
from livedesk.domain.clock import wall_to_ms
from livedesk.domain.commands import GoLive
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import EndMode, Show
from livedesk.ui.workspaces.script import facts as facts_module
from livedesk.ui.workspaces.script.side import CHECKS, TIME
from tests.unit.shows import Desk, wall

__all__ = ["script_page_room", "script_sample"]


def another(room: PageRoom) -> Show:
    """A show whose items have the ids of the one that is shown, with nothing said in it."""
    made = replace(room.show, id="other", title="另一场")
    room.services.store.shows.add(made, by="运营", at_ms=0)
    return made


def _broken(*_: object) -> None:
    raise UserError("store.locked", path="", reason="")


def found_in(room: PageRoom) -> None:
    """Something is wrong in what is shown, and it is seen."""
    write(room, 2, "全网最低价")
    computed(room)
    look = room.page.rundown.view.look
    assert room.show.segments[2].id in look.marks
    assert look.times
    assert room.page.side.tabs.tabText(CHECKS)[-1].isdigit()


def test_what_was_found_in_the_show_before_goes_at_once_and_for_ever(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    found_in(room)
    other, view = another(room), room.page.rundown.view

    monkeypatch.setattr(facts_module, "_facts", _broken)
    room.page.document.open(other.id)
    room.wait(lambda: room.show.id == other.id)
    assert room.page.side.tabs.tabText(CHECKS) == "Checks"
    assert not view.look.marks
    assert not view.look.times
    room.wait(lambda: room.notes != "")
    assert room.page.side.tabs.tabText(CHECKS) == "Checks"
    assert not view.look.marks


def test_no_time_of_the_show_before_is_told_or_fitted_by(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = room.segment(2)
    room.page.document.do(editing.set_field(room.show, (one.id,), "end_mode", EndMode.COUNT_TO))
    room.choose(2)
    room.page.side.open(TIME)
    computed(room)
    panel, text = room.page.side.time, room.page.text
    told = (panel.planned, panel.slot, panel.latest, panel.speech)
    room.wait(lambda: all(one.text() for one in told))
    assert text._planned[0] == one.id
    other = another(room)
    monkeypatch.setattr(facts_module, "_facts", _broken)
    room.page.document.open(other.id)
    room.wait(lambda: room.show.id == other.id)
    room.choose(2)
    assert [one.text() for one in (panel.planned, panel.slot, panel.speech)] == ["", "", ""]
    assert not panel.groups.accessibleDescription()
    assert not panel._people
    assert text._planned == ("", 0)
    before = room.show
    panel.fit_now()
    assert room.show is before, "how long the words take is not known"


def test_a_change_of_the_same_show_leaves_what_was_found_until_it_is_found_anew(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    found_in(room)
    view, words = room.page.rundown.view, room.page.side.tabs.tabText(CHECKS)
    monkeypatch.setattr(room.page.facts._rest, "start", lambda *_: None)
    write(room, 3, "大家好")
    assert view.look.marks
    assert room.page.side.tabs.tabText(CHECKS) == words


def test_nothing_is_on_air_in_a_show_without_a_plan_whatever_ran_before(room: PageRoom, sample: Show) -> None:
    view, canvas = room.page.rundown.view, room.page.band.timeline.canvas
    unchecked = replace(sample, checklist=())
    desk = Desk(unchecked, wall_to_ms(sample.planned_start, sample.zone)).do(GoLive())
    room.page.rundown.set_timetable(desk.table)
    room.page.band.timeline.set_timetable(desk.table)
    assert view.look.live == sample.segments[0].id
    start, skipped = wall("2026-03-08 01:30"), wall("2026-03-08 02:30")
    first = replace(sample.segments[0], hard_start=skipped)
    made = replace(
        room.show, id="other", zone="America/New_York", planned_start=start, hard_end=None,
        segments=(first, *sample.segments[1:]),
    )  # fmt: skip
    room.services.store.shows.add(made, by="运营", at_ms=0)
    room.page.document.open("other")
    room.wait(lambda: room.show.id == "other")
    assert view.look.live == ""
    assert canvas.table is None
