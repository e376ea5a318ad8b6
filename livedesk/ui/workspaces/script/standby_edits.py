"""What a person does to standby plans, as one edit each; None where there is nothing to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from livedesk.domain.editing import NewId, stand_too
from livedesk.domain.edits import Batch, ChangeShow, Edit
from livedesk.domain.rundown import Show, Standby


def add_standby(show: Show, title: str, new_id: NewId) -> tuple[Edit, str]:
    """A new plan at the end, and its id."""
    made = Standby(new_id(), title, "")
    return _all(*show.standbys, made), made.id


def duplicate_standby(show: Show, standby_id: str, new_id: NewId) -> tuple[Edit, str] | None:
    """A copy of a plan behind it, with what is let stand in it, and its id. The panic key stays with the first."""
    at = _at(show, standby_id)
    if at < 0:
        return None
    copy = replace(show.standbys[at], id=new_id(), panic=False)
    put = _all(*show.standbys[: at + 1], copy, *show.standbys[at + 1 :])
    stand = stand_too(show, {standby_id: copy.id})
    return (put if stand is None else Batch((put, stand))), copy.id


def remove_standby(show: Show, standby_id: str) -> Edit | None:
    """Take a plan away; overrides of its words go with it."""
    if _at(show, standby_id) < 0:
        return None
    values: dict[str, object] = {"standbys": tuple(plan for plan in show.standbys if plan.id != standby_id)}
    if any(one.item_id == standby_id for one in show.claim_overrides):
        values["claim_overrides"] = tuple(one for one in show.claim_overrides if one.item_id != standby_id)
    return ChangeShow(values)


def move_standby(show: Show, standby_id: str, step: int) -> Edit | None:
    """Move a plan a step up (−1) or down (+1)."""
    at = _at(show, standby_id)
    if at < 0 or not 0 <= at + step < len(show.standbys):
        return None
    plans = list(show.standbys)
    plans.insert(at + step, plans.pop(at))
    return _all(*plans)


def place_standby(show: Show, standby_id: str, before: str) -> Edit | None:
    """Put a plan before another (empty: behind the last)."""
    at = _at(show, standby_id)
    if at < 0 or before == standby_id:
        return None
    plans = [plan for plan in show.standbys if plan.id != standby_id]
    place = next((place for place, plan in enumerate(plans) if plan.id == before), len(plans))
    plans.insert(place, show.standbys[at])
    return _all(*plans) if tuple(plans) != show.standbys else None


def change_standby(show: Show, standby_id: str, values: Mapping[str, object]) -> Edit | None:
    """New values of fields of a plan. One plan alone stands behind the panic key."""
    plans = []
    for plan in show.standbys:
        if plan.id == standby_id:
            plans.append(replace(plan, **values))  # type: ignore[arg-type]  # its own fields by name
        else:
            plans.append(replace(plan, panic=False) if values.get("panic") is True and plan.panic else plan)
    return _all(*plans) if tuple(plans) != show.standbys else None


def _all(*plans: Standby) -> Edit:
    return ChangeShow({"standbys": plans})


def _at(show: Show, standby_id: str) -> int:
    return next((at for at, plan in enumerate(show.standbys) if plan.id == standby_id), -1)
