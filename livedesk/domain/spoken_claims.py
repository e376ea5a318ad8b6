"""The refused wordings of a line as it will be said: its variables filled, and by the cards of its products too.

Places are those of the line as it is written: what a variable says is found at the variable, braces and all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain

from livedesk.domain.claims import Category, Claim, ClaimChecker, ClaimOverride, ClaimRule, Severity, standing
from livedesk.domain.folding import plain
from livedesk.domain.product import Product
from livedesk.domain.script import Filled, filled

CARD_RULE = "do_not_say:"
"""So begins the id of a rule that is made of a product's card; the rest is the id of the product."""
Standing = tuple[Claim, ClaimOverride | None]
_CARDS_KEPT = 256


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the lines of one item are checked by. ``cards`` is of :func:`card_checker`, ``values`` fill the variables,
    of ``overrides`` those of the item count."""

    checker: ClaimChecker
    item_id: str
    cards: CardChecker | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    overrides: Sequence[ClaimOverride] = ()

    def claims(self, text: str) -> tuple[Standing, ...]:
        """What is refused in a line that somebody hears, and what lets it stand, in order. What the law refuses and
        what each card does are told apart, also of the same words: the reason that is good for one is none for the
        other. Of two that start together that of the law goes first, then by the order of the cards."""
        spoken, places = filled(text, self.values) if "{{" in text else (text, ())
        law = self.checker.text(spoken) if places else self.checker.line(text)
        own: tuple[Claim, ...] = ()
        if self.cards is not None:
            own = self.cards.text(spoken) if places else self.cards.line(text)
        if not law and not own:
            return ()
        found = standing((*law, *own), self.overrides, self.item_id)
        if law and own:
            found = tuple(sorted(found, key=lambda one: one[0].start))
        if not places:
            return found
        return tuple(
            (replace(claim, start=_start(claim.start, places), end=_end(claim.end, places)), override)
            for claim, override in found
        )


class CardChecker:
    """What the cards of some products say not to say, each card by itself: the words of one may be those of another.
    Immutable; equal to one of the same cards."""

    __slots__ = ("_cards",)

    def __init__(self, cards: tuple[ClaimChecker, ...]) -> None:
        self._cards = cards

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CardChecker) and self._cards == other._cards

    def __hash__(self) -> int:
        return hash(self._cards)

    def line(self, text: str) -> tuple[Claim, ...]:
        """The claims in one line, in order."""
        return self._in_order(card.line(text) for card in self._cards)

    def text(self, text: str) -> tuple[Claim, ...]:
        """The claims in a text of any number of lines, in order."""
        return self._in_order(card.text(text) for card in self._cards)

    def _in_order(self, found: Iterable[tuple[Claim, ...]]) -> tuple[Claim, ...]:
        return tuple(sorted(chain.from_iterable(found), key=lambda one: one.start))


def card_checker(sold: Sequence[Product], reason: str = "{0}") -> CardChecker | None:
    """Finds what the cards of these products say not to say; None where they say nothing. ``reason`` is the sentence
    that says why, with a place for the product's name."""
    cards = (_card(one.id, one.name, one.do_not_say, reason) for one in sold if one.do_not_say)
    known = tuple(card for card in cards if card is not None)
    return CardChecker(known) if known else None


@lru_cache(maxsize=_CARDS_KEPT)
def _card(product_id: str, name: str, words: tuple[str, ...], reason: str) -> ClaimChecker | None:
    known = tuple(one for one in words if plain(one))
    if not known:
        return None
    house, warn = Category.HOUSE, Severity.WARN
    return ClaimChecker(
        (ClaimRule(CARD_RULE + product_id, name, reason.format(name), known, category=house, severity=warn),)
    )


def _start(at: int, places: Sequence[Filled]) -> int:
    """Where what starts at a place of the filled line starts in the line as it is written."""
    grown = 0
    for one in places:
        if at < one.first:
            break
        if at < one.last:
            return one.start
        grown = one.last - one.end
    return at - grown


def _end(at: int, places: Sequence[Filled]) -> int:
    """Where what ends at a place of the filled line ends in the line as it is written."""
    grown = 0
    for one in places:
        if at <= one.first:
            break
        if at <= one.last:
            return one.end
        grown = one.last - one.end
    return at - grown
