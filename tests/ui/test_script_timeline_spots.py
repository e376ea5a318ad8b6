"""Of an edit only what looks otherwise is painted: what then stands on the screen is what painting everything gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from timeline_room import Room, furnished

from livedesk.domain.clock import MINUTE
from livedesk.domain.commands import Back, Command, Go, GoLive, ToggleHold
from livedesk.domain.edits import ChangeSegments, SegmentChange, apply
from livedesk.domain.replan import replan
from livedesk.domain.rundown import Group, SegmentKind, Show
from livedesk.ui.theme import Theme
from livedesk.ui.workspaces.script.timeline_live import Course
from livedesk.ui.workspaces.script.timeline_look import CHOSEN, PLAIN, QUIET
from tests.unit.shows import Desk, at, segment, show, wall

RGB = QImage.Format.Format_RGB32


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, family: str) -> Room:
    """A milestone, a milestone with a fixed time, one that is skipped, a number of one's own, narrow blocks."""
    made = furnished(theme, family)
    qtbot.addWidget(made.timeline)
    many = [replace(one, group_id="g") for one in made.show.segments]
    milestone = SegmentKind.MILESTONE
    many[2] = replace(many[2], kind=milestone, duration_ms=0)
    many[5] = replace(many[5], kind=milestone, duration_ms=0, hard_start=wall("2026-11-25 20:55"))
    many[7] = replace(many[7], skipped=True)
    many[8] = replace(many[8], number="9A")
    many += [segment(number, 0.5) for number in range(20, 26)]
    made.give(replace(made.show, segments=tuple(many), groups=(Group("g", "round"),)))
    made.timeline.set_chosen(frozenset({"s4"}))
    QApplication.processEvents()
    return made


def give(room: Room, document: Show) -> None:
    """Show an edit as the page does: what it leaves of the plan is the very same."""
    strip = room.canvas.strip
    assert strip is not None
    room.timeline.set_show(document, replan(strip.show, strip.plan, document))
    QApplication.processEvents()


def seen(room: Room) -> QImage:
    """What stands on the screen."""
    return room.timeline.screen().grabWindow(room.timeline.winId()).toImage().convertToFormat(RGB)


def anew(room: Room) -> QImage:
    """Everything painted again."""
    return room.timeline.grab().toImage().convertToFormat(RGB)


def edited(at: int, **fields: object) -> Callable[[Show], Show]:
    def edit(show: Show) -> Show:
        return apply(show, ChangeSegments((SegmentChange(show.segments[at].id, fields),)))[0]

    return edit


def _shown(room: Room) -> Show:
    strip = room.canvas.strip
    assert strip is not None
    return strip.show


EDITS = {
    "title of a block": edited(1, title="another title"),
    "title of the chosen": edited(3, title="x"),
    "title of a milestone": edited(2, title="other words beside the flag"),
    "title of a milestone with a fixed time": edited(5, title="other words beside the pin"),
    "title of what is skipped": edited(7, title="not today"),
    "title of a narrow block": edited(14, title="x"),
    "number": edited(8, number="9B"),
    "kind": edited(9, kind=SegmentKind.TALK),
    "kind of a narrow block": edited(14, kind=SegmentKind.TALK),
    "person": edited(1, person="主播一"),
    "length": edited(1, duration_ms=300_000),
    "skipping": edited(9, skipped=True),
    "fixed time": edited(9, hard_start=wall("2026-11-25 21:40")),
    "title of the group": lambda show: replace(show, groups=(Group("g", "another round"),)),
    "other group": edited(9, group_id=""),
}
NOT_SEEN = ("person", "title of a narrow block", "number")
"""The number is not: there is room for the title."""


@pytest.mark.parametrize("closer", [1.0, 4.0])
@pytest.mark.parametrize("what", EDITS)
def test_the_screen_shows_every_edit(room: Room, what: str, closer: float) -> None:
    room.timeline.zoom_by(closer, 300)
    QApplication.processEvents()
    assert seen(room) == anew(room)
    before = seen(room)
    give(room, EDITS[what](room.show))
    assert seen(room) == anew(room)
    if room.canvas.whole:
        assert (seen(room) == before) is (what in NOT_SEEN)


