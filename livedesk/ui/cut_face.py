"""In the top bar, so that every page and every layout has it: by when what is on air must be cut."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from livedesk.domain.run import Phase
from livedesk.ui.context import Tick
from livedesk.ui.cut_words import must_cut, must_cut_lines
from livedesk.ui.fonts import figures
from livedesk.ui.style import set_property
from livedesk.ui.theme import TITLE
from livedesk.ui.widgets.labels import figure, show


class CutFace(QFrame):
    """Two lines, on air while a later start is fixed: the time, and under it what is spare or short. Its width fits
    the widest words it has shown, so that nothing beside it jumps."""

    def __init__(self, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = family
        self.setObjectName("cut-by")
        self.setProperty("role", "cut")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 0, 10, 1)
        box.setSpacing(0)
        self.when: QLabel = figure(family, size=TITLE)
        self.margin: QLabel = figure(family, size=TITLE)
        box.addWidget(self.when)
        box.addWidget(self.margin)
        self.hide()

    def on_tick(self, tick: Tick) -> None:
        """Show this moment."""
        snapshot, table = tick.snapshot, tick.timetable
        on_air = snapshot is not None and snapshot.state.run.phase is Phase.ON_AIR
        if snapshot is None or table is None or not on_air or table.must_cut_by is None:
            self.setMinimumWidth(0)
            self.hide()
            return
        zone = snapshot.state.show.zone
        when, margin, tone = must_cut_lines(table, zone)
        show(self.when, when, "warn" if tone == "warn" else "text")
        show(self.margin, margin, tone)
        set_property(self, "tone", tone)
        self._dress()
        self.setAccessibleName(must_cut(table, zone)[0])
        self.show()
        self._widen()

    def _dress(self) -> None:
        """Another tone polishes a label anew, which brings its first face back."""
        for line in (self.when, self.margin):
            line.setFont(figures(self._family, TITLE))

    def _widen(self) -> None:
        wanted = self.sizeHint().width()
        if wanted > self.minimumWidth():
            self.setMinimumWidth(wanted)
