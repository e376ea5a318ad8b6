"""What the timeline shows: its words, its colours, and that neither says anything alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from timeline_room import WIDTH, Room, furnished, picture, timeline_said

from livedesk.domain.clock import MINUTE
from livedesk.domain.commands import Go, GoLive
from livedesk.domain.edits import ReplaceSegment, apply
from livedesk.domain.rundown import Group, SegmentKind, Show
from livedesk.ui.theme import Theme, contrast, load_theme
from livedesk.ui.workspaces.script.timeline_hits import Hit, Part
from livedesk.ui.workspaces.script.timeline_look import CHOSEN, PLAIN, QUIET, Look
from tests.unit.shows import Desk, at, segment, show, wall

__all__ = ["timeline_said"]


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, family: str) -> Room:
    made = furnished(theme, family)
    qtbot.addWidget(made.timeline)
    return made


def with_hard(room: Room, number: int, time: str, **more: object) -> Show:
    pinned = replace(room.show.segments[room.at(number)], hard_start=wall(f"2026-11-25 {time}"))
    changed, _ = apply(room.show, ReplaceSegment(pinned))
    return replace(changed, **more)  # type: ignore[arg-type]  # a field and its value


def blocks(room: Room, left: int, right: int) -> QRect:
    rows = room.canvas.rows
    return QRect(left, rows.top + 2, right - left, rows.bottom - rows.top - 4)


def shades(image: QImage, rect: QRect) -> set[int]:
    """The different lightnesses of a rectangle, colour taken away."""
    return {
        image.pixelColor(x, y).lightness() // 8
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom(), 3)
    }


def share(image: QImage, rect: QRect, near: QColor) -> float:
    """How much of a rectangle is about a colour."""
    points = [(x, y) for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom())]

    def close(x: int, y: int) -> bool:
        seen = image.pixelColor(x, y)
        parts = ((seen.red(), near.red()), (seen.green(), near.green()), (seen.blue(), near.blue()))
        return all(abs(a - b) <= 12 for a, b in parts)

    return sum(close(x, y) for x, y in points) / len(points)


def test_the_header_and_the_line_below_say_how_long_and_when(room: Room) -> None:
    assert room.timeline.title.text() == "Timeline · 2:00:00"
    assert room.timeline.hint.text() == "Drag edges for duration · wheel zooms"
    assert room.timeline.end.text() == "ends 22:00:00"
    assert not room.timeline.hard.isVisible()


def test_blocks_are_named_as_far_as_there_is_room(room: Room, said: list[str]) -> None:
    room.give(
        apply(room.show, ReplaceSegment(replace(room.show.segments[1], title="主推神经酰胺修护霜五十毫升")))[0]
    )
    picture(room, said)
    assert "segment 1" in said
    assert "10:00" in said
    (cut,) = [text for text in said if text.startswith("主推")]
    assert cut.endswith("…")
    room.timeline.resize(500, 176)
    picture(room, said)
    assert {"01", "02", "12"} <= set(said)
    assert "segment 1" not in said


def test_slack_is_a_hatched_gap_with_words(room: Room, said: list[str]) -> None:
    room.give(with_hard(room, 7, "21:14"))
    image = picture(room, said)
    assert "spare 14:00" in said
    assert "21:14" in said
    gap = blocks(room, room.px(6)[1] + 4, room.px(7)[0] - 4)
    gap.setHeight(9)  # above the words
    assert len(shades(image, gap)) == 2
    assert len(shades(image, blocks(room, room.px(6)[0] + 70, room.px(6)[1] - 10))) == 1
    assert room.timeline.hard.text() == "14:00 spare before the fixed time 21:14"
    assert room.timeline.hard.property("tone") == "next"


def test_a_narrow_gap_speaks_beside_its_pin(room: Room, said: list[str]) -> None:
    room.give(with_hard(room, 7, "21:02"))
    picture(room, said)
    assert "21:02 spare 2:00" in said


def test_a_shortfall_is_hatched_over_what_runs_into_it(room: Room, said: list[str], theme: Theme) -> None:
    room.give(with_hard(room, 7, "20:48"))
    image = picture(room, said)
    assert "short 12:00" in said
    left = room.canvas.scale.x(at("2026-11-25 20:48"))
    over = blocks(room, left + 4, room.px(6)[1] - 2)
    assert len(shades(image, over)) > 2
    assert share(image, over, theme.color("warn")) > 0.05
    assert share(image, blocks(room, room.px(4)[0], room.px(4)[1]), theme.color("warn")) == 0
    words = room.timeline.hard.text()
    assert words == "▲ 12:00 short before the fixed time 20:48: it starts late"
    assert room.timeline.hard.property("tone") == "warn"


def test_the_words_are_about_the_hard_start_after_what_is_chosen(room: Room) -> None:
    room.give(with_hard(room, 4, "20:31"))
    room.give(with_hard(room, 9, "21:20"))
    room.timeline.set_chosen(frozenset({"s2"}))
    assert "20:31" in room.timeline.hard.text()
    room.timeline.set_chosen(frozenset({"s5"}))
    assert room.timeline.hard.text().startswith("▲ 01:00 short before the fixed time 21:20")
    room.timeline.set_chosen(frozenset({"s11"}))
    # None comes after: the one that is missed.
    assert "21:20" in room.timeline.hard.text()


def test_the_end_of_the_slot_is_drawn_and_told(room: Room, said: list[str]) -> None:
    room.give(replace(room.show, hard_end=wall("2026-11-25 22:20")))
    picture(room, said)
    assert {"end 22:20", "spare 20:00"} <= set(said)
    assert room.timeline.end.text() == "ends 22:00:00 · 20:00 left in the slot"
    room.give(replace(room.show, hard_end=wall("2026-11-25 21:55")))
    assert room.timeline.end.text() == "ends 22:00:00 · ▲ 05:00 over the slot"
    assert room.timeline.end.property("tone") == "warn"
    picture(room, said)
    assert any(text.startswith("end 21:55") for text in said)


def test_groups_milestones_and_skipped_ones_are_marked(room: Room, said: list[str]) -> None:
    milestone = replace(segment(20, 0), kind=SegmentKind.MILESTONE, title="整点报时")
    skipped = (segment(21, 5, skipped=True), segment(22, 5, skipped=True))
    segments = (*room.show.segments[:4], milestone, *room.show.segments[4:8], *skipped, *room.show.segments[8:])
    grouped = tuple(replace(item, group_id="g" if number < 4 else "h") for number, item in enumerate(segments))
    groups = (Group("g", "一 · 开场"), Group("h", "二 · 讲品"))
    room.give(replace(room.show, groups=groups, segments=grouped))
    picture(room, said)
    assert {"一 · 开场", "二 · 讲品", "整点报时", "×2"} <= set(said)


def test_a_day_begins_with_its_date(room: Room, said: list[str]) -> None:
    room.give(replace(room.show, planned_start=wall("2026-11-25 23:05")))
    room.timeline.fit()
    picture(room, said)
    assert "11-26 00:00" in said
    assert "11-25" in said or "11-25 23:10" in said
    room.give(show("2026-11-25 20:00", *(segment(number, 60) for number in range(30))))
    room.timeline.fit()
    assert room.timeline.end.text() == "ends day 2 02:00:00"


def test_an_empty_show_says_what_to_do_first(room: Room, said: list[str]) -> None:
    room.give(replace(room.show, segments=()))
    picture(room, said)
    assert said == ["Nothing planned yet: N adds the first segment"]
    assert room.timeline.title.text() == "Timeline · 0:00:00"


def _live(room: Room, minutes: float) -> Desk:
    """The third segment on air for some minutes, in time until then."""
    desk = Desk(room.show, at("2026-11-25 19:50"))
    desk.to(at("2026-11-25 20:00")).do(GoLive())
    desk.to(at("2026-11-25 20:10")).do(Go()).to(at("2026-11-25 20:20")).do(Go())
    desk.after(round(minutes * MINUTE))
    room.timeline.set_timetable(desk.table)
    return desk


def test_live_it_shows_now_what_was_aired_and_what_is_expected(room: Room, said: list[str], theme: Theme) -> None:
    room.give(with_hard(room, 7, "21:00"))
    _live(room, 14)
    image = picture(room, said)
    assert "20:34:00" in said  # now, and when the next one is expected
    assert "20:44:00" in said
    row = room.canvas.rows.bottom + 8
    scale = room.canvas.scale
    aired = image.pixelColor(scale.x(at("2026-11-25 20:05")), row)
    on_air = image.pixelColor(scale.x(at("2026-11-25 20:25")), row)
    assert aired.green() > aired.red()
    assert on_air == theme.color("air")
    now = scale.x(at("2026-11-25 20:34"))
    assert image.pixelColor(now, room.canvas.rows.flags + 8) == theme.color("text")
    assert room.timeline.end.text() == "expected to end 22:04:00"
    assert room.timeline.hard.text() == "▲ Fixed time 21:00 expected 04:00 late"
    room.timeline.set_timetable(None)
    assert room.timeline.end.text() == "ends 22:00:00"
    assert share(picture(room), QRect(0, row, WIDTH, 2), theme.color("air")) == 0


def test_live_spare_time_is_what_is_left_of_it(room: Room) -> None:
    room.give(with_hard(room, 7, "21:04"))
    assert room.timeline.hard.text() == "04:00 spare before the fixed time 21:04"
    _live(room, 11)
    assert room.timeline.hard.text() == "03:00 spare before the fixed time 21:04"
    _live(room, 14)
    assert room.timeline.hard.text() == "Fixed time 21:04 met exactly"
    _live(room, 14.5)
    assert room.timeline.hard.text() == "▲ Fixed time 21:04 expected 00:30 late"


def test_live_the_next_segment_is_reached_when_the_one_on_air_ends(room: Room) -> None:
    room.give(with_hard(room, 4, "20:40"))
    _live(room, 4)
    assert room.timeline.hard.text() == "10:00 spare before the fixed time 20:40"
    _live(room, 13)
    assert room.timeline.hard.text() == "07:00 spare before the fixed time 20:40"


def test_what_comes_with_a_milestone_is_expected_too(room: Room, said: list[str]) -> None:
    milestone = replace(segment(20, 0), kind=SegmentKind.MILESTONE)
    room.give(replace(room.show, segments=(*room.show.segments[:3], milestone, *room.show.segments[3:])))
    _live(room, 4)
    picture(room, said)
    assert "20:30:00" in said


def test_a_tick_does_not_change_the_scale_and_running_late_stays_in_view(room: Room) -> None:
    _live(room, 12)
    scale = room.canvas.scale
    _live(room, 14)
    assert room.canvas.scale == scale
    _live(room, 55)
    assert room.canvas.whole


def test_the_timetable_of_another_state_of_the_document_is_let_go_by(room: Room) -> None:
    desk = _live(room, 5)
    room.give(replace(room.show, segments=room.show.segments[1:]))
    assert room.canvas.table is None
    room.timeline.set_timetable(desk.table)
    assert room.canvas.table is None
    picture(room)


def test_a_dragged_edge_says_what_it_makes_of_the_show(room: Room, said: list[str]) -> None:
    start = room.edge(3)
    room.press(start)
    room.move(start + QPoint(30, 0))
    picture(room, said)
    (readout,) = [text for text in said if "→" in text]
    drag = room.canvas._drag
    assert drag is not None
    assert readout == "10:00 → 13:00 (+3:00) · show ends 22:03:00 (+3:00)"
    room.release(start + QPoint(30, 0))
    assert room.asked.lengthened[0].duration_ms == 13 * MINUTE


def test_slack_absorbs_a_dragged_edge_before_the_end_does(room: Room, said: list[str]) -> None:
    room.give(with_hard(room, 7, "21:10"))
    start = room.edge(3)
    room.press(start)
    room.move(start + QPoint(30, 0))
    picture(room, said)
    (readout,) = [text for text in said if "→" in text]
    assert readout.endswith("show ends 22:10:00 (±0:00)")
    shown = room.canvas.frame()
    assert shown is not None
    slack = shown.strip.plan.slacks[6] or 0
    assert 6 * MINUTE < slack < 8 * MINUTE
    room.release(start)


def test_a_dragged_body_says_where_it_would_go(room: Room, said: list[str]) -> None:
    room.press(room.body(2))
    room.move(room.body(5, 0.8))
    picture(room, said)
    assert "segment 2 → before segment 6" in said
    room.move(QPoint(WIDTH - 3, room.body(2).y()))
    picture(room, said)
    assert "segment 2 → to the end" in said
    room.release(room.body(2))
    room.timeline.set_chosen(frozenset({"s2", "s3"}))
    room.press(room.body(2))
    room.move(room.body(5, 0.8))
    picture(room, said)
    assert "2 segments → before segment 6" in said
    room.release(room.body(2))


def test_the_focus_and_what_is_chosen_are_seen(room: Room) -> None:
    room.canvas.clearFocus()
    plain = picture(room)
    room.timeline.set_chosen(frozenset({"s4"}))
    chosen = picture(room)
    room.canvas.setFocus()
    focused = picture(room)
    spot = blocks(room, *room.px(4))
    assert plain.copy(spot) != chosen.copy(spot)
    assert chosen.copy(spot.adjusted(-3, -3, 3, 3)) != focused.copy(spot.adjusted(-3, -3, 3, 3))
    assert plain.pixelColor(0, 60) != focused.pixelColor(0, 60)


def test_a_tooltip_tells_all_of_a_block(room: Room) -> None:
    room.give(with_hard(room, 7, "21:05"))
    assert room.canvas.told(Hit(Part.BODY, 1)) == "02 segment 2 · 20:10:00–20:20:00 · 10:00"
    assert "05:00 spare before the fixed time 21:05" in room.canvas.told(Hit(Part.GAP, 6))


def test_ten_thousand_segments_are_merged_into_their_colours(qtbot: QtBot, theme: Theme, family: str) -> None:
    many = tuple(
        replace(segment(number, 1), kind=SegmentKind.PRODUCT if number < 5_000 else SegmentKind.TALK)
        for number in range(10_000)
    )
    room = furnished(theme, family)
    qtbot.addWidget(room.timeline)
    room.give(replace(room.show, segments=many))
    room.timeline.fit()
    image = picture(room)
    look = room.canvas.look
    for kind, left in ((SegmentKind.PRODUCT, 14), (SegmentKind.TALK, WIDTH // 2 + 4)):
        fill = look.fills[kind, PLAIN].color()
        # All but the lines of midnight.
        assert share(image, blocks(room, left, left + 500), fill) > 0.99
    # One long segment among many short ones is not lost in their columns.
    long = replace(segment(99_999, 3_000), kind=SegmentKind.TALK)
    room.give(replace(room.show, segments=(*many[:3_001], long, *many[3_001:5_000])))
    room.timeline.fit()
    image = picture(room)
    left, right = room.px(99_999)
    assert right - left > 200
    assert share(image, blocks(room, right - 60, right - 4), look.fills[SegmentKind.TALK, PLAIN].color()) == 1


def test_panning_shows_the_same_columns_at_another_place(qtbot: QtBot, theme: Theme, family: str) -> None:
    kinds = tuple(SegmentKind)
    many = tuple(
        replace(segment(number, 1 + number % 3 / 2), kind=kinds[number * 7 % 11]) for number in range(4_000)
    )
    room = furnished(theme, family)
    qtbot.addWidget(room.timeline)
    room.give(replace(room.show, segments=many))
    room.timeline.fit()
    room.timeline.zoom_by(1.6, 300)
    rows = room.canvas.rows
    before = picture(room).copy(100, rows.top + 1, 1_000, 20)
    room.canvas.pan(37)
    after = picture(room).copy(100 - 37, rows.top + 1, 1_000, 20)
    assert before == after


@pytest.mark.parametrize("name", ["dark", "light"])
def test_what_stands_on_a_block_is_read_well(qapp: QApplication, family: str, name: str) -> None:
    look = Look(load_theme(name), family)
    for (kind, way), fill in look.fills.items():
        assert contrast(look.texts[way].name(), fill.color().name()) >= 4.5, (kind, way)
        if way != QUIET:
            assert contrast(look.seconds[way].name(), fill.color().name()) >= 4.5, (kind, way)
    for kind in SegmentKind:
        assert look.fills[kind, PLAIN].color() != look.fills[kind, CHOSEN].color()


def test_a_text_is_cut_to_its_room(family: str, qapp: QApplication) -> None:
    face = Look(load_theme("dark"), family).label
    words = "限时秒杀 · 修护霜 300 件"
    for room_ in range(face.width(words) + 2):
        cut = face.cut(words, room_)
        assert face.width(cut) <= room_ or not cut
        assert cut == words or not cut or cut.endswith("…")
    assert face.cut(words, face.width(words)) == words


def test_the_room_is_enough_at_the_lower_size(room: Room) -> None:
    hint = room.timeline.minimumSizeHint()
    assert hint.height() <= 170
    assert hint.width() <= 700
