"""Finding in the rundown and jumping from there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from live_room import K, Room, settle
from live_show import MID_T, Journal, mid_show
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.ui.workspaces.live.segment_editor import SegmentEditor


def with_numbers_in_words() -> Journal:
    """Mid-show; the second segment speaks of 10 and the third of 15."""
    journal = mid_show()
    segments = list(journal.show.segments)
    segments[1] = replace(segments[1], interaction="福袋 10 份")
    segments[2] = replace(segments[2], title="15/50/100ml 三个规格")
    journal.show = replace(journal.show, segments=tuple(segments))
    return journal


def find(room: Room, text: str) -> None:
    """Open the find line, type, and go to what is found."""
    room.desk.context.actions.trigger("find")
    room.desk.rundown.find_line.setText(text)
    QTest.keyClick(room.desk.rundown.find_line, K.Key_Return)


@pytest.mark.parametrize(
    ("typed", "found"), [("10", "s10"), ("15", "s15"), (" 08", "s08"), ("8", "s08"), ("福袋 10", "s02")]
)
def test_an_exact_number_wins(room: Room, typed: str, found: str) -> None:
    room.show(with_numbers_in_words())
    find(room, typed)
    assert room.desk.rundown.view.current_segment() == found


def test_a_number_that_no_segment_has_goes_to_the_first_row_with_it(room: Room) -> None:
    room.show(with_numbers_in_words())
    find(room, "100")
    assert room.desk.rundown.view.current_segment() == "s03"
    find(room, "9" * 40)
    assert room.desk.rundown.model.rowCount() == 0


def in_sight(room: Room, segment_id: str) -> bool:
    """Whether a segment's row is on the screen."""
    view, row = room.desk.rundown.view, room.desk.rundown.model.row_of(segment_id)
    place = view.visualRect(view.model().index(row, 0))
    return row >= 0 and view.viewport().rect().contains(place.center())


def test_a_jump_closes_the_find_line_and_shows_what_is_on_air(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    find(room, "13")
    view = room.desk.rundown.view
    QTest.keyClick(view, K.Key_Return)
    room.later()
    QTest.keyClick(view, K.Key_Return)
    assert room.sent == [c.Jump("s13")]
    assert room.desk.rundown.model.filter == ""
    assert not room.desk.rundown.find_line.isVisible()
    journal.take(MID_T + 1_000, 13)
    room.show(journal, MID_T + 2_000)
    settle()
    assert in_sight(room, "s13")


@pytest.mark.parametrize("taken", [5, 7])
def test_any_take_disarms_a_jump(room: Room, taken: int) -> None:
    journal = mid_show()
    room.show(journal)
    view = room.desk.rundown.view
    view.setCurrentIndex(view.model().index(room.desk.rundown.model.row_of("s07"), 0))
    view.setFocus()
    QTest.keyClick(view, K.Key_Return)
    room.show(journal, MID_T + 500)
    assert view.situation.armed == "s07", "a moment that passes disarms nothing"
    journal.take(MID_T + 1_000, taken)
    room.show(journal, MID_T + 2_000)
    assert view.situation.armed == ""
    assert not room.desk.context.actions["take_armed"].isEnabled()
    QTest.keyClick(view, K.Key_Return)
    assert room.sent == [], "Enter arms again, and takes nothing"


def test_a_take_disarms_a_jump_in_a_layout_without_the_rundown(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    room.desk.context.actions.trigger("role_host")
    settle()
    room.desk.context.actions.trigger("arm_next")
    assert room.desk.rundown.view.situation.armed == "s05"
    journal.take(MID_T + 1_000, 5)
    room.show(journal, MID_T + 2_000)
    assert room.desk.rundown.view.situation.armed == ""


def test_escape_in_what_was_found_shows_all_again(room: Room) -> None:
    room.show(mid_show())
    find(room, "08")
    view, model = room.desk.rundown.view, room.desk.rundown.model
    QTest.keyClick(view, K.Key_Return)
    QTest.keyClick(view, K.Key_Escape)
    assert (view.situation.armed, model.filter) == ("", "08"), "the first Escape lets the jump be"
    QTest.keyClick(view, K.Key_Escape)
    assert model.filter == ""
    settle()
    assert in_sight(room, "s04"), "what is on air"


def test_another_segment_on_air_comes_into_sight(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    find(room, "08")
    room.desk.rundown.view.setFocus()
    journal.take(MID_T + 1_000, 5)
    room.show(journal, MID_T + 2_000)
    settle()
    assert room.desk.rundown.model.filter == ""
    assert in_sight(room, "s05")


def test_a_search_that_is_typed_outlives_a_segment_that_follows(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    room.show(journal)
    room.desk.context.actions.trigger("find")
    line = room.desk.rundown.find_line
    qtbot.waitUntil(line.hasFocus)
    line.setText("08")
    journal.take(MID_T + 1_000, 5)
    room.show(journal, MID_T + 2_000)
    assert (line.text(), room.desk.rundown.model.filter) == ("08", "08")


def test_the_arrows_begin_with_what_is_on_air_and_pass_headers_by(room: Room) -> None:
    room.show(mid_show())
    view, model = room.desk.rundown.view, room.desk.rundown.model
    QTest.keyClick(view, K.Key_Down)
    chosen = [view.current_segment()]
    for _ in range(model.rowCount()):
        QTest.keyClick(view, K.Key_Down)
        chosen.append(view.current_segment())
    assert chosen[:3] == ["s04", "s05", "s06"]
    assert "" not in chosen
    assert chosen[-1] == room.desk.rundown.model.show.segments[-1].id  # type: ignore[union-attr]  # it shows one


def test_f2_edits_what_is_on_air_where_nothing_is_chosen(room: Room) -> None:
    room.show(mid_show())
    view = room.desk.rundown.view
    QTest.keyClick(view, K.Key_F2)
    assert view.current_segment() == "s04"
    editor = view.viewport().findChild(SegmentEditor)
    assert editor is not None
    view.closeEditor(editor, view.itemDelegate().EndEditHint.NoHint)
