"""Curves cut down to what a screen can show."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]


def decimate(x: Column, y: Column, buckets: int) -> tuple[Column, Column]:
    """At most two points a bucket, its lowest and its highest in order of time, so that no peak is lost.

    ``buckets`` is the width in pixels; a curve of fewer points than two a bucket comes back as it is. The last
    point stays the last."""
    size = len(x)
    if buckets < 1 or size <= 2 * buckets:
        return x, y
    per = -(-size // buckets)
    edges = np.arange(0, size, per)
    padded = np.full(len(edges) * per, np.nan)
    padded[:size] = y
    table = padded.reshape(len(edges), per)
    rows = np.isfinite(table).any(axis=1)
    table, edges = table[rows], edges[rows]
    low, high = edges + np.nanargmin(table, axis=1), edges + np.nanargmax(table, axis=1)
    picked = np.unique(np.concatenate((low, high, [size - 1])))
    return x[picked], y[picked]


def window(x: Column, start: float, end: float) -> slice:
    """The part of a sorted column inside a window, with one point beyond each side so that lines reach it."""
    first = int(np.searchsorted(x, start, side="left"))
    last = int(np.searchsorted(x, end, side="right"))
    return slice(max(0, first - 1), min(len(x), last + 1))
