"""The graph of the live numbers, loaded after the window can be used: numpy and pyqtgraph cost as much as all the
rest of a start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from livedesk.domain.numbers import Curve
from livedesk.ui.theme import LABEL, Theme
from livedesk.ui.widgets.bands import Band
from livedesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from livedesk.ui.widgets.kpi_graph import KpiGraph

LOAD_AFTER_MS = 800
LEAST_HEIGHT = 44


class LateGraph(QWidget):
    """Takes what a :class:`livedesk.ui.widgets.kpi_graph.KpiGraph` takes, and hands it on once that is
    there. It asks for no height of its own: lower than a legend and a line, it shows nothing. ``empty`` stands in the
    graph's place until the first figure comes."""

    def __init__(
        self,
        theme: Theme,
        family: str,
        titles: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        least: Mapping[str, float] | None = None,
        empty: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme, self._family, self._titles, self._least = theme, family, titles, least
        self.graph: KpiGraph | None = None
        self._zone = "UTC"
        self._curves: Sequence[Curve] = ()
        self._bands: Sequence[Band] = ()
        self._now_ms = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.nothing = label(family, empty, size=LABEL, tone="dim")
        self.nothing.setWordWrap(True)
        self.nothing.setMargin(12)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._box.addWidget(self.nothing)
        self._fit()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOAD_AFTER_MS)
        self._timer.timeout.connect(self.load)

    def showEvent(self, event: QShowEvent) -> None:
        """Load the graph a moment after the first showing."""
        super().showEvent(event)
        if self.graph is None and not self._timer.isActive():
            self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show no graph where there is no room for one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Either the graph or what stands in its place, where there is room."""
        waits = bool(self.nothing.text()) and not any(curve.at_ms for curve in self._curves)
        self.nothing.setVisible(waits)
        if self.graph is not None:
            self.graph.setVisible(not waits and self.height() >= LEAST_HEIGHT)

    @Slot()
    def load(self) -> None:
        """Load the graph now and give it what came meanwhile."""
        from livedesk.ui.widgets.kpi_graph import KpiGraph

        if self.graph is not None:
            return
        self.graph = KpiGraph(self._theme, self._family, self._titles, self._zone, least=self._least)
        self._box.addWidget(self.graph)
        self._fit()
        self.graph.set_bands(self._bands)
        self.graph.set_curves(self._curves)
        self.graph.set_now(self._now_ms)

    def set_zone(self, zone: str) -> None:
        """The zone of the show (IANA)."""
        self._zone = zone
        if self.graph is not None:
            self.graph.set_zone(zone)

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """New curves in place of the old ones."""
        self._curves = curves
        self._fit()
        if self.graph is not None:
            self.graph.set_curves(curves)

    def set_bands(self, bands: Sequence[Band]) -> None:
        """New background bands."""
        self._bands = bands
        if self.graph is not None:
            self.graph.set_bands(bands)

    def set_now(self, now_ms: int) -> None:
        """Move the now-line (epoch ms)."""
        self._now_ms = now_ms
        if self.graph is not None:
            self.graph.set_now(now_ms)
