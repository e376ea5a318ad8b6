"""The look as data: named colours, type scale and spacing; every widget gets its theme handed in.

``load_theme("dark")`` reads ``resources/themes/dark.toml``. A widget that paints asks ``theme.color("air")`` or
``theme.mix("air", "panel", 0.2)``; a widget that does not paint is styled by the one stylesheet
(:mod:`livedesk.ui.style`), through its object name or a property. No colour literal stands outside the files.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from PySide6.QtGui import QColor

from livedesk.domain.rundown import SegmentKind
from livedesk.ui.resources import resource

# Type scale, in pixels.
HINT, LABEL, TEXT, TEXT_BIG, TITLE = 11, 12, 13, 14, 16
FIGURE, FIGURE_BIG, PRICE, GO = 20, 24, 30, 24

# Spacing, in pixels: everything sits on a grid of 4.
GRID, GAP, RADIUS, HEADER, ROW, BLIND = 4, 8, 8, 36, 44, 64
TOP_BAR, NAV_RAIL, STATUS_BAR = 60, 72, 36

THEMES = ("dark", "light")

_KINDS: Mapping[SegmentKind, str] = {
    SegmentKind.OPENING: "info",
    SegmentKind.PRODUCT: "go",
    SegmentKind.FLASH: "promo",
    SegmentKind.INTERACTION: "promo",
    SegmentKind.DRAW: "next",
    SegmentKind.COUPON: "promo",
    SegmentKind.TALK: "info",
    SegmentKind.LINK_UP: "info",
    SegmentKind.RETURN: "go",
    SegmentKind.TRANSITION: "dim",
    SegmentKind.CLOSING: "info",
    SegmentKind.MILESTONE: "next",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The named colours of one look, as ``#rrggbb``. ``on_…`` is what is written on a surface of that colour."""

    name: str
    dark: bool
    bg: str
    panel: str
    raised: str
    hover: str
    line: str
    text: str
    dim: str
    faint: str
    air: str
    go: str
    next: str
    info: str
    promo: str
    warn: str
    price: str
    on_air: str
    on_go: str
    on_next: str
    on_info: str

    def value(self, token: str) -> str:
        """The ``#rrggbb`` of a token. Raises KeyError for a name that is none."""
        if token not in TOKENS:
            raise KeyError(token)
        found: str = getattr(self, token)
        return found

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """The colour of a token; ``alpha`` 0–1."""
        made = QColor(self.value(token))
        made.setAlphaF(alpha)
        return made

    def mix(self, top: str, under: str, share: float) -> str:
        """``share`` (0–1) of one token laid over another, as an opaque ``#rrggbb``."""
        pairs = zip(_channels(self.value(top)), _channels(self.value(under)), strict=True)
        return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)

    def kind(self, kind: SegmentKind) -> str:
        """The token of a segment kind: talk blue, selling green, promotion violet, a fixed time yellow. A flash
        sale is promotion too: red is kept for what is on air."""
        return _KINDS[kind]


TOKENS = tuple(field.name for field in fields(Theme) if field.name not in ("name", "dark"))


@lru_cache(maxsize=len(THEMES))
def load_theme(name: str) -> Theme:
    """Read a theme by name; an unknown one is read as the dark one."""
    chosen = name if name in THEMES else THEMES[0]
    data = tomllib.loads(resource("themes", f"{chosen}.toml").read_text("utf-8"))
    return Theme(name=data["name"], dark=data["dark"], **data["color"])


def _channels(value: str) -> tuple[int, int, int]:
    made = QColor(value)
    return made.red(), made.green(), made.blue()


def contrast(first: str, second: str) -> float:
    """The contrast ratio (1–21) of two ``#rrggbb`` colours. Source: WCAG 2.2, relative luminance."""

    def luminance(value: str) -> float:
        parts = (channel / 255 for channel in _channels(value))
        red, green, blue = (c / 12.92 if c <= 0.04045 else math.pow((c + 0.055) / 1.055, 2.4) for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)
