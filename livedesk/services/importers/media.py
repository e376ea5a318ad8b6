"""The pictures of products: embedded in the sheet, or files beside it that the sheet names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path, PurePosixPath

from livedesk.domain.file_name import is_new_name, lengthened
from livedesk.domain.rundown import Segment
from livedesk.services.importers.catalogue import Catalogue
from livedesk.services.importers.grid import Grid
from livedesk.services.importers.reader import Table
from livedesk.services.sheets.pictures import MAX_PICTURE, MAX_PICTURES, picture_type

_FOLDERS = ("", "图片", "商品图", "media", "images", "pictures")


class MediaReader:
    """Collects pictures under names of their own, up to a cap for all of them together. Once the product sheet is
    read: no name that it has is made up for another product."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._total = 0
        self._listed = {_alike(_last(written)) for written in catalogue.images.values()}
        self._bare = {_alike(_last(written)) for written in catalogue.images.values() if not _in_folder(written)}
        self._kept: dict[str, bytes] = {}
        self._given: dict[str, str] = {}
        self._done: set[str] = set()
        self.media: dict[str, bytes] = {}

    def embedded(self, grid: Grid, by_row: Mapping[int, str]) -> None:
        """Take the pictures that lie on the rows of products, under the names that the picture column gives them."""
        for picture in grid.pictures:
            product_id = by_row.get(picture.row)
            if product_id and product_id not in self._done:
                self._keep(product_id, self._catalogue.images.get(product_id, ""), picture.data)

    def on_segments(self, grid: Grid, segments: Sequence[Segment], rows: Sequence[int]) -> None:
        """Take the pictures that lie on the rows of segments which present one product."""
        single = {
            row: segment.product_ids[0]
            for row, segment in zip(rows, segments, strict=True)
            if len(segment.product_ids) == 1
        }
        self.embedded(grid, single)

    def files(self, folder: Path, table: Table) -> None:
        """Take the files that the picture column names; only files below the sheet's own folder. A product whose
        picture is not to be had keeps its name."""
        rows = {product_id: row for row, product_id in self._catalogue.rows.items()}
        for product_id, written in self._catalogue.images.items():
            if product_id in self._done:
                continue
            path = _beside(folder, written)
            large = path is not None and path.stat().st_size > MAX_PICTURE
            data = None if large else _picture(path)
            if data is not None:
                large = not self._keep(product_id, written, data)
            if data is None or large:
                name = self._name(product_id, written, None)
                # What several rows name need not lie on each of them.
                if large or name not in self.media:
                    code = "sheet.picture_too_large" if large else "sheet.picture_missing"
                    table.warn(rows[product_id], "image", code, name=written, product_id=product_id)
                self._give(product_id, written, name)

    def _keep(self, product_id: str, written: str, data: bytes) -> bool:
        name = self._name(product_id, written, data)
        if name not in self.media:
            if len(data) > MAX_PICTURE or self._total + len(data) > MAX_PICTURES:
                return False
            self._total += len(data)
            self.media[name] = self._kept[_alike(name)] = data
        self._give(product_id, written, name)
        return True

    def _give(self, product_id: str, written: str, name: str) -> None:
        self._given.setdefault(_alike(name), _path(written))
        self._done.add(product_id)
        self._catalogue.set_image(product_id, name)

    def _name(self, product_id: str, written: str, data: bytes | None) -> str:
        """The name for a picture (None: it is not there): the one that its row has, without folders, where a file may
        be called so and no other row has it so; and never that of another picture."""
        name = _last(written)
        if data is not None and not is_new_name(name):
            name = f"{product_id}.{picture_type(data)}"
            if _alike(name) not in self._listed and self._is_free(name, written, data):
                return name
        elif not (_in_folder(written) and _alike(name) in self._bare) and self._is_free(name, written, data):
            return name
        longer = (lengthened(f"{product_id}-{at}-" if at > 1 else f"{product_id}-", name) for at in count(1))
        return next(one for one in longer if _alike(one) not in self._listed and self._is_free(one, written, data))

    def _is_free(self, name: str, written: str, data: bytes | None) -> bool:
        """Whether nothing has this name yet, or the same picture, as far as that can be told."""
        key = _alike(name)
        if key not in self._given:
            return True
        if data is None or key not in self._kept:
            return _alike(self._given[key]) == _alike(_path(written))
        return self._kept[key] == data


def _path(written: str) -> str:
    return written.replace("\\", "/").strip()


def _alike(name: str) -> str:
    """The same for all names that are one to a system which takes large and small letters for the same."""
    return name.casefold()


def _in_folder(written: str) -> bool:
    return len(PurePosixPath(_path(written)).parts) > 1


def _last(written: str) -> str:
    return PurePosixPath(_path(written)).name


def _beside(folder: Path, name: str) -> Path | None:
    """Where a file below ``folder`` lies, or None where there is none."""
    relative = _path(name)
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
