"""A marked moment in words, the same in the strip, the list, the log and the report."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.events_desk import MomentKind, MomentMarked
from livedesk.ui import format as fmt


def moment_name(kind: MomentKind) -> str:
    """A kind of moment as a person calls it."""
    match kind:
        case MomentKind.MOMENT:
            return QCoreApplication.translate("Moments", "Moment")
        case MomentKind.WARNING:
            return QCoreApplication.translate("Moments", "Platform warning")
        case MomentKind.VIOLATION:
            return QCoreApplication.translate("Moments", "Violation")


def moment_title(moment: MomentMarked) -> str:
    """Its kind and number: Moment 3."""
    return f"{moment_name(moment.kind)} {moment.moment_id}"


def moment_place(moment: MomentMarked) -> str:
    """What was on air, and where the recording stood."""
    off = QCoreApplication.translate("Moments", "nothing was on air")
    return " · ".join(_what(moment) + _recorded(moment)) or off


def moment_sentence(moment: MomentMarked) -> str:
    """The whole of it in a line, with the note that came with it."""
    note = [moment.note] if moment.note else []
    return " · ".join([moment_title(moment), *_recorded(moment), *_what(moment), *note])


def _what(moment: MomentMarked) -> list[str]:
    number = "" if moment.number is None else f"{moment.number:02d} "
    return [text for text in (f"{number}{moment.title}" if moment.title else "", moment.product) if text]


def _recorded(moment: MomentMarked) -> list[str]:
    if moment.recording_ms is None:
        return []
    return [QCoreApplication.translate("Moments", "recording {0}").format(fmt.duration(moment.recording_ms))]
