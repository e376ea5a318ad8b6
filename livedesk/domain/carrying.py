"""A sheet put into the terms of a show: the same ids for what is the same, and what the sheet says nothing of as the
show has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import count
from typing import TypeVar

from livedesk.domain.checklist import CheckItem
from livedesk.domain.editing import NewId
from livedesk.domain.let_stand import product_rule
from livedesk.domain.matching import Key, match, match_products, match_segments
from livedesk.domain.product import Product, Promotion
from livedesk.domain.rundown import ConsoleCue, Group, Segment, Show, Standby
from livedesk.domain.text import comparable

T = TypeVar("T")
N = TypeVar("N", ConsoleCue, Group, Standby, Promotion, CheckItem)
_KEPT = {"id", "approval"}
PLAN_WORDS = frozenset({"title", "scene", "mode", "duration_ms", "trigger", "owner", "script", "panic"})
"""The fields of a standby plan that every sheet with plans says something of."""


@dataclass(frozen=True, slots=True)
class Carries:
    """The fields that a sheet says something of: of the show, of its segments, of its products, of its standby plans
    where it has any."""

    show: frozenset[str]
    segment: frozenset[str]
    product: frozenset[str]
    standby: frozenset[str] = PLAN_WORDS


EVERYTHING = Carries(
    frozenset(field.name for field in fields(Show)) - _KEPT,
    frozenset(field.name for field in fields(Segment)) - {"id"},
    frozenset(field.name for field in fields(Product)) - {"id"},
    frozenset(field.name for field in fields(Standby)) - {"id"},
)
"""What a show's own file carries."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a show would be if it were the sheet: ``show``, with its own ids where the sheet has the same, which of its
    segments are new to it, and the ids of its segments by those of the sheet."""

    show: Show
    new: frozenset[str]
    ids: Mapping[str, str]


def fresh_ids(*shows: Show) -> NewId:
    """Ids that nothing in any of the shows has, nor what is let stand of a product that is gone."""
    used: set[str] = set()
    for show in shows:
        parts = (show.groups, show.segments, show.standbys, show.products, show.promotions, show.checklist)
        used |= {item.id for part in parts for item in part}
        used |= {cue.id for item in show.airable for cue in item.cues}
        rules = (product_rule(one.rule_id) for one in show.claim_overrides)
        used |= {about[1] for about in rules if about is not None}
    numbers = (f"n{number}" for number in count(1))

    def new_id() -> str:
        made = next(number for number in numbers if number not in used)
        used.add(made)
        return made

    return new_id


def carry(show: Show, sheet: Show, carries: Carries, new_id: NewId) -> Carried:
    """Put a sheet into a show's terms."""
    return _Carrier(show, sheet, carries, new_id).carried()


