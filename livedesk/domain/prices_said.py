"""The prices that an item's words say against those that its products have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from livedesk.domain.product import Product, Promotion
from livedesk.domain.script_prices import PriceRole, wrong_prices
from livedesk.domain.spoken_amounts import chinese_number

_LINKS = re.compile(r"(\d{1,4}|[一二三四五六七八九十百]{1,5})号(?:链接|商品|宝贝|品)")


class PricesOn:
    """What is right to say on an item: the prices of what is sold on it, of a promotion that starts with it, and of
    whatever other product a line names."""

    def __init__(
        self, item_id: str, sold: Sequence[Product], products: Sequence[Product], promotions: Sequence[Promotion]
    ) -> None:
        self._sold = sold
        self._promotions = promotions
        own = {one.id for one in sold}
        self._others = [one for one in products if one.id not in own]
        begun = [one.price for one in promotions if one.segment_id == item_id]
        self._live = [*self._live_of(sold), *begun]
        self._listed = [one.list_price for one in sold]

    def wrong(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The prices at [start, end) of a text that are none of the right ones, each with one that is (fen)."""
        named = [one for one in self._others if _named(one, text)]
        live, listed = self._live_of(named), [one.list_price for one in named]
        for price in wrong_prices(text, self._live + live, self._listed + listed):
            own, theirs = (self._listed, listed) if price.role is PriceRole.LIST else (self._live, live)
            # A line that names only another product speaks of that one's price.
            mine = any(_named(one, text) for one in self._sold)
            right = next(fen for fen in (own + theirs if mine else theirs + own) if fen is not None)
            yield price.start, price.end, right

    def _live_of(self, products: Iterable[Product]) -> list[int | None]:
        ids = {one.id for one in products}
        prices = [price for one in products for price in (one.live_price, one.hand_price)]
        return prices + [one.price for one in self._promotions if one.product_id in ids]


def _named(product: Product, text: str) -> bool:
    """Whether a line speaks of a product: three characters in a row of its name stand in it, or its link's number
    (``3号链接``, ``三号链接``)."""
    name = product.name
    if product.link is not None and product.link in map(_number, _LINKS.findall(text)):
        return True
    return any(name[at : at + 3] in text for at in range(len(name) - 2))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_number(text)
