"""Where a row of reading text may end: what Qt's own line breaking leaves to be wished.

Qt knows words, numbers, emoji and most marks (UAX #14). By the rules of Chinese typesetting (CLREQ, prohibition at
line start and end) a row further never begins with a middle dot, a wave dash, a per cent or degree sign, nor with a
closing mark after a space, and never ends with a sign of money; a sum stays with its 元. A word wider than a row is
torn between its parts where it has any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder

NOT_FIRST = frozenset("，。、．；：！？…～·‧・）〕］｝〉》」』】〗”’％‰℃°,.;:!?)]}%")
NOT_LAST = frozenset("（〔［｛〈《「『【〖“‘([{¥￥$＄€£")
OF_A_FIGURE = frozenset("元块折万")
_WHOLE = re.compile(r"[¥￥$＄€£]?\d+(?:[.,:/-]\d+)*(?:[%％‰℃°]|[A-Za-z]+)?|[A-Za-z]+(?:['’.-][A-Za-z]+)*\d*")
_Kind = QTextBoundaryFinder.BoundaryType


def units(text: str) -> int:
    """How many UTF-16 units a text is: Qt counts them, the feed counts characters."""
    return len(text) + sum(character > "\uffff" for character in text)


def characters(text: str, count: int) -> int:
    """How many characters the first ``count`` UTF-16 units of a text are."""
    if text.isascii() or max(text) <= "\uffff":
        return count
    return len(text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore"))


def may_part(text: str, at: int) -> bool:
    """Whether the marks on both sides let a row end before the character at ``at``, spaces between them or not."""
    last = at - 1
    while last >= 0 and text[last].isspace():
        last -= 1
    if last < 0 or (text[at] in OF_A_FIGURE and text[last].isdecimal()):
        return False
    return text[at] not in NOT_FIRST and text[last] not in NOT_LAST


class Breaks:
    """The places of one text at which its rows may end, in characters."""

    def __init__(self, text: str) -> None:
        self._text = text
        # Without characters of two units both counts are one, and a long line needs no counting.
        self._flat = not text or max(text) <= "\uffff"
        self._lines: QTextBoundaryFinder | None = None

    def unit(self, at: int) -> int:
        """The UTF-16 unit at which a character begins."""
        return at if self._flat else units(self._text[:at])

    def character(self, unit: int) -> int:
        """The character that begins at a UTF-16 unit."""
        return unit if self._flat else characters(self._text, unit)

    def end_of(self, start: int, end: int) -> int:
        """Where a row ends that begins at ``start`` and has room up to ``end``: there, or at the last good place
        before. ``end`` where there is none."""
        text = self._text
        if end >= len(text):
            return end
        if self._lines is None:
            self._lines = QTextBoundaryFinder(_Kind.Line, text)
        place = next(self._back(self._lines, start, end), None)
        if place is not None:
            return place
        inner = {at for found in _WHOLE.finditer(text, start) for at in range(found.start() + 1, found.end())}
        parts = self._back(QTextBoundaryFinder(_Kind.Grapheme, text), start, end)
        return next((at for at in parts if at not in inner), end)

    def _back(self, finder: QTextBoundaryFinder, start: int, end: int) -> Iterator[int]:
        text = self._text
        at = self.unit(end)
        finder.setPosition(at)
        if not finder.isAtBoundary():
            at = finder.toPreviousBoundary()
        while at >= 0 and (place := self.character(at)) > start:
            if may_part(text, place):
                yield place
            at = finder.toPreviousBoundary()
