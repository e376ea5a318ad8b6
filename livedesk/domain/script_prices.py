"""Prices that are spoken in a script, and which of the product's prices each of them claims to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.money import parse_yuan

_CHINESE = "零〇一二两三四五六七八九十百千万"
_AMOUNT = re.compile(
    rf"[¥￥]\s?(?P<signed>\d[\d,]*(?:\.\d{{1,2}})?)"
    rf"|(?P<bare>\d[\d,]*(?:\.\d{{1,2}})?)\s?(?:元|块钱|块)(?!\s?(?:面膜|香皂|试用|表|屏|手表))"
    rf"|(?P<spoken>[{_CHINESE}]{{1,9}})\s?(?:元|块钱|块)(?!\s?(?:面膜|香皂|试用|表|屏|手表))"
)
_CLAUSE = re.compile(r"[，。！？；,!?;\n]")
# What is taken off, given, or asked for is no price of the product.
_NOT_A_PRICE = re.compile(
    rf"(?:(?<![第\d])[两{_CHINESE[3:]}2-9]\s?[件瓶支盒套片份罐袋条双对箱组包](?:到手|一共|只要|才|就)?"
    r"|立?减|直降|省下?|便宜|优惠|券|满|返|补贴|红包|邮费|运费|差价|加|再加|多花|第二件|第2件|定金|不到|低于|超过|以内)\s?$"
)
_AFTER_NO_PRICE = re.compile(r"^\s?(?:券|优惠|红包|运费|邮费|定金|无门槛|的?差价|门槛|以内|以上|以下|不到)")
_LIST_WORDS = re.compile(r"日常价|原价|专柜价?|平时|官网价?|吊牌价?|市场价|门店价?|旗舰店价?")
_LIVE_WORDS = re.compile(
    r"直播间?价?|到手价?|今天|今晚|现在|只要|只需|秒杀价?|福利价|开价|价格?(?:是|为|就)?|卖|一共|就"
)


class PriceRole(StrEnum):
    """Which price a spoken amount claims to be: the everyday one, or the one of this show."""

    LIST = "list"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class SpokenPrice:
    """An amount at [``start``, ``end``) of a text, in fen."""

    start: int
    end: int
    fen: int
    role: PriceRole


def spoken_prices(text: str) -> tuple[SpokenPrice, ...]:
    """The amounts that a text gives as a price. One that is taken off, given as a coupon or set as a threshold is
    none, and neither is one in whose clause nothing says that it is a price."""
    found = []
    for match in _AMOUNT.finditer(text):
        fen = _fen(match)
        before = text[: match.start()]
        clause = _CLAUSE.split(before)[-1]
        if fen is None or _NOT_A_PRICE.search(clause) or _AFTER_NO_PRICE.match(text[match.end() :]):
            continue
        role = _role(clause)
        if role is not None:
            found.append(SpokenPrice(match.start(), match.end(), fen, role))
    return tuple(found)


def _role(clause: str) -> PriceRole | None:
    """By the word that stands nearest before the amount."""
    listed = max((match.end() for match in _LIST_WORDS.finditer(clause)), default=-1)
    live = max((match.end() for match in _LIVE_WORDS.finditer(clause)), default=-1)
    if listed < 0 and live < 0:
        return None
    return PriceRole.LIST if listed >= live - 2 and listed >= 0 else PriceRole.LIVE


def _fen(match: re.Match[str]) -> int | None:
    digits = match["signed"] or match["bare"]
    if digits:
        return parse_yuan(digits)
    value = chinese_number(match["spoken"])
    return None if value is None else value * 100


def chinese_number(text: str) -> int | None:
    """The whole number that Chinese numerals say (一百二十九, 两百, 一百二), None where they say none."""
    digits = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
    units = {"十": 10, "百": 100, "千": 1_000}
    total = section = 0
    digit: int | None = None
    last_unit = 0
    for character in text:
        if character in digits:
            digit = digits[character]
            if digit == 0:
                last_unit = 0
        elif character == "万":
            total += (section + (digit or 0)) * 10_000
            section, digit, last_unit = 0, None, 10_000
        else:
            section += (1 if digit is None else digit) * units[character]
            digit, last_unit = None, units[character]
    if digit is not None:
        # 一百二 is 120: a digit right behind a unit stands for the next lower one.
        section += digit * (last_unit // 10 if last_unit >= 100 else 1)
    whole = total + section
    return whole if text and (whole or set(text) <= set("零〇")) else None


def wrong_prices(text: str, live: Iterable[int | None], listed: Iterable[int | None]) -> tuple[SpokenPrice, ...]:
    """The spoken prices that are none of the product's: what is said as the price of this show must be one of
    ``live`` (live price, price in hand, a promotion's), as the everyday price one of ``listed``. Where nothing is
    known of a role nothing is wrong."""
    allowed = {
        PriceRole.LIVE: {fen for fen in live if fen is not None},
        PriceRole.LIST: {fen for fen in listed if fen is not None},
    }
    return tuple(
        price for price in spoken_prices(text) if allowed[price.role] and price.fen not in allowed[price.role]
    )
