"""Where a script promises a gift: by its name, by its variable, or by a word of giving that means one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from livedesk.domain.offers import offers_of
from livedesk.domain.prices_said import speaks_of
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.script import fill, variables
from livedesk.domain.script_values import ScriptValues, parted

_CLAUSE = re.compile(r"[^，。！？；,!?;\n]+")
# In such a clause the gift is told to be gone, or not to be given.
_GONE = re.compile(
    r"[送赠发]完|[送赠抢领]光|抢完|领完了|没有?了|没货|断货|缺货|售罄|送不了|没有(?:任何|额外)?赠品|无赠品"
    r"|(?:不|没有?|别|无法|停止)(?:会|能|可以|再|另外|额外)*[送赠]"
)
_PEOPLE = (
    r"爸|妈|父[亲母]|母亲|儿子|女[儿友朋生孩神]|男[友朋生孩神]|闺蜜|孩子|客[户人]|领导|同[事学]|老[公婆师妈爸人]|长辈"
    r"|亲[戚友人朋]|对[象方]|自己|朋友|别人|家里|家人|他|她|评论|弹幕"
)
# 送 that brings, sends or hands over, or makes a present of what is bought, gives no gift.
_GIVES = re.compile(
    r"(?<![配运发递寄传护接欢推输遣派投放转呈目])送"
    r"(?![货到达去回往礼修检审命别走行来人]|上门|出去|过[去来]|一程)"
    rf"(?!给?(?:{_PEOPLE}))"
    r"(?!给?[^，。！？；,!?;再还加和送赠]{0,6}(?:券|红包|福袋|运费险|积分|祝福|掌声|爱心))"
    r"|送礼[物品盒包]|(?<![捐转])赠(?![品完光言予与])|[有带给得领配加][一两几份的个\d]{0,3}赠品"
)
_SOME = r"[一二两三四五六俩\d]{1,2}\s*[瓶盒件支份袋套罐个片]?\s*"
_NO_GIFT = re.compile(
    rf"[买拍]\s*{_SOME}[送赠得发]\s*{_SOME}(?=$|[，。！？；,!?;\n再还])"
    r"|价格?送给?(?:大家|你们|家人们|宝宝们|各位)(?=$|[，。！？；,!?;\n])"
    r"|送(?:给?(?:大家|你们|家人们|宝宝们|粉丝))?的?福利(?=$|[，。！？；,!?;\n])"
)
"""买一送一 gives the same once more, and what is called a present here is the price."""
_GIFT = "赠品"
_BETWEEN = re.compile(r"[，。！？；、,!?;+＋\n]")
"""What stands between the gifts of one product."""


@dataclass(frozen=True, slots=True)
class MissingGift:
    """The words at [``start``, ``end``) of a text that promise the gift of ``product``, of which there is none left.
    ``said`` is the clause that they stand in, with that gift in it."""

    start: int
    end: int
    product: Product
    said: str


def missing_gifts(text: str, sold: Sequence[Product], values: ScriptValues) -> Iterator[MissingGift]:
    """Where a line promises a gift of which there is none left, each product's once. A clause that says which gift it
    is, by its variable or its words, is about that one; a variable without a number is about that of whichever is
    presented of what is ``sold``. A word of giving alone is about the products that the clause, or else the line,
    speaks of, where it speaks of none about all of them, and promises nothing that is missing while one of their gifts
    is there. What is told to be gone is not promised."""
    if _GIFT not in text and not any(one.gift_stock == 0 for one in sold):
        return
    told: set[str] = set()
    given = _NO_GIFT.sub(lambda found: "·" * len(found.group()), text)
    for clause in _CLAUSE.finditer(text):
        if _GONE.search(clause.group()):
            continue
        for start, end, product in _promised(text, given, clause.span(), sold, values):
            if product.gift_stock == 0 and product.gifts and product.id not in told:
                told.add(product.id)
                names = [name for name, _, _ in variables(clause.group()) if parted(name)[0] == _GIFT]
                said = fill(clause.group(), dict.fromkeys(names, product.gifts))
                yield MissingGift(start, end, product, said.strip())


def _promised(
    text: str, giving_words: str, span: tuple[int, int], sold: Sequence[Product], values: ScriptValues
) -> list[tuple[int, int, Product]]:
    """The gifts that a clause promises, with the words that do; ``giving_words`` is the text without what only looks
    like giving."""
    first, last = span
    named: list[tuple[int, int, Product]] = []
    for name, start, end in variables(text):
        bare, number = parted(name)
        if bare != _GIFT or start < first or end > last:
            continue
        if number is not None:
            product = values.numbered(number)
            named += [(start, end, product)] if product is not None else []
        elif values.product is not None:
            named += [(start, end, one) for one in sold]
    given = _GIVES.search(giving_words, first, last)
    named += _spoken(text, span, sold, given.start() if given is not None else last)
    if named:
        return named
    if given is None:
        return []
    giving = [one for one in sold if one.gifts]
    here = [one for one in giving if speaks_of(text[first:last], one)]
    giving = here or [one for one in giving if speaks_of(text, one)] or giving
    return [] if any(one.gift_stock != 0 for one in giving) else [(*given.span(), one) for one in giving]


def _spoken(
    text: str, span: tuple[int, int], sold: Sequence[Product], given: int
) -> list[tuple[int, int, Product]]:
    """The gifts whose words a clause says. What is part of a longer one, also of another product, is that one: 面膜 in
    面膜两片. Of several gifts of one product one is enough, behind what gives something (``given``)."""
    found: list[tuple[int, int, Product]] = []
    for product in sold:
        words = [(product.gifts, span[0])] if product.gifts else []
        parts = [part for part in map(str.strip, _BETWEEN.split(product.gifts)) if len(part) > 1]
        words += [(part, given) for part in parts] if len(parts) > 1 else []
        for one, begin in words:
            at = text.find(one, max(span[0], begin), span[1])
            if at >= 0:
                found.append((at, at + len(one), product))
    return [
        one
        for one in found
        if not any(o[0] <= one[0] and one[1] <= o[1] and o[1] - o[0] > one[1] - one[0] for o in found)
    ]


def empty_gifts(
    segment_id: str, sold: Sequence[Product], others: Sequence[Product], promotions: Sequence[Promotion]
) -> list[Promotion]:
    """The promotions of a segment that give what there is none of: their number is 0, or the gifts of the product
    that they are for are (where none is named: of a product of the segment)."""
    found = []
    for one in offers_of(promotions, segment_id, ""):
        if one.kind is not PromotionKind.GIFT:
            continue
        named = [product for product in others if product.id == one.product_id]
        if one.cap == 0 or any(product.gift_stock == 0 for product in named or sold):
            found.append(one)
    return found
