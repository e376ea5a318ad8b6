"""The timeline's words: durations as they are spoken of, the line under the strip, what a block tells."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from livedesk.domain.clock import DAY, HOUR, SECOND
from livedesk.domain.timetable import Timetable
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.timeline_strip import Strip


@dataclass(frozen=True, slots=True)
class Told:
    """Words in a tone of the theme."""

    words: str
    tone: str


def brief(ms: int) -> str:
    """A duration without leading zeros, for narrow places: ``4:00``, ``0:05``, ``1:02:00``."""
    seconds = abs(ms) // SECOND
    if abs(ms) >= HOUR:
        return fmt.hms(abs(ms))
    return f"{seconds // 60}:{seconds % 60:02d}"


def signed(ms: int) -> str:
    """A change: ``+1:15``, ``−0:05``, ``±0:00``."""
    sign = "±" if abs(ms) < SECOND else "+" if ms > 0 else fmt.MINUS
    return sign + brief(ms)


def at_clock(ms: int, zone: str) -> str:
    """A time of day, with seconds where it has some."""
    return fmt.short_clock(ms, zone) if ms % (60 * SECOND) == 0 else fmt.clock(ms, zone)


def spare_or_short(slack_ms: int) -> str:
    """What stands in a gap before a fixed time, or on what runs into it."""
    if slack_ms < 0:
        return QCoreApplication.translate("Timeline", "short {0}").format(brief(slack_ms))
    return QCoreApplication.translate("Timeline", "spare {0}").format(brief(slack_ms))


def dragging(before_ms: int, after_ms: int, end_before: int, end_after: int, zone: str) -> str:
    """What a drag of an edge would make: the duration, and when the show then ends."""
    length = f"{fmt.duration(before_ms)} → {fmt.duration(after_ms)} ({signed(after_ms - before_ms)})"
    ends = QCoreApplication.translate("Timeline", "show ends {0} ({1})")
    return f"{length} · {ends.format(fmt.clock(end_after, zone), signed(end_after - end_before))}"


def hard_line(strip: Strip, at: int, table: Timetable | None) -> Told:
    """How the show stands to a hard start that is still to come: live by what is expected, else by the plan."""
    hard, slack, zone = strip.plan.hard_starts[at], strip.plan.slacks[at], strip.show.zone
    when = at_clock(hard or 0, zone)
    expected = table.expected[at] if table is not None else None
    if table is not None and expected is not None and hard is not None:
        if expected - hard >= SECOND:
            words = QCoreApplication.translate("Timeline", "▲ Fixed time {0} expected {1} late")
            return Told(words.format(when, fmt.duration(expected - hard)), "warn")
        slack = max(0, hard - _reached(strip, at, table))
    if slack is None:
        return Told(QCoreApplication.translate("Timeline", "Fixed time {0} opens the show").format(when), "dim")
    if slack < 0:
        words = QCoreApplication.translate("Timeline", "▲ {1} short before the fixed time {0}: it starts late")
        return Told(words.format(when, fmt.duration(-slack)), "warn")
    if slack < SECOND:
        return Told(QCoreApplication.translate("Timeline", "Fixed time {0} met exactly").format(when), "next")
    words = QCoreApplication.translate("Timeline", "{1} spare before the fixed time {0}")
    return Told(words.format(when, fmt.duration(slack)), "next")


def _reached(strip: Strip, at: int, table: Timetable) -> int:
    """When the run will have got to a segment that is still to come: the expected end of what comes before it."""
    first = table.next or 0
    before = next((place for place in range(at - 1, first - 1, -1) if table.expected[place] is not None), None)
    start = table.expected[before] if before is not None else None
    if before is None or start is None:
        return table.segment_end if table.segment_end is not None else table.now
    count = strip.plan.count_tos[before]
    return start + strip.length(before) if count is None else max(start, count)


def end_line(strip: Strip, table: Timetable | None) -> Told:
    """When the show ends, and how that stands to its hard end."""
    plan, zone = strip.plan, strip.show.zone
    end = table.expected_end if table is not None else plan.end
    when = fmt.clock(end, zone)
    if abs(end - plan.start) >= DAY:
        when = QCoreApplication.translate("Timeline", "day {0} {1}").format(_day(strip, end), when)
    words = (
        QCoreApplication.translate("Timeline", "expected to end {0}")
        if table is not None
        else QCoreApplication.translate("Timeline", "ends {0}")
    ).format(when)
    if plan.hard_end is None:
        return Told(words, "dim")
    left = plan.hard_end - end
    if left < 0:
        late = QCoreApplication.translate("Timeline", "▲ {0} over the slot")
        return Told(f"{words} · {late.format(fmt.duration(-left))}", "warn")
    room = QCoreApplication.translate("Timeline", "{0} left in the slot")
    return Told(f"{words} · {room.format(fmt.duration(left))}", "dim")


def _day(strip: Strip, ms: int) -> int:
    return (ms - strip.plan.start) // DAY + 1


def block(strip: Strip, at: int) -> str:
    """A segment in one line: number, title, when, how long."""
    segment, zone = strip.segments[at], strip.show.zone
    name = f"{strip.number(at)} {segment.title}"
    if segment.skipped:
        return QCoreApplication.translate("Timeline", "{0} · skipped").format(name)
    when = fmt.clock(strip.starts[at], zone)
    if strip.length(at) == 0:
        return f"{name} · {when}"
    until = fmt.clock(strip.end(at), zone)
    return f"{name} · {when}–{until} · {fmt.duration(strip.length(at))}"


def must_end(ms: int, zone: str) -> str:
    """The label of the show's hard end."""
    return QCoreApplication.translate("Timeline", "end {0}").format(at_clock(ms, zone))


def moving(title: str, count: int, before: str) -> str:
    """What a drop would do."""
    if count > 1:
        title = QCoreApplication.translate("Timeline", "{0} segments").format(count)
    if not before:
        return QCoreApplication.translate("Timeline", "{0} → to the end").format(title)
    return QCoreApplication.translate("Timeline", "{0} → before {1}").format(title, before)
