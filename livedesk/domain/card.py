"""The product card that OBS shows: texts by OBS input name."""

from __future__ import annotations

from livedesk.domain.money import format_yuan
from livedesk.domain.ports import CardTexts
from livedesk.domain.rundown import Show

NAME, LIVE_PRICE, LIST_PRICE, STOCK, PROMOTION = "商品名称", "直播价", "日常价", "库存", "促销"


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
            (NAME, product.name),
            (LIVE_PRICE, price),
            (LIST_PRICE, before),
            (STOCK, stock),
            (PROMOTION, product.offer),
        )
    )
