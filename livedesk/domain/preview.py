"""What the desk puts into OBS's preview in studio mode: the next segment's scene after each take, unless a person put
another one there since."""

from __future__ import annotations

from dataclasses import dataclass, replace

from livedesk.domain.run import Phase, RunState
from livedesk.domain.scene_names import scenes_of
from livedesk.domain.status import ObsStatus


@dataclass(frozen=True, slots=True)
class Loaded:
    """The take after which the preview was loaded last (None: it was not, or studio mode was left since), and the
    scene that was meant for it."""

    take: int | None = None
    scene: str = ""


def load_preview(loaded: Loaded, run: RunState, following: str, obs: ObsStatus) -> tuple[Loaded, str]:
    """What is remembered from now on, and the scene to put into the preview (empty: leave it). ``following`` is the
    scene of the next segment, empty for none. A take that is not settled yet is waited for."""
    known = scenes_of(obs)
    if run.phase is not Phase.ON_AIR or known is None or not obs.studio:
        return Loaded(), ""
    if obs.transitioning or (run.take is not None and run.take.result is None):
        return loaded, ""
    if loaded.take != run.takes:
        wanted = following if following in known and following != obs.preview else ""
        return Loaded(run.takes, following), wanted
    if following != loaded.scene:
        # The rundown was changed: the preview goes with it where it still shows what was loaded.
        own = obs.preview == loaded.scene and following in known
        return replace(loaded, scene=following), following if own else ""
    return loaded, ""
