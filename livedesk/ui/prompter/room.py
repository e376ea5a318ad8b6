"""The quiet parts of the host's screen: the shade over unread text, the corner notes, the empty screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen, QPixmap, QPolygonF

from livedesk.ui.fonts import font
from livedesk.ui.prompter.look import Frame, load_look

READ, COMING, FAR = 0.70, 0.28, 0.52


def shade(frame: Frame) -> QPixmap:
    """A veil over the text column: what was read is dim, the line at the read line and the next are bright, what
    comes fades down. Painted once for a size."""
    height, band = frame.size.height(), frame.band
    width = frame.column + frame.px(8)
    made = frame.canvas(width, height)
    made.fill(Qt.GlobalColor.transparent)
    gradient = QLinearGradient(0, 0, 0, height)
    stops = (
        (band.top() - frame.px(36), READ),
        (band.top() + frame.px(8), 0.0),
        (band.bottom() + frame.px(96), 0.0),
        (band.bottom() + frame.px(130), COMING),
        (band.bottom() + frame.px(200), COMING),
        (band.bottom() + frame.px(250), FAR),
        (height - frame.px(150), FAR + 0.06),
        (height - frame.px(90), 1.0),
        (height, 1.0),
    )
    gradient.setColorAt(0, _veil(READ + 0.05))
    for y, alpha in stops:
        gradient.setColorAt(min(1.0, max(0.0, y / height)), _veil(alpha))
    painter = QPainter(made)
    painter.fillRect(0, 0, width, height, gradient)
    painter.end()
    return made


def band(frame: Frame) -> QPixmap:
    """The band of the read line with its marker, painted once for a size."""
    look, height = load_look(), frame.band.height()
    made = frame.canvas(frame.band.width(), height)
    made.fill(look.color("text", 0.035))
    painter = QPainter(made)
    for y in (0, height - 1):
        painter.fillRect(0, y, frame.band.width(), 1, look.color("line"))
    x, y, size = frame.px(24), frame.read_line - frame.band.top(), frame.px(24)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("air"))
    painter.drawPolygon(QPolygonF([QPointF(x, y - size), QPointF(x + size * 1.4, y), QPointF(x, y + size)]))
    painter.end()
    return made


def _veil(alpha: float) -> QColor:
    return load_look().color("bg", alpha)


def paint_notes(said: tuple[tuple[str, str], ...], frame: Frame, family: str) -> QPixmap:
    """The corner notes side by side, each a text with its colour token."""
    face = font(family, frame.px(24), bold=True)
    metrics = QFontMetricsF(face)
    pad, gap, height = frame.px(18), frame.px(12), frame.px(52)
    widths = [metrics.horizontalAdvance(text) + 2 * pad for text, _ in said]
    made = frame.canvas(max(1, round(sum(widths) + gap * len(widths))), height)
    made.fill(Qt.GlobalColor.transparent)
    if not said:
        return made
    look = load_look()
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setFont(face)
    x = 0.0
    for (text, token), width in zip(said, widths, strict=True):
        rect = QRectF(x + 1, 1, width - 2, height - 2)
        painter.setPen(QPen(look.color(token), frame.px(1.5)))
        painter.setBrush(QColor(look.mix(token, "bg", 0.14)))
        painter.drawRoundedRect(rect, frame.px(8), frame.px(8))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        x += width + gap
    painter.end()
    return made


def paint_empty(head: str, hint: str, frame: Frame, family: str) -> QPixmap:
    """A screen without text: what it waits for, and what to do."""
    width = frame.text.width()
    made = frame.canvas(width, frame.text.height())
    look = load_look()
    made.fill(look.color("bg"))
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    middle = frame.read_line
    painter.setFont(font(family, frame.px(56), bold=True))
    painter.setPen(look.color("text"))
    align = Qt.AlignmentFlag.AlignCenter
    painter.drawText(QRectF(0, middle - frame.px(60), width, frame.px(90)), align, head)
    painter.setFont(font(family, frame.px(30)))
    painter.setPen(look.color("dim"))
    painter.drawText(QRectF(0, middle + frame.px(40), width, frame.px(60)), align, hint)
    painter.end()
    return made
