"""The graph: no peak is lost, redraws are few, bands and legend say what is there."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from livedesk.domain.numbers import Curve, Measure, Unit
from livedesk.domain.rundown import SegmentKind
from livedesk.ui import format as fmt
from livedesk.ui.theme import Theme
from livedesk.ui.widgets.bands import Band
from livedesk.ui.widgets.decimate import decimate, window
from livedesk.ui.widgets.kpi_graph import REDRAW_MS, KpiGraph
from livedesk.ui.widgets.tile import Tile

NOW = 1_795_611_600_000
TITLES = {"online": "Online", "gmv": "GMV"}


@given(
    st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=3_000),
    st.integers(1, 400),
)
def test_decimation_keeps_extremes_order_and_ends(values: list[float], buckets: int) -> None:
    y = np.asarray(values)
    x = np.arange(len(y), dtype=np.float64)
    shown_x, shown_y = decimate(x, y, buckets)
    assert len(shown_x) <= max(2 * buckets + 1, 1)
    assert shown_y.min() == y.min()
    assert shown_y.max() == y.max()
    assert shown_x[-1] == x[-1]
    assert np.all(np.diff(shown_x) > 0)
    assert np.array_equal(shown_y, y[shown_x.astype(int)])


def test_decimation_of_a_curve_with_gaps_keeps_what_is_there() -> None:
    y = np.full(1_000, np.nan)
    y[500] = 7.0
    x = np.arange(1_000, dtype=np.float64)
    shown_x, shown_y = decimate(x, y, 10)
    assert 7.0 in shown_y
    assert shown_x[-1] == 999


def test_a_window_reaches_one_point_beyond_each_side() -> None:
    x = np.arange(10, dtype=np.float64)
    assert list(x[window(x, 3.5, 6.5)]) == [3, 4, 5, 6, 7]
    assert list(x[window(x, -5, 99)]) == list(x)


def _curve(name: str, unit: Unit = Unit.COUNT, points: int = 360) -> Curve:
    at = tuple(NOW - (points - 1 - step) * 10_000 for step in range(points))
    return Curve(name, unit, at, tuple(float(step) for step in range(points)))


def _graph(qtbot: QtBot, theme: Theme, family: str) -> KpiGraph:
    graph = KpiGraph(theme, family, TITLES, "Asia/Shanghai")
    qtbot.addWidget(graph)
    graph.resize(800, 400)
    return graph


def test_a_burst_of_news_is_drawn_four_times_a_second_at_most(qtbot: QtBot, theme: Theme, family: str) -> None:
    graph = _graph(qtbot, theme, family)
    graph.set_now(NOW)
    graph.set_curves((_curve("online"), _curve("gmv", Unit.FEN)))
    graph.show()
    first = graph.redraws
    for step in range(200):
        graph.set_now(NOW + 1_000 * step)
        graph.set_curves((_curve("online"),))
    assert graph.redraws == first
    qtbot.waitUntil(lambda: graph.redraws > first, timeout=4 * REDRAW_MS)
    assert graph.redraws == first + 1


def test_news_that_never_stops_does_not_hold_the_graph_back(qtbot: QtBot, theme: Theme, family: str) -> None:
    graph = _graph(qtbot, theme, family)
    graph.set_now(NOW)
    graph.show()
    first = graph.redraws
    for step in range(1, 21):
        graph.set_now(NOW + 1_000 * step)
        qtbot.wait(40)
    assert 2 <= graph.redraws - first <= 4


def test_a_hidden_graph_draws_nothing_and_catches_up(qtbot: QtBot, theme: Theme, family: str) -> None:
    graph = _graph(qtbot, theme, family)
    graph.set_now(NOW)
    graph.set_curves((_curve("online"),))
    qtbot.wait(REDRAW_MS + 50)
    assert graph.redraws == 0
    graph.show()
    assert graph.redraws == 1


def test_bands_are_coloured_and_what_is_on_air_is_red(qtbot: QtBot, theme: Theme, family: str) -> None:
    graph = _graph(qtbot, theme, family)
    graph.set_now(NOW)
    graph.set_curves((_curve("online"),))
    graph.set_bands(
        (
            Band(NOW - 1_800_000, NOW - 900_000, SegmentKind.TALK, "Talk"),
            Band(NOW - 900_000, None, SegmentKind.PRODUCT, "Cream"),
        )
    )
    graph.show()
    QApplication.processEvents()
    image = graph.grab().toImage()

    def tint(x: float) -> QColor:
        return image.pixelColor(round(image.width() * x), round(image.height() * 0.12))

    talk, on_air = tint(0.6), tint(0.85)
    assert talk.blue() > talk.red()
    assert on_air.red() > on_air.blue()


def test_the_legend_tells_values_and_the_pointer_its_moment(qtbot: QtBot, theme: Theme, family: str) -> None:
    graph = _graph(qtbot, theme, family)
    graph.set_now(NOW)
    graph.set_curves((_curve("online"), _curve("gmv", Unit.FEN), _curve("unnamed")))
    graph.set_bands((Band(NOW - 900_000, None, SegmentKind.PRODUCT, "Cream"),))
    graph.show()
    QApplication.processEvents()
    texts = [label.text() for label in graph._values.values()]
    assert texts == ["━ Online 359", "━ GMV ¥4"]
    box = graph._plot.getPlotItem().vb
    graph._pointed(box.mapViewToScene(QPointF((NOW - 300_000 - graph._base_ms) / 1_000, 0.5)))
    assert graph._values["online"].text() == "━ Online 329"
    assert graph._where.text().endswith("Cream")
    assert graph._where.text().startswith(fmt.clock(NOW - 300_000, "Asia/Shanghai")[:5])
    graph.leaveEvent(None)
    assert graph._values["online"].text() == "━ Online 359"


def test_importing_the_graph_does_not_import_pyqtgraph() -> None:
    code = "import sys, livedesk.ui.widgets.kpi_graph; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_tile_tells_value_change_age_and_reason(qtbot: QtBot, family: str, theme: Theme) -> None:
    tile = Tile(family, "Online")
    qtbot.addWidget(tile)
    tile.set_measure(Measure("online", Unit.COUNT, 3482, 0.06, age_ms=400))
    assert (tile.value.text(), tile.note.text(), tile.note.property("tone")) == ("3,482", "▲ 6%", "go")
    tile.set_measure(Measure("rate", Unit.RATIO, 0.078, -0.006, age_ms=400, estimate=True))
    assert (tile.value.text(), tile.note.text(), tile.note.property("tone")) == ("≈ 7.8%", "▼ 0.6", "warn")
    tile.set_measure(Measure("online", Unit.COUNT, 3482, 0.06, age_ms=300_000))
    assert (tile.value.property("tone"), tile.note.text()) == ("faint", "▲ 5 min ago")
    tile.set_measure(Measure("gmv", Unit.FEN, reason="no_orders"), "no order file yet")
    assert (tile.value.text(), tile.note.text()) == (fmt.NONE, "no order file yet")
