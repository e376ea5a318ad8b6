"""Over the pages while a rehearsal runs: what it is, how fast it goes, and its end. And after it, where it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from livedesk.domain.lapse import SPEEDS
from livedesk.domain.rehearsing import Rehearsing
from livedesk.ui.context import DeskContext
from livedesk.ui.rehearsal.words import badge, facts
from livedesk.ui.theme import GAP, LABEL, TEXT, TEXT_BIG
from livedesk.ui.widgets.labels import Elided, pill, show


class RehearsalBar(QFrame):
    """``speed``, ``paused`` and ``by_itself`` carry what a person chose, ``ended`` asks for the end. Its buttons take
    no focus: the desk's keys stay with the desk."""

    speed = Signal(int)
    paused = Signal(bool)
    by_itself = Signal(bool)
    ended = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rehearsal-bar")
        self.setProperty("role", "rehearsal")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        family = context.family
        self.badge = pill(family, tone="promo", size=TEXT_BIG)
        self.facts = Elided(family, size=LABEL, tone="dim")
        self.pause = _button(self.tr("Pause"), "rehearsal-pause")
        self.pause.setCheckable(True)
        self.pause.clicked.connect(self.paused)
        self.robot = QCheckBox(self.tr("Press GO by itself"))
        self.robot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.robot.clicked.connect(self.by_itself)
        self.end = _button(self.tr("End the rehearsal"), "rehearsal-end")
        self.end.clicked.connect(self.ended)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 6, 3)
        row.setSpacing(GAP)
        row.addWidget(self.badge)
        row.addWidget(self.facts, 1)
        row.addWidget(self.robot)
        row.addSpacing(GAP)
        row.addWidget(self.pause)
        self.speeds = QButtonGroup(self)
        for speed in SPEEDS:
            button = _button(self.tr("{0}×").format(speed), f"rehearsal-{speed}")
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Speed {0}×").format(speed))
            self.speeds.addButton(button, speed)
            row.addWidget(button)
        self.speeds.idClicked.connect(self.speed)
        row.addSpacing(GAP)
        row.addWidget(self.end)
        self.hide()

    def show_state(self, rehearsing: Rehearsing) -> None:
        """Say how it stands."""
        lapse = rehearsing.lapse
        show(self.badge, badge(rehearsing))
        show(self.facts, facts(rehearsing))
        for button, on in (
            (self.pause, lapse.paused),
            (self.robot, rehearsing.wishes.by_itself),
            (self.speeds.button(lapse.speed), True),
        ):
            if button.isChecked() != on:
                button.setChecked(on)
        words = self.tr("Go on") if lapse.paused else self.tr("Pause")
        if self.pause.text() != words:
            self.pause.setText(words)
        self.show()


class RehearsalOverBar(QFrame):
    """Stands after a rehearsal until it is closed. ``review`` asks for its comparison with the plan."""

    review = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rehearsal-over")
        self.setProperty("role", "rehearsal")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = Elided(context.family, size=TEXT)
        look = _button(self.tr("Compare with the plan"), "rehearsal-review")
        look.setProperty("variant", "rehearsal")
        look.clicked.connect(self.review)
        close = _button(self.tr("Close"), "rehearsal-close")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 6, 3)
        row.setSpacing(GAP)
        row.addWidget(pill(context.family, self.tr("Rehearsal"), tone="promo"))
        row.addWidget(self.words, 1)
        row.addWidget(look)
        row.addWidget(close)
        self.hide()

    @Slot(str)
    def tell(self, title: str) -> None:
        """A rehearsal of this show is over."""
        text = self.tr("The rehearsal of “{0}” is over; the desk is back at the show as it was.")
        show(self.words, text.format(title))
        self.show()


def _button(text: str, name: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(name)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setProperty("compact", "true")
    return made
