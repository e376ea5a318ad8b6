"""A moved show keeps its shape."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.clock import MINUTE
from livedesk.domain.reschedule import reschedule
from livedesk.domain.rundown import EndMode
from livedesk.domain.timetable import plan
from tests.unit.shows import segment, show, wall


@given(st.integers(-5_000, 5_000))
def test_a_moved_show_keeps_its_durations_and_slacks(minutes: int) -> None:
    document = show(
        "2026-11-25 20:00",
        segment(1, 10),
        segment(2, 5, hard_start=wall("2026-11-25 20:15")),
        segment(3, 5, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:45")),
        hard_end=wall("2026-11-25 21:00"),
    )
    start = document.planned_start.local + timedelta(minutes=minutes)
    before, after = plan(document), plan(reschedule(document, start))
    assert after.start - before.start == minutes * MINUTE
    assert (after.durations, after.slacks, after.end_slack) == (before.durations, before.slacks, before.end_slack)
    assert reschedule(reschedule(document, start), document.planned_start.local) == document
