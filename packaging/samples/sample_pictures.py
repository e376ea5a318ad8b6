"""Draws the product pictures: a packshot of simple shapes under soft light, one for each product."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QImageWriter,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QRadialGradient,
)
from sample_content import Product, Sample

SIZE = 600
FLOOR = 478.0
RIBBON = 34.0
"""As wide as the gift's ribbon: what is no wider lies on something else and throws no shadow of its own."""
FACES = ["Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC"]


@dataclass(frozen=True)
class Part:
    """A piece of a pack, standing around the line ``x``: from ``top`` to ``bottom``, ``upper`` wide above and
    ``lower`` wide below. ``tone``: body, cap, dark, metal or glass; ``flat`` is shaded as a card, not a tube;
    ``turn`` leans it about its foot, in degrees clockwise."""

    x: float
    top: float
    bottom: float
    upper: float
    lower: float
    tone: str = "body"
    radius: float = 10.0
    flat: bool = False
    turn: float = 0.0


@dataclass(frozen=True)
class Pack:
    """The pieces of a pack, and where its label stands: centre and height of the letters."""

    parts: tuple[Part, ...]
    label: tuple[float, float, float]


def _tube(x: float, top: float, wide: float) -> tuple[Part, ...]:
    low = FLOOR - 62
    return (
        Part(x, top, low, wide * 1.16, wide, radius=8),
        Part(x, top, top + 20, wide * 1.16, wide * 1.15, "metal", 4, flat=True),
        Part(x, low, FLOOR, wide * 0.8, wide * 0.8, "cap", 12),
    )


def _jar(x: float, wide: float, high: float) -> tuple[Part, ...]:
    lid = high * 0.4
    return (
        Part(x, FLOOR - high, FLOOR, wide, wide * 0.94, radius=wide * 0.1),
        Part(x, FLOOR - high - lid * 0.72, FLOOR - high + lid * 0.28, wide * 1.02, wide * 1.02, "cap", 12),
    )


def _bottle(x: float, top: float, wide: float, tone: str = "body") -> tuple[Part, ...]:
    return (
        Part(x, top, top + 40, wide * 0.34, wide * 0.34, tone, 6),
        Part(x, top + 30, FLOOR, wide, wide, tone, wide * 0.18),
    )


def _mini(x: float, top: float, wide: float, tone: str) -> tuple[Part, ...]:
    """A travel bottle with its cap, standing in the bag."""
    low = FLOOR - 14
    return (
        Part(x, top + 22, low, wide, wide, tone, wide * 0.24),
        Part(x, top, top + 30, wide * 0.56, wide * 0.56, "metal" if tone == "dark" else "dark", 5),
    )


def _loop(turn: float) -> tuple[Part, ...]:
    """One loop of a bow, leaning out from its knot, and the ribbon's shaded inside."""
    return (
        Part(300, 60, 160, 56, 20, "metal", 26, turn=turn),
        Part(300, 78, 148, 28, 8, "dark", 14, turn=turn),
    )


