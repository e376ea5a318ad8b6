"""Pictures that lie on a worksheet. openpyxl needs an imaging library to hand them over; their parts are read
here instead, through defusedxml and with caps."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from livedesk.services.importers.grid import Picture
from livedesk.services.sheets.pictures import MAX_PICTURE, MAX_PICTURES, picture_type

_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CELL_IMAGES = "xl/cellimages.xml"
_IN_CELL = re.compile(r'^=(?:_xlfn\.)?DISPIMG\("([^"]{1,80})"')
_DAMAGED = (KeyError, ValueError, ParseError, DefusedXmlException, zipfile.BadZipFile, OSError, EOFError)


def picture_name(value: object) -> str:
    """The name of the picture that a cell shows (WPS keeps pictures inside cells as ``=DISPIMG("ID_…",1)``), empty
    for any other cell."""
    found = _IN_CELL.match(value) if isinstance(value, str) else None
    return found[1] if found else ""


class Pictures:
    """The pictures of one workbook, read as they are asked for: each part once, and all together no more than a
    workbook may hold. A damaged drawing has none: pictures are not worth refusing a rundown for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._read: dict[str, bytes | None] = {}
        self._total = 0

    def of_sheet(self, title: str) -> tuple[Picture, ...]:
        """The pictures that lie on a sheet, in the order of the drawing."""
        try:
            with zipfile.ZipFile(BytesIO(self._data)) as archive:
                return tuple(self._drawn(archive, title))
        except _DAMAGED:
            return ()

    def in_cells(self) -> dict[str, bytes]:
        """The pictures that cells show, by the name that the cell gives."""
        try:
            with zipfile.ZipFile(BytesIO(self._data)) as archive:
                return self._named(archive) if _CELL_IMAGES in archive.namelist() else {}
        except _DAMAGED:
            return {}

    def _drawn(self, archive: zipfile.ZipFile, title: str) -> list[Picture]:
        found: list[Picture] = []
        for drawing in _related(archive, _sheet_part(archive, title), "/drawing").values():
            images = _related(archive, drawing, "/image")
            for anchor in _xml(archive, drawing):
                corner = anchor.find(f"{_XDR}from")
                if corner is None or (content := self._content(archive, anchor, images)) is None:
                    continue
                row = int(corner.findtext(f"{_XDR}row", "0")) + 1
                column = int(corner.findtext(f"{_XDR}col", "0")) + 1
                found.append(Picture(row, column, content))
        return found

    def _named(self, archive: zipfile.ZipFile) -> dict[str, bytes]:
        images = _related(archive, _CELL_IMAGES, "/image")
        found: dict[str, bytes] = {}
        for picture in _xml(archive, _CELL_IMAGES).iter(f"{_XDR}pic"):
            name = picture.find(f".//{_XDR}cNvPr")
            if name is not None and (content := self._content(archive, picture, images)) is not None:
                found[name.get("name", "")] = content
        return found

    def _content(self, archive: zipfile.ZipFile, element: Element, images: Mapping[str, str]) -> bytes | None:
        """The picture of an element, by the relations of its part; None where there is none, or it is too large."""
        blip = element.find(f".//{_A}blip")
        target = images.get(blip.get(f"{_R}embed", "")) if blip is not None else None
        if target is None:
            return None
        if target not in self._read:
            self._read[target] = self._load(archive, target)
        return self._read[target]

    def _load(self, archive: zipfile.ZipFile, part: str) -> bytes | None:
        size = archive.getinfo(part).file_size
        if size > MAX_PICTURE or self._total + size > MAX_PICTURES:
            return None
        self._total += size
        content = archive.read(part)
        return content if picture_type(content) else None


def _sheet_part(archive: zipfile.ZipFile, title: str) -> str:
    parts = _related(archive, "xl/workbook.xml", "/worksheet")
    for sheet in _xml(archive, "xl/workbook.xml").iter():
        if re.sub("{.*}", "", sheet.tag) == "sheet" and sheet.get("name") == title:
            return parts[sheet.get(f"{_R}id", "")]
    raise KeyError(title)


def _related(archive: zipfile.ZipFile, part: str, kind: str) -> dict[str, str]:
    """The parts that a part refers to, by their relation's id; only those whose kind ends like ``kind``."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return {}
    found = {}
    for relation in _xml(archive, relations):
        target = relation.get("Target", "")
        if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") != "External":
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[relation.get("Id", "")] = posixpath.normpath(path)
    return found


def _xml(archive: zipfile.ZipFile, part: str) -> Element:
    root: Element = ElementTree.fromstring(archive.read(part))
    return root
