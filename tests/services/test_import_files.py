"""Files as they come: encodings, damage, bombs, the sample show."""

from __future__ import annotations

import os
import re
import zipfile
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from import_books import HEADER, at, book, codes, problems, read, rewrite, show_of

from livedesk.domain.errors import UserError
from livedesk.services.importers import ImportPreview, RowKind, read_file, read_sheet
from livedesk.services.importers.workbook import MAX_XML

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
CSV = (
    '时间段,环节,商品,话术\r\n20:00-20:05,开场,,"大家好，\n欢迎"\r\n20：05－20：15,讲品,面膜、修护霜,来看这支\r\n'
)


def refused(path: Path) -> UserError:
    with pytest.raises(UserError) as raised:
        read_sheet(path, date=date(2026, 11, 25))
    return raised.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_in_every_encoding(tmp_path: Path, encoding: str, separator: str) -> None:
    file = tmp_path / "专场_20261125_主播一.csv"
    file.write_bytes(CSV.replace(",", separator).encode(encoding))
    preview = read_sheet(file)
    assert [(problem.row, problem.code) for problem in problems(preview)] == [(3, "sheet.product_bare")]
    show = preview.show
    assert show is not None
    assert [segment.title for segment in show.segments] == ["开场", "讲品"]
    assert [line.text for line in show.segments[0].script.lines] == ["大家好，", "欢迎"]
    assert [product.name for product in show.products] == ["面膜", "修护霜"]
    assert (show.title, show.host) == ("专场", "主播一")


def test_csv_with_sections(tmp_path: Path) -> None:
    file = tmp_path / "流程单.csv"
    text = f"秋冬护肤专场,,\n日期：2026-11-25,,\n{CSV}一、收尾,,,\n5分钟,感谢,,\n应急预案,,,\n3分钟,断网,,稍等\n"
    file.write_bytes(text.encode("gbk"))
    preview = read_sheet(file)
    assert preview.show is not None
    assert preview.counts["groups"] == 1
    assert [plan.title for plan in preview.show.standbys] == ["断网"]
    assert preview.heading.title == "秋冬护肤专场"


def test_errors_in_csv_have_rows_and_columns(tmp_path: Path) -> None:
    file = tmp_path / "流程单_20261125.csv"
    file.write_bytes("时间,环节\n20:00-20:05,开场\n晚点,讲品\n".encode("gbk"))
    preview = read_sheet(file)
    assert codes(preview) == [(3, "A", "sheet.time_unreadable")]
    assert problems(preview)[0].header == "时间"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert refused(tmp_path / "没有.xlsx").code == "file.missing"
    assert refused(tmp_path).code == "file.missing"
    empty = tmp_path / "空.xlsx"
    empty.write_bytes(b"")
    assert refused(empty).code == "sheet.not_a_workbook"
    other = tmp_path / "文档.xlsx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refused(other).code == "sheet.not_a_workbook"
    script = tmp_path / "话术.docx"
    script.write_bytes(other.read_bytes())
    assert refused(script).code == "docx.into_a_show"
    old = tmp_path / "老.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert refused(old).code == "sheet.old_format"
    locked = tmp_path / "加密.xlsx"
    locked.write_bytes(old.read_bytes() + "EncryptedPackage".encode("utf-16-le"))
    assert refused(locked).code == "sheet.encrypted"
    no_header = refused(book(tmp_path / "无表头.xlsx", [("今天", "明天"), ("a", "b")]))
    assert (no_header.code, no_header.params) == ("sheet.no_header", {"file": "无表头.xlsx"})
    broken = tmp_path / "断.csv"
    broken.write_bytes("时间,环节\n".encode() + b"\xff\xff\xff\x80")
    assert refused(broken).code == "sheet.bad_encoding"
    long_field = tmp_path / "长.csv"
    long_field.write_text(f"时间,环节\n20:00,{'长' * 200_000}\n", encoding="utf-8")
    assert (refused(long_field).code, refused(long_field).params["line"]) == ("sheet.bad_line", 2)


def test_no_permission(tmp_path: Path) -> None:
    file = book(tmp_path / "流程单.xlsx", [HEADER])
    if os.geteuid() == 0:
        # Root reads everything: a name too long for the file system fails the same way for anybody.
        assert refused(tmp_path / ("长" * 300 + ".xlsx")).code in ("file.unreadable", "file.missing")
        return
    file.chmod(0)
    assert refused(file).code == "file.unreadable"


