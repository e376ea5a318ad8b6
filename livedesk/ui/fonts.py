"""Which font the program speaks in, and numbers that do not jump.

``family = load_fonts()`` once, before the first window: the system's own Chinese face where it has one that was
drawn for its screens (PingFang, YaHei), else the bundled subset of Noto Sans SC, so that Chinese is legible on any
machine and looks the same on every Linux. Characters beyond GBK come from whatever the system has.
``font(family, 13)`` and ``figures(family, 24, bold=True)`` make text and tabular numbers in pixels.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtGui import QFont, QFontDatabase

from livedesk.ui.resources import resource

BUNDLED = "Noto Sans SC"
PREFERRED = ("PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", BUNDLED)
FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


def load_fonts(installed: Collection[str] | None = None) -> str:
    """Choose the family, loading the bundled one where the system has none of :data:`PREFERRED`.

    ``installed`` stands in for the system's families (None: ask the system)."""
    families = set(QFontDatabase.families() if installed is None else installed)
    for family in PREFERRED:
        if family in families:
            return family
    return load_bundled()


def load_bundled() -> str:
    """Load the bundled font and return its family. Raises FileNotFoundError where the files are missing."""
    for name in FILES:
        path = resource("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)
    return BUNDLED


def font(family: str, pixels: int, *, bold: bool = False) -> QFont:
    """A face for text, sized in pixels."""
    made = QFont([family, BUNDLED, "sans-serif"])
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def figures(family: str, pixels: int, *, bold: bool = True) -> QFont:
    """A face for numbers that change: every digit as wide as the next."""
    made = font(family, pixels, bold=bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setFeature(QFont.Tag("kern"), 0)
    return made
