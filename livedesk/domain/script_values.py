"""What the variables of a script stand for on an item: its first product, what starts with it, and other products
by their numbers (``{{直播价:2号}}``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from livedesk.domain.offers import offers_of
from livedesk.domain.product import Product, Promotion, PromotionKind, said_price, script_values
from livedesk.domain.rundown import Segment, Show, Standby
from livedesk.domain.script import Script, variables

FLASH_PRICE = "秒杀价"
NAMES = ("直播价", "日常价", "到手价", FLASH_PRICE, "库存", "赠品", "优惠", "商品", "规格")
"""Every variable there is, the ones that are used most first; each may name another product by its number."""
_NUMBERED = re.compile(r"(?P<name>[^:：]+?)\s*[:：]\s*(?P<number>\d{1,6})\s*(?:号(?:链接)?)?")
_NONE: Mapping[str, str] = MappingProxyType({})


@lru_cache(maxsize=1_024)
def parted(name: str) -> tuple[str, int | None]:
    """A variable's own name and the number of the product that it names: 直播价:2号 is 直播价 of number 2. None
    where it names no other product."""
    found = _NUMBERED.fullmatch(name)
    return (found["name"], int(found["number"])) if found is not None else (name, None)


class ScriptValues(Mapping[str, str]):
    """The values of variables by their names, made as they are asked for; two are equal that were made of the same.

    A variable alone is that of ``product``. ``2号`` is the product with link 2: of those on the item (``sold``)
    before the others of the show; in a show that gives no links, the second of its ``products``. 秒杀价 is the price
    of the promotion that starts with ``item_id``, else of one for the product. The names that it lists are those of
    the product alone.
    """

    __slots__ = ("_of", "_own")

    def __init__(
        self,
        product: Product | None,
        item_id: str = "",
        sold: tuple[Product, ...] = (),
        products: tuple[Product, ...] = (),
        promotions: tuple[Promotion, ...] = (),
    ) -> None:
        self._of = product, item_id, sold, products, promotions
        self._own: Mapping[str, str] | None = None

    def __getitem__(self, name: str) -> str:
        """The value of a variable. Raises KeyError where nothing gives one."""
        bare, number = parted(name)
        if number is None:
            return self._alone[name]
        if bare not in NAMES:
            raise KeyError(name)
        product = self.numbered(number)
        if product is None:
            raise KeyError(name)
        if bare != FLASH_PRICE:
            return script_values(product)[bare]
        _, item_id, _, _, promotions = self._of
        tied = tuple(one for one in promotions if one.product_id == product.id)
        return _flash(product, item_id, tied)[bare]

    def __iter__(self) -> Iterator[str]:
        """The names that have a value without a number."""
        return iter(self._alone)

    def __len__(self) -> int:
        """How many names have a value without a number."""
        return len(self._alone)

    def __bool__(self) -> bool:
        """Whether there may be a value, with a number or without."""
        _, _, _, products, _ = self._of
        return bool(products or self._alone)

    def __eq__(self, other: object) -> bool:
        """Whether both were made of the same."""
        return isinstance(other, ScriptValues) and self._of == other._of

    def __hash__(self) -> int:
        """That of what it was made of."""
        return hash(self._of)

    @property
    def product(self) -> Product | None:
        """The product whose values a variable without a number has."""
        return self._of[0]

    def numbered(self, number: int) -> Product | None:
        """The product that a number names, or None."""
        _, _, sold, products, _ = self._of
        for one in (*sold, *products):
            if one.link == number:
                return one
        if any(one.link is not None for one in products) or not 0 < number <= len(products):
            return None
        return products[number - 1]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers by which products may be named, those on the item first."""
        _, _, sold, products, _ = self._of
        links = tuple(dict.fromkeys(one.link for one in (*sold, *products) if one.link is not None))
        return links or tuple(range(1, len(products) + 1))

    @property
    def _alone(self) -> Mapping[str, str]:
        if self._own is None:
            product, item_id, _, _, promotions = self._of
            self._own = {**script_values(product), **_flash(product, item_id, promotions)}
        return self._own


def _flash(product: Product | None, item_id: str, promotions: tuple[Promotion, ...]) -> Mapping[str, str]:
    """The price of the promotion that starts with an item (of several that for the product, then a flash sale), else
    of one for the product."""
    own = product.id if product is not None else ""
    found = [one for one in offers_of(promotions, item_id, own) if one.price is not None]
    if not found:
        return _NONE
    best = min(
        found,
        key=lambda one: (
            not item_id or one.segment_id != item_id,
            one.product_id not in ("", own),
            one.product_id != own,
            one.kind is not PromotionKind.FLASH,
        ),
    )
    return {FLASH_PRICE: said_price(best.price)} if best.price is not None else _NONE


def values_on(show: Show, item: Segment | Standby, product: Product | None = None) -> ScriptValues:
    """The values on an item of a show; ``product`` is the one that is presented (None: the item's first). A standby
    plan without one sells nothing: its variables have to name their products by number."""
    if isinstance(item, Standby):
        return ScriptValues(
            product or show.product(item.product_id), products=show.products, promotions=show.promotions
        )
    found = [show.product(one) for one in item.product_ids]
    sold = tuple(one for one in found if one is not None)
    first = found[0] if found else None
    return ScriptValues(product or first, item.id, sold, show.products, show.promotions)


def used(script: Script, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The variables that a script uses with their values, each once; what has none is left out."""
    names = dict.fromkeys(
        name for line in script.lines if "{{" in line.text for name, _, _ in variables(line.text)
    )
    return tuple((name, values[name]) for name in names if name in values)
