"""Tiles: one measure with its change, or why there is none; and the strip that gives each the room it needs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from livedesk.domain.clock import MINUTE
from livedesk.domain.numbers import Measure
from livedesk.ui import format as fmt
from livedesk.ui.fonts import figures, font
from livedesk.ui.theme import FIGURE, HINT, LABEL, TITLE
from livedesk.ui.widgets.labels import Elided, figure, show

STALE_MS = 2 * MINUTE
ROOMY, NARROW = (12, 8), (8, 4)


class Tile(QFrame):
    """A measure by name, value, and change with arrow and sign. A value whose newest input is older than two
    minutes is dimmed and says its age; a measure that no feed gives says the reason."""

    def __init__(self, family: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tile")
        box = self._box = QVBoxLayout(self)
        box.setSpacing(0)
        self._family = family
        self._stale = False
        self.title = Elided(family, title, size=LABEL, tone="dim")
        self.value = figure(family, fmt.NONE, size=FIGURE, tone="faint")
        self.value.setMinimumWidth(1)
        self.note = Elided(family, "", size=HINT, tone="faint")
        for part in (self.title, self.value, self.note):
            box.addWidget(part)
        self.set_narrow(False)

    @property
    def needed(self) -> int:
        """The width at which title, value and the age of an old one are read whole."""
        age = self.note.sizeHint().width() if self._stale else 0
        text = max(self.title.sizeHint().width(), self.value.sizeHint().width(), age)
        margins = self._box.contentsMargins()
        return text + margins.left() + margins.right() + 2

    def set_narrow(self, narrow: bool) -> None:
        """Smaller figures and margins, for a strip that is short of room."""
        left, right = NARROW if narrow else ROOMY
        self._box.setContentsMargins(left, 8, right, 8)
        self.value.setFont(figures(self._family, TITLE if narrow else FIGURE))
        self.title.setFont(font(self._family, HINT if narrow else LABEL))

    def set_measure(self, measure: Measure | None, reason: str = "") -> None:
        """Show a measure; ``reason`` is the sentence for a missing one."""
        self._stale = False
        if measure is None or measure.value is None:
            self.setToolTip("")
            show(self.value, fmt.NONE, "faint")
            show(self.note, reason, "faint")
            return
        text = fmt.measure(measure.value, measure.unit)
        if measure.estimate:
            text = "≈ " + text
        self._stale = measure.age_ms is not None and measure.age_ms > STALE_MS
        show(self.value, text, "faint" if self._stale else "text")
        if self._stale:
            show(self.note, "▲ " + fmt.age(measure.age_ms), "warn")
            self.setToolTip(QCoreApplication.translate("Tile", "the newest input of this figure is that old"))
            return
        self.setToolTip("")
        tone = "faint"
        if measure.change:
            tone = "go" if measure.change > 0 else "warn"
        show(self.note, fmt.change(measure.change, measure.unit), tone)


class TileStrip(QFrame):
    """Tiles side by side, by name. Each has room by what it says, with smaller figures where the roomy ones would be
    cut. A tile never takes room back while the strip keeps its width: figures that change push no neighbour to and
    fro."""

    def __init__(self, family: str, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.tiles = {name: Tile(family, title) for name, title in titles.items()}
        last = next(reversed(self.tiles), "")
        for name, tile in self.tiles.items():
            self._row.addWidget(tile)
            tile.setProperty("last", "true" if name == last else "false")
        self._narrow = False
        self._shares = [0] * len(self.tiles)

    def fit(self) -> None:
        """Share the width out anew; to be called when values have changed."""
        shares = self._wanted()
        if not self._narrow and sum(shares) > self.width():
            self._set_narrow(True)
            shares = self._wanted()
        if shares != self._shares:
            self._shares = shares
            for at, share in enumerate(shares):
                self._row.setStretch(at, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: begin with roomy tiles."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_narrow(False)
            self.fit()

    def _wanted(self) -> list[int]:
        needed = [tile.needed for tile in self.tiles.values()]
        return [max(known, now) for known, now in zip(self._shares, needed, strict=True)]

    def _set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._shares = [0] * len(self.tiles)
        for tile in self.tiles.values():
            tile.set_narrow(narrow)
