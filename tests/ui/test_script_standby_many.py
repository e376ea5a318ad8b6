"""Every deed is done to all standby plans that are chosen, as one edit, and the same ones are chosen then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from script_page_room import ALT, CTRL, K, PageRoom, script_page_room, script_sample
from script_plans_room import choose, chosen, one_undo, order, script_four_plans, titles

from livedesk.domain.edits import ChangeShow
from livedesk.domain.rundown import Show
from livedesk.ui.workspaces.script.rundown_menu import RundownMenu, entries

__all__ = ["script_four_plans", "script_page_room", "script_sample"]


def test_removed_together_they_are_counted_and_come_back_chosen(room: PageRoom, plans: list[str]) -> None:
    before = room.show
    choose(room, "b1", "b3")
    room.press(K.Key_Delete)
    assert order(room) == ["b0", "b2"]
    assert room.show.claim_overrides == ()
    assert room.notes == "2 standby plans removed; Ctrl+Z brings them back"
    assert chosen(room) == (["b2"], "b2"), "the neighbour"
    one_undo(room, before)
    assert chosen(room) == (["b1", "b3"], "b1")


def test_copies_stand_behind_the_last_in_their_order_and_are_chosen(room: PageRoom, plans: list[str]) -> None:
    before = room.show
    (stand,) = before.claim_overrides
    choose(room, "b0", "b1")
    room.press(K.Key_D, CTRL)
    assert titles(room) == ["预案0", "预案1", "预案0", "预案1", "预案2", "预案3"]
    made = order(room)[2:4]
    assert chosen(room) == (made, made[0])
    assert [one.id for one in room.show.standbys if one.panic] == ["b1"]
    assert room.show.claim_overrides == (stand, replace(stand, item_id=made[1]))
    one_undo(room, before)
    assert chosen(room) == (["b1"], "b1"), "as of segments the one before"


@pytest.mark.parametrize(
    ("picked", "deed", "wanted"),
    [
        (("b1", "b2"), "script_up", "b1 b2 b0 b3"), (("b1", "b2"), "script_down", "b0 b3 b1 b2"),
        (("b1", "b3"), "script_up", "b1 b3 b0 b2"), (("b0", "b2"), "script_down", "b1 b3 b0 b2"),
        (("b0", "b3"), "script_up", "b0 b1 b2 b3"), (("b0", "b3"), "script_down", "b0 b1 b2 b3"),
        (("b1", "b3"), "script_top", "b1 b3 b0 b2"), (("b0", "b2"), "script_end", "b1 b3 b0 b2"),
        (("b0", "b2"), "script_top", "b0 b2 b1 b3"), (("b2", "b3"), "script_end", "b0 b1 b2 b3"),
    ],
)  # fmt: skip
def test_they_move_as_a_block(
    room: PageRoom, plans: list[str], picked: tuple[str, ...], deed: str, wanted: str
) -> None:
    before, keys = room.show, {"script_up": K.Key_Up, "script_down": K.Key_Down}
    choose(room, *picked)
    if deed in keys:
        room.press(keys[deed], ALT)
    else:
        room.context.actions.trigger(deed)
    assert order(room) == wanted.split()
    assert chosen(room) == (list(picked), picked[0])
    if order(room) != plans:
        one_undo(room, before)


def test_they_are_dragged_to_a_place(room: PageRoom, plans: list[str]) -> None:
    rows = room.page.rundown.rows
    before = room.show

    def drop(row: int, *picked: str) -> None:
        # In whatever order Qt names them.
        data = rows.mimeData([rows.index(rows.row_of(one), 0) for one in reversed(picked)])
        rows.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())

    choose(room, "b1", "b3")
    drop(rows.row_of("b0"), "b1", "b3")
    assert order(room) == ["b1", "b3", "b0", "b2"]
    assert chosen(room) == (["b1", "b3"], "b1")
    one_undo(room, before)
    drop(rows.rowCount(), "b0", "b1")
    assert order(room) == ["b2", "b3", "b0", "b1"]
    drop(rows.row_of("b3"), "b2", "b3")
    assert order(room) == ["b2", "b3", "b0", "b1"], "before one of their own they stand already"


def test_copied_together_they_go_behind_the_last_that_is_chosen(room: PageRoom, plans: list[str]) -> None:
    before = room.show
    choose(room, "b1", "b3")
    room.press(K.Key_C, CTRL)
    text = QGuiApplication.clipboard().text().split("\r\n")
    assert text[1] == "应急预案"
    assert ["预案1" in text[2], "预案3" in text[3]] == [True, True]
    choose(room, "b0", "b2")
    room.press(K.Key_V, CTRL)
    assert titles(room) == ["预案0", "预案1", "预案2", "预案1", "预案3", "预案3"]
    made = order(room)[3:5]
    assert chosen(room) == (made, made[0])
    one_undo(room, before)
    assert chosen(room) == (["b2"], "b2")


def test_cut_together_they_move_also_into_another_show(room: PageRoom, sample: Show, plans: list[str]) -> None:
    choose(room, "b0", "b1")
    room.press(K.Key_X, CTRL)
    assert order(room) == ["b2", "b3"]
    choose(room, "b3")
    room.press(K.Key_V, CTRL)
    assert order(room) == ["b2", "b3", "b0", "b1"]
    assert chosen(room) == (["b0", "b1"], "b0")
    assert [one.item_id for one in room.show.claim_overrides] == ["b1"]
    room.settled()
    made = replace(sample, id="other", title="另一场", standbys=(), claim_overrides=())
    room.services.store.shows.add(made, by="运营", at_ms=0)
    room.page.show_item("other")
    room.wait(lambda: room.show.id == "other")
    room.press(K.Key_V, CTRL)
    assert titles(room) == ["预案0", "预案1"]
    assert [one.panic for one in room.show.standbys] == [False, True]
    assert chosen(room) == (order(room), order(room)[0])
    room.settled()


def test_rows_of_a_spreadsheet_go_behind_the_last_that_is_chosen(room: PageRoom, plans: list[str]) -> None:
    choose(room, "b2")
    room.press(K.Key_C, CTRL)
    rows = QMimeData()
    rows.setText(QGuiApplication.clipboard().text())
    QGuiApplication.clipboard().setMimeData(rows)
    choose(room, "b0", "b1")
    room.press(K.Key_V, CTRL)
    room.wait(lambda: len(room.show.standbys) == 5)
    assert titles(room) == ["预案0", "预案1", "预案2", "预案2", "预案3"]
    assert chosen(room) == ([order(room)[2]], order(room)[2])


def test_the_length_of_all_that_have_one_goes_by_key(room: PageRoom, plans: list[str]) -> None:
    before = room.show
    choose(room, *plans)
    room.press(K.Key_Left, ALT)
    assert [one.duration_ms for one in room.show.standbys] == [85_000, None, 55_000, 0]
    assert chosen(room) == (plans, "b0")
    one_undo(room, before)
    bare = tuple(replace(one, duration_ms=None) for one in room.show.standbys)
    room.page.document.do(ChangeShow({"standbys": bare}))
    room.press(K.Key_Right, ALT)
    assert room.show.standbys == bare
    assert room.notes == "These plans last until somebody ends them: give them a length in their fields (F2)"


def test_the_menu_of_plans_moves_them_to_the_ends(room: PageRoom, plans: list[str]) -> None:
    choose(room, "b1", "b2")
    room.press(K.Key_Menu)
    menu = room.page.rundown.view.findChild(RundownMenu)
    assert menu is not None
    found = {one.objectName() for one in menu.actions() if one.objectName()}
    assert found == {one for part in entries("", (), "b1") for one in part}
    next(one for one in menu.actions() if one.objectName() == "script_top").trigger()
    menu.close()
    assert order(room) == ["b1", "b2", "b0", "b3"]
    assert chosen(room) == (["b1", "b2"], "b1")


def test_an_undo_beside_them_leaves_the_choice(room: PageRoom, plans: list[str]) -> None:
    before = room.show
    choose(room, "b0", "b3")
    room.page.document.choose(("b0", "b3"), "b3")
    room.press(K.Key_E, CTRL)
    room.type("断了")
    room.page.document.flush()
    assert room.show.standbys[3] != before.standbys[3]
    room.settled()
    room.page.document.choose(("b0", "b3"), "b0")
    room.page.document.undo()
    room.wait(lambda: "Taken back" in room.page.header.saved.text())
    assert room.show == before
    assert chosen(room) == (["b0", "b3"], "b0")
