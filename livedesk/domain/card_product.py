"""Which product the card shows."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.events import ProductOnAir


@dataclass(frozen=True, slots=True)
class CardProduct:
    """``own`` is the product that a segment or a person brought last: a segment that sells nothing leaves it there.
    ``lent`` is the one that a standby plan brought, as long as the plan is on air. Both are ids (empty: none)."""

    own: str = ""
    lent: str = ""

    @property
    def shown(self) -> str:
        """What the card shows (empty: no product)."""
        return self.lent or self.own

    def taken(self, product: ProductOnAir | None) -> CardProduct:
        """After a take of a segment, which sells this or nothing."""
        return CardProduct(self.own if product is None else product.id)

    def called(self, product: ProductOnAir | None) -> CardProduct:
        """After the call of a standby plan, which brings this or nothing."""
        return self if product is None else CardProduct(self.own, product.id)

    def presented(self, product_id: str) -> CardProduct:
        """After a person presented a product; what a plan lends stays lent."""
        return self if product_id == self.lent else CardProduct(product_id)

    def resumed(self, before: CardProduct, product: ProductOnAir | None) -> CardProduct:
        """After the end of a standby plan: what it lent goes with it. The card of what goes on was ``before``, and
        its product is this or nothing; then what a person presented meanwhile stays."""
        if before.lent or product is None:
            return CardProduct(self.own, before.lent)
        return CardProduct(product.id)
