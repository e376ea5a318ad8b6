"""Alerts and as-run log: each entry of the journal a sentence, the newest on top."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from livedesk.domain.events import AlertRaised, Entry, FaultShown, TakeReported
from livedesk.ui.context import DeskContext
from livedesk.ui.models.log import LogList
from livedesk.ui.widgets.labels import show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.widgets.row_list import DeskList
from livedesk.ui.workspaces.live.row_delegates import LogDelegate
from livedesk.ui.workspaces.live.sentences import log_row
from livedesk.ui.workspaces.live.take_words import outcome

LEAST_ROWS = 2


class LogPanel(Panel):
    """Fed with entries as they are journalled."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Alerts and as-run log"))
        self.model = LogList(self)
        self._delegate = LogDelegate(context.theme)
        self.list = DeskList(self._delegate, least=LEAST_ROWS)
        self.list.setModel(self.model)
        self.body.setContentsMargins(0, 4, 0, 4)
        self.list.empty = self.tr("Whatever happens in the run is written here.")
        self.body.addWidget(self.list, 1)
        self._alerts = 0

    def restart(self, zone: str) -> None:
        """Begin the log of another run, with times in ``zone``."""
        self._delegate.zone = zone
        self._alerts = 0
        self.model.clear()
        show(self.facts, "", "dim")

    def add(self, entries: Iterable[Entry]) -> None:
        """Show more entries of the run."""
        for entry in entries:
            if isinstance(entry.event, TakeReported):
                words, tone = outcome(entry.event)
                self.model.report(entry.event.take, words, tone)
                continue
            row = log_row(entry)
            if row is not None:
                self.model.add(row)
            self._alerts += isinstance(entry.event, AlertRaised | FaultShown)
        if self._alerts:
            show(self.facts, "▲ " + self.tr("alerts: {0}").format(self._alerts), "warn")
