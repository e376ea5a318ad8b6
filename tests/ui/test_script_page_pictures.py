"""Product pictures go along with segments that are copied into another show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from script_page_room import CTRL, K, PageRoom, script_page_room, script_sample

from livedesk.domain.errors import UserError
from livedesk.domain.product import Product
from livedesk.domain.rundown import Show
from livedesk.services.templates import of_segments

__all__ = ["script_page_room", "script_sample"]
HERS, MINE = b"\x89PNG hers", b"\x89PNG mine"


def pictured(room: PageRoom, sample: Show) -> tuple[int, Product]:
    """A segment by its place and its product, whose picture the sample has."""
    at = next(at for at, one in enumerate(sample.segments) if len(one.product_ids) == 1)
    product = next(one for one in sample.products if one.id == sample.segments[at].product_ids[0])
    assert product.image
    room.services.store.media.keep(sample.id, {product.image: HERS})
    return at, product


def other(room: PageRoom, sample: Show, image: str) -> None:
    """Another show, opened, with a product that has a picture of the same name."""
    made = replace(
        sample, id="other", title="另一场", segments=(), groups=(), standbys=(), promotions=(), claim_overrides=()
    )
    made = replace(made, products=(Product("mine", "自有商品", image=image),))
    room.services.store.shows.add(made, by="运营", at_ms=0)
    room.services.store.media.keep("other", {image: MINE})
    room.page.show_item("other")
    room.wait(lambda: room.show.id == "other")


def picture(room: PageRoom, product: Product) -> bytes:
    """The picture of a product of the show that is open."""
    path = room.services.store.media.path(room.show.id, product.image)
    return path.read_bytes() if path is not None else b""


@pytest.mark.parametrize("way", ["copy", "template"])
def test_the_picture_comes_along_and_stands_in_no_ones_way(room: PageRoom, sample: Show, way: str) -> None:
    at, product = pictured(room, sample)
    room.choose(at)
    clipping = room.page.gestures.clipping()
    assert clipping is not None
    room.page.copies.copy()
    other(room, sample, product.image)
    if way == "copy":
        room.page.take_keys()
        room.press(K.Key_V, CTRL)
    else:
        room.page.side.templates.chosen.emit(of_segments("t1", "讲品", clipping))
    mine, brought = room.show.products
    room.wait(lambda: picture(room, brought) == HERS)
    assert picture(room, mine) == MINE
    assert brought.name == product.name
    assert brought.image != mine.image


def test_in_the_same_show_nothing_is_copied(room: PageRoom, sample: Show) -> None:
    at, product = pictured(room, sample)
    room.choose(at)
    room.page.copies.copy()
    room.page.copies.paste()
    assert room.show.products == sample.products
    assert room.segment(at + 1).product_ids == (product.id,)


def test_a_picture_that_is_gone_is_told(room: PageRoom, sample: Show) -> None:
    at, product = pictured(room, sample)
    room.choose(at)
    room.page.copies.copy()
    path = room.services.store.media.path(sample.id, product.image)
    assert path is not None
    path.unlink()
    other(room, sample, product.image)
    room.page.copies.paste()
    room.wait(lambda: "1 product pictures were not found" in room.notes)


def test_a_picture_that_cannot_be_written_is_told(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, product = pictured(room, sample)
    room.choose(at)
    room.page.copies.copy()
    other(room, sample, product.image)

    def full(*_: object) -> tuple[str, ...]:
        raise UserError("media.not_written", name=product.image, reason="disk full")

    monkeypatch.setattr(room.services, "copy_media", full)
    room.page.copies.paste()
    room.wait(lambda: "disk full" in room.notes)


def test_no_picture_is_written_over_another(room: PageRoom, sample: Show) -> None:
    _, product = pictured(room, sample)
    store = room.services.store
    store.media.keep("other", {"a.png": MINE})
    wanted = {product.image: "a.png", "没有.png": "b.png"}
    assert room.services.copy_media(sample.id, "other", wanted) == ("没有.png",)
    path = store.media.path("other", "a.png")
    assert path is not None
    assert path.read_bytes() == MINE
    assert store.media.path("other", "b.png") is None
