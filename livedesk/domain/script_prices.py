"""Prices that are spoken in a script, and which of the product's prices each of them claims to be.

A false alarm costs more here than a miss: an amount is a price only where the words around it say so. Of the words
before it in its clause the nearest one decides; what is counted, compared, given away or taken off is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from livedesk.domain import price_words as words
from livedesk.domain.spoken_amounts import Amount, amounts, chinese_number

_REACH = 40
"""How far before an amount the words are that say what it is, in characters."""
_DIRECT = 16
"""How far those that must stand directly before it."""
_FEW, _HANDY = 1_000, 3_000
"""Up to so many fen 块 are rather pieces, or pieces where they are handled."""
_BARE = 10_000
"""From so many fen a number without a unit is a price behind 今天."""
_FAR_BELOW = 20
"""What is less than this part of every price is no mistake for one, but the price of a ticket or a draw."""


class PriceRole(StrEnum):
    """Which price a spoken amount claims to be: the everyday one, or the one of this show."""

    LIST = "list"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class SpokenPrice:
    """An amount at [``start``, ``end``) of a text, in fen. ``later`` is one that is to hold afterwards: the everyday
    price, or the show's once a promotion is over. ``piece`` is said of a single piece."""

    start: int
    end: int
    fen: int
    role: PriceRole
    later: bool = False
    piece: bool = False


@lru_cache(maxsize=4_096)
def spoken_prices(text: str) -> tuple[SpokenPrice, ...]:
    """The amounts that a text gives as a price. One that is taken off, given as a coupon or set as a threshold is
    none, and neither is one in whose clause nothing says that it is a price."""
    return tuple(_prices(text))


def _prices(text: str) -> Iterator[SpokenPrice]:
    last = sentence = clause = before = 0
    elsewhere = unsaid = listed = -1
    for amount in amounts(text):
        if not amount.unit and not _maybe_money(text, amount):
            continue
        for stop in words.STOP.finditer(text, before, amount.start):
            sentence = stop.end()
        for stop in words.BREAK.finditer(text, before, amount.start):
            clause = stop.end()
        before = amount.start
        near = max(last, amount.start - _REACH)
        begin = max(near, clause)
        said = text[begin : amount.start]
        if not said.strip() and begin > near:
            said = _pause(text[near:begin])
        direct = said[-_DIRECT:]
        either = said.strip() == "还是" and 0 < begin == last
        if amount.unit:
            last = amount.end
        several = sentence < begin and words.SEVERAL_TAKEN.search(text, max(sentence, near), begin)
        if several or words.OTHER.search(said):
            elsewhere = sentence if amount.unit else elsewhere
            continue
        if elsewhere == sentence and not words.EACH.search(direct):
            continue
        if unsaid == sentence and words.COUPON.search(said):
            # 礼盒399元，用券359元: an amount that is not said to be the product's, and what a coupon makes of it.
            continue
        none = either or words.APART.search(said) or words.PORTION.search(direct) or words.CHANGE.search(direct)
        if (
            none
            or words.NOTHING_AFTER.match(text, amount.end)
            or not _money(text, direct, amount, listed == sentence)
        ):
            continue
        cue = None
        for match in words.CUES.finditer(said):
            cue = match.lastgroup
        price = _price(text, direct, amount, cue)
        if price is not None:
            last = amount.end
            listed = sentence if price.role is PriceRole.LIST else listed
            yield price
        elif cue is None and amount.unit:
            unsaid = sentence


def _pause(before: str) -> str:
    """The clause before a comma, where it ends with what the amount behind that is: 到手价，九块九."""
    clause = before.rstrip("，、, \t")
    if clause == before.rstrip():
        return ""
    begin = 0
    for stop in words.BREAK.finditer(clause):
        begin = stop.end()
    clause = clause[begin:]
    direct = clause[-_DIRECT:]
    return clause if words.SURE.search(direct) or words.LIKELY.search(direct) else ""


def _price(text: str, direct: str, amount: Amount, cue: str | None) -> SpokenPrice | None:
    """The price that an amount is by the nearest word that says one, or by what stands directly around it."""
    if cue != "none" and words.LISTED_AFTER.match(text, amount.end):
        cue = "listed"
    elif cue is None and (words.JUST_BEFORE.search(direct) or words.TAKEN.match(text, amount.end)):
        cue = "live"
    if cue is None or cue == "none":
        return None
    role = PriceRole.LIST if cue in ("listed", "later") else PriceRole.LIVE
    piece = words.EACH.search(direct) is not None
    return SpokenPrice(amount.start, amount.end, amount.fen, role, cue == "later", piece)


def _maybe_money(text: str, amount: Amount) -> bool:
    """Whether a number without a unit is none of a count, by its size and by what stands behind it."""
    few = amount.fen < 1_000 and amount.fen % 100 == 0
    if few or text[amount.start : amount.end] in words.DAYS:
        return False
    return bool(words.TAKEN.match(text, amount.end) or words.ENDS.match(text, amount.end))


def _money(text: str, direct: str, amount: Amount, listed: bool) -> bool:
    """Whether a number without a unit is said as a price, which takes less where the everyday one was said before
    (``listed``); and whether 块 are money and no pieces."""
    if amount.unit == "块" and not amount.split:
        if words.THINGS.match(text, amount.end) or (amount.fen <= _HANDY and words.HANDLED.search(direct)):
            return False
        if amount.fen <= _FEW and not (words.FEW_SAID.search(direct) or words.FEW_TAKEN.match(text, amount.end)):
            return amount.fen > 100 and direct.endswith("只要") and words.SHOUT.match(text, amount.end) is not None
        return True
    if amount.unit or (
        words.TAKEN.match(text, amount.end) and text[amount.start - 1 : amount.start] not in tuple(".:：-第双")
    ):
        return True
    if words.SURE.search(direct) or (listed and words.NOW.search(direct)):
        return True
    return amount.fen >= _BARE and words.LIKELY.search(direct) is not None


def wrong_prices(text: str, live: Iterable[int | None], listed: Iterable[int | None]) -> tuple[SpokenPrice, ...]:
    """The spoken prices that are none of the product's: what is said as the price of this show must be one of
    ``live`` (live price, price in hand, a promotion's), as the everyday price one of ``listed``; what is to hold
    later may be either. The price of a piece is right where a number of pieces that the text names has one of them.
    Where nothing is known of a role nothing is wrong."""
    allowed = {
        PriceRole.LIVE: {fen for fen in live if fen is not None},
        PriceRole.LIST: {fen for fen in listed if fen is not None},
    }
    wrong = []
    counts: frozenset[int] | None = None
    for price in spoken_prices(text):
        right = allowed[price.role]
        if not right or price.fen in right or (price.later and price.fen in allowed[PriceRole.LIVE]):
            continue
        if price.fen * _FAR_BELOW < min(right):
            continue
        if price.piece:
            counts = frozenset(_counts(text)) if counts is None else counts
            if any(_shares(price.fen, count, right) for count in counts):
                continue
        wrong.append(price)
    return tuple(wrong)


def _counts(text: str) -> Iterator[int]:
    """How many pieces a text speaks of: 两瓶, 3支, 买一送一."""
    for number, bought, given in words.COUNT.findall(text):
        parts = [number] if number else [bought, given]
        values = [int(one) if one.isdigit() else chinese_number(one) for one in parts]
        if None not in values:
            yield sum(value for value in values if value is not None)


def _shares(piece: int, count: int, prices: set[int]) -> bool:
    """Whether a piece's price is one of the prices divided, rounded to ten fen or finer."""
    return count > 1 and any(abs(price - piece * count) <= 5 * count for price in prices)
