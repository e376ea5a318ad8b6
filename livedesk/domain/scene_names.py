"""The names of OBS's scenes in a show: who uses one that OBS does not have, and how a new name goes in everywhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from livedesk.domain.editing import joined, set_fields
from livedesk.domain.edits import ChangeShow, Edit
from livedesk.domain.rundown import IMPLIED_PANIC, Show, Standby
from livedesk.domain.status import LinkState, ObsStatus

Rename = tuple[str, str]
"""The name before and after."""


@dataclass(frozen=True, slots=True)
class MissingScenes:
    """What of a show uses scenes that OBS does not have: the ids of segments (skipped ones are left out) and of
    standby plans, and the scenes in order of first use. ``panic``: the scene behind the panic key is one of them."""

    segment_ids: tuple[str, ...] = ()
    standby_ids: tuple[str, ...] = ()
    scenes: tuple[str, ...] = ()
    panic: bool = False

    def __bool__(self) -> bool:
        return bool(self.scenes)


def scenes_of(obs: ObsStatus) -> frozenset[str] | None:
    """The scenes that OBS has; None where that is not known now."""
    known = obs.link is LinkState.READY and not obs.switching and bool(obs.scenes)
    return frozenset(obs.scenes) if known else None


def missing_scenes(show: Show, known: Collection[str]) -> MissingScenes:
    """What uses scenes outside ``known``."""
    names = frozenset(known)
    lacking = [item for item in show.segments if item.scene and not item.skipped and item.scene not in names]
    safe = show.panic
    plans: tuple[Standby, ...] = (*show.standbys, safe) if safe is IMPLIED_PANIC else show.standbys
    out = [plan for plan in plans if plan.scene and plan.scene not in names]
    return MissingScenes(
        tuple(item.id for item in lacking),
        tuple(plan.id for plan in out),
        tuple(dict.fromkeys([item.scene for item in lacking] + [plan.scene for plan in out])),
        safe in out,
    )


def rename_scene(show: Show, before: str, after: str) -> Edit | None:
    """The edit that puts a scene's new name in place of the old one in every segment and standby plan, as one step;
    None where nobody uses it. The implied panic plan is no part of the document and keeps its own."""
    segments = set_fields(show, {item.id: {"scene": after} for item in show.segments if item.scene == before})
    plans = tuple(replace(plan, scene=after) if plan.scene == before else plan for plan in show.standbys)
    return joined((segments, ChangeShow({"standbys": plans}) if plans != show.standbys else None))


def together(waiting: Sequence[Rename], new: Rename) -> tuple[Rename, ...]:
    """Renames that wait, with one more: what was renamed twice counts once, what got its old name back not at all."""
    before, after = new
    known = next((one for one in waiting if one[1] == before), None)
    if known is None:
        return (*waiting, new)
    left = [(one[0], after) if one is known else one for one in waiting]
    return tuple(one for one in left if one[0] != one[1])
