"""What the head of the text panel tells: which item it is, how many words it has, how long they take to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from livedesk.domain.allocation import SegmentTime, segment_time
from livedesk.domain.clock import SECOND
from livedesk.domain.pace import DEFAULT_CPS
from livedesk.domain.rundown import EndMode, Segment, SegmentKind, Standby
from livedesk.domain.script import Script
from livedesk.ui import format as fmt


@dataclass(frozen=True)
class Paces:
    """How fast people speak: characters a second by name, and of those of whom nothing is known."""

    known: Mapping[str, float]
    default_cps: float = DEFAULT_CPS


@dataclass(frozen=True, slots=True)
class Told:
    """The words after the title, and whether they warn."""

    words: str
    warns: bool


def number_of(item: Segment | Standby | None, place: int) -> str:
    """The number that a segment is called by; empty for a standby plan or nothing."""
    if not isinstance(item, Segment):
        return ""
    return item.number or f"{place + 1:02d}"


def told_of(
    item: Segment | Standby,
    script: Script,
    host: str,
    values: Mapping[str, str],
    paces: Paces,
    planned_ms: int | None = None,
) -> Told:
    """How long the words take beside the time that is planned, whether that fits, and what it is counted from: how many
    characters are to be said (with the variables filled from ``values``), at which rate. ``planned_ms`` is the item's
    time in the plan where it is known; one that ends at a fixed time has no other."""
    time, planned = _time(item, script, host, values, paces, planned_ms)
    if not time.chars:
        return Told(QCoreApplication.translate("ScriptText", "nothing to say yet"), warns=False)
    takes, length = fmt.duration(time.speaking_ms), fmt.duration(time.planned_ms)
    warns = planned and not time.fits
    if warns:
        text = QCoreApplication.translate("ScriptText", "▲ {0} of {1} planned, {2} over")
    elif planned:
        text = QCoreApplication.translate("ScriptText", "≈ {0} of {1} planned")
    else:
        text = QCoreApplication.translate("ScriptText", "≈ {0} to say")
    told = text.format(takes, length, fmt.duration(time.over_ms))
    rate = time.chars * SECOND / time.speaking_ms
    counted = QCoreApplication.translate("ScriptText", "{0} characters at {1} a second")
    return Told(f"{told} · {counted.format(fmt.count(time.chars), f'{rate:.1f}')}", warns)


def _time(
    item: Segment | Standby,
    script: Script,
    host: str,
    values: Mapping[str, str],
    paces: Paces,
    planned_ms: int | None,
) -> tuple[SegmentTime, bool]:
    """The time of the words, and whether a duration is planned for them."""
    if isinstance(item, Standby):
        own = Segment(item.id, item.title, SegmentKind.TALK, item.duration_ms or 0, script=script)
        return segment_time(own, host, values, paces.known, paces.default_cps), item.duration_ms is not None
    counts = item.end_mode is EndMode.COUNT_TO
    planned = not counts or planned_ms is not None
    own = replace(item, script=script)
    length = planned_ms if counts else None
    return segment_time(own, host, values, paces.known, paces.default_cps, length), planned
