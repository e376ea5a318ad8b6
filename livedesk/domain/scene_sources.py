"""The sources that a show shows or hides in OBS's scenes: who names one that the scene does not have."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.rundown import ItemWish, Segment, Show, Standby
from livedesk.domain.scene_names import scenes_of
from livedesk.domain.status import ObsStatus


@dataclass(frozen=True, slots=True)
class LackingSources:
    """A segment or a standby plan, its scene, and the sources it names that the scene does not have."""

    item_id: str
    title: str
    scene: str
    sources: tuple[str, ...]

    @property
    def words(self) -> str:
        """In names: the scene and the sources."""
        return f"{self.scene} · {'、'.join(self.sources)}"


def lacking_sources(wishes: tuple[ItemWish, ...], scene: str, obs: ObsStatus) -> tuple[str, ...]:
    """The sources of ``wishes`` that the scene is known not to have. A scene that OBS does not have at all, or whose
    sources are not known now, lacks none."""
    known = scenes_of(obs)
    drawn = obs.sources.get(scene)
    if known is None or scene not in known or drawn is None:
        return ()
    return tuple(wish.source for wish in wishes if wish.source not in drawn)


def all_lacking(show: Show, obs: ObsStatus) -> tuple[LackingSources, ...]:
    """The segments (skipped ones are left out) and the standby plans (but for the panic plan, a bare cut) that name
    sources their scenes do not have."""
    items: tuple[Segment | Standby, ...] = (
        *(segment for segment in show.segments if not segment.skipped),
        *(plan for plan in show.standbys if not plan.panic),
    )
    found = ((item, lacking_sources(item.items, item.scene, obs)) for item in items if item.items and item.scene)
    return tuple(LackingSources(item.id, item.title, item.scene, sources) for item, sources in found if sources)
