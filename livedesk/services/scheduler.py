"""Planned jobs on APScheduler: reminders before a show, and backups. They go by the wall clock, so nothing that is
counted on air is among them.

Jobs live in memory and are planned anew at each start from the planned starts that the store knows; a job only calls
back, it never touches state.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler

from livedesk.domain.clock import MINUTE, to_ms, to_utc
from livedesk.domain.ports import ShowSummary
from livedesk.domain.status import Reminder

REMIND_BEFORE_MS = (60 * MINUTE, 30 * MINUTE, 10 * MINUTE)
BACKUP_EVERY = timedelta(hours=1)
FIRST_BACKUP = timedelta(minutes=1)


class Scheduler:
    """The planned jobs of this program; ``publish`` takes reminders."""

    def __init__(self, publish: Callable[[object], None]) -> None:
        self._publish = publish
        # Coalesced and never missed: a machine that slept reminds once, late, instead of not at all.
        defaults = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        # One after the other: a backup keeps nobody waiting for long, and no second thread stays behind.
        one = {"default": ThreadPoolExecutor(1)}
        self._jobs: Any = BackgroundScheduler(timezone=UTC, job_defaults=defaults, executors=one)
        logging.getLogger("apscheduler").setLevel(logging.WARNING)

    def start(self) -> None:
        """Start the thread of the jobs."""
        self._jobs.start()

    def stop(self) -> None:
        """End the thread; running jobs finish."""
        if self._jobs.running:
            self._jobs.shutdown(wait=True)

    def remind(self, shows: tuple[ShowSummary, ...]) -> None:
        """Plan the reminders of every show that is still to come; one planned before is planned anew."""
        now = to_ms(datetime.now(UTC))
        for show in shows:
            for before in REMIND_BEFORE_MS:
                due = show.planned_start_ms - before
                key = f"reminder:{show.show_id}:{before}"
                if due <= now or show.state in ("live", "aired", "archived"):
                    self._forget(key)
                    continue
                reminder = Reminder(show.show_id, show.title, show.planned_start_ms)
                self._at(key, to_utc(due), self._publish, reminder)

    def every(self, key: str, interval: timedelta, first: timedelta, work: Callable[[], object]) -> None:
        """Call ``work`` after ``first`` and then at a regular interval."""
        start = datetime.now(UTC) + first
        seconds = interval.total_seconds()
        self._jobs.add_job(work, "interval", seconds=seconds, start_date=start, id=key, replace_existing=True)

    def soon(self, key: str, work: Callable[[], object]) -> None:
        """Call ``work`` once, now, in the jobs' own thread."""
        self._at(key, datetime.now(UTC), work)

    def _forget(self, key: str) -> None:
        try:
            self._jobs.remove_job(key)
        except JobLookupError:
            return

    def _at(self, key: str, due: datetime, work: Callable[..., object], *args: object) -> None:
        self._jobs.add_job(work, "date", run_date=due, args=args, id=key, replace_existing=True)
