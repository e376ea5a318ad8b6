"""How a cell names a product or a segment: by name, by number, or by both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from livedesk.domain.product import Product
from livedesk.domain.rundown import Group, Segment, Standby
from livedesk.services.sheets.cues import link_number
from livedesk.services.sheets.values import Value, line_of, marked_again, one_line, times_marked
from livedesk.services.sheets.words import plain

_PLAN = re.compile(r"^预案\s*(\d{1,4})(?:\s.*)?$", re.DOTALL)
_PLACE = re.compile(r"^第\s*(\d{1,5})\s*款(?:\s+(.*))?$", re.DOTALL)
_LED_BY_NUMBER = re.compile(r"^0*(\d{1,5})\s*[、.．·:：\-]?\s*(.*)$")


class ProductIndex:
    """The products of a show, each with its place, its id and its name. Where several have one name, specification
    and brand tell them apart, else the place in the list."""

    def __init__(self) -> None:
        self.products: list[Product] = []
        self._names: dict[str, int] = {}
        self._links: dict[int, int] = {}

    def add(self, product: Product) -> Product:
        """Add a product under the next id; the first with a name or a link number keeps it."""
        at = len(self.products)
        kept = replace(product, id=f"p{at + 1:02d}")
        self.products.append(kept)
        for name in (kept.name, f"{kept.name}{kept.spec}", f"{kept.brand}{kept.name}"):
            self._names.setdefault(plain(name), at)
        if kept.link is not None:
            self._links.setdefault(kept.link, at)
        return kept

    def named(self, text: str) -> Product | None:
        """The product that has just this name, or None."""
        at = self._names.get(plain(text))
        return None if at is None else self.products[at]

    def linked(self, link: int) -> Product | None:
        """The product with this link number, or None."""
        at = self._links.get(link)
        return None if at is None else self.products[at]

    def known(self, text: str) -> Product | None:
        """The product that a text names, by its name or by its link number, or None."""
        if (product := self.named(text)) is not None:
            return product
        if (product := self._placed(text)) is not None:
            return product
        link, rest = link_number(text)
        if link is None:
            return None
        return (self.named(rest) if rest else None) or self.linked(link)

    def _placed(self, text: str) -> Product | None:
        """The product at a place of the list: ``第2款 修护霜``, ``第2款``; None where another one stands there."""
        found = _PLACE.match(text.strip())
        at = int(found[1]) - 1 if found else -1
        if found is None or not 0 <= at < len(self.products):
            return None
        there = self.products[at]
        return there if not found[2] or plain(found[2]) == plain(there.name) else None


def group_references(groups: Iterable[Group]) -> dict[str, str]:
    """How a sheet names each group, by its id: by its title, with a mark behind it for each before it of that title
    (``讲品``, ``讲品 ↵``)."""
    seen: Counter[str] = Counter()
    references = {}
    for group in groups:
        title = one_line(group.title.strip())
        references[group.id] = marked_again(title, seen[line_of(title)])
        seen[line_of(title)] += bool(line_of(title))
    return references


def group_key(value: Value) -> str:
    """What tells a group that a cell names from the others: its title, with a break behind it for each before it of
    that title. No title ends in a break."""
    title = line_of(value)
    return title + "\n" * times_marked(value) if title else ""


def group_title(key: str) -> str:
    """The title of a group by its key."""
    return key.rstrip("\n")


class SegmentIndex:
    """Finds a segment by its title or by its number on the sheet."""

    def __init__(self, segments: Sequence[Segment], numbers: Mapping[str, str]) -> None:
        self._by_title: dict[str, list[str]] = {}
        for segment in segments:
            self._by_title.setdefault(plain(segment.title), []).append(segment.id)
        self._numbers = {str(at): segment.id for at, segment in enumerate(segments, 1)}
        self._numbers.update(numbers)

    def find(self, text: str) -> str | None:
        """The id of the segment that a text names: by its title (``限时秒杀``), its number (``5``), or both
        (``5 限时秒杀``: where its row was moved meanwhile the title tells, where it was renamed the number); None
        where it names none, or more than one."""
        named = self._by_title.get(plain(text), [])
        if len(named) == 1:
            return named[0]
        found = _LED_BY_NUMBER.match(text.strip())
        numbered = self._numbers.get(found[1]) if found else None
        titled = self._by_title.get(plain(found[2]), []) if found and found[2] else []
        if not titled or numbered in titled:
            return numbered
        return titled[0] if len(titled) == 1 else None


def segment_references(segments: Sequence[Segment]) -> dict[str, str]:
    """How a sheet names each segment so that :meth:`SegmentIndex.find` finds it, also after its row was moved or
    renamed there: by number and title, else by its number."""
    index = SegmentIndex(segments, {})
    references = {}
    for number, segment in enumerate(segments, 1):
        choices = (f"{number} {segment.title}", str(number))
        found = (text for text in choices if not _PLAN.match(text) and index.find(text) == segment.id)
        references[segment.id] = next(found, str(number))
    return references


def plan_references(plans: Sequence[Standby]) -> dict[str, str]:
    """How a sheet names each standby plan beside segments: ``预案 2 断流``."""
    return {plan.id: f"预案 {number} {plan.title}" for number, plan in enumerate(plans, 1)}


def find_item(text: str, segments: SegmentIndex, plans: Sequence[Standby]) -> str | None:
    """The id of the segment or standby plan that a cell names, or None."""
    found = _PLAN.match(text.strip())
    if found:
        at = int(found[1]) - 1
        return plans[at].id if 0 <= at < len(plans) else None
    return segments.find(text)
