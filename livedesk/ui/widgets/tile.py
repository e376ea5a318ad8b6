"""Tiles: one measure with its change, or why there is none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from livedesk.domain.clock import MINUTE
from livedesk.domain.numbers import Measure
from livedesk.ui import format as fmt
from livedesk.ui.theme import FIGURE, HINT, LABEL
from livedesk.ui.widgets.labels import Elided, figure, show

STALE_MS = 2 * MINUTE


class Tile(QFrame):
    """A measure by name, value, and change with arrow and sign. A value whose newest input is older than two
    minutes is dimmed and says its age; a measure that no feed gives says the reason."""

    def __init__(self, family: str, title: str, *, last: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tile")
        self.setProperty("last", "true" if last else "false")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 8, 8)
        box.setSpacing(0)
        self.title = Elided(family, title, size=LABEL, tone="dim")
        self.value = figure(family, fmt.NONE, size=FIGURE, tone="faint")
        self.value.setMinimumWidth(1)
        self.note = Elided(family, "", size=HINT, tone="faint")
        for part in (self.title, self.value, self.note):
            box.addWidget(part)

    def set_measure(self, measure: Measure | None, reason: str = "") -> None:
        """Show a measure; ``reason`` is the sentence for a missing one."""
        if measure is None or measure.value is None:
            show(self.value, fmt.NONE, "faint")
            show(self.note, reason, "faint")
            return
        text = fmt.measure(measure.value, measure.unit)
        if measure.estimate:
            text = "≈ " + text
        stale = measure.age_ms is not None and measure.age_ms > STALE_MS
        show(self.value, text, "faint" if stale else "text")
        if stale:
            show(
                self.note,
                QCoreApplication.translate("Tile", "old: {age}").format(age=fmt.age(measure.age_ms)),
                "warn",
            )
            return
        tone = "faint"
        if measure.change:
            tone = "go" if measure.change > 0 else "warn"
        show(self.note, fmt.change(measure.change, measure.unit), tone)
