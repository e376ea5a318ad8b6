"""The rules of the timeline: instants and pixels, round times, what lies where, what a drop asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.clock import DAY, HOUR, MINUTE, SECOND, WallTime, to_local, to_ms
from livedesk.domain.rundown import EndMode, Group, Segment, SegmentKind, Show
from livedesk.domain.timetable import plan
from livedesk.ui.workspaces.script import timeline_moves as moves
from livedesk.ui.workspaces.script.timeline_frame import MARGIN, Rows
from livedesk.ui.workspaces.script.timeline_hits import Hit, Part, hit
from livedesk.ui.workspaces.script.timeline_pixels import firsts, stretches
from livedesk.ui.workspaces.script.timeline_scale import CLOSEST, Scale, fitted, step_for, ticks
from livedesk.ui.workspaces.script.timeline_strip import Strip
from tests.unit.shows import ZONE, at, segment, show, wall

NOW = 1_795_608_000_000
scales = st.builds(
    Scale,
    st.integers(NOW - DAY, NOW + DAY),
    st.floats(CLOSEST, 3_600_000.0),
    st.integers(-10_000_000, 10_000_000),
)
ROWS = Rows(110, live=False)
MIDDLE = (ROWS.top + ROWS.bottom) // 2


def strip_of(document: Show) -> Strip:
    return Strip(document, plan(document))


@given(scales, st.integers(-4_000, 4_000))
def test_a_pixel_is_found_again_by_its_first_instant(scale: Scale, x: int) -> None:
    assert scale.x(scale.ms(x)) == x


@given(scales, st.lists(st.integers(-30 * DAY, 30 * DAY)))
def test_many_instants_lie_in_the_pixels_of_each(scale: Scale, after: list[int]) -> None:
    instants = [NOW + one for one in after]
    assert scale.xs(np.array(instants, np.int64)).tolist() == [scale.x(one) for one in instants]


@given(scales, st.integers(-30 * DAY, 30 * DAY))
def test_an_instant_lies_in_the_pixel_that_begins_before_it(scale: Scale, after: int) -> None:
    ms = NOW + after
    x = scale.x(ms)
    assert scale.ms(x) - 1 <= ms <= scale.ms(x + 1)


@given(scales, st.integers(-5_000, 5_000), st.integers(-5_000, 5_000))
def test_panning_moves_every_instant_by_the_same_pixels(scale: Scale, by: int, after: int) -> None:
    ms = NOW + after * SECOND
    assert scale.panned(by).x(ms) == scale.x(ms) - by


@given(scales, st.floats(CLOSEST, 3_600_000.0), st.integers(0, 1_920))
def test_zooming_keeps_what_is_under_the_pointer(scale: Scale, closer: float, x: int) -> None:
    zoomed = scale.zoomed(closer, x)
    assert abs(zoomed.x(scale.ms(x)) - x) <= 1 + scale.ms_per_px / closer
    assert abs(scale.ms(x) - zoomed.ms(x)) <= scale.ms_per_px + closer


@given(scales, st.integers(1, 100 * HOUR), st.integers(100, 3_000))
def test_a_view_is_no_emptier_than_its_margin(scale: Scale, length: int, width: int) -> None:
    kept = scale.within(NOW, NOW + length, width, MARGIN)
    assert kept.x(NOW) <= MARGIN
    whole = kept.x(NOW + length) - kept.x(NOW) + 2 * MARGIN <= width
    assert kept.x(NOW) == MARGIN if whole else kept.x(NOW + length) >= width - MARGIN


def test_fitting_shows_all_and_is_never_closer_than_a_second_in_ten_pixels() -> None:
    scale = fitted(NOW, NOW + 2 * HOUR, 1_920, MARGIN)
    assert scale.x(NOW) == MARGIN
    assert scale.x(NOW + 2 * HOUR) == 1_920 - MARGIN
    assert fitted(NOW, NOW + 5 * SECOND, 1_920, MARGIN).ms_per_px == CLOSEST == SECOND / 10


def _labels(first: str, hours: float, step: int, zone: str) -> list[str]:
    begin = to_ms(datetime.fromisoformat(first))
    return [tick.label for tick in ticks(begin, begin + round(hours * HOUR), step, zone)]


def test_the_ruler_names_round_times_in_the_zone_of_the_show() -> None:
    # 20:07 in Kathmandu (+05:45) is 14:22 UTC.
    assert _labels("2026-11-25T14:22:00+00:00", 1, 30 * MINUTE, "Asia/Kathmandu") == ["20:30", "21:00"]
    assert _labels("2026-11-25T12:00:03+00:00", 0.01, 15 * SECOND, ZONE) == ["20:00:15", "20:00:30"]


def test_midnight_is_named_with_its_date() -> None:
    assert _labels("2026-11-25T22:00:00+08:00", 3, HOUR, ZONE) == ["22:00", "23:00", "11-26 00:00", "01:00"]
    assert _labels("2026-11-25T22:00:00+08:00", 60, DAY, ZONE) == ["11-26", "11-27", "11-28"]


def test_the_ruler_stays_on_round_times_when_the_clocks_change() -> None:
    spring = _labels("2026-03-08T00:00:00-05:00", 12, 3 * HOUR, "America/New_York")
    assert spring == ["03-08 00:00", "03:00", "06:00", "09:00", "12:00"]
    autumn = _labels("2026-11-01T00:00:00-04:00", 12, 6 * HOUR, "America/New_York")
    assert autumn == ["11-01 00:00", "06:00"]
    days = _labels("2026-03-07T12:00:00-05:00", 60, DAY, "America/New_York")
    assert days == ["03-08", "03-09", "03-10"]


@given(st.integers(0, 400 * DAY), st.floats(CLOSEST, 600_000.0), st.sampled_from([ZONE, "America/New_York"]))
def test_ticks_are_ascending_round_and_as_wide_apart_as_asked(after: int, mpp: float, zone: str) -> None:
    step = step_for(mpp, 84)
    assert step >= mpp * 84
    found = list(ticks(NOW + after, NOW + after + round(1_920 * mpp), step, zone))
    assert len(found) <= 1_920 // 84 + 2
    for tick in found:
        local = to_local(tick.ms, zone)
        shown = ((local.hour * 60 + local.minute) * 60 + local.second) * SECOND + local.microsecond // 1_000
        assert shown % min(step, DAY) == 0
        assert tick.midnight == (shown == 0)
    assert all(a.ms < b.ms for a, b in pairwise(found))


def test_a_skipped_segment_stands_at_the_end_of_what_comes_before() -> None:
    document = show(
        "2026-11-25 20:00",
        segment(1, 10, skipped=True),
        segment(2, 10),
        segment(3, 5, skipped=True),
        segment(4, 10, hard_start=wall("2026-11-25 20:15")),
    )
    strip = strip_of(document)
    minutes = [(start - at("2026-11-25 20:00")) // MINUTE for start in strip.starts]
    assert minutes == [0, 0, 10, 15]
    assert (strip.length(2), list(strip.marks), list(strip.hards)) == (0, [0, 2], [3])
    assert strip.covering(at("2026-11-25 20:05")) == 1
    assert strip.covering(at("2026-11-25 20:12")) is None
    assert strip.covering(at("2026-11-25 20:15")) == 3


kinds = st.sampled_from([SegmentKind.TALK, SegmentKind.PRODUCT, SegmentKind.MILESTONE])


@st.composite
def documents(draw: st.DrawFn) -> Show:
    rows = draw(st.lists(st.tuples(kinds, st.integers(0, 20), st.booleans(), st.integers(0, 3)), max_size=30))
    items = []
    for number, (kind, minutes, skipped, hard) in enumerate(rows):
        begin = datetime(2026, 11, 25, 21, 5 * number % 60)  # noqa: DTZ001 - a wall time is naive
        late = WallTime(begin) if hard == 1 else None
        length = 0 if kind is SegmentKind.MILESTONE else minutes
        made = segment(number, length, skipped=skipped, hard_start=late, group_id=f"g{number // 4}")
        items.append(replace(made, kind=kind))
    return replace(
        show("2026-11-25 20:00", *items), groups=tuple(Group(f"g{at}", "even" * (at % 2)) for at in range(8))
    )


@given(documents(), st.integers(-30, 400), st.integers(0, 120))
def test_bisection_finds_what_a_walk_over_all_finds(document: Show, first: int, length: int) -> None:
    strip = strip_of(document)
    begin = at("2026-11-25 20:00") + first * MINUTE
    end = begin + length * MINUTE
    assert list(strip.starts) == sorted(strip.starts)
    walked = [i for i in range(len(strip)) if strip.length(i) and strip.starts[i] <= begin < strip.end(i)]
    assert strip.covering(begin) == (walked[0] if walked else None)
    seen = {i for i in range(len(strip)) if strip.length(i) and strip.starts[i] < end and strip.end(i) > begin}
    visible = strip.visible(begin, end)
    # The painter begins one before: what lies there may be followed by milestones of the same instant.
    assert all(i in visible or i == visible.start - 1 or strip.covering(begin) == i for i in seen)


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 59))), st.integers(-30, 400), st.integers(0, 60))
def test_every_fixed_time_that_reaches_into_view_is_found(
    rows: list[tuple[int, int]], first: int, length: int
) -> None:
    items = [
        segment(number, long, hard_start=wall(f"2026-11-25 20:{minute:02d}") if minute % 2 else None)
        for number, (long, minute) in enumerate(rows)
    ]
    strip = strip_of(show("2026-11-25 20:00", *items))
    begin = at("2026-11-25 20:00") + first * MINUTE
    end = begin + length * MINUTE
    found = {strip.hards[place] for place in strip.hards_within(begin, end)}
    for place in strip.hards:
        hard, slack, start = strip.plan.hard_starts[place], strip.plan.slacks[place], strip.starts[place]
        assert hard is not None
        assert place in found or start < begin or min(hard, start - max(0, slack or 0)) > end


@given(documents(), st.data())
def test_a_strip_that_borrows_from_the_one_before_is_as_one_made_afresh(
    document: Show, data: st.DataObject
) -> None:
    before = strip_of(document)
    # Asked for once, so that there is something to borrow.
    assert (before.place("nobody"), before.marks, before.hards, before.heads, before.named, before.arrays)[
        0
    ] is None
    items = list(document.segments)
    if items:
        place = data.draw(st.integers(0, len(items) - 1))
        change = data.draw(
            st.sampled_from(
                [
                    {"duration_ms": 90_000},
                    {"skipped": True},
                    {"group_id": "other"},
                    {"hard_start": None},
                    {"kind": SegmentKind.PRODUCT},
                    {"id": "x"},
                ]
            )
        )
        items[place] = replace(items[place], **change)  # type: ignore[arg-type]  # a field and its value
    after = replace(document, segments=tuple(items))
    if data.draw(st.booleans()):
        after = replace(after, groups=tuple(replace(group, title=f"{group.title}s"[1:]) for group in after.groups))
    made, afresh = Strip(after, plan(after), before), strip_of(after)
    for name in ("marks", "hards", "runs", "starts", "heads", "named", "titles"):
        assert list(getattr(made, name)) == list(getattr(afresh, name))
    for name in ("starts", "lengths", "kinds"):
        assert list(getattr(made.arrays, name)) == list(getattr(afresh.arrays, name))
    assert [made.place(item.id) for item in items] == list(range(len(items)))


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(0, 20)), max_size=20))
def test_many_stretches_are_counted_through_at_once(wanted: list[tuple[int, int]]) -> None:
    begins, sizes = (np.array([pair[at] for pair in wanted], np.int64) for at in (0, 1))
    found = stretches(begins, begins + sizes)
    assert found.tolist() == [number for begin, size in wanted for number in range(begin, begin + size)]
    columns = np.sort(begins)
    assert columns[firsts(columns)].tolist() == sorted(set(columns.tolist()))
    assert firsts(columns).tolist() == [columns.tolist().index(number) for number in sorted(set(columns.tolist()))]


def test_numbers_are_those_that_a_person_fixed_or_the_place() -> None:
    strip = strip_of(show("2026-11-25 20:00", segment(1, 1), replace(segment(2, 1), number="04A")))
    assert [strip.number(0), strip.number(1)] == ["01", "04A"]


@given(st.integers(0, 10 * HOUR), st.sampled_from([moves.SNAP, moves.FINE, moves.COARSE]))
def test_a_drag_snaps_to_whole_steps_next_to_the_pointer(wanted: int, step: int) -> None:
    snapped = moves.snapped(wanted, step)
    assert snapped % step == 0
    assert abs(snapped - wanted) <= step // 2
    assert moves.snapped(-wanted, step) <= step // 2


def test_what_takes_no_time_or_ends_at_a_fixed_time_has_no_edge() -> None:
    counted = {"end_mode": EndMode.COUNT_TO, "count_to": wall("2026-11-25 20:30")}
    strip = strip_of(
        show(
            "2026-11-25 20:00",
            segment(1, 10, **counted),
            replace(segment(2, 0), kind=SegmentKind.MILESTONE),
            segment(3, 5, skipped=True),
            segment(4, 5),
        )
    )
    assert [strip.sizable(i) for i in range(4)] == [False, False, False, True]


def _ids(asked: moves.OrderDragged | None, segments: tuple[Segment, ...]) -> list[str]:
    """The order that a request makes."""
    ids = [item.id for item in segments]
    if asked is None:
        return ids
    staying = [item for item in ids if item not in asked.ids]
    cut = staying.index(asked.before_id) if asked.before_id else len(staying)
    return [*staying[:cut], *asked.ids, *staying[cut:]]


@given(st.integers(1, 8), st.sets(st.integers(0, 7)), st.integers(0, 8))
def test_a_drop_keeps_all_segments_and_the_order_of_those_moved(count: int, chosen: set[int], index: int) -> None:
    segments = tuple(segment(number, 1) for number in range(count))
    ids = {f"s{number}" for number in chosen}
    asked = moves.moved(segments, ids, min(index, count))
    order = _ids(asked, segments)
    assert sorted(order) == sorted(item.id for item in segments)
    if asked is not None:
        assert order != [item.id for item in segments]
        assert asked.before_id not in asked.ids
        assert list(asked.ids) == [item.id for item in segments if item.id in ids]


def test_a_drop_goes_before_the_left_half_and_after_the_right_half() -> None:
    strip = strip_of(show("2026-11-25 20:00", segment(1, 10), segment(2, 10)))
    begin = at("2026-11-25 20:00")
    asked = [moves.drop_place(strip, begin + minutes * MINUTE) for minutes in (-5, 4, 6, 14, 16, 30)]
    assert asked == [0, 0, 1, 1, 2, 2]


def test_a_dragged_edge_shows_what_slack_absorbs() -> None:
    document = show(
        "2026-11-25 20:00", segment(1, 10), segment(2, 10, hard_start=wall("2026-11-25 20:15")), segment(3, 10)
    )
    _, longer = moves.sized(document, plan(document), 0, 14 * MINUTE)
    assert (longer.slacks[1], longer.end) == (MINUTE, plan(document).end)
    _, late = moves.sized(document, plan(document), 0, 16 * MINUTE)
    assert (late.slacks[1], late.end) == (-MINUTE, plan(document).end + MINUTE)


def _at_zoom(document: Show, mpp: float) -> tuple[Strip, Scale]:
    strip = strip_of(document)
    return strip, Scale(strip.plan.start, mpp, 0)


def test_edges_belong_to_the_segment_before_them_on_both_sides() -> None:
    document = show("2026-11-25 20:00", segment(1, 10), segment(2, 10), segment(3, 10))
    strip, scale = _at_zoom(document, 6_000)  # 100 px each
    found = [hit(strip, scale, ROWS, x, MIDDLE) for x in (2, 50, 96, 99, 100, 103, 106, 299, 303, 320)]
    body, edge = Part.BODY, Part.EDGE
    assert found == [
        Hit(body, 0), Hit(body, 0), Hit(edge, 0), Hit(edge, 0), Hit(edge, 0), Hit(edge, 0), Hit(body, 1),
        Hit(edge, 2), Hit(edge, 2), Hit(),
    ]  # fmt: skip


def test_narrow_blocks_keep_a_body_to_be_held_by() -> None:
    strip, scale = _at_zoom(show("2026-11-25 20:00", *(segment(number, 1) for number in range(9))), 20_000)
    parts = [hit(strip, scale, ROWS, x, MIDDLE).part for x in range(3, 6)]
    assert parts == [Part.BODY] * 3  # three pixels wide: no edge at all
    strip, scale = _at_zoom(show("2026-11-25 20:00", *(segment(number, 1) for number in range(9))), 5_000)
    parts = [hit(strip, scale, ROWS, x, MIDDLE).part for x in range(12, 24)]
    assert parts.count(Part.BODY) == 6  # twelve pixels: half of it is body


@given(st.floats(CLOSEST, 60_000.0), st.integers(0, 5))
def test_the_middle_of_a_block_is_hit_at_every_zoom(mpp: float, at_: int) -> None:
    strip, scale = _at_zoom(show("2026-11-25 20:00", *(segment(number, 10) for number in range(6))), mpp)
    x = scale.x(strip.starts[at_] + 5 * MINUTE)
    assert hit(strip, scale, ROWS, x, MIDDLE) == Hit(Part.BODY, at_)


def test_gaps_flags_rings_pins_and_brackets_are_found() -> None:
    document = show(
        "2026-11-25 20:00",
        segment(1, 10, group_id="g"),
        replace(segment(2, 0, group_id="g"), kind=SegmentKind.MILESTONE),
        segment(3, 10),
        segment(4, 5, skipped=True),
        segment(5, 10, hard_start=wall("2026-11-25 20:30")),
        segment(6, 10, hard_start=wall("2026-11-25 20:35")),
    )
    strip, scale = _at_zoom(document, 6_000)
    flags, brackets = ROWS.flags + 5, ROWS.groups + 5
    assert hit(strip, scale, ROWS, 250, MIDDLE) == Hit(Part.GAP, 4)
    assert hit(strip, scale, ROWS, 104, flags) == Hit(Part.MARK, 1)
    assert hit(strip, scale, ROWS, 197, flags) == Hit(Part.MARK, 3)
    assert hit(strip, scale, ROWS, 303, flags) == Hit(Part.MARK, 4)
    # A missed hard start: its pin stands at the time that was asked for, inside of what runs into it.
    assert hit(strip, scale, ROWS, 350, flags) == Hit(Part.MARK, 5)
    assert hit(strip, scale, ROWS, 150, flags) == Hit()
    assert hit(strip, scale, ROWS, 50, brackets) == Hit(Part.GROUP, 0)
    assert hit(strip, scale, ROWS, 150, brackets) == Hit()


def test_an_empty_show_has_nothing_to_hit() -> None:
    strip = strip_of(show("2026-11-25 20:00"))
    assert hit(strip, Scale(), ROWS, 10, MIDDLE) == Hit()
    assert list(strip.visible(0, NOW)) == []
    assert datetime.fromtimestamp(strip.span[0] / 1_000, UTC) == datetime(2026, 11, 25, 12, tzinfo=UTC)
