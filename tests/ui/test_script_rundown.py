"""The rundown of the script page: rows, gestures, dragging, filtering; with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from script_room import ScriptRoom, script_room

from livedesk.domain import editing
from livedesk.domain.claims import ClaimChecker
from livedesk.domain.edits import ChangeShow
from livedesk.domain.rundown import Group, SegmentKind, Show
from livedesk.domain.script_checks import ItemChecks
from livedesk.domain.timetable import plan
from livedesk.ui.models.script_rows import DRAGGED, ScriptRows
from livedesk.ui.workspaces.script.band import planned
from livedesk.ui.workspaces.script.document import Changed
from livedesk.ui.workspaces.script.facts import Known, _facts
from livedesk.ui.workspaces.script.gestures import Gestures
from livedesk.ui.workspaces.script.rundown_panel import ScriptRundownPanel

__all__ = ["script_room"]


class Room:
    """The panel over a window's document."""

    def __init__(self, script: ScriptRoom, qtbot: QtBot) -> None:
        self.script = script
        self.panel = ScriptRundownPanel(script.context, script.document)
        self.tester = QAbstractItemModelTester(
            self.panel.rows, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.gestures = Gestures(script.context, script.document, lambda: self.panel.view.group_in_front)
        qtbot.addWidget(self.panel)
        self.panel.resize(340, 700)
        self.panel.show()
        script.document.changed.emit(Changed(None, script.show))

    @property
    def rows(self) -> ScriptRows:
        return self.panel.rows

    @property
    def order(self) -> list[str]:
        return [item.title for item in self.script.show.segments]

    def texts(self) -> list[str]:
        return [str(self.rows.index(row, 0).data()) for row in range(self.rows.rowCount())]

    def choose(self, *places: int) -> None:
        ids = tuple(self.script.segment(at).id for at in places)
        self.script.document.choose(ids, ids[0])

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.panel.view, key, modifiers)


@pytest.fixture
def room(script: ScriptRoom, qtbot: QtBot) -> Iterator[Room]:
    made = Room(script, qtbot)
    yield made
    script.settled()
    del made.tester


def test_every_group_segment_and_standby_plan_has_a_row(room: Room) -> None:
    show = room.script.show
    texts = room.texts()
    assert [text for text in texts if text in {item.title for item in show.segments}] == room.order
    assert texts[-len(show.standbys) :] == [item.title for item in show.standbys]
    room.script.document.do(ChangeShow({"groups": (*show.groups, Group("empty", "加播"))}))
    assert "加播" in room.texts(), "a group without segments has a row too"


def test_the_keyboard_walks_and_chooses(room: Room) -> None:
    document = room.script.document
    room.panel.view.setFocus()
    assert document.current == room.script.segment(0).id
    room.press(Qt.Key.Key_Down)
    assert document.chosen == (room.script.segment(1).id,)
    room.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    room.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = [room.script.show.segment(one) for one in document.chosen]
    assert [item.title for item in chosen if item] == room.order[1 : 1 + len(chosen)]
    assert len(chosen) >= 2
    room.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(document.chosen) == len(room.script.show.segments)


def test_a_groups_header_stands_for_its_segments(room: Room) -> None:
    group = room.script.show.groups[0]
    row = next(row for row in range(room.rows.rowCount()) if room.rows.group_id(row) == group.id)
    room.panel.view.setCurrentIndex(room.rows.index(row, 0))
    inside = tuple(item.id for item in room.script.show.segments if item.group_id == group.id)
    assert room.script.document.chosen == inside
    assert room.panel.view.group_in_front == group.id


def test_what_is_chosen_elsewhere_is_selected_here(room: Room) -> None:
    room.choose(2, 3)
    selected = {index.row() for index in room.panel.view.selectionModel().selectedRows()}
    assert selected == {room.rows.row_of(room.script.segment(at).id) for at in (2, 3)}


def test_adding_names_what_is_new(room: Room) -> None:
    named: list[str] = []
    room.gestures.named.connect(named.append)
    room.choose(1)
    before = room.order
    room.gestures.add()
    assert room.order == [*before[:2], room.script.segment(2).title, *before[2:]]
    assert named == [room.script.segment(2).id] == list(room.script.document.chosen)
    assert room.script.segment(2).group_id == room.script.segment(1).group_id
    room.gestures.add_milestone()
    assert (room.script.segment(3).kind, room.script.segment(3).duration_ms) == (SegmentKind.MILESTONE, 0)
    room.gestures.add_standby()
    assert room.script.document.current == room.script.show.standbys[-1].id


def test_many_are_moved_duplicated_skipped_and_removed_at_once(room: Room) -> None:
    before = room.order
    room.choose(2, 3)
    room.gestures.to_top()
    assert room.order == [*before[2:4], *before[:2], *before[4:]]
    room.script.document.undo()
    room.script.settled()
    room.choose(2, 3)
    room.gestures.duplicate()
    assert room.order == [*before[:4], *before[2:4], *before[4:]]
    assert len(room.script.document.chosen) == 2
    room.gestures.skip()
    assert [item.skipped for item in room.script.show.segments[4:6]] == [True, True]
    room.gestures.remove()
    assert room.order == before
    assert room.script.document.current == room.script.segment(4).id


def test_steps_up_and_down_reach_either_end(room: Room) -> None:
    before = room.order
    room.choose(len(before) - 1)
    for _ in range(40):
        room.gestures.up()
    assert room.order == [before[-1], *before[:-1]]
    for _ in range(40):
        room.gestures.down()
    assert room.order == before


