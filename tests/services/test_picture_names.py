"""The names of pictures that come with sheets: those that the sheet has, and none that is another picture's."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from whole_shows import whole

from livedesk.domain.errors import UserError
from livedesk.domain.file_name import is_file_name
from livedesk.domain.merging import merge
from livedesk.domain.rundown import Show
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.importers import ImportPreview, read_file
from livedesk.services.sheets.pictures import MAX_PICTURE
from livedesk.store.media import FolderMedia

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big") + bytes(16)
OTHER = PNG + b"2"


def from_workbook(folder: Path, show: Show, media: Mapping[str, bytes]) -> ImportPreview:
    """The show as it comes back with its pictures in the workbook."""
    file = folder / "out.xlsx"
    file.write_bytes(export_xlsx(show, 1, media))
    return read_file(file)


def from_folder(folder: Path, show: Show, media: Mapping[str, bytes]) -> ImportPreview:
    """The show as it comes back with its pictures beside the sheet."""
    folder.mkdir(exist_ok=True)
    for name, data in media.items():
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
    file = folder / "out.csv"
    file.write_bytes(export_csv(show, 1))
    return read_file(file)


BOTH = pytest.mark.parametrize("way", [from_workbook, from_folder])
Way = Callable[[Path, Show, Mapping[str, bytes]], ImportPreview]


def images(preview: ImportPreview) -> list[str]:
    assert preview.show is not None
    return [one.image for one in preview.show.products]


NAMES = (
    "主图.jpg",
    "a.jfif",
    "a.jpe",
    "看图",
    ".png",
    "第三次修改-定稿" * 8 + ".png",
    "x" * 200,
    "a b.PNG",
    "=a.png",
    "a&b.png",
)


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_every_name_that_is_kept_stays(tmp_path: Path, way: Way, name: str) -> None:
    show, media = whole(name), {name: PNG}
    FolderMedia(tmp_path / "media").keep("one", media)
    preview = way(tmp_path, show, media)
    assert preview.show is not None
    assert preview.media == media
    assert preview.problems == ()
    assert merge(show, preview.show, None, preview.carries).rows == ()


@pytest.mark.parametrize("name", ['a"b.png', "a?.png", "x" * 201, "面" * 67, "a:b.png", "a.", "..", "/"])
def test_where_no_file_may_have_it_one_is_made_up(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError):
        FolderMedia(tmp_path / "media").keep("one", {name: PNG})
    assert not is_file_name(name)
    preview = from_workbook(tmp_path, whole(name), {name: PNG})
    assert preview.media == {"p01.png": PNG}
    assert images(preview) == ["p01.png"]


def test_a_file_beside_the_sheet_with_such_a_name_comes_under_another(tmp_path: Path) -> None:
    preview = from_folder(tmp_path, whole("a?.png", "p01.png"), {"a?.png": PNG, "p01.png": OTHER})
    assert preview.media == {"p01-p01.png": PNG, "p01.png": OTHER}
    assert images(preview) == ["p01-p01.png", "p01.png"]


@BOTH
def test_folders_are_left_out_of_a_name(tmp_path: Path, way: Way) -> None:
    preview = way(tmp_path, whole("图/a.png"), {"图/a.png": PNG})
    assert (images(preview), preview.media) == (["a.png"], {"a.png": PNG})
    assert preview.show is not None
    again = from_folder(tmp_path / "again", preview.show, {})
    assert images(again) == ["a.png"]


def test_no_name_leads_out(tmp_path: Path) -> None:
    names = ["../x.png", "/etc/y.png", "..\\..\\z.png"]
    preview = from_workbook(tmp_path, whole(*names), dict.fromkeys(names, PNG))
    assert images(preview) == ["x.png", "y.png", "z.png"]


@pytest.mark.parametrize("names", [("p02.png", "a?"), ("a?", "p01.png"), ("p02.png", "a?", "p02-p02.png")])
def test_a_name_that_is_made_up_is_not_another_products(tmp_path: Path, names: tuple[str, ...]) -> None:
    media = {name: PNG + bytes([at]) for at, name in enumerate(names)}
    preview = from_workbook(tmp_path, whole(*names), media)
    assert [preview.media[image] for image in images(preview)] == list(media.values())
    assert all(image == name for image, name in zip(images(preview), names, strict=True) if name != "a?")


def test_not_even_where_that_one_has_none(tmp_path: Path) -> None:
    preview = from_workbook(tmp_path, whole("p02.png", "a?"), {"a?": PNG})
    assert images(preview) == ["p02.png", "p02-p02.png"]
    assert preview.media == {"p02-p02.png": PNG}


@BOTH
def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path, way: Way) -> None:
    names = ("甲/主图.png", "乙/主图.png", "丙/主图.png")
    preview = way(tmp_path, whole(*names), {"乙/主图.png": PNG, "丙/主图.png": OTHER})
    assert [preview.media.get(image) for image in images(preview)] == [None, PNG, OTHER]
    missing = [one.params["name"] for one in preview.problems if one.code == "sheet.picture_missing"]
    assert missing == ["甲/主图.png"]


def test_a_name_that_gets_too_long_is_cut(tmp_path: Path) -> None:
    long = "面" * 65 + ".png"
    preview = from_folder(tmp_path, whole(f"甲/{long}", f"乙/{long}"), {f"甲/{long}": PNG, f"乙/{long}": OTHER})
    first, second = images(preview)
    assert first == long
    assert second == f"p02-{long[1:]}"
    FolderMedia(tmp_path / "media").keep("one", preview.media)


def test_what_two_products_share_need_lie_on_one_row_alone(tmp_path: Path) -> None:
    show = whole("a.png", "a.png")
    file = tmp_path / "out.xlsx"
    with (
        zipfile.ZipFile(io.BytesIO(export_xlsx(show, 1, {"a.png": PNG}))) as source,
        zipfile.ZipFile(file, "w") as made,
    ):
        for one in source.infolist():
            part = source.read(one)
            if one.filename.startswith("xl/drawings/drawing"):
                part, left = re.subn(
                    rb"(?s)(</\w*:?oneCellAnchor>)<\w*:?oneCellAnchor>.*</\w*:?oneCellAnchor>", rb"\1", part
                )
                assert left == 1
            made.writestr(one, part)
    preview = read_file(file)
    assert preview.problems == ()
    assert preview.show is not None
    assert replace(preview.show, id=show.id) == show


def test_a_file_that_is_too_large_leaves_its_name(tmp_path: Path) -> None:
    preview = from_folder(tmp_path, whole("a.png"), {"a.png": PNG + bytes(MAX_PICTURE)})
    assert [one.code for one in preview.problems] == ["sheet.picture_too_large"]
    assert images(preview) == ["a.png"]
    assert not preview.media


@pytest.mark.parametrize("there", [{}, {"新/a.png": PNG}, {"a.png": OTHER}])
def test_a_name_belongs_to_the_row_that_has_it_without_folders(tmp_path: Path, there: dict[str, bytes]) -> None:
    preview = from_folder(tmp_path, whole("新/a.png", "a.png"), there)
    assert images(preview) == ["p01-a.png", "a.png"]
    assert [preview.media.get(name) for name in images(preview)] == [there.get("新/a.png"), there.get("a.png")]


@pytest.mark.parametrize("name", ["CON", "nul.png", "aux.tar.jpg", "COM1.png", "lpt¹.png", "con .png"])
def test_a_name_that_means_a_device_on_windows_is_not_taken(tmp_path: Path, name: str) -> None:
    preview = from_workbook(tmp_path, whole(name, "b.png"), {name: PNG, "b.png": OTHER})
    assert images(preview) == ["p01.png", "b.png"]
    store = FolderMedia(tmp_path / "media")
    store.keep("one", {name: PNG})
    assert store.path("one", name) is not None


@BOTH
def test_names_that_differ_in_case_alone_are_one(tmp_path: Path, way: Way) -> None:
    preview = way(tmp_path, whole("A.png", "a.png"), {"A.png": PNG, "a.png": OTHER})
    assert images(preview) == ["A.png", "p02-a.png"]
    assert preview.media == {"A.png": PNG, "p02-a.png": OTHER}


def test_nor_is_one_made_up_that_differs_in_case_alone(tmp_path: Path) -> None:
    preview = from_workbook(tmp_path, whole("P02.PNG", "a?"), {"P02.PNG": PNG, "a?": OTHER})
    assert images(preview) == ["P02.PNG", "p02-p02.png"]
