"""Icons: line drawings in ``resources/icons``, coloured by the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from livedesk.ui.resources import resource
from livedesk.ui.theme import Theme

SIZE = 24
_SCALES = (1, 2)


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def pixmap(name: str, colour: str, size: int = SIZE, scale: int = 1) -> QPixmap:
    """One icon in one colour (``#rrggbb``). Raises FileNotFoundError for a name that has no drawing."""
    drawing = _drawing(name).replace("currentColor", colour)
    made = QPixmap(size * scale, size * scale)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    made.setDevicePixelRatio(scale)
    return made


def icon(name: str, theme: Theme, tone: str = "dim", on: str = "text") -> QIcon:
    """An icon in the tone of a theme; ``on`` is its tone while checked."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, theme.value(tone), scale=scale), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(pixmap(name, theme.value(on), scale=scale), QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(pixmap(name, theme.value("faint"), scale=scale), QIcon.Mode.Disabled)
    return made


def program_icon() -> QIcon:
    """The icon of the program's windows."""
    return QIcon(str(resource("icons", "livedesk.svg")))
