"""Planned jobs on APScheduler: reminders before a show, backups, promotions that end. Never cue timing.

Jobs live in memory and are planned anew at each start from what the store knows (planned starts, running
promotions); a job only posts a command or calls back, it never touches state.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler

from livedesk.domain.clock import MINUTE, to_ms, to_utc
from livedesk.domain.commands import Command
from livedesk.domain.ports import ShowSummary

REMIND_BEFORE_MS = (60 * MINUTE, 30 * MINUTE, 10 * MINUTE)
BACKUP_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A show begins in ``minutes``."""

    show_id: str
    title: str
    minutes: int


class Scheduler:
    """The planned jobs of this program. ``dispatch`` takes commands, ``publish`` reminders."""

    def __init__(self, dispatch: Callable[[Command, str], object], publish: Callable[[object], None]) -> None:
        self._dispatch = dispatch
        self._publish = publish
        # Coalesced and never missed: a machine that slept reminds once, late, instead of not at all.
        defaults = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        self._jobs: Any = BackgroundScheduler(timezone=UTC, job_defaults=defaults)
        logging.getLogger("apscheduler").setLevel(logging.WARNING)

    def start(self) -> None:
        """Start the thread of the jobs."""
        self._jobs.start()

    def stop(self) -> None:
        """End the thread; running jobs finish."""
        if self._jobs.running:
            self._jobs.shutdown(wait=True)

    def plan(self, key: str, after_ms: int, command: Command) -> None:
        """Dispatch a command in ``after_ms`` (see ports.Planner)."""
        due = datetime.now(UTC) + timedelta(milliseconds=after_ms)
        self._at(key, due, self._dispatch, command, "")

    def cancel(self, key: str) -> None:
        """Forget a planned job; an unknown key is no error."""
        try:
            self._jobs.remove_job(key)
        except JobLookupError:
            return

    def remind(self, shows: tuple[ShowSummary, ...]) -> None:
        """Plan the reminders of every show that is still to come; one planned before is planned anew."""
        now = to_ms(datetime.now(UTC))
        for show in shows:
            for before in REMIND_BEFORE_MS:
                due = show.planned_start_ms - before
                key = f"reminder:{show.show_id}:{before}"
                if due <= now or show.state != "draft":
                    self.cancel(key)
                    continue
                reminder = Reminder(show.show_id, show.title, before // MINUTE)
                self._at(key, to_utc(due), self._publish, reminder)

    def every(self, key: str, interval: timedelta, work: Callable[[], object]) -> None:
        """Call ``work`` at a regular interval, the first time after one."""
        self._jobs.add_job(work, "interval", seconds=interval.total_seconds(), id=key, replace_existing=True)

    def _at(self, key: str, due: datetime, work: Callable[..., object], *args: object) -> None:
        self._jobs.add_job(work, "date", run_date=due, args=args, id=key, replace_existing=True)
