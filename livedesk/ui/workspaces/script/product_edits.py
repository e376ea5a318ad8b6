"""What a person does to the show's products, as one edit each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from livedesk.domain import editing
from livedesk.domain.editing import NewId
from livedesk.domain.edits import ChangeShow, Edit, MoveProduct, ReplaceProduct
from livedesk.domain.let_stand import product_rule
from livedesk.domain.product import Product
from livedesk.domain.rundown import Show


def new_product(show: Show, name: str, new_id: NewId) -> Product:
    """A product of this name, with the next link number where the others have some."""
    links = [product.link for product in show.products if product.link is not None]
    return Product(new_id(), name, max(links) + 1 if links else None)


def add_product(show: Show, product: Product, segment_ids: Collection[str] = ()) -> Edit | None:
    """Put a new product into the show, and onto segments as their last."""
    added = ChangeShow({"products": (*show.products, product)})
    return editing.joined((added, present(show, segment_ids, product.id)))


def change_product(show: Show, product_id: str, values: Mapping[str, object]) -> Edit | None:
    """New values of fields of a product."""
    product = show.product(product_id)
    if product is None:
        return None
    changed = replace(product, **values)  # type: ignore[arg-type]  # its own fields by name
    return ReplaceProduct(changed) if changed != product else None


def remove_product(show: Show, product_id: str) -> Edit | None:
    """Take a product out of the show, off every segment, promotion and standby plan, and with it what is let stand of
    it."""
    if show.product(product_id) is None:
        return None
    values: dict[str, object] = {"products": tuple(one for one in show.products if one.id != product_id)}
    if any(promotion.product_id == product_id for promotion in show.promotions):
        values["promotions"] = tuple(
            replace(one, product_id="") if one.product_id == product_id else one for one in show.promotions
        )
    if any(plan.product_id == product_id for plan in show.standbys):
        values["standbys"] = tuple(
            replace(one, product_id="") if one.product_id == product_id else one for one in show.standbys
        )
    rules = ((one, product_rule(one.rule_id)) for one in show.claim_overrides)
    stands = tuple(one for one, about in rules if about is None or about[1] != product_id)
    if stands != show.claim_overrides:
        values["claim_overrides"] = stands
    off = editing.set_fields(
        show,
        {
            segment.id: {"product_ids": tuple(one for one in segment.product_ids if one != product_id)}
            for segment in show.segments
            if product_id in segment.product_ids
        },
    )
    return editing.joined((off, ChangeShow(values)))


def move_product(show: Show, product_id: str, step: int) -> Edit | None:
    """Move a product a step in the queue."""
    at = next((index for index, one in enumerate(show.products) if one.id == product_id), -1)
    to = at + step
    return MoveProduct(product_id, to) if at >= 0 and 0 <= to < len(show.products) else None


def present(show: Show, segment_ids: Collection[str], product_id: str) -> Edit | None:
    """Put a product onto segments as their last, where they have not got it."""
    wanted = set(segment_ids)
    return editing.set_fields(
        show,
        {
            segment.id: {"product_ids": (*segment.product_ids, product_id)}
            for segment in show.segments
            if segment.id in wanted and product_id not in segment.product_ids
        },
    )
