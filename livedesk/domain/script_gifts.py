"""Where a script promises a gift: by its name, by its variable, or by a word of giving that means one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.script import variables
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
# 送 that brings, sends or hands over, or makes a present of what is bought, gives nothing away.
_GIVES = re.compile(
    r"(?<![配运发递寄传护接欢推输遣派投放转呈目])送"
    r"(?![货到达去回往礼修检审命别走行来人]|上门|出去|过[去来]|一程)"
    rf"(?!给?(?:{_PEOPLE}))"
    r"(?!给?[^，。！？；,!?;再还加和送赠]{0,6}(?:券|红包|福袋|运费险|积分|祝福|掌声|爱心))"
    r"|送礼[物品盒包]|(?<![捐转])赠(?![品完光言予与])|[有带给得领配加][一两几份的个\d]{0,3}赠品"
)
_GIFT = "赠品"


def missing_gifts(text: str, sold: Sequence[Product], values: ScriptValues) -> Iterator[tuple[int, int, Product]]:
    """Where a line promises a gift of which there is none left, each product's once. A clause that says which gift it
    is, by its variable or its words, is about that one; a word of giving alone is about those of all that is ``sold``,
    and promises nothing that is missing while one of them is there. What is told to be gone is not promised."""
    told: set[str] = set()
    for clause in _CLAUSE.finditer(text):
        if _GONE.search(clause.group()):
            continue
        for start, end, product in _promised(text, clause.span(), sold, values):
            if product.gift_stock == 0 and product.gifts and product.id not in told:
                told.add(product.id)
                yield start, end, product


def _promised(
    text: str, span: tuple[int, int], sold: Sequence[Product], values: ScriptValues
) -> list[tuple[int, int, Product]]:
    """The gifts that a clause promises, with the words that do."""
    first, last = span
    named: list[tuple[int, int, Product]] = []
    for name, start, end in variables(text):
        bare, number = parted(name)
        product = values.product if number is None else values.numbered(number)
        if bare == _GIFT and product is not None and first <= start and end <= last:
            named.append((start, end, product))
    for product in sold:
        at = text.find(product.gifts, first, last) if product.gifts else -1
        if at >= 0:
            named.append((at, at + len(product.gifts), product))
    if named:
        return named
    given = _GIVES.search(text, first, last)
    giving = [one for one in sold if one.gifts]
    if given is None or any(one.gift_stock != 0 for one in giving):
        return []
    return [(*given.span(), one) for one in giving]


def empty_gifts(
    segment_id: str, sold: Sequence[Product], others: Sequence[Product], promotions: Sequence[Promotion]
) -> list[Promotion]:
    """The promotions of a segment that give what there is none of: their number is 0, or the gifts of the product
    that they are for are (where none is named: of a product of the segment)."""
    found = []
    for one in promotions:
        if one.segment_id != segment_id or one.kind is not PromotionKind.GIFT:
            continue
        named = [product for product in others if product.id == one.product_id]
        if one.cap == 0 or any(product.gift_stock == 0 for product in named or sold):
            found.append(one)
    return found
