"""Amounts of money as they are written and spoken: ``129.00元``, ``￥129``, ``一百二十九块九``, ``9块9毛``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_ONES = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1_000}
_TO_CHINESE = str.maketrans("0123456789", "零一二三四五六七八九")
_IN_ORDER = ("零一二三四五六七八九", "九八七六五四三二一零")

COUNTED = (
    "(?:[件瓶支盒套份罐袋条双对箱组个只台把桶枚副顶本斤克片张颗粒杯串卷提板排根盘碗碟]"
    "|包(?!邮)|单(?!价)|毫升|ml|号|折|年|月|天|点|分钟|小时|秒(?!杀)|人|位|名|次|层|寸|度|倍|%)"
)
"""What is counted: a number before it is no part of an amount."""
_NUMERAL = "零〇一二两三四五六七八九十百千万"
_TAIL_DIGIT = r"[0-9零〇一二三四五六七八九]"
_AMOUNT = re.compile(
    r"(?P<sign>[¥￥]\s?)?"
    r"(?P<number>(?<![A-Za-z\d.])(?<!\d,)(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[百千万][\d一二三四五六七八九零百千十]*)?"
    rf"|(?<![统唯])[{_NUMERAL}]+(?:点[零一二三四五六七八九]+(?![十百千])万?)?)"
    r"(?:\s?(?P<unit>元(?!旦|素(?!颜)|宵|气(?!垫)|宇宙)钱?|块钱|块(?!儿))"
    rf"(?:\s?(?P<dime>{_TAIL_DIGIT})\s?[毛角](?:钱|零?(?P<cent>{_TAIL_DIGIT})(?:分(?!钟|期)|(?![\d.{_NUMERAL}]|{COUNTED})))?"
    rf"|\s?零?(?P<only_cent>{_TAIL_DIGIT})分(?!钟|期|享)"
    rf"|(?P<part>{_TAIL_DIGIT}{{1,2}})(?![\d.元块毛角]|\s?{COUNTED}|[{_NUMERAL}]++(?!{COUNTED}))"
    r"|(?P<half>半)(?![价折年月天个]))?"
    rf"|(?P<dimes>[毛角](?:(?P<dime_part>{_TAIL_DIGIT})分?(?!{COUNTED})|钱)))?"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at [``start``, ``end``) of a text, in fen; ``unit`` is the word or sign that says that it is money
    (empty where it is a bare number), ``split`` whether something smaller than a yuan is said after that word."""

    start: int
    end: int
    fen: int
    unit: str
    split: bool


def amounts(text: str) -> Iterator[Amount]:
    """Every number of a text that can be read as an amount, in order. A number without a unit is one of them,
    a single numeral is not."""
    for match in _AMOUNT.finditer(text):
        sign, unit = match["sign"], match["unit"]
        if match.end() - match.start() == 1:
            continue
        if match["dimes"]:
            fen = _digit(match["number"], 10) if len(match["number"]) == 1 else None
            fen = None if fen is None else fen + _small(match["dime_part"], 1)
            unit = "毛"
        else:
            fen = _fen(match["number"])
        split = any(match[name] for name in ("dime", "only_cent", "part", "half"))
        if fen is None or (split and fen % 100):
            continue
        if split:
            fen += _after_yuan(match)
        yield Amount(match.start(), match.end(), fen, unit or (sign or "").strip(), split)


def _after_yuan(match: re.Match[str]) -> int:
    if match["half"]:
        return 50
    if match["part"]:
        part = match["part"]
        return _small(part, 10) if len(part) == 1 else _small(part[0], 10) + _small(part[1], 1)
    return _small(match["dime"], 10) + _small(match["cent"] or match["only_cent"], 1)


def _small(character: str | None, each: int) -> int:
    return (_digit(character, each) or 0) if character else 0


def _digit(character: str, each: int) -> int | None:
    value = _ONES.get(character.translate(_TO_CHINESE))
    return None if value is None else value * each


def _fen(number: str) -> int | None:
    """The fen that a number of yuan says, None where it says none or parts of a fen."""
    if len(number) > 15:
        return None
    if number.isdecimal():
        return int(number) * 100
    if number[0] in _NUMERAL:
        return _chinese_fen(number)
    plain, scale, rest = _parted(number.replace(",", ""))
    value = Decimal(plain) * 100 * (_UNITS | {"万": 10_000, "": 1})[scale]
    if rest:
        # 12万8千 is 12 times 一万 and what 一万八千 says beyond it.
        beyond = chinese_number("一" + scale + rest.translate(_TO_CHINESE))
        if beyond is None or "." in plain:
            return None
        value += (beyond - (_UNITS | {"万": 10_000})[scale]) * 100
    return None if value != value.to_integral_value() else int(value)


def _parted(number: str) -> tuple[str, str, str]:
    for at, character in enumerate(number):
        if character in "百千万":
            return number[:at], character, number[at + 1 :]
    return number, "", ""


def _chinese_fen(number: str) -> int | None:
    whole, point, decimals = number.partition("点")
    scale = 10_000 if decimals.endswith("万") else 1
    value = chinese_number(whole)
    if value is None and not point:
        value = _one_by_one(number)
    if value is None:
        return None
    digits = "".join(str(_ONES[one]) for one in decimals.removesuffix("万"))
    fen = Decimal(f"{value}.{digits or 0}") * scale * 100
    return None if fen != fen.to_integral_value() else int(fen)


def _one_by_one(number: str) -> int | None:
    """The number whose digits are said one after the other (三九九); a countdown is none."""
    if (
        len(number) < 3
        or not set(number) <= set("零〇一二三四五六七八九")
        or any(number in row for row in _IN_ORDER)
    ):
        return None
    return int("".join(str(_ONES[one]) for one in number))


def chinese_number(text: str) -> int | None:
    """The whole number that Chinese numerals say (一百二十九, 两百, 一百二), None where they say none: 两三百 and 百
    are none."""
    high, myriad, low = text.partition("万")
    if not myriad:
        return _section(text, 10)
    above = _section(high, 10)
    below = _section(low, 10_000) if low else 0
    return None if not above or below is None else above * 10_000 + below


def _section(text: str, last: int) -> int | None:
    """What numerals below 万 say; a digit that ends them right behind a unit stands for the next lower one."""
    if text in ("零", "〇"):
        return 0
    value, ceiling = 0, 10_000
    digit: int | None = None
    gap = False
    for character in text:
        unit = _UNITS.get(character)
        if unit is None:
            one = _ONES.get(character)
            if one is None or digit is not None or (one == 0 and gap):
                return None
            digit, gap = one or None, gap or one == 0
            continue
        if unit >= ceiling or (digit is None and (unit != 10 or (value and not gap))):
            return None
        value += (digit or 1) * unit
        digit, gap, last, ceiling = None, False, unit, unit
    if digit is None:
        return value if value and not gap else None
    return value + digit * (1 if gap else max(last // 10, 1))
