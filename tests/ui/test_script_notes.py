"""What the script page says goes when it is true no longer, and its buttons give the keys back."""

from __future__ import annotations

from pathlib import Path

from pages_desk import keep_sample
from PySide6.QtWidgets import QPushButton
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show

__all__ = ["script_page_room", "script_sample"]


def close_button(room: PageRoom) -> QPushButton:
    banner = room.page.notes.banner("script")
    assert banner is not None
    return banner.buttons[-1]


def test_what_was_done_is_said_until_it_is_taken_back(room: PageRoom, sample: Show) -> None:
    room.choose(1)
    room.page.take_keys()
    room.press(K.Key_Delete)
    assert "Ctrl+Z" in room.notes
    room.settled()
    assert "Ctrl+Z" in room.notes, "that the disk has it changes nothing"
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: not room.notes)
    assert [one.id for one in room.show.segments] == [one.id for one in sample.segments]


def test_what_was_refused_is_said_until_something_else_is_done(room: PageRoom, sample: Show) -> None:
    room.page.document.undo()
    room.wait(lambda: bool(room.notes))
    said = room.notes
    other = editing.set_field(room.show, (room.segment(3).id,), "note", "来自别处")
    assert other is not None
    room.services.documents.edit(room.show.id, other, room.page.document.revision)
    room.wait(lambda: room.segment(3).note == "来自别处")
    assert room.notes == said, "somebody else's edit answers nothing"
    room.choose(1)
    room.page.gestures.skip()
    assert not room.notes
    room.page.notes.fail(UserError("edit.exists", id="s01"))
    room.page.document.undo()
    room.settled()
    assert not room.notes, "an undo is done as well"


def test_a_refused_edit_is_told_and_leaves_the_choice(room: PageRoom, sample: Show) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise UserError("edit.aired", title="开场")

    room.choose(0)
    room.page.take_keys()
    room.services.edit = refuse  # type: ignore[assignment,method-assign]  # as on air
    room.press(K.Key_Delete)
    room.wait(lambda: not room.page.document.busy and len(room.show.segments) == len(sample.segments))
    assert room.page.document.chosen == (sample.segments[0].id,)
    assert room.notes
    assert "Ctrl+Z" not in room.notes
    del room.services.edit


def test_where_a_file_lies_is_said_until_another_show_is_shown(room: PageRoom, sample: Show) -> None:
    other = keep_sample(room.services.store)
    room.page.notes.written(Path("/exports/show.ics"))
    room.choose(1)
    room.page.gestures.skip()
    room.settled()
    assert "show.ics" in room.notes
    room.page.show_item(other.id)
    room.wait(lambda: room.show.id == other.id)
    assert not room.notes


def test_a_sentence_goes_once_it_was_read(room: PageRoom, sample: Show) -> None:
    notes = room.page.notes
    notes.say("一句话")
    assert notes.read.isActive()
    close_button(room).setFocus()
    notes.read.timeout.emit()
    assert room.notes, "somebody stands on its button"
    room.page.take_keys()
    notes.read.timeout.emit()
    assert not room.notes
    notes.fail(UserError("edit.exists", id="s01"))
    assert not notes.read.isActive()


def test_the_keys_of_the_page_act_from_a_banner_and_escape_gives_them_back(room: PageRoom, sample: Show) -> None:
    room.choose(1)
    room.page.gestures.skip()
    room.settled()
    room.page.save()
    close_button(room).setFocus()
    room.press(K.Key_Z, CTRL)
    room.settled()
    assert room.segment(1).skipped is sample.segments[1].skipped
    room.page.save()
    close_button(room).setFocus()
    room.press(K.Key_Escape)
    assert room.focus() is room.page.rundown.view
    room.page.save()
    close_button(room).setFocus()
    room.press(K.Key_Space)
    assert not room.notes
    assert room.focus() is room.page.rundown.view, "what closed itself leaves the keys to the list"


def test_the_keys_of_the_page_act_from_the_rail_and_not_on_another_page(room: PageRoom, sample: Show) -> None:
    rail = next(one for one in room.window.findChildren(QPushButton) if not room.page.isAncestorOf(one))
    rail.setFocus()
    room.press(K.Key_L, CTRL)
    assert room.focus() is room.page.rundown.view
    rail.setFocus()
    room.press(K.Key_N, CTRL | SHIFT)
    room.window.show_page("plan")
    many = len(room.show.segments)
    room.press(K.Key_N, CTRL)
    assert len(room.show.segments) == many
