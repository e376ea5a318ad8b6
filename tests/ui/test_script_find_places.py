"""A place that was found in a title or a note, on the page: its row is chosen and its field marked, keys stay."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from script_page_room import CTRL, K, PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.rundown import Show
from livedesk.ui.workspaces.script.side import CHECKS, FIELDS

__all__ = ["script_page_room", "script_sample"]


@pytest.fixture
def found(room: PageRoom, sample: Show) -> PageRoom:
    """The bar is open, and has found a word twice in a title behind a 😀 and once in a note."""
    values = {sample.segments[5].id: {"title": "😀 丁和丁", "note": "第一行\n备丁"}}
    assert room.page.document.do(editing.set_fields(sample, values))
    room.settled()
    room.page.side.tabs.setCurrentIndex(FIELDS)
    room.choose(0)
    room.page.write()
    room.press(K.Key_F, CTRL)
    bar = room.page.text.find_bar
    bar.everywhere.setChecked(True)
    room.type("丁")
    room.wait(lambda: bar.count.text() == "0 / 3")
    return room


def marked(room: PageRoom, key: str) -> tuple[str, int]:
    form = room.page.side.fields.segment_form
    assert form is not None
    editor = form.editors[key]
    if isinstance(editor, QLineEdit):
        return editor.selectedText(), editor.selectionStart()
    assert isinstance(editor, QPlainTextEdit)
    return editor.textCursor().selectedText(), editor.textCursor().selectionStart()


def test_row_and_field_show_the_place(found: PageRoom) -> None:
    bar, view = found.page.text.find_bar, found.page.rundown.view
    seen = []
    for _ in range(3):
        found.press(K.Key_Return)
        assert bar.words.hasFocus()
        assert [view.rows.item_id(index.row()) for index in view.selectionModel().selectedRows()] == [
            found.segment(5).id
        ]
        seen.append((marked(found, "title"), marked(found, "note")[0]))
    assert seen == [(("丁", 3), ""), (("丁", 5), ""), (("", 0), "丁")]


def test_fields_that_are_not_in_front_are_left_alone(found: PageRoom) -> None:
    found.page.side.tabs.setCurrentIndex(CHECKS)
    found.press(K.Key_Return)
    assert found.page.document.current == found.segment(5).id
    assert found.page.side.tabs.currentIndex() == CHECKS
    assert found.page.text.find_bar.words.hasFocus()
