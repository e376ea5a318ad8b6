"""A standby plan in the rundown: moved by key and mouse, and told what is no deed for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from script_page_room import ALT, CTRL, K, PageRoom, script_page_room, script_sample

from livedesk.domain.edits import ChangeShow
from livedesk.domain.rundown import SegmentKind, Show

__all__ = ["script_page_room", "script_sample"]


@pytest.fixture(name="plans")
def three_plans(room: PageRoom, sample: Show) -> list[str]:
    """Three plans, the first of a minute and a half, the second without a length."""
    first = sample.standbys[0]
    lengths = (90_000, None, 60_000)
    plans = tuple(replace(first, id=f"b{at}", title=f"预案{at}", duration_ms=lengths[at]) for at in range(3))
    room.page.document.do(ChangeShow({"standbys": plans}))
    room.page.rundown.view.setFocus()
    return [one.id for one in plans]


def order(room: PageRoom) -> list[str]:
    return [one.id for one in room.show.standbys]


def told(room: PageRoom) -> str:
    banner = room.page.notes.banner("script")
    return banner.words.text() if banner is not None else ""


def choose(room: PageRoom, plan: str) -> None:
    room.page.document.choose((), plan)


def test_the_moves_to_the_ends_move_a_plan(room: PageRoom, plans: list[str]) -> None:
    choose(room, "b1")
    room.context.actions.trigger("script_end")
    assert order(room) == ["b0", "b2", "b1"]
    room.context.actions.trigger("script_top")
    assert order(room) == ["b1", "b0", "b2"]
    room.press(K.Key_Z, CTRL)
    room.settled()
    assert order(room) == ["b0", "b2", "b1"]


def test_a_plan_is_dragged_among_the_plans(room: PageRoom, plans: list[str]) -> None:
    rows = room.page.rundown.rows

    def drop(plan: str, row: int) -> None:
        data = rows.mimeData([rows.index(rows.row_of(plan), 0)])
        rows.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())

    assert rows.flags(rows.index(rows.row_of("b0"), 0)) & Qt.ItemFlag.ItemIsDragEnabled
    drop("b2", rows.row_of("b0"))
    assert order(room) == ["b2", "b0", "b1"]
    drop("b2", rows.rowCount())
    assert order(room) == ["b0", "b1", "b2"]
    drop("b1", 0)
    assert order(room) == ["b1", "b0", "b2"], "among the segments: before all other plans"
    drop("b1", rows.row_of("b1"))
    assert order(room) == ["b1", "b0", "b2"]


def test_the_length_of_a_plan_goes_by_key_and_one_without_says_how_to_give_it_one(
    room: PageRoom, plans: list[str]
) -> None:
    choose(room, "b0")
    room.press(K.Key_Right, ALT)
    assert room.show.standbys[0].duration_ms == 95_000
    choose(room, "b1")
    room.press(K.Key_Right, ALT)
    assert room.show.standbys[1].duration_ms is None
    assert "F2" in told(room)


@pytest.mark.parametrize("key", ["S", "Ctrl+G"])
def test_what_is_for_segments_alone_says_so(room: PageRoom, plans: list[str], key: str) -> None:
    choose(room, "b0")
    before = room.show
    if key == "S":
        room.press(K.Key_S)
    else:
        room.press(K.Key_G, CTRL)
    assert room.show == before
    assert told(room) == "This is for segments: choose one in the list first"


def test_a_milestone_that_cannot_be_longer_says_why(room: PageRoom, plans: list[str]) -> None:
    room.page.gestures.add(SegmentKind.MILESTONE)
    room.press(K.Key_Escape)
    room.page.rundown.view.setFocus()
    before = room.show
    room.press(K.Key_Right, ALT)
    assert room.show == before
    assert told(room) == "A milestone takes no time"