class _Carrier:
    def __init__(self, show: Show, sheet: Show, carries: Carries, new_id: NewId) -> None:
        self._show = show
        self._sheet = sheet
        self._same = show.id == sheet.id
        self._carries = carries
        self._new_id = new_id
        self._segment_ids = match_segments(show, sheet)
        self._mine = {segment.id: segment for segment in show.segments}
        self._new: set[str] = set()
        self._twins: dict[str, set[str]] = {}

    def carried(self) -> Carried:
        """The whole show."""
        show, sheet, says = self._show, self._sheet, self._carries.show
        products, sold = self._products()
        groups, homes = self._groups()
        segments = tuple(self._segment(item, sold, homes) for item in sheet.segments)
        standbys = self._standbys(sold) if "standbys" in says else show.standbys
        promotions = self._promotions(sold) if "promotions" in says else show.promotions
        values = {name: getattr(sheet, name) for name in says & _PLAIN}
        made = replace(
            show,
            **values,
            groups=groups,
            segments=segments,
            products=products,
            standbys=standbys,
            promotions=promotions,
            checklist=self._checks() if "checklist" in says else show.checklist,
        )
        ids = {item.id: self._segment_ids[item.id] for item in sheet.segments}
        return Carried(self._with_overrides(tied(made), sold), frozenset(self._new), ids)

    def _matched(self, here: Iterable[N], there: Iterable[N], *keys: Key[N]) -> dict[str, str]:
        """The ids here by those of the sheet: by id where it is of this very show, then by these keys."""
        steps: list[tuple[Key[N], Key[N]]] = [(_ident, _ident)] if self._same else []
        steps += [(key, key) for key in keys]
        return match(here, there, steps, _ident)

    def _products(self) -> tuple[tuple[Product, ...], dict[str, str]]:
        ids = match_products(self._show.products, self._sheet.products, same_show=self._same)
        mine = {product.id: product for product in self._show.products}
        made: dict[str, Product] = {}
        for product in self._sheet.products:
            if product.id in ids:
                before = mine[ids[product.id]]
                values = {name: getattr(product, name) for name in self._carries.product}
                if not product.image:
                    values.pop("image", None)
                changed: Product = replace(before, **values)
            else:
                ids[product.id] = self._new_id()
                changed = replace(product, id=ids[product.id])
            made[changed.id] = changed
        if "products" in self._carries.show:
            return tuple(made.values()), ids
        kept = tuple(made.pop(product.id, product) for product in self._show.products)
        return (*kept, *made.values()), ids

    def _groups(self) -> tuple[tuple[Group, ...], dict[str, str]]:
        ids = self._matched(self._show.groups, self._sheet.groups, _titled)
        homes = {group.id: ids.get(group.id) or self._new_id() for group in self._sheet.groups} | {"": ""}
        if "group_id" not in self._carries.segment:
            return self._show.groups, homes
        made = [replace(group, id=homes[group.id]) for group in self._sheet.groups]
        # By ids a sheet says of every group whether it is there.
        return (tuple(made) if self._same else self._with_twins(made)), homes

    def _with_twins(self, made: list[Group]) -> tuple[Group, ...]:
        """The groups of the sheet, and those of the show that bear the title of one of them: titles are all that a
        sheet knows groups by, so several of one title come back as the first. Each stands behind what it stood
        behind."""
        times = Counter(map(_titled, made))
        have = {group.id: group for group in made}
        first = {
            _titled(group): group.id
            for group in self._show.groups
            if group.id in have and times[_titled(have[group.id])] == 1
        }
        above = 0
        for group in self._show.groups:
            if group.id in have:
                above = made.index(have[group.id]) + 1
            elif _titled(group) in first:
                self._twins.setdefault(first[_titled(group)], set()).add(group.id)
                made.insert(above, group)
                above += 1
        return tuple(made)

    def _segment(self, item: Segment, sold: Mapping[str, str], homes: Mapping[str, str]) -> Segment:
        here = replace(
            item,
            product_ids=tuple(dict.fromkeys(sold[one] for one in item.product_ids if one in sold)),
            group_id=homes.get(item.group_id, ""),
        )
        before = self._mine.get(self._segment_ids.get(item.id, ""))
        if before is None:
            made = self._new_id()
            self._new.add(made)
            self._segment_ids[item.id] = made
            cues = tuple(replace(cue, id=self._new_id()) for cue in item.cues)
            group = here.group_id if "group_id" in self._carries.segment else ""
            return replace(here, id=made, cues=cues, group_id=group)
        values = {name: getattr(here, name) for name in self._carries.segment}
        if before.group_id in self._twins.get(here.group_id, ()):
            values["group_id"] = before.group_id
        if "cues" in values:
            values["cues"] = self._cues(before.cues, here.cues)
        return replace(before, **values)

    def _cues(self, before: tuple[ConsoleCue, ...], after: tuple[ConsoleCue, ...]) -> tuple[ConsoleCue, ...]:
        def same(cue: ConsoleCue) -> tuple[object, ...]:
            return cue.action, cue.text, cue.offset_ms

        ids = self._matched(before, after, same, lambda cue: cue.action)
        return tuple(replace(cue, id=ids.get(cue.id) or self._new_id()) for cue in after)

    def _standbys(self, sold: Mapping[str, str]) -> tuple[Standby, ...]:
        def titled(plan: Standby) -> str:
            return comparable(plan.title) or plan.title

        ids = self._matched(self._show.standbys, self._sheet.standbys, titled)
        for plan in self._sheet.standbys:
            self._segment_ids[plan.id] = ids.get(plan.id) or self._new_id()
        mine = {plan.id: plan for plan in self._show.standbys}
        return tuple(
            self._standby(mine.get(self._segment_ids[plan.id]), plan, sold) for plan in self._sheet.standbys
        )

    def _standby(self, before: Standby | None, plan: Standby, sold: Mapping[str, str]) -> Standby:
        cues = self._cues(() if before is None else before.cues, plan.cues)
        here = replace(plan, product_id=sold.get(plan.product_id, ""), cues=cues)
        if before is None:
            return replace(here, id=self._segment_ids[plan.id])
        values = {name: getattr(here, name) for name in self._carries.standby}
        return replace(before, **values)

    def _promotions(self, sold: Mapping[str, str]) -> tuple[Promotion, ...]:
        def called(one: Promotion) -> tuple[object, ...]:
            return comparable(one.title) or one.title, one.kind

        ids = self._matched(self._show.promotions, self._sheet.promotions, called)
        return tuple(
            replace(
                one,
                id=ids.get(one.id) or self._new_id(),
                segment_id=self._segment_ids.get(one.segment_id, ""),
                product_id=sold.get(one.product_id, ""),
            )
            for one in self._sheet.promotions
        )

    def _checks(self) -> tuple[CheckItem, ...]:
        def called(one: CheckItem) -> tuple[object, ...]:
            return comparable(one.title) or one.title, one.group

        ids = self._matched(self._show.checklist, self._sheet.checklist, called)
        return tuple(replace(one, id=ids.get(one.id) or self._new_id()) for one in self._sheet.checklist)

    def _with_overrides(self, made: Show, sold: Mapping[str, str]) -> Show:
        if "claim_overrides" not in self._carries.show:
            return made
        overrides = []
        for one in self._sheet.claim_overrides:
            about = product_rule(one.rule_id)
            if one.item_id not in self._segment_ids or (about is not None and about[1] not in sold):
                continue
            rule = one.rule_id if about is None else about[0] + sold[about[1]]
            overrides.append(replace(one, item_id=self._segment_ids[one.item_id], rule_id=rule))
        return tied(replace(made, claim_overrides=tuple(overrides)))


