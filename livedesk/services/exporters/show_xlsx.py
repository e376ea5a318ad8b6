"""A show as the workbook that a team works with; the importer reads the same show back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show
from livedesk.services.exporters.sheet_pictures import lay, save
from livedesk.services.exporters.side_sheets import PRODUCT_COLUMNS, CellValue, side_sheets
from livedesk.services.exporters.team_sheet import STANDBY_SECTION, team_sheet
from livedesk.services.sheets.origin import ORIGIN_PROPERTY, origin_of
from livedesk.services.sheets.team_columns import COLUMNS
from livedesk.services.sheets.values import written

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NO_MEDIA: Mapping[str, bytes] = MappingProxyType({})
_MAX_TEXT = 32_767
_ESCAPED = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_WIDTHS = {
    "话术": 60,
    "助播话术": 40,
    "中控动作": 32,
    "环节": 26,
    "商品": 24,
    "商品名称": 26,
    "检查项": 40,
    "备注": 28,
    "预案": 28,
    "放行时间": 30,
}
_WIDE = ("备注", "互动/福利", "卖点", "禁用词", "优惠", "方法", "促销名称", "随环节", "用语", "理由")


def export_xlsx(show: Show, revision: int = 0, media: Mapping[str, bytes] = NO_MEDIA) -> bytes:
    """The workbook of a show: 流程单, 商品, 促销, 检查表, 放行用语. A document property, which spreadsheet programs
    carry along, says which revision it is of (0: none). ``media``: the pictures of its products by their names; they
    lie in the picture column.

    Raises UserError ``export.too_long`` (with ``sheet`` and ``column``) for a text that no cell can hold."""
    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty

    book = Workbook()
    main = book.active
    if main is None:
        raise AssertionError("a new workbook has a sheet")
    main.title = "流程单"
    _rundown(main, show)
    for name, columns, rows in side_sheets(show):
        sheet = book.create_sheet(name)
        _header(sheet, 1, columns)
        for at, row in enumerate(rows, 2):
            _row(sheet, at, row, columns)
        if columns is PRODUCT_COLUMNS:
            lay(sheet, show.products, media, 2, columns.index("图片") + 1)
    if (origin := origin_of(show, revision)) is not None:
        said = StringProperty(name=ORIGIN_PROPERTY, value=str(origin))
        book.custom_doc_props.append(said)  # type: ignore[attr-defined]  # the stubs do not know it
    return save(book)


def _rundown(sheet: Worksheet, show: Show) -> None:
    from openpyxl.styles import Alignment, Font

    content = team_sheet(show)
    width = len(COLUMNS)
    at = 1
    for key, value in content.heading:
        _put(sheet, at, 1, key)
        _put(sheet, at, 2, value)
        sheet.merge_cells(start_row=at, end_row=at, start_column=2, end_column=6)
        at += 1
    sheet.cell(1, 2).font = Font(bold=True, size=14)
    _header(sheet, at, COLUMNS)
    at += 1
    for group in content.groups:
        _section(sheet, at, group, width)
        at += 1
    first = at
    for group, *cells in content.segments:
        _row(sheet, at, ("", *cells), COLUMNS)
        if group:
            _put(sheet, at, 1, group, ready=True)
            sheet.cell(at, 1).alignment = Alignment(vertical="top", wrap_text=True)
        at += 1
    for group, rows in groupby(range(first, at), key=lambda number: content.segments[number - first][0]):
        numbers = list(rows)
        if group and len(numbers) > 1:
            sheet.merge_cells(start_row=numbers[0], end_row=numbers[-1], start_column=1, end_column=1)
            sheet.cell(numbers[0], 1).alignment = Alignment(vertical="center", wrap_text=True)
    if content.standbys:
        _section(sheet, at, STANDBY_SECTION, width)
        at += 1
    for row in content.standbys:
        _row(sheet, at, row, COLUMNS)
        at += 1


def _section(sheet: Worksheet, at: int, title: str, width: int) -> None:
    from openpyxl.styles import Font

    _put(sheet, at, 1, title)
    sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=width)
    sheet.cell(at, 1).font = Font(bold=True)


def _header(sheet: Worksheet, at: int, columns: Sequence[str]) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    for column, name in enumerate(columns, 1):
        head = sheet.cell(at, column, name)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="E4E8F0")
        width = _WIDTHS.get(name, 24 if name in _WIDE else 14)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"A{at + 1}"


def _row(sheet: Worksheet, at: int, values: Sequence[CellValue], columns: Sequence[str]) -> None:
    from openpyxl.styles import Alignment

    for column, value in enumerate(values, 1):
        if value != "":
            if isinstance(value, str) and len(value) > _MAX_TEXT - 1:
                raise UserError("export.too_long", sheet=sheet.title, row=at, column=columns[column - 1])
            _put(sheet, at, column, value)
            sheet.cell(at, column).alignment = Alignment(vertical="top", wrap_text=True)


def _put(sheet: Worksheet, at: int, column: int, value: CellValue, *, ready: bool = False) -> None:
    """Write a cell: never a formula, with the characters that XML cannot hold escaped as Excel does it; ``ready``: the
    text is :func:`written` already."""
    if isinstance(value, str):
        safe = _ESCAPED.sub("_x005F_x", value if ready else written(value))
        value = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", safe)
    sheet.cell(at, column, value)