def test_an_unknown_zone(tmp_path: Path) -> None:
    file = book(tmp_path / "流程单.xlsx", [HEADER])
    with pytest.raises(UserError) as raised:
        read_sheet(file, zone="Mars/Olympus")
    assert raised.value.code == "time.bad_zone"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = book(tmp_path / "流程单_20261125.xlsx", [HEADER, ("20:00-20:05", "开场")])
    rewrite(file, "xl/worksheets/sheet1.xml", b"<worksheet>" + bytes(MAX_XML))
    assert file.stat().st_size < 200_000
    assert refused(file).code == "sheet.too_large"


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    file = book(tmp_path / "流程单_20261125.xlsx", [HEADER, ("20:00-20:05", "开场")])
    lines = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "哈哈哈">{lines}]><worksheet><x>&e9;</x></worksheet>'
    rewrite(file, "xl/worksheets/sheet1.xml", bomb.encode())
    assert refused(file).code == "sheet.unreadable"


def test_an_outside_entity_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    file = book(tmp_path / "流程单_20261125.xlsx", [HEADER, ("20:00-20:05", "开场")])
    kind = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    doc = f'<?xml version="1.0"?>{kind}<worksheet><x>&e;</x></worksheet>'
    rewrite(file, "xl/worksheets/sheet1.xml", doc.encode())
    assert refused(file).code == "sheet.unreadable"


@pytest.mark.parametrize(
    "spelled",
    [
        b'<mergeCell ref="A9:XFD1048576"/>',
        b"<mergeCell ref='&#65;9:XFD1048576'/>",
        b'<mergeCell ref="$A$9:$XFD$1048576"/>',
        b"<mergeCell" + b" " * 300 + b'ref="A9:XFD1048576"/>',
        b'<mergeCell ref="A:XFD"/>',
    ],
)
def test_huge_merged_ranges_are_refused_however_they_are_spelled(tmp_path: Path, spelled: bytes) -> None:
    file = book(tmp_path / "流程单_20261125.xlsx", [HEADER, ("20:00-20:05", "开场")], merge=("A9:B9",))
    with zipfile.ZipFile(file) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    rewrite(file, "xl/worksheets/sheet1.xml", re.sub(rb'<mergeCell ref="A9:B9" ?/>', lambda _: spelled, xml))
    assert refused(file).code == "sheet.too_large"
    elsewhere(file)
    assert refused(file).code == "sheet.too_large"


def test_a_bomb_among_the_pictures_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = book(tmp_path / "流程单_20261125.xlsx", [HEADER, ("20:00-20:05", "开场")])
    rewrite(file, "xl/worksheets/sheet1.xml", b"<worksheet>" + bytes(MAX_XML))
    elsewhere(file)
    assert refused(file).code == "sheet.too_large"


def test_another_encoding_inside_is_refused(tmp_path: Path) -> None:
    file = book(tmp_path / "流程单_20261125.xlsx", [HEADER, ("20:00-20:05", "开场")])
    with zipfile.ZipFile(file) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    rewrite(file, "xl/worksheets/sheet1.xml", ("<?xml version='1.0' encoding='utf-16'?>" + xml).encode("utf-16"))
    assert refused(file).code == "sheet.unreadable"
    rewrite(file, "xl/worksheets/sheet1.xml", ("<?xml version='1.0' encoding='gbk'?>" + xml).encode("gbk"))
    assert refused(file).code == "sheet.unreadable"