def _titled(group: Group) -> str:
    return comparable(group.title) or group.title


def _ident(one: N) -> str:
    return one.id


_PLAIN = frozenset({"title", "zone", "planned_start", "hard_end", "host", "platform", "room"})


def tied(show: Show) -> Show:
    """The show without what leads nowhere: overrides of items that are gone go, promotions of segments or products
    that are gone stay without them, segments of products or groups and plans of products likewise."""
    segments = {item.id for item in show.segments}
    items = segments | {plan.id for plan in show.standbys}
    products = {product.id for product in show.products}
    groups = {group.id for group in show.groups} | {""}
    return replace(
        show,
        segments=tuple(_each(show.segments, lambda item: _tied_segment(item, products, groups))),
        standbys=tuple(
            _each(
                show.standbys,
                lambda plan: replace(plan, product_id=plan.product_id if plan.product_id in products else ""),
            )
        ),
        promotions=tuple(
            _each(
                show.promotions,
                lambda one: replace(
                    one,
                    segment_id=one.segment_id if one.segment_id in segments else "",
                    product_id=one.product_id if one.product_id in products else "",
                ),
            )
        ),
        claim_overrides=tuple(one for one in show.claim_overrides if one.item_id in items),
    )


def _tied_segment(item: Segment, products: set[str], groups: set[str]) -> Segment:
    if item.group_id in groups and products.issuperset(item.product_ids):
        return item
    kept = tuple(one for one in item.product_ids if one in products)
    return replace(item, product_ids=kept, group_id=item.group_id if item.group_id in groups else "")


def _each(items: tuple[T, ...], change: Callable[[T], T]) -> Iterator[T]:
    """Every item changed, the same object where nothing changes."""
    for item in items:
        changed = change(item)
        yield item if changed == item else changed
