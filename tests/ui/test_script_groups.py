"""A group as one thing under a person's hands, and the way to what belongs to the whole show."""

from __future__ import annotations

from itertools import groupby

from pages_desk import keep_sample
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from script_page_room import ALT, CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.rundown import Show

__all__ = ["script_page_room", "script_sample"]


def runs(show: Show) -> list[tuple[str, list[str]]]:
    """Groups as they follow each other, with the segments in them."""
    return [(group, [one.id for one in own]) for group, own in groupby(show.segments, lambda one: one.group_id)]


def to_header(room: PageRoom, group: str) -> None:
    rows, view = room.page.rundown.rows, room.page.rundown.view
    row = next(at for at in rows.header_rows() if rows.group_id(at) == group)
    view.setFocus()
    spot = view.visualRect(rows.index(row, 0)).center() if row else QPoint(60, 10)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_header_moves_its_group_past_the_one_beside_it(room: PageRoom, sample: Show) -> None:
    first, second, *others = runs(sample)
    to_header(room, second[0])
    room.press(K.Key_Up, ALT)
    assert runs(room.show) == [second, first, *others]
    room.press(K.Key_Down, ALT)
    assert room.show == sample
    room.context.actions.trigger("script_end")
    assert runs(room.show) == [first, *others, second]
    room.context.actions.trigger("script_top")
    assert runs(room.show) == [second, first, *others]
    room.settled()


def test_the_facts_of_the_show_have_a_key(room: PageRoom, sample: Show) -> None:
    room.choose(2)
    room.page.rundown.view.setFocus()
    room.press(K.Key_F2, SHIFT)
    facts = room.page.side.fields.facts_form
    assert facts is not None
    assert facts.isVisible()
    assert facts.isAncestorOf(room.focus())
    room.press(K.Key_L, CTRL)


def test_on_air_it_says_what_does_not_come_by_itself_any_more(room: PageRoom) -> None:
    show = keep_sample(room.services.store)
    room.put_on_desk(show, until=3, run=True)
    room.enter()
    room.wait(lambda: room.page.document.show is not None)
    room.choose(3)
    room.page.rundown.view.setFocus()
    room.press(K.Key_Down, ALT)
    assert room.notes == ""
    room.press(K.Key_Up, ALT)
    room.choose(2)
    room.press(K.Key_Down, ALT)
    room.press(K.Key_Down, ALT)
    assert show.segments[3].title in room.notes
    room.settled()
