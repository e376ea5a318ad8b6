"""What stands in the banners about items of the scene on air that OBS shows or hides against the segment's wish."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from livedesk.domain import commands as c
from livedesk.domain.item_wishes import unmet
from livedesk.domain.run import RunState
from livedesk.domain.status import ObsStatus
from livedesk.ui.notice import Notice, Offer


class ItemNotices(QObject):
    """Says nothing about items that the segment has no wish about, nor of a scene that the rundown does not want."""

    def all(self, run: RunState, obs: ObsStatus) -> tuple[Notice, ...]:
        """What is to be said of OBS, which is linked, at rest, and was taken to what is wanted."""
        if not run.scene or obs.program != run.scene:
            return ()
        wrong = unmet(run.items, obs.items)
        if not wrong:
            return ()
        hidden = [wish.source for wish in wrong if wish.shown]
        shown = [wish.source for wish in wrong if not wish.shown]
        parts = []
        if hidden:
            parts.append(self.tr("OBS hides {0}: the segment wants it shown.").format(self._names(hidden)))
        if shown:
            parts.append(self.tr("OBS shows {0}: the segment wants it hidden.").format(self._names(shown)))
        if obs.studio:
            parts.append(self.tr("In studio mode viewers see a change once the scene is taken again."))
        offers = (
            Offer(self.tr("Put it right in OBS"), c.PutItems()),
            Offer(self.tr("Leave it so until the next take"), c.LeaveItems()),
        )
        return (Notice("items", " ".join(parts), offers),)

    def _names(self, sources: Iterable[str]) -> str:
        return self.tr(", ").join(self.tr('"{0}"').format(source) for source in sources)
