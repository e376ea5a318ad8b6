"""The order of rows that two people moved, added and removed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence


def woven(
    old: Sequence[str], there: Sequence[str], here: Sequence[str], kept: Collection[str], named: frozenset[str]
) -> tuple[tuple[str, ...], frozenset[str]]:
    """The order of the rows ``kept``, and which of them I moved.

    ``there`` is their order and ``here`` mine, both made of ``old``. What I moved or added stands behind the row
    that it stands behind here; all else stands as it does there. ``named`` are the rows that I am known to have
    moved: of two that changed places either could be meant.
    """
    in_here, in_old, in_there = set(here), set(old), set(there)
    moved = _moved([one for one in old if one in in_here], [one for one in here if one in in_old], named)
    moved = frozenset(one for one in moved if one in in_there and one in kept)
    stays = [one for one in there if one in kept and one not in moved]
    standing = set(stays)
    behind: dict[str, list[str]] = {}
    anchor = ""
    for one in here:
        if one in standing:
            anchor = one
        elif one in kept:
            behind.setdefault(anchor, []).append(one)
    order = list(behind.get("", ()))
    for one in stays:
        order.append(one)
        order += behind.get(one, ())
    return tuple(order), moved


def _moved(before: Sequence[str], after: Sequence[str], named: frozenset[str]) -> frozenset[str]:
    """Which rows have to move to get from one order of them to the other."""
    if before == after:
        return frozenset()
    if [one for one in before if one not in named] == [one for one in after if one not in named]:
        return named
    place = {one: at for at, one in enumerate(before)}
    stays = _ascending([place[one] for one in after])
    return frozenset(one for one in before if place[one] not in stays)


def _ascending(numbers: Sequence[int]) -> frozenset[int]:
    """A longest ascending run of different numbers. Source: patience sorting, O(n log n)."""
    tails: list[int] = []
    under: dict[int, int | None] = {}
    for one in numbers:
        pile = bisect_left(tails, one)
        under[one] = tails[pile - 1] if pile else None
        tails[pile : pile + 1] = [one]
    found: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = under[last]
    return frozenset(found)
