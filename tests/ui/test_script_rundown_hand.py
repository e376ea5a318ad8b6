"""The rundown's list under a person's hands: what Shift takes in, Home and End, the filter, and the menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from script_page_room import CTRL, NONE, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.edits import SetApproval
from livedesk.domain.rundown import Approval, SegmentKind, Show
from livedesk.ui.workspaces.script.rundown_menu import RundownMenu
from livedesk.ui.workspaces.script.rundown_view import ScriptRundownView
from livedesk.ui.workspaces.script.words import field_name, name

__all__ = ["script_page_room", "script_sample"]


def view(room: PageRoom) -> ScriptRundownView:
    return room.page.rundown.view


def places(room: PageRoom) -> list[int]:
    """The places of what is chosen, as the document has it and as the list paints it."""
    ids = [one.id for one in room.show.segments]
    assert view(room).look._ids == set(room.page.document.chosen)
    return [ids.index(one) for one in room.page.document.chosen]


def last_of_a_group(show: Show) -> int:
    """The place of the first segment behind which another group begins."""
    ids = [one.group_id for one in show.segments]
    return next(at for at in range(len(ids) - 2) if ids[at] != ids[at + 1] == ids[at + 2])


def header(room: PageRoom, group: str) -> int:
    rows = room.page.rundown.rows
    return next(row for row in rows.header_rows() if rows.group_id(row) == group)


def click(room: PageRoom, row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    list_view = view(room)
    where = list_view.visualRect(list_view.rows.index(row, 0)).center()
    QTest.mouseClick(list_view.viewport(), Qt.MouseButton.LeftButton, modifiers, where)


def test_shift_over_a_header_takes_one_segment_more(room: PageRoom, sample: Show) -> None:
    at = last_of_a_group(sample)
    room.choose(at)
    room.page.take_keys()
    room.press(K.Key_Down, SHIFT)
    assert places(room) == [at, at + 1]
    room.press(K.Key_Down, SHIFT)
    assert places(room) == [at, at + 1, at + 2]
    for _ in range(2):
        room.press(K.Key_Up, SHIFT)
    assert places(room) == [at], "what was taken in is given back"
    room.press(K.Key_Down)
    group = room.page.rundown.view.group_in_front
    inside = [place for place, one in enumerate(sample.segments) if one.group_id == group]
    assert places(room) == inside, "a header that was gone to stands for its group"
    room.press(K.Key_Up, SHIFT)
    assert places(room) == [at, *inside]


def test_a_stretch_by_the_mouse_takes_no_group_in(room: PageRoom, sample: Show) -> None:
    at = last_of_a_group(sample)
    rows = room.page.rundown.rows
    click(room, rows.row_of(sample.segments[at].id))
    click(room, rows.row_of(sample.segments[at + 1].id), SHIFT)
    assert places(room) == [at, at + 1]


def test_a_header_chooses_its_segments_and_they_show_it(room: PageRoom, sample: Show) -> None:
    group = sample.segments[last_of_a_group(sample) + 1].group_id
    inside = [at for at, one in enumerate(sample.segments) if one.group_id == group]
    click(room, header(room, group))
    assert places(room) == inside
    room.press(K.Key_Down, SHIFT)
    assert places(room) == [*inside, inside[-1] + 1], "from a header the whole group and what comes after it"


def test_home_and_end_reach_the_ends(room: PageRoom, sample: Show) -> None:
    room.choose(3)
    room.page.take_keys()
    room.press(K.Key_Home)
    assert places(room) == [0]
    room.press(K.Key_End, SHIFT)
    assert places(room) == list(range(len(sample.segments))), "a standby plan is not taken in with segments"
    room.press(K.Key_End)
    assert room.page.document.current == sample.standbys[-1].id
    room.press(K.Key_Home)
    assert places(room) == [0]


def test_all_are_all_segments(room: PageRoom, sample: Show) -> None:
    room.choose(3)
    room.page.take_keys()
    room.press(K.Key_A, CTRL)
    assert places(room) == list(range(len(sample.segments)))
    assert not view(room).group_in_front


def test_a_plan_is_chosen_without_segments(room: PageRoom, sample: Show) -> None:
    rows = room.page.rundown.rows
    room.choose(0)
    list_view = view(room)
    list_view.scrollToBottom()
    click(room, rows.row_of(sample.standbys[0].id), CTRL)
    assert (room.page.document.chosen, room.page.document.current) == ((), sample.standbys[0].id)
    heading = next(row for row in rows.header_rows() if rows.heads_standbys(row))
    click(room, heading)
    assert room.page.document.current == sample.standbys[0].id, "the heading of the plans is nothing to choose"
    room.press(K.Key_Up)
    assert places(room) == [len(sample.segments) - 1]


def test_nothing_chosen_is_said_and_the_first_is_chosen_with_the_keys(room: PageRoom, sample: Show) -> None:
    room.page.document.choose((), "")
    room.page.gestures.longer()
    assert "Ctrl+L" in room.notes
    assert room.show == sample
    room.page.write()
    room.press(K.Key_L, CTRL)
    assert places(room) == [0]


# --- the filter ---------------------------------------------------------------------------------------------------


def narrow(room: PageRoom, words: str) -> list[str]:
    """Narrow the list; what it shows."""
    room.page.rundown.open_filter()
    room.page.rundown.filter.setText(words)
    rows = room.page.rundown.rows
    return [rows.item_id(row) for row in range(rows.rowCount()) if rows.item_id(row)]


def test_the_filter_borrows_the_choice_and_gives_it_back(room: PageRoom, sample: Show) -> None:
    room.choose(2)
    found = narrow(room, sample.segments[5].title)
    assert found[0] == sample.segments[5].id
    assert room.page.document.current == sample.segments[5].id
    assert room.page.rundown.facts.text() == f"{len(found)} found"
    assert narrow(room, "没有这样的话") == []
    assert room.page.document.current == ""
    room.press(K.Key_Escape)
    assert places(room) == [2]
    assert room.page.rundown.facts.text() == f"{len(sample.segments)} items"


def test_the_filter_finds_by_kind_by_group_and_what_is_skipped(room: PageRoom, sample: Show) -> None:
    draws = [one.id for one in sample.segments if one.kind is SegmentKind.DRAW]
    assert draws
    assert set(draws) <= set(narrow(room, name(SegmentKind.DRAW)))
    group = sample.groups[-1]
    inside = [one.id for one in sample.segments if one.group_id == group.id]
    assert narrow(room, group.title) == inside
    skipped = sample.segments[5].id
    room.page.document.do(editing.set_field(room.show, {skipped}, "skipped", True))
    assert narrow(room, field_name("skipped")) == [skipped]


def test_nobody_is_left_in_an_empty_list_and_escape_shows_all_again(room: PageRoom, sample: Show) -> None:
    room.choose(2)
    narrow(room, "没有这样的话")
    room.press(K.Key_Return)
    assert room.focus() is room.page.rundown.filter, "there is nothing to go to"
    narrow(room, sample.segments[5].title)
    room.press(K.Key_Return)
    assert room.focus() is view(room)
    room.press(K.Key_Escape)
    assert room.page.rundown.facts.text() == f"{len(sample.segments)} items"
    assert not room.page.rundown.filter.isVisible()


def test_what_was_chosen_of_what_was_found_stays_chosen(room: PageRoom, sample: Show) -> None:
    room.choose(0)
    narrow(room, sample.segments[5].title)
    room.press(K.Key_Return)
    assert places(room) == [5]
    assert room.focus() is view(room)
    room.page.rundown.open_filter()
    room.press(K.Key_Escape)
    assert places(room) == [5]


def test_what_is_chosen_stands_in_a_narrowed_list_too(room: PageRoom, sample: Show) -> None:
    narrow(room, sample.segments[5].title)
    room.press(K.Key_Return)
    room.page.document.do(editing.set_field(room.show, (sample.segments[5].id,), "title", "改名"))
    assert places(room) == [5]
    assert room.page.rundown.rows.row_of(sample.segments[5].id) >= 0, "it is written in: it does not go away"
    room.page.gestures.add()
    assert room.page.rundown.rows.row_of(room.page.document.current) >= 0
    room.page.open_segment(sample.segments[0].id)
    assert room.page.rundown.rows.row_of(sample.segments[0].id) >= 0


def test_removing_in_a_narrowed_list_goes_on_with_what_was_found(room: PageRoom, sample: Show) -> None:
    word = next(
        one.title[:2] for one in sample.segments if sum(one.title[:2] in x.title for x in sample.segments) > 2
    )
    found = [one for one in narrow(room, word) if sample.segment(one) is not None]
    room.press(K.Key_Return)
    assert room.page.document.current == found[0]
    room.press(K.Key_Delete)
    assert room.page.document.current == found[1]


# --- the menu -----------------------------------------------------------------------------------------------------


def shown_menu(room: PageRoom) -> list[str]:
    """The actions of the menu that is open; it is closed again."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, RundownMenu)
    found = [one.objectName() for one in menu.actions() if not one.isSeparator()]
    assert all(one.isShortcutVisibleInContextMenu() for one in menu.actions() if one.objectName())
    menu.close()
    return found


