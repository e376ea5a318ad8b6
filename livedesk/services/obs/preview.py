"""Studio mode: what stands in OBS's preview, and studio mode itself, asked for between takes only.

Nothing here goes on air: a take of the preview is a take of its scene, sent like any other. The truth of both is
OBS's own event. While studio mode is being switched nothing else is asked: a preview that OBS gets at the moment
when studio mode ends goes on air there (measured), and the scenes that it names meanwhile are not those on air.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from time import monotonic

from obswebsocket import requests

from livedesk.services.obs.client import Answer, ObsClient
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import Mirror

SWITCH_S = 1.0
REST_S = 0.3
"""Between two switches of studio mode."""


class Preview:
    """Keeps the newest wish of each kind until OBS is free for it: no take at OBS, no transition running, no
    collection being switched. Runs on the loop; ``busy`` tells whether a take is at OBS or comes on air, ``free`` is
    called when studio mode was switched and takes can go on."""

    def __init__(
        self, loop: Loop, mirror: Mirror, *, busy: Callable[[], bool], free: Callable[[], object]
    ) -> None:
        self._loop = loop
        self._mirror = mirror
        self._busy = busy
        self._free = free
        self._client: ObsClient | None = None
        self._scene = ""
        self._studio: bool | None = None
        self._toggled = 0.0

    def connect(self, client: ObsClient | None) -> None:
        """The link is up (None: gone, and nothing is asked for later)."""
        self._client = client
        self._scene, self._studio = "", None
        self._mirror.toggling = False

    def show(self, scene: str) -> None:
        """Put a scene into the preview. Without studio mode, or without the scene, nothing happens."""
        self._scene = scene
        self.pump()

    def studio(self, on: bool) -> None:
        """Switch studio mode."""
        self._studio = on
        self.pump()

    def free_output(self) -> None:
        """Free an output that froze in a transition: studio mode is switched there and back."""
        client, studio = self._client, self._mirror.status.studio
        if client is not None:
            there = client.ask(requests.SetStudioModeEnabled(studioModeEnabled=not studio))
            back = requests.SetStudioModeEnabled(studioModeEnabled=studio)
            self._loop.when_done(there, lambda _: client.ask(back))

    def pump(self) -> None:
        """Ask for what is wished, if OBS is free."""
        client, status = self._client, self._mirror.status
        if client is None or self._mirror.toggling or status.switching or status.transitioning or self._busy():
            return
        rest = self._toggled + REST_S - monotonic()
        if self._studio is not None and rest > 0:
            # What is wished then: OBS 29 has died of two toggles in a row.
            self._loop.later(rest, self.pump)
            return
        studio, self._studio = self._studio, None
        if studio is not None and studio is not status.studio:
            self._mirror.toggling = True
            asked = client.ask(requests.SetStudioModeEnabled(studioModeEnabled=studio), SWITCH_S)
            self._loop.when_done(asked, lambda done: self._switched(client, studio, done))
            return
        scene, self._scene = self._scene, ""
        if scene and status.studio and scene in status.scenes and scene != status.preview:
            # Whether it worked is told by OBS's event; a refusal (506, 600) leaves everything as it is shown.
            client.ask(requests.SetCurrentPreviewScene(sceneName=scene))

    def _switched(self, client: ObsClient, studio: bool, done: Future[Answer]) -> None:
        if client is not self._client:
            return
        self._mirror.toggling = False
        self._toggled = monotonic()
        if done.exception() is None:
            # OBS's event comes on the other connection, and a preview must not be asked for before it.
            now = self._mirror.status
            self._mirror.status = replace(now, studio=studio, preview=now.preview if studio else "")
        self._free()
