"""Looks every few seconds whether the files that OBS's sources show are still there, when OBS runs on this machine.

OBS itself shows nothing in place of a file that is gone, and says so only when the collection is loaded.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

from obswebsocket import requests

from livedesk.domain.source_files import SourceFile
from livedesk.services.obs.client import Answer, ObsClient
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.loop import Loop, Timer
from livedesk.services.obs.mirror import Mirror

EVERY_S = 5.0
BUSY_S = 0.5
_VERSION = re.compile(r"_v\d+$")
_Settings = Mapping[str, Any]


def _listed(settings: _Settings, key: str) -> list[object]:
    return [item.get("value") for item in settings.get(key) or () if isinstance(item, dict)]


# Settings that were never touched are left out by OBS: what is missing has its default.
_PATHS: Mapping[str, Callable[[_Settings], list[object]]] = {
    "image_source": lambda told: [told.get("file")],
    "ffmpeg_source": lambda told: [told.get("local_file")] if told.get("is_local_file", True) else [],
    "slideshow": lambda told: _listed(told, "files"),
    "vlc_source": lambda told: _listed(told, "playlist"),
    "browser_source": lambda told: [told.get("local_file")] if told.get("is_local_file") else [],
    "text_ft2_source": lambda told: [told.get("text_file")] if told.get("from_file") else [],
    "text_gdiplus": lambda told: [told.get("file")] if told.get("read_from_file") else [],
}


def paths_of(kind: str, settings: _Settings) -> tuple[str, ...]:
    """The files and folders of this machine that an input of a kind shows by its settings; addresses are none."""
    told = _PATHS.get(_VERSION.sub("", kind))
    found = told(settings) if told is not None else []
    return tuple(dict.fromkeys(path for path in found if isinstance(path, str) and path and "://" not in path))


def is_there(path: str) -> bool:
    """Whether a path is there. True where that cannot be told: OBS may see more than we do."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


class SourceFiles:
    """Runs on the loop, and looks at the disk in a thread of its own: one that does not answer holds up nothing.
    ``local`` tells whether OBS runs on this machine, ``busy`` whether a take is at OBS; then it is asked later."""

    def __init__(self, loop: Loop, mirror: Mirror, *, local: Callable[[], bool], busy: Callable[[], bool]) -> None:
        self._loop = loop
        self._mirror = mirror
        self._local = local
        self._busy = busy
        self._client: ObsClient | None = None
        self._next: Timer | None = None

    def connect(self, client: ObsClient | None) -> None:
        """The link for commands (None: it is gone)."""
        self._client = client
        if self._next is not None:
            self._next.cancel()
        if client is not None and self._local():
            self._look(client)

    def _later(self, client: ObsClient, seconds: float) -> None:
        if client is self._client:
            self._next = self._loop.later(seconds, lambda: self._look(client))

    def _look(self, client: ObsClient) -> None:
        if client is not self._client:
            return
        if self._mirror.status.switching or self._mirror.status.transitioning or self._busy():
            self._later(client, BUSY_S)
            return
        kinds = {name: kind for name, kind in self._mirror.kinds.items() if _VERSION.sub("", kind) in _PATHS}
        if not kinds:
            self._found(client, ())
            return
        asked = client.ask_batch([requests.GetInputSettings(inputName=name) for name in kinds], halt=False)
        self._loop.when_done(asked, lambda told: self._told(client, tuple(kinds.items()), told))

    def _told(
        self, client: ObsClient, kinds: Sequence[tuple[str, str]], told: Future[list[Answer | ObsError]]
    ) -> None:
        if told.exception() is not None:
            self._later(client, EVERY_S)
            return
        mirror = self._mirror
        named = [
            SourceFile(name, path, mirror.items.showing(name, mirror.status.scenes), True)
            for (name, kind), answer in zip(kinds, told.result(), strict=False)
            if not isinstance(answer, ObsError)
            for path in paths_of(kind, answer["inputSettings"])
        ]

        def look() -> None:
            seen = tuple(replace(file, there=is_there(file.path)) for file in named)
            self._loop.post(lambda: self._found(client, seen))

        threading.Thread(target=look, name="obs-files", daemon=True).start()

    def _found(self, client: ObsClient, files: tuple[SourceFile, ...]) -> None:
        if client is not self._client:
            return
        if files != self._mirror.status.files:
            self._mirror.status = replace(self._mirror.status, files=files)
        self._later(client, EVERY_S)
