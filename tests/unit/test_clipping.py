"""Segments taken along: copies have ids of their own, products are found again or added."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.clipping import Clipping, apart, clip, paste
from livedesk.domain.codec import decode, encode
from livedesk.domain.edits import apply
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import Group, Show
from livedesk.services.show_file import check_show
from tests.unit import shows as small
from tests.unit.edit_samples import shows


def put(show: Show, clipping: Clipping, index: int, group_id: str = "") -> tuple[Show, tuple[str, ...]]:
    numbers = count()
    edit, ids = paste(show, clipping, index, group_id, lambda: f"n{next(numbers)}")
    assert edit is not None
    return apply(show, edit)[0], ids


def evening(**more: object) -> Show:
    rows = (
        small.segment(1, 5, product_ids=("p1",), group_id="g1", hard_start=small.wall("2026-11-25T20:00")),
        small.segment(2, 5, product_ids=("p2", "p1")),
    )
    products = (Product("p1", "霜", spec="50ml", link=1), Product("p2", "洁面", link=2))
    promotions = (Promotion("q1", "秒杀", PromotionKind.FLASH, "s1", product_id="p1"),)
    made = small.show(
        "2026-11-25T20:00", *rows, groups=(Group("g1", "开场"),), products=products, promotions=promotions
    )
    return replace(made, **more)  # type: ignore[arg-type]  # the fields of a show


def test_a_copy_in_the_same_show_uses_its_products() -> None:
    show = evening()
    pasted, ids = put(show, clip(show, {"s1", "s2"}), 2, "g1")
    first, second = pasted.segments[2:]
    assert (first.id, second.id) == ids
    assert (first.group_id, first.product_ids, second.product_ids) == ("g1", ("p1",), ("p2", "p1"))
    assert first.hard_start is None
    assert pasted.products == show.products
    assert (pasted.promotions[1].segment_id, pasted.promotions[1].product_id) == (first.id, "p1")


def test_another_show_gets_what_it_has_not() -> None:
    other = evening(id="other", products=(Product("x", "霜", spec="50 ML", link=2),), promotions=(), segments=())
    pasted, _ = put(other, clip(evening(), {"s2"}), 0)
    (segment,) = pasted.segments
    added = pasted.products[1]
    assert (added.name, added.link) == ("洁面", None), "the link number is another product's here"
    assert segment.product_ids == (added.id, "x")
    check_show(pasted)


def test_a_whole_group_is_made_anew() -> None:
    show = evening()
    pasted, _ = put(show, clip(show, {"s1"}, whole=True), 2)
    assert [group.title for group in pasted.groups] == ["开场", "开场"]
    assert pasted.segments[2].group_id == pasted.groups[1].id != "g1"


def test_nothing_is_pasted_of_nothing() -> None:
    assert paste(evening(), clip(evening(), set()), 0, "", lambda: "x") == (None, ())


@given(shows(), shows(), st.data())
def test_a_paste_hangs_together_and_is_taken_back(origin: Show, target: Show, data: st.DataObject) -> None:
    names = [item.id for item in origin.segments]
    chosen = data.draw(st.sets(st.sampled_from(names))) if names else set()
    clipping = decode(encode(clip(origin, chosen, whole=data.draw(st.booleans()))), Clipping)
    numbers = count()
    index = data.draw(st.integers(0, len(target.segments)))
    edit, ids = paste(target, clipping, index, "", lambda: f"n{next(numbers)}")
    if edit is None:
        assert not chosen
        return
    pasted, inverse = apply(target, edit)
    assert [item.id for item in pasted.segments[index : index + len(ids)]] == list(ids)
    known = {product.id for product in pasted.products}
    assert all(set(item.product_ids) <= known for item in pasted.segments[index : index + len(ids)])
    assert apply(pasted, inverse)[0] == target


def test_pictures_get_names_of_their_own_one_for_each() -> None:
    pictures = {"p1": "霜.png", "p2": "霜.png", "p3": "a/洁面.jpg", "p4": ""}
    products = tuple(Product(one, one, image=image) for one, image in pictures.items())
    numbers = count()
    made, names = apart(Clipping("a", (), products=products), lambda: f"n{next(numbers)}")
    assert names == {"霜.png": "n0.png", "a/洁面.jpg": "n1.jpg"}
    assert [product.image for product in made.products] == ["n0.png", "n0.png", "n1.jpg", ""]
    assert [replace(one, image="") for one in made.products] == [replace(one, image="") for one in products]
