"""The checklist on paper, for those who tick by hand: that part of the printed run sheet, as a PDF."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from livedesk.domain.rundown import Show
from livedesk.ui.resources import ROOT
from livedesk.ui.widgets.choose import fit_name


def write_checks(show: Show, folder: Path) -> Path:
    """Write the checks of a show into ``folder``, beside what is there; returns the file. Waits for the disk. Raises
    UserError ``file.not_written``."""
    from livedesk.services.files import write_file
    from livedesk.services.free_name import write_beside
    from livedesk.services.reports.html import sheet_paper
    from livedesk.services.reports.look import load_look
    from livedesk.ui.printing import paper_to_pdf
    from livedesk.ui.report_words import report_words

    whole = sheet_paper(show, report_words(), load_look(ROOT))
    # The run sheet's parts are the rundown, the checks where there are any, and the scripts.
    pdf = paper_to_pdf(replace(whole, parts=whole.parts[1:2], landscape=False))
    path = folder / f"{fit_name(show.title)}_{show.planned_start.local:%Y%m%d}_checks.pdf"
    return write_beside(path, partial(write_file, content=pdf))
