"""Small painting helpers that delegates and painted widgets of the desk share."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGuiApplication, QPainter, QPen, QPolygonF

from livedesk.ui.widgets.face import Face

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTER = int(Qt.AlignmentFlag.AlignCenter)


@lru_cache(maxsize=256)
def _font(family: str, px: int, bold: bool) -> QFont:
    made = QFont(QGuiApplication.font())
    made.setFamily(family)
    made.setPixelSize(px)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def font(px: int, *, bold: bool = False) -> QFont:
    """The program's font at a size in pixels, with figures of one width."""
    return _font(QGuiApplication.font().family(), px, bold)


@lru_cache(maxsize=256)
def _face(family: str, px: int, bold: bool) -> Face:
    return Face(_font(family, px, bold))


def width(words: str, px: int, *, bold: bool = False) -> int:
    """How wide a text is, in pixels."""
    return _face(QGuiApplication.font().family(), px, bold).width(words)


def text(
    painter: QPainter,
    rect: QRect,
    words: str,
    color: QColor,
    px: int,
    *,
    bold: bool = False,
    struck: bool = False,
    align: int = LEFT,
) -> None:
    """Draw one line of plain text, shortened with an ellipsis where it does not fit."""
    room = rect.width()
    if room <= 0 or not words:
        return
    if not words.isprintable():
        # A line break that came from outside would begin a second line over the row below.
        words = " ".join(words.split())
    face = _face(QGuiApplication.font().family(), px, bold)
    shown = face.cut(words, room)
    spare = 0 if align == LEFT else room - face.width(shown)
    painter.setFont(face.font)
    painter.setPen(color)
    left = rect.left() + (spare if align == RIGHT else spare // 2)
    top = rect.top() + (rect.height() - face.height) // 2
    face.draw(painter, left, top, shown)
    if struck:
        # By hand: Qt draws the line of a font that is struck out at the painter's origin, not at a prepared text.
        metrics = face.metrics
        line = top + metrics.ascent() - metrics.strikeOutPos()
        painter.fillRect(left, line, face.width(shown), max(1, metrics.lineWidth()), color)


def box(
    painter: QPainter, rect: QRect | QRectF, fill: QColor | None, *, line: QColor | None = None, radius: float = 4
) -> None:
    """Draw a rounded box, filled, outlined, or both."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, 1) if line is not None else Qt.PenStyle.NoPen)
    shape = QRectF(rect)
    if line is not None:
        shape.adjust(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(shape, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def outline(painter: QPainter, rect: QRect, ink: QColor) -> None:
    """Draw a hairline around a box, its corners cut. As four fills it costs a tenth of a rounded :func:`box`."""
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    for x, y, wide, high in (
        (left + 1, top, rect.width() - 2, 1),
        (left + 1, bottom, rect.width() - 2, 1),
        (left, top + 1, 1, rect.height() - 2),
        (right, top + 1, 1, rect.height() - 2),
    ):
        painter.fillRect(x, y, wide, high, ink)


def chip(painter: QPainter, rect: QRect, words: str, fill: QColor, ink: QColor, px: int = 12) -> None:
    """Draw a short word on a rounded ground, in the middle of ``rect``."""
    box(painter, rect, fill)
    text(painter, rect.adjusted(4, 0, -4, 0), words, ink, px, align=CENTER)


def bar(painter: QPainter, rect: QRect, share: float, fill: QColor, ground: QColor) -> None:
    """Draw a progress bar; ``share`` is cut to 0–1."""
    radius = rect.height() / 2
    box(painter, rect, ground, radius=radius)
    length = round(rect.width() * min(1.0, max(0.0, share)))
    if length >= rect.height():
        box(painter, QRect(rect.x(), rect.y(), length, rect.height()), fill, radius=radius)


def pin(painter: QPainter, x: int, middle: int, color: QColor) -> None:
    """Draw the pin of a hard time, 10 px wide, its middle at ``middle``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(x + 5, middle - 2.5), 3.5, 3.5)
    painter.setPen(QPen(color, 1.4))
    painter.drawLine(QPointF(x + 5, middle), QPointF(x + 5, middle + 6))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def triangle(painter: QPainter, x: int, middle: int, color: QColor, *, up: bool = True) -> None:
    """Draw a small triangle, 8 px wide: a change's direction, or a warning."""
    step = -1 if up else 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    base = middle - step * 3.5
    painter.drawPolygon(QPolygonF([QPointF(x, base), QPointF(x + 8, base), QPointF(x + 4, middle + step * 3.5)]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
