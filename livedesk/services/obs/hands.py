"""What a hand inside OBS changes beside the scene on air, told by OBS's events; what the desk asked for is left out.

Each request that the desk sends is noted before it leaves, and the event that answers it is taken for its own. What
OBS does by itself after a switch (it puts the scene before into the preview, an override brings a transition) is
nobody's hand. A burst of the same thing is told once, as it stands at the end.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from obswebsocket.base_classes import Baserequests

from livedesk.domain.commands import Command, ReportChange
from livedesk.domain.events_desk import HandKind
from livedesk.services.obs.client import Event
from livedesk.services.obs.loop import Loop, Timer
from livedesk.services.obs.mirror import Mirror

ANSWERED_S = 10.0
"""An event of something that was asked for longer ago is not its answer: by then a link that hangs was given up."""
CALM_S = 1.0
LONGEST_S = 5.0
"""A burst that goes on this long is told of while it goes on."""
STIRRED_S = 1.0
"""For so long after a switch OBS changes the preview by itself."""

Key = tuple[object, ...]
_STIRRING = frozenset(
    {
        "SceneTransitionStarted",
        "SceneTransitionEnded",
        "CurrentProgramSceneChanged",
        "StudioModeStateChanged",
        "SceneCreated",
        "SceneRemoved",
        "CurrentSceneCollectionChanging",
        "CurrentSceneCollectionChanged",
    }
)


@dataclass(frozen=True, slots=True)
class _Burst:
    change: ReportChange
    since: float
    timer: Timer


class Hands:
    """Runs on the loop, but for :meth:`asked`, which any thread may call. ``post`` brings what was seen."""

    def __init__(self, loop: Loop, mirror: Mirror, post: Callable[[Command], object]) -> None:
        self._loop = loop
        self._mirror = mirror
        self._post = post
        self._lock = threading.Lock()
        self._ours: list[tuple[Key, float]] = []
        self._stirred = 0.0
        self._bursts: dict[Key, _Burst] = {}

    def asked(self, request: Baserequests) -> None:
        """The desk sends this request to OBS now."""
        key = _key(request)
        if key is not None:
            now = monotonic()
            with self._lock:
                self._ours = [(other, at) for other, at in self._ours if now - at < ANSWERED_S]
                self._ours.append((key, now))

    def follow(self, event: Event) -> None:
        """Take over an event; the mirror hears of it after this."""
        data, status = event.data, self._mirror.status
        match event.name:
            case "StudioModeStateChanged":
                on = bool(data["studioModeEnabled"])
                if not self._own(HandKind.STUDIO, on) and on is not status.studio:
                    self._see(HandKind.STUDIO, on=on)
            case "SceneItemEnableStateChanged":
                self._item(str(data["sceneName"]), int(data["sceneItemId"]), bool(data["sceneItemEnabled"]))
            case "CurrentPreviewSceneChanged":
                self._previewed(str(data["sceneName"]), event.at)
            case "CurrentSceneTransitionChanged":
                name = str(data["transitionName"])
                ours = self._own(HandKind.TRANSITION, name)
                if not ours and not status.switching and name != self._mirror.transition:
                    self._see(HandKind.TRANSITION, name)
            case "CurrentSceneCollectionChanged":
                name = str(data["sceneCollectionName"])
                if not self._own(HandKind.COLLECTION, name):
                    self._see(HandKind.COLLECTION, name)
        if event.name in _STIRRING:
            self._stirred = event.at

    def rest(self) -> None:
        """The link is gone: what was seen is told at once, and nothing is expected any more."""
        for key in tuple(self._bursts):
            self._bursts[key].timer.cancel()
            self._tell(key)
        with self._lock:
            self._ours.clear()

    def _own(self, *key: object) -> bool:
        """Whether the desk asked for this; the same is not its own a second time."""
        now = monotonic()
        with self._lock:
            for at, (other, asked) in enumerate(self._ours):
                if other == key and now - asked < ANSWERED_S:
                    del self._ours[at]
                    return True
        return False

    def _item(self, owner: str, number: int, shown: bool) -> None:
        items, program = self._mirror.items, self._mirror.program
        if self._own(HandKind.ITEM, owner, number, shown) or self._mirror.status.switching:
            return
        if owner in items.owners(program):
            named = (item.source for item in items.of(program) if (item.owner, item.number) == (owner, number))
            self._see(HandKind.ITEM, next(named, str(number)), owner, number, on=shown)

    def _previewed(self, name: str, at: float) -> None:
        status, scene = self._mirror.status, self._mirror.logical(name)
        if self._own(HandKind.PREVIEW, name) or not status.studio or status.switching or status.transitioning:
            return
        if scene != status.preview and at - self._stirred > STIRRED_S:
            self._see(HandKind.PREVIEW, scene)

    def _see(self, kind: HandKind, what: str = "", *subject: object, on: bool | None = None) -> None:
        key, now = (kind, *subject), monotonic()
        known = self._bursts.get(key)
        since = now if known is None else known.since
        if known is not None:
            known.timer.cancel()
        wait = max(0.0, min(CALM_S, since + LONGEST_S - now))
        timer = self._loop.later(wait, lambda: self._tell(key))
        self._bursts[key] = _Burst(ReportChange(kind, what, on), since, timer)

    def _tell(self, key: Key) -> None:
        self._post(self._bursts.pop(key).change)


def _key(request: Baserequests) -> Key | None:
    """What OBS's event on this request will say."""
    data = request.data()
    match request.name:
        case "SetStudioModeEnabled":
            return HandKind.STUDIO, data["studioModeEnabled"]
        case "SetSceneItemEnabled":
            return HandKind.ITEM, data["sceneName"], data["sceneItemId"], data["sceneItemEnabled"]
        case "SetCurrentPreviewScene":
            return HandKind.PREVIEW, data["sceneName"]
        case "SetCurrentSceneTransition":
            return HandKind.TRANSITION, data["transitionName"]
        case "CreateSceneCollection":
            return HandKind.COLLECTION, data["sceneCollectionName"]
        case _:
            return None
