"""The card of OBS kept true: what it says follows the document, the promotions and the sales."""

from __future__ import annotations

from collections.abc import Mapping

from livedesk.domain.card import CardSlot, CardTexts, card_texts
from livedesk.domain.ports import ObsLink
from livedesk.domain.run import State

CALM_MS = 1_000
_EMPTY = CardTexts(tuple((slot, "") for slot in CardSlot if slot is not CardSlot.COUNTDOWN))


class CardOnAir:
    """Knows what the card was told last, and tells it anew where that is not so any more: after a restart as well,
    when nobody knows what OBS was told. Which product it shows is said by the run
    (:class:`livedesk.domain.card_product.CardProduct`)."""

    def __init__(self, obs: ObsLink | None, state: State) -> None:
        self._obs = obs
        self._sold: Mapping[str, int] = {}
        self._product_id = state.run.card.shown
        self._told = CardTexts()
        self._told_ms: int | None = None

    def staged(self, state: State, product_id: str, *, brought: bool) -> CardTexts:
        """The card that goes on air with a take, after which it shows this product (empty: none); nothing where it
        stays as it is and the take has not ``brought`` a product."""
        if product_id == self._product_id and not brought:
            return CardTexts()
        self._product_id = product_id
        self._told = self._texts(state)
        return self._told if self._told.texts else _EMPTY

    def present(self, state: State, product_id: str, *, brought: bool) -> None:
        """Show this product from now on, without a take; else as :meth:`staged`."""
        card = self.staged(state, product_id, brought=brought)
        if self._obs is not None and card.texts:
            self._obs.card(card)

    def anew(self, state: State) -> None:
        """Document or promotions changed: tell the card at once, if it says anything else now."""
        card = self._texts(state)
        if self._obs is not None and card != self._told:
            self._told = card
            self._obs.card(card)

    def sold(self, units: Mapping[str, int]) -> None:
        """So many were sold, by product id; :meth:`look` tells it."""
        self._sold = units

    def look(self, state: State, mono_ms: int) -> None:
        """Tell the card what was sold, at most once a second: an audience reads no faster."""
        if (self._told_ms is None or mono_ms - self._told_ms >= CALM_MS) and self._texts(state) != self._told:
            self._told_ms = mono_ms
            self.anew(state)

    def _texts(self, state: State) -> CardTexts:
        running = [promotion.promotion_id for promotion in state.run.promotions]
        return card_texts(state.show, self._product_id, running, self._sold) if self._product_id else CardTexts()
