"""The timeline scrolled and zoomed, frame by frame, beside a fixed picture of rectangles and texts.

A frame is a step of the scroll or of the zoom and its painting, in software, 1920 wide; what counts is the time that
the GUI thread works, so that a busy machine blurs no figure. The reference paints the same rectangles and texts each
time, in the same run; the frame of a screen at 60 Hz is 16.6 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from livedesk.domain.clock import ms_to_wall
from livedesk.domain.edits import ReplaceSegment, apply
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import plan, schedule
from livedesk.ui import fonts, style
from livedesk.ui.fonts import font
from livedesk.ui.theme import LABEL, load_theme
from livedesk.ui.workspaces.script.timeline import Timeline
from tests.bench.bench_rundown import on_air, show_of
from tests.bench.figures import Figure, steady, table

SIZES = (100, 1_000, 10_000)
WIDTH, HEIGHT = 1_920, 176
FRAMES = 90
ZOOMS = (1, 4, 16, 64, 256)
"""How many times closer than the whole show it is scrolled."""
FRAME = "< 16.6 ms"
_RECTS, _TEXTS = 100, 30


class Reference(QWidget):
    """A hundred rectangles and thirty texts on a ground of the timeline's size."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self._face = font(family, LABEL)
        self._fills = [QColor.fromHsv(at * 3, 120, 90) for at in range(_RECTS)]
        self.resize(WIDTH, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the same as ever."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            step = WIDTH // _RECTS
            for at, fill in enumerate(self._fills):
                painter.fillRect(QRect(at * step, 40, step - 1, 60), fill)
            painter.setFont(self._face)
            painter.setPen(Qt.GlobalColor.white)
            for at in range(_TEXTS):
                painter.drawText(QRect(at * 64, 60, 60, 20), 0, f"第 {at} 项")


def frames(widget: QWidget, step: Callable[[int], None], count: int = FRAMES) -> list[float]:
    """Milliseconds of each frame: the step and its painting."""
    took = []
    for turn in range(count):
        begin = time.thread_time()
        step(turn)
        widget.repaint()
        took.append((time.thread_time() - begin) * 1_000)
        QApplication.processEvents()
    return took


def _nothing(_turn: int) -> None:
    """The reference stands."""


def pinned(count: int) -> Show:
    """The show of the other benches with a hard start in every fiftieth segment, met early and late in turn."""
    show = show_of(count)
    layout = plan(show)
    segments = list(show.segments)
    for at in range(49, count, 50):
        start = layout.starts[at]
        if start is not None:
            wanted = ms_to_wall(start + (8_000 if at % 100 == 49 else -3_000), show.zone)
            segments[at] = replace(segments[at], hard_start=wanted)
    return replace(show, segments=tuple(segments))


def timeline_of(show: Show, family: str) -> Timeline:
    """A timeline on the screen."""
    made = Timeline(load_theme("dark"), family)
    made.resize(WIDTH, HEIGHT)
    made.show()
    made.set_show(show, plan(show))
    QApplication.processEvents()
    return made


def pan_frames(timeline: Timeline) -> list[float]:
    """Frames of scrolling, at every magnification."""
    took: list[float] = []
    canvas = timeline.canvas
    for closer in ZOOMS:
        timeline.fit()
        timeline.zoom_by(closer * 1.01, WIDTH // 3)
        # Once through all texts of the stretch, as on the screen before.
        frames(canvas, lambda turn: canvas.pan(9), 5)
        took += frames(canvas, lambda turn: canvas.pan(9 if turn % 60 < 30 else -9), FRAMES // 2)
    return took


def zoom_frames(timeline: Timeline) -> list[float]:
    """Frames of zooming from the whole show to the second and back."""
    timeline.fit()
    canvas = timeline.canvas
    took = frames(canvas, lambda turn: timeline.zoom_by(1.12, WIDTH // 2))
    return took + frames(canvas, lambda turn: timeline.zoom_by(1 / 1.12, WIDTH // 2))


def edit_ms(show: Show, timeline: Timeline) -> list[float]:
    """Milliseconds from an edited document and its plan to the painted strip (the plan itself is the desk's)."""
    took = []
    timeline.fit()
    timeline.zoom_by(20, 0)
    for turn in range(FRAMES * 4 // 3):
        segment = replace(show.segments[10], duration_ms=1_000 * (turn + 2))
        show, _ = apply(show, ReplaceSegment(segment))
        layout = plan(show)
        begin = time.thread_time()
        timeline.set_show(show, layout)
        timeline.canvas.repaint()
        took.append((time.thread_time() - begin) * 1_000)
    return took


def tick_ms(show: Show, timeline: Timeline, *, closer: float = 1, pan: int = 0) -> list[float]:
    """Milliseconds of a tick of the clock while live: the timetable taken over and painted, all of it in view, or
    that many times closer and scrolled in the same frame."""
    timeline.set_show(show, plan(show))
    timeline.fit()
    if closer > 1:
        timeline.zoom_by(closer, WIDTH // 3)
    run, t_ms = on_air(show)
    tables = [schedule(show, run, t_ms + 250 * turn, timeline.canvas.strip.plan) for turn in range(20)]  # type: ignore[union-attr]  # a show was given

    def step(turn: int) -> None:
        timeline.set_timetable(tables[turn])
        if pan:
            timeline.canvas.pan(pan if turn % 10 < 5 else -pan)

    return frames(timeline.canvas, step, len(tables))


def _p99(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.99)]


def figures() -> list[Figure]:
    """Median, 99th percentile and largest of scrolling and zooming for each size, an edit and a tick of the largest."""
    application = QApplication.instance() or QApplication([])
    family = fonts.load_fonts()
    if isinstance(application, QApplication):
        style.apply(application, load_theme("dark"), family)
    reference = Reference(family)
    reference.show()
    found = []
    name = f"{_RECTS} boxes, {_TEXTS} texts"

    def note(what: str, took: list[float], target: str = FRAME) -> None:
        for part, value, against in (
            ("p50", statistics.median(took), statistics.median(base)),
            ("p99", _p99(took), _p99(base)),
            ("largest", max(took), max(base)),
        ):
            asked = "info" if part == "largest" else target
            found.append(Figure(f"{what}, {part}", value, "ms", against, name, value / against, asked))

    for count in SIZES:
        show = pinned(count)
        timeline = timeline_of(show, family)
        with steady():
            base = frames(reference, _nothing)
            note(f"timeline of {count:,}: scrolling", pan_frames(timeline))
            note(f"timeline of {count:,}: zooming", zoom_frames(timeline))
            if count == SIZES[-1]:
                note(f"timeline of {count:,}: an edit shown", edit_ms(show, timeline))
                note(f"timeline of {count:,}: a tick on air", tick_ms(show, timeline))
                note(
                    f"timeline of {count:,}: a tick on air and a step of the scroll in one frame",
                    [one for closer in (4, 64) for one in tick_ms(show, timeline, closer=closer, pan=9)],
                )
                note(f"timeline of {count:,}: scrolling on air", pan_frames(timeline))
        timeline.close()
        timeline.deleteLater()
    reference.close()
    reference.deleteLater()
    QApplication.processEvents()
    return found


if __name__ == "__main__":
    sys.stdout.write(table(figures()) + "\n")
