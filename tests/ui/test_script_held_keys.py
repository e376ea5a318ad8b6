"""A key that is held: small steps go on, everything else acts once, and nothing of the desk ever repeats."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from script_page_room import PageRoom, script_page_room, script_sample

from livedesk.domain.editing import shift
from livedesk.domain.edits import apply
from livedesk.domain.rundown import Show
from livedesk.ui.actions import Actions, Category

__all__ = ["script_page_room", "script_sample"]
STEPS = {
    "script_undo",
    "script_redo",
    "script_up",
    "script_down",
    "script_longer",
    "script_shorter",
    "script_minute_longer",
    "script_minute_shorter",
    "script_earlier",
    "script_later",
    "script_find_next",
    "script_find_back",
    "script_wider",
    "script_narrower",
    "script_higher",
    "script_lower",
}


def hold(room: PageRoom, key: str, times: int) -> None:
    """Press a key by its name, keep it down while it repeats so often, and let it go."""
    pressed: QKeyCombination = QKeySequence(key)[0]
    for at in range(times + 1):
        press(room.focus(), pressed, down=True, repeats=at > 0)
    press(room.focus(), pressed, down=False, repeats=False)


def shifted(show: Show, segment_id: str, way: int) -> Show:
    edit = shift(show, [segment_id], way)
    assert edit is not None
    return apply(show, edit)[0]


def press(part: QWidget, pressed: QKeyCombination, *, down: bool, repeats: bool) -> None:
    QTest.simulateEvent(part, down, pressed.key(), pressed.keyboardModifiers(), "", repeats, -1)


@pytest.mark.parametrize("place", ["list", "timeline"])
def test_a_length_and_a_place_change_step_by_step(room: PageRoom, sample: Show, place: str) -> None:
    room.choose(1)
    (room.page.rundown.view if place == "list" else room.page.band.timeline).setFocus()
    moved, length = sample.segments[1].id, sample.segments[1].duration_ms
    hold(room, "Alt+Right", 3)
    assert room.segment(1).duration_ms == length + 4 * 5_000
    hold(room, "Alt+Shift+Left", 1)
    assert room.segment(1).duration_ms == max(0, length + 20_000 - 120_000)
    expected = room.show
    for way, times in ((1, 4), (-1, 2)):
        for _ in range(times):
            expected = shifted(expected, moved, way)
        key = {1: "Alt+Down", -1: "Alt+Up"} if place == "list" else {1: "Ctrl+Right", -1: "Ctrl+Left"}
        hold(room, key[way], times - 1)
        assert room.show == expected
    assert room.segment(1).id != moved
    room.settled()
    # Each step is one of undo, and undo goes on as well.
    for _ in range(3):
        hold(room, "Ctrl+Z", 3)
        room.settled()
    assert room.show == sample
    hold(room, "Ctrl+Y", 3)
    room.settled()
    assert room.segment(1).duration_ms == length + 4 * 5_000


def test_what_is_no_small_step_acts_once(room: PageRoom, sample: Show) -> None:
    room.choose(1)
    room.page.rundown.view.setFocus()
    count = len(sample.segments)
    hold(room, "S", 3)
    assert room.segment(1).skipped is not sample.segments[1].skipped
    hold(room, "Ctrl+D", 3)
    assert len(room.show.segments) == count + 1
    hold(room, "Del", 3)
    assert len(room.show.segments) == count
    hold(room, "Ctrl+N", 3)
    assert len(room.show.segments) == count + 1


def test_only_small_steps_repeat(room: PageRoom, sample: Show) -> None:
    assert {one.id for one in room.context.actions if one.autoRepeat()} == STEPS
    assert not any(one.autoRepeat() for one in room.context.actions if one.desk)


def test_a_key_of_the_desk_cannot_be_made_to_repeat(actions: Actions) -> None:
    with pytest.raises(ValueError, match="the desk's"):
        actions.add("again", "again", category=Category.DESK, shortcut="Space", desk=True, repeats=True)
    assert "again" not in actions


@pytest.fixture
def actions() -> Actions:
    return Actions()


def test_a_held_undo_goes_no_further_than_what_is_seen(room: PageRoom, sample: Show) -> None:
    room.choose(1)
    room.page.rundown.view.setFocus()
    hold(room, "Alt+Right", 11)
    room.settled()
    # It repeats faster than the services answer: what is not answered yet is not asked for again and again.
    hold(room, "Ctrl+Z", 30)
    room.settled()
    assert room.segment(1).duration_ms == sample.segments[1].duration_ms + (12 - 4) * 5_000
