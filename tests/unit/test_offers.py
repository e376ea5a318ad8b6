"""Promotions are found by segment and by product as if every one of them were asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.offers import offers_of
from livedesk.domain.product import Promotion, PromotionKind

IDS = st.sampled_from(["", "a", "b", "c"])
OFFERS = st.lists(
    st.builds(Promotion, IDS, st.just("x"), st.just(PromotionKind.GIFT), segment_id=IDS, product_id=IDS)
)


@given(st.lists(OFFERS.map(tuple), min_size=1, max_size=3), st.lists(st.tuples(IDS, IDS), min_size=1))
def test_they_are_those_that_a_walk_over_all_finds(
    shows: list[tuple[Promotion, ...]], asked: list[tuple[str, str]]
) -> None:
    for segment_id, product_id in asked:
        for promotions in shows:
            assert offers_of(promotions, segment_id, product_id) == [
                one
                for one in promotions
                if (segment_id and one.segment_id == segment_id) or (product_id and one.product_id == product_id)
            ]
