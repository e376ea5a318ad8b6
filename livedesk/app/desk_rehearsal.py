"""What the desk does with rehearsals for the interface: see :class:`livedesk.ui.context.Services`."""

from __future__ import annotations

import logging
import threading
from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from livedesk.domain.events import RunEnded
from livedesk.domain.rehearsing import AudienceKind, RehearsalWishes
from livedesk.services.session.snapshot import Journalled, SessionSnapshot

if TYPE_CHECKING:
    from livedesk.app.stage import Stage

log = logging.getLogger(__name__)


class DeskRehearsal:
    """Over the stage of whoever inherits it."""

    @property
    @abstractmethod
    def _stage(self) -> Stage: ...

    def begin_rehearsal(self, wishes: RehearsalWishes) -> None:
        """Rehearse the show on the desk. Raises UserError also for a recording that cannot be read."""
        if wishes.audience is AudienceKind.RECORDING:
            from livedesk.services.ingest.recording import span

            span(Path(wishes.recording))
        self._stage.rehearse(wishes)

    def steer_rehearsal(
        self, *, speed: int | None = None, paused: bool | None = None, by_itself: bool | None = None
    ) -> None:
        """Change how the rehearsal runs."""
        self._stage.rehearsals.steer(speed=speed, paused=paused, by_itself=by_itself)

    def end_rehearsal(self) -> None:
        """End the rehearsal."""
        self._stage.rehearsals.end()

    def _leave_ended(self, item: Journalled, snapshot: SessionSnapshot | None) -> bool:
        """Let the desk go back to its show where this tells the end of a rehearsal; whether it does. Waits for
        nothing: it is called in the show thread, for which the way back waits."""
        if snapshot is None or snapshot.rehearsing is None or snapshot.run_id != item.run_id:
            return False
        if any(isinstance(entry.event, RunEnded) for entry in item.entries):
            threading.Thread(target=self._leave, args=(item.run_id,), name="rehearsal-end", daemon=True).start()
        return True

    def _leave(self, run_id: int) -> None:
        try:
            self._stage.leave_rehearsal(run_id)
        except Exception:
            log.exception("the desk could not go back from a rehearsal")
