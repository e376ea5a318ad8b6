"""Segments taken along with everything they need, to another place of a show or to another show: copies, templates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from livedesk.domain.editing import NewId, copy_of, insert, joined
from livedesk.domain.edits import ChangeShow, Edit
from livedesk.domain.product import Product, Promotion
from livedesk.domain.rundown import Group, Segment, Show
from livedesk.domain.text import comparable


@dataclass(frozen=True, slots=True)
class Clipping:
    """Segments in order, the groups they stand in, the products they sell and the promotions that begin with them.
    ``show_id`` is where they are from. ``whole``: the groups go along and are made anew where they are put."""

    show_id: str
    segments: tuple[Segment, ...]
    groups: tuple[Group, ...] = ()
    products: tuple[Product, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    whole: bool = False


def clip(show: Show, segment_ids: Collection[str], *, whole: bool = False) -> Clipping:
    """What stands in a show under these ids."""
    wanted = set(segment_ids)
    segments = tuple(item for item in show.segments if item.id in wanted)
    used = {item.group_id for item in segments}
    promotions = tuple(one for one in show.promotions if one.segment_id in wanted)
    sold = {one for item in segments for one in item.product_ids} | {one.product_id for one in promotions}
    return Clipping(
        show.id,
        segments,
        tuple(group for group in show.groups if group.id in used),
        tuple(product for product in show.products if product.id in sold),
        promotions,
        whole,
    )


def paste(
    show: Show, clipping: Clipping, index: int, group_id: str, new_id: NewId
) -> tuple[Edit | None, tuple[str, ...]]:
    """The edit that puts a clipping at ``index``, and the ids that its segments will have.

    The copies stand in ``group_id``, or in new groups where the clipping brings its own. A product that the show
    has already (the same one, or one of the same name, brand and specification) is used; others are added. Hard
    starts stay behind: they belong to the evening they were planned for.
    """
    if not clipping.segments:
        return None, ()
    products, sold = _products(show, clipping, new_id)
    groups = {group.id: replace(group, id=new_id()) for group in clipping.groups} if clipping.whole else {}
    ids: dict[str, str] = {}
    segments = []
    for segment in clipping.segments:
        made = copy_of(segment, new_id)
        ids[segment.id] = made.id
        home = groups[segment.group_id].id if segment.group_id in groups else "" if clipping.whole else group_id
        kept = tuple(sold[one] for one in made.product_ids if one in sold)
        segments.append(replace(made, group_id=home, product_ids=kept))
    promotions = tuple(
        replace(one, id=new_id(), segment_id=ids[one.segment_id], product_id=sold.get(one.product_id, ""))
        for one in clipping.promotions
        if one.segment_id in ids
    )
    values: dict[str, object] = {}
    if groups:
        values["groups"] = (*show.groups, *groups.values())
    if products:
        values["products"] = (*show.products, *products)
    if promotions:
        values["promotions"] = (*show.promotions, *promotions)
    brought = ChangeShow(values) if values else None
    return joined((brought, insert(show, segments, index))), tuple(item.id for item in segments)


def apart(clipping: Clipping, new_id: NewId) -> tuple[Clipping, dict[str, str]]:
    """The clipping with names of their own for the pictures of its products, and those names by the ones that the
    pictures have where they are from: in another show they then stand in nobody's way."""
    images = dict.fromkeys(product.image for product in clipping.products if product.image)
    names = {image: new_id() + PurePosixPath(image).suffix for image in images}
    products = tuple(replace(product, image=names.get(product.image, "")) for product in clipping.products)
    return replace(clipping, products=products), names


def _products(show: Show, clipping: Clipping, new_id: NewId) -> tuple[list[Product], dict[str, str]]:
    """The products to add, and the id that each product of the clipping has in the show."""
    here = {product.id for product in show.products}
    alike = {_likeness(product): product.id for product in reversed(show.products)}
    links = {product.link for product in show.products}
    added: list[Product] = []
    sold: dict[str, str] = {}
    for product in clipping.products:
        if clipping.show_id == show.id and product.id in here:
            sold[product.id] = product.id
        elif _likeness(product) in alike:
            sold[product.id] = alike[_likeness(product)]
        else:
            made = replace(product, id=new_id(), link=None if product.link in links else product.link)
            links.add(made.link)
            added.append(made)
            sold[product.id] = made.id
    return added, sold


def _likeness(product: Product) -> tuple[str, str, str]:
    return comparable(product.name), comparable(product.brand), comparable(product.spec)
