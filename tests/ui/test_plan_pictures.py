"""The pictures of a sheet that is read for a show which is there: under which names they come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from livedesk.domain.errors import UserError
from livedesk.domain.product import Product
from livedesk.domain.rundown import Show
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.importers.files import read_file
from livedesk.services.importers.preview import ImportPreview
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.store.media import FolderMedia
from livedesk.ui.context import SheetAnswers
from livedesk.ui.workspaces.plan.reading import Reading, read_one
from tests.unit import shows as small

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big") + bytes(16)
OTHER = PNG + b"2"


def whole(*images: str) -> Show:
    """A show of products with these pictures."""
    goods = tuple(Product(f"p{at:02d}", f"品{at}", at, image=image) for at, image in enumerate(images, 1))
    return replace(small.show("2026-11-25T20:00", small.segment(1, 5)), products=goods)


class NoShows:
    """No version of a show but the one that stands."""

    def load(self, show_id: str, revision: int) -> tuple[Show, int]:
        """There is none."""
        raise UserError("show.missing", show=show_id)


@dataclass
class Room:
    """What a reading needs of the program: one show, its pictures, the reading of a file."""

    media: FolderMedia
    folder: Path
    show: Show = whole()
    shows = NoShows()

    def document(self, show_id: str) -> DocumentSnapshot:
        """The show as it stands."""
        return DocumentSnapshot(self.show, 1)

    def preview_sheet(self, path: Path, answers: SheetAnswers) -> ImportPreview:
        """The file as it is read."""
        return read_file(path, today=date(2026, 10, 1))

    def stands(self, images: tuple[str, ...], pictures: Mapping[str, bytes]) -> None:
        """The show has products with these images, and these pictures."""
        self.show = replace(whole(*images), id="one")
        self.media.keep("one", pictures)

    def read(self, file: Path) -> Reading:
        """A file read to be merged into the show."""
        made = read_one(self, 1, file, SheetAnswers(), "one", merging=True)  # type: ignore[arg-type]  # what it needs
        assert made.error is None
        return made

    def workbook(self, images: tuple[str, ...], pictures: Mapping[str, bytes]) -> Reading:
        """A workbook of such products with the pictures in it."""
        file = self.folder / "out.xlsx"
        file.write_bytes(export_xlsx(replace(whole(*images), id="one"), 1, pictures))
        return self.read(file)

    def csv(self, images: tuple[str, ...], pictures: Mapping[str, bytes]) -> Reading:
        """A sheet of such products with the pictures beside it."""
        for name, data in pictures.items():
            place = self.folder / name
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(data)
        file = self.folder / "out.csv"
        file.write_bytes(export_csv(replace(whole(*images), id="one"), 1))
        return self.read(file)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    folder = tmp_path / "sheet"
    folder.mkdir()
    return Room(FolderMedia(tmp_path / "media"), folder)


def seen(room: Room, made: Reading) -> list[bytes | None]:
    """The picture of every product once all of a reading is taken, and its pictures are kept."""
    assert made.plan is not None
    assert made.preview is not None
    room.media.keep("one", made.preview.media)
    after = made.plan.result(made.plan.everything)
    places = [room.media.path("one", one.image) if one.image else None for one in after.products]
    return [None if place is None else place.read_bytes() for place in places]


def told(made: Reading) -> list[object]:
    """What the pictures are called of which it is said that they were not found."""
    assert made.preview is not None
    return [one.params["name"] for one in made.preview.problems if one.code == "sheet.picture_missing"]


def test_a_long_name_that_the_show_has_for_another_picture_is_cut(room: Room) -> None:
    long = "面" * 63 + ".png"
    room.stands((long,), {long: PNG})
    made = room.workbook((long,), {long: OTHER})
    assert seen(room, made) == [OTHER]
    assert room.media.path("one", long) is not None