PACKS: dict[str, Pack] = {
    "tube": Pack(_tube(300, 112, 156), (300, 280, 40)),
    "slim": Pack((*_tube(300, 104, 92), Part(300, 372, 380, 96, 95, "metal", 2)), (300, 262, 30)),
    "tubes": Pack((*_tube(180, 176, 88), *_tube(420, 176, 88), *_tube(300, 136, 96)), (300, 280, 28)),
    "jar": Pack(_jar(300, 292, 176), (300, 402, 44)),
    "jars": Pack((*_jar(112, 116, 84), *_jar(258, 148, 112), *_jar(446, 196, 146)), (446, 420, 36)),
    "tin": Pack((*_jar(300, 306, 120), Part(300, 452, 460, 296, 296, "metal", 3)), (300, 416, 38)),
    "dropper": Pack(
        (
            *_bottle(232, 190, 158, "glass"),
            Part(232, 92, 166, 40, 52, "dark", 18),
            Part(232, 158, 208, 66, 66, "metal", 8),
            Part(424, 236, FLOOR - 6, 154, 154, "body", 8, flat=True),
            Part(424, 236, 258, 154, 154, "metal", 4, flat=True),
            Part(424, 408, 413, 154, 154, "metal", 0, flat=True),
        ),
        (232, 366, 38),
    ),
    "pair": Pack(
        (
            *_bottle(214, 142, 138, "glass"),
            Part(214, 104, 160, 62, 66, "cap", 8),
            *_bottle(390, 206, 146),
            Part(390, 172, 222, 60, 64, "cap", 8),
            Part(374, 152, 176, 96, 88, "cap", 8),
        ),
        (390, 366, 36),
    ),
    "sachet": Pack(
        (
            Part(366, 128, FLOOR - 12, 236, 236, "cap", 10, flat=True),
            Part(268, 146, FLOOR, 252, 252, "body", 10, flat=True),
            Part(268, 146, 170, 252, 252, "metal", 6, flat=True),
        ),
        (268, 318, 46),
    ),
    "stick": Pack(
        (
            Part(254, 128, 280, 60, 74, "cap", 28),
            Part(254, 240, 320, 84, 84, "metal", 6),
            Part(254, 310, FLOOR, 102, 102, "body", 10),
            Part(388, 292, FLOOR, 104, 104, "dark", 14),
        ),
        (254, 398, 30),
    ),
    "pump": Pack(
        (
            Part(270, 84, 110, 132, 124, "cap", 10),
            Part(300, 100, 150, 28, 28, "cap", 4),
            Part(300, 142, 188, 96, 96, "cap", 10),
            *_bottle(300, 178, 196),
        ),
        (300, 346, 40),
    ),
    "spray": Pack(
        (
            Part(300, 86, 128, 52, 60, "cap", 12),
            Part(300, 122, 196, 118, 130, "metal", 26),
            Part(300, 186, FLOOR, 136, 136, "body", 14),
        ),
        (300, 336, 40),
    ),
    "bottle": Pack((*_bottle(300, 150, 214, "glass"), Part(300, 92, 168, 92, 96, "cap", 12)), (300, 342, 42)),
    "bag": Pack(
        (
            Part(300, 178, FLOOR, 370, 392, "glass", 34, flat=True),
            *_mini(152, 322, 46, "body"),
            *_mini(210, 286, 46, "cap"),
            *_mini(268, 298, 46, "body"),
            *_mini(330, 380, 58, "metal"),
            *_mini(392, 334, 46, "dark"),
            *_mini(450, 306, 48, "cap"),
            Part(300, 172, 200, 384, 384, "dark", 10, flat=True),
        ),
        (300, 238, 30),
    ),
    "box": Pack(
        (
            Part(300, 196, FLOOR, 372, 372, "body", 8, flat=True),
            Part(300, 160, 226, 390, 390, "dark", 8, flat=True),
            Part(300, 160, FLOOR, RIBBON, RIBBON, "metal", 2, flat=True),
            *_loop(-62),
            *_loop(62),
            Part(300, 142, 172, 36, 36, "metal", 10),
        ),
        (190, 366, 40),
    ),
}


def draw_pictures(sample: Sample, folder: Path) -> None:
    """Write one 600 × 600 PNG for each product. Needs a QGuiApplication (offscreen is enough)."""
    folder.mkdir(parents=True, exist_ok=True)
    for product in sample.products:
        image = draw(product)
        writer = QImageWriter(str(folder / Path(product.picture).name))
        writer.setCompression(100)
        if not writer.write(image):
            raise OSError(f"{product.picture}: {writer.errorString()}")


def draw(product: Product) -> QImage:
    """The picture of one product."""
    shape, tint, label = product.look
    colour = QColor(tint)
    pack = PACKS[shape]
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _backdrop(painter, colour)
    for part in pack.parts:
        if part.bottom > FLOOR - 30 and part.lower > RIBBON:
            _shadow(painter, part)
    for part in pack.parts:
        _piece(painter, part, colour)
    _label(painter, pack.label, label, _ink(colour, dark=shape in ("dropper", "bottle", "bag")))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB888)


def _backdrop(painter: QPainter, colour: QColor) -> None:
    wall = QLinearGradient(0, 0, SIZE, SIZE)
    wall.setColorAt(0.0, _mix(colour, QColor("#fff4ea"), 0.28))
    wall.setColorAt(1.0, _mix(colour, QColor("#1a1416"), 0.58))
    painter.fillRect(0, 0, SIZE, SIZE, QBrush(wall))
    glow = QRadialGradient(QPointF(220, 190), 360)
    glow.setColorAt(0.0, QColor(255, 250, 244, 70))
    glow.setColorAt(1.0, QColor(255, 250, 244, 0))
    painter.fillRect(0, 0, SIZE, SIZE, QBrush(glow))
    table = QLinearGradient(0, FLOOR - 40, 0, SIZE)
    table.setColorAt(0.0, QColor(20, 14, 14, 0))
    table.setColorAt(0.34, QColor(20, 14, 14, 46))
    table.setColorAt(1.0, QColor(20, 14, 14, 120))
    painter.fillRect(QRectF(0, FLOOR - 40, SIZE, SIZE - FLOOR + 40), QBrush(table))


