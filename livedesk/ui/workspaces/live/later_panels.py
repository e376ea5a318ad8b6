"""The panels that the director's layout does not show: loaded with the first of them that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.live.as_run_panel import AsRunPanel
from livedesk.ui.workspaces.live.audio_panel import AudioPanel
from livedesk.ui.workspaces.live.console_board import ConsoleBoard
from livedesk.ui.workspaces.live.health_panel import HealthPanel
from livedesk.ui.workspaces.live.host_board import HostBoard
from livedesk.ui.workspaces.live.moments_panel import MomentsPanel
from livedesk.ui.workspaces.live.outputs_panel import OutputsPanel

MAKERS: Mapping[str, Callable[[DeskContext], QWidget]] = {
    "as_run": AsRunPanel,
    "audio": AudioPanel,
    "board": ConsoleBoard,
    "health": HealthPanel,
    "host": HostBoard,
    "moments": MomentsPanel,
    "outputs": OutputsPanel,
}
"""By the names of :data:`livedesk.ui.workspaces.live.panels.LATER`."""
