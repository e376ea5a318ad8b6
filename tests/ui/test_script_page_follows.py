"""What has the keys is seen: the list follows what is moved, the fields follow the keyboard, an entry says that Delete
and Enter mean it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from script_page_room import ALT, CTRL, K, PageRoom, script_page_room, script_sample

from livedesk.domain.rundown import Show

__all__ = ["script_page_room", "script_sample"]


def seen(widget: QWidget, area: QWidget) -> bool:
    """Whether a widget lies in what is shown of the fields."""
    top = widget.mapTo(area, QPoint(0, 0)).y()
    return top >= 0 and top + min(widget.height(), 30) <= area.height()


def row_seen(room: PageRoom, item_id: str) -> bool:
    view = room.page.rundown.view
    rect = view.visualRect(view.rows.index(view.rows.row_of(item_id), 0))
    return view.viewport().rect().contains(rect)


def test_the_list_shows_what_was_moved_and_what_came_back(room: PageRoom, sample: Show) -> None:
    view = room.page.rundown.view
    room.choose(1, 2, 3)
    view.setFocus()
    for _ in range(30):
        room.press(K.Key_Down, ALT)
    room.settled()
    moved = [one.id for one in sample.segments[1:4]]
    assert [one.id for one in room.show.segments[-3:]] == moved
    assert all(row_seen(room, one) for one in moved)
    for _ in range(30):
        room.press(K.Key_Z, CTRL)
        room.settled()
    assert room.show == sample
    assert all(row_seen(room, one) for one in moved)


def test_a_field_that_is_gone_to_is_in_sight(room: PageRoom, sample: Show) -> None:
    fields = room.page.side.fields
    room.choose(1)
    room.press(K.Key_F2)
    fields.area.verticalScrollBar().setValue(fields.area.verticalScrollBar().maximum())
    room.press(K.Key_L, CTRL)
    room.press(K.Key_F2)
    form = fields.segment_form
    assert form is not None
    room.wait(lambda: seen(form.editors["title"], fields.area))


def test_enter_on_a_product_of_a_segment_opens_its_card(room: PageRoom, sample: Show) -> None:
    at = next(at for at, one in enumerate(sample.segments) if one.product_ids)
    room.choose(at)
    room.press(K.Key_F2)
    fields = room.page.side.fields
    form = fields.segment_form
    assert form is not None
    form.products.list.setFocus()
    assert form.products.list.selectedItems(), "what Enter and Delete mean is marked"
    room.press(K.Key_Return)
    card = fields.product_form
    assert card is not None
    assert card.product_id == sample.segments[at].product_ids[0]
    room.wait(lambda: card.editors["name"].hasFocus() and seen(card.editors["name"], fields.area))


@pytest.mark.parametrize("key", ["kind", "end_mode", "skipped", "products"])
def test_escape_leads_out_of_every_field_so_that_no_arrow_changes_it(
    room: PageRoom, sample: Show, key: str
) -> None:
    at = next(at for at, one in enumerate(sample.segments) if one.product_ids)
    room.choose(at)
    room.press(K.Key_F2)
    form = room.page.side.fields.segment_form
    assert form is not None
    (form.products.list if key == "products" else form.editors[key]).setFocus()
    room.press(K.Key_Escape)
    assert room.focus() is room.page.rundown.view
    room.press(K.Key_Down)
    room.settled()
    assert room.show == sample


def test_what_is_looked_for_has_its_room_in_the_smallest_window(room: PageRoom, sample: Show) -> None:
    room.window.resize(room.window.minimumSize())
    room.page.notes.say("exported")
    room.page.take_keys()
    room.press(K.Key_H, CTRL)
    text = room.page.text
    room.wait(lambda: text.find_bar.isVisible() and not text.claim_bar.isVisible())
    room.wait(lambda: text.find_bar.height() >= text.find_bar.minimumSizeHint().height())
    assert text.editor.height() >= 30
    room.press(K.Key_Escape)
    assert text.claim_bar.isVisible()
