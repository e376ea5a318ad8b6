"""Paints what a run adds to the timeline: what was aired, what is expected now, and where the show is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon

from livedesk.domain.clock import SECOND
from livedesk.domain.timetable import RowState, Timetable
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.timeline_frame import LIVE, RULER, Frame
from livedesk.ui.workspaces.script.timeline_look import Look

_COLUMN = 8
"""What is narrower than this is drawn as one with what begins beside it."""
_BAR = 16
_PAST = (RowState.AIRED, RowState.NOT_AIRED)


class Course:
    """The aired and the expected segments of one timetable, in the order of their instants, and which of all the show
    is done with."""

    def __init__(self, table: Timetable) -> None:
        aired = [(start, at) for at, start in enumerate(table.actual) if start is not None]
        aired.sort()
        self.aired = aired
        self.expected = [(start, at) for at, start in enumerate(table.expected) if start is not None]
        self.past = np.fromiter(map(_PAST.__contains__, table.states), bool, len(table.states))


def course(painter: QPainter, look: Look, frame: Frame, table: Timetable, known: Course) -> None:
    """The row under the plan: bars of what was aired, frames with the time of what is expected."""
    _aired(painter, look, frame, table, known)
    _expected(painter, look, frame, table, known)


def _onward(list_: Sequence[tuple[int, int]], place: int, ms: int) -> int:
    """Past what begins in the same few pixels, but for the last of it, which may reach far beyond them."""
    after = bisect_left(list_, (ms, 0), place + 1)
    return max(place + 1, after - 1)


def _aired(painter: QPainter, look: Look, frame: Frame, table: Timetable, known: Course) -> None:
    strip, top = frame.strip, frame.rows.bottom + 3
    list_ = known.aired
    place = max(0, bisect_left(list_, (frame.first_ms, 0)) - 1)
    while place < len(list_):
        start, at = list_[place]
        left = frame.x(start)
        if left > frame.width:
            break
        right = max(left + 2, frame.x(start + (table.aired_ms[at] or 0)) - 1)
        on_air = at == table.current
        brush = look.ink("air") if on_air else look.bars[strip.segments[at].kind]
        painter.fillRect(left, top, right - left, _BAR, brush)
        if on_air and table.segment_end is not None:
            # What is left of it: an open frame up to its expected end.
            end = frame.x(table.segment_end)
            painter.setPen(QPen(look.ink("air"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(right, top, max(0, end - right - 1), _BAR - 1))
        place = _onward(list_, place, frame.scale.ms(left + _COLUMN)) if right - left < _COLUMN else place + 1


def _expected(painter: QPainter, look: Look, frame: Frame, table: Timetable, known: Course) -> None:
    strip, top, zone = frame.strip, frame.rows.bottom + 3, frame.strip.show.zone
    list_ = known.expected
    place = max(0, bisect_left(list_, (frame.first_ms, 0)) - 1)
    painter.setFont(look.hint.font)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    face = look.hint
    long, short = face.width("00:00:00"), face.width("00:00")
    while place < len(list_):
        start, at = list_[place]
        left = frame.x(start)
        if left > frame.width:
            break
        ends = list_[place + 1][0] if place + 1 < len(list_) else table.expected_end
        ends = min(ends, start + strip.length(at)) if strip.length(at) else ends
        right = max(left + 1, frame.x(ends) - 1)
        hard = strip.plan.hard_starts[at]
        late = hard is not None and start - hard >= SECOND
        tone = "warn" if late else "next" if at == table.next else "faint"
        painter.setPen(look.ink(tone))
        painter.drawRect(QRect(left, top, right - left - 1, _BAR - 1))
        seen = max(left, 0) + 4
        room = right - seen - 3
        if room >= short:
            words = fmt.clock(start, zone) if room >= long else fmt.short_clock(start, zone)
            painter.setPen(look.ink("dim" if tone == "faint" else tone))
            face.draw(painter, seen, top + (_BAR - face.height) // 2, words)
        place = _onward(list_, place, frame.scale.ms(left + _COLUMN)) if right - left < _COLUMN else place + 1


def playhead(painter: QPainter, look: Look, frame: Frame, table: Timetable) -> None:
    """The line of now, with its time on the ruler."""
    x = frame.x(table.now)
    if not 0 <= x <= frame.width:
        return
    words = fmt.clock(table.now, frame.strip.show.zone)
    wide = look.hint_bold.width(words) + 10
    left = min(max(0, x - wide // 2), frame.width - wide)
    painter.setPen(QPen(look.ink("text"), 2))
    painter.drawLine(x, RULER - 2, x, frame.rows.bottom + LIVE - 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.ink("text"))
    painter.drawRoundedRect(QRect(left, 0, wide, RULER - 3), 3, 3)
    painter.drawPolygon(QPolygon([QPoint(x - 5, RULER - 4), QPoint(x + 6, RULER - 4), QPoint(x, RULER + 3)]))
    painter.setPen(look.ink("bg"))
    painter.setFont(look.hint_bold.font)
    look.hint_bold.draw(painter, left + 5, (RULER - 3 - look.hint_bold.height) // 2, words)
