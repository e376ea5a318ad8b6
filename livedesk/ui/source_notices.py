"""What stands in the banners about sources that the show shows or hides and OBS's scenes do not have, before air."""

from __future__ import annotations

from PySide6.QtCore import QObject

from livedesk.domain.run import Phase
from livedesk.domain.rundown import Show
from livedesk.domain.scene_names import scenes_of
from livedesk.domain.scene_sources import LackingSources, all_lacking
from livedesk.domain.status import ObsStatus
from livedesk.ui.context import GoTo, Tick
from livedesk.ui.notice import Notice, Offer

_NAMED = 3


class SourceNotices(QObject):
    """Before air everything that lacks a source is counted; on air the next segment's is told before its take. Nothing
    is said while OBS's scenes are not known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._of: tuple[Show, object, object] | None = None
        self._found: tuple[LackingSources, ...] = ()

    def all(self, tick: Tick, obs: ObsStatus) -> tuple[Notice, ...]:
        """What is to be said now."""
        snapshot, table = tick.snapshot, tick.timetable
        if snapshot is None or table is None or snapshot.resuming:
            return ()
        show, phase = snapshot.state.show, snapshot.state.run.phase
        found = self._lacking(show, obs)
        if phase is Phase.ON_AIR:
            following = show.segments[table.next].id if table.next is not None else ""
            text = next((self._next(each) for each in found if each.item_id == following), "")
        else:
            text = self._counted(found) if found and phase is Phase.PREPARING else ""
        if not text:
            return ()
        mend = self.tr("Add the source to the scene in OBS, or take it out of the script.")
        offer = Offer(self.tr("Open the script"), GoTo("script", show.id))
        return (Notice("sources", f"{text} {mend}", (offer,)),)

    def _lacking(self, show: Show, obs: ObsStatus) -> tuple[LackingSources, ...]:
        known = scenes_of(obs)
        if self._of is None or self._of[0] is not show or self._of[1:] != (known, obs.sources):
            self._of = (show, known, obs.sources)
            self._found = all_lacking(show, obs)
        return self._found

    def _next(self, lacking: LackingSources) -> str:
        names = self.tr(", ").join(self.tr('"{0}"').format(source) for source in lacking.sources)
        return self.tr(
            'OBS has no source {sources} in the scene "{scene}"; "{title}", which comes next, shows or hides it.'
        ).format(sources=names, scene=lacking.scene, title=lacking.title)

    def _counted(self, found: tuple[LackingSources, ...]) -> str:
        places = list(dict.fromkeys(each.words for each in found))
        names = self.tr("; ").join(places[:_NAMED]) + (" …" if len(places) > _NAMED else "")
        return self.tr(
            "{count} segments or standby plans show or hide sources that their scenes in OBS do not have: {names}."
        ).format(count=len(found), names=names)
