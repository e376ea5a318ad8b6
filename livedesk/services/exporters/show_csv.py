"""A show as CSV, in the columns of the team's workbook: heading, segments, standby plans, and below them a section
for each of its other sheets, with the sheet's name and headings above its rows."""

from __future__ import annotations

import codecs
import csv
import io

from livedesk.domain.rundown import Show
from livedesk.services.exporters.side_sheets import side_sheets
from livedesk.services.exporters.team_sheet import STANDBY_SECTION, team_sheet
from livedesk.services.sheets.origin import ORIGIN_KEY, origin_of
from livedesk.services.sheets.team_columns import COLUMNS
from livedesk.services.sheets.values import written


def export_csv(show: Show, revision: int = 0) -> bytes:
    """The show as CSV, UTF-8 with a byte order mark, which spreadsheet programs need to see it is UTF-8. Its last title
    row says which revision it is of (0: none)."""
    sheet = team_sheet(show)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for pair in sheet.heading:
        writer.writerow([written(value) for value in pair])
    if (origin := origin_of(show, revision)) is not None:
        writer.writerow([ORIGIN_KEY, written(str(origin))])
    writer.writerow(COLUMNS)
    for group in sheet.groups:
        writer.writerow([written(group)])
    for group, *cells in sheet.segments:
        writer.writerow([group, *map(written, cells)])
    if sheet.standbys:
        writer.writerow([STANDBY_SECTION])
    for row in sheet.standbys:
        writer.writerow([written(value) for value in row])
    for name, columns, lines in side_sheets(show):
        writer.writerow([name])
        writer.writerow(columns)
        for line in lines:
            writer.writerow([written(value) if isinstance(value, str) else value for value in line])
    return codecs.BOM_UTF8 + text.getvalue().encode()
