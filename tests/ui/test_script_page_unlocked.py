"""Once a script is unlocked by a reason the keys are where they were before it was asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.edits import SetApproval
from livedesk.domain.rundown import Approval, Show
from livedesk.ui.workspaces.script.side import CHECKS

__all__ = ["script_page_room", "script_sample"]

_PLACES: dict[str, Callable[[PageRoom], QWidget]] = {
    "text": lambda room: room.page.text.editor,
    "rundown": lambda room: room.page.rundown.view,
    "checks": lambda room: room.page.side.checks.list,
}


def lock(room: PageRoom) -> None:
    """The script is locked, by somebody else."""
    room.choose(2)
    room.page.document.do(SetApproval(Approval.LOCKED))
    room.settled()


def give_reason(room: PageRoom) -> None:
    """Unlock it, by keys alone."""
    room.press(K.Key_L, CTRL | SHIFT)
    assert room.page.lock.reason.field.hasFocus()
    room.type("改价")
    room.press(K.Key_Return)
    assert not room.show.approval.closed


@pytest.mark.parametrize("place", _PLACES)
def test_the_keys_go_back_to_where_they_were(room: PageRoom, sample: Show, place: str) -> None:
    lock(room)
    room.page.side.tabs.setCurrentIndex(CHECKS)
    part = _PLACES[place](room)
    part.setFocus()
    give_reason(room)
    assert room.focus() is part
    room.settled()
    assert room.focus() is part


def test_what_is_typed_next_is_written(room: PageRoom, sample: Show) -> None:
    lock(room)
    room.press(K.Key_E, CTRL)
    give_reason(room)
    before = room.page.text.editor.toPlainText()
    room.type("x")
    assert len(room.page.text.editor.toPlainText()) == len(before) + 1


def test_where_that_place_is_gone_the_rundown_has_the_keys(room: PageRoom, sample: Show) -> None:
    lock(room)
    room.page.side.open(CHECKS)
    room.press(K.Key_L, CTRL | SHIFT)
    room.page.side.tabs.setCurrentIndex(0)
    room.page.lock.reason.field.setFocus()
    room.type("改价")
    room.press(K.Key_Return)
    assert room.focus() is room.page.rundown.view


def test_so_they_do_where_somebody_else_unlocks_it_meanwhile(room: PageRoom, sample: Show) -> None:
    lock(room)
    room.press(K.Key_E, CTRL)
    room.press(K.Key_L, CTRL | SHIFT)
    room.type("改")
    room.page.document.do(SetApproval(Approval.DRAFT))
    assert room.focus() is room.page.text.editor


def test_the_button_of_the_bar_leads_to_the_rundown(room: PageRoom, sample: Show) -> None:
    lock(room)
    room.page.lock.button.setFocus()
    room.press(K.Key_Space)
    room.type("改价")
    room.press(K.Key_Return)
    assert room.focus() is room.page.rundown.view


def test_the_keys_of_another_part_are_left_alone(room: PageRoom, sample: Show) -> None:
    lock(room)
    room.press(K.Key_E, CTRL)
    room.press(K.Key_L, CTRL | SHIFT)
    field = room.page.rundown
    field.open_filter()
    room.page.document.do(SetApproval(Approval.DRAFT))
    assert room.focus() is field.filter
