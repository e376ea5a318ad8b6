"""Labels: plain text always, with a tone, a size and, for numbers that change, tabular figures.

Text may come from outside (a sheet, a comment, OBS): every label here is PlainText, so that markup is shown as
text and never loads anything.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from livedesk.ui.fonts import figures, font
from livedesk.ui.plain import tip
from livedesk.ui.style import set_property
from livedesk.ui.theme import HINT, LABEL, TEXT


def plain(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as it is."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    return made


def label(family: str, text: str = "", *, size: int = TEXT, tone: str = "text", bold: bool = False) -> QLabel:
    """A text label. ``tone`` is a colour of the theme."""
    made = plain(text)
    made.setFont(font(family, size, bold=bold))
    made.setProperty("tone", tone)
    return made


def figure(family: str, text: str = "", *, size: int = TEXT, tone: str = "text", bold: bool = True) -> QLabel:
    """A label for a number that changes: no digit moves another."""
    made = plain(text)
    made.setFont(figures(family, size, bold=bold))
    made.setProperty("tone", tone)
    return made


def pill(family: str, text: str = "", *, tone: str = "dim", size: int = LABEL) -> QLabel:
    """A chip: a word on a tint of its tone."""
    made = label(family, text, size=size, tone=tone)
    made.setProperty("role", "pill")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def key_hint(family: str, text: str) -> QLabel:
    """A key as it is printed beside what it does."""
    made = label(family, text, size=HINT, tone="dim")
    made.setProperty("role", "key")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def show(target: QLabel, text: str, tone: str | None = None) -> None:
    """Set text and tone; does nothing where both are shown already, so that a tick costs no layout."""
    if target.text() != text:
        target.setText(text)
    if tone is not None:
        set_property(target, "tone", tone)


_GROUNDS = {"panel": QPalette.ColorRole.Base, "bg": QPalette.ColorRole.Window}


class Elided(QLabel):
    """One line that is cut with an ellipsis where room is short; the whole text is its tooltip then. It takes the
    width that is there: other words need no new layout, for which Qt's own label would ask. With ``ground``, the
    colour of the theme that it stands on (``panel`` or ``bg``), it paints that too: nothing beneath it is painted
    anew."""

    def __init__(
        self,
        family: str,
        text: str = "",
        *,
        size: int = TEXT,
        tone: str = "text",
        bold: bool = False,
        ground: str = "",
    ) -> None:
        super().__init__()
        self._text = ""
        self._ground = _GROUNDS.get(ground)
        # The stylesheet has a rule for it: what it draws no ground for, it calls transparent.
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(ground))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(family, size, bold=bold))
        self.setProperty("tone", tone)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            # What a screen reader says, as of any label.
            self.setAccessibleName(text)
            if self.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Ignored:
                self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """One line, whole. Layouts ask for the width only where a size policy lets it have one of its own."""
        metrics = QFontMetricsF(self.font())
        # Less than whole pixels would cut its last letters.
        return QSize(ceil(metrics.horizontalAdvance(self._text)), ceil(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut to the width."""
        text, metrics = self.text(), self.fontMetrics()
        shown = text
        if len(text) * metrics.maxWidth() > self.width():
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        whole = tip(text) if shown != text else ""
        if whole != self.toolTip():
            self.setToolTip(whole)
        with QPainter(self) as painter:
            if self._ground is not None:
                painter.fillRect(event.rect(), QGuiApplication.palette().color(self._ground))
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), int(self.alignment()), shown)
