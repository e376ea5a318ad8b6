"""The plan after an edit is the plan that would be made anew."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain.edits import apply
from livedesk.domain.replan import replan
from livedesk.domain.rundown import EndMode, Segment, Show
from livedesk.domain.timetable import plan
from tests.unit import shows as small
from tests.unit.edit_samples import edits, shows

TIMES = (None, None, None, *(small.wall(f"2026-11-25T20:{minute:02d}") for minute in (0, 5, 12, 30)))


@st.composite
def rows(draw: st.DrawFn, number: int) -> Segment:
    until = draw(st.sampled_from(TIMES))
    return replace(
        small.segment(number, 1),
        duration_ms=draw(st.integers(0, 600_000)),
        hard_start=draw(st.sampled_from(TIMES)),
        count_to=until,
        end_mode=EndMode.MANUAL if until is None else EndMode.COUNT_TO,
        skipped=draw(st.booleans()) and draw(st.booleans()),
    )


@st.composite
def pinned(draw: st.DrawFn) -> Show:
    many = draw(st.integers(1, 8))
    end = draw(st.sampled_from(TIMES))
    return small.show("2026-11-25T20:00", *(draw(rows(number)) for number in range(many)), hard_end=end)


@settings(max_examples=400)
@given(pinned(), st.data())
def test_other_lengths(show: Show, data: st.DataObject) -> None:
    segments = list(show.segments)
    for at in data.draw(st.sets(st.integers(0, len(segments) - 1), min_size=1)):
        segments[at] = replace(segments[at], duration_ms=data.draw(st.integers(0, 900_000)), title="改")
    changed = replace(show, segments=tuple(segments))
    assert replan(show, plan(show), changed) == plan(changed)


@given(shows(), st.data())
def test_any_edit(show: Show, data: st.DataObject) -> None:
    changed, _ = apply(show, data.draw(edits(show)))
    assert replan(show, plan(show), changed) == plan(changed)


def test_words_leave_the_very_same_plan() -> None:
    show = small.show("2026-11-25T20:00", small.segment(1, 5), small.segment(2, 5))
    known = plan(show)
    other = replace(show, title="改", segments=(replace(show.segments[0], title="改"), show.segments[1]))
    assert replan(show, known, other) is known
