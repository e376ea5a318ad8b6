"""The prices that an item's words say against those that its products have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from livedesk.domain.product import Product, Promotion, said_price
from livedesk.domain.script_prices import PriceRole, spoken_prices, wrong_prices
from livedesk.domain.script_values import FLASH_PRICE, ScriptValues
from livedesk.domain.spoken_amounts import chinese_number

_LINKS = re.compile(r"(\d{1,4}|[一二三四五六七八九十百]{1,5})号(?:链接|商品|宝贝|品)")
_LIVE, _HAND, _LISTED = "直播价", "到手价", "日常价"
_NAMED = ((re.compile("到手"), _HAND), (re.compile("秒杀|闪购|限时|抢购"), FLASH_PRICE))
"""Words before a price that name another one than the live price."""
_REACH = 12
"""How far before it they stand, in characters."""
_Priced = tuple[int, str, Product | None]
"""A price that is right (fen), the variable that says it, and the product that has it."""


@dataclass(frozen=True, slots=True)
class WrongPrice:
    """A price at [``start``, ``end``) of a text that is none of the ``right`` ones (fen, in order). ``fen`` is that of
    them which is meant, by the product and the price that the words name; ``variable`` is what to write for it, where
    a variable says it (empty: none does)."""

    start: int
    end: int
    fen: int
    variable: str
    right: tuple[int, ...]


class PricesOn:
    """What is right to say on an item: the prices of what is sold on it, of a promotion that starts with it, and of
    whatever other product a line names."""

    def __init__(
        self,
        item_id: str,
        sold: Sequence[Product],
        products: Sequence[Product],
        promotions: Sequence[Promotion],
    ) -> None:
        self._sold = sold
        self._promotions = promotions
        self._products = products
        self._begun = [one for one in promotions if one.segment_id == item_id]

    def wrong(self, text: str, values: ScriptValues) -> Iterator[WrongPrice]:
        """The prices of a text that are none of the right ones; ``values`` are those of the variables in it."""
        if not spoken_prices(text):
            return
        own = {one.id for one in self._sold}
        named = [one for one in self._products if one.id not in own and speaks_of(text, one)]
        listed, live = _listed((*self._sold, *named)), self._live((*self._sold, *named))
        for price in wrong_prices(text, _fen(live), _fen(listed)):
            # A line that names products speaks of their prices, whatever else is sold here.
            meant = [one for one in self._sold if speaks_of(text, one)] + named or self._sold
            if price.role is PriceRole.LIST:
                first, right = [*_listed(meant), *listed], listed
            else:
                first, right = self._said(text[max(0, price.start - _REACH) : price.start], meant), live
            fen, name, product = (*first, *right)[0]
            rights = tuple(sorted(set(_fen(right))))
            yield WrongPrice(price.start, price.end, fen, _variable(values, fen, name, product), rights)

    def _said(self, before: str, meant: Sequence[Product]) -> list[_Priced]:
        """The prices of some products, first that which the words ``before`` name."""
        name = next((name for words, name in _NAMED if words.search(before)), _LIVE)
        return sorted(self._live(meant), key=lambda one: one[1] != name)

    def _live(self, products: Iterable[Product]) -> list[_Priced]:
        found: list[_Priced] = []
        promotions = [*self._begun, *(one for one in self._promotions if one not in self._begun)]
        for product in products:
            for fen, name in ((product.live_price, _LIVE), (product.hand_price, _HAND)):
                if fen is not None:
                    found.append((fen, name, product))
            for one in promotions:
                if one.product_id == product.id and one.price is not None:
                    found.append((one.price, FLASH_PRICE, product))
        known = {one[0] for one in found}
        begun = [one.price for one in self._begun if one.price is not None and one.price not in known]
        return found + [(fen, FLASH_PRICE, None) for fen in begun]


def _variable(values: ScriptValues, fen: int, name: str, product: Product | None) -> str:
    """What to write for a price; it is tried, since of several promotions a variable says one."""
    said = said_price(fen)
    if values.get(name) == said and product in (None, values.product):
        return f"{{{{{name}}}}}"
    for number in values.numbers if product is not None else ():
        if values.numbered(number) == product and values.get(f"{name}:{number}号") == said:
            return f"{{{{{name}:{number}号}}}}"
    return ""


def _listed(products: Iterable[Product]) -> list[_Priced]:
    return [(one.list_price, _LISTED, one) for one in products if one.list_price is not None]


def _fen(prices: Iterable[_Priced]) -> list[int]:
    return [one[0] for one in prices]


def speaks_of(text: str, product: Product) -> bool:
    """Whether words speak of a product: three characters in a row of its name stand in them, or its link's number
    (``3号链接``, ``三号链接``)."""
    name = product.name
    if product.link is not None and product.link in map(_number, _LINKS.findall(text)):
        return True
    return any(name[at : at + 3] in text for at in range(len(name) - 2))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_number(text)