def elsewhere(file: Path) -> None:
    """Move the worksheet in among the pictures, where a relation finds it all the same."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/media/sheet1.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    for name in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"worksheets/sheet1.xml", b"media/sheet1.xml")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "流程单_20261125.csv"
    file.write_text("时间,环节\n" + "1分钟,讲品\n" * 20_001, encoding="utf-8")
    assert refused(file).code == "sheet.too_large"


def test_a_sheet_formatted_to_its_last_row_is_fine(tmp_path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    workbook = Workbook()
    main = workbook.active
    assert main is not None
    main.append(HEADER)
    main.append(("20:00-20:05", "开场"))
    main.cell(1_048_576, 3).font = Font(bold=True)
    file = tmp_path / "流程单_20261125.xlsx"
    workbook.save(file)
    assert read_sheet(file).counts["segments"] == 1


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("good")
    return book(folder / "a.xlsx", [HEADER, ("20:00-20:05", "开场")], merge=("A5:B6",)).read_bytes()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 100_000), st.binary(min_size=1, max_size=8)), min_size=1, max_size=4))
def test_a_damaged_workbook_raises_only_user_errors(
    good: bytes, tmp_path: Path, damage: list[tuple[int, bytes]]
) -> None:
    data = bytearray(good)
    for offset, piece in damage:
        place = offset % len(data)
        data[place : place + len(piece)] = piece
    file = tmp_path / "坏_20261125.xlsx"
    file.write_bytes(bytes(data))
    try:
        assert isinstance(read_sheet(file), ImportPreview)
    except UserError:
        return


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=100).map(lambda text: f"时间,环节\n{text}".encode("utf-8", "replace")),
    )
)
def test_any_text_file_raises_only_user_errors(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "任意_20261125.csv"
    file.write_bytes(data)
    try:
        assert isinstance(read_sheet(file), ImportPreview)
    except UserError:
        return


def test_the_sample_show() -> None:
    preview = read_file(next(SAMPLES.glob("*.xlsx")))
    assert problems(preview) == ()
    assert preview.asks == ()
    show = preview.show
    assert show is not None
    assert (show.title, show.host, show.zone) == ("秋冬护肤专场", "主播一", "Asia/Shanghai")
    assert show.planned_start.local.isoformat() == "2026-11-25T20:00:00"
    assert preview.counts["segments"] >= 24
    assert preview.counts["products"] == 16
    assert preview.counts["checks"] == 39
    assert len(preview.media) == 16
    assert all(product.image in preview.media for product in show.products)
    assert len(show.scenes) == 9
    assert show.panic is not None
    assert show.panic.scene == "紧急画面"
    assert {row.kind for row in preview.rows} >= {RowKind.SEGMENT, RowKind.STANDBY, RowKind.CHECK, RowKind.PRODUCT}


def test_read_file_asks_and_answers(tmp_path: Path) -> None:
    file = book(tmp_path / "流程单.xlsx", [HEADER, ("5分钟", "开场")])
    assert read_file(file).asks == ("title", "date", "host", "start")
    answered = read_file(file, date=date(2026, 11, 25), start=time(20), title="专场", host="主播一")
    assert answered.show is not None


def test_two_thousand_rows(tmp_path: Path) -> None:
    rows = [("20:00-20:05", "开场"), *[("1分钟", f"环节 {at}", f"商品{at % 50}") for at in range(2000)]]
    show = show_of(read(tmp_path, rows))
    assert len(show.segments) == 2001
    assert len(show.products) == 50
    assert show.segments[-1].id == "s2001"


def test_the_same_file_has_the_same_id(tmp_path: Path) -> None:
    first = show_of(read(tmp_path, [("20:00-20:05", "开场")]))
    again = show_of(read_sheet(tmp_path / "专场_20261125_主播一.xlsx"))
    other = show_of(read_sheet(tmp_path / "专场_20261125_主播一.xlsx", date=at("2026-12-01 00:00").date()))
    assert first.id == again.id != other.id
    assert len(first.id) == 12


def test_an_end_on_a_day_before_the_start_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "流程单_20261125.csv"
    head = "开播时间,2026-11-25 20:00,\n下播时间,2026-11-24 22:00,\n"
    file.write_text(f"{head}时间段,环节,画面\n20:00-20:05,开场,A\n", encoding="utf-8")
    preview = read_sheet(file)
    assert preview.show is None
    assert [problem.code for problem in preview.errors] == ["sheet.end_before_start"]


def test_a_skipped_row_at_a_time_that_does_not_exist_is_an_error_of_its_row(tmp_path: Path) -> None:
    file = tmp_path / "流程单_20260308.csv"
    file.write_text("时间段,环节,画面,状态\n01:00-01:05,开场,A,\n02:30-02:10,讲,A,跳过\n", encoding="utf-8")
    preview = read_sheet(file, zone="America/New_York")
    assert [(problem.row, problem.code) for problem in preview.errors] == [(3, "time.nonexistent")]
