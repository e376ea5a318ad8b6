"""Pixels put down at once: what would be hundreds of lines and rectangles, each with its way through Qt, is one small
image."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

Colours = NDArray[np.uint32]
"""Premultiplied ARGB, row by row; 0 leaves a pixel as it is."""


def put(painter: QPainter, target: QRect, colours: Colours) -> None:
    """Draw pixels over a rectangle; one row may be drawn as high as it is."""
    tall, wide = colours.shape
    # The image does not own its bytes: they stay until it is drawn.
    data = colours.tobytes()
    painter.drawImage(target, QImage(data, wide, tall, 4 * wide, QImage.Format.Format_ARGB32_Premultiplied))


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
