"""The product card that OBS shows: its slots, and what each of them says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.money import format_yuan
from livedesk.domain.product import Product, Promotion, PromotionKind, stock_left
from livedesk.domain.rundown import Show

_MINUTE_S, _HOUR_S = 60, 3_600
_BY_CHANCE = frozenset({PromotionKind.DRAW, PromotionKind.LUCKY_BAG})
"""What they cost is not what the product costs."""


class CardSlot(StrEnum):
    """A place on the card. Which OBS inputs show it is said by a :class:`livedesk.domain.card_mapping.CardMapping`."""

    NAME = "name"
    LIVE_PRICE = "live_price"
    LIST_PRICE = "list_price"
    STOCK = "stock"
    COUNTDOWN = "countdown"
    PROMOTION = "promotion"


@dataclass(frozen=True, slots=True)
class CardTexts:
    """What the card is to say, by slot. A slot that is not named keeps what it says."""

    texts: tuple[tuple[CardSlot, str], ...] = ()

    def then(self, later: CardTexts) -> CardTexts:
        """Both in one: where both name a slot, it says what the later has."""
        return CardTexts(tuple({**dict(self.texts), **dict(later.texts)}.items()))

    def without(self, other: CardTexts) -> CardTexts:
        """What is left to say where the other has been said."""
        said = {slot for slot, _ in other.texts}
        return CardTexts(tuple((slot, text) for slot, text in self.texts if slot not in said))


@dataclass(frozen=True, slots=True)
class CardDifference:
    """An input of the card on air in OBS shows ``shown`` for a slot, and not ``wanted``, which the card has to say."""

    slot: CardSlot
    input: str
    shown: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a product is offered at now: its price (fen; None: none is given), and the words to it."""

    price: int | None
    words: str


def offer_now(show: Show, product: Product, running: Collection[str]) -> Offer:
    """What a product is offered at while the promotions with these ids run, in the order of their start.

    A promotion is the product's own where it names it, or where it names none and starts with a segment that sells
    it. Of several that are its own, one with a price comes first, then the one that started last; its title stands in
    place of the product's offer, and its price in place of the live price. One for everything is told where the
    product has nothing of its own. A price counts where there is no doubt what costs it: the promotion names the
    product, or its segment sells nothing else.
    """
    known = {one.id: one for one in show.promotions} if running else {}
    newest_first = [known[each] for each in reversed(tuple(running)) if each in known]
    own = [one for one in newest_first if _is_own(show, one, product)]
    priced = next((one for one in own if _price(show, one) is not None), None)
    if priced is not None:
        return Offer(_price(show, priced), priced.title)
    told = own or ([] if product.offer else [one for one in newest_first if not _sold_with(show, one)])
    return Offer(product.live_price, told[0].title if told else product.offer)


def _sold_with(show: Show, promotion: Promotion) -> tuple[str, ...]:
    """The products that a promotion is for; empty: everything."""
    if promotion.product_id:
        return (promotion.product_id,)
    segment = show.segment(promotion.segment_id) if promotion.segment_id else None
    return segment.product_ids if segment is not None else ()


def _is_own(show: Show, promotion: Promotion, product: Product) -> bool:
    return product.id in _sold_with(show, promotion)


def _price(show: Show, promotion: Promotion) -> int | None:
    """What the one product costs that a promotion is for."""
    sure = promotion.kind not in _BY_CHANCE and len(_sold_with(show, promotion)) == 1
    return promotion.price if sure else None


def card_texts(show: Show, product_id: str, running: Collection[str], sold: Mapping[str, int]) -> CardTexts:
    """The texts of a product's card while the promotions ``running`` run (ids, in the order of their start) and
    ``sold`` units of the products are gone; nothing for an unknown product. Empty texts clear what stood there."""
    product = show.product(product_id)
    if product is None:
        return CardTexts()
    offer, left = offer_now(show, product, running), stock_left(product, sold)
    price = format_yuan(offer.price) if offer.price is not None else ""
    before = format_yuan(product.list_price) if product.list_price is not None else ""
    return CardTexts(
        (
            (CardSlot.NAME, product.name),
            (CardSlot.LIVE_PRICE, price),
            (CardSlot.LIST_PRICE, before),
            (CardSlot.STOCK, "" if left is None else f"{left:,}"),
            (CardSlot.PROMOTION, offer.words),
        )
    )


def countdown_text(left_ms: int | None) -> str:
    """What is left of a segment as the audience reads it: ``mm:ss``, from an hour on ``h:mm:ss``. A second that has
    begun counts whole, so that 00:00 is the end; overtime stays there. Empty for an open end (None)."""
    if left_ms is None:
        return ""
    left = max(0, -(-left_ms // 1_000))
    hours, minutes, seconds = left // _HOUR_S, left % _HOUR_S // _MINUTE_S, left % _MINUTE_S
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def until_next_text_ms(left_ms: int | None) -> int | None:
    """How long the text of :func:`countdown_text` stays as it is (ms); None where it stays for good."""
    if left_ms is None or left_ms <= 0:
        return None
    return (left_ms - 1) % 1_000 + 1
