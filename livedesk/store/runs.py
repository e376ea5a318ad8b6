"""The runs and their journals (the port ``Runs``). Entries are written by :mod:`livedesk.store.writer`."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, exists, insert, select

from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunKind
from livedesk.domain.ports import RunSummary
from livedesk.store import journal as journal_rows
from livedesk.store.gate import Gate
from livedesk.store.tables import journal, runs, shows

_SUMMARY = select(
    runs.c.run_id,
    runs.c.show_id,
    runs.c.title,
    runs.c.kind,
    runs.c.opened_ms,
    runs.c.started_ms,
    runs.c.ended_ms,
)
_OPEN = _SUMMARY.where(runs.c.kind == RunKind.LIVE, runs.c.ended_ms.is_(None))


class StoredRuns:
    """Implements the port ``Runs``. ``create`` follows the rule of :mod:`livedesk.store.gate`."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def create(self, show_id: str, kind: RunKind, *, opened_ms: int) -> int:
        """A new run of a show; returns its id, never used before. Raises UserError ``show.missing``."""

        def work(connection: Connection) -> int:
            title = connection.scalar(select(shows.c.title).where(shows.c.show_id == show_id))
            if title is None:
                raise UserError("show.missing", show=show_id, revision=0)
            row = insert(runs).values(show_id=show_id, title=title, kind=kind, opened_ms=opened_ms)
            return int(connection.execute(row.returning(runs.c.run_id)).scalar_one())

        return self._gate.write(work)

    def entries(self, run_id: int) -> tuple[Entry, ...]:
        """The journal of a run in order. Raises UserError ``run.missing``."""
        with self._gate.read() as connection:
            _exists(connection, run_id)
            return journal_rows.read(connection, run_id)

    def summary(self, run_id: int) -> RunSummary:
        """One run. Raises UserError ``run.missing``."""
        with self._gate.read() as connection:
            row = connection.execute(_SUMMARY.where(runs.c.run_id == run_id)).first()
        if row is None:
            raise UserError("run.missing", run=run_id)
        return _summary(*row)

    def summaries(self) -> tuple[RunSummary, ...]:
        """Every run that went on air, the newest first."""
        query = _SUMMARY.where(runs.c.started_ms.is_not(None)).order_by(
            runs.c.started_ms.desc(), runs.c.run_id.desc()
        )
        with self._gate.read() as connection:
            return tuple(_summary(*row) for row in connection.execute(query))

    def unfinished(self, show_id: str | None = None) -> RunSummary | None:
        """The newest live run that was opened and has not ended (of this show, or of any), or None. A run whose
        opening never reached the disk cannot be gone on with and does not count."""
        opened = exists().where(journal.c.run_id == runs.c.run_id)
        query = _OPEN.where(opened).order_by(runs.c.run_id.desc())
        return self._first(query if show_id is None else query.where(runs.c.show_id == show_id))

    def interrupted(self) -> RunSummary | None:
        """The newest live run, of any show, that went on air and has not ended, or None."""
        on_air = _OPEN.where(runs.c.started_ms.is_not(None))
        return self._first(on_air.order_by(runs.c.started_ms.desc(), runs.c.run_id.desc()))

    def cut_off_rehearsals(self) -> tuple[RunSummary, ...]:
        """The rehearsals that were begun and never ended: none goes on by itself when the program starts."""
        begun = exists().where(journal.c.run_id == runs.c.run_id)
        query = _SUMMARY.where(runs.c.kind == RunKind.REHEARSAL, runs.c.ended_ms.is_(None), begun)
        with self._gate.read() as connection:
            return tuple(_summary(*row) for row in connection.execute(query))

    def _first(self, query: Select[Any]) -> RunSummary | None:
        with self._gate.read() as connection:
            row = connection.execute(query.limit(1)).first()
        return _summary(*row) if row is not None else None


def _summary(
    run_id: int, show_id: str, title: str, kind: str, opened_ms: int, started_ms: int | None, ended_ms: int | None
) -> RunSummary:
    return RunSummary(run_id, show_id, title, RunKind(kind), opened_ms, started_ms, ended_ms)


def _exists(connection: Connection, run_id: int) -> None:
    if connection.scalar(select(runs.c.run_id).where(runs.c.run_id == run_id)) is None:
        raise UserError("run.missing", run=run_id)
