"""The three ways in for a file that was read: a new show, in the place of one, or merged into one."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QWidget

from livedesk.domain.ports import ShowSummary
from livedesk.ui.theme import GAP, LABEL
from livedesk.ui.widgets.labels import label
from livedesk.ui.widgets.wheel import guard_wheel
from livedesk.ui.workspaces.plan.shows_panel import start_words


class Way(StrEnum):
    """What becomes of a file."""

    NEW = "new"
    OVERRIDE = "override"
    MERGE = "merge"


class WaysBar(QWidget):
    """``changed``: another way, or another show. Left and right go from way to way; the show is chosen beside them."""

    changed = Signal()

    def __init__(self, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 0)
        row.setSpacing(GAP)
        self._group = QButtonGroup(self)
        self.buttons: dict[Way, QPushButton] = {}
        for way, text, tip in (
            (Way.NEW, self.tr("New show"), self.tr("Keep the file as a show of its own")),
            (Way.OVERRIDE, self.tr("Put in place of"), self.tr("The show becomes what the file says")),
            (Way.MERGE, self.tr("Merge into"), self.tr("Choose row by row what the show takes over")),
        ):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setObjectName(f"way-{way.value}")
            self._group.addButton(button)
            self.buttons[way] = button
            row.addWidget(button)
        self.buttons[Way.NEW].setChecked(True)
        self.shows = QComboBox()
        self.shows.setObjectName("target-show")
        self.shows.setAccessibleName(self.tr("Which show"))
        self.shows.setMinimumWidth(280)
        self.shows.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        guard_wheel(self.shows)
        row.addWidget(self.shows, 1)
        self.mapped = label(family, size=LABEL, tone="info")
        row.addWidget(self.mapped)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._told)
        self.shows.activated.connect(self._told)
        self.only_scripts(False)

    @property
    def way(self) -> Way:
        """The way that is chosen."""
        return next(way for way, button in self.buttons.items() if button.isChecked())

    @property
    def target(self) -> str:
        """The id of the show that the file is for; empty for a new one."""
        return "" if self.way is Way.NEW else str(self.shows.currentData() or "")

    def show_shows(self, summaries: Iterable[ShowSummary]) -> None:
        """Offer these shows; the chosen one stays chosen while it is there."""
        chosen = self.shows.currentData()
        self.shows.clear()
        for summary in summaries:
            self.shows.addItem(f"{summary.title} · {start_words(summary)}", summary.show_id)
        self._choose(chosen)
        self._follow()

    def start(self, show_id: str) -> None:
        """Begin with a file: meant for this show (empty: for a new one)."""
        self.buttons[Way.MERGE if show_id else Way.NEW].setChecked(True)
        self._choose(show_id)
        self.only_scripts(False)

    def only_scripts(self, only: bool) -> None:
        """A document of scripts goes into a show that is there."""
        self._scripts = only
        if only:
            self.buttons[Way.MERGE].setChecked(True)
        self._follow()

    def _choose(self, show_id: object) -> None:
        at = self.shows.findData(show_id)
        if at >= 0:
            self.shows.setCurrentIndex(at)

    @Slot()
    def _told(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        there = self.shows.count() > 0
        self.buttons[Way.NEW].setEnabled(not self._scripts)
        self.buttons[Way.OVERRIDE].setEnabled(there and not self._scripts)
        self.buttons[Way.MERGE].setEnabled(there)
        self.shows.setVisible(self.way is not Way.NEW)
