"""Several standby plans at once: chosen by key and mouse as segments are, and every deed done to all of them as one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from script_page_room import ALT, CTRL, NONE, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.claim_rules import ClaimOverride
from livedesk.domain.edits import ChangeShow
from livedesk.domain.rundown import Show
from livedesk.ui.workspaces.script.rundown_menu import RundownMenu, entries

__all__ = ["script_page_room", "script_sample"]

LENGTHS = (90_000, None, 60_000, 1_000)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(name="plans")
def four_plans(room: PageRoom, sample: Show) -> list[str]:
    """Four plans, the second without a length and behind the panic key, with a wording that is let stand in it."""
    QGuiApplication.clipboard().setMimeData(QMimeData())
    first = sample.standbys[0]
    plans = tuple(
        replace(first, id=f"b{at}", title=f"预案{at}", duration_ms=LENGTHS[at], panic=at == 1) for at in range(4)
    )
    stand = (ClaimOverride("b1", "r", "最低", "主播一要这么说", "场控", 1),)
    room.page.document.do(ChangeShow({"standbys": plans, "claim_overrides": stand}))
    room.page.rundown.view.setFocus()
    room.page.rundown.view.scrollToBottom()
    return [one.id for one in plans]


def order(room: PageRoom) -> list[str]:
    return [one.id for one in room.show.standbys]


def titles(room: PageRoom) -> list[str]:
    return [one.title for one in room.show.standbys]


def chosen(room: PageRoom) -> tuple[list[str], str]:
    """The chosen plans and the one in front, as the document has them and as the list marks them."""
    document, view = room.page.document, room.page.rundown.view
    selected = {view.rows.item_id(one.row()) for one in view.selectionModel().selectedRows()}
    assert selected == view.look._ids == {*document.chosen, *document.plans}
    assert view.look.current == document.current
    return list(document.plans), document.current


def choose(room: PageRoom, *plans: str) -> None:
    room.page.document.choose(plans)
    assert chosen(room) == (list(plans), plans[0])


def spot(room: PageRoom, item: str) -> QPoint:
    view = room.page.rundown.view
    return view.visualRect(view.rows.index(view.rows.row_of(item), 0)).center()


def click(room: PageRoom, item: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(room.page.rundown.view.viewport(), LEFT, modifiers, spot(room, item))


def one_undo(room: PageRoom, before: Show) -> None:
    room.settled()
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: room.show == before)
    room.settled()


# --- choosing -----------------------------------------------------------------------------------------------------


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


def test_what_is_drawn_over_keeps_to_the_kind_it_began_with(room: PageRoom, plans: list[str]) -> None:
    view, last = room.page.rundown.view, room.show.segments[-1].id

    def draw(start: str, *over: str) -> None:
        QTest.mousePress(view.viewport(), LEFT, SHIFT, spot(room, start))
        for item in over:
            for off in (-3, 3):
                QTest.mouseMove(view.viewport(), spot(room, item) + QPoint(0, off))
        QTest.mouseRelease(view.viewport(), LEFT, SHIFT, spot(room, over[-1]))

    click(room, "b3")
    draw("b3", "b2", "b1")
    assert chosen(room)[0] == ["b1", "b2", "b3"]
    click(room, "b2")
    draw("b2", "b0", last)
    assert chosen(room)[0] == ["b0", "b1", "b2"]
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


# --- deeds --------------------------------------------------------------------------------------------------------


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
    room.wait(lambda: room.show == before)
    room.settled()
    assert chosen(room) == (["b0", "b3"], "b0")
