"""Choosing, opening, zooming and scrolling on the timeline."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from timeline_room import CTRL, LEFT, MIDDLE, NONE, SHIFT, WIDTH, Room, furnished, picture, timeline_said

from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.edits import ReplaceSegment, apply
from livedesk.domain.rundown import Group, SegmentKind
from livedesk.ui.theme import Theme
from tests.unit.shows import segment, wall

__all__ = ["timeline_said"]


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, family: str) -> Room:
    made = furnished(theme, family)
    qtbot.addWidget(made.timeline)
    return made


# --- choosing and opening ----------------------------------------------------------------------------------------


def test_a_click_chooses_and_modifiers_add(room: Room) -> None:
    room.click(room.body(2))
    room.click(room.body(5), CTRL)
    room.click(room.body(5), CTRL)
    room.click(room.body(9), CTRL)
    room.click(room.body(11), SHIFT)
    assert room.asked.chosen == [
        frozenset({"s2"}),
        frozenset({"s2", "s5"}),
        frozenset({"s2"}),
        frozenset({"s2", "s9"}),
        frozenset({"s2", "s9", "s10", "s11"}),
    ]
    room.click(room.body(10))
    assert room.asked.chosen[-1] == frozenset({"s10"})
    room.click(QPoint(WIDTH - 2, room.body(1).y()))
    assert room.asked.chosen[-1] == frozenset()


def test_what_is_chosen_elsewhere_is_shown_and_not_said_again(room: Room) -> None:
    room.timeline.set_chosen(frozenset({"s4"}))
    assert room.canvas.chosen == {"s4"}
    assert room.canvas.cursor_id == "s4"
    assert room.asked.chosen == []


def test_a_double_click_opens(room: Room) -> None:
    QTest.mouseDClick(room.canvas, LEFT, NONE, room.body(4))
    assert room.asked.opened == ["s4"]
    assert room.asked.lengthened == room.asked.moved == []


def test_flags_and_rings_can_be_chosen_and_opened(room: Room) -> None:
    milestone = replace(segment(20, 0), kind=SegmentKind.MILESTONE)
    segments = (*room.show.segments[:4], milestone, *room.show.segments[4:7], segment(21, 5, skipped=True))
    room.give(replace(room.show, segments=(*segments, *room.show.segments[7:])))
    room.click(room.flags(20))
    room.click(room.flags(21))
    QTest.mouseDClick(room.canvas, LEFT, NONE, room.flags(20))
    assert room.asked.chosen[:2] == [frozenset({"s20"}), frozenset({"s21"})]
    assert room.asked.opened == ["s20"]


def test_spare_time_leads_to_its_account(room: Room) -> None:
    hard = replace(room.show.segments[6], hard_start=wall("2026-11-25 21:15"))
    room.give(apply(room.show, ReplaceSegment(hard))[0])
    gap = room.body(7, 0) - QPoint(60, 0)
    QTest.mouseDClick(room.canvas, LEFT, NONE, gap)
    assert room.asked.slack == 1
    room.click(gap)
    assert room.asked.chosen == [frozenset({"s7"})]
    QTest.mouseClick(room.timeline.hard, LEFT)
    assert room.asked.slack == 2


# --- zoom and scrolling ------------------------------------------------------------------------------------------


def test_the_wheel_zooms_at_the_pointer(room: Room) -> None:
    x = room.body(9).x()
    before = room.canvas.scale.ms(x)
    for _ in range(8):
        assert room.wheel(x, down=120).isAccepted()
    scale = room.canvas.scale
    assert scale.ms_per_px < 1_500
    assert abs(scale.ms(x) - before) <= 6_000
    for _ in range(40):
        room.wheel(x, down=-120)
    assert room.canvas.whole


def test_the_closest_look_is_ten_pixels_a_second_and_the_widest_is_all(room: Room) -> None:
    room.timeline.zoom_by(1e6, 300)
    assert room.canvas.scale.ms_per_px == 100
    room.timeline.zoom_by(1e-6, 300)
    assert room.px(1)[0] == 12
    assert room.px(12)[1] == WIDTH - 12


def test_shift_and_wheel_or_a_sideways_wheel_scrolls(room: Room) -> None:
    room.timeline.zoom_by(4, 600)
    left, scale = room.canvas.scale.left_px, room.canvas.scale.ms_per_px
    room.wheel(600, down=-120, modifiers=SHIFT)
    assert room.canvas.scale.left_px == left + 120
    room.wheel(600, across=120)
    assert room.canvas.scale.left_px == left
    assert room.canvas.scale.ms_per_px == scale


def test_the_middle_button_pans_and_no_further_than_the_show(room: Room) -> None:
    room.timeline.zoom_by(4, 600)
    first = room.px(6)[0]
    room.press(QPoint(600, 80), MIDDLE)
    room.move(QPoint(500, 80))
    assert room.px(6)[0] == first - 100
    room.move(QPoint(20_000, 80))
    assert room.px(1)[0] == 12
    room.release(QPoint(20_000, 80), MIDDLE)
    assert not room.canvas.dragging


def test_hits_are_right_after_zoom_and_scrolling(room: Room) -> None:
    room.timeline.zoom_by(7, 900)
    room.wheel(600, across=-350)
    room.timeline.scroll_to("s9")
    left, right = room.px(9)
    assert left >= 0
    assert right <= WIDTH
    room.click(room.body(9))
    assert room.asked.chosen == [frozenset({"s9"})]
    room.drag(room.edge(9), 100)
    (asked,) = room.asked.lengthened
    assert asked.segment_id == "s9"
    assert abs(asked.duration_ms - 10 * MINUTE - 100 * room.canvas.scale.ms_per_px) <= 5 * SECOND


def test_a_drag_at_the_side_scrolls_on(room: Room, qtbot: QtBot) -> None:
    room.timeline.zoom_by(4, 100)
    start = room.body(2)
    left = room.canvas.scale.left_px
    room.press(start)
    room.move(QPoint(WIDTH - 4, start.y()))
    qtbot.waitUntil(lambda: room.canvas.scale.left_px > left + 100)
    room.key(Qt.Key.Key_Escape)
    stopped = room.canvas.scale.left_px
    qtbot.wait(60)
    assert room.canvas.scale.left_px == stopped


def test_the_overview_scrolls(room: Room) -> None:
    room.timeline.zoom_by(6, 0)
    overview = room.timeline.map
    seen = overview.window_rect()
    QTest.mousePress(overview, LEFT, NONE, seen.center())
    QTest.mouseMove(overview, seen.center() + QPoint(300, 0))
    assert abs(overview.window_rect().left() - seen.left() - 300) <= 2
    QTest.mouseRelease(overview, LEFT, NONE, seen.center() + QPoint(300, 0))
    QTest.mouseMove(overview, seen.center())
    assert abs(overview.window_rect().left() - seen.left() - 300) <= 2
    QTest.mouseClick(overview, LEFT, NONE, QPoint(WIDTH - 20, 5))
    assert room.px(12)[1] <= WIDTH


def test_a_show_that_grows_stays_wholly_in_view_until_it_is_zoomed(room: Room) -> None:
    longer = replace(room.show.segments[0], duration_ms=40 * MINUTE)
    room.give(apply(room.show, ReplaceSegment(longer))[0])
    assert room.canvas.whole
    room.timeline.zoom_by(5, 300)
    scale = room.canvas.scale
    room.give(apply(room.show, ReplaceSegment(replace(longer, duration_ms=45 * MINUTE)))[0])
    assert room.canvas.scale == scale


# --- many at once ------------------------------------------------------------------------------------------------


def test_a_group_that_is_seen_well_keeps_its_title_among_hundreds_that_are_not(
    room: Room, said: list[str]
) -> None:
    narrow = [replace(segment(number, 1), group_id=f"g{number}") for number in range(1_200)]
    wide = replace(segment(2_000, 300), group_id="wide")
    groups = (*(Group(f"g{number}", f"组 {number}") for number in range(1_200)), Group("wide", "福利场"))
    room.give(replace(room.show, groups=groups, segments=(*narrow[:601], wide, *narrow[601:])))
    room.timeline.fit()
    picture(room, said)
    assert [text for text in said if text == "福利场" or text.startswith("组")] == ["福利场"]
