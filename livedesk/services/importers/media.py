"""The pictures of products: embedded in the sheet, or files beside it that the sheet names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from livedesk.domain.rundown import Segment
from livedesk.services.importers.catalogue import Catalogue
from livedesk.services.importers.grid import Grid
from livedesk.services.importers.reader import Table
from livedesk.services.sheets.pictures import MAX_PICTURE, MAX_PICTURES, picture_type

_SUFFIXES = {"jpg": (".jpg", ".jpeg")}
_LONGEST_NAME = 60
_FORBIDDEN = set('\\:*?"<>|')
_FOLDERS = ("", "图片", "商品图", "media", "images", "pictures")


class MediaReader:
    """Collects pictures under names of their own, up to a cap for all of them together."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._total = 0
        self.media: dict[str, bytes] = {}

    def embedded(self, grid: Grid, by_row: Mapping[int, str]) -> None:
        """Take the pictures that lie on the rows of products, under the names that the picture column gives them."""
        for picture in grid.pictures:
            product_id = by_row.get(picture.row)
            if product_id and not self._has(product_id):
                name = self._name(self._catalogue.images.get(product_id, ""), product_id, picture.data)
                self._keep(product_id, name, picture.data)

    def on_segments(self, grid: Grid, segments: Sequence[Segment], rows: Sequence[int]) -> None:
        """Take the pictures that lie on the rows of segments which present one product."""
        single = {
            row: segment.product_ids[0]
            for row, segment in zip(rows, segments, strict=True)
            if len(segment.product_ids) == 1
        }
        self.embedded(grid, single)

    def files(self, folder: Path, table: Table) -> None:
        """Take the files that the picture column names; only files below the sheet's own folder."""
        rows = {product_id: row for row, product_id in self._catalogue.rows.items()}
        for product_id, name in self._catalogue.images.items():
            if self._has(product_id):
                continue
            key = PurePosixPath(name.replace("\\", "/")).name
            path = _beside(folder, name)
            if path is not None and path.stat().st_size > MAX_PICTURE:
                table.warn(rows[product_id], "image", "sheet.picture_too_large", name=name)
                continue
            data = _picture(path)
            if data is None:
                table.warn(rows[product_id], "image", "sheet.picture_missing", name=name)
                self._catalogue.set_image(product_id, key)
                continue
            if self.media.get(key, data) != data:
                key = f"{product_id}-{key}"
            if not self._keep(product_id, key, data):
                table.warn(rows[product_id], "image", "sheet.picture_too_large", name=name)

    def _name(self, written: str, product_id: str, data: bytes) -> str:
        """The name of a picture on a sheet: the one that its row has, where it is one for such a file."""
        kind = picture_type(data)
        path = PurePosixPath(written)
        plain = bool(path.parts) and not written.startswith("/") and all(map(_is_plain, path.parts))
        if plain and path.suffix.lower() in _SUFFIXES.get(kind, (f".{kind}",)):
            return written if self.media.get(written, data) == data else f"{product_id}-{path.name}"
        return f"{product_id}.{kind}"

    def _has(self, product_id: str) -> bool:
        return any(product.id == product_id and product.image for product in self._catalogue.products)

    def _keep(self, product_id: str, name: str, data: bytes) -> bool:
        if name not in self.media:
            if len(data) > MAX_PICTURE or self._total + len(data) > MAX_PICTURES:
                return False
            self._total += len(data)
            self.media[name] = data
        self._catalogue.set_image(product_id, name)
        return True


def _is_plain(part: str) -> bool:
    """Whether a part of a path is a name that any system takes."""
    return (
        part != ".."
        and len(part) <= _LONGEST_NAME
        and part.isprintable()
        and not part.endswith((".", " "))
        and not _FORBIDDEN.intersection(part)
    )


def _beside(folder: Path, name: str) -> Path | None:
    """Where a file below ``folder`` lies, or None where there is none."""
    relative = name.replace("\\", "/").strip()
    if not relative or relative.startswith("/") or "\0" in relative or len(relative) > 250:
        return None
    try:
        root = folder.resolve()
        for below in _FOLDERS:
            path = (root / below / relative).resolve()
            if path.is_relative_to(root) and path.is_file():
                return path
    except (OSError, RuntimeError, ValueError):
        return None
    return None


def _picture(path: Path | None) -> bytes | None:
    """The bytes of a file that is a picture, else None."""
    if path is None:
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if picture_type(data) else None
