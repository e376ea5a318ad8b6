"""What was told once and stays until it is closed: shows that begin soon, and errors that nobody asked for.

A command that is refused is answered in the status bar: the person who gave it looks there. An error of the start,
of a thread or of a service has no such person, so it stands in a banner, with the last times that it happened.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from livedesk.domain.clock import MINUTE
from livedesk.domain.errors import UserError
from livedesk.domain.run import Phase
from livedesk.domain.status import Reminder
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui import format as fmt
from livedesk.ui.context import Tick
from livedesk.ui.notice import Detail, Dismiss, Notice, Offer, OpenShow
from livedesk.ui.words import sentence

LAST_TIMES = 5


@dataclass(slots=True)
class _Error:
    """An error by its code: the newest, how often it came, and the last times with their facts."""

    newest: UserError
    count: int = 0
    open: bool = False
    times: deque[str] = field(default_factory=lambda: deque(maxlen=LAST_TIMES))


class Told(QObject):
    """Keeps reminders and errors. ``logs`` is the folder of the log, named in an error's details."""

    def __init__(self, logs: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs = logs
        self._reminders: dict[str, Reminder] = {}
        self._errors: dict[str, _Error] = {}

    @Slot(object)
    def remind(self, reminder: Reminder) -> None:
        """A show begins soon; a later reminder of it comes back after an earlier one was closed."""
        self._reminders[f"reminder:{reminder.show_id}"] = reminder

    def error(self, error: UserError, wall_ms: int) -> None:
        """Something went wrong at this moment. The same again joins the banner that stands."""
        known = self._errors.setdefault(f"error:{error.code}", _Error(error))
        known.newest = error
        known.count += 1
        known.times.append(f"{fmt.local_clock(wall_ms)}  {error}")

    def dismiss(self, key: str) -> None:
        """Take a notice away; an unknown key is no error."""
        self._errors.pop(key, None)
        self._reminders.pop(key, None)

    def detail(self, key: str) -> None:
        """Show or hide what lies behind an error."""
        known = self._errors.get(key)
        if known is not None:
            known.open = not known.open

    def notices(self, tick: Tick) -> tuple[Notice, ...]:
        """What stands now: errors before reminders."""
        errors = [self._of_error(key, known) for key, known in self._errors.items()]
        shows = [self._of_show(key, told, tick) for key, told in tuple(self._reminders.items())]
        return (*errors, *(notice for notice in shows if notice is not None))

    def _of_error(self, key: str, known: _Error) -> Notice:
        text = sentence(known.newest)
        if known.count > 1:
            text += f" (×{known.count})"
        if known.open:
            where = self.tr("The whole story is in {path}.").format(path=self._logs)
            text = "\n".join((text, *known.times, where))
        details = self.tr("Hide details") if known.open else self.tr("Details")
        return Notice(key, text, (Offer(details, Detail(key)), Offer(self.tr("Close"), Dismiss(key), "flat")))

    def _of_show(self, key: str, reminder: Reminder, tick: Tick) -> Notice | None:
        left = reminder.start_ms - tick.wall_ms
        on_desk = tick.snapshot is not None and tick.snapshot.state.show.id == reminder.show_id
        if left <= 0 or (on_desk and _began(tick.snapshot)):
            self.dismiss(key)
            return None
        minutes = -(-left // MINUTE)
        text = self.tr("“{show}” begins in {minutes} min.").format(show=reminder.title, minutes=minutes)
        close = Offer(self.tr("Close"), Dismiss(key), "flat")
        opening = Offer(self.tr("Open on the desk"), OpenShow(reminder.show_id), "primary")
        return Notice(key, text, (close,) if on_desk else (opening, close), "info")


def _began(snapshot: SessionSnapshot | None) -> bool:
    if snapshot is None or snapshot.rehearsing is not None:
        return False
    return snapshot.state.run.phase in (Phase.ON_AIR, Phase.ENDED)
