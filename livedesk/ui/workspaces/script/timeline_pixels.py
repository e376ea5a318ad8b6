"""Pixels put down at once: what would be hundreds of lines and rectangles, each with its way through Qt, is one small
image."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

Colours = NDArray[np.uint32]
"""Premultiplied ARGB, row by row; 0 leaves a pixel as it is."""


def put(painter: QPainter, target: QRect, colours: Colours) -> None:
    """Draw pixels over a rectangle; one row may be drawn as high as it is."""
    tall, wide = colours.shape
    # The image does not own its bytes: they stay until it is drawn.
    data = colours.tobytes()
    painter.drawImage(target, QImage(data, wide, tall, 4 * wide, QImage.Format.Format_ARGB32_Premultiplied))


def pixel(colour: QColor) -> np.uint32:
    """A colour as a pixel of such an image."""
    alpha, parts = colour.alpha(), (colour.red(), colour.green(), colour.blue())
    red, green, blue = (round(part * alpha / 255) for part in parts)
    return np.uint32(alpha << 24 | red << 16 | green << 8 | blue)


def fill(colours: Colours, lefts: NDArray[np.int64], wide: int, inks: Colours) -> None:
    """Fill the columns from each left on, so many wide, in its ink, as far as they are inside."""
    for at in range(wide):
        columns = lefts + at
        inside = (columns >= 0) & (columns < colours.shape[1])
        colours[:, columns[inside]] = inks[inside]


def firsts(columns: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places of the first of each run of equals."""
    begins = np.empty(len(columns), bool)
    begins[:1] = True
    np.not_equal(columns[1:], columns[:-1], out=begins[1:])
    return np.flatnonzero(begins)


def stretches(begins: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """Every whole number of each half-open stretch, one stretch after the other."""
    sizes = ends - begins
    behind = sizes.cumsum()
    offsets: NDArray[np.int64] = np.repeat(begins - behind + sizes, sizes)
    return offsets + np.arange(len(offsets))
