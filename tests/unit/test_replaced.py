"""Which segments are others after an edit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import replaced as module
from livedesk.domain.edits import ChangeSegments, SegmentChange, apply
from livedesk.domain.replaced import note, replaced
from livedesk.domain.rundown import Segment, SegmentKind
from tests.unit.shows import show

MANY = 600
SEGMENTS = tuple(Segment(f"s{at}", f"{at}", SegmentKind.TALK, 1_000) for at in range(MANY))
PLACES = st.sets(st.integers(0, MANY - 1), max_size=8)


@given(PLACES, PLACES, PLACES)
def test_it_names_the_places_that_hold_another_segment_and_answers_each_pair_for_itself(
    one: set[int], other: set[int], copied: set[int]
) -> None:
    for places in (one, other, one):
        after = tuple(
            replace(item, title="new") if at in places else replace(item) if at in copied else item
            for at, item in enumerate(SEGMENTS)
        )
        assert replaced(SEGMENTS, after) == tuple(sorted(places)), "what is only copied is the same segment"
        assert replaced(SEGMENTS, after) == tuple(sorted(places))


def test_nothing_is_replaced_in_what_stays() -> None:
    assert replaced(SEGMENTS, SEGMENTS) == ()


def test_it_gives_none_where_segments_came_or_went() -> None:
    assert replaced(SEGMENTS, SEGMENTS[1:]) is None


@given(PLACES, PLACES)
def test_what_is_noted_is_what_would_have_been_found(changed: set[int], copied: set[int]) -> None:
    after = tuple(
        replace(item, title="new") if at in changed else replace(item) if at in copied else item
        for at, item in enumerate(SEGMENTS)
    )
    found = replaced(SEGMENTS, after)
    note(SEGMENTS, after, tuple(sorted(changed | copied)))
    assert replaced(SEGMENTS, after) == found


def test_after_an_edit_nobody_looks_for_what_it_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked(*_: object) -> list[int]:
        raise AssertionError("every segment was compared")

    monkeypatch.setattr(module, "_places", looked)
    before = show("2026-11-11 20:00", *SEGMENTS)
    values = {"s7": {"title": "new"}, "s3": {"title": SEGMENTS[3].title}, "s590": {"note": "new"}}
    after, _ = apply(before, ChangeSegments(tuple(SegmentChange(one, what) for one, what in values.items())))
    assert replaced(before.segments, after.segments) == (7, 590), "and what was given its own value is the same"
