"""The sound of OBS: every input with its level, mute and volume; which microphones must be heard on air."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from livedesk.domain.errors import UserError
from livedesk.domain.sound import FLOOR_DB, SoundLevels, SoundWatch
from livedesk.domain.status import LinkState
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.widgets.panel import Inside, Panel, scrolled
from livedesk.ui.widgets.wheel import guard_wheel
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.live.sound_row import SoundRow
from livedesk.ui.workspaces.live.view import DeskView


class AudioPanel(Panel):
    """Levels are asked for while it is seen. What a person turns goes straight to OBS, and what is shown is OBS's own
    word."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self._context = context
        self.title.setText(self.tr("Sound"))
        self._watch = context.services.sound_watch
        self._keeping = 0
        self._refusal = ""
        inside = Inside()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 4, 0, 4)
        self._rows.setSpacing(0)
        self.nothing = label(context.family, size=LABEL, tone="dim")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        self._rows.addWidget(self.nothing)
        self._rows.addStretch(1)
        self.body.addWidget(scrolled(inside), 1)
        self.body.addWidget(self._foot(context))
        self.rows: dict[str, SoundRow] = {}
        context.bridge.subscribe(SoundLevels, self.on_levels)

    def _foot(self, context: DeskContext) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 4, 12, 6)
        row.setSpacing(6)
        row.addWidget(label(context.family, self.tr("Silence: below"), size=LABEL, tone="dim"))
        self.below = QSpinBox()
        self.below.setRange(-80, -10)
        self.below.setSuffix(" dB")
        self.below.setValue(round(self._watch.below_db))
        row.addWidget(self.below)
        row.addWidget(label(context.family, self.tr("for"), size=LABEL, tone="dim"))
        self.after = QSpinBox()
        self.after.setRange(1, 300)
        self.after.setSuffix(self.tr(" s"))
        self.after.setValue(self._watch.after_s)
        row.addWidget(self.after)
        row.addStretch(1)
        for spin in (self.below, self.after):
            spin.setKeyboardTracking(False)
            spin.setFixedWidth(78)
            spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
            spin.valueChanged.connect(self._ruled)
        guard_wheel(self.below, self.after)
        return foot

    def show_view(self, view: DeskView) -> None:
        """Show the inputs as OBS tells them."""
        if not self._keeping:
            self._watch = (
                self._context.services.sound_watch
            )  # an action, or a new name in OBS, may have changed it
        sounds = view.obs.sounds
        if [item.name for item in sounds] != list(self.rows):
            self._make([item.name for item in sounds])
        for item in sounds:
            self.rows[item.name].show_input(item, self._watch, view.live)
        linked = view.obs.link is LinkState.READY
        self.nothing.setVisible(not sounds)
        show(
            self.nothing,
            self.tr("OBS has no input with sound. Add one in OBS (Sources → + → Audio Input Capture).")
            if linked
            else self.tr("OBS is not connected: its sound is not known."),
        )
        there = {item.name for item in sounds}
        gone = [name for name in self._watch.inputs if name not in there]
        if self._refusal:
            show(self.facts, f"▲ {self._refusal}", "warn")
        elif linked and gone:
            show(self.facts, "▲ " + self.tr("watched, but not in OBS: {0}").format(" · ".join(gone)), "warn")
        elif linked and sounds and not self._watch.inputs:
            show(self.facts, self.tr("no silence alarm is on"), "dim")
        else:
            watched = len(self._watch.inputs)
            show(self.facts, self.tr("silence alarms: {0}").format(watched) if watched else "", "dim")

    @Slot(object)
    def on_levels(self, levels: SoundLevels) -> None:
        """New levels: at most ten a second."""
        if self.isVisible():
            for name, row in self.rows.items():
                row.set_level(levels.peaks.get(name, FLOOR_DB), levels.at_ms)

    def showEvent(self, event: QShowEvent) -> None:
        """Levels are wanted now."""
        super().showEvent(event)
        self._context.services.show_sound(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no more levels, and none that stood still comes back."""
        super().hideEvent(event)
        self._context.services.show_sound(False)
        for row in self.rows.values():
            row.forget_level()

    def _make(self, names: list[str]) -> None:
        for old in self.rows.values():
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {}
        for at, name in enumerate(names):
            row = SoundRow(self._context, name)
            row.muted.connect(self._muted)
            row.turned.connect(self._turned)
            row.watched.connect(self._watched)
            self.rows[name] = row
            self._rows.insertWidget(at, row)

    @Slot(str, bool)
    def _muted(self, name: str, on: bool) -> None:
        self._context.services.mute_input(name, on)

    @Slot(str, float)
    def _turned(self, name: str, volume_db: float) -> None:
        self._context.services.set_volume(name, volume_db)

    @Slot(str, bool)
    def _watched(self, name: str, on: bool) -> None:
        self._choose(self._watch.switched(name, on))

    @Slot(int)
    def _ruled(self, _value: int) -> None:
        self._choose(replace(self._watch, below_db=float(self.below.value()), after_s=self.after.value()))

    def _choose(self, watch: SoundWatch) -> None:
        self._watch = watch
        self._keeping += 1
        # In order: of two choices the later one must be the one that is kept.
        work = partial(self._context.services.watch_sound, watch)
        self._context.background.run(work, self._kept, self._not_kept, urgent=True)

    @Slot(object)
    def _kept(self, _nothing: object) -> None:
        self._keeping -= 1
        self._refusal = ""

    @Slot(object)
    def _not_kept(self, error: Exception) -> None:
        self._keeping -= 1
        if not isinstance(error, UserError):
            raise error
        self._refusal = sentence(error)
