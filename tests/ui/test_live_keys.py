"""Whose the keys are: the desk's, a field's, a button's, and of nobody for a moment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from live_fakes import tick
from live_room import K, Room
from live_show import MID_T, Journal, mid_show, sample_show, snapshot
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.checklist import CheckState
from livedesk.domain.edits import ChangeSegments, PutSegments, SegmentChange
from livedesk.domain.errors import UserError
from livedesk.domain.events import CheckMarked, StandbyCalled
from livedesk.domain.rundown import StandbyMode
from livedesk.domain.timetable import plan
from livedesk.services.session.snapshot import Refused
from livedesk.ui.bounce import BOUNCE_MS
from livedesk.ui.context import Tick
from livedesk.ui.workspaces.live.rundown_delegate import reminder_tone
from livedesk.ui.workspaces.live.segment_editor import SegmentEditor


def before_air(room: Room) -> Journal:
    """The desk with open checks, ten minutes before the plan."""
    journal = Journal(sample_show(), plan(sample_show()).start - 600_000)
    journal.open()
    room.show(journal, 60_000)
    return journal


def settle_checks(room: Room, journal: Journal) -> None:
    """Every check passes."""
    for item in journal.show.checklist:
        journal.add(61_000, CheckMarked(item.id, item.title, CheckState.PASSED, ""))
    room.show(journal, 62_000)


def test_a_bouncing_key_takes_one_segment(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    room.key(K.Key_Space)
    journal.take(MID_T + 100, 5)
    room.show(journal, MID_T + 200)
    room.key(K.Key_Space)
    assert room.sent == [c.Go(4)], "nobody reads the next segment in so short a time"
    room.later()
    room.key(K.Key_Space)
    assert room.sent == [c.Go(4), c.Go(5)]
    assert BOUNCE_MS < 500


def test_emergency_keys_know_how_the_show_stands_from_every_page(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    actions = room.desk.context.actions
    assert not actions["end_standby"].isEnabled()
    journal.add(MID_T, StandbyCalled(5, 5, "b9", "紧急画面", "紧急画面", StandbyMode.PAUSE, None, True))
    room.desk.on_tick_behind(tick(snapshot(journal), MID_T + 2_000, journal.opened))
    assert actions["end_standby"].isEnabled()


def test_a_row_of_the_rundown_lets_no_input_method_in(room: Room) -> None:
    room.show(mid_show())
    view = room.desk.rundown.view
    for row in range(1, 4):
        view.setFocus()
        view.setCurrentIndex(view.model().index(row, 0))
        assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_who_types_a_reason_is_not_interrupted_and_takes_nothing_by_accident(room: Room) -> None:
    journal = before_air(room)
    room.context_desk.publish(Refused(c.GoLive(), UserError("run.checks_open", count=1, first="OBS")))
    strip = room.desk.center.override
    assert strip.isVisible()
    strip.why.setFocus()
    settle_checks(room, journal)
    assert strip.isVisible(), "somebody is typing"
    journal.live(70_000)
    journal.take(70_000, 1)
    room.show(journal, 71_000)
    assert not strip.isVisible()
    assert room.desk.context.actions.resting


def test_without_a_show_nothing_is_written_to_a_host(room: Room) -> None:
    room.desk.on_tick(Tick(None, None, 0, 0))
    room.key(K.Key_M)
    assert not room.desk.right.comments.message.field.hasFocus()


def test_an_armed_row_is_let_be_when_the_keys_go_elsewhere(room: Room) -> None:
    room.show(mid_show())
    view = room.desk.rundown.view
    view.setFocus()
    view.arm("s08")
    room.desk.right.comments.message.field.setFocus()
    assert view.situation.armed == ""


def test_a_button_reached_by_tab_is_pressed_with_enter(room: Room) -> None:
    room.desk.on_tick(Tick(None, None, 0, 0))
    button = room.desk._empty.open
    button.setFocus()
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append(button.text()))
    room.key(K.Key_Return)
    assert pressed == [button.text()]


def test_the_menu_of_a_segment_keeps_what_was_edited_meanwhile(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    room.show(journal)
    panel = room.desk.rundown
    old = journal.show.segments[7]
    panel._menu.open(old, QPoint(0, 0))
    changed = replace(old, title="改过的标题")
    segments = tuple(changed if item.id == old.id else item for item in journal.show.segments)
    panel.model.set_show(replace(journal.show, segments=segments))
    panel._menu._longer()
    qtbot.waitUntil(lambda: len(room.services.edits) == 1)
    edit, _ = room.services.edits[0]
    assert edit == ChangeSegments((SegmentChange(old.id, {"duration_ms": changed.duration_ms + 60_000}),))
    panel._menu.close()


def test_another_show_takes_the_search_and_the_armed_row_away(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    panel = room.desk.rundown
    panel.view.arm("s08")
    panel.open_find()
    panel.find_line.setText("抽奖")
    panel.view.arm("s08")
    other = mid_show(replace(journal.show, id="another"))
    room.show(other)
    assert panel.find_line.text() == ""
    assert panel.view.situation.armed == ""


def test_escape_out_of_an_edit_does_nothing_else(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    view = room.desk.rundown.view
    escaped: list[bool] = []
    view.escaped.connect(lambda: escaped.append(True))
    room.edit("s06").title.setFocus()
    room.key(K.Key_Escape)
    qtbot.waitUntil(lambda: view.viewport().findChild(SegmentEditor) is None)
    assert escaped == []
    view.setFocus()
    room.key(K.Key_Escape)
    assert escaped == [True]


def test_the_strip_says_what_is_open_now(room: Room) -> None:
    journal = before_air(room)
    room.context_desk.publish(Refused(c.GoLive(), UserError("run.far_from_plan", hours=9, planned="x")))
    strip = room.desk.center.override
    before = strip.words.text()
    settle_checks(room, journal)
    assert strip.isVisible()
    assert "\n" in before
    assert "\n" not in strip.words.text(), "only the day is still in the way"


def test_a_segment_is_queued_again_behind_what_is_on_air(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    panel, show = room.desk.rundown, mid_show().show
    panel._menu.open(show.segments[0], QPoint(0, 0))
    panel._menu._queue_again()
    qtbot.waitUntil(lambda: len(room.services.edits) == 1)
    edit, _ = room.services.edits[0]
    assert isinstance(edit, PutSegments)
    (put,) = edit.puts
    assert (put.index, put.segment.title) == (4, show.segments[0].title)
    assert put.segment.id != show.segments[0].id
    panel._menu.close()


@pytest.mark.parametrize(
    ("left", "tone"), [(None, "text"), (61_000, "text"), (60_000, "next"), (15_000, "warn"), (-1, "warn")]
)
def test_a_segments_clock_turns_where_its_writer_wants_it(left: int | None, tone: str) -> None:
    segment = replace(mid_show().show.segments[0], warn_ms=60_000, alarm_ms=15_000)
    assert reminder_tone(segment, left) == tone
