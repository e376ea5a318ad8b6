"""Segments taken along with everything they need, or standby plans, to another place of a show or to another show:
copies, templates."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from livedesk.domain.claims import ClaimOverride, stands
from livedesk.domain.clock import WallTime, wall_to_ms
from livedesk.domain.editing import NewId, copy_of, copy_of_plan, insert, joined
from livedesk.domain.edits import Batch, ChangeShow, Edit, Put, PutSegments
from livedesk.domain.errors import UserError
from livedesk.domain.file_name import lengthened
from livedesk.domain.folding import plain
from livedesk.domain.let_stand import gift_rule, of_price, priced_anew, product_rule
from livedesk.domain.numbering import between, place_number
from livedesk.domain.product import Product, Promotion
from livedesk.domain.rundown import EndMode, Group, Segment, Show, Standby
from livedesk.domain.text import comparable


@dataclass(frozen=True, slots=True)
class LetStand:
    """A wording that is let stand in a segment or standby plan, and its place among those of its show."""

    place: int
    override: ClaimOverride


@dataclass(frozen=True, slots=True)
class Clipping:
    """Segments in order, the groups they stand in, the products they sell and the promotions that begin with them;
    beside them, or alone, ``standbys``; and what is let stand in them.
    ``show_id`` is where they are from, ``planned_start`` when that show starts (None: not known). ``whole``: the
    groups go along and are made anew where they are put. ``cut``: they were taken out of their show.
    ``read``: rows that were just read for this show; what they fix is meant for it."""

    show_id: str
    segments: tuple[Segment, ...]
    groups: tuple[Group, ...] = ()
    products: tuple[Product, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    whole: bool = False
    planned_start: WallTime | None = None
    cut: bool = False
    let_stand: tuple[LetStand, ...] = ()
    read: bool = False
    standbys: tuple[Standby, ...] = ()


def clip(show: Show, segment_ids: Collection[str], *, whole: bool = False) -> Clipping:
    """What stands in a show under these ids: its segments, or where none of them is one its standby plans."""
    wanted = set(segment_ids)
    segments = tuple(item for item in show.segments if item.id in wanted)
    used = {item.group_id for item in segments}
    promotions = tuple(one for one in show.promotions if one.segment_id in wanted)
    standbys = () if segments else tuple(one for one in show.standbys if one.id in wanted)
    items: tuple[Segment | Standby, ...] = (*segments, *standbys)
    sold = {one for item in items for one in item.product_ids} | {one.product_id for one in promotions}
    stand = (LetStand(at, one) for at, one in enumerate(show.claim_overrides) if one.item_id in wanted)
    return Clipping(
        show.id,
        segments,
        tuple(group for group in show.groups if group.id in used),
        tuple(product for product in show.products if product.id in sold),
        promotions,
        whole,
        show.planned_start,
        let_stand=tuple(stand),
        standbys=standbys,
    )


def taken_out(clipping: Clipping) -> Clipping:
    """The clipping of what is about to be removed from its show: put back into it, it is the same again."""
    return replace(clipping, cut=True)


def paste(
    show: Show, clipping: Clipping, index: int, group_id: str, new_id: NewId
) -> tuple[Edit | None, tuple[str, ...]]:
    """The edit that puts a clipping at ``index``, and the ids that its segments will have.

    The copies stand in ``group_id``, or in new groups where the clipping brings its own. A product that the show
    has already (the same one, or one of the same name, brand and specification) is used; others are added. Hard
    starts stay behind: they belong to the evening they were planned for. A time that is counted to keeps its distance
    from the show's start. What is let stand of their words is let stand in the copies, see :func:`_stand_along`. What
    was cut out of this show and is not in it is put back as it was, at its new place.
    """
    if not clipping.segments:
        return None, ()
    if clipping.cut and clipping.show_id == show.id and not _any_there(show, clipping):
        return _put_back(show, clipping, index, group_id, new_id)
    products, sold = _products(show, clipping, new_id)
    groups = {group.id: replace(group, id=new_id()) for group in clipping.groups} if clipping.whole else {}
    copies: dict[str, Segment] = {}
    for segment in clipping.segments:
        made = _settled(copy_of(segment, new_id), segment, show, clipping)
        home = groups[segment.group_id].id if segment.group_id in groups else "" if clipping.whole else group_id
        kept = tuple(dict.fromkeys(sold[one] for one in made.product_ids if one in sold))
        copies[segment.id] = replace(made, group_id=home, product_ids=kept)
    segments = tuple(copies.values())
    promotions = tuple(
        replace(one, id=new_id(), segment_id=copies[one.segment_id].id, product_id=sold.get(one.product_id, ""))
        for one in clipping.promotions
        if one.segment_id in copies
    )
    values: dict[str, object] = {}
    if groups:
        values["groups"] = (*show.groups, *groups.values())
    if products:
        values["products"] = (*show.products, *products)
    if promotions:
        values["promotions"] = (*show.promotions, *promotions)
    there = replace(show, products=(*show.products, *products), promotions=(*show.promotions, *promotions))
    if along := _stand_along(there, clipping, copies, sold):
        values["claim_overrides"] = (*show.claim_overrides, *along)
    brought = ChangeShow(values) if values else None
    if clipping.read:
        numbered = [
            replace(made, number=one.number) for made, one in zip(segments, clipping.segments, strict=True)
        ]
        put: Edit | None = _put(show, numbered, index, _shown_beside(show, index, len(segments)), fill=True)
    else:
        put = insert(show, segments, index)
    return joined((brought, put)), tuple(item.id for item in segments)


def paste_standbys(
    show: Show, clipping: Clipping, behind_id: str, new_id: NewId
) -> tuple[Edit | None, tuple[str, ...]]:
    """The edit that puts the standby plans of a clipping behind another (no plan of the show: to the end), and the ids
    that they will have. One plan alone stands behind the panic key: the one that ``show`` has, else the first that
    comes marked. Their products and what is let stand go along as in :func:`paste`. What was cut out of this show and
    is not in it is put back with its id and let-stand wordings."""
    if not clipping.standbys:
        return None, ()
    there = {plan.id for plan in show.standbys}
    back = clipping.cut and clipping.show_id == show.id and there.isdisjoint(one.id for one in clipping.standbys)
    marked = any(plan.panic for plan in show.standbys)
    products, sold = _products(show, clipping, new_id)
    plans: list[Standby] = []
    for one in clipping.standbys:
        made = one if back else copy_of_plan(one, new_id)
        plans.append(replace(made, panic=one.panic and not marked, product_id=sold.get(one.product_id, "")))
        marked = marked or one.panic
    index = next((at for at, plan in enumerate(show.standbys, 1) if plan.id == behind_id), len(show.standbys))
    values: dict[str, object] = {"standbys": (*show.standbys[:index], *plans, *show.standbys[index:])}
    if products:
        values["products"] = (*show.products, *products)
    there_too = replace(show, products=(*show.products, *products))
    copies = {one.id: made for one, made in zip(clipping.standbys, plans, strict=True)}
    stand = (
        _stand_again(show, clipping, sold)
        if back
        else (*show.claim_overrides, *_stand_along(there_too, clipping, copies, sold))
    )
    if stand != show.claim_overrides:
        values["claim_overrides"] = stand
    return ChangeShow(values), tuple(plan.id for plan in plans)


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What did not come along: the titles of segments whose start was fixed, the fixed ``numbers``, and how many
    ``reasons`` of what is let stand; what was taken back since is none of them."""

    starts: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    reasons: int = 0


