"""The product card that OBS shows: its slots, and what each of them says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.money import format_yuan
from livedesk.domain.rundown import Show

_MINUTE_S, _HOUR_S = 60, 3_600


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


def card_texts(show: Show, product_id: str) -> CardTexts:
    """The texts of a product's card; nothing for an unknown product. Empty texts clear what stood there."""
    product = show.product(product_id)
    if product is None:
        return CardTexts()
    price = format_yuan(product.live_price) if product.live_price is not None else ""
    before = format_yuan(product.list_price) if product.list_price is not None else ""
    stock = f"{product.stock:,}" if product.stock is not None else ""
    return CardTexts(
        (
            (CardSlot.NAME, product.name),
            (CardSlot.LIVE_PRICE, price),
            (CardSlot.LIST_PRICE, before),
            (CardSlot.STOCK, stock),
            (CardSlot.PROMOTION, product.offer),
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
