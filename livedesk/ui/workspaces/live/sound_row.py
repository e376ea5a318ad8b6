"""One input of OBS's sound: its level, its mute, its volume, and whether its silence is watched for."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QPushButton, QSlider, QWidget

from livedesk.domain.sound import FLOOR_DB, SoundInput, SoundWatch
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.plain import tip
from livedesk.ui.style import set_property
from livedesk.ui.theme import HINT, LABEL, TEXT
from livedesk.ui.widgets.labels import Elided, figure, show
from livedesk.ui.widgets.level_meter import CLIPS_DB, LOUD_DB, LevelMeter
from livedesk.ui.widgets.wheel import guard_wheel

LOWEST, HIGHEST = -60, 0
"""The ends of the slider in dB; its lowest place is off."""


class SoundRow(QFrame):
    """``muted``, ``turned`` and ``watched`` carry the input's name and what a person wants of it."""

    muted = Signal(str, bool)
    turned = Signal(str, float)
    watched = Signal(str, bool)

    def __init__(self, context: DeskContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = name
        family = context.family
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 12, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        self.name = Elided(family, name, size=TEXT, bold=True)
        self.level = figure(family, size=HINT, tone="dim", bold=False)
        self.level.setMinimumWidth(76)
        self.level.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.meter = LevelMeter(context.theme)
        self.mute = QPushButton(self.tr("Mute"))
        self.mute.setCheckable(True)
        self.mute.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_property(self.mute, "compact", "true")
        self.mute.setMinimumWidth(68)
        self.mute.setAccessibleName(self.tr("Mute {0}").format(name))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(LOWEST, HIGHEST)
        self.slider.setPageStep(6)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        guard_wheel(self.slider)
        self.slider.setAccessibleName(self.tr("Volume of {0} in dB").format(name))
        self.slider.setToolTip(self.tr("Volume: ← and → by 1 dB, Page up and down by 6 dB"))
        self.volume = figure(family, size=LABEL, tone="text", bold=False)
        self.volume.setMinimumWidth(56)
        self.volume.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.watch = QCheckBox(self.tr("Silence alarm"))
        self.watch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.watch.setToolTip(tip(self.tr("On air, say when nothing is heard of it, or it is muted.")))
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.watch, 0, 1)
        grid.addWidget(self.mute, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.meter, 1, 0)
        grid.addWidget(self.level, 1, 1)
        grid.addWidget(self.slider, 2, 0)
        grid.addWidget(self.volume, 2, 1)
        grid.setColumnStretch(0, 1)
        self.mute.toggled.connect(self._muted)
        self.slider.valueChanged.connect(self._turned)
        self.watch.toggled.connect(self._watched)

    def show_input(self, told: SoundInput, watch: SoundWatch, on_air: bool) -> None:
        """Show what OBS tells of it, and whether it is watched."""
        chosen = told.name in watch.inputs
        with QSignalBlocker(self.mute), QSignalBlocker(self.slider), QSignalBlocker(self.watch):
            self.mute.setChecked(told.muted)
            self.watch.setChecked(chosen)
            if not self.slider.isSliderDown():
                self.slider.setValue(round(max(LOWEST, min(HIGHEST, told.volume_db))))
        words = self.tr("Muted") if told.muted else self.tr("Mute")
        if self.mute.text() != words:
            self.mute.setText(words)
        set_property(self.mute, "tone", "warn" if told.muted else "text")
        show(self.name, f"▲ {told.name}" if told.muted and chosen and on_air else told.name)
        show(self.volume, fmt.decibels(told.volume_db))
        self.meter.set_line(watch.below_db if chosen else None)

    def set_level(self, level_db: float, at_ms: int) -> None:
        """Show a level; the words say where it is loud, cut off or nothing, not its colour alone."""
        self.meter.set_level(level_db, at_ms)
        peak = self.meter.peak
        if peak >= CLIPS_DB:
            show(self.level, "▲ " + self.tr("too loud"), "warn")
        elif peak >= LOUD_DB:
            show(self.level, self.tr("loud {0}").format(fmt.decibels(peak)), "dim")
        else:
            show(self.level, fmt.decibels(peak), "dim")

    def forget_level(self) -> None:
        """Nobody knows its level now."""
        self.meter.forget()
        show(self.level, "")

    @Slot(bool)
    def _muted(self, on: bool) -> None:
        self.muted.emit(self.input, on)

    @Slot(int)
    def _turned(self, value: int) -> None:
        self.turned.emit(self.input, FLOOR_DB if value == LOWEST else float(value))

    @Slot(bool)
    def _watched(self, on: bool) -> None:
        self.watched.emit(self.input, on)
