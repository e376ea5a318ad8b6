"""Pictures of scenes for the desk, over a connection of their own that lives only while they are asked for.

A picture shows a scene as OBS composes it, not the program output: fades and a stuck output are not in it.
"""

from __future__ import annotations

import base64
import logging
import threading
from collections.abc import Callable
from time import monotonic

from obswebsocket import requests

from livedesk.domain.status import ObsPicture
from livedesk.services.obs.client import ObsClient, Subscription
from livedesk.services.obs.failures import LinkError, ObsError
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.wire import Wire

log = logging.getLogger(__name__)

PROGRAM_S = 1 / 5
PREVIEW_S = 1 / 2
WIDTH, HEIGHT = 480, 270
_RETRY_S = 1.0


class Thumbnails:
    """Asks for one picture at a time. ``program`` names the scene on air (empty: no link, or OBS
    switches its collection, and nothing is asked)."""

    def __init__(
        self,
        open_wire: Callable[[int], Wire],
        loop: Loop,
        program: Callable[[], str],
        publish: Callable[[ObsPicture], object],
    ) -> None:
        self._open_wire = open_wire
        self._loop = loop
        self._program = program
        self._publish = publish
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._show_program = False
        self._preview = ""
        self._thread: threading.Thread | None = None

    def watch(self, *, program: bool, preview: str) -> None:
        """Show the scene on air (5 a second) and the scene ``preview`` (2 a second; empty: none)."""
        with self._lock:
            self._show_program, self._preview = program, preview
            if (program or preview) and self._thread is None:
                self._thread = threading.Thread(target=self._run, name="obs-thumbnails", daemon=True)
                self._thread.start()
        self._wake.set()

    def _wanted(self) -> bool:
        """Whether anything is asked for; if not, the thread's end is settled under the same lock."""
        with self._lock:
            if self._show_program or self._preview:
                return True
            self._thread = None
            return False

    def _run(self) -> None:
        while self._wanted():
            if not self._program():
                self._pause(_RETRY_S)
                continue
            try:
                self._serve()
            except LinkError as failure:
                log.info("No pictures from OBS: %s", type(failure).__name__)
                self._pause(_RETRY_S)
            except Exception:
                log.exception("Pictures from OBS failed")
                self._pause(_RETRY_S)

    def _serve(self) -> None:
        wire = self._open_wire(Subscription.NONE)
        client = ObsClient(wire, self._loop, on_event=lambda event: None, on_lost=lambda reason: None)
        due = {True: 0.0, False: 0.0}
        try:
            while True:
                on_air = self._program()
                with self._lock:
                    scenes = {True: on_air if self._show_program else "", False: self._preview if on_air else ""}
                asked = [kind for kind in (True, False) if scenes[kind]]
                if not asked:
                    return
                kind = min(asked, key=due.__getitem__)
                if self._pause(due[kind] - monotonic()):
                    continue
                due[kind] = monotonic() + (PROGRAM_S if kind else PREVIEW_S)
                if self._program():
                    self._picture(client, kind, scenes[kind])
        finally:
            client.close()

    def _picture(self, client: ObsClient, program: bool, scene: str) -> None:
        request = requests.GetSourceScreenshot(
            sourceName=scene,
            imageFormat="jpg",
            imageWidth=WIDTH,
            imageHeight=HEIGHT,
            imageCompressionQuality=70,
        )
        try:
            answer = client.call(request)
        except ObsError:
            return  # the scene was renamed or removed; the next list of scenes tells
        _, _, encoded = str(answer["imageData"]).partition(",")
        self._publish(ObsPicture(program, scene, base64.b64decode(encoded)))

    def _pause(self, seconds: float) -> bool:
        """Wait so long; True: not to the end, something else is asked for now."""
        if seconds > 0 and self._wake.wait(seconds):
            self._wake.clear()
            return True
        return False
