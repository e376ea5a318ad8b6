"""Which rows of a sheet are which rows of a show: by what names them for certain first, by likeness last and only
where nothing else is alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from livedesk.domain.product import Product
from livedesk.domain.rundown import Segment, Show
from livedesk.domain.text import comparable

T = TypeVar("T")
Key = Callable[[T], Hashable | None]
ALIKE = 0.6
"""How much of two titles must be the same (difflib's ratio)."""
_MOST_PAIRS = 40_000


def match_segments(show: Show, sheet: Show) -> dict[str, str]:
    """The id in ``show`` for each segment of ``sheet`` that it has, by the sheet's ids.

    Ids count where the sheet is a file of this very show; then fixed numbers, title with kind (and with group and
    products first), the title alone, each in order; at last the only title that is like it.
    """
    here, there = _Names(show), _Names(sheet)
    numbers = _once(show.segments) & _once(sheet.segments)
    steps: list[tuple[Key[Segment], Key[Segment]]] = []
    if show.id == sheet.id:
        steps.append((lambda item: item.id, lambda item: item.id))
    steps += [
        (lambda item: item.number if item.number in numbers else None,) * 2,
        (here.full, there.full),
        (lambda item: (comparable(item.title), item.kind),) * 2,
        (lambda item: comparable(item.title) or None,) * 2,
    ]
    found = match(show.segments, sheet.segments, steps, lambda item: item.id)
    taken = set(found.values())
    _by_likeness(
        [item for item in show.segments if item.id not in taken],
        [item for item in sheet.segments if item.id not in found],
        found,
    )
    return found


def match_products(here: Sequence[Product], there: Sequence[Product], *, same_show: bool) -> dict[str, str]:
    """The id in ``here`` for each product of ``there``: by the platform's id, by link and name, by name, brand and
    specification, by the name alone."""
    steps: list[tuple[Key[Product], Key[Product]]] = []
    if same_show:
        steps.append((lambda item: item.id, lambda item: item.id))
    steps += [
        (lambda item: item.platform_ids or None,) * 2,
        (lambda item: None if item.link is None else (item.link, comparable(item.name)),) * 2,
        (lambda item: (comparable(item.name), comparable(item.brand), comparable(item.spec)),) * 2,
        (lambda item: comparable(item.name) or None,) * 2,
    ]
    return match(here, there, steps, lambda item: item.id)


def match(
    here: Iterable[T],
    there: Iterable[T],
    steps: Iterable[tuple[Key[T], Key[T]]],
    ident: Callable[[T], str],
) -> dict[str, str]:
    """The ids of ``here`` by those of ``there``: what has the same key is the same, in order; each step looks at what
    the steps before have left. A key of None matches nothing."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    mine, theirs = list(here), list(there)
    for key_here, key_there in steps:
        free: dict[Hashable, list[str]] = {}
        for item in mine:
            key = key_here(item)
            if ident(item) not in taken and key is not None:
                free.setdefault(key, []).append(ident(item))
        for item in theirs:
            key = key_there(item)
            if ident(item) not in found and key is not None and free.get(key):
                found[ident(item)] = free[key].pop(0)
                taken.add(found[ident(item)])
    return found


class _Names:
    """What a segment is called together with its group and its products."""

    def __init__(self, show: Show) -> None:
        self._groups: Mapping[str, str] = {group.id: group.title for group in show.groups}
        self._products: Mapping[str, str] = {product.id: comparable(product.name) for product in show.products}

    def full(self, item: Segment) -> Hashable:
        """Title, kind, group and products."""
        sold = tuple(self._products.get(one, "") for one in item.product_ids)
        return comparable(item.title), item.kind, self._groups.get(item.group_id, ""), sold


def _once(segments: Sequence[Segment]) -> set[str]:
    """The fixed numbers that stand once."""
    seen: dict[str, int] = {}
    for item in segments:
        seen[item.number] = seen.get(item.number, 0) + 1
    return {number for number, times in seen.items() if number and times == 1}


def _by_likeness(here: Sequence[Segment], there: Sequence[Segment], found: dict[str, str]) -> None:
    """Add pairs that are like each other, and like no other that is left."""
    if len(here) * len(there) > _MOST_PAIRS:
        return
    mine = [(item.id, title) for item in here if (title := comparable(item.title))]
    alike = []
    for item in there:
        if not (theirs := comparable(item.title)):
            continue
        # What is held against many is the second: difflib keeps its figures.
        matcher = SequenceMatcher(None, "", theirs, autojunk=False)
        alike += [(one, item.id) for one, title in mine if _like(matcher, title)]
    times_here = Counter(mine_id for mine_id, _ in alike)
    times_there = Counter(theirs_id for _, theirs_id in alike)
    for mine_id, theirs_id in alike:
        if times_here[mine_id] == times_there[theirs_id] == 1:
            found[theirs_id] = mine_id


def _like(matcher: SequenceMatcher[str], title: str) -> bool:
    matcher.set_seq1(title)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