def left_behind(clipping: Clipping, before: Show, after: Show) -> LeftBehind:
    """What the segments or standby plans that came into a show do not have of those of the clipping."""
    there = {item.id for item in before.segments} | {plan.id for plan in before.standbys}
    made = [item for item in after.segments if item.id not in there]
    came = {item.id for item in made} | {plan.id for plan in after.standbys if plan.id not in there}
    # Segments that someone else's edit brought are no copies.
    pairs = tuple(zip(clipping.segments, made, strict=True)) if len(made) == len(clipping.segments) else ()
    wanted = {(one.item_id, one.rule_id, plain(one.words)) for one in _still(before, clipping)}
    stand = {(one.item_id, one.rule_id, plain(one.words)) for one in after.claim_overrides if one.item_id in came}
    return LeftBehind(
        tuple(one.title for one, now in pairs if one.hard_start is not None and now.hard_start is None),
        tuple(one.number for one, now in pairs if one.number and now.number != one.number),
        max(0, len(wanted) - len(stand)),
    )


def ends_lost(show: Show, clipping: Clipping) -> tuple[str, ...]:
    """The titles of the segments that count to a time which ``show`` cannot have: as copies they end by hand."""
    return tuple(
        segment.title
        for segment in clipping.segments
        if segment.count_to is not None and _counted(segment.count_to, show, clipping) is None
    )


