"""What the journal calls an edit."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain.edit_summary import edit_summary
from livedesk.domain.editing import change, set_field
from livedesk.domain.edits import apply
from tests.unit import shows as small


def test_a_segment_that_is_passed_over_is_named() -> None:
    show = small.show("2026-11-20T20:00", *(small.segment(at, 5) for at in range(1, 8)))
    segment = show.segments[5]
    skip = change(segment, replace(segment, skipped=True))
    assert skip is not None
    assert edit_summary(show, skip) == f"SkipSegment 06 {segment.title}"
    skipped, back = apply(show, skip)
    assert edit_summary(skipped, back) == f"UnskipSegment 06 {segment.title}"


def test_what_is_about_many_or_about_none_has_its_kind_alone() -> None:
    show = small.show("2026-11-20T20:00", *(small.segment(at, 5) for at in range(1, 8)))
    title = change(show.segments[0], replace(show.segments[0], title="新标题"))
    many = set_field(show, [one.id for one in show.segments[:3]], "skipped", True)
    assert title is not None
    assert many is not None
    assert edit_summary(show, title) == f"ChangeSegments 01 {show.segments[0].title}"
    assert edit_summary(show, many) == "ChangeSegments"
    assert edit_summary(replace(show, segments=()), title) == "ChangeSegments"
