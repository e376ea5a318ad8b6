"""What the timeline draws as pixels because there is no room for more: pins and flags that stand close to each other,
slack and shortfall of a few seconds, and the frames of what is expected."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QRegion
from pytestqt.qtbot import QtBot
from timeline_room import Room, furnished, picture, timeline_said

from livedesk.domain.clock import MINUTE, SECOND, ms_to_wall
from livedesk.domain.commands import Go, GoLive
from livedesk.domain.rundown import Segment, SegmentKind
from livedesk.ui.theme import Theme
from tests.unit.shows import Desk, at, segment, show, wall

__all__ = ["timeline_said"]


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, family: str) -> Room:
    made = furnished(theme, family)
    qtbot.addWidget(made.timeline)
    return made


def two_hours(*first: Segment) -> tuple[Segment, ...]:
    """These, and what fills two hours after them: a pixel for each six seconds."""
    left = 120 * MINUTE - sum(one.duration_ms for one in first)
    return (*first, segment(99, left / MINUTE))


def colour(room: Room, time: str, *, right: int, y: int) -> QColor:
    """What stands so many pixels right of an instant."""
    return picture(room).pixelColor(room.canvas.scale.x(at(f"2026-11-25 {time}")) + right, y)


def give(room: Room, *segments: Segment) -> None:
    room.give(show("2026-11-25 20:00", *two_hours(*segments)))


@pytest.mark.parametrize(("second", "tone"), [("20:11", "next"), ("20:10", "warn")])
def test_of_pins_that_are_close_each_stays_a_stroke_with_a_head(
    room: Room, theme: Theme, second: str, tone: str
) -> None:
    first = segment(2, 1, hard_start=wall("2026-11-25 20:10"))
    after = segment(3, 30, hard_start=wall(f"2026-11-25 {second}:00"))
    give(room, segment(1, 10), first, after)
    flags = room.canvas.rows.flags
    assert colour(room, "20:10", right=0, y=flags + 12) == theme.color("next" if tone == "next" else "warn")
    if tone == "next":
        assert colour(room, "20:10", right=-1, y=flags + 5) == theme.color("next")
        assert colour(room, "20:10", right=-2, y=flags + 5) == theme.color("bg")
        assert colour(room, "20:10", right=1, y=flags + 12) == theme.color("bg")


def test_milestones_of_one_place_are_one_low_flag(room: Room, theme: Theme) -> None:
    stones = [replace(segment(number, 0), kind=SegmentKind.MILESTONE) for number in (2, 3)]
    give(room, segment(1, 10), *stones)
    rows = room.canvas.rows
    assert colour(room, "20:10", right=0, y=rows.flags + 14) == theme.color("next")
    assert colour(room, "20:10", right=4, y=rows.flags + 5) == theme.color("next")
    assert colour(room, "20:10", right=4, y=rows.flags + 10) == theme.color("bg")
    room.timeline.set_chosen(frozenset({"s3"}))
    assert colour(room, "20:10", right=4, y=rows.flags + 5) == theme.color("text")
    give(room, segment(1, 10), stones[0])
    assert colour(room, "20:10", right=0, y=rows.top + 20) == theme.color("next"), "one alone has a pole"


@pytest.mark.parametrize(("hard", "tone"), [("20:09:54", "warn"), ("20:10:12", "next")])
def test_some_seconds_short_or_spare_are_a_stripe(room: Room, theme: Theme, hard: str, tone: str) -> None:
    pinned = segment(2, 10, hard_start=wall(f"2026-11-25 {hard}"))
    give(room, segment(1, 10), pinned)
    left = "20:09:54" if tone == "warn" else "20:10:00"
    seen = colour(room, left, right=1, y=room.canvas.rows.top + 5)
    ground = theme.color("bg")
    parts = ((tint * 6 + under * 4) / 10 for tint, under in zip(
        theme.color(tone).getRgb()[:3], ground.getRgb()[:3], strict=True
    ))  # fmt: skip
    wanted = theme.color(tone).getRgb()[:3] if tone == "warn" else tuple(parts)
    assert seen.getRgb()[:3] == pytest.approx(wanted, abs=2)


def test_what_is_expected_late_and_what_is_next_have_frames_of_their_own(room: Room, theme: Theme) -> None:
    late = replace(room.show.segments[room.at(7)], hard_start=wall("2026-11-25 21:00"))
    at_7 = room.at(7)
    room.give(replace(room.show, segments=(*room.show.segments[:at_7], late, *room.show.segments[at_7 + 1 :])))
    desk = Desk(room.show, at("2026-11-25 19:50"))
    desk.to(at("2026-11-25 20:00")).do(GoLive())
    desk.to(at("2026-11-25 20:10")).do(Go()).to(at("2026-11-25 20:20")).do(Go())
    desk.after(13 * MINUTE + 30 * SECOND)
    room.timeline.set_timetable(desk.table)
    top = room.canvas.rows.bottom + 3
    for time, tone in (("20:33:30", "next"), ("20:43:30", "faint"), ("21:03:30", "warn")):
        for y in (top, top + 15):
            assert colour(room, time, right=30, y=y) == theme.color(tone), (time, y)
    # The frame's own left line; between the lines it is open.
    assert colour(room, "21:03:30", right=0, y=top + 8) == theme.color("warn")
    assert colour(room, "21:03:30", right=2, y=top + 8) == theme.color("bg")


def test_pins_of_one_instant_are_one_and_say_what_any_of_them_has_no_room_for(room: Room, said: list[str]) -> None:
    first = segment(2, 10, hard_start=wall("2026-11-25 21:00"))
    second = segment(3, 10, hard_start=wall("2026-11-25 21:00"))
    give(room, segment(1, 57), first)
    picture(room, said)
    assert "21:00 spare 3:00" in said
    give(room, segment(1, 57), first, second)
    picture(room, said)
    assert [one for one in said if one.startswith("21:00 ")] == ["21:00 spare 3:00"]


def missed(*minutes: int) -> tuple[Segment, ...]:
    """An hour, and after it short segments that should have begun so many minutes after eight."""
    late = (segment(at, 1, hard_start=wall(f"2026-11-25 20:{one:02d}")) for at, one in enumerate(minutes, 2))
    return (segment(1, 60), *late)


def test_overlaps_over_each_other_are_hatched_once_and_the_longest_is_told(room: Room, said: list[str]) -> None:
    rows = room.canvas.rows
    give(room, *missed(10))
    spots = [(right, y) for right in range(150, 170) for y in range(rows.top + 4, rows.top + 24)]
    alone = picture(room, said)
    left = room.canvas.scale.x(at("2026-11-25 20:10"))
    assert [one for one in said if one.startswith("short")] == ["short 50:00"]
    give(room, *missed(10, 10, 10, 11, 12, 20, 21, 22))
    together = picture(room, said)
    assert room.canvas.scale.x(at("2026-11-25 20:10")) == left
    assert all(alone.pixel(left + x, y) == together.pixel(left + x, y) for x, y in spots)
    told = [one for one in said if one.startswith("short")]
    assert told[0] == "short 52:00"
    assert len(told) < 4


def test_a_part_that_is_painted_is_as_it_was_with_the_whole(room: Room) -> None:
    lengths = [1, 2, 4, 6, 9, 14, 30, 60, 90]
    start, items = at("2026-11-25 20:00"), []
    for number in range(200):
        fixed = ms_to_wall(start, "Asia/Shanghai") if number % 5 else None
        items.append(replace(segment(number, 0, hard_start=fixed), duration_ms=lengths[number % 9] * SECOND))
        start += lengths[number % 9] * SECOND
    room.give(show("2026-11-25 20:00", *items))
    canvas, rows = room.canvas, room.canvas.rows
    whole = QImage(canvas.size(), QImage.Format.Format_ARGB32_Premultiplied)
    canvas.render(whole, QPoint())
    strip = canvas.strip
    assert strip is not None
    for number in range(200):
        left = max(0, canvas.scale.x(strip.starts[number]) - 4)
        right = min(canvas.width(), canvas.scale.x(strip.end(number)) + 4)
        part = whole.copy()
        canvas.render(part, QPoint(left, rows.top), QRegion(left, rows.top, right - left, rows.bottom - rows.top))
        assert part == whole, number
