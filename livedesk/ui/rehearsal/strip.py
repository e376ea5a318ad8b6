"""What is asked before a rehearsal: how fast, with OBS or without, before whom, by whose hand. In place, no box."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livedesk.domain.lapse import SPEEDS
from livedesk.domain.rehearsing import AudienceKind, RehearsalWishes
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.context import DeskContext
from livedesk.ui.desk_keys import KEEPS_ESCAPE
from livedesk.ui.rehearsal.words import audience
from livedesk.ui.theme import GAP, HINT, TEXT
from livedesk.ui.widgets.choose import choose_file
from livedesk.ui.widgets.labels import Elided, label, pill, show
from livedesk.ui.widgets.wheel import guard_wheel

_KINDS = (AudienceKind.SIMULATED, AudienceKind.RECORDING, AudienceKind.NONE)


class RehearsalStrip(QFrame):
    """``wanted`` carries the :class:`RehearsalWishes`; ``left`` tells that it went. It keeps what was chosen last."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rehearsal-strip")
        self.setProperty("role", "rehearsal")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._recording = ""
        self._streaming = False
        family = context.family
        self.speed = QComboBox()
        self.speed.setAccessibleName(self.tr("Speed"))
        for speed in SPEEDS:
            self.speed.addItem(self.tr("{0}×").format(speed), speed)
        self.obs = QCheckBox(self.tr("With OBS (it really switches)"))
        self.obs.toggled.connect(self._reword)
        self.audience = QComboBox()
        self.audience.setAccessibleName(self.tr("Audience"))
        for kind in _KINDS:
            self.audience.addItem(audience(kind))
        self.audience.activated.connect(self._chosen)
        guard_wheel(self.speed, self.audience)
        self.by_itself = QCheckBox(self.tr("Press GO by itself"))
        self.start = QPushButton(self.tr("Begin the rehearsal"))
        self.start.setObjectName("rehearsal-begin")
        self.start.setProperty("variant", "rehearsal")
        self.start.setAutoDefault(True)
        self.cancel = QPushButton(self.tr("Not now"))
        self.start.clicked.connect(self._begin)
        self.cancel.clicked.connect(self.dismiss)
        self.words = Elided(family, size=HINT, tone="dim")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(pill(family, self.tr("Rehearsal"), tone="promo"))
        row.addSpacing(GAP)
        for caption, part in ((self.tr("Speed"), self.speed), ("", self.by_itself), ("", self.obs),
                              (self.tr("Audience"), self.audience)):  # fmt: skip
            if caption:
                row.addWidget(label(family, caption, size=TEXT, tone="dim"))
            row.addWidget(part)
            row.addSpacing(GAP)
        row.addStretch(1)
        row.addWidget(self.start)
        row.addWidget(self.cancel)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 8, 6)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.words)
        for field in (self.speed, self.by_itself, self.obs, self.audience, self.start, self.cancel):
            # It lets the whole strip be, not only the field.
            field.setProperty(KEEPS_ESCAPE, True)
        self.set_obs(ObsStatus())
        self.say("")
        self.hide()

    @property
    def wishes(self) -> RehearsalWishes:
        """What is chosen now."""
        # By the place: Qt hands a word of an enumeration back as a plain one.
        kind = _KINDS[self.audience.currentIndex()]
        return RehearsalWishes(
            speed=int(self.speed.currentData()),
            drives_obs=self.obs.isEnabled() and self.obs.isChecked(),
            by_itself=self.by_itself.isChecked(),
            audience=kind,
            recording=self._recording if kind is AudienceKind.RECORDING else "",
        )

    def ask(self) -> None:
        """Come, and have the keys."""
        self.say("")
        self.show()
        self.start.setFocus()

    def say(self, problem: str) -> None:
        """Say why it was refused, or what a rehearsal is."""
        about = self.tr(
            "On air at once, at the planned start. It goes into a log of its own and counts for no live number; open "
            "checks do not stop it. Above 1× the prompter goes segment by segment."
        )
        if self._streaming and self.obs.isChecked() and not problem:
            problem = self.tr("OBS streams, or feeds the virtual camera: with OBS, viewers see the rehearsal.")
        show(self.words, f"▲ {problem}" if problem else about, "warn" if problem else "dim")

    def set_obs(self, status: ObsStatus) -> None:
        """Whether OBS can take part, and whether viewers would see it."""
        if bool(status.outputs.ways_out) != self._streaming:
            self._streaming = bool(status.outputs.ways_out)
            self.say("")
        there = status.link is LinkState.READY
        if there != self.obs.isEnabled():
            self.obs.setEnabled(there)
        why = "" if there else self.tr("OBS is not connected: the rehearsal goes without it.")
        if self.obs.toolTip() != why:
            self.obs.setToolTip(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape: not now; Enter begins, wherever the focus is in the strip."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin()
        else:
            super().keyPressEvent(event)

    @Slot()
    def dismiss(self) -> None:
        """Go."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    @Slot()
    def _begin(self) -> None:
        self.wanted.emit(self.wishes)

    @Slot()
    def _reword(self) -> None:
        self.say("")

    @Slot(int)
    def _chosen(self, index: int) -> None:
        if _KINDS[index] is AudienceKind.RECORDING:
            # Until a file is chosen nothing of it is promised.
            self.audience.setCurrentIndex(0)
            kinds = self.tr("Recordings of a relay") + " (*.jsonl)"
            choose_file(self, self.tr("Audience of the rehearsal"), kinds, self.set_recording)

    @Slot(str)
    def set_recording(self, path: str) -> None:
        """Let this recording play the audience."""
        self._recording = path
        at = _KINDS.index(AudienceKind.RECORDING)
        self.audience.setItemText(at, audience(AudienceKind.RECORDING, path))
        self.audience.setCurrentIndex(at)
