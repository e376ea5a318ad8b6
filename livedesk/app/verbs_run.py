"""The verbs about runs: runs, log, ingest, measures."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from livedesk.app.opened import Opened
from livedesk.domain.asrun import as_run
from livedesk.domain.attribution import on_air
from livedesk.domain.clock import iso
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunOpened
from livedesk.domain.ports import RunSummary
from livedesk.services.exporters.as_run import row_of
from livedesk.services.ingest.batches import Target, ingest_files
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.ingest.summary import By, measures_json
from livedesk.ui.words import row_problem

Json = dict[str, Any]


def zone_of(entries: tuple[Entry, ...]) -> str:
    """The zone of the show of a run, as the journal keeps it."""
    opening = next((entry.event for entry in entries if isinstance(entry.event, RunOpened)), None)
    return opening.zone if opening is not None else "UTC"


def runs(opened: Opened) -> Json:
    """Every run that went on air."""
    store = opened.store
    zones = {item.show_id: item.zone for item in store.shows.summaries()}

    def row(run: RunSummary) -> Json:
        zone = zones.get(run.show_id, "UTC")
        return {
            "run": run.run_id,
            "show": run.show_id,
            "kind": run.kind.value,
            "started": iso(run.started_ms, zone),
            "ended": iso(run.ended_ms, zone),
        }

    return {"runs": [row(run) for run in store.runs.summaries()]}


def log(opened: Opened, run_id: int) -> Json:
    """The as-run log of a run."""
    entries = opened.store.runs.entries(run_id)
    zone = zone_of(entries)
    return {"rows": [row_of(row, zone) for row in as_run(entries)]}


def ingest(opened: Opened, run_id: int, files: Sequence[Path]) -> Json:
    """Read order files and recordings into a run. A file that can't be read as a whole is refused as a whole."""
    missing = next((file for file in files if not file.is_file()), None)
    if missing is not None:
        raise UserError("file.missing", path=str(missing))
    store = opened.store
    entries = store.runs.entries(run_id)
    now = time.time_ns() // 1_000_000
    window = on_air(entries, now_ms=now).window
    if window is None:
        raise UserError("run.not_aired", run=run_id)
    target = Target(store.feeds, run_id, window, Privacy(store.secret_salt()), zone_of(entries))
    report = ingest_files(target, files, at_ms=now)
    problems = [{"row": problem.row, "message": row_problem(problem)} for problem in report.problems]
    return {**dataclasses.asdict(report), "problems": problems}


def measures(opened: Opened, run_id: int, by: By | None) -> Json:
    """The measures of a run."""
    store = opened.store
    entries = store.runs.entries(run_id)
    show, _ = store.shows.load(store.runs.summary(run_id).show_id)
    return measures_json(run_id, show, entries, store.feeds.events(run_id), store.feeds.orders(run_id), by)
