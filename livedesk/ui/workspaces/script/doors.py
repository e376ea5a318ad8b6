"""The ways into a show: the list of them, a new one, one made from a template."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain.clock import WallTime, to_local
from livedesk.domain.planned import nearest
from livedesk.domain.ports import ShowSummary
from livedesk.domain.rundown import Show
from livedesk.services.templates import Template, new_show
from livedesk.ui.context import DeskContext, Services
from livedesk.ui.workspaces.script.patience import Patience

ZONE = "Asia/Shanghai"
EVENING, LENGTH_H = 20, 2


class Doors(QObject):
    """``made`` carries the id of a new show, ``listed`` the shows that there are, ``found`` the one planned nearest
    to now (empty: there is none). While the store is being opened all of them wait for it."""

    made = Signal(str)
    listed = Signal(object)
    found = Signal(str)
    failed = Signal(object)

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._patience = Patience(context.background, self)
        self._patience.failed.connect(self.failed)

    @Slot()
    def ask(self) -> None:
        """Read the list of shows."""
        self._read(self._listed)

    @Slot()
    def find_nearest(self) -> None:
        """Look for the show that is planned nearest to now."""
        self._read(self._nearest)

    @Slot()
    def begin(self) -> None:
        """A new, empty show of two hours, tomorrow evening."""
        start = self._tomorrow(ZONE, EVENING, 0)
        end = WallTime(start + timedelta(hours=LENGTH_H))
        self._keep(Show("", self.tr("New show"), ZONE, WallTime(start), hard_end=end), "")

    @Slot(object)
    def start_from(self, template: Template) -> None:
        """A new show from a template of one, tomorrow at its time."""
        if template.show is not None:
            old = template.show.planned_start.local
            start = self._tomorrow(template.show.zone, old.hour, old.minute)
            self._keep(new_show(template, template.title, start), template.show.id)

    def _tomorrow(self, zone: str, hour: int, minute: int) -> datetime:
        now = to_local(self._context.clock.now().wall_ms, zone)
        day = now + timedelta(days=1)
        return day.replace(hour=hour, minute=minute, second=0, microsecond=0, tzinfo=None)

    def _keep(self, show: Show, media_of: str) -> None:
        work = partial(self._context.services.keep_show, show, media_of)
        self._patience.run(work, self._made)

    def _read(self, then: Callable[[tuple[ShowSummary, ...]], None]) -> None:
        self._patience.run(partial(_summaries, self._context.services), then)

    @Slot(object)
    def _made(self, show_id: str) -> None:
        self.made.emit(show_id)

    @Slot(object)
    def _listed(self, shows: tuple[ShowSummary, ...]) -> None:
        self.listed.emit(shows)

    @Slot(object)
    def _nearest(self, shows: tuple[ShowSummary, ...]) -> None:
        now = self._context.clock.now().wall_ms
        one = nearest([(item.show_id, item.planned_start_ms) for item in shows], now)
        self.found.emit(one or "")


def _summaries(services: Services) -> tuple[ShowSummary, ...]:
    """Asked in a worker: until the store is open the services refuse to give it."""
    return services.shows.summaries()
