"""What a rehearsal is called in the interface."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from livedesk.domain.rehearsing import AudienceKind, Rehearsing


def badge(rehearsing: Rehearsing) -> str:
    """彩排 20×, or that it is paused."""
    if rehearsing.lapse.paused:
        return QCoreApplication.translate("Rehearsal", "REHEARSAL paused")
    return QCoreApplication.translate("Rehearsal", "REHEARSAL {0}×").format(rehearsing.lapse.speed)


def facts(rehearsing: Rehearsing) -> str:
    """What takes part in it, and that it counts for nothing live."""
    wishes = rehearsing.wishes
    obs = (
        QCoreApplication.translate("Rehearsal", "OBS really switches")
        if wishes.drives_obs
        else QCoreApplication.translate("Rehearsal", "without OBS")
    )
    counts = QCoreApplication.translate("Rehearsal", "counts for no live number")
    parts = [obs, counts, audience(wishes.audience, wishes.recording)]
    if rehearsing.lapse.speed > 1:
        parts.append(QCoreApplication.translate("Rehearsal", "the prompter goes segment by segment"))
    return " · ".join(parts)


def audience(kind: AudienceKind, recording: str = "") -> str:
    """Who plays the audience."""
    match kind:
        case AudienceKind.SIMULATED:
            return QCoreApplication.translate("Rehearsal", "Simulated audience")
        case AudienceKind.RECORDING if recording:
            return QCoreApplication.translate("Rehearsal", "Recording {0}").format(Path(recording).name)
        case AudienceKind.RECORDING:
            return QCoreApplication.translate("Rehearsal", "A recording …")
        case _:
            return QCoreApplication.translate("Rehearsal", "No audience")
