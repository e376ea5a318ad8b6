"""What a person does to the cues and promotions of segments, and to the cues of standby plans, as one edit each. Each
has its own, with ids of their own; what is alike differs in nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import replace

from livedesk.domain import editing
from livedesk.domain.editing import NewId
from livedesk.domain.edits import ChangeShow, Edit
from livedesk.domain.product import Promotion
from livedesk.domain.rundown import ConsoleCue, Show
from livedesk.ui.workspaces.script.fields_shared import hopped
from livedesk.ui.workspaces.script.standby_edits import change_standbys

_Cues = tuple[ConsoleCue, ...]


def cue_content(cue: ConsoleCue) -> Hashable:
    """What makes two cues alike."""
    return cue.action, cue.text, cue.offset_ms


def promotion_content(promotion: Promotion) -> Hashable:
    """What makes two promotions alike."""
    return replace(promotion, id="", segment_id="")


def add_cues(show: Show, item_ids: Collection[str], cues: _Cues, new_id: NewId) -> Edit | None:
    """Cues like these for each of the segments or plans, at the end; several get only what they have not got."""
    several = len(item_ids) > 1

    def added(_id: str, before: _Cues) -> _Cues:
        there = {cue_content(cue) for cue in before} if several else set()
        return (*before, *(replace(cue, id=new_id()) for cue in cues if cue_content(cue) not in there))

    return _each(show, item_ids, added)


def change_cues(show: Show, cue_ids: Mapping[str, str], values: Mapping[str, object]) -> Edit | None:
    """New values of one cue in each segment or plan: ``cue_ids`` by it."""
    return _each(
        show,
        cue_ids,
        lambda one, before: tuple(
            replace(cue, **values) if cue.id == cue_ids[one] else cue  # type: ignore[arg-type]  # its own fields by name
            for cue in before
        ),
    )


def remove_cues(show: Show, cue_ids: Mapping[str, str]) -> Edit | None:
    """Take one cue from each segment or plan."""
    return _each(show, cue_ids, lambda one, before: tuple(cue for cue in before if cue.id != cue_ids[one]))


def move_cues(show: Show, cue_ids: Mapping[str, str], past: Mapping[str, str], step: int) -> Edit | None:
    """Put one cue of each segment or plan right before (−1) or behind (+1) another."""
    return _each(show, cue_ids, lambda one, before: hopped(before, cue_ids[one], past.get(one, ""), step))


def start_promotion(
    show: Show, segment_ids: Sequence[str], promotion: Promotion, new_id: NewId, *, move: bool = False
) -> Edit | None:
    """Have a promotion of the show start with each of the segments that has none like it: with ``move`` the one that
    is meant, then those like it that start with no segment, then new ones like it."""
    content = promotion_content(promotion)
    every = [one for one in show.promotions if promotion_content(one) == content]
    there = {segment.id for segment in show.segments}
    placed = {one.segment_id for one in every if one.segment_id in there}
    lacking = [one for one in segment_ids if one not in placed]
    free = [one.id for one in every if one.segment_id not in placed]
    if move and promotion.id not in free:
        free.insert(0, promotion.id)
    taken = dict(zip(free, lacking, strict=False))
    kept = tuple(replace(one, segment_id=taken[one.id]) if one.id in taken else one for one in show.promotions)
    made = tuple(replace(promotion, id=new_id(), segment_id=one) for one in lacking[len(free) :])
    return ChangeShow({"promotions": (*kept, *made)}) if lacking else None


def new_promotions(show: Show, segment_ids: Sequence[str], promotion: Promotion, new_id: NewId) -> Edit:
    """A new promotion for each of the segments."""
    made = tuple(replace(promotion, id=new_id(), segment_id=one) for one in segment_ids)
    return ChangeShow({"promotions": (*show.promotions, *made)})


def change_promotions(show: Show, promotion_ids: Collection[str], values: Mapping[str, object]) -> Edit | None:
    """New values of promotions."""
    made = tuple(
        replace(one, **values) if one.id in promotion_ids else one  # type: ignore[arg-type]  # its own fields by name
        for one in show.promotions
    )
    return ChangeShow({"promotions": made}) if made != show.promotions else None


def stop_promotions(show: Show, promotion_ids: Collection[str], running: Collection[str]) -> Edit | None:
    """Have promotions that are alike start with no segment. What runs now stays in the show (it is ended where it
    runs), else the one that the show had first; the show has no use for more that start nowhere."""
    there = [one.id for one in show.promotions if one.id in promotion_ids]
    if not there:
        return None
    stays = {one for one in there if one in running} or {there[0]}
    made = tuple(
        replace(one, segment_id="") if one.id in stays else one
        for one in show.promotions
        if one.id in stays or one.id not in there
    )
    return ChangeShow({"promotions": made})


def _each(show: Show, item_ids: Collection[str], change: Callable[[str, _Cues], _Cues]) -> Edit | None:
    wanted = set(item_ids)
    made = {one.id: {"cues": change(one.id, one.cues)} for one in show.airable if one.id in wanted}
    segments = {one: values for one, values in made.items() if show.segment(one) is not None}
    return editing.joined((editing.set_fields(show, segments), change_standbys(show, made)))
