"""Paints the ruler, the groups and the blocks of the timeline.

A block of some pixels is drawn by itself; what is narrower is merged into columns, each in the colour of what is
planned there. So a frame costs by the width of the strip, never by the length of the show.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from livedesk.domain.clock import MINUTE
from livedesk.domain.rundown import SegmentKind
from livedesk.domain.timetable import RowState
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.timeline_frame import GROUPS, RULER, Frame
from livedesk.ui.workspaces.script.timeline_look import CHOSEN, PLAIN, QUIET, Look
from livedesk.ui.workspaces.script.timeline_scale import date_of, step_for, ticks
from livedesk.ui.workspaces.script.timeline_strip import Indexes

COLUMN = 2
"""What is narrower than a column and a pixel is merged into columns."""
ALONE = COLUMN + 1
ROUND = 24
_NUMBERED, _TITLED, _TIMED = 22, 54, 76
_PAD = 6
_BRACKET = 8
_BEYOND = 64
"""No further outside than Qt's rectangles bear."""
_ANTIALIASED = QPainter.RenderHint.Antialiasing
_QUIET_STATES = (RowState.AIRED, RowState.NOT_AIRED)


def ruler(painter: QPainter, look: Look, frame: Frame) -> None:
    """Times in the show's zone, as many as are read well; a day begins with its date and a line."""
    mpp, zone = frame.scale.ms_per_px, frame.strip.show.zone
    least = 84 if mpp * 84 >= MINUTE else 96
    step = step_for(mpp, least)
    small: list[QLine] = []
    days: list[QLine] = []
    painter.setFont(look.hint.font)
    painter.setPen(look.ink("dim"))
    date = date_of(max(frame.first_ms, frame.strip.plan.start), zone) if frame.crosses_midnight else ""
    taken = -1
    # From a step further left, so that a label whose time has just left the view goes with it.
    for tick in ticks(frame.first_ms - step, frame.last_ms, step, zone):
        x, label = frame.scale.x(tick.ms), tick.label
        small.append(QLine(x, RULER - 5, x, RULER - 1))
        for part in range(1, 5):
            inner = frame.scale.x(tick.ms + step * part // 5)
            small.append(QLine(inner, RULER - 3, inner, RULER - 1))
        if tick.midnight:
            days.append(QLine(x, RULER, x, frame.rows.bottom))
        if date and x >= 0:
            # The day at the left edge, with the first time where they would meet.
            wide = look.hint.width(date) + 10
            if x > wide:
                look.hint.draw(painter, 2, 0, date)
                taken = wide
            elif not tick.midnight:
                label = f"{date} {label}"
            date = ""
        if x + look.hint.width(label) < 0 or x < taken or x + look.hint.width(label) > frame.width:
            continue
        painter.setPen(look.ink("text" if tick.midnight else "dim"))
        look.hint.draw(painter, x + 2, 0, label)
        taken = x + look.hint.width(label) + 8
    painter.setPen(look.ink("line"))
    painter.drawLine(0, RULER - 1, frame.width, RULER - 1)
    painter.drawLines(small)
    if days:
        painter.setPen(QPen(look.ink("dim"), 1, Qt.PenStyle.DashLine))
        painter.drawLines(days)


def groups(painter: QPainter, look: Look, frame: Frame) -> None:
    """Each stretch of a group as a bracket with its title; of what is narrower than a bracket, one in its place."""
    strip, runs = frame.strip, np.array(frame.strip.runs, np.int64)
    first = max(0, bisect_left(strip.runs, strip.first_at(frame.first_ms) + 1) - 1)
    last = bisect_left(strip.runs, strip.visible(frame.first_ms, frame.last_ms).stop)
    begins, ends = runs[first:last], np.append(runs[first + 1 : last + 1], len(strip))[: last - first] - 1
    starts, stops = strip.arrays.starts[begins], strip.arrays.starts[ends] + strip.arrays.lengths[ends]
    lefts, rights = frame.scale.xs(starts), frame.scale.xs(stops) - 2
    shown = rights - lefts >= _BRACKET
    shown[np.unique((lefts + frame.scale.left_px) // _BRACKET, return_index=True)[1]] = True
    lefts, rights = lefts.clip(-_BEYOND, frame.width + _BEYOND), rights.clip(-_BEYOND, frame.width + _BEYOND)
    edge = frame.rows.groups + GROUPS - 3
    lines: list[QLine] = []
    painter.setFont(look.hint.font)
    painter.setPen(look.ink("dim"))
    columns = (begins[shown].tolist(), lefts[shown].tolist(), rights[shown].tolist())
    for at, left, reached in zip(*columns, strict=True):
        title = strip.titles.get(strip.segments[at].group_id, "")
        if not title:
            continue
        right = max(left + 1, reached)
        lines.append(QLine(left, edge, right, edge))
        if right - left >= _BRACKET:
            lines += (QLine(left, edge, left, edge + 3), QLine(right, edge, right, edge + 3))
        seen = max(left, 4)
        if right - seen >= 26:
            words = look.hint.cut(title, right - seen - 4)
            look.hint.draw(painter, seen + 3, frame.rows.groups - 1, words)
    painter.setPen(look.ink("faint"))
    painter.drawLines(lines)


def blocks(painter: QPainter, look: Look, frame: Frame) -> None:
    """The planned segments."""
    strip, rows = frame.strip, frame.rows
    top, tall = rows.top, rows.bottom - rows.top
    span = strip.visible(frame.first_ms, frame.last_ms)
    first = max(0, span.start - 1)
    arrays, seen = strip.arrays, slice(first, span.stop)
    starts, lengths = arrays.starts[seen], arrays.lengths[seen]
    lefts, rights = frame.scale.xs(starts), frame.scale.xs(starts + lengths)
    drawn, alone = lengths > 0, rights - lefts >= ALONE
    _columns(painter, look, frame, np.flatnonzero(drawn & ~alone) + first, lefts[drawn & ~alone])
    plain: dict[tuple[SegmentKind, int], list[QRect]] = {}
    wide: list[tuple[int, QRect, int]] = []
    apart = drawn & alone
    places = (np.flatnonzero(apart) + first).tolist()
    for at, left, right in zip(places, lefts[apart].tolist(), rights[apart].tolist(), strict=True):
        inner, outer = max(left, -_BEYOND), min(right, frame.width + _BEYOND)
        box, way = QRect(inner, top, outer - inner - 1, tall), _way(frame, at)
        if outer - inner >= ROUND:
            wide.append((at, box, way))
        else:
            plain.setdefault((strip.segments[at].kind, way), []).append(box)
    painter.setPen(Qt.PenStyle.NoPen)
    for key, boxes in plain.items():
        painter.setBrush(look.fills[key])
        painter.drawRects(boxes)
    painter.setRenderHint(_ANTIALIASED, True)
    for at, box, way in wide:
        painter.setBrush(look.fills[strip.segments[at].kind, way])
        painter.drawRoundedRect(box, 3, 3)
    painter.setRenderHint(_ANTIALIASED, False)
    _texts(painter, look, frame, wide)
    _outlines(painter, look, frame, wide)


def _way(frame: Frame, at: int) -> int:
    if frame.strip.segments[at].id in frame.chosen:
        return CHOSEN
    return QUIET if frame.table is not None and frame.table.states[at] in _QUIET_STATES else PLAIN


def _ways(frame: Frame, places: Indexes) -> Indexes:
    """How each is looked at; ``places`` are in order."""
    if frame.table is not None or len(frame.chosen) > len(places):
        return np.fromiter((_way(frame, place) for place in places.tolist()), np.int64, len(places))
    ways = np.full(len(places), PLAIN, np.int64)
    for place in map(frame.strip.place, frame.chosen):
        if place is not None:
            ways[np.flatnonzero(places == place)] = CHOSEN
    return ways


def _columns(painter: QPainter, look: Look, frame: Frame, places: Indexes, lefts: Indexes) -> None:
    """What is too narrow to be drawn by itself (``places``, in order, with their left edges): every column in the
    colour of the first that begins in it, all of them as one image of one row, drawn as high as the strip."""
    if not len(places):
        return
    columns, at = np.unique(lefts - (lefts + frame.scale.left_px) % COLUMN, return_index=True)
    shown_as = places[at]
    colours = look.colours[frame.strip.arrays.kinds[shown_as], _ways(frame, shown_as)]
    width = frame.width + COLUMN
    row = np.zeros(width, np.uint32)
    for step in range(COLUMN):
        shown = (columns + step >= 0) & (columns + step < width)
        row[columns[shown] + step] = colours[shown]
    image = QImage(row.tobytes(), width, 1, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(QRect(0, frame.rows.top, width, frame.rows.bottom - frame.rows.top), image)


def _texts(painter: QPainter, look: Look, frame: Frame, wide: list[tuple[int, QRect, int]]) -> None:
    """Number or title, and the duration where there is room under it."""
    strip, tall = frame.strip, frame.rows.bottom - frame.rows.top
    two = tall >= 2 * look.hint.height + 2
    seconds: list[tuple[int, int, str, int]] = []
    middle = frame.rows.top + tall // 2
    for bold in (False, True):
        face = look.label_bold if bold else look.label
        painter.setFont(face.font)
        pen = -1
        for at, box, way in wide:
            if (way == CHOSEN) is not bold:
                continue
            # A title stays in view as long as anything of its block does.
            left = max(box.left(), 0) + _PAD
            room = min(box.right(), frame.width) - _PAD - left + 2
            if room < _NUMBERED - _PAD:
                continue
            if way != pen:
                painter.setPen(look.texts[way])
                pen = way
            words = strip.segments[at].title if room >= _TITLED else strip.number(at)
            timed = two and room >= _TIMED
            shown = face.cut(words, room)
            y = middle - face.height + 3 if timed else middle - face.height // 2
            face.draw(painter, left, y, shown)
            if timed:
                seconds.append((left, middle + 1, fmt.duration(strip.length(at)), way))
    painter.setFont(look.hint.font)
    for left, y, words, way in seconds:
        painter.setPen(look.seconds[way])
        look.hint.draw(painter, left, y, words)


def _outlines(painter: QPainter, look: Look, frame: Frame, wide: list[tuple[int, QRect, int]]) -> None:
    """What is chosen, what is on air and where the keys act."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    strip, table = frame.strip, frame.table
    painter.setPen(QPen(look.ink("text", 0.8), 1))
    for _, box, way in wide:
        if way == CHOSEN:
            painter.drawRect(box.adjusted(0, 0, -1, -1))
    current = table.current if table is not None else None
    marked = [(current, "air", 2)] if current is not None else []
    if 0 <= frame.cursor < len(strip):
        marked.append((frame.cursor, "info" if frame.focused else "text", 2 if frame.focused else 1))
    for at, tone, thick in marked:
        if at is None or at >= len(strip):
            continue
        left, right = frame.x(strip.starts[at]), frame.x(strip.end(at))
        if right < 0 or left > frame.width:
            continue
        spot = QRect(left, frame.rows.top, max(4, right - left - 1), frame.rows.bottom - frame.rows.top)
        painter.setPen(QPen(look.ink(tone), thick))
        painter.drawRect(spot.adjusted(-1, -1, 0, 0) if thick > 1 else spot.adjusted(0, 0, -1, -1))
