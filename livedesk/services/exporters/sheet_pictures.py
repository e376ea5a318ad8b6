"""The pictures of products on their sheet, each in the picture column of its row, where the reader finds it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from livedesk.domain.product import Product
from livedesk.services.exporters.picture_size import picture_size
from livedesk.services.sheets.pictures import MAX_PICTURE, MAX_PICTURES, MOST_PICTURES, picture_type

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTH, _HEIGHT = 96, 72
"""The room for a picture, in pixels."""
_NAME_HEIGHT = 18
"""Above it the cell shows the picture's name."""
_EMU = 9_525
"""English metric units, which drawings count in, to a pixel."""
_POINTS = 0.75
"""Points to a pixel, as Excel counts the heights of rows."""


def laid(products: Sequence[Product], media: Mapping[str, bytes]) -> dict[str, bytes]:
    """The pictures that a workbook holds, by their names, in the order of the products as far as there is room: what
    the reader would not take is not written, and its name alone stands in the sheet."""
    found: dict[str, bytes] = {}
    parts: set[bytes] = set()
    total = 0
    for name in dict.fromkeys(product.image for product in products):
        data = media.get(name, b"") if name else b""
        room = len(data) <= MAX_PICTURE and total + len(data) <= MAX_PICTURES
        if picture_type(data) and room and (data in parts or len(parts) < MOST_PICTURES):
            found[name] = data
            parts.add(data)
            total += len(data)
    return found


def lay(
    sheet: Worksheet, products: Sequence[Product], media: Mapping[str, bytes], first: int, column: int
) -> None:
    """Lay pictures on the rows of products, the first of which stands in row ``first`` (1-based, as ``column``). The
    workbook is to be written by :func:`save`."""
    from openpyxl.drawing.image import Image
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
    from openpyxl.drawing.xdr import XDRPositiveSize2D
    from openpyxl.packaging import manifest

    # Each part of a workbook needs a type, and before Python 3.13 there is none of this one.
    manifest.mimetypes.add_type("image/webp", ".webp")

    class Laid(Image):
        """As its bytes: openpyxl itself opens a picture with an imaging library. Equal ones are one part."""

        def __init__(self, data: bytes, number: int) -> None:
            self._bytes = data
            self._number = number
            self.format = picture_type(data)
            self.width, self.height = _fit(picture_size(data))

        @property
        def path(self) -> str:
            return f"/xl/media/image{self._number}.{self.format}"

        def _data(self) -> bytes:
            return self._bytes

    pictures = laid(products, media)
    numbers: dict[bytes, int] = {}
    for row, product in enumerate(products, first):
        if product.image not in pictures:
            continue
        data = pictures[product.image]
        picture = Laid(data, numbers.setdefault(data, len(numbers) + 1))
        place = AnchorMarker(column - 1, 0, row - 1, _NAME_HEIGHT * _EMU)
        size = XDRPositiveSize2D(picture.width * _EMU, picture.height * _EMU)
        picture.anchor = OneCellAnchor(_from=place, ext=size)
        sheet.add_image(picture)
        sheet.row_dimensions[row].height = (_NAME_HEIGHT + _HEIGHT + 2) * _POINTS


def save(book: Workbook) -> bytes:
    """The file of a workbook, with each of its pictures in it once."""
    from openpyxl.drawing.image import Image
    from openpyxl.writer.excel import ExcelWriter

    class Writer(ExcelWriter):
        _images: list[Image]

        def _write_images(self) -> None:
            self._images = list({image.path: image for image in self._images}.values())
            super()._write_images()  # type: ignore[misc]  # openpyxl has it, and its stubs leave it out

    file = io.BytesIO()
    Writer(book, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)).save()
    return file.getvalue()


def _fit(size: tuple[int, int] | None) -> tuple[int, int]:
    """The size at which a picture is shown: within its room, in its own shape."""
    if size is None:
        return _HEIGHT, _HEIGHT
    scale = min(_WIDTH / size[0], _HEIGHT / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
