"""Drags under way on the timeline, and what they show: the readout of an edge, the insert mark of a move."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from livedesk.ui.workspaces.script import timeline_words as words
from livedesk.ui.workspaces.script.timeline_frame import RULER, Frame
from livedesk.ui.workspaces.script.timeline_look import Look
from livedesk.ui.workspaces.script.timeline_moves import sized, snapped
from livedesk.ui.workspaces.script.timeline_strip import Strip

_GHOSTS = 24


@dataclass(slots=True)
class EdgeDrag:
    """The end of a segment is held: ``off_ms`` from its edge. ``shown`` is the strip as it would be."""

    segment_id: str
    before_ms: int
    press_x: int
    off_ms: int
    duration_ms: int
    shown: Strip
    moving: bool = False

    def to(self, strip: Strip, ms: int, step: int) -> None:
        """The pointer is at an instant; the duration goes by ``step``."""
        at = strip.place(self.segment_id)
        if at is None:
            return
        wanted = snapped(ms - self.off_ms - strip.starts[at], step)
        if wanted != self.duration_ms:
            self.duration_ms = wanted
            show, plan = sized(strip.show, strip.plan, at, wanted)
            self.shown = strip if show is strip.show else Strip(show, plan, strip)


@dataclass(slots=True)
class BodyDrag:
    """Segments are held: ``index`` is the place before which they would go (None: not moved yet). ``alone``: a
    release without a move chooses the one pressed on only."""

    segment_id: str
    ids: frozenset[str]
    press_x: int
    alone: bool
    index: int | None = None


@dataclass(slots=True)
class PanDrag:
    """The strip itself is held."""

    x: int


Drag = EdgeDrag | BodyDrag | PanDrag


def readout(painter: QPainter, look: Look, frame: Frame, drag: EdgeDrag, planned: Strip) -> None:
    """The edge as it would be, and what that makes of the segment and of the show."""
    shown = drag.shown
    at = shown.place(drag.segment_id)
    if at is None:
        return
    zone = shown.show.zone
    x = frame.x(shown.end(at))
    painter.setPen(QPen(look.ink("text"), 2))
    painter.drawLine(x, frame.rows.top - 2, x, frame.rows.bottom)
    said = words.dragging(drag.before_ms, drag.duration_ms, planned.plan.end, shown.plan.end, zone)
    _bubble(painter, look, frame, x, said)


def insert_mark(painter: QPainter, look: Look, frame: Frame, drag: BodyDrag) -> None:
    """Where the held segments would go, and what they are."""
    strip, index = frame.strip, drag.index
    if index is None:
        return
    rows = frame.rows
    # At the end of what comes before, not beyond a gap: that is where it will begin.
    x = frame.x(strip.end(index - 1) if index else strip.starts[0])
    _ghosts(painter, look, frame, drag.ids)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.ink("info"))
    painter.drawRect(QRect(x - 2, rows.top - 4, 3, rows.bottom - rows.top + 8))
    painter.drawRect(QRect(x - 6, rows.top - 6, 11, 3))
    painter.drawRect(QRect(x - 6, rows.bottom + 1, 11, 3))
    count = len(drag.ids)
    at = strip.place(drag.segment_id)
    name = strip.segments[at].title if at is not None else ""
    said = words.moving(name, count, strip.segments[index].title if index < len(strip) else "")
    _bubble(painter, look, frame, x, said)


def _ghosts(painter: QPainter, look: Look, frame: Frame, ids: Set[str]) -> None:
    """The held blocks are lifted: they stand hollow where they were."""
    strip, rows = frame.strip, frame.rows
    painter.setPen(QPen(look.ink("info"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(look.ink("bg", 0.6))
    places = (strip.place(segment_id) for segment_id in list(ids)[:_GHOSTS])
    for at in places:
        if at is None:
            continue
        left, right = frame.x(strip.starts[at]), frame.x(strip.end(at))
        if right >= 0 and left <= frame.width:
            painter.drawRect(QRect(left, rows.top, max(2, right - left - 2), rows.bottom - rows.top - 1))


def _bubble(painter: QPainter, look: Look, frame: Frame, x: int, said: str) -> None:
    """Words beside a point, on the ruler: they hide no block."""
    face = look.label_bold
    wide = face.width(said) + 18
    left = max(2, min(x - wide // 2, frame.width - wide - 2))
    box = QRect(left, 1, wide, RULER + 4)
    painter.setPen(QPen(look.ink("info"), 1))
    painter.setBrush(look.ink("raised"))
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
    painter.setPen(look.ink("text"))
    painter.setFont(face.font)
    face.draw(painter, left + 9, box.top() + (box.height() - face.height) // 2, said)
