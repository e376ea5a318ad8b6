"""What a segment shows and hides in its scene (画面元素), as a cell: ``显示 价签贴片；隐藏 水印``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from livedesk.domain.rundown import ItemWish
from livedesk.services.sheets.lists import POINTS, join_list, split_list

_SHOW, _HIDE = "显示", "隐藏"
_SAID = re.compile(
    r"^(?P<what>显示|隐藏|打开|关闭|show|hide)(?:\s+|[:：])(?P<source>.+)$", re.IGNORECASE | re.DOTALL
)
_HIDES = frozenset({"隐藏", "关闭", "hide"})


def parse_items(text: str) -> tuple[ItemWish, ...]:
    """The wishes of a cell; a source without a word before it is shown."""
    wishes = []
    for part in split_list(text, POINTS):
        found = _SAID.match(part)
        source = found["source"].strip() if found else part
        wishes.append(ItemWish(source, shown=not found or found["what"].lower() not in _HIDES))
    return tuple(wishes)


def items_text(items: Iterable[ItemWish]) -> str:
    """Write wishes so that :func:`parse_items` reads them back."""
    return join_list((f"{_SHOW if item.shown else _HIDE} {item.source}" for item in items), POINTS)
