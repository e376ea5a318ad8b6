"""Paints what a run adds to the timeline: what was aired, what is expected now, and where the show is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon

from livedesk.domain.clock import SECOND
from livedesk.domain.timetable import RowState, Timetable
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.timeline_frame import LIVE, RULER, Frame
from livedesk.ui.workspaces.script.timeline_look import Look
from livedesk.ui.workspaces.script.timeline_pixels import Colours, fill, firsts, put, stretches
from livedesk.ui.workspaces.script.timeline_strip import Indexes

_COLUMN = 8
"""What is narrower than this is drawn as one with what begins beside it."""
_BAR = 16
_TONES = ("faint", "next", "warn")
_PAST = (RowState.AIRED, RowState.NOT_AIRED)


class Course:
    """The aired and the expected segments of one timetable, in the order of their instants, and which of all the show
    is done with. ``before``, that of the tick before, lends what has not changed since."""

    def __init__(self, table: Timetable, before: Course | None = None) -> None:
        self.table = table
        self.aired: Sequence[tuple[int, int]]
        self.places: Indexes
        self.starts: Indexes
        self.past: NDArray[np.bool_]
        if before is not None and before.table.actual == table.actual:
            self.aired = before.aired
        else:
            self.aired = sorted((start, at) for at, start in enumerate(table.actual) if start is not None)
        if before is not None and before.table.expected == table.expected:
            self.places, self.starts = before.places, before.starts
        else:
            every = np.array(table.expected, np.float64)
            self.places = np.flatnonzero(~np.isnan(every))
            self.starts = every[self.places].astype(np.int64)
        if before is not None and before.table.states == table.states:
            self.past = before.past
        else:
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
    strip, zone = frame.strip, frame.strip.show.zone
    low = max(0, int(np.searchsorted(known.starts, frame.first_ms)) - 1)
    high = int(np.searchsorted(known.starts, frame.last_ms, side="right"))
    if low >= high:
        return
    starts, places = known.starts[low:high], known.places[low:high]
    ends = np.append(known.starts[low + 1 : high + 1], [table.expected_end])[: high - low]
    lengths = strip.arrays.lengths[places]
    ends = np.where(lengths > 0, np.minimum(ends, starts + lengths), ends)
    lefts = frame.xs(starts)
    rights = np.maximum(lefts + 1, frame.xs(ends) - 1)
    shown = rights - lefts >= _COLUMN
    shown[firsts((lefts + frame.scale.left_px) // _COLUMN)] = True
    tones = np.where(_late(frame, known, places, starts), 2, np.where(places == (table.next or 0), 1, 0))
    inks = np.array([look.pixel(tone) for tone in _TONES], np.uint32)
    _frames(painter, frame, lefts[shown], rights[shown], inks[tones[shown]])
    face = look.hint
    painter.setFont(face.font)
    long, short = face.width("00:00:00"), face.width("00:00")
    rooms = rights - lefts.clip(0) - 7
    for at in np.flatnonzero(shown & (rooms >= short)).tolist():
        start, tone = int(starts[at]), _TONES[tones[at]]
        words = fmt.clock(start, zone) if rooms[at] >= long else fmt.short_clock(start, zone)
        painter.setPen(look.ink("dim" if tone == "faint" else tone))
        face.draw(painter, max(int(lefts[at]), 0) + 4, frame.rows.bottom + 3 + (_BAR - face.height) // 2, words)


def _late(frame: Frame, known: Course, places: Indexes, starts: Indexes) -> NDArray[np.bool_]:
    """Which of these are expected after their fixed time."""
    pins = frame.strip.pins
    if not len(pins.places):
        return np.zeros(len(places), bool)
    nearest = np.searchsorted(pins.places, places).clip(None, len(pins.places) - 1)
    late: NDArray[np.bool_] = (pins.places[nearest] == places) & (starts - pins.instants[nearest] >= SECOND)
    return late


def _frames(painter: QPainter, frame: Frame, lefts: Indexes, rights: Indexes, inks: Colours) -> None:
    """Open frames as high as a bar, all of them as one image."""
    pixels = np.zeros((_BAR, frame.width), np.uint32)
    begins, ends = lefts.clip(0, frame.width), rights.clip(0, frame.width)
    pixels[:: _BAR - 1, stretches(begins, ends)] = np.repeat(inks, ends - begins)
    fill(pixels, lefts, 1, inks)
    fill(pixels, rights - 1, 1, inks)
    put(painter, QRect(0, frame.rows.bottom + 3, frame.width, _BAR), pixels)


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
