"""Keeping a place in a text while the text changes under it. Pure."""

from __future__ import annotations


def map_offset(old: str, new: str, offset: int) -> int:
    """Where the character at ``offset`` of ``old`` stands in ``new``: what both begin or end with stays itself; a
    place inside the changed stretch goes to the same share of the new stretch."""
    if old == new:
        return offset
    shortest = min(len(old), len(new))
    head = 0
    while head < shortest and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if offset <= head:
        return min(offset, len(new))
    if offset >= len(old) - tail:
        return offset + len(new) - len(old)
    was, now = len(old) - tail - head, len(new) - tail - head
    return head + (offset - head) * now // was
