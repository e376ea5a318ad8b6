"""A timeline with a show of twelve segments, and hands for it: used by the tests of the timeline."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from livedesk.domain.rundown import Show
from livedesk.domain.timetable import plan
from livedesk.ui.theme import Theme
from livedesk.ui.widgets.face import Face
from livedesk.ui.workspaces.script.timeline import DurationDragged, OrderDragged, Timeline
from livedesk.ui.workspaces.script.timeline_keys import KeyedCanvas
from tests.unit.shows import segment, show

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
WIDTH = 1_224
"""A show of two hours then has a pixel for each six seconds."""


@dataclass
class Asked:
    """What the widget asked for."""

    chosen: list[frozenset[str]] = field(default_factory=list)
    lengthened: list[DurationDragged] = field(default_factory=list)
    moved: list[OrderDragged] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    slack: int = 0

    def count(self) -> None:
        """The account of time was asked for."""
        self.slack += 1


@dataclass
class Room:
    """A timeline with a show of twelve segments of ten minutes (s1 … s12), and where things are on it."""

    timeline: Timeline
    asked: Asked
    show: Show

    @property
    def canvas(self) -> KeyedCanvas:
        return self.timeline.canvas

    def give(self, document: Show) -> None:
        self.show = document
        self.timeline.set_show(document, plan(document))
        QApplication.processEvents()

    def at(self, number: int) -> int:
        return self.show.segments.index(next(item for item in self.show.segments if item.id == f"s{number}"))

    def body(self, number: int, share: float = 0.5) -> QPoint:
        strip = self.canvas.strip
        assert strip is not None
        begin, end = strip.starts[self.at(number)], strip.end(self.at(number))
        rows = self.canvas.rows
        return QPoint(self.canvas.scale.x(round(begin + (end - begin) * share)), (rows.top + rows.bottom) // 2)

    def edge(self, number: int) -> QPoint:
        return self.body(number, 1.0) - QPoint(1, 0)

    def flags(self, number: int) -> QPoint:
        return QPoint(self.body(number, 0).x(), self.canvas.rows.flags + 6)

    def click(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.canvas, LEFT, modifiers, point)

    def press(self, point: QPoint, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.canvas, button, modifiers, point)

    def move(self, point: QPoint) -> None:
        QTest.mouseMove(self.canvas, point)
        QApplication.processEvents()

    def release(self, point: QPoint, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.canvas, button, modifiers, point)

    def drag(self, start: QPoint, by: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(start)
        self.move(start + QPoint(by // 2, 0))
        self.move(start + QPoint(by, 0))
        self.release(start + QPoint(by, 0), modifiers=modifiers)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.canvas, key, modifiers)

    def wheel(self, x: int, down: int = 0, across: int = 0, modifiers: Qt.KeyboardModifier = NONE) -> QWheelEvent:
        spot = QPointF(x, 60)
        event = QWheelEvent(
            spot, self.canvas.mapToGlobal(spot), QPoint(), QPoint(across, down), Qt.MouseButton.NoButton,
            modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)
        return event

    def px(self, number: int) -> tuple[int, int]:
        """The pixels of a block."""
        return self.body(number, 0).x(), self.body(number, 1).x()


def furnished(theme: Theme, family: str) -> Room:
    """A timeline of twelve segments of ten minutes, from eight in the evening, in view as a whole."""
    document = show("2026-11-25 20:00", *(segment(number, 10) for number in range(1, 13)))
    timeline, asked = Timeline(theme, family), Asked()
    timeline.chosen.connect(asked.chosen.append)
    timeline.lengthened.connect(asked.lengthened.append)
    timeline.moved.connect(asked.moved.append)
    timeline.opened.connect(asked.opened.append)
    timeline.slack_opened.connect(asked.count)
    timeline.resize(WIDTH + 24, 176)
    timeline.show()
    made = Room(timeline, asked, document)
    made.give(document)
    assert made.canvas.width() == WIDTH
    return made


@pytest.fixture(name="said")
def timeline_said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is drawn on the strip."""
    drawn: list[str] = []
    draw = Face.draw

    def listen(face: Face, painter: QPainter, x: int, y: int, words: str) -> None:
        drawn.append(words)
        draw(face, painter, x, y, words)

    monkeypatch.setattr(Face, "draw", listen)
    return drawn


def picture(room: Room, said: list[str] | None = None) -> QImage:
    """The strip as it is now; ``said`` then holds its texts."""
    if said is not None:
        said.clear()
    return room.canvas.grab().toImage()
