"""The pictures of products on their sheet, each in the picture column of its row, where the reader finds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from livedesk.domain.product import Product
from livedesk.services.exporters.picture_size import picture_size
from livedesk.services.sheets.pictures import MAX_PICTURE, MAX_PICTURES, picture_type

if TYPE_CHECKING:
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
    """The pictures that a workbook holds, by the ids of their products, in order as far as there is room: what the
    reader would not take is not written, and its name alone stands in the sheet."""
    found: dict[str, bytes] = {}
    total = 0
    for product in products:
        data = media.get(product.image, b"") if product.image else b""
        if picture_type(data) and len(data) <= MAX_PICTURE and total + len(data) <= MAX_PICTURES:
            found[product.id] = data
            total += len(data)
    return found


def lay(
    sheet: Worksheet, products: Sequence[Product], media: Mapping[str, bytes], first: int, column: int
) -> None:
    """Lay pictures on the rows of products, the first of which stands in row ``first`` (1-based, as ``column``)."""
    from openpyxl.drawing.image import Image
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
    from openpyxl.drawing.xdr import XDRPositiveSize2D
    from openpyxl.packaging import manifest

    # Each part of a workbook needs a type, and before Python 3.13 there is none of this one.
    manifest.mimetypes.add_type("image/webp", ".webp")

    class Laid(Image):
        """As its bytes: openpyxl itself opens a picture with an imaging library."""

        def __init__(self, data: bytes) -> None:
            self._bytes = data
            self.format = picture_type(data)
            self.width, self.height = _fit(picture_size(data))

        def _data(self) -> bytes:
            return self._bytes

    pictures = laid(products, media)
    for row, product in enumerate(products, first):
        if product.id not in pictures:
            continue
        picture = Laid(pictures[product.id])
        place = AnchorMarker(column - 1, 0, row - 1, _NAME_HEIGHT * _EMU)
        size = XDRPositiveSize2D(picture.width * _EMU, picture.height * _EMU)
        picture.anchor = OneCellAnchor(_from=place, ext=size)
        sheet.add_image(picture)
        sheet.row_dimensions[row].height = (_NAME_HEIGHT + _HEIGHT + 2) * _POINTS


def _fit(size: tuple[int, int] | None) -> tuple[int, int]:
    """The size at which a picture is shown: within its room, in its own shape."""
    if size is None:
        return _HEIGHT, _HEIGHT
    scale = min(_WIDTH / size[0], _HEIGHT / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
