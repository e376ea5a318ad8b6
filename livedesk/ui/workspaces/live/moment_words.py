"""A marked moment in words, the same in the strip, the list and the report."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.events_desk import MomentMarked
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.live.desk_sentences import moment_name


def moment_title(moment: MomentMarked) -> str:
    """Its kind and number: Moment 3."""
    return f"{moment_name(moment.kind)} {moment.moment_id}"


def moment_place(moment: MomentMarked) -> str:
    """What was on air, and where the recording stood."""
    number = "" if moment.number is None else f"{moment.number:02d} "
    parts = [f"{number}{moment.title}" if moment.title else "", moment.product if moment.product else ""]
    if moment.recording_ms is not None:
        recorded = QCoreApplication.translate("Moments", "recording {0}")
        parts.append(recorded.format(fmt.duration(moment.recording_ms)))
    off = QCoreApplication.translate("Moments", "nothing was on air")
    return " · ".join(part for part in parts if part) or off
