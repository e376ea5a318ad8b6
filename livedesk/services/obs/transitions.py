"""What must change in OBS, while it is idle, so that the next switch uses the transition of a take; and which
transitions the scenes of OBS have of their own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.effects import ObsTake
from livedesk.domain.rundown import MAX_FADE_MS, TransitionKind
from livedesk.services.obs.client import Answer, ObsClient
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.loop import Loop, Timer
from livedesk.services.obs.mirror import Mirror

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


def length_ms(take: ObsTake) -> int:
    """How long the take's transition runs; 0 for a cut."""
    if take.transition is not TransitionKind.FADE:
        return 0
    return min(max(take.transition_ms, MIN_FADE_MS), MAX_FADE_MS)


def stage_transition(mirror: Mirror, take: ObsTake, target: str) -> Staged:
    """The transition of a take to ``target``, a scene that is not on air. A transition that the scene brings of its
    own would win in OBS: it gives way to what the rundown says."""
    name, length = mirror.names.get(take.transition), length_ms(take)
    if name is None:
        return Staged(note=TRANSITION_MISSING)
    own = mirror.overrides.get(target)
    if own is not None:
        if own == (name, length) or (own[0] == name and not length):
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


class OverrideWatch:
    """Sees the transition that a hand gives a scene of OBS: no event tells of it, and it wins over that of a take. OBS
    is asked while nothing goes on (``busy``), on the loop."""

    def __init__(self, loop: Loop, mirror: Mirror, busy: Callable[[], bool]) -> None:
        self._loop = loop
        self._mirror = mirror
        self._busy = busy
        self._client: ObsClient | None = None
        self._next: Timer | None = None

    def connect(self, client: ObsClient | None) -> None:
        """The link for commands (None: it is gone)."""
        self._client = client
        if self._next is not None:
            self._next.cancel()
        self._later()

    def _later(self) -> None:
        if self._client is not None:
            self._next = self._loop.later(LOOK_S, self._look)

    def _look(self) -> None:
        client, scenes = self._client, self._mirror.listed
        if client is None or self._busy() or self._mirror.status.switching or not scenes:
            self._later()
            return
        asked = [requests.GetSceneSceneTransitionOverride(sceneName=scene) for scene in scenes]
        told = client.ask_batch(asked, halt=False, seconds=LOOK_S)
        self._loop.when_done(told, lambda done: self._told(client, scenes, done))

    def _told(self, client: ObsClient, scenes: tuple[str, ...], done: Future[list[Answer | ObsError]]) -> None:
        if client is not self._client:
            return
        # A take that has begun meanwhile has staged its own, which these answers may not know.
        if done.exception() is None and not self._busy():
            for scene, answer in zip(scenes, done.result(), strict=False):
                self._mirror.override(scene, answer)
        self._later()
