"""The console layout under the hand: what the arrows walk, what Enter and a click tick."""

from __future__ import annotations

from live_room import K, Room, desk_room, settle  # noqa: F401 (the fixture room)
from live_show import MID_T, mid_show
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from livedesk.domain import commands as c
from livedesk.ui.workspaces.live.console_board import ConsoleBoard, tick_box


def console_board(room: Room) -> ConsoleBoard:
    """The board, in the layout that has it."""
    room.show(mid_show())
    room.desk.context.actions.trigger("role_console")
    settle()
    room.show(mid_show(), MID_T + 1_000)
    board = room.desk.panels.widgets["board"]
    assert isinstance(board, ConsoleBoard)
    return board


def test_the_arrows_of_the_console_layout_walk_its_cues_and_jump_nowhere(room: Room) -> None:
    board = console_board(room)
    first, second = (row.key for row in board.model.rows[:2])
    room.key(K.Key_Down)
    room.key(K.Key_Return)
    room.key(K.Key_Down)
    room.key(K.Key_Return)
    assert room.sent == [c.TickCue(first, True), c.TickCue(second, True)]
    assert room.desk.rundown.view.situation.armed == ""


def test_without_the_board_the_arrows_of_the_console_layout_walk_the_rundown(room: Room) -> None:
    console_board(room)
    room.desk.layouts.toggle("board")
    settle()
    room.key(K.Key_Down)
    assert room.desk.rundown.view.current_segment() == "s04"


def test_enter_on_the_board_ticks_nothing_that_was_not_chosen(room: Room) -> None:
    board = console_board(room)
    board.list.setFocus()
    room.key(K.Key_Return)
    assert room.sent == []


def test_a_click_chooses_a_cue_and_its_box_ticks_it(room: Room) -> None:
    board = console_board(room)
    index = board.model.index(1, 0)
    row = board.list.visualRect(index)
    box = tick_box(row).center()
    ports = board.list.viewport()

    def click(where: QPoint) -> None:
        QTest.mouseClick(ports, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    click(row.center())
    assert room.sent == []
    assert board.list.currentIndex() == index
    click(box)
    assert room.sent == [c.TickCue(board.model.rows[1].key, True)]
    QTest.mousePress(ports, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box)
    QTest.mouseRelease(ports, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, row.center())
    assert len(room.sent) == 1, "let go beside the box"
