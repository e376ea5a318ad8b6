"""One scene button: its name, its state and its key in words, its frame, its colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from livedesk.ui.actions import key_label
from livedesk.ui.plain import tip as plain_tip
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, HINT, TEXT, Theme
from livedesk.ui.widgets import paint

HEIGHT, LOW = 46, 38
_EDGE = 4
_INKS = {
    "blue": ("info", "info", 1.0),
    "green": ("go", "go", 1.0),
    "violet": ("promo", "promo", 1.0),
    "teal": ("go", "info", 0.5),
    "sky": ("info", "text", 0.5),
    "mint": ("go", "text", 0.5),
    "lilac": ("promo", "text", 0.5),
    "grey": ("dim", "dim", 1.0),
}
"""Colours mixed from the theme's, none of those that mean something on the desk."""


def colour_name(colour: str) -> str:
    """A colour of a button in a word."""
    return {
        "": QCoreApplication.translate("SceneBar", "no colour"),
        "blue": QCoreApplication.translate("SceneBar", "blue"),
        "green": QCoreApplication.translate("SceneBar", "green"),
        "violet": QCoreApplication.translate("SceneBar", "violet"),
        "teal": QCoreApplication.translate("SceneBar", "teal"),
        "sky": QCoreApplication.translate("SceneBar", "sky blue"),
        "mint": QCoreApplication.translate("SceneBar", "mint"),
        "lilac": QCoreApplication.translate("SceneBar", "lilac"),
        "grey": QCoreApplication.translate("SceneBar", "grey"),
    }.get(colour, colour)


def colour_ink(theme: Theme, colour: str) -> QColor | None:
    """The colour itself; None for none."""
    known = _INKS.get(colour)
    return QColor(theme.mix(*known)) if known is not None else None


class SceneButton(QPushButton):
    """One scene. A scene that OBS does not have is marked with a triangle and says so. ``dragged`` carries the scene
    and the global point to which it is drawn, while buttons are arranged."""

    chosen = Signal(str)
    dragged = Signal(str, QPoint)

    def __init__(self, theme: Theme, scene: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.arranging = False
        self._theme = theme
        self._missing = False
        self._words = self._tone = self._key = self._colour = ""
        self._told: tuple[str, str, bool, str, str] | None = None
        self._begun: QPoint | None = None
        self.setObjectName(f"scene-{scene}")
        self.setProperty("variant", "scene")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.clicked.connect(self._pressed)

    def show_look(self, key: str, colour: str) -> None:
        """Its key (empty for none) and its colour, as a person chose them."""
        if (key, colour) != (self._key, self._colour):
            self._key, self._colour = key, colour
            self.update()

    def show_state(self, state: str, words: str, missing: bool) -> None:
        """``state`` air, next, chosen or empty frames it; ``words`` name what it is now; ``missing`` where OBS has
        no such scene."""
        set_property(self, "state", state)
        tone = {"air": "air", "chosen": "info"}.get(state, "next")
        told = (words, tone, missing, self._key, self._colour)
        if told == self._told:
            return
        self._told = told
        self._words, self._tone, self._missing = words, tone, missing
        self.update()
        self._name()
        fault = self.tr("OBS has no scene of this name") if missing else ""
        self.setAccessibleName(" · ".join(part for part in (self.scene, words, fault) if part))
        key = key_label(self._key) if self._key else ""
        colour = colour_name(self._colour) if self._colour else ""
        parts = (f"{self.scene}  ({key})" if key else self.scene, words, fault, colour)
        self.setToolTip(plain_tip("\n".join(part for part in parts if part)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of the name as there is room for."""
        super().resizeEvent(event)
        self._name()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button of the style, with two lines on it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink = colour_ink(self._theme, self._colour)
        if ink is not None:
            paint.box(painter, QRect(5, 7, 4, self.height() - 14), ink, radius=2)
        left = _EDGE + (8 if ink is not None else 0)
        room = self.width() - left - _EDGE
        low = self.height() < HEIGHT
        lines = bool(self._words or self._key)
        name = QRect(left, 3 if low else 5, room, 18) if lines else QRect(left, 0, room, self.height())
        token = "warn" if self._missing else "text"
        align = paint.CENTER
        paint.text(painter, name, self.text().replace("&&", "&"), self._theme.color(token), TEXT, align=align)
        if not lines:
            return
        left, room = left + 4, room - 8
        lower = QRect(left, self.height() - (16 if low else 20), room, 13)
        key = key_label(self._key) if self._key else ""
        used = paint.width(self._words, HINT, bold=True) if self._words else 0
        if self._words and key and used + paint.width(key, HINT) + GAP <= room:
            paint.text(painter, lower, key, self._theme.color("dim"), HINT, align=paint.RIGHT)
            paint.text(painter, lower, self._words, self._theme.color(self._tone), HINT, bold=True)
        elif self._words:
            paint.text(painter, lower, self._words, self._theme.color(self._tone), HINT, bold=True, align=align)
        else:
            paint.text(painter, lower, key, self._theme.color("dim"), HINT, align=align)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where a drag may begin."""
        self._begun = event.position().toPoint() if self.arranging else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drawn far enough it moves among the others."""
        begun = self._begun
        if begun is not None and event.buttons() & Qt.MouseButton.LeftButton:
            away = (event.position().toPoint() - begun).manhattanLength()
            if away >= QApplication.startDragDistance():
                self.setDown(False)
                self.dragged.emit(self.scene, event.globalPosition().toPoint())
                return
        super().mouseMoveEvent(event)

    def _name(self) -> None:
        """The name, cut at its end: the triangle of a missing scene stays."""
        room = self.width() - 2 * _EDGE - (8 if self._colour else 0)
        words = ("▲ " if self._missing else "") + self.scene
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room).replace("&", "&&")
        if self.text() != shown:
            self.setText(shown)

    @Slot()
    def _pressed(self) -> None:
        self.chosen.emit(self.scene)
