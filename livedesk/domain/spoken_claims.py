"""The refused wordings of a line as it will be said: its variables filled, and by the cards of its products too.

Places are those of the line as it is written: what a variable says is found at the variable, braces and all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

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
    cards: ClaimChecker | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    overrides: Sequence[ClaimOverride] = ()

    def claims(self, text: str) -> tuple[Standing, ...]:
        """What is refused in a line that somebody hears, and what lets it stand, in order, none inside another. What
        the law refuses goes before what a card does, what is open before what is let stand."""
        spoken, places = filled(text, self.values) if "{{" in text else (text, ())
        law = self.checker.text(spoken) if places else self.checker.line(text)
        own: tuple[Claim, ...] = ()
        if self.cards is not None:
            own = self.cards.text(spoken) if places else self.cards.line(text)
        if not law and not own:
            return ()
        found = standing((*law, *own), self.overrides, self.item_id)
        if law and own:
            found = _apart(found)
        if not places:
            return found
        return tuple(
            (replace(claim, start=_start(claim.start, places), end=_end(claim.end, places)), override)
            for claim, override in found
        )


def card_checker(sold: Sequence[Product], reason: str = "{0}") -> ClaimChecker | None:
    """Finds what the cards of these products say not to say; None where they say nothing. ``reason`` is the sentence
    that says why, with a place for the product's name."""
    cards = tuple((one.id, one.name, one.do_not_say) for one in sold if one.do_not_say)
    return _cards(cards, reason) if cards else None


@lru_cache(maxsize=_CARDS_KEPT)
def _cards(cards: tuple[tuple[str, str, tuple[str, ...]], ...], reason: str) -> ClaimChecker | None:
    rules = []
    for product_id, name, words in cards:
        known = tuple(one for one in words if plain(one))
        if known:
            rules.append(
                ClaimRule(
                    CARD_RULE + product_id, name, reason.format(name), known,
                    category=Category.HOUSE, severity=Severity.WARN,
                )
            )  # fmt: skip
    return ClaimChecker(tuple(rules)) if rules else None


def _apart(found: tuple[Standing, ...]) -> tuple[Standing, ...]:
    kept: list[Standing] = []
    for claim, override in sorted(found, key=lambda one: one[1] is not None):
        if all(claim.end <= one.start or one.end <= claim.start for one, _ in kept):
            kept.append((claim, override))
    return tuple(sorted(kept, key=lambda one: one[0].start))


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
