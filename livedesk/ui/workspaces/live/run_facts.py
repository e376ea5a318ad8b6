"""What the desk folds from the journal beside the state: products presented, promotions over."""

from __future__ import annotations

from collections.abc import Iterable

from livedesk.domain.events import Entry, ProductPresented, PromotionEnded, PromotionStarted, RunEnded, Taken


class RunFacts:
    """Fed with every entry of one run, in order."""

    def __init__(self) -> None:
        self.seq = 0
        self.presented: frozenset[str] = frozenset()
        self.over: frozenset[str] = frozenset()
        self._running: frozenset[str] = frozenset()

    def add(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Fold entries; returns those that were new."""
        fresh = []
        for entry in entries:
            if entry.seq <= self.seq:
                continue
            self.seq = entry.seq
            fresh.append(entry)
            match entry.event:
                case Taken(products=products) if products:
                    self.presented |= {products[0].id}
                case ProductPresented(product=product):
                    self.presented |= {product.id}
                case PromotionStarted(promotion_id=promotion_id):
                    self.over -= {promotion_id}
                    self._running |= {promotion_id}
                case PromotionEnded(promotion_id=promotion_id):
                    self.over |= {promotion_id}
                    self._running -= {promotion_id}
                case RunEnded():
                    self.over |= self._running
                case _:
                    pass
        return tuple(fresh)
