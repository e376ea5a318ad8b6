"""When a console cue is due, in words and tones."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from livedesk.domain.console import CueState
from livedesk.ui import format as fmt
from livedesk.ui.models.console import CueRow

CUE_TONES: Mapping[CueState, str] = {
    CueState.LATE: "warn",
    CueState.DUE: "next",
    CueState.DONE: "go",
    CueState.COMING: "dim",
}


def cue_when(row: CueRow) -> str:
    """How far a cue's moment is away, in words."""
    if row.seconds is None:
        return QCoreApplication.translate("LiveConsole", "done")
    if row.due.state is CueState.LATE:
        late = fmt.duration(-row.seconds * 1_000)
        return "▲ " + QCoreApplication.translate("LiveConsole", "late {0}").format(late)
    if row.seconds > 0:
        return QCoreApplication.translate("LiveConsole", "in {0}").format(fmt.duration(row.seconds * 1_000))
    return QCoreApplication.translate("LiveConsole", "now")
