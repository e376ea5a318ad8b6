"""Why the desk's actions are not to be had now: the same words wherever one says so."""

from PySide6.QtCore import QCoreApplication

from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.workspaces.live.view import DeskView


def not_open(view: DeskView | None) -> str:
    """Why nothing can be done (no show, or one of which nobody has said whether it goes on); empty where it can."""
    if view is None:
        return QCoreApplication.translate("LiveOff", "Open a show first")
    return QCoreApplication.translate("LiveOff", "Say first whether this show goes on") if view.resuming else ""


def not_on_air(view: DeskView) -> str:
    """Why nothing can be done that needs a show on air; empty where it can."""
    off = "" if view.live else QCoreApplication.translate("LiveOff", "The show is not on air")
    return not_open(view) or off


def not_linked(view: DeskView, obs: ObsStatus) -> str:
    """Why nothing can be asked of OBS, which stands as ``obs`` says; empty where it can."""
    if view.without_obs:
        return QCoreApplication.translate("LiveOff", "This rehearsal goes without OBS")
    return "" if obs.link is LinkState.READY else QCoreApplication.translate("LiveOff", "OBS is not connected")
