"""Several standby plans are chosen by key and mouse as segments are, and never together with segments."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample
from script_plans_room import LEFT, choose, chosen, click, script_four_plans, spot

from livedesk.domain.edits import ChangeShow
from livedesk.domain.rundown import Group

__all__ = ["script_four_plans", "script_page_room", "script_sample"]


@pytest.mark.parametrize(
    ("key", "wanted"),
    [(K.Key_Down, ["b1", "b2"]), (K.Key_Up, ["b0", "b1"]), (K.Key_End, ["b1", "b2", "b3"]),
     (K.Key_Home, ["b0", "b1"]), (K.Key_PageUp, ["b0", "b1"])],
)  # fmt: skip
def test_shift_and_a_key_take_plans_and_no_segment(
    room: PageRoom, plans: list[str], key: Qt.Key, wanted: list[str]
) -> None:
    choose(room, "b1")
    room.press(key, SHIFT)
    front = wanted[0] if wanted[0] != "b1" else wanted[-1]
    assert chosen(room) == (wanted, front)
    assert room.page.text.writer.item == room.show.standby(front), "the words are those of the one in front"
    for _ in plans:
        room.press(K.Key_Up, SHIFT)
    assert chosen(room) == (["b0", "b1"], "b0"), "nothing above the plans is taken in"


def test_all_are_the_plans_while_one_is_in_front(room: PageRoom, plans: list[str]) -> None:
    choose(room, "b2")
    room.press(K.Key_A, CTRL)
    assert chosen(room) == (plans, "b2")
    room.choose(1)
    room.press(K.Key_A, CTRL)
    assert chosen(room) == ([], room.segment(1).id)
    assert len(room.page.document.chosen) == len(room.show.segments)


def test_of_a_narrowed_list_all_are_those_that_are_shown(room: PageRoom, plans: list[str]) -> None:
    choose(room, *plans)
    room.page.rundown.open_filter()
    room.page.rundown.filter.setText("预案2")
    assert chosen(room) == (["b2"], "b2")
    room.page.rundown.filter.setText("预案")
    assert chosen(room) == (plans, "b0"), "what was chosen first is so again as soon as it is shown"
    choose(room, "b3")
    room.press(K.Key_Return)
    room.press(K.Key_A, CTRL)
    assert chosen(room) == (plans, "b3")


def test_with_plans_alone_all_are_the_plans(room: PageRoom, plans: list[str]) -> None:
    room.page.rundown.open_filter()
    room.page.rundown.filter.setText("预案")
    room.press(K.Key_Return)
    room.page.document.choose((), "")
    room.page.rundown.view.selectAll()
    assert chosen(room) == (plans, "b0")


def test_the_mouse_takes_plans_singly_and_in_a_row(room: PageRoom, plans: list[str]) -> None:
    click(room, "b0")
    click(room, "b2", CTRL)
    assert chosen(room) == (["b0", "b2"], "b2")
    click(room, "b0", CTRL)
    assert chosen(room) == (["b2"], "b2")
    click(room, "b3", SHIFT)
    assert chosen(room)[0][-1] == "b3"
    click(room, "b1")
    click(room, "b3", SHIFT)
    assert chosen(room) == (["b1", "b2", "b3"], "b3")
    click(room, "b2")
    assert chosen(room) == (["b2"], "b2")


def test_what_would_mix_takes_the_kind_that_was_pointed_at(room: PageRoom, plans: list[str]) -> None:
    last = room.show.segments[-1].id
    room.choose(len(room.show.segments) - 2, len(room.show.segments) - 1)
    room.page.rundown.view.scrollToBottom()
    click(room, "b1", CTRL)
    assert chosen(room) == (["b1"], "b1")
    click(room, "b2", CTRL)
    click(room, last, CTRL)
    assert chosen(room) == ([], last)
    click(room, "b1", SHIFT)
    assert chosen(room) == (["b0", "b1"], "b1")
    click(room, last, SHIFT)
    assert chosen(room) == ([], last)
    room.press(K.Key_Down, CTRL)
    assert chosen(room) == ([], last), "pointed at, not chosen"
    room.press(K.Key_Space, CTRL)
    assert chosen(room) == (["b0"], "b0")
    room.press(K.Key_Down, CTRL)
    room.press(K.Key_Space, CTRL)
    assert chosen(room) == (["b0", "b1"], "b1")


def test_segments_taken_singly_go_where_a_row_of_plans_is_taken(room: PageRoom, plans: list[str]) -> None:
    ids = [one.id for one in room.show.segments[-4:]]
    click(room, ids[0])
    click(room, ids[2], CTRL)
    click(room, ids[3], CTRL)
    click(room, "b1", SHIFT)
    assert chosen(room) == (["b0", "b1"], "b1")
    room.press(K.Key_Down, SHIFT)
    assert chosen(room) == (["b0", "b1", "b2"], "b2"), "it goes on from where the row began"


def test_a_header_without_segments_takes_the_place_of_plans(room: PageRoom, plans: list[str]) -> None:
    room.page.document.do(ChangeShow({"groups": (*room.show.groups, Group("empty", "加播"))}))
    view = room.page.rundown.view
    before = room.show
    choose(room, "b0")
    for _ in range(2):
        room.press(K.Key_Up, CTRL)
    while view.rows.group_id(view.currentIndex().row()) != "empty":
        room.press(K.Key_Down, CTRL)
    room.press(K.Key_Space, CTRL)
    assert chosen_none(room)
    assert view.group_in_front == "empty"
    room.press(K.Key_Delete)
    assert room.show.standbys == before.standbys
    assert room.notes == "Empty group removed; Ctrl+Z brings it back"


def chosen_none(room: PageRoom) -> bool:
    document = room.page.document
    return not (document.chosen or document.plans or document.current)


def test_what_is_drawn_over_keeps_to_the_kind_it_began_with(room: PageRoom, plans: list[str]) -> None:
    view, last = room.page.rundown.view, room.show.segments[-1].id

    def draw(start: str, *over: str, by: Qt.KeyboardModifier = SHIFT) -> None:
        QTest.mousePress(view.viewport(), LEFT, by, spot(room, start))
        for item in over:
            for off in (-3, 3):
                where = QPointF(spot(room, item) + QPoint(0, off))
                there = view.viewport().mapToGlobal(where)
                moved = QMouseEvent(QEvent.Type.MouseMove, where, there, Qt.MouseButton.NoButton, LEFT, by)
                QApplication.sendEvent(view.viewport(), moved)
        QTest.mouseRelease(view.viewport(), LEFT, by, spot(room, over[-1]))

    click(room, "b3")
    draw("b3", "b2", "b1")
    assert chosen(room)[0] == ["b1", "b2", "b3"]
    click(room, "b2")
    draw("b2", "b0", last)
    assert chosen(room)[0] == ["b0", "b1", "b2"]
    click(room, "b3")
    draw("b1", "b0", last, by=CTRL)
    assert chosen(room)[0] == ["b0", "b1", "b3"], "beside what was chosen"
    click(room, last)
    draw(last, "b0", "b1")
    assert (room.page.document.chosen, room.page.document.plans) == ((last,), ())


def test_the_heading_of_the_plans_gives_none_up(room: PageRoom, plans: list[str]) -> None:
    view = room.page.rundown.view
    choose(room, "b0", "b1")
    heading = next(row for row in view.rows.header_rows() if view.rows.heads_standbys(row))
    where = view.visualRect(view.rows.index(heading, 0)).center()
    for modifiers in (CTRL, SHIFT):
        QTest.mouseClick(view.viewport(), LEFT, modifiers, where)
        assert room.page.document.plans[0] == "b0"
    room.press(K.Key_Down, SHIFT)
    assert room.page.document.plans[0] == "b0"
    assert not room.page.document.chosen
    ids = tuple(one.id for one in room.show.segments[-3:])
    click(room, ids[0])
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, where)
    assert room.page.document.chosen == ids, "down to the heading are the segments above it"
