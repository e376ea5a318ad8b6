"""Paints what stands at one instant, and what it does to the time before it: hard starts with their slack or
shortfall, milestones, skipped segments, the hard end of the show.

Slack is a gap, hatched, that says how much is spare; a shortfall is hatched over the blocks that run into the
fixed time, from that time to where the plan really gets to it, with words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon

from livedesk.domain.rundown import SegmentKind
from livedesk.ui.widgets import paint
from livedesk.ui.workspaces.script import timeline_words as words
from livedesk.ui.workspaces.script.timeline_frame import FLAGS, Frame
from livedesk.ui.workspaces.script.timeline_look import Look
from livedesk.ui.workspaces.script.timeline_pixels import Colours, fill, firsts, put, stretches
from livedesk.ui.workspaces.script.timeline_strip import MILESTONE, SKIPPED, Indexes

_CLOSE = 4
"""Marks closer than this many pixels are drawn as one."""
_PIN = 12
_CHIP = 18
_LEAST = 12
_BUNCH = 10
_CROWDED = 24
_WIDE_MARK = 120
_WIDEST = 160
_MOST_WORDS = 64
Label = tuple[int, str, str]


def hards(painter: QPainter, look: Look, frame: Frame) -> list[Label]:
    """Gaps and overlaps before the hard starts in view, with their pins; returns the pins' labels (x, words,
    tone), to be drawn where there is room."""
    strip, rows = frame.strip, frame.rows
    if not strip.hards_within(frame.first_ms, frame.last_ms):
        return []
    # Those of the whole view, so that a part of it is painted as it was with all the others.
    span = strip.hards_within(*frame.view_ms)
    part, pins = slice(span.start, span.stop), strip.pins
    slacks, xs, starts = pins.slacks[part], frame.xs(pins.instants[part]), frame.xs(pins.starts[part])
    short = slacks < 0
    # One pin for all that stand within a few pixels, but for those with words to say.
    kept = short.copy()
    kept[firsts((starts + frame.scale.left_px) // _CLOSE)] = True
    lefts = np.where(short, xs, frame.xs(pins.starts[part] - slacks.clip(0)))
    wide = np.where(short, (starts - lefts).clip(3), (starts - lefts - 1).clip(2))
    told = kept & (slacks != 0)
    little = told & (wide <= _CLOSE)
    inks = np.where(short, look.pixel("warn"), look.pixel("next", 0.6))
    _stripes(painter, frame, lefts[little], wide[little], inks[little])
    large = told & ~little
    for at in np.flatnonzero(large & ~short).tolist():
        # What the gap is too narrow to say stands beside the pin.
        little[at] = not _gap(painter, look, frame, int(lefts[at]), int(starts[at]), int(slacks[at]))
    over = np.flatnonzero(large & short)
    little[over] = ~_overlaps(painter, look, frame, lefts[over], starts[over], slacks[over])
    places = np.flatnonzero(kept)
    begins = firsts(xs[places])
    # What is pinned in the same place is one pin; one that is close to the next is a stroke with a head.
    crowded = np.append(np.abs(np.diff(xs[places][begins])) < _CROWDED, [False])
    warned = np.logical_or.reduceat(short[places], begins)
    at_x = xs[places][begins]
    seen = (at_x >= -_PIN) & (at_x <= frame.width)
    inks = np.where(warned, look.pixel("warn"), look.pixel("next"))
    _ticks(painter, frame, at_x[seen & crowded], inks[seen & crowded])
    ends = np.append(begins[1:], [len(places)])
    labels: list[Label] = []
    for at in np.flatnonzero(seen & ~crowded).tolist():
        x, tone, same = int(at_x[at]), "warn" if warned[at] else "next", places[begins[at] : ends[at]]
        _pole(painter, look, frame, x, tone)
        paint.pin(painter, x - 5, rows.flags + FLAGS // 2, look.ink(tone))
        labels.append((x, _pinned_words(frame, same[:_MOST_WORDS] + span.start, little[same]), tone))
    return labels


def _pinned_words(frame: Frame, pinned: Indexes, little: NDArray[np.bool_]) -> str:
    """The words beside a pin: its time, the milestones that begin there, and what found no room where it is drawn."""
    strip, pins = frame.strip, frame.strip.pins
    parts = [words.at_clock(int(pins.instants[pinned[0]]), strip.show.zone)]
    for at, unsaid in zip(pinned.tolist(), little.tolist(), strict=False):
        segment = strip.segments[int(pins.places[at])]
        if segment.kind is SegmentKind.MILESTONE:
            parts.append(segment.title)
        if unsaid:
            parts.append(words.spare_or_short(int(pins.slacks[at])))
    return " ".join(parts)


def _stripes(painter: QPainter, frame: Frame, lefts: Indexes, wide: Indexes, inks: Colours) -> None:
    """Some pixels wide each, as high as the blocks."""
    if len(lefts):
        rows, row = frame.rows, np.zeros((1, frame.width), np.uint32)
        begins, ends = lefts.clip(0, row.size), (lefts + wide).clip(0, row.size)
        row[0, stretches(begins, ends)] = np.repeat(inks, ends - begins)
        put(painter, QRect(0, rows.top, frame.width, rows.bottom - rows.top), row)


def _ticks(painter: QPainter, frame: Frame, xs: Indexes, inks: Colours) -> None:
    """Pins that stand too close to each other for more than a stroke with a head."""
    if len(xs):
        pixels = np.zeros((FLAGS - 3, frame.width), np.uint32)
        fill(pixels[:7], xs - 1, 3, inks)
        fill(pixels[7:], xs, 1, inks)
        put(painter, QRect(0, frame.rows.flags + 3, frame.width, FLAGS - 3), pixels)


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


def _overlaps(
    painter: QPainter, look: Look, frame: Frame, lefts: Indexes, rights: Indexes, slacks: Indexes
) -> NDArray[np.bool_]:
    """Blocks that run into fixed times, hatched once however many they are; returns of which there was room to say by
    how much: of those that lie over each other, of the one that is short by most."""
    rows, said = frame.rows, np.zeros(len(lefts), bool)
    edges = np.zeros(frame.width + 3, np.int64)
    np.add.at(edges, lefts.clip(0, frame.width), 1)
    np.add.at(edges, rights.clip(0, frame.width), -1)
    bounds = np.flatnonzero(np.diff(edges.cumsum() > 0, prepend=False, append=False)).reshape(-1, 2)
    for left, right in bounds.tolist():
        box = QRect(left, rows.top, right - left, rows.bottom - rows.top)
        painter.fillRect(box, look.overlap_ground)
        painter.fillRect(box, look.overlap)
        painter.fillRect(QRect(left, rows.bottom - 2, right - left, 2), look.ink("warn"))
    _stripes(painter, frame, lefts - 1, np.full(len(lefts), 2), np.full(len(lefts), look.pixel("warn")))
    taken: list[QRect] = []
    for at in np.argsort(slacks, kind="stable")[:_MOST_WORDS].tolist():
        left, right = int(lefts[at]), int(rights[at])
        # At the foot of the blocks, so that their titles stay legible.
        foot = QRect(left, rows.bottom - 1 - _CHIP - 3, right - left, _CHIP + 2)
        told = words.spare_or_short(int(slacks[at]))
        chip = _room(look, frame, foot, told)
        if chip is not None and not any(chip.intersects(other) for other in taken):
            look.chip(painter, chip, told, "warn", look.label_bold)
            taken.append(chip)
            said[at] = True
    return said


def _say(painter: QPainter, look: Look, frame: Frame, box: QRect, said: str, tone: str) -> bool:
    """Words in the middle of what is seen of a box, where they fit."""
    chip = _room(look, frame, box, said)
    if chip is None:
        return False
    look.chip(painter, chip, said, tone, look.label_bold)
    return True


def _room(look: Look, frame: Frame, box: QRect, said: str) -> QRect | None:
    """Where words have room in the middle of what is seen of a box."""
    seen = box.intersected(QRect(0, box.top(), frame.width, box.height()))
    wide = look.label_bold.width(said) + 10
    if seen.width() < wide + 4:
        return None
    return QRect(seen.center().x() - wide // 2, seen.center().y() - _CHIP // 2, wide, _CHIP)


def _pole(painter: QPainter, look: Look, frame: Frame, x: int, tone: str) -> None:
    painter.fillRect(x, frame.rows.flags + 4, 1, frame.rows.bottom - frame.rows.flags - 4, look.ink(tone))


def marks(painter: QPainter, look: Look, frame: Frame) -> list[Label]:
    """Milestones as flags, skipped segments as hollow marks; returns their labels. Those of one place are one mark: a
    flag where a milestone is among them, else a ring."""
    strip, flags = frame.strip, frame.strip.flags
    left, right = (round(beyond * frame.scale.ms_per_px) for beyond in (_WIDE_MARK, _CROWDED))
    span = strip.within(strip.marks, frame.first_ms - left, frame.last_ms + right)
    if not span:
        return []
    part = slice(span.start, span.stop)
    places, kinds, every = flags.places[part], flags.kinds[part], frame.xs(flags.starts[part])
    begins = firsts((every + frame.scale.left_px) // _BUNCH)
    xs = every[begins]
    stones = np.add.reduceat(kinds == MILESTONE, begins, dtype=np.int64)
    skips = np.add.reduceat(kinds == SKIPPED, begins, dtype=np.int64)
    chosen = np.logical_or.reduceat(frame.is_chosen(places) & (kinds > 0), begins)
    # What comes next is near: there is no room for a whole flag, nor for words.
    crowded = np.append(np.diff(xs) < _CROWDED, [False])
    shown = (stones + skips > 0) & (xs <= frame.width)
    low = shown & (stones > 0) & (crowded | (stones + skips > 1))
    _low(painter, frame, xs[low], np.where(chosen, look.pixel("text"), look.pixel("next"))[low])
    ends = np.append(begins[1:], [len(places)])
    labels: list[Label] = []
    for at in np.flatnonzero(shown).tolist():
        x, lit, many = int(xs[at]), bool(chosen[at]), int(stones[at] or skips[at])
        tone = "text" if lit else "next" if stones[at] else "dim"
        if not stones[at]:
            _hollow(painter, look, x, frame.rows.flags + FLAGS // 2, chosen=lit)
        elif not low[at]:
            _flag(painter, look, frame, x, tone)
        said = ""
        if not crowded[at]:
            first = begins[at] + int(
                np.argmax(kinds[begins[at] : ends[at]] == (MILESTONE if stones[at] else SKIPPED))
            )
            said = strip.segments[int(places[first])].title if many == 1 else f"×{many}"
            said += f" ○{skips[at]}" if stones[at] and skips[at] else ""
        labels.append((x, said, tone))
    return labels


def _low(painter: QPainter, frame: Frame, xs: Indexes, inks: Colours) -> None:
    """Flags that stand for several, or close to others, are low, so that the blocks stay visible."""
    if len(xs):
        pixels = np.zeros((FLAGS - 4, frame.width), np.uint32)
        fill(pixels, xs, 1, inks)
        fill(pixels[:6], xs + 1, 4, inks)
        put(painter, QRect(0, frame.rows.flags + 3, frame.width, FLAGS - 4), pixels)


def _flag(painter: QPainter, look: Look, frame: Frame, x: int, tone: str) -> None:
    """A whole flag."""
    top = frame.rows.flags
    _pole(painter, look, frame, x, tone)
    painter.setBrush(look.ink(tone))
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
        said = bool(_overlaps(painter, look, frame, *(np.array([one]) for one in (x, end, plan.end_slack)))[0])
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
