"""Reading a team's run sheet (xlsx or a text table) into a preview; nothing is kept by reading."""

from __future__ import annotations

from datetime import date as day_type
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from livedesk.domain.errors import UserError
from livedesk.services.importers.assemble import SheetReader
from livedesk.services.importers.columns import FIRST_ROWS
from livedesk.services.importers.grid import Grid
from livedesk.services.importers.preview import Heading, ImportPreview, RawRow
from livedesk.services.importers.sections import split_sections
from livedesk.services.importers.table_text import read_table
from livedesk.services.importers.workbook import MAX_FILE, looks_like_workbook, read_workbook
from livedesk.services.mappings import NO_MAPPINGS, Mappings

_WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".et")
_DOCUMENTS = (".docx", ".docm")


def read_sheet(
    path: Path | str,
    *,
    date: day_type | None = None,
    title: str | None = None,
    host: str | None = None,
    zone: str = "Asia/Shanghai",
    start: time | None = None,
    today: day_type | None = None,
    mappings: Mappings = NO_MAPPINGS,
) -> ImportPreview:
    """Read a run sheet and say, row by row, what was understood.

    ``date``, ``title``, ``host`` and ``start`` answer what the sheet does not say, and go before what it says;
    ``zone`` (an IANA name) counts where the sheet names none; ``today`` completes dates without a year (default:
    the machine's date in the zone). ``mappings`` are what a person has said of sheets with certain headings.

    Raises UserError where the file cannot be read at all: ``file.missing``, ``file.unreadable``,
    ``sheet.too_large``, ``sheet.encrypted``, ``sheet.old_format``, ``sheet.not_a_workbook``, ``sheet.unreadable``,
    ``sheet.bad_encoding``, ``sheet.bad_line``, ``sheet.no_header``, ``time.bad_zone``; for a
    document ``docx.into_a_show``.
    """
    file = Path(path)
    data = read_bytes(file)
    now = today or datetime.now(zone_of(zone)).date()
    grids = _grids(data, file)
    answers = Heading(title=title or "", date=date, host=host or "", start=start)
    return SheetReader(file, data, grids, zone, now, mappings).read(answers)


def first_rows(path: Path | str) -> tuple[RawRow, ...]:
    """The first rows of every sheet of a file as they stand there, so that a person can say which is the heading.
    Raises UserError as :func:`read_sheet` does where the file cannot be read at all."""
    file = Path(path)
    return tuple(
        RawRow(grid.name, row.number, {column: row.line(column) for column in sorted(row.cells)})
        for grid in _grids(read_bytes(file), file)
        for row in grid.rows[:FIRST_ROWS]
    )


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is to be imported. Raises UserError ``file.missing``, ``file.unreadable`` or
    ``sheet.too_large``."""
    try:
        if not path.is_file():
            raise UserError("file.missing", path=str(path))
        if path.stat().st_size > MAX_FILE:
            raise UserError("sheet.too_large", file=path.name)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise UserError("file.unreadable", file=str(path), reason=str(error)) from error


def zone_of(name: str) -> ZoneInfo:
    """A zone by its IANA name. Raises UserError ``time.bad_zone``."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        raise UserError("time.bad_zone", zone=name) from error


def _grids(data: bytes, file: Path) -> tuple[Grid, ...]:
    if file.suffix.lower() in _DOCUMENTS:
        raise UserError("docx.into_a_show", file=file.name)
    if looks_like_workbook(data):
        return read_workbook(data, file.name)
    if file.suffix.lower() in _WORKBOOKS:
        raise UserError("sheet.not_a_workbook", file=file.name)
    return split_sections(read_table(data, file.name))
