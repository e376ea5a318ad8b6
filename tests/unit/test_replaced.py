"""Which segments are others after an edit."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.replaced import replaced
from livedesk.domain.rundown import Segment, SegmentKind

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
