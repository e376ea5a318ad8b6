"""The verbs that write files: export and report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from livedesk.app.opened import Opened
from livedesk.app.report_files import write_report
from livedesk.app.show_files import write_show

Json = dict[str, Any]


def export(opened: Opened, show_id: str, path: Path, *, cards: bool = False) -> Json:
    """Write a show into a file of the type that the name says; with ``cards`` the hand cards of its products.
    Raises UserError ``show.missing``, and those of :func:`livedesk.app.show_files.write_show`."""
    show, revision = opened.store.shows.load(show_id)
    return {"file": str(write_show(show, revision, opened.store.media, path, cards=cards))}


def report(opened: Opened, run_id: int, path: Path) -> Json:
    """Write the report of a run."""
    return {"file": str(write_report(opened.store, run_id, path))}
