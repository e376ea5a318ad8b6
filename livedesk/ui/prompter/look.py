"""Sizes and colours of the host's screen, all scaled from the design at 1920×1080."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPixmap

from livedesk.domain.script import LineKind
from livedesk.ui.resources import resource
from livedesk.ui.theme import Theme

DESIGN = QSize(1920, 1080)
READ_LINE = 0.42

_KIND_TOKENS = {
    LineKind.ACTION: "next",
    LineKind.INTERACTION: "info",
    LineKind.PROMOTION: "promo",
    LineKind.BENEFIT: "promo",
    LineKind.PRICE: "price",
}


def kind_token(kind: LineKind) -> str:
    """The colour of a kind's tag and box; what is simply said has that of the text."""
    return _KIND_TOKENS.get(kind, "text")


@lru_cache(maxsize=1)
def load_look() -> Theme:
    """The prompter's own colours (``resources/themes/prompter.toml``)."""
    data = tomllib.loads(resource("themes", "prompter.toml").read_text("utf-8"))
    return Theme(name=data["name"], dark=data["dark"], **data["color"])


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things stand on a screen of this size (not mirrored), in Qt's pixels, of which each is ``ratio`` of the
    screen's own in both directions."""

    size: QSize
    ratio: float = 1.0

    def canvas(self, width: int, height: int) -> QPixmap:
        """An empty picture of this size in Qt's pixels, as sharp as the screen is."""
        made = QPixmap(math.ceil(width * self.ratio), math.ceil(height * self.ratio))
        made.setDevicePixelRatio(self.ratio)
        return made

    @property
    def scale(self) -> float:
        """1 at 1920×1080; the smaller of both directions elsewhere."""
        return max(0.2, min(self.size.width() / DESIGN.width(), self.size.height() / DESIGN.height()))

    def px(self, value: float) -> int:
        """A length of the design, at least one pixel."""
        return max(1, round(value * self.scale))

    @property
    def panel(self) -> QRect:
        """The side panel, at the right."""
        width = self.px(420)
        return QRect(self.size.width() - width, 0, width, self.size.height())

    @property
    def text(self) -> QRect:
        """Everything but the side panel."""
        return QRect(0, 0, self.size.width() - self.px(420), self.size.height())

    @property
    def margin(self) -> int:
        """From the left edge to the text; the marker stands in it."""
        return self.px(96)

    @property
    def column(self) -> int:
        """The width of the text column."""
        return max(100, self.text.width() - self.margin - self.px(64))

    @property
    def font(self) -> int:
        """The reading size."""
        return self.px(68)

    @property
    def pitch(self) -> int:
        """From one line of reading text to the next."""
        return self.px(105)

    @property
    def read_line(self) -> int:
        """The height at which the host reads: the middle of the band."""
        return round(self.size.height() * READ_LINE)

    @property
    def band(self) -> QRect:
        """The band of the read line."""
        height = self.px(150)
        return QRect(0, self.read_line - height // 2, self.text.width(), height)
