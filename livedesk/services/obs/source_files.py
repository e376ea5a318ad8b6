"""Looks every few seconds whether the files that OBS's sources show are still there, when OBS runs on this machine.

OBS itself shows nothing in place of a file that is gone, and says so only when the collection is loaded.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.source_files import SourceFile
from livedesk.services.obs.client import Answer, ObsClient
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.rounds import Rounds

EVERY_S = 5.0
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


class SourceFiles(Rounds):
    """Looks at the disk in a thread of its own: one that does not answer holds up nothing. ``local`` tells whether OBS
    runs on this machine."""

    def __init__(self, loop: Loop, mirror: Mirror, busy: Callable[[], bool], *, local: Callable[[], bool]) -> None:
        super().__init__(loop, mirror, busy, every_s=EVERY_S)
        self._local = local

    def _asks(self) -> Mapping[str, Baserequests]:
        kinds = self._mirror.kinds if self._local() else {}
        shows_files = [name for name, kind in kinds.items() if _VERSION.sub("", kind) in _PATHS]
        return {name: requests.GetInputSettings(inputName=name) for name in shows_files}

    def _told(self, outcomes: Mapping[str, Answer | ObsError]) -> None:
        mirror, client = self._mirror, self._client
        if not self._local():
            # Of an OBS on another machine it stays unknown, which is not the same as "none is missing".
            self._again()
            return
        named = [
            SourceFile(name, path, mirror.items.showing(name, mirror.status.scenes), True)
            for name, answer in outcomes.items()
            if not isinstance(answer, ObsError)
            for path in paths_of(mirror.kinds.get(name, ""), answer["inputSettings"])
        ]

        def look() -> None:
            seen = tuple(replace(file, there=is_there(file.path)) for file in named)
            self._loop.post(lambda: self._found(client, seen))

        if named:
            threading.Thread(target=look, name="obs-files", daemon=True).start()
        else:
            self._found(client, ())

    def _found(self, client: ObsClient | None, files: tuple[SourceFile, ...]) -> None:
        if client is not self._client:
            return
        if files != self._mirror.status.files:
            self._mirror.status = replace(self._mirror.status, files=files)
        self._again()
