"""Writing reports of runs into files, by the file's extension."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from livedesk.domain.asrun import as_run
from livedesk.domain.errors import UserError
from livedesk.services.exporters.as_run import as_run_csv
from livedesk.services.files import write_file
from livedesk.services.reports.data import ReportData
from livedesk.services.reports.gather import report_data
from livedesk.services.reports.html import report_html, report_paper
from livedesk.services.reports.look import load_look
from livedesk.store.store import Store
from livedesk.ui.report_words import report_words
from livedesk.ui.resources import ROOT


def write_report(store: Store, run_id: int, path: Path) -> Path:
    """Write the report of a run as HTML or PDF, or its as-run log as CSV; returns the file. Raises UserError
    ``report.unknown_type``, ``run.missing``, ``run.not_aired``, ``file.not_written``."""
    writers: Mapping[str, Callable[[ReportData], bytes]] = {".html": _html, ".pdf": _pdf, ".csv": _csv}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise UserError("report.unknown_type", file=path.name)
    return write_file(path, writer(_data(store, run_id)))


def _data(store: Store, run_id: int) -> ReportData:
    summary = store.runs.summary(run_id)
    show, _ = store.shows.load(summary.show_id)
    entries = store.runs.entries(run_id)
    return report_data(run_id, show, entries, store.feeds.events(run_id), store.feeds.orders(run_id))


def _html(data: ReportData) -> bytes:
    return report_html(data, report_words(), load_look(ROOT)).encode()


def _pdf(data: ReportData) -> bytes:
    from livedesk.ui.printing import paper_to_pdf

    return paper_to_pdf(report_paper(data, report_words(), load_look(ROOT)))


def _csv(data: ReportData) -> bytes:
    return as_run_csv(as_run(data.entries), data.zone)
