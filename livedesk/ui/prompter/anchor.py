"""Keeping a place in a text while the text changes under it. Pure."""

from __future__ import annotations

from difflib import SequenceMatcher

# Beyond this many characters between the first and the last change, a share of the way is near enough.
CLOSE_LOOK = 2_000


def map_offset(old: str, new: str, offset: int) -> int:
    """Where the character at ``offset`` of ``old`` stands in ``new``. What both texts have in common stays itself;
    a place in what was changed goes to the beginning of what stands there now."""
    if old == new:
        return offset
    shortest = min(len(old), len(new))
    head = 0
    while head < shortest and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if offset < head:
        return offset
    if offset >= len(old) - tail:
        return offset + len(new) - len(old)
    was, now = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(was) > CLOSE_LOOK or len(now) > CLOSE_LOOK:
        return head + (offset - head) * len(now) // len(was)
    at = head
    for match in SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks():
        if offset - head < match.a:
            break
        at = head + match.b + min(offset - head - match.a, match.size)
    return at
