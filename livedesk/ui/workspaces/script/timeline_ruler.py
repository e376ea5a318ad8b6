"""Paints the ruler of the timeline and the groups under it."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from livedesk.domain.clock import MINUTE
from livedesk.ui.workspaces.script.timeline_frame import BEYOND, GROUPS, RULER, Frame
from livedesk.ui.workspaces.script.timeline_look import Look
from livedesk.ui.workspaces.script.timeline_pixels import firsts, put
from livedesk.ui.workspaces.script.timeline_scale import date_of, step_for, ticks
from livedesk.ui.workspaces.script.timeline_strip import Indexes

_LONG, _SHORT = 5, 3
"""Pixels of the ruler's lines, at the times that are named and between them."""
_PARTS = 5
_BRACKET, _FOOT = 8, 4
_TITLED = 26


def ruler(painter: QPainter, look: Look, frame: Frame) -> None:
    """Times in the show's zone, as many as are read well; a day begins with its date and a line."""
    mpp, zone = frame.scale.ms_per_px, frame.strip.show.zone
    least = 84 if mpp * 84 >= MINUTE else 96
    step = step_for(mpp, least)
    # From a step further left, so that a label whose time has just left the view goes with it.
    first, last = frame.first_ms - step, frame.last_ms
    named = ticks(first - first % step, last - last % step + step, step, zone)
    instants = np.fromiter((tick.ms for tick in named), np.int64, len(named))
    painter.setFont(look.hint.font)
    painter.setPen(look.ink("dim"))
    date = date_of(max(frame.first_ms, frame.strip.plan.start), zone) if frame.crosses_midnight else ""
    taken = -1
    days: list[int] = []
    for tick, x in zip(named, frame.scale.xs(instants).tolist(), strict=True):
        label = tick.label
        if tick.midnight:
            days.append(x)
        if date and x >= 0:
            # The day at the left edge, with the first time where they would meet.
            wide = look.hint.width(date) + 10
            if x > wide:
                look.hint.draw(painter, 2, 0, date)
                taken = wide
            elif not tick.midnight:
                label = f"{date} {label}"
            date = ""
        wide = look.hint.width(label)
        if x + wide < 0 or x < taken or x + wide > frame.width:
            continue
        painter.setPen(look.ink("text" if tick.midnight else "dim"))
        look.hint.draw(painter, x + 2, 0, label)
        taken = x + wide + 8
    _lines(painter, look, frame, instants, step)
    if days:
        painter.setPen(QPen(look.ink("dim"), 1, Qt.PenStyle.DashLine))
        bottom = frame.rows.bottom
        painter.drawLines([QLine(x, RULER, x, bottom) for x in days])


def _lines(painter: QPainter, look: Look, frame: Frame, instants: Indexes, step: int) -> None:
    """A long line at each named time, short ones between them, all of them on the ruler's own."""
    width = frame.width
    inked = np.zeros((_LONG, width), bool)
    between = instants[:, np.newaxis] + step * np.arange(_PARTS) // _PARTS
    for times, first in ((between.ravel(), _LONG - _SHORT), (instants, 0)):
        lefts = frame.scale.xs(times)
        inked[first:, lefts[(lefts >= 0) & (lefts < width)]] = True
    inked[-1] = True
    put(painter, QRect(0, RULER - _LONG, width, _LONG), inked * np.uint32(look.ink("line").rgba()))


def groups(painter: QPainter, look: Look, frame: Frame) -> None:
    """Each stretch of a group as a bracket with its title; of what is narrower than a bracket, one in its place."""
    strip, width = frame.strip, frame.width
    first = max(0, bisect_left(strip.runs, strip.first_at(frame.first_ms) + 1) - 1)
    last = bisect_left(strip.runs, strip.visible(frame.first_ms, frame.last_ms).stop)
    begins, ends = strip.heads[first:last], strip.heads[first + 1 : last + 1] - 1
    starts, stops = strip.arrays.starts[begins], strip.arrays.starts[ends] + strip.arrays.lengths[ends]
    lefts, rights = frame.scale.xs(starts), frame.scale.xs(stops) - 2
    shown = rights - lefts >= _BRACKET
    shown[firsts((lefts + frame.scale.left_px) // _BRACKET)] = True
    shown &= strip.named[first:last]
    lefts, rights = lefts[shown], np.maximum(lefts[shown] + 1, rights[shown])
    inked = np.zeros((_FOOT, width), bool)
    seen = (rights >= 0) & (lefts < width)
    edges = np.zeros(width + 1, np.int64)
    np.add.at(edges, lefts[seen].clip(0), 1)
    np.add.at(edges, (rights[seen] + 1).clip(None, width), -1)
    inked[0] = edges[:-1].cumsum() > 0
    wide = rights - lefts >= _BRACKET
    for feet in (lefts[wide], rights[wide]):
        inked[:, feet[(feet >= 0) & (feet < width)]] = True
    put(
        painter, QRect(0, frame.rows.groups + GROUPS - 3, width, _FOOT), inked * np.uint32(look.ink("faint").rgba())
    )  # fmt: skip
    painter.setFont(look.hint.font)
    painter.setPen(look.ink("dim"))
    titled = rights - lefts.clip(4) >= _TITLED
    columns = (begins[shown][titled].tolist(), lefts[titled].tolist(), rights[titled].tolist())
    for at, left, right in zip(*columns, strict=True):
        left_seen = max(left, 4)
        words = look.hint.cut(
            strip.titles[strip.segments[at].group_id], min(right, width + BEYOND) - left_seen - 4
        )
        look.hint.draw(painter, left_seen + 3, frame.rows.groups - 1, words)
