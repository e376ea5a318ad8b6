"""Which promotions concern a segment or a product, looked up at once: a show of thousands of segments may have as many
promotions, and asking every one of them for every segment is what no list of checks waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from livedesk.domain.product import Promotion

_Places = Mapping[str, tuple[int, ...]]


class _Last:
    """The promotions that were asked last, with where those of each segment and each product are: everything that is
    checked of a show asks the very same ones."""

    answer: tuple[Sequence[Promotion], _Places, _Places] = ((), {}, {})


def offers_of(promotions: Sequence[Promotion], segment_id: str, product_id: str) -> list[Promotion]:
    """The promotions that begin with a segment or are for a product (empty: none does, none is), in their order."""
    of_segments, of_products = _indexed(promotions)
    begin = of_segments.get(segment_id, ()) if segment_id else ()
    about = of_products.get(product_id, ()) if product_id else ()
    places = sorted({*begin, *about}) if begin and about else begin or about
    return [promotions[at] for at in places]


def _indexed(promotions: Sequence[Promotion]) -> tuple[_Places, _Places]:
    known, of_segments, of_products = _Last.answer
    if known is not promotions:
        of_segments = _places([one.segment_id for one in promotions])
        of_products = _places([one.product_id for one in promotions])
        _Last.answer = promotions, of_segments, of_products
    return of_segments, of_products


def _places(ids: Sequence[str]) -> _Places:
    found: dict[str, list[int]] = {}
    for at, one in enumerate(ids):
        found.setdefault(one, []).append(at)
    return {one: tuple(places) for one, places in found.items()}
