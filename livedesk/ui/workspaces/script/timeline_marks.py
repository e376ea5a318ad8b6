"""Paints what stands at one instant, and what it does to the time before it: hard starts with their slack or
shortfall, milestones, skipped segments, the hard end of the show.

Slack is a gap, hatched, that says how much is spare; a shortfall is hatched over the blocks that run into the
fixed time, from that time to where the plan really gets to it, with words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon

from livedesk.domain.rundown import SegmentKind
from livedesk.ui.widgets import paint
from livedesk.ui.workspaces.script import timeline_words as words
from livedesk.ui.workspaces.script.timeline_frame import FLAGS, Frame
from livedesk.ui.workspaces.script.timeline_look import Look
from livedesk.ui.workspaces.script.timeline_strip import Strip

_CLOSE = 4
"""Marks closer than this many pixels are drawn as one."""
_PIN = 12
_CHIP = 18
_LEAST = 12
_BUNCH = 10
_CROWDED = 24
_MOST = 100
_WIDE_MARK = 120
_WIDEST = 160
Label = tuple[int, str, str]


def hards(painter: QPainter, look: Look, frame: Frame) -> list[Label]:
    """Gaps and overlaps before the hard starts in view, with their pins; returns the pins' labels (x, words,
    tone), to be drawn where there is room."""
    strip, plan = frame.strip, frame.strip.plan
    listed = strip.hards
    span = strip.hards_within(frame.first_ms, frame.last_ms)
    labels: list[Label] = []
    place, stop = span.start, span.stop
    while place < stop:
        at = listed[place]
        hard, slack, start = plan.hard_starts[at], plan.slacks[at], strip.starts[at]
        place += 1
        if hard is None:
            continue
        # One pin for all that stand within a few pixels, but for those with words to say.
        ahead = bisect_left(strip.starts, frame.scale.ms(frame.x(start) + _CLOSE))
        beyond = bisect_left(listed, ahead, place)
        place = max(
            place, next((p for p in range(place, min(beyond, stop)) if _says(plan.slacks[listed[p]])), beyond)
        )
        short = _says(slack)
        after = plan.hard_starts[listed[place]] if place < len(listed) else None
        crowded = after is not None and abs(frame.x(after) - frame.x(hard)) < _CROWDED
        said = not slack
        if slack:
            left, right = frame.x(hard if short else start - slack), frame.x(start)
            said = (_overlap if short else _gap)(painter, look, frame, left, right, slack)
        x = frame.x(hard)
        tone = "warn" if short else "next"
        if not -_PIN <= x <= frame.width:
            continue
        if crowded:
            painter.fillRect(x - 1, frame.rows.flags + 3, 3, 7, look.ink(tone))
            painter.fillRect(x, frame.rows.flags + 10, 1, FLAGS - 10, look.ink(tone))
            continue
        _pole(painter, look, frame, x, tone)
        paint.pin(painter, x - 5, frame.rows.flags + FLAGS // 2, look.ink(tone))
        # What the gap or the overlap is too narrow to say stands beside the pin.
        parts = [words.at_clock(hard, strip.show.zone), "" if said else words.spare_or_short(slack or 0)]
        if strip.segments[at].kind is SegmentKind.MILESTONE:
            parts.insert(1, strip.segments[at].title)
        labels.append((x, " ".join(part for part in parts if part), tone))
    return labels


def _says(slack: int | None) -> bool:
    return slack is not None and slack < 0


def _gap(painter: QPainter, look: Look, frame: Frame, left: int, right: int, slack: int) -> bool:
    """Time that nothing is planned for; returns whether there was room to say how much."""
    rows = frame.rows
    box = QRect(left, rows.top, max(2, right - left - 1), rows.bottom - rows.top)
    if box.width() <= _CLOSE:
        painter.fillRect(box, look.ink("next", 0.6))
        return False
    painter.fillRect(box, look.gap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.ink("next", 0.6), 1, Qt.PenStyle.DashLine))
    painter.drawRect(box.adjusted(0, 0, -1, -1))
    return _say(painter, look, frame, box, words.spare_or_short(slack), "next") or _say(
        painter, look, frame, box, words.brief(slack), "next"
    )


def _overlap(painter: QPainter, look: Look, frame: Frame, left: int, right: int, slack: int) -> bool:
    """Blocks that run into a fixed time; returns whether there was room to say by how much."""
    rows = frame.rows
    box = QRect(left, rows.top, max(3, right - left), rows.bottom - rows.top)
    if box.width() <= _CLOSE:
        painter.fillRect(box, look.ink("warn"))
        return False
    painter.fillRect(box, look.overlap_ground)
    painter.fillRect(box, look.overlap)
    painter.setPen(QPen(look.ink("warn"), 2))
    painter.drawLine(left, rows.top, left, rows.bottom - 1)
    painter.drawLine(left, rows.bottom - 1, box.right(), rows.bottom - 1)
    # At the foot of the blocks, so that their titles stay legible.
    foot = QRect(box.left(), box.bottom() - _CHIP - 3, box.width(), _CHIP + 2)
    return _say(painter, look, frame, foot, words.spare_or_short(slack), "warn")


def _say(painter: QPainter, look: Look, frame: Frame, box: QRect, said: str, tone: str) -> bool:
    """Words in the middle of what is seen of a box, where they fit."""
    seen = box.intersected(QRect(0, box.top(), frame.width, box.height()))
    wide = look.label_bold.width(said) + 10
    if seen.width() < wide + 4:
        return False
    chip = QRect(seen.center().x() - wide // 2, seen.center().y() - _CHIP // 2, wide, _CHIP)
    look.chip(painter, chip, said, tone, look.label_bold)
    return True


def _pole(painter: QPainter, look: Look, frame: Frame, x: int, tone: str) -> None:
    painter.fillRect(x, frame.rows.flags + 4, 1, frame.rows.bottom - frame.rows.flags - 4, look.ink(tone))


def marks(painter: QPainter, look: Look, frame: Frame) -> list[Label]:
    """Milestones as flags, skipped segments as hollow marks; returns their labels."""
    strip = frame.strip
    listed = strip.marks
    left, right = (round(beyond * frame.scale.ms_per_px) for beyond in (_WIDE_MARK, _CROWDED))
    span = strip.within(listed, frame.first_ms - left, frame.last_ms + right)
    labels: list[Label] = []
    place = span.start
    while place < span.stop:
        x = frame.x(strip.starts[listed[place]])
        if x > frame.width:
            break
        until = bisect_left(listed, bisect_left(strip.starts, frame.scale.ms(x + _BUNCH)), place + 1)
        # What comes next is near: there is no room for a whole flag.
        crowded = until < span.stop and frame.x(strip.starts[listed[until]]) - x < _CROWDED
        bunch = [at for at in listed[place : min(until, place + _MOST)] if not _pinned(strip, at)]
        place = until
        if bunch:
            labels.append(_bunch(painter, look, frame, x, bunch, crowded=crowded))
    return labels


def _pinned(strip: Strip, at: int) -> bool:
    """Whether a pin stands where the mark would, and names it."""
    segment = strip.segments[at]
    return segment.hard_start is not None and not segment.skipped and not _says(strip.plan.slacks[at])


def _bunch(painter: QPainter, look: Look, frame: Frame, x: int, bunch: Sequence[int], *, crowded: bool) -> Label:
    """The marks of one place: a flag where a milestone is among them, else a ring."""
    segments = frame.strip.segments
    skipped = [at for at in bunch if segments[at].skipped]
    flags = [at for at in bunch if not segments[at].skipped]
    shown = flags or skipped
    chosen = any(segments[at].id in frame.chosen for at in bunch)
    words_ = segments[shown[0]].title if len(shown) == 1 else f"×{len(shown)}"
    if flags:
        _flag(painter, look, frame, x, chosen=chosen, alone=len(bunch) == 1 and not crowded)
        if skipped:
            words_ += f" ○{len(skipped)}"
    else:
        _hollow(painter, look, x, frame.rows.flags + FLAGS // 2, chosen=chosen)
    return x, words_, "text" if chosen else "next" if flags else "dim"


def _flag(painter: QPainter, look: Look, frame: Frame, x: int, *, chosen: bool, alone: bool) -> None:
    """A flag; one that stands for several, or close to others, is low, so that the blocks stay visible."""
    top, ink = frame.rows.flags, look.ink("text" if chosen else "next")
    if not alone:
        painter.fillRect(x, top + 3, 1, FLAGS - 4, ink)
        painter.fillRect(x + 1, top + 3, 4, 6, ink)
        return
    _pole(painter, look, frame, x, "text" if chosen else "next")
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygon([QPoint(x, top + 3), QPoint(x + 9, top + 7), QPoint(x, top + 11)]))


def _hollow(painter: QPainter, look: Look, x: int, middle: int, *, chosen: bool) -> None:
    """A ring that stands on nothing: what would be here."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.ink("text" if chosen else "faint"), 2 if chosen else 1.4))
    painter.drawEllipse(QPoint(x, middle), 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def hard_end(painter: QPainter, look: Look, frame: Frame) -> list[Label]:
    """The line at which the show must be over, and what is left before it or runs past it."""
    plan = frame.strip.plan
    if plan.hard_end is None or plan.end_slack is None:
        return []
    x, end = frame.x(plan.hard_end), frame.x(plan.end)
    said = True
    if plan.end_slack > 0:
        said = _gap(painter, look, frame, end, x, plan.end_slack)
    elif plan.end_slack < 0:
        said = _overlap(painter, look, frame, x, end, plan.end_slack)
    if not -_PIN <= x <= frame.width:
        return []
    tone = "warn" if plan.end_slack < 0 else "next"
    painter.setPen(QPen(look.ink(tone), 2))
    painter.drawLine(x, frame.rows.flags + 2, x, frame.rows.bottom + 1)
    paint.pin(painter, x - 5, frame.rows.flags + FLAGS // 2, look.ink(tone))
    label = words.must_end(plan.hard_end, frame.strip.show.zone)
    return [(x, label if said else f"{label} {words.spare_or_short(plan.end_slack)}", tone)]


def labels(painter: QPainter, look: Look, frame: Frame, wanted: Sequence[Sequence[Label]]) -> None:
    """Draw the labels of pins and flags where they fit: those of the first list first, none over another or over
    a mark."""
    face, top = look.hint, frame.rows.flags + (FLAGS - look.hint.height) // 2
    painter.setFont(face.font)
    stops = sorted({x for part in wanted for x, _, _ in part})
    taken: list[tuple[int, int]] = []
    for part in wanted:
        for x, text, tone in part:
            left = x + _PIN
            follows = bisect_left(stops, x + 1)
            room = min(_WIDEST, (stops[follows] if follows < len(stops) else frame.width + _WIDEST) - 8 - left)
            if room < _LEAST:
                continue
            shown = face.cut(text, room)
            right = left + face.width(shown)
            if right > frame.width and x <= frame.width:
                # At the right edge a label stands before its pin.
                left, right = x - 8 - face.width(shown), x - 8
                if follows > 1 and stops[follows - 2] + _PIN > left:
                    continue
            if len(shown) < min(3, len(text)) or any(left < b and a < right for a, b in taken):
                continue
            taken.append((left, right))
            painter.setPen(look.ink(tone))
            face.draw(painter, left, top, shown)
