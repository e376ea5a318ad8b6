"""Panic: the safe scene in every state. With a run it is the run's; without one OBS is asked for the scene itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from livedesk.domain import commands as c
from livedesk.domain.card import CardTexts
from livedesk.domain.effects import ObsTake
from livedesk.domain.run import Phase
from livedesk.domain.rundown import PANIC_SCENE
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.live.view import DeskView

_NO_RUN = 0
"""The number of a take that no run counts: what becomes of it is OBS's own to show."""


class PanicKey(QObject):
    """``press`` is the slot of the action ``panic``. OBS may stream before a show is opened and after it has ended:
    then the key has a use as well."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._run = False
        self._scene = ""

    def show_view(self, view: DeskView | None, obs: ObsStatus) -> None:
        """Follow what is on the desk (None: no show) and what OBS has."""
        # It asks nobody: it also goes while a person has not said yet whether to go on with the show.
        self._run = view is not None and view.run.phase is not Phase.NONE
        self._scene = PANIC_SCENE if view is None else view.show.panic.scene
        why = "" if self._run else self._why_not(obs)
        self._context.actions["panic"].allow(not why, why)

    def _why_not(self, obs: ObsStatus) -> str:
        if obs.link is not LinkState.READY:
            return self.tr("no run is open, and OBS is not connected")
        if self._scene not in obs.scenes:
            return self.tr('no run is open, and OBS has no scene "{0}"').format(self._scene)
        return ""

    @Slot()
    def press(self) -> None:
        """The safe scene, now."""
        if self._run:
            self._context.dispatch(c.Panic())
            return
        self._context.services.take(ObsTake(_NO_RUN, self._scene, urgent=True), CardTexts())
        asked = self.tr('no run is open: OBS is asked for the scene "{0}"').format(self._scene)
        self._context.actions.refused.emit("panic", asked)
