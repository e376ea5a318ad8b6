"""Cell values as text, whole numbers and money."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from livedesk.domain.errors import UserError
from livedesk.domain.money import parse_yuan
from livedesk.services.sheets.words import NONE_WORDS, plain

Value = str | int | float | bool | datetime | date | time | timedelta | None

_NEUTRAL = re.compile(r"^'+[=+\-@\t\r]")
_RISKY = re.compile(r"^'*[=+\-@\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_COUNT = re.compile(r"^(\d+(?:\.\d+)?)(万)?(?:件|个|份|套|单|瓶|支|盒|张|名|位|组)?$")
_FIRST_NUMBER = re.compile(r"\d+")
BREAK = "↵"
_BREAKS = re.compile(f"{BREAK}+")
_BLANKS = re.compile(r"\s+")
_MEANT = ("\u00a0", "\u202f", "\u3000")
_UNLIMITED = ("不限", "不限量", "不限购", "充足", "无限")


def neutralise(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes before ``= + - @``, tab and CR."""
    return f"'{text}" if _RISKY.match(text) else text


def written(text: str) -> str:
    """A text for a cell of a sheet that is read back: no formula, and with an apostrophe before ``-`` or ``无`` that
    would be read as nothing."""
    return f"'{text}" if _RISKY.match(text) or _no_word(text) else text


def text_of(value: Value) -> str:
    """A cell's text: without blanks around it, numbers as they are written, the apostrophe of
    :func:`written` taken off again. Markup stays text."""
    if value is None:
        return ""
    if isinstance(value, str):
        if _NEUTRAL.match(value) or (value[:1] == "'" and _no_word(value)):
            return value[1:]
        return _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".12g")
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes" if value.second == 0 else "seconds")
    return str(value)


def line_of(value: Value) -> str:
    """A cell's text on one line; it has a break only where :func:`one_line` wrote one."""
    return _unbroken(value).strip()


def _unbroken(value: Value) -> str:
    text = _BLANKS.sub(_one_blank, text_of(value).strip())
    if BREAK not in text:
        return text
    return "\n".join(part.strip() for part in _BREAKS.sub(_unmarked, text).split("\n"))


def one_line(text: str) -> str:
    """A text for a cell that is read as one line, so that :func:`line_of` gives its breaks back; a mark that the text
    has itself is doubled. In a sheet that people write a break in such a cell (a title, a name) only makes it fit."""
    lines = [line.replace(BREAK, BREAK * 2) for line in text.splitlines()]
    if len(lines) < 2:
        return text.replace(BREAK, BREAK * 2)
    # A blank parts two marks that are no double one; the reader drops it.
    return BREAK.join((lines[0], *(f" {line}" if not line or line[0] == BREAK else line for line in lines[1:])))


def marked_again(text: str, times: int) -> str:
    """A title of :func:`one_line` for what has the title of ``times`` others before it: a mark behind it for each."""
    return text + f" {BREAK}" * times


def times_marked(value: Value) -> int:
    """How many others with its title come before what a cell names (see :func:`marked_again`)."""
    text = _unbroken(value)
    return len(text) - len(text.rstrip("\n"))


def _one_blank(run: re.Match[str]) -> str:
    """What stands for a run of blanks: a wide or a non-breaking one that stands alone is meant."""
    return run[0] if run[0] in _MEANT else " "


def _unmarked(run: re.Match[str]) -> str:
    doubles, single = divmod(len(run[0]), 2)
    return BREAK * doubles + "\n" * single


def nothing(text: str) -> bool:
    """Whether a cell says that there is nothing (``-``, ``无``)."""
    return not text or plain(text) in NONE_WORDS


def _no_word(text: str) -> bool:
    return plain(text.lstrip("'")) in NONE_WORDS


def said(value: Value) -> str:
    """A cell's text, empty where it says that there is nothing; what :func:`written` marked is a text."""
    return _said(value, text_of(value))


def said_line(value: Value) -> str:
    """The same on one line."""
    return _said(value, line_of(value))


def _said(value: Value, text: str) -> str:
    marked = isinstance(value, str) and value[:1] == "'"
    return "" if nothing(text) and not marked else text


def parse_price(value: Value) -> int | None:
    """An amount in fen, or None for an empty cell. Raises UserError ``money.unreadable`` / ``money.below_fen``."""
    text = unicodedata.normalize("NFKC", text_of(value))
    if nothing(text):
        return None
    fen = parse_yuan(text.removesuffix("起").strip())
    if fen < 0:
        raise UserError("money.unreadable", value=text)
    return fen


def parse_count(value: Value) -> int | None:
    """A number of pieces, or None for an empty cell or 不限. Raises UserError ``sheet.count_unreadable``."""
    text = plain(text_of(value)).replace(",", "")
    if nothing(text) or text in _UNLIMITED:
        return None
    found = _COUNT.match(text)
    if not found or len(text) > 15:
        raise UserError("sheet.count_unreadable", value=text_of(value))
    number = float(found[1]) * (10_000 if found[2] else 1)
    if not number.is_integer():
        raise UserError("sheet.count_unreadable", value=text_of(value))
    return int(number)


def parse_limit(value: Value) -> int | None:
    """A purchase limit (``2``, ``限购2件``, ``每人限2件``), or None. Raises UserError
    ``sheet.count_unreadable``."""
    text = plain(text_of(value))
    if nothing(text) or text in _UNLIMITED:
        return None
    found = _FIRST_NUMBER.findall(text)
    if len(found) != 1 or len(found[0]) > 9:
        raise UserError("sheet.count_unreadable", value=text_of(value))
    return int(found[0])
