"""The pictures of a sheet that is read for a show which is there: under which names they come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

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


@dataclass
class Earlier:
    """One version of the show, as it was when the file was written, or none."""

    show: Show | None = None

    def load(self, show_id: str, revision: int) -> tuple[Show, int]:
        """It, whatever is asked."""
        if self.show is None:
            raise UserError("show.missing", show=show_id)
        return self.show, revision


@dataclass
class Room:
    """What a reading needs of the program: one show, its pictures, the reading of a file."""

    media: FolderMedia
    folder: Path
    show: Show
    shows: Earlier

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
        services: Any = self
        made = read_one(services, 1, file, SheetAnswers(), "one", merging=True)
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
    return Room(FolderMedia(tmp_path / "media"), folder, whole(), Earlier())


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


def test_a_row_with_a_folder_leaves_the_name_to_the_row_that_has_it_bare(room: Room) -> None:
    room.stands(("", "a.png"), {"a.png": PNG})
    made = room.csv(("新/a.png", "a.png"), {})
    assert seen(room, made) == [None, PNG]
    assert told(made) == ["新/a.png"]


def test_nor_does_its_picture_take_the_name(room: Room) -> None:
    room.stands(("", "a.png"), {"a.png": PNG})
    made = room.csv(("新/a.png", "a.png"), {"新/a.png": OTHER})
    assert seen(room, made) == [OTHER, PNG]
    assert told(made) == []


@pytest.mark.parametrize("images", [("", "a.png"), ("b.png", "a.png"), ("甲/b.png", "乙/a.png")])
def test_a_name_alone_gives_nobody_the_picture_of_another_product(room: Room, images: tuple[str, str]) -> None:
    room.stands(("a.png", ""), {"a.png": PNG})
    made = room.csv(images, {})
    assert seen(room, made)[1] is None
    assert images[1] in told(made)
    assert made.plan is not None
    room.show = made.plan.result(made.plan.everything)
    assert room.csv(images, {}).plan == replace(made.plan, show=room.show, rows=())


def test_a_workbook_that_holds_no_picture_neither(room: Room) -> None:
    room.stands(("a.png", ""), {"a.png": PNG})
    made = room.workbook(("", "a.png"), {})
    assert seen(room, made) == [PNG, None]
    assert told(made) == ["a.png"]


def test_what_the_sheet_has_two_products_share_they_share(room: Room) -> None:
    room.stands(("a.png", ""), {"a.png": PNG})
    made = room.csv(("a.png", "a.png"), {})
    assert seen(room, made) == [PNG, PNG]
    assert told(made) == []


def test_a_picture_that_came_under_a_name_of_its_own_is_no_change_the_next_time(room: Room) -> None:
    room.stands(("a.png", ""), {"a.png": PNG})
    made = room.workbook(("a.png", "b.png"), {"a.png": OTHER, "b.png": PNG})
    assert seen(room, made) == [OTHER, PNG]
    assert made.plan is not None
    room.show = made.plan.result(made.plan.everything)
    for again in (
        room.workbook(("a.png", "b.png"), {"a.png": OTHER, "b.png": PNG}),
        room.workbook(("a.png", "b.png"), {}),
    ):
        assert again.plan is not None
        assert again.plan.rows == ()
        assert told(again) == []


@pytest.mark.parametrize(
    "images",
    [
        ("图/a.png", "a.png"),
        ("a.png", "图/a.png"),
        ("a.png", "a.png"),
        ("a.png", "b.png"),
        ("A.png", "a.png"),
        ("nul.png", "CON"),
    ],
)
@pytest.mark.parametrize("there", [0, 1, 2])
def test_the_shows_own_workbook_changes_nothing(room: Room, images: tuple[str, str], there: int) -> None:
    pictures = dict(zip(images[:there], (PNG, OTHER), strict=False))
    room.stands(images, pictures)
    for made in (room.workbook(images, pictures), room.csv(images, {})):
        assert made.plan is not None
        assert made.plan.rows == ()


@pytest.mark.parametrize(
    "change", [{"name": "新名", "link": 9}, {"image": "new.png"}, {"name": "新名", "image": "new.png"}]
)
def test_a_sheet_of_an_earlier_time_changes_no_picture_that_it_has_as_it_was(
    room: Room, change: dict[str, Any]
) -> None:
    room.stands(("a.png", "b.png"), {"a.png": PNG, "b.png": OTHER, "new.png": PNG + b"3"})
    room.shows.show = room.show
    first, second = room.show.products
    room.show = replace(room.show, products=(replace(first, **change), second))
    for made in (
        room.csv(("a.png", "b.png"), {}),
        room.workbook(("a.png", "b.png"), {"a.png": PNG, "b.png": OTHER}),
    ):
        assert made.plan is not None
        assert made.plan.based
        assert made.plan.rows == ()
        assert told(made) == []


def test_a_picture_does_not_come_under_the_name_of_one_that_another_product_lacks(room: Room) -> None:
    room.stands(("", "a.png"), {})
    made = room.csv(("新/a.png", "旧/a.png"), {"新/a.png": OTHER})
    assert seen(room, made) == [OTHER, None]
    assert told(made) == ["旧/a.png"]
