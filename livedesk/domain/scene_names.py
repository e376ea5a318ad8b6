"""The names of OBS's scenes in a show: who uses one that OBS does not have."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from livedesk.domain.rundown import IMPLIED_PANIC, Show, Standby
from livedesk.domain.status import LinkState, ObsStatus


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
