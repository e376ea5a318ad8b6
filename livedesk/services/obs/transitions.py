"""What must change in OBS, while it is idle, so that the next switch uses the transition of a take; and which
transitions the scenes of OBS have of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.effects import ObsTake
from livedesk.domain.rundown import MAX_FADE_MS, TransitionKind
from livedesk.services.obs.client import Answer
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.rounds import Rounds

TRANSITION_MISSING = "transition_missing"
MIN_FADE_MS = 50
"""OBS knows no shorter one."""
LOOK_S = 1.0


@dataclass(frozen=True, slots=True)
class Staged:
    """``batch`` is sent before the switch; ``own`` is what the scene brings of its own afterwards (None: nothing
    changes); ``note`` says what OBS cannot do."""

    batch: tuple[Baserequests, ...] = ()
    own: tuple[str, int] | None = None
    note: str = ""


def longest_ms(mirror: Mirror, take: ObsTake, target: str) -> int:
    """How long the switch to ``target`` lasts at most: by the take's own transition, or by the scene's."""
    _, override_ms = mirror.overrides.get(target, ("", 0))
    return max(_length_ms(take), override_ms)


def _length_ms(take: ObsTake) -> int:
    """How long the take's transition runs; 0 for a cut."""
    if take.transition is not TransitionKind.FADE:
        return 0
    return min(max(take.transition_ms, MIN_FADE_MS), MAX_FADE_MS)


def stage_transition(mirror: Mirror, take: ObsTake, target: str) -> Staged:
    """The transition of a take to ``target``, a scene that is not on air. A transition that the scene brings of its
    own would win in OBS: it gives way to what the rundown says."""
    name, length = mirror.names.get(take.transition), _length_ms(take)
    if name is None:
        return Staged(note=TRANSITION_MISSING)
    own = mirror.overrides.get(target)
    if own is not None:
        if own == (name, length):
            return Staged()
        timed = {"transitionDuration": length} if length else {}
        request = requests.SetSceneSceneTransitionOverride(sceneName=target, transitionName=name, **timed)
        return Staged((request,), (name, length))
    batch: list[Baserequests] = []
    if name != mirror.transition:
        batch.append(requests.SetCurrentSceneTransition(transitionName=name))
    if length and length != mirror.transition_ms:
        batch.append(requests.SetCurrentSceneTransitionDuration(transitionDuration=length))
    return Staged(tuple(batch))


class OverrideWatch(Rounds):
    """Sees the transition that a hand gives a scene of OBS: no event tells of it, and it wins over that of a take."""

    def __init__(self, loop: Loop, mirror: Mirror, busy: Callable[[], bool]) -> None:
        super().__init__(loop, mirror, busy, every_s=LOOK_S)

    def _asks(self) -> Mapping[str, Baserequests]:
        return {scene: requests.GetSceneSceneTransitionOverride(sceneName=scene) for scene in self._mirror.listed}

    def _told(self, outcomes: Mapping[str, Answer | ObsError]) -> None:
        for scene, answer in outcomes.items():
            self._mirror.override(scene, answer)
        self._again()
