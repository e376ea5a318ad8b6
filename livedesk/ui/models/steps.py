"""How one order of keys becomes another: the smallest removes, moves and inserts, for models that never reset."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remove:
    """Rows ``first`` … ``first + count - 1`` go."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Move:
    """The row at ``source`` goes to ``target``, counted in the list without it."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Insert:
    """Rows ``first`` … ``first + count - 1`` of the new list come in at the same place."""

    first: int
    count: int


Step = Remove | Move | Insert


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Step]:
    """The steps from ``old`` to ``new``, each told for the list as the steps before have left it. Keys are
    unique within a list. Whatever can stay where it is stays (longest increasing subsequence)."""
    if list(old) == list(new):
        return []
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    was = list(old[head : len(old) - tail])
    will = list(new[head : len(new) - tail])
    found: list[Step] = []
    kept_keys = set(will)
    for first, count in reversed(_runs([key not in kept_keys for key in was])):
        found.append(Remove(head + first, count))
        del was[first : first + count]
    known = set(was)
    found += _moves(was, [key for key in will if key in known], head)
    for first, count in _runs([key not in known for key in will]):
        found.append(Insert(head + first, count))
    return found


def _common(one: Sequence[Hashable], two: Sequence[Hashable]) -> int:
    length = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        length += 1
    return length


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """The stretches of True as (first, count), in order."""
    found: list[tuple[int, int]] = []
    for index, flag in enumerate(flags):
        if not flag:
            continue
        if found and sum(found[-1]) == index:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((index, 1))
    return found


def _moves(order: list[Hashable], wanted: list[Hashable], head: int) -> list[Step]:
    """Moves that put ``order`` (changed in place) into the ``wanted`` order of the same keys."""
    if order == wanted:
        return []
    place = {key: index for index, key in enumerate(order)}
    staying = {wanted[index] for index in _longest_rise([place[key] for key in wanted])}
    found: list[Step] = []
    before: Hashable | None = None
    for position, key in enumerate(wanted):
        if key not in staying:
            source = order.index(key)
            order.pop(source)
            target = order.index(before) + 1 if position else 0
            order.insert(target, key)
            if source != target:
                found.append(Move(head + source, head + target))
        before = key
    return found


def _longest_rise(values: Sequence[int]) -> list[int]:
    """The indices of a longest strictly rising subsequence."""
    ends: list[int] = []
    heads: list[int] = []
    links: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(ends, value)
        links.append(heads[at - 1] if at else -1)
        if at == len(ends):
            ends.append(value)
            heads.append(index)
        else:
            ends[at], heads[at] = value, index
    path: list[int] = []
    index = heads[-1] if heads else -1
    while index >= 0:
        path.append(index)
        index = links[index]
    return path[::-1]
