"""Segments taken along: copies have ids of their own, products are found again or added."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import editing
from livedesk.domain.claim_rules import ClaimOverride
from livedesk.domain.clipping import Clipping, apart, clip, ends_lost, paste, taken_out
from livedesk.domain.clock import MINUTE
from livedesk.domain.codec import decode, encode
from livedesk.domain.edits import ChangeShow, apply
from livedesk.domain.file_name import is_file_name
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import EndMode, Group, Show
from livedesk.domain.timetable import plan
from livedesk.services.show_file import check_show
from tests.unit import shows as small
from tests.unit.edit_samples import shows


def put(show: Show, clipping: Clipping, index: int, group_id: str = "") -> tuple[Show, tuple[str, ...]]:
    numbers = count()
    edit, ids = paste(show, clipping, index, group_id, lambda: f"n{next(numbers)}")
    assert edit is not None
    return apply(show, edit)[0], ids


def evening(**more: Any) -> Show:
    rows = (
        small.segment(1, 5, product_ids=("p1",), group_id="g1", hard_start=small.wall("2026-11-25T20:00")),
        small.segment(2, 5, product_ids=("p2", "p1")),
    )
    products = (Product("p1", "霜", spec="50ml", link=1), Product("p2", "洁面", link=2))
    promotions = (Promotion("q1", "秒杀", PromotionKind.FLASH, "s1", product_id="p1"),)
    made = small.show(
        "2026-11-25T20:00", *rows, groups=(Group("g1", "开场"),), products=products, promotions=promotions
    )
    return replace(made, **more)


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


@pytest.mark.parametrize("image", ["v1." + "面" * 64, "v1." + "面" * 90, "a.p?g", "a. ", "看图", "a."])
def test_a_picture_gets_a_name_that_a_file_may_have(image: str) -> None:
    clipping = Clipping("a", (), products=(Product("p1", "霜", image=image),))
    (name,) = apart(clipping, lambda: "0123456789ab")[1].values()
    assert is_file_name(name)
    assert name.startswith("0123456789ab")


@st.composite
def worked_on(draw: st.DrawFn) -> Show:
    """A show whose segments have numbers of their own, times that they count to, promotions and let-stand wordings."""
    show = draw(shows())
    late = small.wall("2026-11-25T23:00")
    rows = tuple(
        replace(
            item,
            number=draw(st.sampled_from(["", f"{at:02d}A"])),
            count_to=draw(st.sampled_from([None, late])),
        )
        for at, item in enumerate(show.segments)
    )
    names = ["", *(item.id for item in rows)]
    hung = st.lists(st.sampled_from(names), max_size=6)
    promotions = tuple(Promotion(f"q{at}", "秒杀", PromotionKind.FLASH, one) for at, one in enumerate(draw(hung)))
    stand = tuple(ClaimOverride(one or "b1", "r", f"最{at}", "", "场控", at) for at, one in enumerate(draw(hung)))
    return replace(show, segments=rows, promotions=promotions, claim_overrides=stand)


def cut_out(show: Show, ids: set[str], *, whole: bool = False) -> tuple[Show, Clipping]:
    """The show without the segments, and what the clipboard then holds."""
    clipping = decode(encode(taken_out(clip(show, ids, whole=whole))), Clipping)
    edit = editing.remove(show, ids)
    assert edit is not None
    return apply(show, edit)[0], clipping


@given(worked_on(), st.data())
def test_cut_and_put_back_at_its_place_is_the_same_show(show: Show, data: st.DataObject) -> None:
    total = len(show.segments)
    if not total:
        return
    first = data.draw(st.integers(0, total - 1))
    chosen = show.segments[first : data.draw(st.integers(first + 1, total))]
    left, clipping = cut_out(show, {item.id for item in chosen}, whole=data.draw(st.booleans()))
    edit, ids = paste(left, clipping, first, chosen[0].group_id, lambda: "never")
    assert edit is not None
    back, inverse = apply(left, edit)
    assert back == show
    assert ids == tuple(item.id for item in chosen)
    assert apply(back, inverse)[0] == left


@given(worked_on(), worked_on(), st.data())
def test_a_copy_shares_no_id_with_anything(origin: Show, target: Show, data: st.DataObject) -> None:
    if not origin.segments:
        return
    chosen = data.draw(st.sets(st.sampled_from([item.id for item in origin.segments]), min_size=1))
    clipping = clip(origin, chosen, whole=data.draw(st.booleans()))
    target = replace(target, id="other") if data.draw(st.booleans()) else origin
    if data.draw(st.booleans()):
        clipping = taken_out(clipping)
    pasted, ids = put(target, clipping, len(target.segments))
    made = pasted.segments[len(target.segments) :]
    assert all(one.startswith("n") for one in ids)
    assert all(cue.id.startswith("n") for item in made for cue in item.cues)
    assert all(one.id.startswith("n") for one in pasted.promotions[len(target.promotions) :])
    assert pasted.segments[: len(target.segments)] == target.segments
    copied = dict(zip((item.id for item in clipping.segments), ids, strict=True))
    stand = [replace(one, item_id=copied[one.item_id]) for one in origin.claim_overrides if one.item_id in copied]
    assert pasted.claim_overrides == (*target.claim_overrides, *stand)
    assert {item.hard_start for item in made} == {None}


def test_what_was_cut_moves_to_its_new_place_with_all_that_is_its_own() -> None:
    promotion = Promotion("q1", "秒杀", PromotionKind.FLASH, "s1", product_id="p1")
    stand = (ClaimOverride("s2", "r", "最", "", "场控", 1), ClaimOverride("s1", "r", "第一", "", "场控", 1))
    show = evening(claim_overrides=stand)
    show = replace(show, segments=(replace(show.segments[0], number="01"), show.segments[1]))
    left, clipping = cut_out(show, {"s1"})
    moved, ids = put(left, clipping, 1)
    assert ids == ("s1",)
    assert moved.segments == (show.segments[1], replace(show.segments[0], group_id=""))
    assert (moved.promotions, set(moved.claim_overrides)) == ((promotion,), set(stand))


def test_what_was_cut_is_put_back_once_then_copied() -> None:
    show = evening()
    left, clipping = cut_out(show, {"s1"})
    once, _ = put(left, clipping, 0, "g1")
    twice, ids = put(once, clipping, 1, "g1")
    assert (once, ids) == (show, ("n0",))
    assert [one.segment_id for one in twice.promotions] == ["s1", "n0"]


def test_what_happened_to_a_promotion_meanwhile_is_left_alone() -> None:
    show = evening()
    left, clipping = cut_out(show, {"s1"})
    hung = tuple(replace(one, segment_id="s2", price=100) for one in left.promotions)
    assert put(replace(left, promotions=hung), clipping, 0)[0].promotions == hung
    assert put(replace(left, promotions=()), clipping, 0)[0].promotions == ()
    loose = tuple(replace(one, price=100) for one in left.promotions)
    assert [
        (one.segment_id, one.price) for one in put(replace(left, promotions=loose), clipping, 0)[0].promotions
    ] == [("s1", 100)]


def test_a_number_that_was_given_away_meanwhile_becomes_one_in_between() -> None:
    rows = tuple(replace(small.segment(at, 5), number=f"{at:02d}") for at in (1, 2, 3))
    left, clipping = cut_out(small.show("2026-11-25T20:00", *rows), {"s2"})
    given_away = replace(left, segments=(left.segments[0], replace(left.segments[1], number="02")))
    assert [item.number for item in put(given_away, clipping, 1)[0].segments] == ["01", "01A", "02"]


def test_a_group_that_went_meanwhile_comes_back_with_what_was_cut_whole() -> None:
    left, clipping = cut_out(evening(), {"s1"}, whole=True)
    bare, _ = apply(left, ChangeShow({"groups": ()}))
    assert put(bare, clipping, 0)[0] == evening()


def test_a_time_counted_to_keeps_its_distance_in_another_show() -> None:
    counting = small.segment(1, 5, end_mode=EndMode.COUNT_TO, count_to=small.wall("2026-11-25T20:30"))
    origin = small.show("2026-11-25T20:00", counting)
    for start in ("2026-12-01T19:00", "2026-11-20T21:15"):
        pasted, _ = put(replace(small.show(start), id="other"), clip(origin, {"s1"}), 0)
        assert plan(pasted).durations == (30 * MINUTE,)
    assert put(origin, clip(origin, {"s1"}), 1)[0].segments[1].count_to == counting.count_to


def test_a_time_that_the_other_show_cannot_have_is_dropped_and_named() -> None:
    counting = small.segment(1, 5, end_mode=EndMode.COUNT_TO, count_to=small.wall("2026-11-26T02:30"))
    clipping = clip(small.show("2026-11-25T20:00", counting), {"s1"})
    spring = replace(small.show("2026-03-07T20:00"), id="other", zone="America/New_York")
    for target, taken in ((spring, clipping), (spring, replace(clipping, planned_start=None))):
        (segment,) = put(target, taken, 0)[0].segments
        assert (segment.end_mode, segment.count_to, segment.duration_ms) == (EndMode.MANUAL, None, 5 * MINUTE)
        assert ends_lost(target, taken) == ("segment 1",)
    assert ends_lost(replace(spring, zone=small.ZONE), clipping) == ()


@given(worked_on(), st.data())
def test_rows_that_were_read_keep_their_starts_and_numbers(show: Show, data: st.DataObject) -> None:
    names = [item.id for item in show.segments]
    chosen = data.draw(st.sets(st.sampled_from(names))) if names else set()
    read = replace(clip(show, chosen), promotions=(), read=True)
    left = replace(show, segments=tuple(item for item in show.segments if item.id not in chosen))
    index = data.draw(st.integers(0, len(left.segments)))
    edit, ids = paste(left, read, index, "", map("n{}".format, count()).__next__)
    if edit is None:
        return
    pasted = apply(left, edit)[0]
    made = pasted.segments[index : index + len(ids)]
    assert [item.hard_start for item in made] == [item.hard_start for item in read.segments]
    assert [item.count_to for item in made] == [item.count_to for item in read.segments]
    for item, origin in zip(made, read.segments, strict=True):
        assert item.number == origin.number or not origin.number
    fixed = [item.number for item in pasted.segments if item.number]
    assert len(fixed) == len(set(fixed))


def test_a_number_of_a_row_that_another_segment_shows_becomes_another() -> None:
    show = small.show("2026-11-25T20:00", small.segment(1, 5), small.segment(2, 5))
    rows = tuple(
        replace(small.segment(at, 5), number=number) for at, number in ((7, "04A"), (8, "05"), (9, "04A"))
    )
    pasted, _ = put(show, Clipping("show", rows, read=True), 1)
    assert [item.number for item in pasted.segments] == ["", "04A", "", "", ""], "the second one shows 05 then"
    fixed = replace(show, segments=(replace(show.segments[0], number="04A"), show.segments[1]))
    pasted, _ = put(fixed, Clipping("show", rows, read=True), 1)
    assert [item.number for item in pasted.segments][1:] == ["04B", "04C", "04D", ""]
