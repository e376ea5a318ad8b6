"""Follows the show and OBS, and loads the next segment's scene into OBS's preview after each take."""

from __future__ import annotations

import threading
from collections.abc import Callable

from livedesk.domain.ports import Clock
from livedesk.domain.preview import Loaded, load_preview
from livedesk.domain.status import ObsStatus
from livedesk.domain.timetable import schedule
from livedesk.services.session.snapshot import SessionSnapshot


class PreviewLoader:
    """Any thread; ``show`` puts a scene into the preview and returns at once."""

    def __init__(self, clock: Clock, show: Callable[[str], None]) -> None:
        self._clock = clock
        self._show = show
        self._lock = threading.Lock()
        self._loaded = Loaded()
        self._run_id: int | None = None

    def look(self, snapshot: SessionSnapshot | None, obs: ObsStatus) -> None:
        """The show or OBS changed."""
        if snapshot is None:
            return
        with self._lock:
            if snapshot.run_id != self._run_id:
                self._run_id, self._loaded = snapshot.run_id, Loaded()
            if not obs.studio or snapshot.resuming or snapshot.without_obs:
                self._loaded = Loaded()
                return
            run, show = snapshot.state.run, snapshot.state.show
            now = snapshot.now(self._clock.now())
            following = schedule(show, run, run.time(now)).next if run.airings else None
            scene = show.segments[following].scene if following is not None else ""
            self._loaded, wanted = load_preview(self._loaded, run, scene, obs)
        if wanted:
            self._show(wanted)
