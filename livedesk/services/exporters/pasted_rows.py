"""Chosen segments and standby plans as rows for a spreadsheet: tab-separated text with headings, as the clipboard
carries it."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection

from livedesk.domain.rundown import Show
from livedesk.services.exporters.team_sheet import STANDBY_SECTION, segment_rows, standby_rows
from livedesk.services.sheets.team_columns import COLUMNS
from livedesk.services.sheets.values import written

_FIRST, _GROUP = "序号", COLUMNS[0]
_ALWAYS = (_FIRST, "助播话术")
"""Without 助播话术 a column 助播 would be what the co-host says."""


def write_rows(show: Show, item_ids: Collection[str]) -> str:
    """The segments with these ids, in their order, each with its length; a fixed start with its date. What stands
    there is read back as the same segments, and no cell of it is a formula to a spreadsheet. Standby plans come below,
    in the section that a sheet has for them."""
    chosen = set(item_ids)
    rows = [row for one, row in zip(show.segments, segment_rows(show), strict=True) if one.id in chosen]
    plans = [row for one, row in zip(show.standbys, standby_rows(show), strict=True) if one.id in chosen]
    # A group's title first would make a row of it that says something of the sheet (合计, 备注).
    order = sorted(range(len(COLUMNS)), key=lambda at: COLUMNS[at] != _FIRST)
    used = [at for at in order if COLUMNS[at] in _ALWAYS or any(row[at] for row in (*rows, *plans))]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="\t", lineterminator="\r\n")
    writer.writerow([COLUMNS[at] for at in used])
    for row in rows:
        writer.writerow([row[at] if COLUMNS[at] == _GROUP else written(row[at]) for at in used])
    if plans:
        writer.writerow([STANDBY_SECTION])
    for row in plans:
        writer.writerow([written(row[at]) for at in used])
    return text.getvalue()
