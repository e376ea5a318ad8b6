"""Finding in the rundown and jumping from there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from live_room import K, Room, desk_room  # noqa: F401 (the fixture room)
from live_show import Journal, mid_show
from PySide6.QtTest import QTest


def with_numbers_in_words() -> Journal:
    """Mid-show; the second segment speaks of 10 and the third of 15."""
    journal = mid_show()
    segments = list(journal.show.segments)
    segments[1] = replace(segments[1], interaction="福袋 10 份")
    segments[2] = replace(segments[2], title="15/50/100ml 三个规格")
    journal.show = replace(journal.show, segments=tuple(segments))
    return journal


def find(room: Room, text: str) -> None:
    """Open the find line, type, and go to what is found."""
    room.desk.context.actions.trigger("find")
    room.desk.rundown.find_line.setText(text)
    QTest.keyClick(room.desk.rundown.find_line, K.Key_Return)


@pytest.mark.parametrize(
    ("typed", "found"), [("10", "s10"), ("15", "s15"), (" 08", "s08"), ("8", "s08"), ("福袋 10", "s02")]
)
def test_an_exact_number_wins(room: Room, typed: str, found: str) -> None:
    room.show(with_numbers_in_words())
    find(room, typed)
    assert room.desk.rundown.view.current_segment() == found


def test_a_number_that_no_segment_has_goes_to_the_first_row_with_it(room: Room) -> None:
    room.show(with_numbers_in_words())
    find(room, "100")
    assert room.desk.rundown.view.current_segment() == "s03"
    find(room, "9" * 40)
    assert room.desk.rundown.model.rowCount() == 0
