"""Opening xlsx files that may be damaged or hostile: sizes are capped before anything is unpacked."""

from __future__ import annotations

import re
import warnings
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from livedesk.domain.errors import UserError
from livedesk.services.importers.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, Picture, Row
from livedesk.services.importers.pictures import Pictures, picture_name
from livedesk.services.sheets.archive import DAMAGED
from livedesk.services.sheets.pictures import MOST_PICTURES, picture_type
from livedesk.services.sheets.values import Value, text_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MAX_FILE = 128 * 2**20
MAX_XML = 64 * 2**20
MAX_MEMBERS = MOST_PICTURES + 100
MAX_RATIO = 200
_MAX_MERGED = 500_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']*)["']""")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ERRORS = ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!")


def looks_like_workbook(data: bytes) -> bool:
    """Whether the bytes begin like an xlsx, an encrypted one or an old xls file."""
    return data.startswith((b"PK\x03\x04", _OLE))


def read_workbook(data: bytes, name: str) -> tuple[Grid, ...]:
    """The visible worksheets of a workbook. Raises UserError ``sheet.encrypted``, ``sheet.old_format``,
    ``sheet.not_a_workbook``, ``sheet.too_large`` or ``sheet.unreadable``."""
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise UserError("sheet.encrypted" if locked else "sheet.old_format", file=name)
    has_formulas = _check_archive(data, name)
    values = _load(data, name, computed=True)
    formulas = _load(data, name, computed=False) if has_formulas else None
    grids = []
    pictures = Pictures(data)
    inside = pictures.in_cells()
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            continue
        twin = formulas[sheet.title] if formulas is not None else None
        grids.append(_grid(sheet, twin, pictures.of_sheet(sheet.title), inside, name))
    return tuple(grids)


def _check_archive(data: bytes, name: str) -> bool:
    """Refuse what would unpack to too much; says whether a sheet holds formulas."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
    # A damaged directory ends in any of these, by which of its fields is damaged; none of them is our mistake.
    except DAMAGED as error:
        raise UserError("sheet.not_a_workbook", file=name) from error
    if "xl/workbook.xml" not in {member.filename for member in members}:
        raise UserError("sheet.not_a_workbook", file=name)
    if any(member.flag_bits & 1 for member in members):
        raise UserError("sheet.encrypted", file=name)
    parts = [member for member in members if not _is_picture(archive, member, name)]
    # The size that a member declares bounds what zipfile hands out: more than that fails its checksum.
    unpacked = sum(member.file_size for member in parts)
    packed = sum(member.compress_size for member in parts)
    bomb = unpacked > 2**20 and unpacked > MAX_RATIO * max(packed, 1)
    if len(members) > MAX_MEMBERS or unpacked > MAX_XML or bomb:
        raise UserError("sheet.too_large", file=name)
    formulas = False
    for member in parts:
        # A part's name does not say what it is: a relation may make a worksheet of any.
        xml = _bytes(archive, member, name)
        if b"mergeCell" in xml:
            _check_merged(xml, name)
        formulas = formulas or _FORMULA.search(xml) is not None
    return formulas


def _is_picture(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bool:
    """Whether a member is a picture by its first bytes: those are no XML, and have a cap of their own."""
    return member.filename.startswith("xl/media/") and bool(picture_type(_bytes(archive, member, name, 12)))


def _bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, most: int = -1) -> bytes:
    try:
        with archive.open(member) as part:
            found = part.read(most)
    except Exception as error:  # zipfile, zlib, bz2 and lzma each have an error of their own
        raise UserError("sheet.unreadable", file=name, reason=str(error)) from error
    encoding = _ENCODING.match(found.removeprefix(b"\xef\xbb\xbf"))
    if found[:2] in (b"\xff\xfe", b"\xfe\xff") or (encoding and encoding[1].upper() not in (b"UTF-8", b"ASCII")):
        raise UserError("sheet.unreadable", file=name, reason="not UTF-8")
    return found


def _check_merged(xml: bytes, name: str) -> None:
    """Refuse merged ranges of millions of cells: each of their cells becomes an object."""
    from xml.parsers.expat import ExpatError, ParserCreate

    from openpyxl.utils.cell import range_boundaries

    refs: list[str] = []

    def begins(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "mergeCell":
            refs.append(attributes.get("ref", ""))

    def declares(*_: object) -> None:
        raise UserError("sheet.unreadable", file=name, reason="DOCTYPE")

    parser = ParserCreate()
    parser.StartElementHandler = begins
    parser.StartDoctypeDeclHandler = declares
    area = 0
    try:
        parser.Parse(xml, True)
        for ref in refs:
            left, top, right, bottom = range_boundaries(ref.replace("$", "").upper())
            if left is None or top is None or right is None or bottom is None:
                raise UserError("sheet.too_large", file=name)
            area += (abs(right - left) + 1) * (abs(bottom - top) + 1)
    except (ExpatError, ValueError) as error:
        raise UserError("sheet.unreadable", file=name, reason=str(error)) from error
    if area > _MAX_MERGED:
        raise UserError("sheet.too_large", file=name)


def _load(data: bytes, name: str, *, computed: bool) -> Workbook:
    # Imported here: a desktop that opens no sheet need not wait for it.
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(BytesIO(data), data_only=computed, keep_links=False)
    except Exception as error:  # openpyxl answers a damaged part with whatever error it runs into
        raise UserError("sheet.unreadable", file=name, reason=f"{type(error).__name__}: {error}") from error


def _grid(sheet: Worksheet, twin: Any, pictures: tuple[Picture, ...], inside: dict[str, bytes], name: str) -> Grid:
    rows: dict[int, dict[int, Cell]] = {}
    # The cells that exist, and no others: a sheet may be formatted down to its last row.
    for (number, column), cell in sheet._cells.items():
        value = _value(cell.value)
        if shown := picture_name(value):
            if shown in inside:
                pictures = (*pictures, Picture(number, column, inside[shown]))
            continue
        formula = twin._cells.get((number, column)) if twin is not None else None
        fault = ""
        if value in _ERRORS:
            value, fault = None, "sheet.cell_error"
        elif value is None and formula is not None and formula.data_type == "f":
            fault = "sheet.formula_empty"
        if not text_of(value) and not fault:
            continue
        if number > MAX_ROWS or column > MAX_COLUMNS:
            raise UserError("sheet.too_large", file=name)
        rows.setdefault(number, {})[column] = Cell(value, fault=fault, first_row=number)
    for merged in sheet.merged_cells.ranges:
        _fill_down(rows, merged.bounds)
    hidden = {number for number, shape in sheet.row_dimensions.items() if shape.hidden}
    ordered = tuple(Row(number, cells, number in hidden) for number, cells in sorted(rows.items()))
    return Grid(sheet.title, ordered, pictures)


def _fill_down(rows: dict[int, dict[int, Cell]], bounds: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = bounds
    cell = rows.get(top, {}).get(left)
    if cell is None:
        return
    width = right - left + 1
    rows[top][left] = Cell(cell.value, width=width, fault=cell.fault, first_row=top)
    for number in range(top + 1, min(bottom, MAX_ROWS) + 1):
        rows.setdefault(number, {})[left] = Cell(cell.value, continued=True, width=width, first_row=top)


def _value(value: object) -> Value:
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    return value  # type: ignore[return-value]  # openpyxl gives only the types of Value when formulas are read computed
