"""What is on air in OBS, told from its events.

A transition runs from SceneTransitionStarted to SceneTransitionEnded; CurrentProgramSceneChanged says that the
new scene has arrived. Toggling studio mode also sends CurrentProgramSceneChanged, for the preview and back,
without any transition: a scene that no transition brought is read back before it is believed.

Where two events of one instant come in the wrong order (:mod:`livedesk.services.obs.order`), a scene before its
transition is read back, and after a cut whose end came before its start no end is waited for.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from obswebsocket import requests

from livedesk.services.obs.client import Answer, Event, ObsClient
from livedesk.services.obs.failures import LinkError
from livedesk.services.obs.loop import Loop, Timer
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.order import ONE_INSTANT_S

GRACE_S = 1.0
READ_BACK_S = 0.05
_ARRIVAL_S = 0.25
# A frame, and before a scene is read back.
_CUT_S = 0.04


class ProgramWatch:
    """Keeps ``program``, ``transitioning`` and ``stuck`` of the mirror's status. Runs on the loop.

    ``on_scene(scene, at)`` is called before the status changes, for every believed change of the scene on air;
    ``on_idle`` when a transition is over, or was given up after its time plus one second (stuck).
    """

    def __init__(
        self,
        loop: Loop,
        mirror: Mirror,
        *,
        on_scene: Callable[[str, float], object],
        on_idle: Callable[[], object],
    ) -> None:
        self._loop = loop
        self._mirror = mirror
        self._on_scene = on_scene
        self._on_idle = on_idle
        self._client: ObsClient | None = None
        self._brought = False
        self._ended_at = 0.0
        self._watchdog: Timer | None = None
        self._fading_out: Timer | None = None

    def connect(self, client: ObsClient | None) -> None:
        """Read back through this connection from now on (None: the link is gone)."""
        self._client = client
        self._forget()

    @property
    def busy(self) -> bool:
        """Whether OBS is bringing a scene on air."""
        return self._brought or self._mirror.status.transitioning

    def follow(self, event: Event) -> None:
        """Take over an event of a transition or of the program scene."""
        match event.name:
            case "SceneTransitionStarted":
                self.started(str(event.data["transitionName"]), event.at)
            case "SceneTransitionEnded":
                self._ended_at = 0.0 if self._mirror.status.transitioning else event.at
                self._ended()
            case "CurrentSceneCollectionChanging":
                # A transition that runs ends with the collection, and OBS says nothing of that.
                self._forget()
            case "CurrentProgramSceneChanged" if not self._mirror.status.switching:
                scene = str(event.data["sceneName"])
                if self._brought:
                    self.arrived(scene, event.at)
                else:
                    self._loop.later(READ_BACK_S, lambda: self._read_back(event.at))

    def arrived(self, scene: str, at: float) -> None:
        """This scene is on air now."""
        self._brought = False
        self._on_scene(scene, at)
        self._mirror.on_air(scene)
        self._mirror.status = replace(self._mirror.status, stuck=False)
        # Through the loop: what else OBS has told meanwhile is worked off first.
        self._loop.post(self._on_idle)

    def started(self, transition: str, at: float) -> None:
        """A transition of this name runs, since the monotonic second ``at``."""
        self._call_off()
        self._brought = True
        self._mirror.status = replace(self._mirror.status, transitioning=True)
        seconds = self._mirror.length_ms(transition) / 1000
        if not seconds and at - self._ended_at < ONE_INSTANT_S:
            self._watchdog = self._loop.later(_CUT_S, self._ended)
        else:
            self._watchdog = self._loop.later(seconds + GRACE_S, self._overdue)

    def _forget(self) -> None:
        self._brought = False
        self._call_off()
        self._mirror.status = replace(self._mirror.status, transitioning=False)

    def _call_off(self) -> None:
        for timer in (self._watchdog, self._fading_out):
            if timer is not None:
                timer.cancel()

    def _ended(self) -> None:
        self._fading_out = self._loop.later(_ARRIVAL_S, self._no_arrival)
        self._idle()

    def _no_arrival(self) -> None:
        self._brought = False
        self._on_idle()

    def _overdue(self) -> None:
        if self._brought:
            self._brought = False
            self._mirror.status = replace(self._mirror.status, stuck=True)
        self._idle()

    def _idle(self) -> None:
        if self._watchdog is not None:
            self._watchdog.cancel()
        self._mirror.status = replace(self._mirror.status, transitioning=False)
        self._on_idle()

    def _read_back(self, at: float) -> None:
        if self._client is not None:
            self._loop.when_done(
                self._client.ask(requests.GetCurrentProgramScene()), lambda answer: self._believe(answer, at)
            )

    def _believe(self, answer: Future[Answer], at: float) -> None:
        try:
            scene = str(answer.result()["currentProgramSceneName"])
        except LinkError:
            return  # the link's end or the next snapshot says more
        if scene != self._mirror.program and not self._mirror.status.transitioning:
            self.arrived(scene, at)
