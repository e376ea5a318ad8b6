"""The hard time that presses, in words: by when the segment on air must be cut, and what is spare or short."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.clock import MINUTE
from livedesk.domain.timetable import Timetable
from livedesk.ui import format as fmt


def must_cut(table: Timetable, zone: str) -> tuple[str, str]:
    """The words and their tone; empty where no later start is fixed."""
    if table.must_cut_by is None or table.margin is None:
        return "", "dim"
    when = fmt.clock(table.must_cut_by, zone)
    if table.margin < 0:
        words = QCoreApplication.translate("LiveRundown", "cut by {0} (short {1})")
        return words.format(when, fmt.duration(-table.margin)), "warn"
    words = QCoreApplication.translate("LiveRundown", "cut by {0} (spare {1})")
    return words.format(when, fmt.duration(table.margin)), "next" if table.margin < 5 * MINUTE else "dim"
