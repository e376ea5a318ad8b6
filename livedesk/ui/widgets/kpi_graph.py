"""The live numbers as lines, over bands coloured by what was on air.

``graph.set_curves(numbers.curves)``, ``graph.set_bands(bands)`` and ``graph.set_now(ms)`` only remember; the graph
redraws at most four times a second and only while it is seen. Each curve has its own scale (from zero to its
highest in the window), so the legend says every value: the newest, or those under the pointer. pyqtgraph is
imported when the graph is first shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGraphicsRectItem, QHBoxLayout, QVBoxLayout, QWidget

from livedesk.domain.clock import HOUR, MINUTE, SECOND
from livedesk.domain.numbers import Curve
from livedesk.ui import format as fmt
from livedesk.ui.fonts import figures
from livedesk.ui.theme import HINT, Theme
from livedesk.ui.widgets.bands import Band
from livedesk.ui.widgets.decimate import Column, decimate, window
from livedesk.ui.widgets.labels import Elided, figure, show

REDRAW_MS = 250
SPAN_MS = HOUR
LEAST_SPAN_MS = 10 * MINUTE
AHEAD = 0.09
ROOM_FOR_TIMES = 110
TONES = ("info", "go", "next", "promo", "price", "warn")
_STEPS_MIN = (1, 2, 5, 10, 15, 30)


@dataclass(frozen=True, slots=True)
class _Line:
    """A curve as columns: seconds since the base, and values."""

    curve: Curve
    x: Column
    y: Column


class KpiGraph(QWidget):
    """The graph. ``titles`` names curves in the legend, in the order in which they are coloured; a curve that is
    not named there is not drawn. ``zone`` is the show's. ``least`` is how high a curve's scale reaches at the least."""

    def __init__(
        self,
        theme: Theme,
        family: str,
        titles: Mapping[str, str],
        zone: str = "UTC",
        parent: QWidget | None = None,
        *,
        least: Mapping[str, float] | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._family, self._zone = theme, family, zone
        self._titles = dict(titles)
        self._least = dict(least or {})
        self._tones = {name: TONES[i % len(TONES)] for i, name in enumerate(self._titles)}
        self._lines: dict[str, _Line] = {}
        self._bands: tuple[Band, ...] = ()
        self._now_ms = self._base_ms = 0
        self._pointer_s: float | None = None
        self._span = (0.0, 1.0)
        self._drawn: list[QGraphicsRectItem] = []
        self._items: dict[str, Any] = {}
        self._plot: Any = None
        self._dirty = False
        self.redraws = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self._due)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addLayout(self._legend())
        self._box.addStretch(1)

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 2)
        row.setSpacing(16)
        self._values = {}
        for name in self._titles:
            self._values[name] = figure(self._family, size=HINT, tone=self._tones[name], bold=False)
            row.addWidget(self._values[name])
        self._where = Elided(self._family, size=HINT, tone="dim")
        self._where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._where, 1)
        return row

    def set_zone(self, zone: str) -> None:
        """The zone of the show (IANA)."""
        self._zone = zone
        self._touch()

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """New curves in place of the old ones."""
        if not self._base_ms:
            self._base_ms = next((curve.at_ms[0] for curve in curves if curve.at_ms), 0)
        self._lines = {}
        for curve in curves:
            if curve.name in self._titles and curve.at_ms:
                seconds = (np.asarray(curve.at_ms, np.float64) - self._base_ms) / SECOND
                self._lines[curve.name] = _Line(curve, seconds, np.asarray(curve.values, np.float64))
        self._touch()

    def set_bands(self, bands: Sequence[Band]) -> None:
        """New background bands."""
        if tuple(bands) != self._bands:
            self._bands = tuple(bands)
            self._touch()

    def set_now(self, now_ms: int) -> None:
        """Move the now-line (epoch ms); a step of less than a second draws nothing."""
        if abs(now_ms - self._now_ms) >= SECOND:
            self._now_ms = now_ms
            self._touch()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the plot the first time, and draw what came while hidden."""
        super().showEvent(event)
        if self._plot is None:
            self._build()
            self._fit()
        if self._dirty:
            self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a low graph's room to its curves: the times go first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._plot is not None:
            self._plot.showAxis("bottom", show=self.height() >= ROOM_FOR_TIMES)
            self._touch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def _touch(self) -> None:
        self._dirty = True
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _due(self) -> None:
        if self._dirty and self.isVisible():
            self._redraw()

    def _build(self) -> None:
        import pyqtgraph as pg

        plot = pg.PlotWidget(background=self._theme.value("panel"))
        plot.setFrameShape(plot.Shape.NoFrame)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setMouseEnabled(x=False, y=False)
        plot.setMenuEnabled(False)
        # pyqtgraph makes this menu without a parent: nobody would ever delete it.
        menu = plot.getPlotItem().ctrlMenu
        menu.setParent(plot, menu.windowFlags())
        plot.hideButtons()
        plot.hideAxis("left")
        plot.getPlotItem().setContentsMargins(0, 0, 0, 0)
        plot.disableAutoRange()
        axis = plot.getAxis("bottom")
        axis.setPen(self._theme.color("line"))
        axis.setTextPen(self._theme.color("dim"))
        axis.setTickFont(figures(self._family, HINT, bold=False))
        axis.setStyle(tickLength=-4)
        for name, tone in self._tones.items():
            item = pg.PlotDataItem(pen=pg.mkPen(self._theme.color(tone), width=1), antialias=True)
            item.setSkipFiniteCheck(True)
            item.setZValue(2)
            plot.addItem(item)
            self._items[name] = item
        dashes = pg.mkPen(self._theme.color("text"), width=1, style=Qt.PenStyle.DashLine)
        self._now_line = pg.InfiniteLine(angle=90, movable=False, pen=dashes)
        self._cross = pg.InfiniteLine(angle=90, movable=False, pen=pg.mkPen(self._theme.color("faint"), width=1))
        self._cross.hide()
        for line in (self._now_line, self._cross):
            line.setZValue(3)
            plot.addItem(line, ignoreBounds=True)
        plot.scene().sigMouseMoved.connect(self._pointed)
        self._plot = plot
        self._box.takeAt(self._box.count() - 1)
        self._box.addWidget(plot, 1)

    def _redraw(self) -> None:
        self._dirty = False
        if self._plot is None or not self._now_ms:
            return
        self.redraws += 1
        self._base_ms = self._base_ms or self._now_ms
        now = (self._now_ms - self._base_ms) / SECOND
        start = self._start(now)
        end = now + (now - start) * AHEAD
        self._span = (start, end)
        self._plot.setRange(xRange=(start, end), yRange=(0.0, 1.0), padding=0, disableAutoRange=True)
        self._now_line.setValue(now)
        self._ticks(start, end)
        self._draw_bands(start, now)
        width = max(2, self._plot.width())
        for name, item in self._items.items():
            line = self._lines.get(name)
            if line is None:
                item.setData([], [])
                continue
            part = window(line.x, start, end)
            x, y = decimate(line.x[part], line.y[part], width)
            top = float(np.nanmax(y)) if len(y) and np.isfinite(y).any() else 0.0
            top = max(top, self._least.get(name, 0.0))
            item.setData(x, y * (0.92 / top) if top > 0 else y)
        self._say()

    def _start(self, now: float) -> float:
        firsts = [line.x[0] for line in self._lines.values()]
        firsts += [(band.start_ms - self._base_ms) / SECOND for band in self._bands[:1]]
        first = min(firsts, default=now)
        return float(min(max(first, now - SPAN_MS / SECOND), now - LEAST_SPAN_MS / SECOND))

    def _ticks(self, start: float, end: float) -> None:
        minutes = (end - start) / 60
        step = next((s for s in _STEPS_MIN if minutes / s <= 8), _STEPS_MIN[-1]) * MINUTE
        first = self._base_ms + start * SECOND
        at = int(-(-first // step) * step)
        marks = []
        while at <= self._base_ms + end * SECOND:
            marks.append(((at - self._base_ms) / SECOND, fmt.short_clock(at, self._zone)))
            at += step
        self._plot.getAxis("bottom").setTicks([marks])

    def _draw_bands(self, start: float, now: float) -> None:
        shown = []
        for band in self._bands:
            left = max(start, (band.start_ms - self._base_ms) / SECOND)
            right = now if band.end_ms is None else (band.end_ms - self._base_ms) / SECOND
            if right > left:
                tone = "air" if band.end_ms is None else self._theme.kind(band.kind)
                shown.append((left, right - left, self._theme.color(tone, 0.13)))
        while len(self._drawn) > len(shown):
            self._plot.removeItem(self._drawn.pop())
        while len(self._drawn) < len(shown):
            self._drawn.append(self._rectangle())
        for item, (left, wide, colour) in zip(self._drawn, shown, strict=True):
            item.setRect(left, 0.0, wide, 1.0)
            item.setBrush(colour)

    def _rectangle(self) -> QGraphicsRectItem:
        item = QGraphicsRectItem()
        item.setPen(QPen(Qt.PenStyle.NoPen))
        item.setZValue(0)
        self._plot.addItem(item, ignoreBounds=True)
        return item

    def _pointed(self, place: QPointF) -> None:
        box = self._plot.getPlotItem().vb
        inside = box.sceneBoundingRect().contains(place)
        self._pointer_s = float(box.mapSceneToView(place).x()) if inside else None
        self._cross.setVisible(inside)
        if self._pointer_s is not None:
            self._cross.setValue(self._pointer_s)
        self._say()

    def leaveEvent(self, _event: object) -> None:
        """Back to the newest values."""
        self._pointer_s = None
        if self._plot is not None:
            self._cross.hide()
            self._say()

    def _say(self) -> None:
        for name, target in self._values.items():
            line = self._lines.get(name)
            value = None if line is None else self._value(line)
            text = fmt.NONE if line is None else fmt.measure(value, line.curve.unit)
            show(target, f"━ {self._titles[name]} {text}")
        where = ""
        if self._pointer_s is not None:
            at = self._base_ms + round(self._pointer_s * SECOND)
            band = next((b for b in self._bands if b.start_ms <= at < (b.end_ms or self._now_ms)), None)
            where = fmt.clock(at, self._zone) + (f" · {band.title}" if band is not None and band.title else "")
        show(self._where, where)

    def _value(self, line: _Line) -> float | None:
        if self._pointer_s is None:
            return float(line.y[-1])
        index = int(np.searchsorted(line.x, self._pointer_s, side="right")) - 1
        return float(line.y[index]) if index >= 0 else None