def _any_there(show: Show, clipping: Clipping) -> bool:
    wanted = {segment.id for segment in clipping.segments}
    return any(segment.id in wanted for segment in show.segments)


def _put_back(
    show: Show, clipping: Clipping, index: int, group_id: str, new_id: NewId
) -> tuple[Edit, tuple[str, ...]]:
    """The segments themselves: ids, fixed starts and numbers stay, their promotions and let-stand wordings are theirs
    again. They go into ``group_id``; those of a whole group, and of several where they land in one, keep their own."""
    products, sold = _products(show, clipping, new_id)
    there = {group.id for group in show.groups}
    missing = tuple(group for group in clipping.groups if group.id not in there) if clipping.whole else ()
    own = clipping.whole or group_id in {segment.group_id for segment in clipping.segments}
    known = there | {group.id for group in missing}
    segments = [
        replace(
            segment,
            group_id=(segment.group_id if segment.group_id in known else "") if own else group_id,
            product_ids=tuple(sold[one] for one in segment.product_ids if one in sold),
        )
        for segment in clipping.segments
    ]
    ids = tuple(segment.id for segment in segments)
    homes = {one.id: one.segment_id for one in clipping.promotions}
    promotions = tuple(
        replace(one, segment_id=homes[one.id]) if one.id in homes and not one.segment_id else one
        for one in show.promotions
    )
    after = {
        "groups": (*show.groups, *missing),
        "products": (*show.products, *products),
        "promotions": promotions,
        "claim_overrides": _stand_again(show, clipping, sold),
    }
    values: dict[str, object] = {name: value for name, value in after.items() if value != getattr(show, name)}
    fixed = {segment.number for segment in show.segments}
    put = _put(show, segments, index, fixed, fill=False)
    return (Batch((ChangeShow(values), put)) if values else put), ids


def _stand_again(show: Show, clipping: Clipping, sold: Mapping[str, str]) -> tuple[ClaimOverride, ...]:
    """What is let stand in a show once what was cut out of it is back, with the ids that its products have now."""
    overrides = list(show.claim_overrides)
    for one in clipping.let_stand:
        override = replace(one.override, rule_id=_renamed(one.override.rule_id, sold))
        if override not in overrides:
            overrides.insert(one.place, override)
    return tuple(overrides)


def _renamed(rule_id: str, sold: Mapping[str, str]) -> str:
    about = product_rule(rule_id)
    return rule_id if about is None else about[0] + sold.get(about[1], about[1])


def _still(show: Show, clipping: Clipping) -> list[ClaimOverride]:
    """What of a clipping is let stand still, as its own show has it now. Nobody took back what went with its item, or
    with the product that it is about."""
    if clipping.show_id != show.id:
        return [kept.override for kept in clipping.let_stand]
    sold = _had(show, clipping)
    sells = {item.id: item.product_ids for item in show.airable}
    found: list[ClaimOverride | None] = []
    for kept in clipping.let_stand:
        one = kept.override
        rule = _renamed(one.rule_id, sold)
        about = product_rule(rule)
        gone = one.item_id not in sells or (about is not None and about[1] not in sells[one.item_id])
        found.append(one if gone else stands(show.claim_overrides, one.item_id, rule, one.words))
    return list(dict.fromkeys(one for one in found if one is not None))


def _stand_along(
    show: Show, clipping: Clipping, copies: Mapping[str, Segment | Standby], sold: Mapping[str, str]
) -> list[ClaimOverride]:
    """What is let stand in ``copies`` (by the ids of what they were made of) in a show that has their products and
    promotions. A wording is as it was. Of a price, or of a product, it was said for what the product was: in another
    show it goes along only where the products are the same there (of a gift also how many there are), of a standby plan
    without one never; and a price nowhere where it is compared with others."""
    own = clipping.show_id == show.id
    here = {product.id: product for product in show.products}
    gifts = {
        one.id for one in clipping.products if one.id in sold and one.gift_stock == here[sold[one.id]].gift_stock
    }
    same = {
        one.id: sold[one.id]
        for one in clipping.products
        if one.id in sold and (own or _goods(here[sold[one.id]]) == _goods(one))
    }
    items: tuple[Segment | Standby, ...] = (*clipping.segments, *clipping.standbys)
    sells = {item.id: item.product_ids for item in items}
    along = []
    for one in _still(show, clipping):
        if one.item_id not in copies:
            continue
        rule, about = one.rule_id, product_rule(one.rule_id)
        if about is not None:
            home = same.get(about[1], about[1] if own else "")
            counted = own or rule != gift_rule(about[1]) or about[1] in gifts
            rule = about[0] + home if home and counted else ""
        elif of_price(rule) is not None and not own:
            goods = sells.get(one.item_id, ())
            rule = rule if goods and same.keys() >= set(goods) else ""
        copy = copies[one.item_id]
        made = replace(one, item_id=copy.id, rule_id=rule)
        if rule and not priced_anew(made, copy, show.products, show.promotions):
            along.append(made)
    return along


