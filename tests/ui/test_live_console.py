"""The cues of the console under the hand, in its own layout and on the director's page: what the arrows walk, what
Enter and a click tick, and what takes a tick back."""

from __future__ import annotations

import pytest
from live_room import SHIFT, K, Room, settle
from live_show import MID_T, mid_show
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from livedesk.domain import commands as c
from livedesk.domain.events import CueTicked
from livedesk.ui.models.console import CueRow
from livedesk.ui.models.keyed import ROW
from livedesk.ui.workspaces.live.console_board import ConsoleBoard
from livedesk.ui.workspaces.live.tick_list import TickDelegate, TickList

LEFT = Qt.MouseButton.LeftButton


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


def cues(room: Room, layout: str) -> TickList:
    """The list of cues in a layout."""
    if layout == "console":
        return console_board(room).list
    room.show(mid_show())
    settle()
    return room.desk.right.console.list


def box_of(cue_list: TickList, row: int) -> QPoint:
    """Where the box of a row is."""
    delegate = cue_list.itemDelegate()
    assert isinstance(delegate, TickDelegate)
    return delegate.tick_box(cue_list.visualRect(cue_list.model().index(row, 0))).center()


def key_of(cue_list: TickList, row: int) -> str:
    """The id of the cue in a row."""
    found = cue_list.model().index(row, 0).data(ROW)
    assert isinstance(found, CueRow)
    return found.key


def click(cue_list: TickList, where: QPoint) -> None:
    """A click as a mouse makes it."""
    QTest.mouseClick(cue_list.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)


@pytest.mark.parametrize("layout", ["director", "console"])
def test_a_click_chooses_a_cue_and_its_box_ticks_it(room: Room, layout: str) -> None:
    cue_list = cues(room, layout)
    index = cue_list.model().index(1, 0)
    row, box = cue_list.visualRect(index), box_of(cue_list, 1)
    click(cue_list, row.center())
    assert room.sent == []
    assert cue_list.currentIndex() == index
    click(cue_list, box)
    assert room.sent == [c.TickCue(key_of(cue_list, 1), True)]
    QTest.mousePress(cue_list.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, box)
    QTest.mouseRelease(cue_list.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, row.center())
    assert len(room.sent) == 1, "let go beside the box"


@pytest.mark.parametrize("layout", ["director", "console"])
def test_a_tick_is_taken_back_by_its_box_or_shift_and_never_by_a_second_enter(room: Room, layout: str) -> None:
    cue_list = cues(room, layout)
    first = key_of(cue_list, 0)
    cue_list.setFocus()
    cue_list.setCurrentIndex(cue_list.model().index(0, 0))
    told: list[tuple[str, str]] = []
    room.desk.context.actions.refused.connect(lambda name, why: told.append((name, why)))
    room.key(K.Key_Return, SHIFT)
    assert room.sent == [], "there was no tick to take back"
    room.key(K.Key_Return)
    assert room.sent == [c.TickCue(first, True)]
    journal = mid_show()
    journal.add(MID_T, CueTicked(first, 4, "x"))
    room.show(journal, MID_T + 1_000)
    room.key(K.Key_Return)
    assert len(room.sent) == 1
    assert told == [("untick_cue", "this cue is done already; its box or Shift+Enter makes it not done")]
    room.key(K.Key_Return, SHIFT)
    click(cue_list, box_of(cue_list, cue_list.currentIndex().row()))
    assert room.sent[1:] == [c.TickCue(first, False)] * 2


def test_the_board_says_how_many_cues_were_skipped(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    board = console_board(room)
    told = board.facts.text()
    assert "skipped" not in told
    monkeypatch.setattr("livedesk.ui.workspaces.live.console_board.passed_over", lambda *_: 2)
    room.show(mid_show(), MID_T + 2_000)
    assert board.facts.text().endswith(" done · skipped: 2")
