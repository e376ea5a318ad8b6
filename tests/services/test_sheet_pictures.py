"""Pictures of products go into the workbook and come back: the same bytes under the same names."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from defusedxml import ElementTree
from openpyxl import load_workbook
from whole_shows import back, whole

from livedesk.domain.merging import merge
from livedesk.domain.rundown import Show
from livedesk.services.exporters import sheet_pictures
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.importers import ImportPreview, read_file, workbook
from livedesk.services.sheets.pictures import MAX_PICTURE, MOST_PICTURES

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big") + bytes(16)
JPEG = b"\xff\xd8\xff\xe0" + bytes(40)
WEBP = b"RIFF\x00\x00\x00\x00WEBP" + bytes(30)
MEDIA = {
    "p01.png": PNG,
    "a1b2c3.jpeg": JPEG,
    "洁面 2.webp": WEBP,
    "动.gif": b"GIF89a" + bytes(20),
    "点.bmp": b"BM" + bytes(40),
}


def read(folder: Path, show: Show, media: Mapping[str, bytes]) -> ImportPreview:
    file = folder / "out.xlsx"
    file.write_bytes(export_xlsx(show, 1, media))
    return read_file(file)


def test_every_kind_comes_back_as_it_was(tmp_path: Path) -> None:
    show = whole(*MEDIA, "", "p01.png")
    preview = read(tmp_path, show, MEDIA)
    assert preview.problems == ()
    assert preview.media == MEDIA
    assert preview.show is not None
    assert replace(preview.show, id=show.id) == show
    assert merge(show, preview.show, None, preview.carries).rows == ()


def test_it_lies_in_the_picture_column_of_its_row(tmp_path: Path) -> None:
    data = export_xlsx(whole("", "p02.png"), media={"p02.png": PNG})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (name,) = [one for one in archive.namelist() if one.startswith("xl/drawings/drawing")]
        drawing = archive.read(name).decode()
        kinds = archive.read("[Content_Types].xml").decode()
        assert archive.read("xl/media/image1.png") == PNG
    assert 'ContentType="image/png"' in kinds
    numbers = {one.tag.rpartition("}")[2]: one.text for one in ElementTree.fromstring(drawing).iter()}
    sheet = load_workbook(io.BytesIO(data))["商品"]
    assert sheet.cell(1, int(str(numbers["col"])) + 1).value == "图片"
    assert sheet.cell(int(str(numbers["row"])) + 1, 2).value == "品2"
    assert 'cx="914400" cy="685800"' in drawing


def test_one_name_for_two_pictures_is_told_apart(tmp_path: Path) -> None:
    other = PNG + b"2"
    file = tmp_path / "out.xlsx"
    file.write_bytes(export_xlsx(whole("a.png", "b.png"), media={"a.png": PNG, "b.png": other}))
    book = load_workbook(file)
    rewritten = tmp_path / "names.xlsx"
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(rewritten, "w") as target:
        for one in source.infolist():
            target.writestr(one, source.read(one).replace(b"b.png", b"a.png"))
    assert book.sheetnames[1] == "商品"
    preview = read_file(rewritten)
    assert preview.media == {"a.png": PNG, "p02-a.png": other}


def test_a_picture_that_is_not_there_or_too_large_is_told_by_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    huge = PNG + bytes(MAX_PICTURE)
    show = whole("a.png", "b.png", "c.png", "d.png")
    monkeypatch.setattr(sheet_pictures, "MAX_PICTURES", len(PNG) * 2 - 1)
    preview = read(tmp_path, show, {"a.png": huge, "b.png": PNG, "d.png": PNG})
    assert preview.media == {"b.png": PNG}
    told = [one.params["name"] for one in preview.problems if one.code == "sheet.picture_missing"]
    assert told == ["a.png", "c.png", "d.png"]
    assert back(tmp_path, show) == show


def members(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [one for one in archive.namelist() if one.startswith("xl/media/")]


def test_a_picture_that_many_products_share_is_in_the_file_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_pictures, "MAX_PICTURES", len(PNG) * 2)
    names = ["a.png", "a.png", "a.png", "b.png"]
    show, media = whole(*names), {"a.png": PNG, "b.png": PNG}
    assert members(export_xlsx(show, 1, media)) == ["xl/media/image1.png"]
    preview = read(tmp_path, show, media)
    assert preview.problems == ()
    assert preview.media == media
    assert preview.show is not None
    assert [one.image for one in preview.show.products] == names


def test_more_pictures_than_a_workbook_may_have_parts_still_make_one_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_pictures, "MOST_PICTURES", 3)
    monkeypatch.setattr(workbook, "MAX_MEMBERS", workbook.MAX_MEMBERS - MOST_PICTURES + 3)
    media = {f"{at}.png": PNG + at.to_bytes(2, "big") for at in range(200)}
    preview = read(tmp_path, whole(*media, "2.png"), media)
    assert set(preview.media) == {"0.png", "1.png", "2.png"}


def test_thousands_of_products_make_a_workbook_that_is_read(tmp_path: Path) -> None:
    names = [f"{at}.png" for at in range(workbook.MAX_MEMBERS + 1)]
    preview = read(tmp_path, whole(*names), dict.fromkeys(names, PNG))
    assert set(preview.media) == set(names)
