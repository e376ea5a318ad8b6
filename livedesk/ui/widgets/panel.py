"""Panels: a hairline box with a header of 36 (title, facts after it, keys and buttons at the right)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from livedesk.ui.theme import GAP, HEADER, LABEL, RADIUS, TEXT
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.labels import Elided, label

HEADER_BUTTON = HEADER - GAP
INSIDE = 1
"""A margin of a panel's body within which what has corners of its own lies inside the round ones."""


class Ground(QFrame):
    """A rounded ground with a hairline around it. It is painted here, not by the stylesheet, which would draw all of
    its outline anew for every letter that changes on it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what is to be seen; the outline only where that reaches it."""
        palette = self.palette()
        ground, spot, whole = palette.color(QPalette.ColorRole.Base), event.rect(), self.rect()
        with QPainter(self) as painter:
            if any(whole.adjusted(x, y, -x, -y).contains(spot) for x, y in ((1, RADIUS), (RADIUS, 1))):
                painter.fillRect(spot, ground)
            else:
                line = palette.color(QPalette.ColorRole.Light)
                paint.box(painter, whole, ground, line=line, radius=RADIUS)


class Inside(QWidget):
    """What a panel scrolls: a ground of its own, so that a letter in one of its fields has nothing else painted."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what is to be seen."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QGuiApplication.palette().color(QPalette.ColorRole.Base))


def scrolled(inside: QWidget) -> QScrollArea:
    """What is as high as it needs to be, in a place that may be lower: it scrolls up and down, never sideways."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll


class Panel(Ground):
    """A titled box. ``body`` is the layout for what it holds (no margins); ``header`` takes widgets at the right
    through :meth:`add_right`; ``facts`` is the dim text after the title."""

    def __init__(self, family: str, title: str = "", facts: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2, 2, 2, 2)
        outer.setSpacing(0)
        bar = QFrame()
        bar.setProperty("role", "header")
        self.header = QHBoxLayout(bar)
        self.header.setContentsMargins(12, 0, 8, 0)
        self.header.setSpacing(GAP)
        self.title = label(family, title, size=TEXT, bold=True)
        self.facts = Elided(family, facts, size=LABEL, tone="dim", ground="panel")
        # Clear of the hairline below, at one and a half times the size too: it paints its own ground.
        self.facts.setMaximumHeight(HEADER - 2)
        self.header.addWidget(self.title)
        self.header.addWidget(self.facts, 1)
        outer.addWidget(bar)
        bar.setVisible(bool(title))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        outer.addLayout(self.body, 1)

    def add_right(self, widget: QWidget) -> None:
        """Put a fact, a key or a button at the right of the header."""
        self.header.addWidget(widget)


def small(button: QPushButton) -> QPushButton:
    """A button that fits into a header with air around it."""
    button.setStyleSheet("padding: 3px 12px")
    button.setFixedHeight(HEADER_BUTTON)
    return button