def test_a_drag_asks_for_a_move_and_takes_nothing_out(room: Room) -> None:
    before = room.order
    rows = room.rows
    data = rows.mimeData([rows.index(rows.row_of(room.script.segment(5).id), 0)])
    target = rows.row_of(room.script.segment(1).id)
    assert not rows.dropMimeData(data, Qt.DropAction.MoveAction, target, 0, QModelIndex())
    assert room.order == [before[0], before[5], *before[1:5], *before[6:]]


def test_a_drop_on_a_header_lands_in_its_group(room: Room) -> None:
    rows, last = room.rows, room.script.show.groups[-1].id
    row = next(row for row in range(rows.rowCount()) if rows.group_id(row) == last)
    data = rows.mimeData([rows.index(rows.row_of(room.script.segment(0).id), 0)])
    rows.dropMimeData(data, Qt.DropAction.MoveAction, row + 1, 0, QModelIndex())
    moved = room.script.show.segment(bytes(data.data(DRAGGED).data()).decode())
    assert moved is not None
    assert moved.group_id == last


def test_lengths_change_by_keys_and_never_below_nothing(room: Room) -> None:
    room.choose(0, 1)
    before = [room.script.segment(at).duration_ms for at in (0, 1)]
    room.gestures.longer()
    room.gestures.minute_longer()
    assert [room.script.segment(at).duration_ms for at in (0, 1)] == [one + 65_000 for one in before]
    for _ in range(200):
        room.gestures.minute_shorter()
    assert [room.script.segment(at).duration_ms for at in (0, 1)] == [0, 0]


def test_groups_are_made_and_dissolved(room: Room) -> None:
    room.choose(3, 4)
    room.gestures.group()
    group = room.script.show.groups[-1].id
    assert [room.script.segment(at).group_id for at in (3, 4)] == [group, group]
    room.choose(3)
    room.gestures.ungroup()
    assert room.script.show.group(group) is None
    assert room.script.segment(3).group_id == ""


def test_each_new_group_has_a_title_of_its_own(room: Room) -> None:
    for place in (0, 2, 4):
        room.choose(place)
        room.gestures.group()
    titles = [group.title for group in room.script.show.groups[-3:]]
    assert titles == ["New group", "New group 2", "New group 3"]


def test_numbers_are_fixed_and_freed(room: Room) -> None:
    room.gestures.fix_numbers()
    room.choose(1)
    room.gestures.add()
    assert room.script.segment(2).number == "02A"
    room.gestures.renumber()
    assert not any(item.number for item in room.script.show.segments)


def test_the_filter_finds_words_of_the_script_and_products(room: Room) -> None:
    line = next(line for line in room.script.segment(3).script.lines if len(line.text) > 8)
    room.panel.open_filter()
    room.panel.filter.insert(line.text[2:7])
    assert room.rows.row_of(room.script.segment(3).id) >= 0
    assert room.rows.rowCount() < len(room.script.show.segments)
    room.script.document.do(editing.set_field(room.script.show, (room.script.segment(3).id,), "title", "改名"))
    assert room.rows.row_of(room.script.segment(3).id) >= 0
    QTest.keyClick(room.panel.filter, Qt.Key.Key_Escape)
    assert room.rows.rowCount() > len(room.script.show.segments)


def test_an_empty_show_says_what_to_do(room: Room) -> None:
    ids = [item.id for item in room.script.show.segments]
    room.script.document.do(editing.remove(room.script.show, ids))
    room.script.document.do(ChangeShow({"groups": (), "standbys": ()}))
    assert room.panel.pages.currentIndex() == 1


def test_a_copy_goes_to_another_place_with_what_it_needs(room: Room) -> None:
    room.choose(3)
    clipping = room.gestures.clipping()
    assert clipping is not None
    room.choose(0)
    assert room.gestures.put(clipping)
    assert room.order[1] == room.order[4]
    assert room.script.segment(1).product_ids == room.script.segment(4).product_ids


def test_every_row_is_painted(room: Room) -> None:
    show: Show = room.script.show
    pinned = replace(show.segments[2], number="02A", skipped=True)
    room.script.document.do(editing.change(show.segments[2], pinned))
    room.panel.set_timetable(planned(plan(room.script.show)))
    found = _facts(room.script.show, Known(()), ItemChecks(ClaimChecker(())), None, None)
    marks = {show.segments[1].id: (2, True), show.standbys[0].id: (1, False)}
    room.panel.show_facts(replace(found, marks=marks))
    picture = room.panel.grab().toImage()
    colors = {picture.pixelColor(QPoint(x, y)).name() for x in range(0, 340, 7) for y in range(60, 690, 11)}
    assert len(colors) > 12


def test_a_change_of_many_rows_tells_of_the_choice_once(room: Room) -> None:
    ids = tuple(item.id for item in room.script.show.segments)
    assert len(ids) > 4
    room.script.document.choose(ids, ids[0])
    told: list[tuple[str, ...]] = []
    room.panel.view.chosen.connect(lambda chosen, _front: told.append(chosen))
    group = editing.new_group(room.script.show, ids[::2], "隔行", lambda: "every-other")
    room.script.document.do(group)
    assert room.panel.view.look.current == ids[0]
    assert room.script.document.chosen == ids
    assert len(told) <= 1
