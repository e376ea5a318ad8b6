"""The card of OBS kept true: what it says follows the document, the promotions and the sales."""

from __future__ import annotations

from collections.abc import Mapping

from livedesk.domain.card import CardSlot, CardTexts, card_texts
from livedesk.domain.ports import ObsLink
from livedesk.domain.run import AiringState, RunState, State

CALM_MS = 1_000
_EMPTY = CardTexts(tuple((slot, "") for slot in CardSlot if slot is not CardSlot.COUNTDOWN))


class CardOnAir:
    """Knows what the card was told last, and tells it anew where that is not so any more. The product of the card is
    the one that a take or a person brought last: a segment that sells nothing leaves it there. One that a standby plan
    brought goes with the plan: then the card says again what it said before."""

    def __init__(self, obs: ObsLink | None, state: State) -> None:
        self._obs = obs
        self._sold: Mapping[str, int] = {}
        run, before = state.run, _of_segments(state.run)
        plan = run.airing is not None and run.airing.standby is not None
        lent = run.airing.product if run.airing is not None and plan else None
        self._product_id = before if lent is None else lent.id
        self._before: str | None = None if lent is None else before
        self._told = self._texts(state)
        self._told_ms: int | None = None

    def staged(self, state: State, product_id: str, *, passing: bool = False) -> CardTexts:
        """The card that goes on air with a take; where that brings no product, nothing (empty), or after a standby
        plan what was there before it. ``passing``: it is a standby plan's take, or one within what is on air."""
        before = self._before
        if not passing and product_id and product_id == _of_plan(state):
            # Back onto a plan: what was there before it is what segments brought.
            self._before = _of_segments(state.run)
        elif not passing:
            self._before = None
            if not product_id and before == "":
                self._product_id, self._told = "", CardTexts()
                return _EMPTY
            product_id = product_id or before or ""
        elif product_id and before is None:
            self._before = self._product_id
        if not product_id:
            return CardTexts()
        self._product_id = product_id
        self._told = self._texts(state)
        return self._told

    def present(self, state: State, product_id: str, *, passing: bool = False) -> None:
        """Show this product from now on; without one, what was there before a standby plan."""
        card = self.staged(state, product_id, passing=passing)
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


def _of_segments(run: RunState) -> str:
    """The product that the segments brought last (empty: none); one that was taken back is not among them."""
    shown = run.paused or run.airing
    if shown is not None and shown.standby is None and shown.product is not None:
        return shown.product.id
    stood = [item for item in run.airings if item.standby is None and item.state is not AiringState.VOIDED]
    return next((item.product.id for item in reversed(stood) if item.product is not None), "")


def _of_plan(state: State) -> str:
    """The product that the plan on air brings (empty: none is on air, or it brings none)."""
    airing = state.run.airing
    plan = state.show.standby(airing.item_id) if airing is not None and airing.standby is not None else None
    return plan.product_id if plan is not None else ""
