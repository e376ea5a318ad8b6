"""The keys of the timeline."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from timeline_room import ALT, CTRL, LEFT, NONE, SHIFT, WIDTH, Room, furnished

from livedesk.domain.edits import MoveSegment, apply
from livedesk.ui.theme import Theme


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, family: str) -> Room:
    made = furnished(theme, family)
    qtbot.addWidget(made.timeline)
    return made


# --- keys --------------------------------------------------------------------------------------------------------


def test_arrows_home_and_end_walk(room: Room) -> None:
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_End,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
    ):
        room.key(key)
    walked = [next(iter(ids)) for ids in room.asked.chosen]
    assert walked == ["s1", "s2", "s1", "s12", "s1"]
    room.key(Qt.Key.Key_Right, SHIFT)
    assert room.asked.chosen[-1] == frozenset({"s1", "s2"})


def test_walking_keeps_the_segment_in_view_and_tells_readers_of_it(room: Room) -> None:
    room.timeline.zoom_by(8, 0)
    for _ in range(9):
        room.key(Qt.Key.Key_Right)
        left, right = room.px(int(room.canvas.cursor_id[1:]))
        assert left >= 0
        assert right <= WIDTH
    assert room.canvas.accessibleName() == "Timeline"
    assert room.canvas.accessibleDescription().startswith("09 segment 9 · 21:20:00")


def test_page_keys_scroll_and_choose_nothing(room: Room) -> None:
    room.timeline.zoom_by(8, 0)
    first = room.canvas.scale.left_px
    room.key(Qt.Key.Key_PageDown)
    on = room.canvas.scale.left_px
    assert WIDTH // 2 < on - first < WIDTH, "something that was seen is still seen"
    room.key(Qt.Key.Key_PageDown)
    room.key(Qt.Key.Key_PageUp)
    room.key(Qt.Key.Key_PageUp)
    assert room.canvas.scale.left_px == first
    room.key(Qt.Key.Key_PageUp)
    assert room.canvas.scale.left_px == first, "there is nothing before the show"
    assert room.asked.chosen == []


def test_plus_minus_and_zero_zoom(room: Room) -> None:
    room.timeline.set_chosen(frozenset({"s6"}))
    before = room.body(6).x()
    room.key(Qt.Key.Key_Plus)
    room.key(Qt.Key.Key_Equal)
    assert 2_500 < room.canvas.scale.ms_per_px < 2_800
    assert abs(room.body(6).x() - before) <= 3
    room.key(Qt.Key.Key_Minus)
    assert 3_900 < room.canvas.scale.ms_per_px < 4_100
    room.key(Qt.Key.Key_0)
    assert room.canvas.whole


def test_enter_opens_and_desk_keys_go_by(room: Room) -> None:
    room.timeline.set_chosen(frozenset({"s6"}))
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert room.asked.opened == ["s6", "s6"]
    for key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE)
        QApplication.sendEvent(room.canvas, event)
        assert not event.isAccepted()


def test_its_keys_do_not_become_shortcuts_of_the_window(room: Room) -> None:
    for key, modifiers, mine in (
        (Qt.Key.Key_Left, SHIFT, True),
        (Qt.Key.Key_Left, CTRL, False),
        (Qt.Key.Key_Right, ALT | SHIFT, False),
        (Qt.Key.Key_Delete, NONE, False),
        (Qt.Key.Key_0, NONE, True),
        (Qt.Key.Key_0, CTRL, False),
        (Qt.Key.Key_K, CTRL, False),
        (Qt.Key.Key_Escape, NONE, False),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(room.canvas, event)
        assert event.isAccepted() is mine


def test_the_owner_answers_and_the_keys_stay_with_the_segment(room: Room) -> None:
    room.timeline.set_chosen(frozenset({"s3"}))
    room.give(apply(room.show, MoveSegment("s3", 7, ""))[0])
    assert room.canvas.cursor_at == 7
    room.key(Qt.Key.Key_Right)
    assert room.asked.chosen == [frozenset({"s9"})]
    gone = tuple(item for item in room.show.segments if item.id != "s9")
    room.give(replace(room.show, segments=gone))
    assert room.canvas.cursor_at == -1
    room.key(Qt.Key.Key_Return)
    assert room.asked.opened == []


def test_an_empty_show_bears_every_gesture(room: Room) -> None:
    room.give(replace(room.show, segments=()))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Plus, Qt.Key.Key_0):
        room.key(key)
        room.key(key, ALT)
        room.key(key, CTRL)
    room.drag(QPoint(100, 70), 300)
    room.wheel(300, down=120)
    QTest.mouseDClick(room.canvas, LEFT, NONE, QPoint(100, 70))
    asked = room.asked
    assert (asked.lengthened, asked.moved, asked.opened, asked.slack) == ([], [], [], 0)