def _shadow(painter: QPainter, part: Part) -> None:
    wide = part.lower * 0.78
    painter.save()
    painter.translate(part.x + 16, part.bottom + 3)
    painter.scale(1.0, 0.12)
    shade = QRadialGradient(QPointF(0, 0), wide)
    shade.setColorAt(0.0, QColor(16, 10, 10, 170))
    shade.setColorAt(0.6, QColor(16, 10, 10, 90))
    shade.setColorAt(1.0, QColor(16, 10, 10, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(shade))
    painter.drawEllipse(QPointF(0, 0), wide, wide)
    painter.restore()


def _piece(painter: QPainter, part: Part, colour: QColor) -> None:
    path = _outline(part)
    wide = max(part.upper, part.lower)
    left = part.x - wide / 2
    base = _tone(part.tone, colour)
    light, dim = _mix(base, QColor("#ffffff"), 0.45), _mix(base, QColor("#1c1413"), 0.42)
    shading = QLinearGradient(left, 0, left + wide, 0)
    if part.flat:
        shading.setColorAt(0.0, _mix(base, QColor("#ffffff"), 0.16))
        shading.setColorAt(1.0, _mix(base, QColor("#1c1413"), 0.18))
    else:
        stops = ((0.0, dim), (0.14, base), (0.3, light), (0.48, base), (0.8, _mix(base, dim, 0.5)), (1.0, dim))
        for place, shade in stops:
            shading.setColorAt(place, shade)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(shading))
    painter.save()
    painter.translate(part.x, part.bottom)
    painter.rotate(part.turn)
    painter.translate(-part.x, -part.bottom)
    painter.drawPath(path)
    rim = QLinearGradient(0, part.top, 0, part.bottom)
    rim.setColorAt(0.0, QColor(255, 255, 255, 60))
    rim.setColorAt(0.1, QColor(255, 255, 255, 0))
    rim.setColorAt(0.82, QColor(20, 12, 12, 0))
    rim.setColorAt(1.0, QColor(20, 12, 12, 70))
    painter.setBrush(QBrush(rim))
    painter.drawPath(path)
    painter.restore()


def _outline(part: Part) -> QPainterPath:
    """A trapezium with round corners: a rounded rectangle, its sides drawn in or out."""
    path = QPainterPath()
    wide = max(part.upper, part.lower)
    area = QRectF(part.x - wide / 2, part.top, wide, part.bottom - part.top)
    path.addRoundedRect(area, part.radius, part.radius)
    if part.upper == part.lower:
        return path
    sides = QPainterPath(QPointF(part.x - part.upper / 2, part.top))
    sides.lineTo(part.x + part.upper / 2, part.top)
    sides.lineTo(part.x + part.lower / 2, part.bottom)
    sides.lineTo(part.x - part.lower / 2, part.bottom)
    sides.closeSubpath()
    return path.intersected(sides)


def _tone(tone: str, colour: QColor) -> QColor:
    if tone == "cap":
        return _mix(colour, QColor("#f6efe6"), 0.5)
    if tone == "dark":
        return _mix(colour, QColor("#241a1b"), 0.66)
    if tone == "metal":
        return QColor("#d9c3a0")
    if tone == "glass":
        return _mix(colour, QColor("#2a1d18"), 0.34)
    return _mix(colour, QColor("#fbf6f0"), 0.8)


def _ink(colour: QColor, *, dark: bool) -> QColor:
    return QColor("#fbf3e8") if dark else _mix(colour, QColor("#2b1f1e"), 0.72)


def _label(painter: QPainter, place: tuple[float, float, float], text: str, ink: QColor) -> None:
    x, y, size = place
    font = QFont(FACES)
    font.setPixelSize(int(size))
    font.setWeight(QFont.Weight.Medium)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, size * 0.08)
    painter.setFont(font)
    painter.setPen(ink)
    area = QRectF(x - 150, y - size, 300, size * 2)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.fillRect(QRectF(x - size * 0.7, y + size * 0.95, size * 1.4, 2), QColor("#c9a66b"))


def _mix(first: QColor, second: QColor, share: float) -> QColor:
    """``first`` with a share (0 to 1) of ``second``."""
    pairs = ((first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue()))
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return QColor(red, green, blue)
