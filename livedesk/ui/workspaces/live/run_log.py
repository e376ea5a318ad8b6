"""The journal of the run in front of the desk: read once, then followed, and told to whatever shows it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain.events import Entry
from livedesk.services.session.snapshot import Journalled
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.live.as_run_table import AsRunTable
from livedesk.ui.workspaces.live.log_panel import LogPanel
from livedesk.ui.workspaces.live.run_facts import RunFacts


class RunLog(QObject):
    """``facts`` are what the desk knows of the run from its journal, ``table`` is its as-run log. ``failed`` carries
    the error where the journal could not be read: both then hold what comes from now on."""

    failed = Signal(object)

    def __init__(self, context: DeskContext, log: LogPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._log = log
        self._run_id: int | None = None
        self._early: list[Entry] | None = None
        self.facts = RunFacts()
        self.table = AsRunTable(context.theme, context.family, self)
        context.bridge.subscribe(Journalled, self._on_journal)

    def restart(self, run_id: int | None, zone: str) -> None:
        """Another run is in front (None: none yet), with times in ``zone``."""
        self._run_id = run_id
        self.facts = RunFacts()
        self._log.restart(zone)
        self.table.restart(zone)
        self._early = None
        if run_id is not None:
            self._early = []
            self._context.background.run(
                partial(self._read, self._context, run_id), self._loaded, self._not_loaded
            )

    @Slot(object)
    def _on_journal(self, journalled: Journalled) -> None:
        """Entries were added to the journal."""
        if journalled.run_id != self._run_id:
            return
        if self._early is not None:
            self._early.extend(journalled.entries)
        else:
            self._add(journalled.entries)

    def _add(self, entries: tuple[Entry, ...]) -> None:
        fresh = self.facts.add(entries)
        self._log.add(fresh)
        self.table.add(fresh)

    @staticmethod
    def _read(context: DeskContext, run_id: int) -> tuple[int, tuple[Entry, ...]]:
        return run_id, context.services.runs.entries(run_id)

    @Slot(object)
    def _loaded(self, read: tuple[int, tuple[Entry, ...]]) -> None:
        run_id, entries = read
        if run_id != self._run_id or self._early is None:
            return
        early, self._early = self._early, None
        self._add((*entries, *early))

    @Slot(object)
    def _not_loaded(self, error: Exception) -> None:
        early, self._early = self._early or [], None
        self._add(tuple(early))
        self.failed.emit(error)
