"""Where an instant lies on the timeline, and which times its ruler names. No Qt: instants in, pixels out.

A pixel is a whole step of ``ms_per_px`` counted from ``base_ms``; scrolling is by whole pixels. So panning shows
the very same columns at another place, and what is merged into one column does not flicker.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from livedesk.domain.clock import DAY, HOUR, MINUTE, SECOND, to_local

CLOSEST = 100.0
"""The closest look, in ms a pixel: a second is ten pixels."""
Pixels = NDArray[np.int64]
_NUDGE = 1e-9
_STEPS = (
    SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND,
    MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE,
    HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scale:
    """``left_px`` is the column at the left edge, counted from ``base_ms``."""

    base_ms: int = 0
    ms_per_px: float = 1_000.0
    left_px: int = 0

    def x(self, ms: int) -> int:
        """The pixel in which an instant lies (0: the left edge)."""
        return math.floor((ms - self.base_ms) / self.ms_per_px + _NUDGE) - self.left_px

    def xs(self, instants: Pixels) -> Pixels:
        """The pixels in which many instants lie."""
        return np.floor((instants - self.base_ms) / self.ms_per_px + _NUDGE).astype(np.int64) - self.left_px

    def ms(self, x: int) -> int:
        """The first whole millisecond of a pixel."""
        return self.base_ms + math.ceil((x + self.left_px) * self.ms_per_px - _NUDGE)

    def panned(self, by_px: int) -> Scale:
        """The view moved to the right by so many pixels."""
        return replace(self, left_px=self.left_px + by_px)

    def zoomed(self, ms_per_px: float, at_x: int) -> Scale:
        """Another magnification; the instant at ``at_x`` stays where it is."""
        column = (at_x + self.left_px) * self.ms_per_px / ms_per_px
        return replace(self, ms_per_px=ms_per_px, left_px=round(column) - at_x)

    def within(self, first_ms: int, last_ms: int, width: int, margin: int) -> Scale:
        """The view moved no further than it must be to show something between two instants: no emptier at either
        side than ``margin`` pixels, and at the left edge where all of it fits."""
        least = self.x(first_ms) + self.left_px - margin
        most = max(least, self.x(last_ms) + self.left_px + margin - width)
        return replace(self, left_px=min(most, max(least, self.left_px)))


def fitted(first_ms: int, last_ms: int, width: int, margin: int) -> Scale:
    """The scale at which a whole stretch fits into the width (never closer than :data:`CLOSEST`)."""
    room = max(1, width - 2 * margin)
    return Scale(first_ms, max(CLOSEST, (last_ms - first_ms) / room), -margin)


@dataclass(frozen=True, slots=True)
class Tick:
    """A time on the ruler. ``midnight``: a day begins in the show's zone."""

    ms: int
    label: str
    midnight: bool


def step_for(ms_per_px: float, least_px: int) -> int:
    """The distance of the ruler's times: the first round one whose labels stand ``least_px`` apart."""
    wanted = ms_per_px * least_px
    whole = next((step for step in _STEPS if step >= wanted), 0)
    return whole or DAY * math.ceil(wanted / DAY)


@lru_cache(maxsize=8)
def ticks(first_ms: int, last_ms: int, step: int, zone: str) -> tuple[Tick, ...]:
    """The ruler's times between two instants, on round times of day in ``zone``, also after its clocks changed.
    Midnight is named with its date."""
    return tuple(_ticks(first_ms, last_ms, step, zone))


def _ticks(first_ms: int, last_ms: int, step: int, zone: str) -> Iterator[Tick]:
    at = first_ms
    while at <= last_ms:
        local = to_local(at, zone)
        # The time of day as if the day had no change of clocks: round is what the labels say.
        shown = ((local.hour * 60 + local.minute) * 60 + local.second) * SECOND + local.microsecond // 1_000
        days = local.toordinal() if step > DAY else 0
        beyond = (shown + days * DAY) % step
        if not beyond:
            midnight = shown == 0
            clock = f"{local.hour:02d}:{local.minute:02d}"
            label = clock if step >= MINUTE else f"{clock}:{local.second:02d}"
            if midnight:
                label = _day(local) if step >= DAY else f"{_day(local)} {label}"
            yield Tick(at, label, midnight)
        ahead = step - beyond
        if ahead > HOUR and to_local(at + ahead, zone).utcoffset() != local.utcoffset():
            # The clocks change on the way: hour by hour, so that the next round time is not passed by.
            ahead = HOUR - shown % HOUR
        at += ahead


def date_of(ms: int, zone: str) -> str:
    """The day in the show's zone, ``11-25``."""
    return _day(to_local(ms, zone))


def _day(local: datetime) -> str:
    # No strftime: it imports a module at each call, and PySide watches imports.
    return f"{local.month:02d}-{local.day:02d}"
