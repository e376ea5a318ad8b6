"""CSV and TSV files as a grid: the encoding and the separator are found out."""

from __future__ import annotations

import csv
import io

from livedesk.domain.errors import UserError
from livedesk.services.importers.columns import is_header
from livedesk.services.importers.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, Row
from livedesk.services.sheets.encodings import possible_encodings
from livedesk.services.sheets.values import text_of

MAX_FILE = 32 * 2**20
_SEPARATORS = ",\t;，"


def decode_text(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16 (with or without a mark) or GB18030 (which holds GBK and GB2312).
    Raises UserError ``sheet.bad_encoding`` for anything else."""
    reason: UnicodeDecodeError | None = None
    for encoding in possible_encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            reason = error
    raise UserError("sheet.bad_encoding", file=name, at=reason.start if reason is not None else 0) from reason


def read_table(data: bytes, name: str) -> Grid:
    """A text table as a grid. Raises UserError ``sheet.bad_encoding``, ``sheet.too_large`` or
    ``sheet.bad_line`` (with ``line``)."""
    if len(data) > MAX_FILE:
        raise UserError("sheet.too_large", file=name)
    text = decode_text(data, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=False)
    rows = []
    number = 0
    try:
        for number, record in enumerate(reader, 1):
            cells = {at: Cell(value, first_row=number) for at, value in enumerate(record, 1) if text_of(value)}
            if number > MAX_ROWS or (cells and max(cells) > MAX_COLUMNS):
                raise UserError("sheet.too_large", file=name)
            if cells:
                rows.append(Row(number, cells))
    except csv.Error as error:
        raise UserError("sheet.bad_line", file=name, line=number + 1, reason=str(error)) from error
    return Grid("", tuple(rows))


def _separator(text: str) -> str:
    """The separator that makes the most headers out of one of the first lines."""
    lines = text[:200_000].splitlines()[:60]

    def headers(separator: str) -> int:
        return max((sum(map(is_header, line.replace('"', "").split(separator))) for line in lines), default=0)

    return max(_SEPARATORS, key=headers)
