"""What a person does to a rundown, as one edit each: insert, duplicate, move, remove, skip, group, renumber.

Every function gives the edit and changes nothing; None where there is nothing to do. ``new_id`` makes an id that
no document has.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import chain, count, islice

from livedesk.domain.edits import (
    Batch,
    ChangeSegments,
    ChangeShow,
    Edit,
    Place,
    PlaceSegments,
    Put,
    PutSegments,
    SegmentChange,
    SpliceScript,
    TakeSegments,
)
from livedesk.domain.numbering import between, shown_numbers
from livedesk.domain.rundown import Group, Segment, SegmentKind, Show, Standby
from livedesk.domain.script import Script

NewId = Callable[[], str]
_FIELDS = tuple(field.name for field in fields(Segment) if field.name != "id")


def among(show: Show, segment_ids: Collection[str]) -> Iterator[Segment]:
    """The segments with these ids, in rundown order."""
    wanted = set(segment_ids)
    return islice((segment for segment in show.segments if segment.id in wanted), len(wanted))


def change(before: Segment, after: Segment) -> Edit | None:
    """The edit of the fields in which two forms of a segment differ."""
    values = {name: getattr(after, name) for name in _FIELDS if getattr(before, name) != getattr(after, name)}
    return ChangeSegments((SegmentChange(before.id, values),)) if values else None


def set_field(show: Show, segment_ids: Collection[str], name: str, value: object) -> Edit | None:
    """One value for a field of many segments."""
    return set_fields(show, {one: {name: value} for one in segment_ids})


def set_fields(show: Show, values: Mapping[str, Mapping[str, object]]) -> Edit | None:
    """Values of fields by segment and field, where they differ from what stands."""
    changes = []
    for segment in among(show, values):
        new = {name: one for name, one in values[segment.id].items() if getattr(segment, name) != one}
        if new:
            changes.append(SegmentChange(segment.id, new))
    return ChangeSegments(tuple(changes)) if changes else None


def rewrite(item_id: str, before: Script, after: Script) -> Edit | None:
    """The splice that turns one script into another: lines that stay at either end are not named."""
    old, new = before.lines, after.lines
    if old == new:
        return None
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return SpliceScript(item_id, start, len(old) - tail - start, new[start : len(new) - tail])


def place_after(show: Show, segment_id: str) -> tuple[int, str]:
    """The index behind a segment, and its group; the end and no group where there is no such segment."""
    for at, segment in enumerate(show.segments):
        if segment.id == segment_id:
            return at + 1, segment.group_id
    return len(show.segments), show.segments[-1].group_id if show.segments else ""


def insert(show: Show, segments: Sequence[Segment], index: int, group_id: str | None = None) -> Edit | None:
    """Insert segments at ``index``, in ``group_id`` (None: as they say). Where numbers are fixed, new segments get
    numbers in between."""
    if not segments:
        return None
    numbers = between(show.segments, index, len(segments))
    puts = []
    for at, segment in enumerate(segments):
        group = segment.group_id if group_id is None else group_id
        puts.append(Put(index + at, replace(segment, group_id=group, number=numbers[at])))
    return PutSegments(tuple(puts))


def blank(kind: SegmentKind, title: str, new_id: NewId, *, duration_ms: int) -> Segment:
    """A new segment; a milestone has no duration."""
    return Segment(new_id(), title, kind, 0 if kind is SegmentKind.MILESTONE else duration_ms)


def copy_of(segment: Segment, new_id: NewId) -> Segment:
    """The segment as a new one: another id, its cues too, and no fixed number or hard start: two cannot start at
    one moment."""
    cues = tuple(replace(cue, id=new_id()) for cue in segment.cues)
    return replace(segment, id=new_id(), cues=cues, number="", hard_start=None)


def copy_of_plan(plan: Standby, new_id: NewId) -> Standby:
    """The standby plan as a new one: another id, its cues too."""
    return replace(plan, id=new_id(), cues=tuple(replace(cue, id=new_id()) for cue in plan.cues))


def duplicate(show: Show, segment_ids: Collection[str], new_id: NewId) -> Edit | None:
    """Copies of segments behind the last of them, in that one's group: nobody's group is torn by them. Promotions
    stay with the originals; what is let stand goes along as in :func:`stand_too`."""
    wanted = set(segment_ids)
    chosen = [(at, item) for at, item in enumerate(show.segments) if item.id in wanted]
    if not chosen:
        return None
    at, last = chosen[-1]
    copies = [copy_of(item, new_id) for _, item in chosen]
    ids = {item.id: made.id for (_, item), made in zip(chosen, copies, strict=True)}
    return joined((stand_too(show, ids), insert(show, copies, at + 1, last.group_id)))


def stand_too(show: Show, ids: Mapping[str, str]) -> ChangeShow | None:
    """The edit that lets stand in copies what is let stand in segments or standby plans; ``ids``: a copy's by that of
    what it was made of. A price is left out that in the copy is compared with others."""
    # What reads prices in words compiles a hundred patterns: not before the window is there.
    from livedesk.domain.let_stand import priced_anew

    copies = {one.id: replace(one, id=ids[one.id]) for one in show.airable if one.id in ids}
    stand = (
        (copies[one.item_id], replace(one, item_id=ids[one.item_id]))
        for one in show.claim_overrides
        if one.item_id in copies
    )
    along = tuple(one for copy, one in stand if not priced_anew(one, copy, show.products, show.promotions))
    return ChangeShow({"claim_overrides": (*show.claim_overrides, *along)}) if along else None


def remove(show: Show, segment_ids: Collection[str]) -> Edit | None:
    """Take segments out. Promotions that hung on them stay with no segment; overrides of their words go."""
    gone = set(segment_ids)
    ids = tuple(segment.id for segment in show.segments if segment.id in gone)
    if not ids:
        return None
    values: dict[str, object] = {}
    if any(promotion.segment_id in gone for promotion in show.promotions):
        values["promotions"] = tuple(
            replace(one, segment_id="") if one.segment_id in gone else one for one in show.promotions
        )
    if any(one.item_id in gone for one in show.claim_overrides):
        values["claim_overrides"] = tuple(one for one in show.claim_overrides if one.item_id not in gone)
    take = TakeSegments(ids)
    return Batch((ChangeShow(values), take)) if values else take


def move_before(
    show: Show, segment_ids: Collection[str], before_id: str, group_id: str | None = None
) -> Edit | None:
    """Move segments, in their order, before another (empty: to the end), into ``group_id`` (None: each keeps its
    own; where they land between two of one group, that group)."""
    chosen = set(segment_ids)
    moving = [segment for segment in show.segments if segment.id in chosen]
    left = [segment for segment in show.segments if segment.id not in chosen]
    target = next((at for at, item in enumerate(show.segments) if item.id == before_id), len(show.segments))
    index = sum(1 for item in show.segments[:target] if item.id not in chosen)
    group = _landing(left, index) if group_id is None else group_id
    places = tuple(
        Place(item.id, index + at, item.group_id if group is None else group) for at, item in enumerate(moving)
    )
    return _moved(show, places, left)


def shift(show: Show, segment_ids: Collection[str], step: int) -> Edit | None:
    """Move segments one place up (−1) or down (+1) as a block; at the edge of a group they change into the next
    group first."""
    chosen = set(segment_ids)
    at = [index for index, item in enumerate(show.segments) if item.id in chosen]
    if not at:
        return None
    left = [segment for segment in show.segments if segment.id not in chosen]
    edge = at[0] - 1 if step < 0 else at[-1] + 1
    if not 0 <= edge < len(show.segments):
        return None
    neighbour = show.segments[edge]
    own = show.segments[at[0] if step < 0 else at[-1]].group_id
    solid = at[-1] - at[0] + 1 == len(at)
    before = sum(1 for item in show.segments[: at[0] if step < 0 else at[-1]] if item.id not in chosen)
    crossing = solid and neighbour.group_id != own
    index = before if crossing else before + (-1 if step < 0 else 1)
    places = tuple(
        Place(show.segments[one].id, index + offset, neighbour.group_id) for offset, one in enumerate(at)
    )
    return _moved(show, places, left)


def shift_group(show: Show, group_id: str, step: int) -> Edit | None:
    """Move a whole group up (−1) or down (+1), past the group or the single segment that stands there."""
    at = [index for index, item in enumerate(show.segments) if item.group_id == group_id]
    left = [item for item in show.segments if item.group_id != group_id]
    if not at:
        return None
    index = at[0] - 1 if step < 0 else at[-1] + 1 - len(at)
    if not 0 <= index < len(left):
        return None
    passed = left[index].group_id
    if step > 0:
        index += 1
        while passed and index < len(left) and left[index].group_id == passed:
            index += 1
    else:
        while passed and index and left[index - 1].group_id == passed:
            index -= 1
    return place_group(show, group_id, index)


def place_group(show: Show, group_id: str, index: int | None = None) -> Edit | None:
    """Move a whole group before the ``index`` th of the other segments (None: behind them all)."""
    own = [item for item in show.segments if item.group_id == group_id]
    left = [item for item in show.segments if item.group_id != group_id]
    first = len(left) if index is None else index
    return _moved(show, tuple(Place(item.id, first + at, group_id) for at, item in enumerate(own)), left)


def _landing(left: Sequence[Segment], index: int) -> str | None:
    """The group between whose segments ``index`` lies; of two different ones that of the segment before."""
    if 0 < index <= len(left):
        return left[index - 1].group_id
    return left[0].group_id if left else None


def _moved(show: Show, places: tuple[Place, ...], left: Sequence[Segment]) -> Edit | None:
    """The move, or None where everything stays where it is."""
    if not places:
        return None
    order = [segment.id for segment in left]
    for place in places:
        order.insert(place.index, place.segment_id)
    groups = {segment.id: segment.group_id for segment in show.segments}
    same = order == [segment.id for segment in show.segments]
    if same and all(groups[place.segment_id] == place.group_id for place in places):
        return None
    return PlaceSegments(places)


def toggle_skip(show: Show, segment_ids: Collection[str]) -> Edit | None:
    """Skip segments; where all of them are skipped already, put them back."""
    wanted = set(segment_ids)
    chosen = [segment for segment in show.segments if segment.id in wanted]
    return (
        set_field(show, segment_ids, "skipped", not all(segment.skipped for segment in chosen)) if chosen else None
    )


def into_group(show: Show, segment_ids: Collection[str], group_id: str) -> Edit | None:
    """Put segments into a group (empty: none) where they stand."""
    return set_field(show, segment_ids, "group_id", group_id)


def new_group(show: Show, segment_ids: Collection[str], title: str, new_id: NewId) -> Edit:
    """A new group with these segments in it; none of them: an empty one at the end. Where another group has the title
    a number goes behind it."""
    group = Group(new_id(), _free_title(show.groups, title))
    added = ChangeShow({"groups": (*show.groups, group)})
    filled = into_group(show, segment_ids, group.id)
    return Batch((added, filled)) if filled is not None else added


def rename_group(show: Show, group_id: str, title: str) -> Edit | None:
    """Give a group another title, with a number behind it where another group has it."""
    free = _free_title([one for one in show.groups if one.id != group_id], title)
    groups = tuple(replace(one, title=free) if one.id == group_id else one for one in show.groups)
    return ChangeShow({"groups": groups}) if groups != show.groups else None


def _free_title(groups: Iterable[Group], title: str) -> str:
    """The title, with the first number from 2 behind it that none of the groups has yet."""
    taken = {group.title.casefold() for group in groups}
    titles = chain((title,), (f"{title} {number}" for number in count(2)))
    return next(one for one in titles if one.casefold() not in taken)


def dissolve_group(show: Show, group_id: str) -> Edit | None:
    """Take a group away; its segments stay where they are, in none."""
    if show.group(group_id) is None:
        return None
    gone = ChangeShow({"groups": tuple(one for one in show.groups if one.id != group_id)})
    freed = into_group(show, [item.id for item in show.segments if item.group_id == group_id], "")
    return Batch((freed, gone)) if freed is not None else gone


def fix_numbers(show: Show) -> Edit | None:
    """Fix the numbers as they are shown now: what is inserted later is numbered in between (04A)."""
    shown = shown_numbers(show.segments)
    return set_fields(show, {item.id: {"number": shown[at]} for at, item in enumerate(show.segments)})


def renumber(show: Show) -> Edit | None:
    """Free every number: they count by place again."""
    return set_field(show, [segment.id for segment in show.segments], "number", "")


def joined(edits: Iterable[Edit | None]) -> Edit | None:
    """Several edits as one step; those that are none are left out."""
    left = tuple(edit for edit in edits if edit is not None)
    return left[0] if len(left) == 1 else Batch(left) if left else None