def _goods(product: Product) -> Product:
    """A product without what is of the one show alone, such as how many there are left."""
    return replace(product, id="", link=None, image="", stock=None, gift_stock=None)


def _put(
    show: Show, segments: Sequence[Segment], index: int, taken: Collection[str], *, fill: bool
) -> PutSegments:
    """Put segments in with the fixed numbers they have. One that is ``taken``, or that comes twice, becomes a number in
    between; with ``fill`` so does none, where numbers are fixed."""
    own: list[str] = []
    for segment in segments:
        free = segment.number not in taken and segment.number not in own
        own.append(segment.number if free else "")
    spare = (one for one in between(show.segments, index, 2 * len(segments)) if not one or one not in own)
    puts = []
    for at, (segment, number) in enumerate(zip(segments, own, strict=True)):
        anew = not number and (fill or bool(segment.number))
        puts.append(Put(index + at, replace(segment, number=next(spare) if anew else number)))
    return PutSegments(tuple(puts))


def _shown_beside(show: Show, index: int, count: int) -> set[str]:
    """The numbers that the segments of a show will have once ``count`` others stand at ``index``."""
    places = (at if at <= index else at + count for at in range(1, len(show.segments) + 1))
    return {segment.number or place_number(at) for segment, at in zip(show.segments, places, strict=True)}


def _settled(made: Segment, origin: Segment, show: Show, clipping: Clipping) -> Segment:
    """A copy with the times that it may keep in ``show``."""
    if clipping.read:
        return replace(made, hard_start=origin.hard_start)
    if origin.count_to is None:
        return made
    count_to = _counted(origin.count_to, show, clipping)
    ends = EndMode.MANUAL if count_to is None and made.end_mode is EndMode.COUNT_TO else made.end_mode
    return replace(made, count_to=count_to, end_mode=ends)


def _counted(count_to: WallTime, show: Show, clipping: Clipping) -> WallTime | None:
    """A time that is counted to as ``show`` has it: as far from its start as where it is from; None where that is not
    known, or the show's zone has no such time."""
    if clipping.show_id == show.id:
        return count_to
    if clipping.planned_start is None:
        return None
    try:
        moved = WallTime(count_to.local + (show.planned_start.local - clipping.planned_start.local), count_to.fold)
        wall_to_ms(moved, show.zone)
    except (UserError, OverflowError):
        return None
    return moved


def apart(clipping: Clipping, new_id: NewId) -> tuple[Clipping, dict[str, str]]:
    """The clipping with names of their own for the pictures of its products, and those names by the ones that the
    pictures have where they are from: in another show they then stand in nobody's way."""
    images = dict.fromkeys(product.image for product in clipping.products if product.image)
    names = {image: lengthened(new_id(), PurePosixPath(image).suffix) for image in images}
    products = tuple(replace(product, image=names.get(product.image, "")) for product in clipping.products)
    return replace(clipping, products=products), names


def _products(show: Show, clipping: Clipping, new_id: NewId) -> tuple[list[Product], dict[str, str]]:
    """The products to add, and the id that each product of the clipping has in the show."""
    links = {product.link for product in show.products}
    added: list[Product] = []
    sold = _had(show, clipping)
    for product in clipping.products:
        if product.id not in sold:
            made = replace(product, id=new_id(), link=None if product.link in links else product.link)
            links.add(made.link)
            added.append(made)
            sold[product.id] = made.id
    return added, sold


def _had(show: Show, clipping: Clipping) -> dict[str, str]:
    """The ids that those products of the clipping have in the show that it has already."""
    here = {product.id for product in show.products}
    alike = {_likeness(product): product.id for product in reversed(show.products)}
    own = clipping.show_id == show.id
    found = {
        one.id: one.id if own and one.id in here else alike.get(_likeness(one), "") for one in clipping.products
    }
    return {one: home for one, home in found.items() if home}


def _likeness(product: Product) -> tuple[str, str, str]:
    return comparable(product.name), comparable(product.brand), comparable(product.spec)
