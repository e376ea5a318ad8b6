"""The verbs about runs: rehearse, runs, log, ingest, measures, report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from livedesk.app.opened import Opened
from livedesk.app.rehearse import rehearse as play
from livedesk.domain.asrun import as_run
from livedesk.domain.events import Entry, RunOpened
from livedesk.domain.ports import RunSummary
from livedesk.services.exporters.as_run import iso, row_of

Json = dict[str, Any]


def zone_of(entries: tuple[Entry, ...]) -> str:
    """The zone of the show of a run, as the journal keeps it."""
    opening = next((entry.event for entry in entries if isinstance(entry.event, RunOpened)), None)
    return opening.zone if opening is not None else "UTC"


def rehearse(
    opened: Opened,
    show_id: str,
    *,
    speed: float | None,
    obs: tuple[str, int] | None,
    audience: Path | None,
) -> Json:
    """Play a show on simulated time."""
    return play(opened, show_id, speed=speed, obs=obs, audience=audience)


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