@pytest.mark.parametrize("key", [(K.Key_Menu, NONE), (K.Key_F10, SHIFT)])
def test_a_key_opens_the_menu_below_the_row_in_front(
    room: PageRoom, sample: Show, key: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    room.choose(2)
    room.page.take_keys()
    asked: list[QPoint] = []
    view(room).menu_at.connect(asked.append)
    room.press(*key)
    (where,) = asked
    row = view(room).visualRect(view(room).currentIndex())
    assert row.adjusted(0, 0, 0, 2).contains(view(room).viewport().mapFromGlobal(where))
    found = shown_menu(room)
    assert {"script_cut", "script_copy", "script_paste", "script_duplicate", "script_remove", "script_skip"} < {
        *found
    }
    assert {"script_up", "script_down", "script_group", "script_to_text"} < {*found}


def test_a_right_click_asks_about_what_lies_there(room: PageRoom, sample: Show) -> None:
    room.choose(0)
    list_view, rows = view(room), room.page.rundown.rows
    where = list_view.visualRect(rows.index(rows.row_of(sample.segments[2].id), 0)).center()
    QTest.mousePress(list_view.viewport(), Qt.MouseButton.RightButton, NONE, where)
    _ask(list_view, where)
    assert places(room) == [2]
    assert "script_remove" in shown_menu(room)
    room.page.document.choose((), sample.standbys[0].id)
    _ask(list_view, where)
    assert "script_skip" not in shown_menu(room)
    click(room, header(room, sample.segments[0].group_id))
    _ask(list_view, where)
    assert shown_menu(room)[0] == "script_rename_group"


def test_the_menu_does_what_it_says_and_refuses_what_is_locked(room: PageRoom, sample: Show) -> None:
    room.choose(2)
    room.page.take_keys()
    room.press(K.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.objectName() == "script_skip").trigger()
    menu.close()
    assert room.segment(2).skipped is not sample.segments[2].skipped
    room.page.document.do(SetApproval(Approval.LOCKED))
    room.press(K.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    able = {one.objectName() for one in menu.actions() if one.isEnabled() and one.objectName()}
    menu.close()
    assert "script_copy" in able
    assert "script_skip" not in able


def test_a_group_is_named_from_its_menu(room: PageRoom, sample: Show) -> None:
    group = sample.segments[0].group_id
    click(room, header(room, group))
    assert room.context.actions.trigger("script_rename_group")
    assert room.focus() is room.page.rundown.group_name
    room.press(K.Key_A, CTRL)
    room.type("开场新")
    room.press(K.Key_Return)
    named = room.show.group(group)
    assert named is not None
    assert named.title == "开场新"


def _ask(list_view: ScriptRundownView, where: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, list_view.viewport().mapToGlobal(where))
    QApplication.sendEvent(list_view.viewport(), event)


def test_the_number_over_the_words_goes_with_the_segment(room: PageRoom, sample: Show) -> None:
    room.choose(1)
    assert room.page.text.title.text().startswith("02")
    room.page.gestures.down()
    assert room.page.text.title.text().startswith("03")
    room.page.document.undo()
    room.settled()
    assert room.page.text.title.text().startswith("02")
