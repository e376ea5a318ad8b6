"""Planned jobs: what the scheduler builds itself up from at every start. Jobs are data, never code."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import sqlite

from livedesk.store.gate import Gate
from livedesk.store.tables import planned_jobs

_NEW = sqlite.insert(planned_jobs)
_PUT = _NEW.on_conflict_do_update(
    index_elements=["job_id"],
    set_={name: _NEW.excluded[name] for name in ("kind", "due_ms", "payload", "done_ms")},
)


@dataclass(frozen=True, slots=True)
class PlannedJob:
    """A job of ``kind`` (the scheduler's own word), due at an instant (epoch ms), with its facts as JSON."""

    job_id: str
    kind: str
    due_ms: int
    payload: str


class StoredJobs:
    """The plan. Write methods follow the rule of :mod:`livedesk.store.gate`."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def put(self, job: PlannedJob) -> None:
        """Plan a job; one with the same id is planned anew."""

        def work(connection: Connection) -> None:
            row = {"job_id": job.job_id, "kind": job.kind, "due_ms": job.due_ms, "payload": job.payload}
            connection.execute(_PUT, {**row, "done_ms": None})

        self._gate.write(work)

    def done(self, job_id: str, *, at_ms: int) -> None:
        """Note that a job was carried out; one that is not planned is left alone."""

        def work(connection: Connection) -> None:
            connection.execute(update(planned_jobs).where(planned_jobs.c.job_id == job_id).values(done_ms=at_ms))

        self._gate.write(work)

    def cancel(self, job_id: str) -> None:
        """Take a job off the plan; one that is not planned is left alone."""

        def work(connection: Connection) -> None:
            connection.execute(delete(planned_jobs).where(planned_jobs.c.job_id == job_id))

        self._gate.write(work)

    def open(self) -> tuple[PlannedJob, ...]:
        """The jobs that are still to be carried out, the earliest first, also those whose time has passed."""
        query = (
            select(planned_jobs.c.job_id, planned_jobs.c.kind, planned_jobs.c.due_ms, planned_jobs.c.payload)
            .where(planned_jobs.c.done_ms.is_(None))
            .order_by(planned_jobs.c.due_ms, planned_jobs.c.job_id)
        )
        with self._gate.read() as connection:
            return tuple(PlannedJob(*row) for row in connection.execute(query))
