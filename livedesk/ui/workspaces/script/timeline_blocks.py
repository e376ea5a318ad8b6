"""Paints the blocks of the timeline.

A block of some pixels is drawn by itself; what is narrower is merged into columns, each in the colour of what is
planned there. So a frame costs by the width of the strip, never by the length of the show.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.timeline_frame import BEYOND, Frame
from livedesk.ui.workspaces.script.timeline_look import CHOSEN, PLAIN, QUIET, Look
from livedesk.ui.workspaces.script.timeline_pixels import firsts, put, stretches
from livedesk.ui.workspaces.script.timeline_strip import Indexes, Strip

COLUMN = 2
"""What is narrower than a column and a pixel is merged into columns."""
ALONE = COLUMN + 1
ROUND = 24
_NUMBERED, _TITLED, _TIMED = 22, 54, 76
_PAD = 6
_ANTIALIASED = QPainter.RenderHint.Antialiasing


def blocks(painter: QPainter, look: Look, frame: Frame) -> None:
    """The planned segments."""
    strip, rows = frame.strip, frame.rows
    top, tall = rows.top, rows.bottom - rows.top
    span = strip.visible(frame.first_ms, frame.last_ms)
    first = max(0, span.start - 1)
    arrays, seen = strip.arrays, slice(first, span.stop)
    starts, lengths = arrays.starts[seen], arrays.lengths[seen]
    lefts, rights = frame.scale.xs(starts), frame.scale.xs(starts + lengths)
    drawn = lengths > 0
    narrow = drawn & (rights - lefts < ROUND)
    _narrow(painter, look, frame, np.flatnonzero(narrow) + first, lefts[narrow], rights[narrow])
    wide: list[tuple[int, QRect, int]] = []
    apart = drawn & ~narrow
    places = (np.flatnonzero(apart) + first).tolist()
    edges = (edge[apart].clip(-BEYOND, frame.width + BEYOND).tolist() for edge in (lefts, rights))
    for at, left, right in zip(places, *edges, strict=True):
        wide.append((at, QRect(left, top, right - left - 1, tall), _way(frame, at)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(_ANTIALIASED, True)
    for at, box, way in wide:
        painter.setBrush(look.fills[strip.segments[at].kind, way])
        painter.drawRoundedRect(box, 3, 3)
    painter.setRenderHint(_ANTIALIASED, False)
    _texts(painter, look, frame, wide)
    _outlines(painter, look, frame, wide)


def shown(strip: Strip, at: int, wide: int) -> tuple[object, ...]:
    """What a block so many pixels wide shows of its segment, beside its place; a mark shows its title."""
    segment = strip.segments[at]
    if wide < ROUND and strip.length(at):
        return (segment.kind,)
    return segment.kind, segment.title, segment.number


def _way(frame: Frame, at: int) -> int:
    if frame.strip.segments[at].id in frame.chosen:
        return CHOSEN
    return QUIET if frame.past is not None and frame.past[at] else PLAIN


def _ways(frame: Frame, places: Indexes) -> Indexes:
    """How each is looked at."""
    ways = np.full(len(places), PLAIN, np.int64)
    if frame.past is not None:
        ways[frame.past[places]] = QUIET
    ways[frame.is_chosen(places)] = CHOSEN
    return ways


def _narrow(painter: QPainter, look: Look, frame: Frame, places: Indexes, lefts: Indexes, rights: Indexes) -> None:
    """What is too narrow for round corners and words (``places``, in order, with their edges), all of it as one image
    of one row, drawn as high as the strip: blocks with a pixel between them and, of what is narrower still, every
    column in the colour of the first that begins in it."""
    if not len(places):
        return
    ink = look.colours[frame.strip.arrays.kinds[places], _ways(frame, places)]
    row = np.zeros((1, frame.width + COLUMN), np.uint32)
    alone = rights - lefts >= ALONE
    columns = lefts - (lefts + frame.scale.left_px) % COLUMN
    merged = np.flatnonzero(~alone)
    merged = merged[firsts(columns[merged])]
    for left, right, inks in (
        (columns[merged], columns[merged] + COLUMN, ink[merged]),
        (lefts[alone], rights[alone] - 1, ink[alone]),
    ):
        begins, ends = left.clip(0, row.size), right.clip(0, row.size)
        row[0, stretches(begins, ends)] = np.repeat(inks, ends - begins)
    put(painter, QRect(0, frame.rows.top, row.size, frame.rows.bottom - frame.rows.top), row)


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
