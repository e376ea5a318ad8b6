"""How long a line may be for a regular expression to be matched against it in no time.

Python's matcher tries every way to share a text among repeats: two repeats of anything take the square of a line's
length, a repeat within a repeat its power. What could take long is refused before it is tried; nothing can stop
it once it runs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from livedesk.domain.errors import UserError

LONGEST_PATTERN = 200
_LENGTHS = (100_000, 10_000, 800, 200)
"""The longest line by how many repeats of anything a pattern has."""
_FEW = 16
"""A repeat of at most so many times is no repeat here."""
_BRACES = re.compile(r"\{(\d*)(,?)(\d*)\}")
_ANYTHING = frozenset("wWSD123456789")


@dataclass(slots=True)
class _Atom:
    """What a repeat is put on. ``open`` tells that it matches of itself in more than one way."""

    wide: bool = False
    open: bool = False


def longest_line(pattern: str) -> int:
    """The longest line (characters) for a pattern that compiles.
    Raises UserError ``find.slow_pattern`` where a repeat stands in a repeat, or there are too many."""
    slow = UserError("find.slow_pattern", pattern=pattern)
    if len(pattern) > LONGEST_PATTERN:
        raise slow
    groups: list[_Atom] = []
    atom = _Atom()
    repeats = at = 0
    while at < len(pattern):
        sign = pattern[at]
        times, width = _repeat(pattern, at)
        if width:
            if times > _FEW:
                if atom.open:
                    raise slow
                repeats += atom.wide
            if times > 1:
                for group in groups:
                    group.open = True
            atom = _Atom()
            at += width
            continue
        width = 1
        if sign == "\\":
            width = 2
            atom = _Atom(wide=pattern[at + 1 : at + 2] in _ANYTHING)
        elif sign == "[":
            width = _class_end(pattern, at) - at
            atom = _Atom(wide=width > 4)
        elif sign == "(":
            groups.append(_Atom(wide=True))
            if pattern.startswith("(?", at):
                width = 2
        elif sign == ")":
            atom = groups.pop() if groups else _Atom()
        elif sign == "|":
            for group in groups:
                group.open = True
        else:
            atom = _Atom(wide=sign == ".")
        at += width
    if repeats >= len(_LENGTHS):
        raise slow
    return _LENGTHS[repeats]


def _repeat(pattern: str, at: int) -> tuple[int, int]:
    """How often at most the sign at a place repeats what stands before it, and how long that sign is; width 0: it
    is none."""
    sign = pattern[at]
    if sign in "*+":
        times, width = 1_000, 1
    elif sign == "?":
        times, width = 1, 1
    elif sign == "{" and (found := _BRACES.match(pattern, at)) and (found[1] or found[3]):
        times = int(found[3]) if found[3] else 1_000 if found[2] else int(found[1])
        width = len(found[0])
    else:
        return 0, 0
    if pattern[at + width : at + width + 1] in ("?", "+"):
        width += 1
    return times, width


def _class_end(pattern: str, at: int) -> int:
    """The place after the bracket that closes a set of characters."""
    end = at + 1
    if pattern.startswith("^", end):
        end += 1
    if pattern.startswith("]", end):
        end += 1
    while end < len(pattern) and pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
    return min(end + 1, len(pattern))