@pytest.mark.parametrize("start_at", ["22:55", "00:00", "22:30"])
def test_the_line_of_midnight_stays_over_an_edited_block(room: Room, start_at: str) -> None:
    start = wall(f"2026-11-25 {start_at}")
    pinned = replace(room.show.segments[5], hard_start=None)
    late = (*room.show.segments[:5], pinned, *room.show.segments[6:])
    give(room, replace(room.show, planned_start=start, segments=late))
    for place in range(len(late)):
        give(
            room, edited(place, title="x")(room.canvas.strip.show if room.canvas.strip is not None else room.show)
        )
        assert seen(room) == anew(room), place


class Painted(QObject):
    """Counts the paintings of what it watches."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += isinstance(event, QPaintEvent)
        return False


def test_what_nobody_sees_is_not_painted(room: Room) -> None:
    painted = Painted()
    room.canvas.installEventFilter(painted)
    give(room, EDITS["person"](room.show))
    assert painted.count == 0
    give(room, EDITS["title of a block"](room.show))
    assert painted.count == 1


@pytest.mark.parametrize("minutes", [1, 10])
def test_what_the_show_is_done_with_looks_quiet_however_narrow_it_is(room: Room, minutes: int) -> None:
    document = show("2026-11-25 20:00", *(segment(number, minutes) for number in range(300 // minutes)))
    room.give(document)
    desk = Desk(document, at("2026-11-25 20:00"))
    desk.do(GoLive()).after(MINUTE).do(Go()).after(MINUTE).do(Go())
    room.timeline.set_timetable(desk.table)
    room.timeline.set_chosen(frozenset({"s1", "s8"}))
    look, rows, strip = room.canvas.look, room.canvas.rows, room.canvas.strip
    assert strip is not None
    grabbed = room.canvas.grab().toImage()
    for number, way in ((0, QUIET), (1, CHOSEN), (3, PLAIN), (8, CHOSEN), (9, PLAIN)):
        left, right = room.canvas.scale.x(strip.starts[number]), room.canvas.scale.x(strip.end(number))
        fill = look.fills[strip.segments[number].kind, way].color()
        assert grabbed.pixelColor((left + right) // 2 - 1, rows.bottom - 4) == fill, number


def test_of_several_missed_times_the_pin_and_the_hatching_stay_whose_segment_begins_outside_the_view(
    room: Room,
) -> None:
    many = list(room.show.segments)
    for number, time in ((8, "21:40"), (11, "20:12"), (13, "20:16")):
        many[number] = replace(many[number], hard_start=wall(f"2026-11-25 {time}"))
    give(room, replace(room.show, segments=tuple(many)))
    first = at("2026-11-25 20:00")
    room.timeline.zoom_by(6, 0)
    room.canvas.show_from(first)
    assert room.canvas.scale.ms(room.canvas.width()) < at("2026-11-25 20:55")
    QApplication.processEvents()
    strip, frame = room.canvas.strip, room.canvas.frame()
    assert strip is not None
    assert frame is not None
    pins = {strip.hards[place] for place in strip.hards_within(frame.first_ms, frame.last_ms)}
    assert {11, 13} <= pins
    whole = seen(room)
    assert whole == anew(room)
    for place in range(4):
        give(room, edited(place, title="another title")(_shown(room)))
        assert seen(room) == anew(room), place
    assert seen(room) != whole


def test_what_one_tick_lends_the_next_is_what_it_would_have_found(room: Room) -> None:
    desk = Desk(room.show, at("2026-11-25 19:59"))
    deeds: tuple[Command | None, ...] = (
        GoLive(), None, None, Go(), None, Back(), None, ToggleHold(), None, ToggleHold(), None, Go(),
    )  # fmt: skip
    before: Course | None = None
    lent = 0
    for deed in deeds:
        desk.after(4 * MINUTE)
        if deed is not None:
            desk.do(deed)
        course, fresh = Course(desk.table, before), Course(desk.table)
        assert course.aired == fresh.aired
        assert course.places.tolist() == fresh.places.tolist()
        assert course.starts.tolist() == fresh.starts.tolist()
        assert course.past.tolist() == fresh.past.tolist()
        lent += before is not None and course.past is before.past and course.aired is before.aired
        before = course
    assert lent > 3
