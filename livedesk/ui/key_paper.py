"""The keys as paper: every key by category, in columns."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from livedesk.domain.errors import UserError
from livedesk.services.files import write_file
from livedesk.services.reports.look import Look, Paper, Part, load_look
from livedesk.ui.key_list import KeyGroup
from livedesk.ui.printing import paper_to_pdf
from livedesk.ui.resources import ROOT
from livedesk.ui.widgets.choose import fit_name

COLUMNS = 2


def keys_paper(groups: Sequence[KeyGroup], title: str, look: Look) -> Paper:
    """The keys for the printer, under ``title``."""
    colours = look.paper
    style = (
        f"body {{ color: {colours['ink']}; font-size: 9pt; }} "
        "table { margin-top: 14px; } "
        "th { font-size: 11pt; text-align: left; padding: 2px 5px 4px 0px; } "
        "td { line-height: 90%; padding: 2px 5px 3px 5px; vertical-align: top; } "
        f"td.key {{ background-color: {colours['wash']}; font-weight: bold; }}"
    )
    # The heading is the table's own: a group that goes on in the next column stands under it there too.
    body = "".join(
        f"<table width='100%' cellspacing='0'><thead><tr><th colspan='2'>{escape(heading)}</th></tr></thead>"
        + "".join(
            f"<tr><td class='key' width='34%'>{escape(key)}</td><td width='66%'>{escape(text)}</td></tr>"
            for key, text in keys
        )
        + "</table>"
        for heading, keys in groups
    )
    html = f"<html><head><style>{style}</style></head><body>{body}</body></html>"
    return Paper((Part(html, COLUMNS),), {}, f"livedesk · {title}", "", landscape=False, colours=colours)


def write_keys(groups: Sequence[KeyGroup], title: str, folder: Path) -> Path:
    """Write the sheet into ``folder``; returns the file. Waits for the disk. Raises UserError
    ``file.not_written``."""
    pdf = paper_to_pdf(keys_paper(groups, title, load_look(ROOT)))
    path = folder / f"livedesk_{fit_name(title)}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("file.not_written", path=str(path), reason=error.strerror or str(error)) from error
    return write_file(path, pdf)
