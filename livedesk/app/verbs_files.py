"""The verbs that write files: export and report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from livedesk.app.opened import Opened
from livedesk.app.report_files import write_report
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.files import write_file
from livedesk.services.reports.html import sheet_html, sheet_paper
from livedesk.services.reports.look import load_look
from livedesk.services.show_file import export_json
from livedesk.ui.report_words import report_words
from livedesk.ui.resources import ROOT

Json = dict[str, Any]


def export(opened: Opened, show_id: str, path: Path) -> Json:
    """Write a show into a file of the type that the name says."""
    writers: Mapping[str, Callable[[Show], bytes]] = {
        ".json": export_json,
        ".xlsx": export_xlsx,
        ".csv": export_csv,
        ".html": lambda show: sheet_html(show, report_words(), load_look(ROOT)).encode(),
        ".pdf": _pdf,
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise UserError("export.unknown_type", file=path.name)
    show, _ = opened.store.shows.load(show_id)
    return {"file": str(write_file(path, writer(show)))}


def _pdf(show: Show) -> bytes:
    from livedesk.ui.printing import paper_to_pdf

    return paper_to_pdf(sheet_paper(show, report_words(), load_look(ROOT)))


def report(opened: Opened, run_id: int, path: Path) -> Json:
    """Write the report of a run."""
    return {"file": str(write_report(opened.store, run_id, path))}
