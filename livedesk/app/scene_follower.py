"""Lets the show on the desk follow when OBS renames a scene that it uses.

OBS tells the old name and the new one while livedesk is linked; what was renamed while nobody listened cannot be
known and is flagged as missing. Where the script is locked the rename waits and says so: it goes in by itself once
the script is unlocked.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue

from livedesk.app.documents import Documents
from livedesk.domain.commands import ClearFault, Command, ShowFault
from livedesk.domain.errors import UserError
from livedesk.domain.events import OBS
from livedesk.domain.scene_renames import Rename, rename_scene, together
from livedesk.services.session.snapshot import DocumentSnapshot

log = logging.getLogger(__name__)
SUMMARY = "SceneRenamed"
WAITS = "scene.rename_waits"
STOP_S = 2.0
_TRIES = 5


class SceneFollower:
    """A thread of its own, because an edit waits for the show thread. ``show_id`` names the show on the desk (empty:
    none), ``tell`` takes its fault."""

    def __init__(
        self, documents: Documents, show_id: Callable[[], str], tell: Callable[[Command, str], None]
    ) -> None:
        self._documents = documents
        self._show_id = show_id
        self._tell = tell
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._waiting: tuple[Rename, ...] = ()
        self._waits_in = ""
        self._shown: tuple[Rename, ...] = ()
        self._thread = threading.Thread(target=self._run, name="scene-names", daemon=True)
        self._thread.start()

    def renamed(self, before: str, after: str) -> None:
        """OBS renamed a scene. Any thread; returns at once."""
        self._work.put(lambda: self._follow((before, after)))

    def document(self, changed: DocumentSnapshot) -> None:
        """A document changed: it may have been unlocked. Any thread; returns at once."""
        if self._waiting and not changed.show.approval.closed:
            self._work.put(self._try)

    def shown(self, show_id: str) -> None:
        """Another show is on the desk: what waits belongs to the one before. Any thread; returns at once."""
        self._work.put(lambda: self._forget(show_id))

    def stop(self) -> None:
        """End after what is asked for already."""
        self._work.put(None)
        self._thread.join(STOP_S)

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            try:
                work()
            except Exception:
                log.exception("The show could not follow a scene's new name")

    def _follow(self, rename: Rename) -> None:
        self._waits_in = self._show_id()
        self._waiting = together(self._waiting, rename) if self._waits_in else ()
        self._try()

    def _forget(self, show_id: str) -> None:
        if show_id != self._waits_in:
            self._waiting = ()
            self._say()

    def _try(self) -> None:
        if self._waiting:
            self._waiting = tuple(one for one in self._waiting if not self._put(*one))
        self._say()

    def _put(self, before: str, after: str) -> bool:
        """Put the new name into the document. False where the script is locked and the name stands in it."""
        for _ in range(_TRIES):
            now = self._documents.load(self._waits_in)
            edit = rename_scene(now.show, before, after)
            if edit is None:
                return True
            try:
                self._documents.edit(self._waits_in, edit, now.revision, by=OBS, summary=SUMMARY)
            except UserError as error:
                if error.code == "edit.closed":
                    return False
                if error.code != "edit.stale":
                    raise
            else:
                return True
        log.warning("The show changed too often to follow a scene's new name")
        return True

    def _say(self) -> None:
        if self._waiting == self._shown:
            return
        self._shown = self._waiting
        if self._waiting:
            names = " · ".join(f"{before} → {after}" for before, after in self._waiting)
            self._tell(ShowFault(WAITS, (("names", names),)), OBS)
        else:
            self._tell(ClearFault(WAITS), OBS)
