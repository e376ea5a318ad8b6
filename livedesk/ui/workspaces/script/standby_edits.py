"""What a person does to standby plans, as one edit each; None where there is nothing to do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from livedesk.domain.editing import NewId, copy_of_plan, stand_too
from livedesk.domain.edits import Batch, ChangeShow, Edit
from livedesk.domain.rundown import Show, Standby


def add_standby(show: Show, title: str, new_id: NewId) -> tuple[Edit, str]:
    """A new plan at the end, and its id."""
    made = Standby(new_id(), title, "")
    return _all(*show.standbys, made), made.id


def duplicate_standbys(show: Show, ids: Collection[str], new_id: NewId) -> tuple[Edit, tuple[str, ...]] | None:
    """Copies of plans behind the last of them, with what is let stand in them, and their ids. The panic key stays where
    it is."""
    chosen = _among(show, ids)
    if not chosen:
        return None
    copies = tuple(replace(copy_of_plan(plan, new_id), panic=False) for plan in chosen)
    at = show.standbys.index(chosen[-1]) + 1
    put = _all(*show.standbys[:at], *copies, *show.standbys[at:])
    stand = stand_too(show, {plan.id: copy.id for plan, copy in zip(chosen, copies, strict=True)})
    return (put if stand is None else Batch((put, stand))), tuple(copy.id for copy in copies)


def remove_standbys(show: Show, ids: Collection[str]) -> Edit | None:
    """Take plans away; overrides of their words go with them."""
    gone = {plan.id for plan in _among(show, ids)}
    if not gone:
        return None
    values: dict[str, object] = {"standbys": tuple(plan for plan in show.standbys if plan.id not in gone)}
    if any(one.item_id in gone for one in show.claim_overrides):
        values["claim_overrides"] = tuple(one for one in show.claim_overrides if one.item_id not in gone)
    return ChangeShow(values)


def move_standbys(show: Show, ids: Collection[str], step: int) -> Edit | None:
    """Move plans a step up (−1) or down (+1) as a block."""
    wanted = set(ids)
    at = [place for place, plan in enumerate(show.standbys) if plan.id in wanted]
    if not at or not 0 <= (at[0] if step < 0 else at[-1]) + step < len(show.standbys):
        return None
    return _placed(show, wanted, (at[0] if step < 0 else at[-1] - len(at) + 1) + step)


def place_standbys(show: Show, ids: Collection[str], before: str) -> Edit | None:
    """Put plans, in their order, before another (empty: behind the last)."""
    wanted = set(ids)
    target = next((at for at, plan in enumerate(show.standbys) if plan.id == before), len(show.standbys))
    return _placed(show, wanted, sum(plan.id not in wanted for plan in show.standbys[:target]))


def change_standbys(show: Show, values: Mapping[str, Mapping[str, object]]) -> Edit | None:
    """New values by plan and field. One plan alone stands behind the panic key: the first that shall."""
    marked = next((one.id for one in show.standbys if values.get(one.id, {}).get("panic") is True), "")
    plans = []
    for plan in show.standbys:
        own = values.get(plan.id)
        made = plan if own is None else replace(plan, **own)  # type: ignore[arg-type]  # its own fields by name
        plans.append(replace(made, panic=False) if marked and made.panic and plan.id != marked else made)
    return _all(*plans) if tuple(plans) != show.standbys else None


def _all(*plans: Standby) -> Edit:
    return ChangeShow({"standbys": plans})


def _among(show: Show, ids: Collection[str]) -> tuple[Standby, ...]:
    """The plans with these ids, in their order."""
    wanted = set(ids)
    return tuple(plan for plan in show.standbys if plan.id in wanted)


def _placed(show: Show, wanted: Collection[str], index: int) -> Edit | None:
    """The edit that puts plans before the ``index`` th of the others; None where they stand there."""
    left = tuple(plan for plan in show.standbys if plan.id not in wanted)
    plans = (*left[:index], *_among(show, wanted), *left[index:])
    return _all(*plans) if plans != show.standbys else None
