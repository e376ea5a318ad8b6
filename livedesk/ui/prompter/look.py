"""Sizes and colours of the host's screen, all scaled from the design at 1920×1080."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPixmap

from livedesk.domain.prompt_look import Palette, PromptLook
from livedesk.domain.script import LineKind
from livedesk.ui.resources import resource
from livedesk.ui.theme import Theme

DESIGN = QSize(1920, 1080)

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


@lru_cache(maxsize=len(Palette))
def load_look(palette: Palette = Palette.DARK) -> Theme:
    """The prompter's own colours (``resources/themes/prompter*.toml``)."""
    name = "prompter" if palette is Palette.DARK else f"prompter-{palette.value}"
    data = tomllib.loads(resource("themes", f"{name}.toml").read_text("utf-8"))
    return Theme(name=data["name"], dark=data["dark"], **data["color"])


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things stand on a screen of this size (not mirrored), in Qt's pixels, of which each is ``ratio`` of the
    screen's own in both directions, as ``look`` has it."""

    size: QSize
    ratio: float = 1.0
    look: PromptLook = PromptLook()

    @property
    def theme(self) -> Theme:
        """The colours."""
        return load_look(self.look.palette)

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

    def tx(self, value: float) -> int:
        """A length of the design that goes with the reading size, at least one pixel."""
        return max(1, round(value * self.scale * self.look.size / 100))

    @property
    def panel(self) -> QRect:
        """The side panel, at the right; just beside the screen where it isn't wanted."""
        width = self.px(420)
        left = self.size.width() - width if self.look.panel else self.size.width()
        return QRect(left, 0, width, self.size.height())

    @property
    def text(self) -> QRect:
        """Everything but the side panel."""
        return QRect(0, 0, self.panel.left(), self.size.height())

    @property
    def margin(self) -> int:
        """From the left edge to the text; the marker stands in it."""
        return self.px(self.look.margin_left)

    @property
    def column(self) -> int:
        """The width of the text column."""
        return max(100, self.text.width() - self.margin - self.px(self.look.margin_right))

    @property
    def font(self) -> int:
        """The reading size."""
        return self.tx(68)

    @property
    def pitch(self) -> int:
        """From one line of reading text to the next."""
        return self.tx(105 * self.look.spacing / 100)

    @property
    def read_line(self) -> int:
        """The height at which the host reads: the middle of the band."""
        return round(self.size.height() * self.look.read_line / 100)

    @property
    def band(self) -> QRect:
        """The band of the read line."""
        height = self.tx(150 * self.look.band / 100)
        return QRect(0, self.read_line - height // 2, self.text.width(), height)
