"""Edges and bodies dragged on the timeline, and what each drag asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from timeline_room import ALT, CTRL, NONE, SHIFT, Room, furnished

from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.edits import ReplaceSegment, apply
from livedesk.domain.rundown import EndMode, Group
from livedesk.domain.timetable import plan
from livedesk.ui.theme import Theme
from livedesk.ui.workspaces.script.timeline import DurationDragged, OrderDragged
from tests.unit.shows import wall


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, family: str) -> Room:
    made = furnished(theme, family)
    qtbot.addWidget(made.timeline)
    return made


# --- edges -------------------------------------------------------------------------------------------------------


def test_dragging_an_edge_asks_for_a_duration_in_steps_of_five_seconds(room: Room) -> None:
    room.drag(room.edge(3), 21)
    (asked,) = room.asked.lengthened
    assert asked.segment_id == "s3"
    assert asked.duration_ms % (5 * SECOND) == 0
    assert abs(asked.duration_ms - (10 * MINUTE + 21 * 6 * SECOND)) <= 6 * SECOND
    assert room.asked.moved == []
    # Nothing changes before the owner says so.
    assert plan(room.show).durations[2] == 10 * MINUTE
    assert room.canvas.strip is not None
    assert room.canvas.strip.length(2) == 10 * MINUTE


@pytest.mark.parametrize(("modifiers", "step"), [(ALT, SECOND), (SHIFT, MINUTE), (NONE, 5 * SECOND)])
def test_an_edge_snaps_by_the_key_that_is_held(room: Room, modifiers: Qt.KeyboardModifier, step: int) -> None:
    room.timeline.zoom_by(20, room.edge(3).x())
    room.drag(room.edge(3), 177, modifiers)
    (asked,) = room.asked.lengthened
    off = asked.duration_ms - (10 * MINUTE + 177 * room.canvas.scale.ms_per_px)
    assert asked.duration_ms % step == 0
    assert abs(off) <= step / 2 + 2 * room.canvas.scale.ms_per_px
    finer = asked.duration_ms % (5 * SECOND)
    assert bool(finer) == (step == SECOND)


def test_an_edge_can_be_taken_from_the_block_after_it(room: Room) -> None:
    room.drag(room.body(4, 0) + QPoint(2, 0), -20)
    (asked,) = room.asked.lengthened
    assert asked.segment_id == "s3"
    assert asked.duration_ms < 10 * MINUTE


def test_a_duration_never_goes_below_zero(room: Room) -> None:
    room.drag(room.edge(3), -400)
    assert room.asked.lengthened == [DurationDragged("s3", 0)]


def test_an_edge_that_is_only_clicked_asks_for_nothing(room: Room) -> None:
    room.timeline.fit()
    room.press(room.edge(3))
    room.move(room.edge(3) + QPoint(2, 0))
    room.release(room.edge(3) + QPoint(2, 0))
    assert room.asked.lengthened == []
    assert room.asked.chosen == [frozenset({"s3"})]


def test_escape_lets_an_edge_go(room: Room) -> None:
    start = room.edge(3)
    room.press(start)
    room.move(start + QPoint(60, 0))
    assert room.canvas.dragging
    frame = room.canvas.frame()
    assert frame is not None
    assert frame.strip.length(2) > 10 * MINUTE
    room.key(Qt.Key.Key_Escape)
    assert not room.canvas.dragging
    room.release(start + QPoint(60, 0))
    assert room.asked.lengthened == []
    frame = room.canvas.frame()
    assert frame is not None
    assert frame.strip is room.canvas.strip


def test_another_button_or_another_focus_lets_go_too(room: Room) -> None:
    start = room.edge(3)
    room.press(start)
    room.move(start + QPoint(60, 0))
    room.press(start, Qt.MouseButton.RightButton)
    room.release(start + QPoint(60, 0))
    room.press(start)
    room.move(start + QPoint(60, 0))
    room.canvas.clearFocus()
    room.release(start + QPoint(60, 0))
    assert room.asked.lengthened == []


def test_what_ends_at_a_fixed_time_has_no_edge_to_drag(room: Room) -> None:
    counted = replace(
        room.show.segments[2], end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:30"), duration_ms=0
    )
    room.give(apply(room.show, ReplaceSegment(counted))[0])
    room.drag(room.edge(3), 5)
    assert room.asked.lengthened == []


def test_a_drag_goes_on_over_an_edit_elsewhere_and_ends_with_one_of_its_own(room: Room) -> None:
    start = room.edge(3)
    room.press(start)
    room.move(start + QPoint(60, 0))
    room.give(apply(room.show, ReplaceSegment(replace(room.show.segments[7], title="另一项")))[0])
    assert room.canvas.dragging
    frame = room.canvas.frame()
    assert frame is not None
    assert frame.strip.segments[7].title == "另一项"
    assert frame.strip.length(2) > 10 * MINUTE
    room.give(apply(room.show, ReplaceSegment(replace(room.show.segments[2], duration_ms=MINUTE)))[0])
    assert not room.canvas.dragging
    room.release(start + QPoint(60, 0))
    assert room.asked.lengthened == []


# --- bodies ------------------------------------------------------------------------------------------------------


def test_dragging_a_body_asks_for_another_order(room: Room) -> None:
    room.drag(room.body(2), 300)
    assert room.asked.moved == [OrderDragged(("s2",), "s6")]
    assert room.asked.lengthened == []
    room.drag(room.body(6), -1_000)
    assert room.asked.moved[-1] == OrderDragged(("s6",), "s1")
    room.drag(room.body(2), 2_000)
    assert room.asked.moved[-1] == OrderDragged(("s2",), "")


def test_several_chosen_ones_move_together_in_their_order(room: Room) -> None:
    room.click(room.body(8))
    room.click(room.body(3), CTRL)
    room.click(room.body(6), CTRL)
    room.drag(room.body(6), 500)
    assert room.asked.moved == [OrderDragged(("s3", "s6", "s8"), "s12")]
    assert room.canvas.chosen == {"s3", "s6", "s8"}


def test_dragging_what_is_not_chosen_moves_it_alone(room: Room) -> None:
    room.timeline.set_chosen(frozenset({"s3", "s8"}))
    room.drag(room.body(5), 200)
    assert room.asked.moved == [OrderDragged(("s5",), "s8")]
    assert room.asked.chosen == [frozenset({"s5"})]


def test_a_drop_where_it_was_asks_for_nothing(room: Room) -> None:
    room.drag(room.body(2, 0.3), 25)
    room.drag(room.body(2), 4)
    assert room.asked.moved == []


def test_escape_lets_a_body_go(room: Room) -> None:
    room.press(room.body(2))
    room.move(room.body(7))
    room.key(Qt.Key.Key_Escape)
    room.release(room.body(7))
    assert room.asked.moved == []
    assert not room.canvas.dragging


def test_a_bracket_takes_its_whole_group(room: Room) -> None:
    segments = tuple(
        replace(item, group_id="g" if 3 <= at <= 5 else "") for at, item in enumerate(room.show.segments)
    )
    room.give(replace(room.show, groups=(Group("g", "讲品"),), segments=segments))
    spot = QPoint(room.body(5).x(), room.canvas.rows.groups + 5)
    room.click(spot)
    assert room.asked.chosen == [frozenset({"s4", "s5", "s6"})]
    room.drag(spot, -1_000)
    assert room.asked.moved == [OrderDragged(("s4", "s5", "s6"), "s1")]
