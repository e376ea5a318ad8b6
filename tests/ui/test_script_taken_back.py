"""What an undo or a redo did stands beside the version, and is brought into sight."""

from __future__ import annotations

import pytest
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.edits import ChangeShow
from livedesk.domain.rundown import Show

__all__ = ["script_page_room", "script_sample"]


def kept(room: PageRoom) -> str:
    """What stands beside the show's title."""
    return room.page.header.saved.text()


def begin(room: PageRoom) -> None:
    """The rundown has the keys, its first segment is chosen."""
    first = room.show.segments[0].id
    room.page.document.choose((first,), first)
    room.page.rundown.view.setFocus()


def rename(room: PageRoom, at: int, title: str) -> str:
    """Call a segment otherwise; gives its id."""
    segment = room.segment(at)
    edit = editing.set_field(room.show, [segment.id], "title", title)
    assert edit is not None
    room.page.document.do(edit)
    room.wait(lambda: not room.page.document.busy)
    return segment.id


def test_it_says_what_was_taken_back_and_goes_there(room: PageRoom, sample: Show) -> None:
    begin(room)
    changed = rename(room, 5, "换一个说法")
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: "Taken back" in kept(room))
    assert sample.segments[5].title in kept(room)
    assert room.page.document.chosen == (changed,)
    room.press(K.Key_Z, CTRL | SHIFT)
    room.wait(lambda: "Done again" in kept(room))
    assert "换一个说法" in kept(room)


def test_it_is_silent_once_something_else_has_changed(room: PageRoom, sample: Show) -> None:
    begin(room)
    rename(room, 5, "换一个说法")
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: "Taken back" in kept(room))
    rename(room, 2, "再换一个")
    assert "Taken back" not in kept(room)


def test_the_next_edit_says_at_once_that_it_is_kept(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(room)
    rename(room, 5, "换一个说法")
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: "Taken back" in kept(room))
    saved, shown = room.page.header.saved, list[str]()
    put = saved.setText

    def listen(words: str) -> None:
        shown.append(words)
        put(words)

    monkeypatch.setattr(saved, "setText", listen)
    room.page.header.patience.setInterval(30_000)
    revision = room.page.document.revision
    rename(room, 2, "再换一个")
    assert shown == [f"version {revision + 1} is saved"], "not first that the old one is"


def test_what_is_chosen_stays_where_it_was_part_of_it(room: PageRoom, sample: Show) -> None:
    first, second = room.show.segments[0].id, room.show.segments[1].id
    begin(room)
    room.page.document.choose((first, second), first)
    rename(room, 1, "换一个说法")
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: "Taken back" in kept(room))
    assert room.page.document.chosen == (first, second)


def test_segments_that_come_back_are_chosen(room: PageRoom, sample: Show) -> None:
    begin(room)
    gone = [one.id for one in sample.segments[4:6]]
    edit = editing.remove(room.show, gone)
    assert edit is not None
    room.page.document.do(edit)
    room.wait(lambda: not room.page.document.busy)
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: "Taken back" in kept(room))
    assert list(room.page.document.chosen) == gone


def test_an_edit_of_somebody_else_names_who_made_it(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(room)
    monkeypatch.setattr(room.services.documents, "_operator", lambda: "场控")
    rename(room, 5, "换一个说法")
    room.services.documents.finish()
    monkeypatch.undo()
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: "Taken back" in kept(room))
    assert kept(room).endswith("· 场控")
    rename(room, 5, "换一个说法")
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: "Taken back" in kept(room))
    assert "·" not in kept(room).partition("Taken back")[2].replace(sample.segments[5].title, "")


def test_plain_undo_of_the_show_chooses_nothing_else(room: PageRoom, sample: Show) -> None:
    begin(room)
    room.page.document.do(ChangeShow({"title": "另一晚"}))
    room.wait(lambda: not room.page.document.busy)
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: "Taken back" in kept(room))
    assert room.page.document.chosen == (sample.segments[0].id,)
