"""The hard time that presses, in words: by when the segment on air must be cut, and what is spare or short."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.clock import MINUTE
from livedesk.domain.timetable import Timetable
from livedesk.ui import format as fmt


def must_cut(table: Timetable, zone: str) -> tuple[str, str]:
    """The words in one line and their tone; empty where no later start is fixed."""
    if table.must_cut_by is None or table.margin is None:
        return "", "dim"
    when = fmt.clock(table.must_cut_by, zone)
    if table.margin < 0:
        words = QCoreApplication.translate("CutWords", "cut by {0} ({1} short)")
        return words.format(when, fmt.duration(-table.margin)), "warn"
    words = QCoreApplication.translate("CutWords", "cut by {0} ({1} to spare)")
    return words.format(when, fmt.duration(table.margin)), _pressing(table.margin)


def must_cut_lines(table: Timetable, zone: str) -> tuple[str, str, str]:
    """The same in two lines, and their tone; empty where no later start is fixed."""
    if table.must_cut_by is None or table.margin is None:
        return "", "", "dim"
    when = QCoreApplication.translate("CutWords", "Cut by {0}").format(fmt.clock(table.must_cut_by, zone))
    if table.margin < 0:
        short = QCoreApplication.translate("CutWords", "{0} short").format(fmt.duration(-table.margin))
        return when, f"▲ {short}", "warn"
    spare = QCoreApplication.translate("CutWords", "{0} to spare").format(fmt.duration(table.margin))
    return when, spare, _pressing(table.margin)


def _pressing(margin_ms: int) -> str:
    return "next" if margin_ms < 5 * MINUTE else "dim"
