"""What stands in the banners about scenes that the show uses and OBS does not have, before they are taken."""

from __future__ import annotations

from PySide6.QtCore import QObject

from livedesk.domain.run import Phase
from livedesk.domain.rundown import Show
from livedesk.domain.scene_names import MissingScenes, missing_scenes, scenes_of
from livedesk.domain.status import ObsStatus
from livedesk.ui.context import GoTo, Tick
from livedesk.ui.notice import Notice, Offer

_NAMED = 5


class SceneNotices(QObject):
    """Before air everything that lacks its scene is counted; on air the next segment's and the panic key's are told.
    Nothing is said while OBS's scenes are not known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._of: tuple[Show, frozenset[str] | None] | None = None
        self._found = MissingScenes()

    def all(self, tick: Tick, obs: ObsStatus) -> tuple[Notice, ...]:
        """What is to be said now."""
        snapshot, table = tick.snapshot, tick.timetable
        if snapshot is None or table is None or snapshot.resuming:
            return ()
        show, phase = snapshot.state.show, snapshot.state.run.phase
        found = self._missing(show, scenes_of(obs))
        if not found or phase not in (Phase.PREPARING, Phase.ON_AIR):
            return ()
        if phase is Phase.PREPARING:
            text = self._counted(found)
        else:
            following = show.segments[table.next] if table.next is not None else None
            text = ""
            if following is not None and following.id in found.segment_ids:
                text = self.tr('OBS has no scene "{scene}", which "{title}" comes with next.').format(
                    scene=following.scene, title=following.title
                )
        parts = [text] if text else []
        if found.panic:
            parts.append(self.tr('Panic would show nothing: OBS has no scene "{0}".').format(show.panic.scene))
        if not parts:
            return ()
        parts.append(self.tr("Make the scene in OBS under this name, or choose another one in the script."))
        offer = Offer(self.tr("Open the script"), GoTo("script", show.id))
        return (Notice("scenes", " ".join(parts), (offer,)),)

    def _missing(self, show: Show, known: frozenset[str] | None) -> MissingScenes:
        if known is None:
            return MissingScenes()
        if self._of is None or self._of[0] is not show or self._of[1] != known:
            self._of = (show, known)
            self._found = missing_scenes(show, known)
        return self._found

    def _counted(self, found: MissingScenes) -> str:
        segments, plans = len(found.segment_ids), len(found.standby_ids)
        names = self.tr(", ").join(found.scenes[:_NAMED])
        if len(found.scenes) > _NAMED:
            names += " …"
        if segments and plans:
            text = self.tr(
                "{segments} segments and {plans} standby plans use scenes that OBS does not have: {names}."
            )
        elif segments:
            text = self.tr("{segments} segments use scenes that OBS does not have: {names}.")
        else:
            text = self.tr("{plans} standby plans use scenes that OBS does not have: {names}.")
        return text.format(segments=segments, plans=plans, names=names)
