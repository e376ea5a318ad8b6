"""The prices that an item's words say against those that its products have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from livedesk.domain.offers import offers_of
from livedesk.domain.product import Product, Promotion, said_price
from livedesk.domain.script_prices import PriceRole, spoken_prices, wrong_prices
from livedesk.domain.script_values import FLASH_PRICE, ScriptValues
from livedesk.domain.spoken_amounts import chinese_number

_LINKS = re.compile(r"(\d{1,4}|[一二三四五六七八九十百]{1,5})号(?:链接|商品|宝贝|品)")
_LIVE, _HAND, _LISTED = "直播价", "到手价", "日常价"
_NAMED = re.compile(r"(?P<hand>到手)|(?P<flash>秒杀|闪购|限时价|抢购)|(?P<live>直播间?价|专享价|福利价)")
"""Words before a price that name which of a product's it is; the last of them counts."""
_NAMES = {"hand": _HAND, "flash": FLASH_PRICE, "live": _LIVE}
_CLAUSE = re.compile(r"[，。！？；,!?;\n]")
_Priced = tuple[int, str, Product | None]
"""A price that is right (fen), the variable that says it, and the product that has it."""


@dataclass(frozen=True, slots=True)
class WrongPrice:
    """A price at [``start``, ``end``) of a text that is none of the ``right`` ones (fen, in order): those that what is
    meant has as its ``role``. ``fen`` is the one of them that the words name; ``variable`` is what to write for it,
    where the words leave no doubt and a variable says it (empty: else)."""

    start: int
    end: int
    fen: int
    variable: str
    right: tuple[int, ...]
    role: PriceRole


class PricesOn:
    """What is right to say on an item: the prices of what is sold on it, of a promotion that starts with it, and of
    whatever other product a line names."""

    def __init__(
        self, item_id: str, sold: Sequence[Product], products: Sequence[Product], promotions: Sequence[Promotion]
    ) -> None:
        self._item_id = item_id
        self._sold = sold
        self._products = products
        self._promotions = promotions

    def wrong(self, text: str, values: ScriptValues) -> Iterator[WrongPrice]:
        """The prices of a text that are none of the right ones; ``values`` are those of the variables in it. Of a
        product that has no such price nothing is wrong."""
        if not spoken_prices(text):
            return
        own = {one.id for one in self._sold}
        known = [*self._sold, *(one for one in self._products if one.id not in own and speaks_of(text, one))]
        live, listed = self._live(known), _listed(known)
        last = 0
        for price in wrong_prices(text, _fen(live), _fen(listed)):
            meant, sure = self._meant(text, price.start, known)
            if price.role is PriceRole.LIST:
                right = _listed(meant)
            else:
                said = _CLAUSE.split(text[last : price.start])[-1]
                right = _in_turn(self._live(meant), said)
            last = price.end
            if right:
                fen, name, product = right[0]
                variable = _variable(values, fen, name, product) if sure else ""
                yield WrongPrice(
                    price.start, price.end, fen, variable, tuple(sorted(set(_fen(right)))), price.role
                )

    def _meant(self, text: str, at: int, known: Sequence[Product]) -> tuple[Sequence[Product], bool]:
        """The products whose price is said at a place, and whether there is no doubt about them: the one that was named
        last before it, else those that the text names, else what is sold here."""
        before = [(place, one) for one in known if (place := _last_named(text[:at], one)) >= 0]
        if before:
            nearest = max(place for place, _ in before)
            found = [one for place, one in before if place == nearest]
            return found, len(found) == 1
        named = [one for one in known if speaks_of(text, one)]
        return (named, len(named) == 1) if named else (self._sold, True)

    def _live(self, products: Iterable[Product]) -> list[_Priced]:
        found: list[_Priced] = []
        for product in products:
            for fen, name in ((product.live_price, _LIVE), (product.hand_price, _HAND)):
                if fen is not None:
                    found.append((fen, name, product))
            tied = (
                (one.segment_id != self._item_id, one.price)
                for one in offers_of(self._promotions, "", product.id)
                if one.price is not None
            )
            found += [(price, FLASH_PRICE, product) for _, price in sorted(tied, key=itemgetter(0))]
        known = set(_fen(found))
        for one in offers_of(self._promotions, self._item_id, ""):
            if one.price is not None and one.price not in known:
                found.append((one.price, FLASH_PRICE, None))
        return found


def _in_turn(prices: Iterable[_Priced], before: str) -> list[_Priced]:
    """The prices, first that which the words before name."""
    groups = [match.lastgroup or "" for match in _NAMED.finditer(before)]
    name = _NAMES[groups[-1]] if groups else _LIVE
    return sorted(prices, key=lambda one: one[1] != name)


def _last_named(text: str, product: Product) -> int:
    """Where words speak of a product for the last time; −1: they do not."""
    name = product.name
    places = [text.rfind(name[at : at + 3]) for at in range(len(name) - 2)]
    if product.link is not None:
        places += [one.start() for one in _LINKS.finditer(text) if _number(one.group(1)) == product.link]
    return max(places, default=-1)


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
